import * as z from 'zod/mini';

/** A calendar month as YYYY-MM. */
export const maand = z.string().check(z.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'Schrijf een maand als 2026-03'));

const maandNaam = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** 2026-03 as "maart 2026". A year stays a year. */
export const noemMaand = (maand: string): string =>
  maand.length === 4 ? maand : maandNaam.format(new Date(`${maand}-01T00:00:00Z`));

/** What the public may choose: a year, or a quarter of it. Periods never overlap but by being part of one another. */
export interface Periode {
  jaar: number;
  /** Null: the whole year. */
  kwartaal: 1 | 2 | 3 | 4 | null;
}

/** The months of a period, in order: 2025-01 … */
export const maandenVan = ({ jaar, kwartaal }: Periode): string[] =>
  Array.from({ length: kwartaal ? 3 : 12 }, (_, i) => {
    const nummer = (kwartaal ? (kwartaal - 1) * 3 : 0) + i + 1;
    return `${jaar}-${String(nummer).padStart(2, '0')}`;
  });

/** Months from the first up to and including the last. */
export function maandenTussen(van: string, totEnMet: string): string[] {
  const nummer = (tekst: string) => Number(tekst.slice(0, 4)) * 12 + Number(tekst.slice(5, 7)) - 1;
  return Array.from({ length: Math.max(0, nummer(totEnMet) - nummer(van) + 1) }, (_, i) => {
    const deze = nummer(van) + i;
    return `${Math.floor(deze / 12)}-${String((deze % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * Whether the public may see a period: all of its months were delivered, and it ended at least a month ago, so that
 * nothing on the map is news of a single event.
 *
 * @param geleverd months that were delivered
 * @param vandaag YYYY-MM-DD
 */
export function isOpenbaar(periode: Periode, geleverd: ReadonlySet<string>, vandaag: string): boolean {
  const maanden = maandenVan(periode);
  const laatste = maanden.at(-1) as string;
  return maanden.every((een) => geleverd.has(een)) && maandenTussen(laatste, vandaag.slice(0, 7)).length > 2;
}

/** Every period that the public may choose, the latest first; of each year first the whole. */
export function openbarePerioden(geleverd: readonly string[], vandaag: string): Periode[] {
  const set = new Set(geleverd);
  const jaren = [...new Set(geleverd.map((een) => Number(een.slice(0, 4))))].sort((a, b) => b - a);
  return jaren
    .flatMap((jaar) => [null, 4, 3, 2, 1].map((kwartaal) => ({ jaar, kwartaal }) as Periode))
    .filter((periode) => isOpenbaar(periode, set, vandaag));
}
