/** When something happened, in Dutch time, as far as counts need it. */
export interface Moment {
  /** First day of the month: 2026-03-01. */
  maand: string;
  jaar: number;
  /** Days since 1970, to tell how long apart two events are. */
  dag: number;
  /** Monday is 0. */
  weekdag: number;
  /** 0 to 23; null: not known. */
  uur: number | null;
}

export type Weekdeel = 'doordeweeks' | 'weekend' | 'onbekend';
export type Dagdeel = 'nacht' | 'dag' | 'avond' | 'onbekend';

/** Hours of a week, from Monday 0:00; one more for hours that are not known. */
export const UREN_PER_WEEK = 168;

export const uurVanDeWeek = ({ weekdag, uur }: Moment): number => (uur === null ? UREN_PER_WEEK : weekdag * 24 + uur);

/**
 * Nacht is 0 to 6, dag 6 to 18, avond 18 to 24. The weekend runs from Friday 18:00 to Monday 6:00, so that an evening
 * out and the night after it fall in the same part of the week.
 */
export function dagdeelVan({ weekdag, uur }: Moment): { weekdeel: Weekdeel; dagdeel: Dagdeel } {
  if (uur === null) return { weekdeel: 'onbekend', dagdeel: 'onbekend' };
  const uren = weekdag * 24 + uur;
  const weekend = uren >= 4 * 24 + 18 || uren < 6;
  return { weekdeel: weekend ? 'weekend' : 'doordeweeks', dagdeel: uur < 6 ? 'nacht' : uur < 18 ? 'dag' : 'avond' };
}

const vormen = [
  /^(?<jaar>\d{4})-(?<maand>\d\d)-(?<dag>\d\d)(?:[T ](?<uur>\d\d):(?<minuut>\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?<zone>Z|[+-]\d\d:?\d\d)?)?$/,
  /^(?<dag>\d{1,2})-(?<maand>\d{1,2})-(?<jaar>\d{4})(?: (?<uur>\d{1,2}):(?<minuut>\d\d)(?::\d\d)?)?$/,
];

/**
 * Reads a day, with or without a time: ISO 8601 (a time with a zone is put into Dutch time), or 2-3-2026 23:15.
 *
 * @returns null for anything else, and for a day or hour that does not exist
 */
export function readMoment(tekst: string): Moment | null {
  const delen = vormen.map((vorm) => vorm.exec(tekst.trim())?.groups).find(Boolean);
  if (!delen) return null;
  const { jaar, maand, dag, uur, minuut, zone } = delen;
  const [j, m, d] = [Number(jaar), Number(maand), Number(dag)];
  const dagen = Date.UTC(j, m - 1, d) / DAG_MS;
  const terug = new Date(dagen * DAG_MS);
  if (j < 1900 || terug.getUTCMonth() !== m - 1 || terug.getUTCDate() !== d) return null;
  if (uur === undefined) return momentOp(dagen, null);
  if (Number(uur) > 23 || Number(minuut) > 59) return null;
  if (zone === undefined) return momentOp(dagen, Number(uur));
  const verschil =
    zone === 'Z' ? 0 : Number(zone.slice(0, 3)) * 60 + Math.sign(Number(`${zone[0]}1`)) * Number(zone.slice(-2));
  return inNederland(dagen * 24 * 60 + Number(uur) * 60 + Number(minuut) - verschil);
}

const DAG_MS = 86_400_000;

/** @param dagen since 1970 */
export function momentOp(dagen: number, uur: number | null): Moment {
  const datum = new Date(dagen * DAG_MS).toISOString();
  // 1970 began on a Thursday.
  return {
    maand: `${datum.slice(0, 7)}-01`,
    jaar: Number(datum.slice(0, 4)),
    dag: dagen,
    weekdag: (dagen + 3) % 7,
    uur,
  };
}

const klok = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** Hours that were asked before: deliveries hold many moments of the same hour, and the calendar of the clock is slow. */
const bekend = new Map<number, Moment>();

/** @param minuten since 1970, UTC */
function inNederland(minuten: number): Moment {
  const heelUur = Math.floor(minuten / 60);
  const eerder = bekend.get(heelUur);
  if (eerder) return eerder;
  const delen = Object.fromEntries(
    klok.formatToParts(heelUur * 3_600_000).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0 } = delen;
  const moment = momentOp(Date.UTC(year, month - 1, day) / DAG_MS, hour);
  if (bekend.size > 200_000) bekend.clear();
  bekend.set(heelUur, moment);
  return moment;
}
