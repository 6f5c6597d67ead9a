import { MINSTE_AANTAL, type OpenbaarAantal } from '../../domain/afscherming.ts';
import { mannKendall } from '../../domain/mann-kendall.ts';
import { MINSTE_STAPPEN, TREND_ALFA } from '../../domain/patroon.ts';
import { MINSTE_NOEMER } from '../../domain/verhouding.ts';

/** Which way is the better one. */
export type Goed = 'hoger' | 'lager';
export type Stand = 'beter' | 'slechter' | 'gelijk' | 'onbekend';

/** One figure of one area and year. */
export interface Meting {
  jaar: number;
  /** Percentage, mark, or count as it may be shown. Null: not known. */
  waarde: OpenbaarAantal;
  /** Part of it is withheld by the source: the true count is this or more. */
  minstens: boolean;
  /** Half of the 95% interval, in the unit of `waarde`; null: not known. */
  marge: number | null;
  /** Of a count, per 1,000 inwoners. Null: it is no count, or that says nothing. */
  perDuizend: number | null;
}

/** What a rounded count may lie from the true one. */
const AFRONDING = 2;

/**
 * A count with what chance does to it: records that come one by one vary by the root of their number (Poisson).
 *
 * @param inwoners of the area now; null: not known
 */
export function metingVanAantal(
  jaar: number,
  waarde: OpenbaarAantal,
  minstens: boolean,
  inwoners: number | null,
): Meting {
  const geteld = typeof waarde === 'number' && !minstens;
  return {
    jaar,
    waarde,
    minstens,
    marge: geteld ? 1.96 * Math.sqrt(waarde) + AFRONDING : waarde === '<5' ? MINSTE_AANTAL : null,
    perDuizend:
      geteld && inwoners !== null && inwoners >= MINSTE_NOEMER.inwoners
        ? Math.round((10_000 * waarde) / inwoners) / 10
        : null,
  };
}

const vergelijk = (nu: number, toen: number, marge: number, goed: Goed): Stand => {
  if (Math.abs(nu - toen) <= marge) return 'gelijk';
  return nu > toen === (goed === 'hoger') ? 'beter' : 'slechter';
};

/**
 * Whether the last measurement differs from the first by more than the margins of both together. `gelijk` is no clear
 * difference: it does not say that nothing changed.
 *
 * @param reeks in order of time
 */
export function bepaalVerschil(reeks: readonly Meting[], goed: Goed): Stand {
  const bruikbaar = reeks.filter(({ waarde, minstens }) => typeof waarde === 'number' && !minstens);
  const [eerste, laatste] = [bruikbaar[0], bruikbaar.at(-1)];
  // the year that is asked about is the last one: when that is not known there is no difference up to now
  if (!eerste || !laatste || eerste === laatste || laatste !== reeks.at(-1)) return 'onbekend';
  if (eerste.marge === null || laatste.marge === null) return 'onbekend';
  return vergelijk(laatste.waarde as number, eerste.waarde as number, Math.hypot(eerste.marge, laatste.marge), goed);
}

/** Whether a figure goes one way through time, and with how much doubt. */
export interface Trend {
  /** `onbekend`: the last period is not known. `te weinig`: there are fewer than {@link MINSTE_STAPPEN} known periods. */
  stand: Stand | 'te weinig';
  per: 'jaar' | 'kwartaal';
  /** How many periods are known, and the last that there is. */
  perioden: number;
  tot: string | null;
  /** Two-sided, of Mann-Kendall; null where there is none. */
  p: number | null;
}

/** One period of a figure: 2025, or 2025-3 for its third quarter. */
export interface Periodewaarde extends Pick<Meting, 'waarde' | 'minstens'> {
  periode: string;
}

/**
 * The trend as the hot spots have theirs: Mann-Kendall over all periods, two-sided p below 0.05. Periods that are not
 * known are left out, and never counted as zero; of "< 5" it is known that it is less than any other but zero.
 *
 * @param reeks in order of time
 */
export function bepaalTrend(reeks: readonly Periodewaarde[], per: Trend['per'], goed: Goed): Trend {
  const orde = ({ waarde, minstens }: Periodewaarde) => {
    if (minstens || waarde === null || waarde === 'achtergehouden') return null;
    return waarde === '<5' ? MINSTE_AANTAL / 2 : waarde;
  };
  const waarden = reeks.map(orde);
  const bekend = waarden.filter((waarde) => waarde !== null);
  const stand = { per, perioden: bekend.length, tot: reeks.at(-1)?.periode ?? null, p: null };
  if (waarden.at(-1) == null) return { ...stand, stand: 'onbekend' };
  if (bekend.length < MINSTE_STAPPEN) return { ...stand, stand: 'te weinig' };
  const { S, p } = mannKendall(bekend);
  const beter = S > 0 === (goed === 'hoger');
  return { ...stand, p, stand: p >= TREND_ALFA ? 'gelijk' : beter ? 'beter' : 'slechter' };
}

/** What an area is set against (the benchmark), in the same unit: per 1,000 inwoners for counts. */
export interface Maatstaf {
  waarde: number;
  /** Null: not known; what is set against it then only has its own margin. */
  marge: number | null;
}

/** A figure in the unit in which areas can be compared; null: not known. */
export function vergelijkbaar({ waarde, minstens, marge, perDuizend }: Meting, isAantal: boolean): Maatstaf | null {
  if (minstens || typeof waarde !== 'number') return null;
  if (!isAantal) return { waarde, marge };
  if (perDuizend === null) return null;
  return { waarde: perDuizend, marge: marge === null || waarde === 0 ? null : (marge * perDuizend) / waarde };
}

/** Whether one area is clearly better than another. */
export function bepaalVergelijking(hier: Maatstaf | null, daar: Maatstaf | null, goed: Goed): Stand {
  if (!hier || !daar || hier.marge === null) return 'onbekend';
  return vergelijk(hier.waarde, daar.waarde, Math.hypot(hier.marge, daar.marge ?? 0), goed);
}

/** Whether a target is reached, by the figure itself; null: no figure. */
export function isGehaald(hier: Maatstaf | null, streefwaarde: number, goed: Goed): boolean | null {
  if (!hier) return null;
  return goed === 'hoger' ? hier.waarde >= streefwaarde : hier.waarde <= streefwaarde;
}
