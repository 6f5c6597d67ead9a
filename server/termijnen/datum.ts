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

const jaarVan = (datum: string): number => Number(datum.slice(0, 4));
/** 0 is January. */
const maandVan = (datum: string): number => Number(datum.slice(5, 7)) - 1;
const dagVan = (datum: string): number => Number(datum.slice(8, 10));

/** In ms since 1970. Read as numbers: lists of hundreds of zaken have thousands of days, and reading text is slow. */
const utc = (datum: Datum): number => Date.UTC(jaarVan(datum), maandVan(datum), dagVan(datum));
const fromUtc = (moment: number): Datum => new Date(moment).toISOString().slice(0, 10) as Datum;
/** Of the month `maand` (0 is January; past December it runs on into the next year). */
const dagenInMaand = (jaar: number, maand: number): number => new Date(Date.UTC(jaar, maand + 1, 0)).getUTCDate();

/**
 * Reads a day.
 *
 * @returns null for anything that is not a day between 1900 and 2199, such as 30 February, and for null itself.
 */
export function parseDatum(tekst: string | null | undefined): Datum | null {
  if (!tekst || !/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return null;
  const jaar = jaarVan(tekst);
  if (jaar < JAREN.eerste || jaar > JAREN.laatste) return null;
  const maand = maandVan(tekst);
  const dag = dagVan(tekst);
  const bestaat = maand >= 0 && maand <= 11 && dag >= 1 && (dag <= 28 || dag <= dagenInMaand(jaar, maand));
  return bestaat ? (tekst as Datum) : null;
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
export const addDagen = (datum: Datum, dagen: number): Datum => fromUtc(utc(datum) + dagen * DAG_MS);

/**
 * Adds calendar months: the same day number, or the last day of the month where that number does not exist.
 *
 * @example addMaanden(31 August 2026, 6) // 28 February 2027
 */
export function addMaanden(datum: Datum, maanden: number): Datum {
  const jaar = jaarVan(datum);
  const maand = maandVan(datum) + maanden;
  return fromUtc(Date.UTC(jaar, maand, Math.min(dagVan(datum), dagenInMaand(jaar, maand))));
}

/** How many days `datum` lies after `vandaag`: 0 is today, negative is past. */
export const dagenTot = (datum: Datum, vandaag: Datum): number => Math.round((utc(datum) - utc(vandaag)) / DAG_MS);

export const weekdag = (datum: Datum): Weekdag => WEEKDAGEN[new Date(utc(datum)).getUTCDay()]!;

/** @example formatDatum('2026-05-26') // 'dinsdag 26 mei 2026' */
export function formatDatum(datum: Datum): string {
  return `${weekdag(datum)} ${dagVan(datum)} ${MAANDEN[maandVan(datum)]!} ${jaarVan(datum)}`;
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
