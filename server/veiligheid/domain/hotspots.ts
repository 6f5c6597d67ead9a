import type { Buren } from './buren.ts';
import { type GiSter, giSter } from './gi-ster.ts';
import { bepaalQ } from './kans.ts';
import { benjaminiHochberg, bepaalBins } from './meervoudig.ts';
import { tweezijdigeP } from './normaal.ts';

/** A whole map, in the order of its cells. */
export interface Hotspots extends GiSter {
  /** Two-sided, of each cell by itself, from the normal distribution. */
  p: Float64Array;
  /** The same adjusted for all cells of this map (Benjamini-Hochberg). These two are to be compared with R and PySAL. */
  pBh: Float64Array;
  /** What we lean on: adjusted likewise, but from the larger of p and the exact chance (see kans.ts). At least pBh. */
  q: Float64Array;
  /** −3 to 3, from q: significant at 0.01, 0.05 or 0.10, or not; 0 also where nothing was tested. */
  bins: Int8Array;
}

/**
 * Where there is significantly more, or less, than chance.
 *
 * @param waarden counts per cell, or what differs from what was expected (verhouding.ts); NaN: outside the analysis
 */
export function bepaalHotspots(waarden: ArrayLike<number>, buren: Buren): Hotspots {
  const uitkomst = giSter(waarden, buren);
  const p = uitkomst.z.map(tweezijdigeP);
  const q = bepaalQ(waarden, buren, uitkomst, p);
  return { ...uitkomst, p, pBh: benjaminiHochberg(p), q, bins: bepaalBins(uitkomst.z, q) };
}

/** What a map must at least hold before its z-scores say something. */
export const MINSTENS = { cellenMetGegevens: 30, gemiddeldPerCel: 1 } as const;

/** Why a map of counts says too little: longer periods or larger cells help. Null: it says enough. */
export function vindTekort(aantallen: ArrayLike<number>): 'te weinig cellen' | 'te weinig per cel' | null {
  let cellen = 0;
  let gevuld = 0;
  let som = 0;
  for (let cel = 0; cel < aantallen.length; cel += 1) {
    const aantal = aantallen[cel] as number;
    if (Number.isNaN(aantal)) continue;
    cellen += 1;
    som += aantal;
    if (aantal > 0) gevuld += 1;
  }
  if (gevuld < MINSTENS.cellenMetGegevens) return 'te weinig cellen';
  return som / cellen < MINSTENS.gemiddeldPerCel ? 'te weinig per cel' : null;
}
