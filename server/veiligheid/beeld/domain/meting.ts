import { MINSTE_AANTAL, type OpenbaarAantal } from '../../domain/afscherming.ts';
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
 * Whether the last year differs from the first by more than the margins of both together. `gelijk` is no clear
 * difference: it does not say that nothing changed.
 *
 * @param reeks in order of time
 */
export function bepaalTrend(reeks: readonly Meting[], goed: Goed): Stand {
  const bruikbaar = reeks.filter(({ waarde, minstens }) => typeof waarde === 'number' && !minstens);
  const [eerste, laatste] = [bruikbaar[0], bruikbaar.at(-1)];
  // the year that is asked about is the last one: when that is not known there is no trend up to now
  if (!eerste || !laatste || eerste === laatste || laatste !== reeks.at(-1)) return 'onbekend';
  if (eerste.marge === null || laatste.marge === null) return 'onbekend';
  return vergelijk(laatste.waarde as number, eerste.waarde as number, Math.hypot(eerste.marge, laatste.marge), goed);
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
