import type { Knex } from 'knex';
import { toonBesluiten } from '../besluiten/domain.ts';
import { loadBesluiten } from '../besluiten/queries.ts';
import { sourceDown } from '../http/problem.ts';
import { toonLocatie } from '../locatie/domain/locatie.ts';
import { loadLocatie } from '../locatie/queries.ts';
import { toonOmstandigheden } from '../omstandigheden/domain/omstandigheden.ts';
import { themas } from '../omstandigheden/domain/themas.ts';
import { loadOmstandigheden } from '../omstandigheden/queries.ts';
import { toonRegels } from '../regels/domain/regels.ts';
import { completeRegels, loadRegels } from '../regels/queries.ts';
import { type Kaart, type Storing, storing } from './contract.ts';
import { type KaartFeiten, type KaartPlaats, loadKaartFeiten } from './queries.ts';

export interface KaartVraag extends KaartPlaats {
  /** YYYY-MM-DD: the day from which the days left to react are counted. */
  vandaag: string;
}

/** `kaart`: nothing is missing, as every section could be had by itself, but the statement for the whole does not work. */
type MeldFout = (sectie: string, error: unknown) => void;

const themaSleutels = themas.map(({ key }) => key);

/**
 * Makes the whole card, from one statement. When that fails each section is asked for by itself: one that fails again is
 * replaced by the problem; without the identity there is no card.
 *
 * @param meldFout is told which section failed and why
 * @throws what the database says when the identity fails
 */
export async function loadKaart(db: Knex, vraag: KaartVraag, meldFout: MeldFout): Promise<Kaart> {
  const { punt, datum, vandaag, straalM } = vraag;
  let feiten: KaartFeiten;
  try {
    feiten = await loadKaartFeiten(db, vraag, themaSleutels);
  } catch (error) {
    let verklaard = false;
    const kaart = await loadPerSectie(db, vraag, (naam, oorzaak) => {
      verklaard = true;
      meldFout(naam, oorzaak);
    });
    if (!verklaard) meldFout('kaart', error);
    return kaart;
  }
  const { omstandigheden } = feiten;
  const perThema = new Map(themaSleutels.map((thema) => [thema, omstandigheden]));
  return {
    ...toonLocatie(punt, feiten.locatie),
    regels: await sectie('regels', meldFout, async () =>
      toonRegels(await completeRegels(db, vraag, feiten.regels), datum),
    ),
    omstandigheden: toonOmstandigheden(themas, omstandigheden.gebied, perThema),
    besluiten: toonBesluiten(feiten.besluiten, straalM, vandaag),
  };
}

async function sectie<T>(naam: string, meldFout: MeldFout, load: () => Promise<T>): Promise<T | Storing> {
  try {
    return await load();
  } catch (error) {
    meldFout(naam, error);
    return storing.parse(sourceDown(naam).body);
  }
}

async function loadPerSectie(
  db: Knex,
  { punt, datum, vandaag, straalM, maximum }: KaartVraag,
  meldFout: MeldFout,
): Promise<Kaart> {
  const [locatie, regels, omstandigheden, besluiten] = await Promise.all([
    loadLocatie(db, punt).then((feiten) => toonLocatie(punt, feiten)),
    sectie('regels', meldFout, async () => toonRegels(await loadRegels(db, punt, datum), datum)),
    sectie('omstandigheden', meldFout, async () => {
      const { gebied, perThema } = await loadOmstandigheden(db, punt, themaSleutels, (thema, error) =>
        meldFout(`omstandigheden: ${thema}`, error),
      );
      return toonOmstandigheden(themas, gebied, perThema);
    }),
    sectie('besluiten', meldFout, async () =>
      toonBesluiten(await loadBesluiten(db, { ...punt, straal: straalM, maximum }), straalM, vandaag),
    ),
  ]);
  return { ...locatie, regels, omstandigheden, besluiten };
}
