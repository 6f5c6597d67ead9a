import type { Aandeel, Gebied } from './contract.ts';

/** Borders of different bronnen never meet exactly: what is smaller than this is no statement about the place. */
export const randGrens = {
  /** An overlap is a rand when it is smaller than both. */
  m2: 1,
  procent: 1,
  /** Smaller than this (m²) is two borders that touch: no overlap at all. */
  raaktM2: 0.01,
} as const;

/**
 * The share of a place.
 *
 * @param m2 area of the overlap; null: what overlaps is a point or line, or the place is a point
 */
export function bepaalAandeel(gebied: Gebied, m2: number | null): Aandeel {
  if (gebied.oppervlakteM2 === null || m2 === null) return { m2: null, procent: null, rand: false };
  const procent = Math.min(100, (100 * m2) / gebied.oppervlakteM2);
  return { m2: rond(m2, 2), procent: rond(procent, 1), rand: m2 < randGrens.m2 && procent < randGrens.procent };
}

/** What the bronnen of something say about a place: `raakt` any part of it, `m2` how much of a perceel. */
export interface Dekking {
  raakt: boolean;
  m2: number | null;
}

/** Whether bronnen speak about the whole place, up to the tolerance of borders: only then finding nothing is an answer. */
export function dektGeheel(gebied: Gebied, { raakt, m2 }: Dekking): boolean {
  if (gebied.oppervlakteM2 === null || m2 === null) return raakt;
  const ontbreekt = gebied.oppervlakteM2 - m2;
  return raakt && (ontbreekt < randGrens.m2 || ontbreekt < (gebied.oppervlakteM2 * randGrens.procent) / 100);
}

const rond = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
