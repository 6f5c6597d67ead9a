import type { Moment } from '../../veiligheid/domain/tijd.ts';

/** When an area that was pointed out counts. */
export interface Venster {
  /** First and last day, YYYY-MM-DD; null: no end is known. */
  van: string | null;
  tot: string | null;
  /** Monday 0; null: every day. The part after midnight belongs to the day on which it began. */
  dagen: readonly number[] | null;
  /** From and up to this hour; an end before the beginning is the next morning. Null: all day. */
  uren: readonly [van: number, tot: number] | null;
}

const DAG_MS = 86_400_000;
const dagNamen = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

/** Whether it counts at a moment, in Dutch time; null: the hour, or (when `moment` is null) the day too, is not known. */
export function geldtOp({ van, tot, dagen, uren }: Venster, moment: Moment | null): boolean | null {
  if (!moment) return van === null && tot === null && dagen === null && uren === null ? true : null;
  const { dag, weekdag, uur } = moment;
  if (uren && uur === null) return null;
  const [begin, einde] = uren ?? [0, 24];
  const u = uur ?? 0;
  const overNacht = einde <= begin;
  const inUren = overNacht ? u >= begin || u < einde : u >= begin && u < einde;
  if (!inUren) return false;
  const terug = overNacht && u < einde ? 1 : 0;
  const begonnen = new Date((dag - terug) * DAG_MS).toISOString().slice(0, 10);
  if ((van !== null && begonnen < van) || (tot !== null && begonnen > tot)) return false;
  return dagen === null || dagen.includes((weekdag - terug + 7) % 7);
}

/** "vrijdag en zaterdag van 20 tot 6 uur"; empty: always. */
export function noemVenster({ dagen, uren }: Pick<Venster, 'dagen' | 'uren'>): string {
  const wanneer = dagen
    ?.map((nummer) => dagNamen[nummer])
    .join(', ')
    .replace(/, (?=\w+$)/, ' en ');
  return [wanneer, uren && `van ${uren[0]} tot ${uren[1]} uur`].filter(Boolean).join(' ');
}
