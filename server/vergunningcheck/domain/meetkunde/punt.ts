import type { Ring } from './situatie.ts';

/** Metres around a local origin, so that areas keep their digits. Also a direction. */
export type Punt = readonly [x: number, y: number];

export const plus = (a: Punt, b: Punt): Punt => [a[0] + b[0], a[1] + b[1]];
export const min = (a: Punt, b: Punt): Punt => [a[0] - b[0], a[1] - b[1]];
export const maal = (a: Punt, k: number): Punt => [a[0] * k, a[1] * k];
export const inproduct = (a: Punt, b: Punt): number => a[0] * b[0] + a[1] * b[1];
export const lengte = (a: Punt): number => Math.hypot(a[0], a[1]);
export const midden = (a: Punt, b: Punt): Punt => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
/** To the left. */
export const haaks = (a: Punt): Punt => [-a[1], a[0]];

export function eenheid(a: Punt): Punt {
  const lang = lengte(a);
  return lang === 0 ? [0, 0] : [a[0] / lang, a[1] / lang];
}

/** The angle between two lines (not directions), 0 to 90 degrees. */
export const hoekGraden = (a: Punt, b: Punt): number =>
  (Math.atan2(Math.abs(a[0] * b[1] - a[1] * b[0]), Math.abs(inproduct(a, b))) * 180) / Math.PI;

/** On which side of the line from `p` to `q` a point lies: positive to the left, twice the area that they span (m²). */
export const kant = (p: Punt, q: Punt, r: Punt): number =>
  (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);

/** Twice the signed area halved: positive when the ring runs counter-clockwise, m². */
export function getekendM2(ring: readonly Punt[]): number {
  let som = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    som += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return som / 2;
}

export const naarLokaal = (ring: Ring, oorsprong: Punt): Punt[] =>
  ring.map(([x, y]) => [x - oorsprong[0], y - oorsprong[1]]);

/** A side of a ring, with its normal pointing out of it. */
export interface Zijde {
  a: Punt;
  b: Punt;
  normaal: Punt;
  lengteM: number;
}

/** The sides of a counter-clockwise ring. */
export const zijdenVan = (ring: readonly Punt[]): Zijde[] =>
  ring.map((a, index) => {
    const b = ring[(index + 1) % ring.length]!;
    const langs = min(b, a);
    const lengteM = lengte(langs);
    return { a, b, normaal: lengteM === 0 ? [0, 0] : [langs[1] / lengteM, -langs[0] / lengteM], lengteM };
  });
