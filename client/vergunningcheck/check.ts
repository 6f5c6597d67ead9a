import * as z from 'zod/mini';
import { type CheckInvoer, checkInvoer, type Onderdeel, type Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';

/** The check as a person fills it in: all but the place, which lives in the address by itself. */
export type Check = Omit<CheckInvoer, 'x' | 'y'>;

export const leegCheck: Check = { onderdelen: [], plaatsAntwoorden: {}, betwist: {}, begindatum: null };

const { onderdelen, plaatsAntwoorden, betwist, begindatum } = checkInvoer.shape;
const bewaardeCheck = z.object({ onderdelen, plaatsAntwoorden, betwist, begindatum });

/** Adds a werkzaamheid, under a key that no onderdeel had: answers to a removed one never come back on another. */
export function metWerkzaamheid(check: Check, werkzaamheid: string): Check {
  const nummers = check.onderdelen.map(({ sleutel }) => Number(sleutel.slice(1)) || 0);
  const sleutel = `o${Math.max(0, ...nummers) + 1}`;
  return { ...check, onderdelen: [...check.onderdelen, { sleutel, werkzaamheid, ring: null, antwoorden: {} }] };
}

export const zonderOnderdeel = (check: Check, sleutel: string): Check => ({
  ...check,
  onderdelen: check.onderdelen.filter((een) => een.sleutel !== sleutel),
});

export const metOnderdeel = (check: Check, onderdeel: Onderdeel): Check => ({
  ...check,
  onderdelen: check.onderdelen.map((een) => (een.sleutel === onderdeel.sleutel ? onderdeel : een)),
});

/**
 * Gives an answer; null is "weet ik niet". Other answers stay: which of them still count, the rules decide anew.
 *
 * @param onderdeel key of the onderdeel, or null for a question about the place
 */
export function metAntwoord(
  check: Check,
  { onderdeel, sleutel }: Pick<Vraag, 'onderdeel' | 'sleutel'>,
  antwoord: Waarde,
): Check {
  if (onderdeel === null) {
    return { ...check, plaatsAntwoorden: { ...check.plaatsAntwoorden, [sleutel]: antwoord } };
  }
  return {
    ...check,
    onderdelen: check.onderdelen.map((een) =>
      een.sleutel === onderdeel ? { ...een, antwoorden: { ...een.antwoorden, [sleutel]: antwoord } } : een,
    ),
  };
}

/** Says that a fact of the map is wrong and what it must be; null takes that back. */
export function metBetwisting(check: Check, sleutel: string, waarde: Waarde): Check {
  const { [sleutel]: _, ...rest } = check.betwist;
  return { ...check, betwist: waarde === null ? rest : { ...rest, [sleutel]: waarde } };
}

/** As it stands in the address behind #, which never leaves the device: base64url of JSON. */
export function codeerCheck(check: Check): string {
  const bytes = new TextEncoder().encode(JSON.stringify(check));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Inverse of {@link codeerCheck}; null: this is no check, or one that the loket no longer understands. */
export function leesCheck(tekst: string): Check | null {
  try {
    const bytes = Uint8Array.from(atob(tekst.replaceAll('-', '+').replaceAll('_', '/')), (teken) =>
      teken.charCodeAt(0),
    );
    const gelezen = bewaardeCheck.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return gelezen.success ? gelezen.data : null;
  } catch {
    return null;
  }
}
