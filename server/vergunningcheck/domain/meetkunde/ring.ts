import { rdBereik } from '../../../geo/rd.ts';
import { onthoudRond } from './onthoud.ts';
import { getekendM2, kant, lengte, min, naarLokaal, type Punt } from './punt.ts';
import type { Ring } from './situatie.ts';
import { omsloten, oppervlakte } from './vlak.ts';

/** Points nearer to each other than this (m) are one point. */
const ZELFDE_M = 0.0005;
const MEESTE_PUNTEN = 5_000;
/** Less than this (m²) is a line, no area. */
const KLEINSTE_M2 = 0.01;

export type RingFout =
  | 'buiten-nederland'
  | 'te-weinig-punten'
  | 'te-veel-punten'
  | 'zonder-oppervlakte'
  | 'kruist-zichzelf';

/**
 * A ring as it can be computed with: around `oorsprong`, counter-clockwise, without points that repeat. Or what is wrong
 * with it.
 */
export const leesRing = onthoudRond((ring: Ring, oorsprong: Punt): readonly Punt[] | RingFout => {
  if (ring.length > MEESTE_PUNTEN) return 'te-veel-punten';
  const binnen = ring.every(
    ([x, y]) => x >= rdBereik.minX && x <= rdBereik.maxX && y >= rdBereik.minY && y <= rdBereik.maxY,
  );
  if (!binnen) return 'buiten-nederland';
  const punten = zonderHerhaling(naarLokaal(ring, oorsprong));
  if (punten.length < 3) {
    return new Set(ring.map(([x, y]) => `${x} ${y}`)).size < 3 ? 'te-weinig-punten' : 'zonder-oppervlakte';
  }
  const getekend = getekendM2(punten);
  const rechtsom = getekend < 0;
  if (Math.abs(getekend) > 2 * KLEINSTE_M2 && isEnkelvoudig(punten)) return rechtsom ? punten.reverse() : punten;
  const binnenM2 = oppervlakte(omsloten(punten));
  if (Math.abs(Math.abs(getekend) - binnenM2) > KLEINSTE_M2) return 'kruist-zichzelf';
  if (binnenM2 < KLEINSTE_M2) return 'zonder-oppervlakte';
  return rechtsom ? punten.reverse() : punten;
});

/** Of more corners than this the sides are not compared each with each. */
const VEEL_HOEKEN = 100;

/** Whether the sides of a ring surely meet only at its corners. */
function isEnkelvoudig(ring: readonly Punt[]): boolean {
  if (ring.length > VEEL_HOEKEN) return false;
  for (let i = 0; i < ring.length - 2; i += 1) {
    for (let k = i + 2; k < ring.length - (i === 0 ? 1 : 0); k += 1) {
      if (kunnenRaken(ring[i]!, ring[i + 1]!, ring[k]!, ring[(k + 1) % ring.length]!)) return false;
    }
  }
  return true;
}

/** Whether two line pieces may have a point in common: false only where a line keeps them apart. */
function kunnenRaken(a: Punt, b: Punt, c: Punt, d: Punt): boolean {
  for (const as of [0, 1] as const) {
    if (Math.max(a[as], b[as]) < Math.min(c[as], d[as]) - ZELFDE_M) return false;
    if (Math.min(a[as], b[as]) > Math.max(c[as], d[as]) + ZELFDE_M) return false;
  }
  return !liggenAanEenKant(a, b, c, d) && !liggenAanEenKant(c, d, a, b);
}

/** Whether two points lie surely on one side of the line from `p` to `q`. */
function liggenAanEenKant(p: Punt, q: Punt, een: Punt, ander: Punt): boolean {
  const naast = ZELFDE_M * lengte(min(q, p));
  const [links, rechts] = [kant(p, q, een), kant(p, q, ander)];
  return (links > naast && rechts > naast) || (links < -naast && rechts < -naast);
}

const zelfde = (a: Punt | undefined, b: Punt | undefined) =>
  a && b && Math.abs(a[0] - b[0]) <= ZELFDE_M && lengte(min(a, b)) <= ZELFDE_M;

/** Without points that lie on the one before, or to which the line goes out and straight back. */
function zonderHerhaling(punten: readonly Punt[]): Punt[] {
  const over: Punt[] = [];
  for (const punt of punten) {
    if (zelfde(over.at(-1), punt)) continue;
    if (zelfde(over.at(-2), punt)) over.pop();
    else over.push(punt);
  }
  while (over.length > 1 && zelfde(over[0], over.at(-1))) over.pop();
  return over;
}
