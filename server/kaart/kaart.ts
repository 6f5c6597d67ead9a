import type { Knex } from 'knex';
import { toonBesluiten } from '../besluiten/domain.ts';
import { loadBesluiten } from '../besluiten/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import { sourceDown } from '../http/problem.ts';
import { toonLocatie } from '../locatie/domain/locatie.ts';
import { loadLocatie } from '../locatie/queries.ts';
import { toonOmstandigheden } from '../omstandigheden/domain/omstandigheden.ts';
import { themas } from '../omstandigheden/domain/themas.ts';
import { loadOmstandigheden } from '../omstandigheden/queries.ts';
import { toonRegels } from '../regels/domain/regels.ts';
import { loadRegels } from '../regels/queries.ts';
import { type Kaart, type Storing, storing } from './contract.ts';

export interface KaartVraag {
  punt: RdPunt;
  /** YYYY-MM-DD: the day for which the rules are read, and from which the days left to react are counted. */
  datum: string;
  vandaag: string;
  straalM: number;
  /** As many besluiten as are told at most. */
  maximum: number;
}

/**
 * Makes the whole card. A section that fails is replaced by the problem; without the identity there is no card.
 *
 * @param meldFout is told which section failed and why
 * @throws what the database says when the identity fails
 */
export async function loadKaart(
  db: Knex,
  { punt, datum, vandaag, straalM, maximum }: KaartVraag,
  meldFout: (sectie: string, error: unknown) => void,
): Promise<Kaart> {
  const sectie = async <T>(naam: string, load: () => Promise<T>): Promise<T | Storing> => {
    try {
      return await load();
    } catch (error) {
      meldFout(naam, error);
      return storing.parse(sourceDown(naam).body);
    }
  };
  const [locatie, regels, omstandigheden, besluiten] = await Promise.all([
    loadLocatie(db, punt).then((feiten) => toonLocatie(punt, feiten)),
    sectie('regels', async () => toonRegels(await loadRegels(db, punt, datum), datum)),
    sectie('omstandigheden', async () => {
      const { gebied, perThema } = await loadOmstandigheden(
        db,
        punt,
        themas.map(({ key }) => key),
        (thema, error) => meldFout(`omstandigheden: ${thema}`, error),
      );
      return toonOmstandigheden(themas, gebied, perThema);
    }),
    sectie('besluiten', async () =>
      toonBesluiten(await loadBesluiten(db, { ...punt, straal: straalM, maximum }), straalM, vandaag),
    ),
  ]);
  return { ...locatie, regels, omstandigheden, besluiten };
}
