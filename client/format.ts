const langeDatum = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });
const korteDatum = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });
const klok = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const heelGetal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** YYYY-MM-DD (or a timestamp) as "dinsdag 26 mei 2026"; text that is no date comes back as it is. */
export const formatDatum = (datum: string): string => format(langeDatum, datum);

/** YYYY-MM-DD (or a timestamp) as "26 mei 2026". */
export const formatDatumKort = (datum: string): string => format(korteDatum, datum);

/** A timestamp as "dinsdag 26 mei 2026, 14.05 uur", on the clock of the Netherlands. */
export const formatMoment = (timestamp: string): string => {
  const op = new Date(timestamp);
  return `${moment.format(op)}, ${klok.format(op).replace(':', '.')} uur`;
};

/** Square metres as "1.234,5 m²". */
export const formatM2 = (m2: number): string => `${getal.format(m2)}\u00a0m²`;

/** Metres as "8,5 m": for heights. */
export const formatMeter = (metres: number): string => `${getal.format(metres)}\u00a0m`;

/** Distances as "120 m": whole metres; less than one metre is "minder dan 1 m". */
export const formatAfstand = (metres: number): string =>
  metres > 0 && metres < 1 ? 'minder dan 1\u00a0m' : `${heelGetal.format(metres)}\u00a0m`;

/** A share as "12,5%". */
export const formatProcent = (procent: number): string => `${getal.format(procent)}%`;

export const formatGetal = (value: number): string => getal.format(value);

/** "1 regel", "2 regels". */
export const aantal = (count: number, enkelvoud: string, meervoud: string): string =>
  `${heelGetal.format(count)} ${count === 1 ? enkelvoud : meervoud}`;

/** First letter as a capital; the rest as it is. */
export const metHoofdletter = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function format(formatter: Intl.DateTimeFormat, datum: string): string {
  const day = new Date(`${datum.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? datum : formatter.format(day);
}
