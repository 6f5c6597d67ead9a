/**
 * Days of the calendar, without a clock and without a time zone.
 *
 * A day is the text `YYYY-MM-DD`, so that days compare and sort as they stand. Arithmetic goes through UTC, where every
 * day has 24 hours.
 */

declare const merk: unique symbol;

/** A day that exists, written as `YYYY-MM-DD`. Made by {@link parseDatum}. */
export type Datum = string & { readonly [merk]: 'Datum' };

const DAG_MS = 86_400_000;

/** Terms are not computed for days outside these years: such a day is a mistake, or stands for "never". */
const JAREN = { eerste: 1900, laatste: 2199 } as const;

const WEEKDAGEN = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'] as const;
const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

export type Weekdag = (typeof WEEKDAGEN)[number];

const utc = (datum: Datum): Date => new Date(`${datum}T00:00:00Z`);
const fromUtc = (moment: Date): Datum => moment.toISOString().slice(0, 10) as Datum;

/**
 * Reads a day.
 *
 * @returns null for anything that is not a day between 1900 and 2199, such as 30 February, and for null itself.
 */
export function parseDatum(tekst: string | null | undefined): Datum | null {
  if (!tekst || !/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return null;
  const jaar = Number(tekst.slice(0, 4));
  if (jaar < JAREN.eerste || jaar > JAREN.laatste) return null;
  const moment = new Date(`${tekst}T00:00:00Z`);
  // An engine reads 30 February as 2 March: only a day that comes back unchanged exists.
  return !Number.isNaN(moment.getTime()) && fromUtc(moment) === tekst ? fromUtc(moment) : null;
}

/** The day that it is in the Netherlands at a moment; just after midnight that is not yet the day in UTC. */
export function datumInNederland(moment: Date): Datum {
  const delen = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const deel = (type: string) => delen.find((kandidaat) => kandidaat.type === type)?.value;
  return `${deel('year')}-${deel('month')}-${deel('day')}` as Datum;
}

/** Adds days; a negative number counts back. */
export const addDagen = (datum: Datum, dagen: number): Datum =>
  fromUtc(new Date(utc(datum).getTime() + dagen * DAG_MS));

/**
 * Adds calendar months: the same day number, or the last day of the month where that number does not exist.
 *
 * @example addMaanden(31 August 2026, 6) // 28 February 2027
 */
export function addMaanden(datum: Datum, maanden: number): Datum {
  const begin = utc(datum);
  const jaar = begin.getUTCFullYear();
  const maand = begin.getUTCMonth() + maanden;
  const dagenInMaand = new Date(Date.UTC(jaar, maand + 1, 0)).getUTCDate();
  return fromUtc(new Date(Date.UTC(jaar, maand, Math.min(begin.getUTCDate(), dagenInMaand))));
}

/** How many days `datum` lies after `vandaag`: 0 is today, negative is past. */
export const dagenTot = (datum: Datum, vandaag: Datum): number =>
  Math.round((utc(datum).getTime() - utc(vandaag).getTime()) / DAG_MS);

export const weekdag = (datum: Datum): Weekdag => WEEKDAGEN[utc(datum).getUTCDay()]!;

/** @example formatDatum('2026-05-26') // 'dinsdag 26 mei 2026' */
export function formatDatum(datum: Datum): string {
  const moment = utc(datum);
  return `${weekdag(datum)} ${moment.getUTCDate()} ${MAANDEN[moment.getUTCMonth()]!} ${moment.getUTCFullYear()}`;
}

/**
 * The last day of a term, with what is left of it.
 *
 * @example formatTotEnMet('2026-05-26', '2026-05-14') // 't/m dinsdag 26 mei 2026, nog 12 dagen'
 */
export function formatTotEnMet(laatsteDag: Datum, vandaag: Datum): string {
  const dagen = dagenTot(laatsteDag, vandaag);
  const rest =
    dagen === 0
      ? 'vandaag is de laatste dag'
      : dagen > 0
        ? `nog ${formatDagen(dagen)}`
        : `${formatDagen(-dagen)} geleden`;
  return `t/m ${formatDatum(laatsteDag)}, ${rest}`;
}

const formatDagen = (dagen: number): string => (dagen === 1 ? '1 dag' : `${dagen} dagen`);
