import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { RdPunt } from '../geo/rd.ts';
import { invalidInput, Problem, sourceDown } from '../http/problem.ts';
import { activiteitenOpId } from './activiteiten/index.ts';
import type { CheckInvoer, Plaatskennis } from './contract.ts';
import { bestaandBouwwerk, type Omgeving, type Regels } from './domain/beoordeel.ts';
import { feitThemas, toonPlaatskennis } from './domain/kaartfeiten.ts';
import { tarievenVan } from './domain/leges.ts';
import { toonKaartfeiten } from './domain/meetkunde/kaart/feiten.ts';
import { leesKaart } from './domain/meetkunde/kaart/van-kaart.ts';
import { alleRegels, regelsVoor } from './domain/meetkunde/regels.ts';
import type { Situatie } from './domain/meetkunde/situatie.ts';
import type { Feit } from './domain/oordeel.ts';
import { leesRegelbestand } from './domain/sttr/lees.ts';
import type { Toepasbaar } from './domain/toepasbaar.ts';
import { loadPlaatsgegevens } from './queries.ts';
import { findRegelversie } from './regelbestanden/queries.ts';
import { loadKaartRij } from './situatie/queries.ts';

/** What is asked for a check of a place. */
interface Wereld {
  db: Knex;
  log: Logger;
  /** YYYY-MM-DD. */
  vandaag: string;
}

/** Files that were read before, by their hash: it names one version for ever. */
const gelezen = new Map<string, Toepasbaar>();
const meesteGelezen = 400;

/**
 * What the map knows of a place, and which files of toepasbare regels answer there.
 *
 * @throws Problem for a place in another gemeente
 */
export async function loadKennis(
  { db, log, vandaag }: Wereld,
  punt: RdPunt,
  werkzaamheden: readonly string[],
): Promise<{ kennis: Plaatskennis; regelbestanden: Record<string, string> | null }> {
  const gegevens = await loadPlaatsgegevens(db, punt, vandaag, { themas: feitThemas, werkzaamheden }, (deel, err) =>
    log.error({ err, deel }, 'part of a place does not answer'),
  );
  const { gemeenteCode, eigen, gemeenteNaam } = gegevens.kop;
  if (gemeenteCode !== null && !eigen) throw buitenGemeente(gemeenteNaam);
  return { kennis: toonPlaatskennis(punt, gegevens), regelbestanden: gegevens.regelbestanden };
}

/**
 * Everything that a check depends on: two statements, and one more for a file of toepasbare regels that was not read
 * before.
 *
 * @throws Problem for a place in another gemeente, and for a werkzaamheid without rules here
 */
export async function loadOmgeving(wereld: Wereld, invoer: CheckInvoer): Promise<Omgeving> {
  const gevraagd = [...new Set(invoer.onderdelen.map(({ werkzaamheid }) => werkzaamheid))].filter(
    (werkzaamheid) => werkzaamheid !== bestaandBouwwerk,
  );
  if (gevraagd.length === 0) throw nietsGekozen();
  const getekend = gevraagd.some((werkzaamheid) => activiteitenOpId[werkzaamheid]?.meetkunde);
  const bestanden = gevraagd.filter((werkzaamheid) => !activiteitenOpId[werkzaamheid]);
  // the map first: reading it takes time too, while the other statement still runs
  const [kaart, { kennis, regelbestanden }] = await Promise.all([
    getekend ? loadSituatie(wereld, invoer) : geenSituatie,
    loadKennis(wereld, invoer, bestanden),
  ]);
  const regels = await Promise.all(
    gevraagd.map(async (werkzaamheid): Promise<[string, Regels]> => {
      const activiteit = activiteitenOpId[werkzaamheid];
      if (activiteit) return [werkzaamheid, { activiteit }];
      if (!regelbestanden) throw sourceDown('toepasbare regels');
      const hash = Object.hasOwn(regelbestanden, werkzaamheid) && regelbestanden[werkzaamheid];
      if (!hash) throw onbekendeWerkzaamheid(invoer, werkzaamheid);
      return [werkzaamheid, { toepasbaar: await loadToepasbaar(wereld.db, hash) }];
    }),
  );
  return {
    vandaag: wereld.vandaag,
    kennis: { ...kennis, feiten: [...kennis.feiten, ...kaart.feiten] },
    werkzaamheden: new Map(regels),
    tarieven: tarievenVan(kennis.plaats.gemeenteCode),
    meetkunde: getekend
      ? { situatie: kaart.situatie, regels: bouwwerkregels(kennis.plaats.gemeenteCode, wereld.vandaag) }
      : null,
  };
}

interface KaartSituatie {
  /** Null: the map gave no answer. */
  situatie: Situatie | null;
  feiten: Feit[];
}

const geenSituatie: KaartSituatie = { situatie: null, feiten: [] };

/** What stands at a place, with where that is known from. A map that does not answer leaves it unknown. */
export async function loadSituatie({ db, log }: Wereld, punt: RdPunt): Promise<KaartSituatie> {
  try {
    const rij = await loadKaartRij(db, punt);
    const gelezenKaart = leesKaart(rij);
    return { situatie: gelezenKaart.situatie, feiten: toonKaartfeiten(rij, gelezenKaart) };
  } catch (err) {
    log.error({ err }, 'situatie does not answer');
    return geenSituatie;
  }
}

async function loadToepasbaar(db: Knex, hash: string): Promise<Toepasbaar> {
  const al = gelezen.get(hash);
  if (al) return al;
  const versie = await findRegelversie(db, hash);
  if (!versie) throw sourceDown('toepasbare regels');
  const toepasbaar = readToepasbaar(versie.bestand, versie.koppeling, hash);
  if (gelezen.size >= meesteGelezen) gelezen.clear();
  gelezen.set(hash, toepasbaar);
  return toepasbaar;
}

/** A stored file, read again. It was found sound when it was stored. */
export function readToepasbaar(xml: string, koppeling: Toepasbaar['koppeling'], hash: string): Toepasbaar {
  const lees = leesRegelbestand(xml);
  if ('fouten' in lees) throw new Error(`Stored file ${hash} cannot be read: ${lees.fouten[0]?.melding}`);
  return { bestand: lees.bestand, koppeling, hash };
}

/** The rules of bijbehorende bouwwerken that bind on a day; before the first version those of the first. */
const bouwwerkregels = (gemeenteCode: string | null, dag: string) => regelsVoor(gemeenteCode, dag) ?? alleRegels[0]!;

const nietsGekozen = () => invalidInput([{ veld: 'onderdelen', melding: 'Kies ten minste één werkzaamheid.' }]);

const onbekendeWerkzaamheid = ({ onderdelen }: CheckInvoer, werkzaamheid: string) =>
  invalidInput([
    {
      veld: `onderdelen.${onderdelen.findIndex((een) => een.werkzaamheid === werkzaamheid)}.werkzaamheid`,
      melding:
        'Voor deze werkzaamheid hebben wij op deze plek geen regels. Kies een andere, of vraag het aan de gemeente.',
    },
  ]);

const buitenGemeente = (naam: string | null) =>
  new Problem({
    status: 422,
    type: 'buiten-gemeente',
    title: 'Deze plek ligt niet in onze gemeente',
    detail: `Deze plek ligt in ${naam ?? 'een andere gemeente'}. Doe de check op het landelijke Omgevingsloket: https://omgevingswet.overheid.nl.`,
  });
