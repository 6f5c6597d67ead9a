import { createHash } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { startThread } from '../thread.ts';
import { collecties } from './catalogus/index.ts';
import type { LaagDefinitie } from './catalogus/laag.ts';
import { type TegelPlaats, tegelsIn, tegelsVanBlok, type Zoomband, zoombanden } from './domain.ts';
import {
  beginTegels,
  findGevuldeTegels,
  insertTegels,
  loadBlok,
  loadOmhullende,
  loadTegelStanden,
  loadVerlopenCollecties,
  removeOnvoltooideTegels,
  removeTegels,
  swapTegels,
} from './queries.ts';
import type { BlokAntwoord, BlokVraag, Tegel } from './tegel-thread.ts';

export interface MaakTegelsVraag {
  /** Tile sets to make; all that are old when left out. */
  collecties?: readonly string[];
  /** YYYY-MM-DD: the day whose rules are shown. */
  vandaag: string;
  /** Told before each block. */
  voortgang?: (tekst: string) => void;
  /** Stop between two blocks; what was made of the set that is under way is removed. */
  signal?: AbortSignal;
}

/**
 * Makes the tile sets that are old (or never made), one after the other. Whoever looks meanwhile sees the old ones.
 *
 * Data that changes while a set is made leaves that set old; the next call makes it again.
 *
 * @returns per tile set that was made: the number of tiles and of bytes
 */
export async function maakTegels(
  db: Knex,
  { collecties: gekozen, vandaag, voortgang = () => {}, signal }: MaakTegelsVraag,
): Promise<Map<string, { tegels: number; bytes: number }>> {
  const gemaakt = new Map<string, { tegels: number; bytes: number }>();
  const namen = gekozen ?? (await findVerouderd(db, vandaag));
  if (namen.length === 0) return gemaakt;
  await removeOnvoltooideTegels(db, Date.now());
  const thread = startThread(new URL('./tegel-thread.ts', import.meta.url));
  try {
    for (const naam of namen) {
      const lagen = collecties.get(naam);
      if (!lagen) throw new Error(`There is no tile set ${naam}`);
      const resultaat = await maakCollectie(db, thread, naam, lagen, { vandaag, voortgang, signal });
      if (resultaat) gemaakt.set(naam, resultaat);
    }
  } finally {
    await thread.terminate();
  }
  return gemaakt;
}

/** The tile sets of the catalogue that do not show the data, the catalogue or the rules of today. */
export async function findVerouderd(db: Knex, vandaag: string): Promise<string[]> {
  const standen = new Map((await loadTegelStanden(db)).map((stand) => [stand.laag, stand]));
  const verlopen = await loadVerlopenCollecties(db, vandaag);
  return [...collecties]
    .filter(([naam, lagen]) => {
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
  thread: Worker,
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
  const wijziging = await beginTegels(db, naam);
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
    onderweg = encode(thread, { blok, tot: band.tot, diepste, lagen: objecten }).then(async (tegels) => {
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
  return (await swapTegels(db, naam, klaar, wijziging, definitieVan(lagen))) ? telling : null;
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

function encode(thread: Worker, vraag: BlokVraag): Promise<Tegel[]> {
  return new Promise((resolve, reject) => {
    const stopped = (code: number) => reject(new Error(`The thread that encodes tiles stopped with code ${code}`));
    thread.once('exit', stopped);
    thread.once('error', reject);
    thread.once('message', (antwoord: BlokAntwoord) => {
      thread.off('exit', stopped);
      thread.off('error', reject);
      if ('fout' in antwoord) reject(new Error(`Encoding tiles failed: ${antwoord.fout}`));
      else resolve(antwoord.tegels);
    });
    thread.postMessage(vraag);
  });
}

/**
 * Keeps the tiles right in the background for as long as the server runs: after an import in another process, and on
 * the day on which a rule begins or ends.
 *
 * @param elkeMs how long to wait between two looks
 * @returns stop: ends the work and waits until the database is no longer used
 */
export function houdTegelsBij(
  db: Knex,
  { vandaag, log, elkeMs = 30_000 }: { vandaag: () => string; log: Logger; elkeMs?: number },
): { stop: () => Promise<void> } {
  const control = new AbortController();
  const { signal } = control;
  const bezig = (async () => {
    while (!signal.aborted) {
      try {
        const begin = Date.now();
        const gemaakt = await maakTegels(db, { vandaag: vandaag(), signal });
        if (gemaakt.size > 0) {
          log.info({ collecties: [...gemaakt.keys()], seconden: (Date.now() - begin) / 1000 }, 'tiles made');
        }
      } catch (error) {
        if (!signal.aborted) log.error({ err: error }, 'making tiles failed');
      }
      await wait(elkeMs, signal);
    }
  })();
  return {
    stop: async () => {
      control.abort();
      await bezig;
    },
  };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
