import { tweezijdigeP } from './normaal.ts';

export interface MannKendall {
  /** Rising pairs less falling pairs. */
  S: number;
  variantie: number;
  z: number;
  /** Two-sided. */
  p: number;
}

/**
 * Whether a series goes up or down, whatever the shape of the rise. Equal values are reckoned with in the variance.
 *
 * A series in which nothing differs, or of one value, has S = 0, z = 0 and p = 1.
 *
 * @param reeks in order of time, no NaN
 */
export function mannKendall(reeks: ArrayLike<number>): MannKendall {
  const n = reeks.length;
  let S = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) S += Math.sign((reeks[j] as number) - (reeks[i] as number));
  }
  const term = (t: number) => t * (t - 1) * (2 * t + 5);
  const groepen = new Map<number, number>();
  for (let i = 0; i < n; i += 1) groepen.set(reeks[i] as number, (groepen.get(reeks[i] as number) ?? 0) + 1);
  const gelijken = [...groepen.values()].reduce((som, t) => som + term(t), 0);
  const variantie = (term(n) - gelijken) / 18;
  const z = S === 0 ? 0 : (S - Math.sign(S)) / Math.sqrt(variantie);
  return { S, variantie, z, p: tweezijdigeP(z) };
}
