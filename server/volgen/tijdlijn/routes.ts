import type { Router } from 'express';
import type { Knex } from 'knex';
import type { RdPunt } from '../../geo/rd.ts';
import type { AppContext } from '../../http/context.ts';
import { mount } from '../../http/mount.ts';
import { toonRegels } from '../../regels/domain/regels.ts';
import { loadRegels } from '../../regels/queries.ts';
import { addDagen, type Datum, parseDatum } from '../../termijnen/datum.ts';
import { leesTijdlijn } from './contract.ts';
import { opvolgers, toonTijdlijn, type Versie, type Wijzigingen } from './domain.ts';
import { loadTijdlijn } from './queries.ts';

export function mountTijdlijn(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesTijdlijn, mountOptions, async ({ x, y, straal }) => {
    const dag = parseDatum(vandaag());
    if (!dag) throw new Error('Today is not a day');
    const feiten = await loadTijdlijn(db, { x, y }, straal);
    return toonTijdlijn(feiten, await loadWijzigingen(db, { x, y }, feiten.versies), straal, dag);
  });
}

/** Per version that follows on another: the rules as on the day before hold what it changes here. */
async function loadWijzigingen(db: Knex, punt: RdPunt, versies: readonly Versie[]): Promise<Wijzigingen> {
  const gevonden = await Promise.all(
    opvolgers(versies).map(async ({ id, geldigVanaf }) => {
      const ervoor = addDagen(geldigVanaf as Datum, -1);
      const { activiteiten, normen, gebiedsaanwijzingen, overig } = toonRegels(
        await loadRegels(db, punt, ervoor),
        ervoor,
      );
      const regels = [
        ...activiteiten.flatMap(({ aanduidingen }) => aanduidingen),
        ...normen.flatMap(({ waarden }) => waarden),
        ...gebiedsaanwijzingen,
        ...overig,
      ].filter(({ regelingId }) => regelingId === id);
      const artikelen = regels.map(({ artikel }) => artikel.replace(/ lid .*$/, ''));
      return [id, [...new Set(artikelen)].sort(opNummer.compare)] as const;
    }),
  );
  return new Map(gevonden);
}

const opNummer = new Intl.Collator('nl', { numeric: true });
