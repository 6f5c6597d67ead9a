import { rdBereik } from '../../../geo/rd.ts';
import { getekendM2, lengte, min, naarLokaal, type Punt } from './punt.ts';
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
export function leesRing(ring: Ring, oorsprong: Punt): Punt[] | RingFout {
  if (ring.length > MEESTE_PUNTEN) return 'te-veel-punten';
  const binnen = ring.every(
    ([x, y]) => x >= rdBereik.minX && x <= rdBereik.maxX && y >= rdBereik.minY && y <= rdBereik.maxY,
  );
  if (!binnen) return 'buiten-nederland';
  const punten = zonderHerhaling(naarLokaal(ring, oorsprong));
  if (new Set(ring.map(([x, y]) => `${x} ${y}`)).size < 3) return 'te-weinig-punten';
  if (punten.length < 3) return 'zonder-oppervlakte';
  const getekend = getekendM2(punten);
  const binnenM2 = oppervlakte(omsloten(punten));
  if (Math.abs(Math.abs(getekend) - binnenM2) > KLEINSTE_M2) return 'kruist-zichzelf';
  if (binnenM2 < KLEINSTE_M2) return 'zonder-oppervlakte';
  return getekend < 0 ? punten.reverse() : punten;
}

/** Without points that lie on the one before, or to which the line goes out and straight back. */
function zonderHerhaling(punten: readonly Punt[]): Punt[] {
  const over: Punt[] = [];
  const zelfde = (a: Punt | undefined, b: Punt | undefined) => a && b && lengte(min(a, b)) <= ZELFDE_M;
  for (const punt of punten) {
    if (zelfde(over.at(-1), punt)) continue;
    if (zelfde(over.at(-2), punt)) over.pop();
    else over.push(punt);
  }
  while (over.length > 1 && zelfde(over[0], over.at(-1))) over.pop();
  return over;
}
