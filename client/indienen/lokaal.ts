import type { Plaats } from '../../server/indienen/contract.ts';
import type { Antwoorden } from '../../server/indienen/zaaktypes/zaaktype.ts';

/** A concept as this device has it: also what the server has not got yet. */
export interface Lokaal {
  id: string;
  zaaktype: string;
  /** The secret of who began without login; null: it belongs to who is logged in. */
  sleutel: string | null;
  antwoorden: Antwoorden;
  plaats: Plaats | null;
  oordeelId: string | null;
  /** The version of the server that this goes on from. */
  versie: number;
  /** The same at each attempt to send it: it gives one zaak. */
  idempotentie: string;
  /** Changed since the server had it. */
  vuil: boolean;
  /** ms since 1970. */
  op: number;
}

const begin = 'indienen:';
/** After this many ms a device forgets it; the server keeps it longer. */
const houdbaar = 30 * 24 * 3_600_000;

/** Null: this device does not have it, or may keep nothing. */
export function leesLokaal(id: string): Lokaal | null {
  try {
    const tekst = window.localStorage.getItem(begin + id);
    const lokaal = tekst ? (JSON.parse(tekst) as Lokaal) : null;
    return lokaal?.id === id && Date.now() - lokaal.op < houdbaar ? lokaal : null;
  } catch {
    return null;
  }
}

/** @returns false when the device refuses to keep it */
export function bewaarLokaal(lokaal: Lokaal): boolean {
  try {
    window.localStorage.setItem(begin + lokaal.id, JSON.stringify({ ...lokaal, op: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function wisLokaal(id: string): void {
  try {
    window.localStorage.removeItem(begin + id);
  } catch {
    // nothing was kept either
  }
}

/** Everything that this device has, the last changed first. */
export function alleLokale(): Lokaal[] {
  try {
    return Object.keys(window.localStorage)
      .filter((naam) => naam.startsWith(begin))
      .flatMap((naam) => leesLokaal(naam.slice(begin.length)) ?? [])
      .sort((een, ander) => ander.op - een.op);
  } catch {
    return [];
  }
}

const bonnen = 'ontvangst:';

/** The secret with which who filed without login sees the receipt again on this device. */
export function bewaarBon(zaakId: string, sleutel: string): void {
  try {
    window.sessionStorage.setItem(bonnen + zaakId, sleutel);
  } catch {
    // the receipt is in view now, and can be saved as PDF
  }
}

export function leesBon(zaakId: string): string | null {
  try {
    return window.sessionStorage.getItem(bonnen + zaakId);
  } catch {
    return null;
  }
}

/** 256 random bits as base64url. */
export function nieuweSleutel(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
