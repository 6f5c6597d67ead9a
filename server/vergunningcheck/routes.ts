import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, Problem } from '../http/problem.ts';
import { activiteiten, activiteitenOpId } from './activiteiten/index.ts';
import { beoordeelCheck, leesPlaatskennis, leesWerkzaamheden } from './contract.ts';
import { beoordeel } from './domain/beoordeel.ts';
import { feitThemas, toonPlaatskennis } from './domain/kaartfeiten.ts';
import { tarievenVan } from './domain/leges.ts';
import { alleRegels, type Regels, regelsVoor } from './domain/meetkunde/regels.ts';
import { toonWerkzaamheden, toonWerkzaamheid } from './domain/werkzaamheden.ts';
import { loadPlaatsgegevens } from './queries.ts';

export function mountVergunningcheck(router: Router, { db, vandaag, mountOptions, log }: AppContext): void {
  const werkzaamheden = activiteiten.map(toonWerkzaamheid);

  const loadKennis = async (punt: { x: number; y: number }, datum: string) => {
    const gegevens = await loadPlaatsgegevens(db, punt, datum, feitThemas, (deel, err) =>
      log.error({ err, deel }, 'part of a place does not answer'),
    );
    if (gegevens.kop.gemeenteCode !== null && !gegevens.kop.eigen) throw buitenGemeente(gegevens.kop.gemeenteNaam);
    return toonPlaatskennis(punt, gegevens);
  };

  mount(router, leesWerkzaamheden, mountOptions, async ({ zoekterm }) => toonWerkzaamheden(werkzaamheden, zoekterm));

  mount(router, leesPlaatskennis, mountOptions, async (punt) => loadKennis(punt, vandaag()));

  mount(router, beoordeelCheck, mountOptions, async (invoer) => {
    const onbekend = invoer.onderdelen.findIndex(({ werkzaamheid }) => !activiteitenOpId[werkzaamheid]);
    if (onbekend >= 0) {
      throw invalidInput([
        {
          veld: `onderdelen.${onbekend}.werkzaamheid`,
          melding: 'Deze werkzaamheid kennen wij niet meer. Kies haar opnieuw uit de lijst.',
        },
      ]);
    }
    const kennis = await loadKennis(invoer, vandaag());
    return beoordeel(invoer, {
      vandaag: vandaag(),
      kennis,
      activiteiten: activiteitenOpId,
      tarieven: tarievenVan(kennis.plaats.gemeenteCode),
      meetkunde: { situatie: null, regels: bouwwerkregels(kennis.plaats.gemeenteCode, vandaag()) },
    });
  });
}

/** The rules of bijbehorende bouwwerken that bind on a day; before the first version those of the first. */
const bouwwerkregels = (gemeenteCode: string | null, dag: string): Regels =>
  regelsVoor(gemeenteCode, dag) ?? (alleRegels[0] as Regels);

const buitenGemeente = (naam: string | null) =>
  new Problem({
    status: 422,
    type: 'buiten-gemeente',
    title: 'Deze plek ligt niet in onze gemeente',
    detail: `Deze plek ligt in ${naam ?? 'een andere gemeente'}. Doe de check op het landelijke Omgevingsloket: https://omgevingswet.overheid.nl.`,
  });
