import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { werkBij } from './bijwerken/bijwerken.ts';
import { loadGewijzigdeCollecties } from './bijwerken/queries.ts';
import { collecties } from './catalogus/index.ts';
import type { LaagDefinitie } from './catalogus/laag.ts';
import { type TegelPlaats, tegelsIn, tegelsVanBlok, type Zoomband, zoombanden } from './domain.ts';
import {
  beginTegels,
  findGevuldeTegels,
  insertTegels,
  loadBlok,
  loadNogNietKlaar,
  loadOmhullende,
  loadTegelStanden,
  loadVerlopenCollecties,
  removeOnvoltooideTegels,
  removeTegels,
  swapTegels,
} from './queries.ts';
import { openTekenaar, type Tekenaar } from './tekenaar.ts';

export interface MaakTegelsVraag {
  /** Tile sets to make; all that are old when left out. */
  collecties?: readonly string[];
  /** YYYY-MM-DD: the day whose rules are shown. */
  vandaag: string;
  /** Told before each block. */
  voortgang?: (tekst: string) => void;
  /** Stop between two blocks; what was made of the set that is under way is removed. */
  signal?: AbortSignal;
  /** Of who calls often; otherwise one is started and stopped. */
  tekenaar?: Tekenaar;
}

/**
 * Makes the tile sets that are old (or never made), one after the other, and of others the tiles where something has
 * changed. Whoever looks meanwhile sees the old ones.
 *
 * Data that changes while a set is made leaves that set old; the next call makes it again.
 *
 * @returns per tile set that was made: the number of tiles and of bytes
 */
export async function maakTegels(
  db: Knex,
  { collecties: gekozen, vandaag, voortgang = () => {}, signal, tekenaar: eigenTekenaar }: MaakTegelsVraag,
): Promise<Map<string, { tegels: number; bytes: number }>> {
  const gemaakt = new Map<string, { tegels: number; bytes: number }>();
  const geheel = gekozen ?? (await findVerouderd(db, vandaag));
  const gedeeltelijk = gekozen ? [] : await findGewijzigd(db, geheel);
  if (geheel.length > 0) await removeOnvoltooideTegels(db, Date.now());
  const tekenaar = eigenTekenaar ?? openTekenaar();
  try {
    for (const naam of [...gedeeltelijk, ...geheel]) {
      const lagen = collecties.get(naam);
      if (!lagen) throw new Error(`There is no tile set ${naam}`);
      const resultaat = gedeeltelijk.includes(naam)
        ? await werkBij(db, tekenaar, { naam, lagen, vandaag })
        : await maakCollectie(db, tekenaar, naam, lagen, { vandaag, voortgang, signal });
      if (resultaat) gemaakt.set(naam, resultaat);
    }
  } finally {
    if (!eigenTekenaar) await tekenaar.stop();
  }
  return gemaakt;
}

/** The tile sets that are right but for some places. */
async function findGewijzigd(db: Knex, geheel: readonly string[]): Promise<string[]> {
  return (await loadGewijzigdeCollecties(db)).filter((naam) => collecties.has(naam) && !geheel.includes(naam));
}

/** The tile sets of the catalogue that do not show the data, the catalogue or the rules of today. */
export async function findVerouderd(db: Knex, vandaag: string): Promise<string[]> {
  const standen = new Map((await loadTegelStanden(db)).map((stand) => [stand.laag, stand]));
  const verlopen = await loadVerlopenCollecties(db, vandaag);
  const nogNiet = await loadNogNietKlaar(db);
  return [...collecties]
    .filter(([naam, lagen]) => {
      if (nogNiet.has(naam)) return false;
      const stand = standen.get(naam);
      return !stand || stand.verouderd || stand.definitie !== definitieVan(lagen) || verlopen.has(naam);
    })
    .map(([naam]) => naam);
}

/** Fingerprint of what decides the content of the tiles, apart from the data. */
function definitieVan(lagen: readonly LaagDefinitie[]): string {
  const deel = lagen.map(({ id, velden, objecten, geteldTot, tegelZoom }) => [
    id,
    velden,
    objecten,
    geteldTot,
    tegelZoom,
  ]);
  return createHash('sha256').update(JSON.stringify(deel)).digest('base64url').slice(0, 22);
}

/** The background holds far more objects than any other set. */
const isVeel = (collectie: string) => collectie === 'ondergrond';

async function maakCollectie(
  db: Knex,
  tekenaar: Tekenaar,
  naam: string,
  lagen: readonly LaagDefinitie[],
  {
    vandaag,
    voortgang,
    signal,
  }: Required<Pick<MaakTegelsVraag, 'vandaag' | 'voortgang'>> & {
    signal: AbortSignal | undefined;
  },
): Promise<{ tegels: number; bytes: number } | null> {
  const begin = await beginTegels(db, naam);
  const klaar = `${naam}~${Date.now()}~${Math.random().toString(36).slice(2, 8)}`;
  const telling = { tegels: 0, bytes: 0 };
  const box = await loadOmhullende(db, lagen);
  const diepste = Math.max(...lagen.map(({ tegelZoom }) => tegelZoom));
  const werk: { blok: TegelPlaats; band: Zoomband }[] = [];
  for (const band of box ? zoombanden(isVeel(naam), diepste) : []) {
    const vorige = werk.filter(({ blok }) => blok.z === werk.at(-1)?.blok.z).map(({ blok }) => blok);
    const blokken = vorige.length > 0 ? await findBlokken(db, lagen, vorige, band.van) : tegelsIn(box!, band.van);
    werk.push(...blokken.map((blok) => ({ blok, band })));
  }
  let gestopt = false;
  /** While a block is encoded in the thread, the database already reads the next one. */
  let onderweg: Promise<void> = Promise.resolve();
  for (const [i, { blok, band }] of werk.entries()) {
    if (signal?.aborted) {
      gestopt = true;
      break;
    }
    voortgang(`kaartlaag ${naam}: deel ${i + 1} van ${werk.length}`);
    const objecten = await loadBlok(db, lagen, blok, band, vandaag);
    await onderweg;
    if (Object.keys(objecten).length === 0) continue;
    onderweg = tekenaar.teken({ blok, tot: band.tot, diepste, lagen: objecten }).then(async (tegels) => {
      await insertTegels(db, klaar, tegels);
      telling.tegels += tegels.length;
      telling.bytes += tegels.reduce((som, { inhoud }) => som + inhoud.byteLength, 0);
    });
    onderweg.catch(() => {});
  }
  await onderweg;
  if (gestopt) {
    await removeTegels(db, klaar);
    return null;
  }
  return (await swapTegels(db, naam, klaar, begin, definitieVan(lagen))) ? telling : null;
}

/**
 * The blocks of zoom `z` inside wider ones, without the parts in which nothing lies: gemeenten that share a server can
 * lie far apart.
 */
async function findBlokken(
  db: Knex,
  lagen: readonly LaagDefinitie[],
  wijder: readonly TegelPlaats[],
  z: number,
): Promise<TegelPlaats[]> {
  let gevuld = wijder;
  while (gevuld[0] && gevuld[0].z < z) {
    const fijner = Math.min(gevuld[0].z + 2, z);
    gevuld = await findGevuldeTegels(
      db,
      lagen,
      gevuld.flatMap((blok) => tegelsVanBlok(blok, fijner)),
    );
  }
  return [...gevuld];
}

/**
 * Keeps the tiles right in the background for as long as the server runs: within a second where a change tells its
 * place, and else after a while: after an import in another process, and on the day on which a rule begins or ends.
 *
 * @param elkeMs how long to wait between two looks at everything
 * @param snelMs how long to wait between two looks for changes that tell their place
 * @returns stop: ends the work and waits until the database is no longer used
 */
export function houdTegelsBij(
  db: Knex,
  {
    vandaag,
    log,
    elkeMs = 30_000,
    snelMs = 300,
  }: { vandaag: () => string; log: Logger; elkeMs?: number; snelMs?: number },
): { stop: () => Promise<void> } {
  const control = new AbortController();
  const { signal } = control;
  const tekenaar = openTekenaar();
  const bezig = (async () => {
    let bekekenOp = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      try {
        const begin = performance.now();
        if (begin - bekekenOp >= elkeMs || (await findGewijzigd(db, [])).length > 0) {
          bekekenOp = begin;
          const gemaakt = await maakTegels(db, { vandaag: vandaag(), signal, tekenaar });
          if (gemaakt.size > 0) {
            log.info({ collecties: [...gemaakt.keys()], seconden: (performance.now() - begin) / 1000 }, 'tiles made');
          }
        }
      } catch (error) {
        if (!signal.aborted) log.error({ err: error }, 'making tiles failed');
        // who cannot be helped now is not asked again and again
        await wait(Math.min(elkeMs, 5_000), signal);
      }
      await wait(Math.min(snelMs, elkeMs), signal);
    }
    await tekenaar.stop();
  })();
  return {
    stop: async () => {
      control.abort();
      await bezig;
    },
  };
}

/** Waits until the time is over or the signal fires, whichever comes first. */
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => {});
