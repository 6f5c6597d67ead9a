import type { Buren } from './buren.ts';
import { giSter } from './gi-ster.ts';
import { mannKendall } from './mann-kendall.ts';
import { benjaminiHochberg, bepaalBins } from './meervoudig.ts';
import { tweezijdigeP } from './normaal.ts';

/** How a cell went through time, in the order in which they are tried: the first that fits is the one. */
export const categorieen = [
  'nieuw',
  'aaneengesloten',
  'toenemend',
  'aanhoudend',
  'afnemend',
  'sporadisch',
  'wisselend',
  'historisch',
] as const;
export type Categorie = (typeof categorieen)[number] | 'geen-patroon';

export interface Patroon {
  categorie: Categorie;
  teken: 'warm' | 'koud' | null;
}

/** Fewer steps than this tell nothing about a pattern: do not show one. */
export const MINSTE_STAPPEN = 10;

/** From this share of hot steps on a place is hot as a rule. */
const MEESTAL = 0.9;
/** From this p on a trend may be chance. */
export const TREND_ALFA = 0.05;

/** A series seen from one side: for cold, with every sign turned. */
interface Kant {
  laatsteWarm: boolean;
  /** Share of the steps that are hot. */
  aandeel: number;
  /** Hot steps that lie together at the end of the series. */
  aaneen: number;
  warm: number;
  ooitKoud: boolean;
  trend: -1 | 0 | 1;
}

const past: Record<(typeof categorieen)[number], (kant: Kant) => boolean> = {
  nieuw: ({ laatsteWarm, warm }) => laatsteWarm && warm === 1,
  aaneengesloten: ({ aaneen, warm, aandeel }) => aaneen >= 2 && warm === aaneen && aandeel < MEESTAL,
  toenemend: ({ laatsteWarm, aandeel, trend }) => laatsteWarm && aandeel >= MEESTAL && trend === 1,
  aanhoudend: ({ laatsteWarm, aandeel, trend }) => laatsteWarm && aandeel >= MEESTAL && trend === 0,
  afnemend: ({ laatsteWarm, aandeel, trend }) => laatsteWarm && aandeel >= MEESTAL && trend === -1,
  sporadisch: ({ laatsteWarm, aandeel, ooitKoud }) => laatsteWarm && aandeel < MEESTAL && !ooitKoud,
  wisselend: ({ laatsteWarm, aandeel, ooitKoud }) => laatsteWarm && aandeel < MEESTAL && ooitKoud,
  historisch: ({ laatsteWarm, aandeel }) => !laatsteWarm && aandeel >= MEESTAL,
};

function kantVan(bins: ArrayLike<number>, trend: -1 | 0 | 1, teken: 1 | -1): Kant {
  const n = bins.length;
  let warm = 0;
  let koud = 0;
  for (let stap = 0; stap < n; stap += 1) {
    const bin = (bins[stap] as number) * teken;
    if (bin > 0) warm += 1;
    if (bin < 0) koud += 1;
  }
  let aaneen = 0;
  while (aaneen < n && (bins[n - 1 - aaneen] as number) * teken > 0) aaneen += 1;
  return {
    laatsteWarm: aaneen > 0,
    aandeel: warm / n,
    aaneen,
    warm,
    ooitKoud: koud > 0,
    trend: (trend * teken) as -1 | 0 | 1,
  };
}

/**
 * The category of an emerging hot spot, after the definitions of common GIS software with one condition of our own:
 * toenemend, aanhoudend and afnemend also ask that the last step is hot, or historisch could never be reached.
 *
 * A step is hot when its bin is positive and cold when it is negative. Each category is tried for warm and then for
 * koud, so that the opposite series always has the same category with the opposite teken. The trend is that of z
 * (Mann-Kendall, two-sided p below 0.05).
 *
 * @param bins −3 to 3 per step, in order of time
 * @param z Gi* per step
 * @throws RangeError when the two are not equally long, or empty
 */
export function bepaalPatroon(bins: ArrayLike<number>, z: ArrayLike<number>): Patroon {
  if (bins.length !== z.length || bins.length === 0) throw new RangeError('bins en z zijn niet even lang, of leeg');
  const { S, p } = mannKendall(z);
  const trend = p < TREND_ALFA ? (Math.sign(S) as -1 | 0 | 1) : 0;
  const warm = kantVan(bins, trend, 1);
  const koud = kantVan(bins, trend, -1);
  for (const categorie of categorieen) {
    if (past[categorie](warm)) return { categorie, teken: 'warm' };
    if (past[categorie](koud)) return { categorie, teken: 'koud' };
  }
  return { categorie: 'geen-patroon', teken: null };
}

/** Gi* of a map through time. Arrays hold step after step: of cell i in step t at t·cellen + i. */
export interface Kubus {
  stappen: number;
  cellen: number;
  z: Float64Array;
  /** Adjusted over all cells and steps: the cube is one question. */
  pBh: Float64Array;
  bins: Int8Array;
  /** Per cell. */
  patronen: Patroon[];
}

/**
 * Gi* per cell per step, in which the cells near it count in the step itself and in the steps just before it; then the
 * category of each cell.
 *
 * @param waarden step after step, as in {@link Kubus}; NaN: outside the analysis in that step
 * @param terug how many earlier steps count as near
 */
export function bepaalKubus(waarden: ArrayLike<number>, buren: Buren, terug = 1): Kubus {
  const cellen = buren.aantal.length;
  const stappen = waarden.length / cellen;
  const { z } = giSter(waarden, inTijd(buren, stappen, terug));
  const pBh = benjaminiHochberg(z.map(tweezijdigeP));
  const bins = bepaalBins(z, pBh);
  const patronen = Array.from({ length: cellen }, (_, cel) => {
    const reeks = <T extends Float64Array | Int8Array>(uit: T) =>
      Array.from({ length: stappen }, (_, stap) => uit[stap * cellen + cel] as number);
    const zReeks = reeks(z);
    if (zReeks.some(Number.isNaN)) return { categorie: 'geen-patroon', teken: null } as const;
    return bepaalPatroon(reeks(bins), zReeks);
  });
  return { stappen, cellen, z, pBh, bins, patronen };
}

/** The neighbours of a map through time: those of each step, and the same cells in the steps before. */
export function inTijd(buren: Buren, stappen: number, terug: number): Buren {
  const cellen = buren.aantal.length;
  const perStap = buren.van.length;
  const mee = (stap: number) => Math.min(stap, terug) + 1;
  let reeksen = 0;
  for (let stap = 0; stap < stappen; stap += 1) reeksen += perStap * mee(stap);
  const begin = new Uint32Array(stappen * cellen + 1);
  const van = new Uint32Array(reeksen);
  const tot = new Uint32Array(reeksen);
  const aantal = new Uint32Array(stappen * cellen);
  let vol = 0;
  for (let stap = 0; stap < stappen; stap += 1) {
    for (let cel = 0; cel < cellen; cel += 1) {
      for (let eerder = stap - mee(stap) + 1; eerder <= stap; eerder += 1) {
        for (let reeks = buren.begin[cel] as number; reeks < (buren.begin[cel + 1] as number); reeks += 1) {
          van[vol] = (buren.van[reeks] as number) + eerder * cellen;
          tot[vol] = (buren.tot[reeks] as number) + eerder * cellen;
          vol += 1;
        }
      }
      begin[stap * cellen + cel + 1] = vol;
      aantal[stap * cellen + cel] = (buren.aantal[cel] as number) * mee(stap);
    }
  }
  return { begin, van, tot, aantal };
}
