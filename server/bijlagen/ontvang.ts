import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { type Fault, Problem } from '../http/problem.ts';
import type { Bijlage } from '../indienen/contract.ts';
import type { Formaat } from './domain.ts';
import { maakFotoSchoon } from './foto.ts';
import { type Opslag, TeVeelBytes } from './opslag.ts';
import type { BijlageRij } from './queries.ts';
import { keurInhoud } from './soort.ts';
import type { Virusscan } from './virusscan.ts';

/** What a file turned out to be, when it is complete. */
export type Uitslag = { status: 'gekeurd'; mediatype: string; sha256: string } | { status: 'geweigerd'; reden: string };

/**
 * Writes a part of a file from where it begins.
 *
 * @returns how many bytes of it are here
 * @throws Problem 409 with `ontvangen` when a part between is missing; 413 when it is longer than was said
 */
export async function ontvangDeel(
  opslag: Opslag,
  { sleutel, bytes }: Pick<BijlageRij, 'sleutel' | 'bytes'>,
  vanaf: number,
  bron: Readable,
  signal: AbortSignal,
): Promise<number> {
  // the same file may arrive twice at the same time, and the other can be first
  const telBytes = async () => ((await opslag.isHeel(sleutel)) ? bytes : opslag.ontvangen(sleutel));
  const hier = await telBytes();
  if (hier === bytes) {
    bron.resume();
    return bytes;
  }
  if (vanaf > hier) {
    throw new Problem({
      status: 409,
      type: 'deel-ontbreekt',
      title: 'Er ontbreekt een deel van het bestand',
      detail: `Ga verder vanaf byte ${hier}.`,
      meer: { ontvangen: hier },
    });
  }
  try {
    await opslag.schrijf(sleutel, vanaf, bytes, bron, signal);
  } catch (error) {
    if (!(error instanceof TeVeelBytes)) throw error;
    await opslag.verwijder(sleutel);
    throw new Problem({
      status: 413,
      type: 'te-groot',
      title: 'Het bestand is groter dan gezegd',
      detail: 'Kies het bestand opnieuw. Een bestand is ten hoogste 50 MB.',
    });
  }
  return telBytes();
}

/**
 * Looks at the file at a path: what it is by its content, and whether it holds a virus.
 *
 * @param maakSchoon it is a photo: what its device wrote in it is taken out before it is kept
 *
 * @throws Problem 503 when the scanner gives no answer: the file waits, and is not taken unseen
 */
async function keur(
  { opslag, scan, log }: { opslag: Opslag; scan: Virusscan | null; log: Logger },
  pad: string,
  { id, bytes }: Pick<BijlageRij, 'id' | 'bytes'>,
  { toegestaan, maakSchoon }: { toegestaan: readonly Formaat[]; maakSchoon: boolean },
): Promise<Uitslag> {
  const inhoud = await keurInhoud(pad, bytes, toegestaan);
  if ('reden' in inhoud) return { status: 'geweigerd', ...inhoud };
  let besmet: boolean;
  try {
    besmet = (await scan?.(pad)) ?? false;
  } catch (err) {
    log.error({ err, bijlage: id }, 'the virus scanner gives no answer');
    throw new Problem({
      status: 503,
      type: 'keuring-niet-bereikbaar',
      title: 'Wij kunnen het bestand nu niet controleren',
      detail: 'Het bestand is bewaard. Probeer het over een minuut opnieuw.',
    });
  }
  if (besmet) {
    log.warn({ bijlage: id }, 'a virus was found in a bijlage');
    return {
      status: 'geweigerd',
      reden: 'In dit bestand zit een virus. Wij hebben het weggegooid. Laat uw computer controleren.',
    };
  }
  if (maakSchoon && !(await maakFotoSchoon(pad, inhoud.mediatype))) {
    return { status: 'geweigerd', reden: 'Deze foto is niet heel, of te groot. Maak of kies een andere foto.' };
  }
  const sha256 = await opslag.hash(pad);
  return { status: 'gekeurd', mediatype: inhoud.mediatype, sha256 };
}

/**
 * Looks at a file that is complete and keeps it when it is good. The same file may arrive twice at the same time.
 *
 * @param fotoSchoon what the device wrote in a photo is taken out before it is kept; left out, each byte stays
 */
export async function bewaarWatGoedIs(
  huis: { opslag: Opslag; scan: Virusscan | null; log: Logger },
  rij: Pick<BijlageRij, 'id' | 'bytes' | 'sleutel'>,
  toegestaan: readonly Formaat[],
  fotoSchoon = false,
): Promise<Uitslag> {
  const { opslag } = huis;
  const { sleutel } = rij;
  const bekijk = (pad: string, maakSchoon = false) => keur(huis, pad, rij, { toegestaan, maakSchoon });
  /** What is whole is clean. */
  const bekijkHeel = async () => {
    const apart = await opslag.haal(sleutel);
    return bekijk(apart).finally(() => opslag.ruimOp(apart));
  };
  if (await opslag.isHeel(sleutel)) return bekijkHeel();
  const apart = await opslag.zetApart(sleutel);
  try {
    const uitslag = await bekijk(apart, fotoSchoon);
    if (uitslag.status === 'gekeurd' && !(await opslag.maakAf(sleutel, apart))) return await bekijkHeel();
    return uitslag;
  } finally {
    await opslag.ruimOp(apart);
  }
}

export async function toonBijlage(opslag: Opslag, rij: BijlageRij): Promise<Bijlage> {
  const { id, soort, naam, bytes, mediatype, sha256, status, reden, sleutel } = rij;
  const ontvangen = status === 'ontvangen' ? await opslag.ontvangen(sleutel) : bytes;
  return { id, soort, naam, bytes, ontvangen, mediatype, sha256, status, reden };
}

/** The files that did not arrive as a whole: what they belong to is not taken without them. */
export const nietCompleet = (bijlagen: readonly Pick<BijlageRij, 'status' | 'naam'>[]): Fault[] =>
  bijlagen.flatMap(({ status, naam }) =>
    status === 'ontvangen'
      ? [{ veld: 'bijlagen', melding: `"${naam}" is nog niet compleet. Stuur het bestand opnieuw, of gooi het weg` }]
      : [],
  );
