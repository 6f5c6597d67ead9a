import type { Prng } from './prng.ts';
import type { Woningtype } from './town.ts';

/** How often a household of 1, 2, 3, 4 and 5 people lives in each type of dwelling. */
const households: Record<Woningtype, readonly (readonly [number, number])[]> = {
  appartement: [
    [1, 55],
    [2, 32],
    [3, 8],
    [4, 4],
    [5, 1],
  ],
  tussenwoning: [
    [1, 25],
    [2, 33],
    [3, 16],
    [4, 20],
    [5, 6],
  ],
  hoekwoning: [
    [1, 22],
    [2, 34],
    [3, 16],
    [4, 21],
    [5, 7],
  ],
  'twee-onder-een-kap': [
    [1, 15],
    [2, 38],
    [3, 15],
    [4, 24],
    [5, 8],
  ],
  vrijstaand: [
    [1, 14],
    [2, 42],
    [3, 13],
    [4, 22],
    [5, 9],
  ],
};

/**
 * People per dwelling: drawn per type, then one up or down here and there until the town counts right.
 * A few dwellings stand empty.
 */
export function settle(rng: Prng, types: readonly (Woningtype | undefined)[], inwoners: number): number[] {
  const people = types.map((type) => (!type || rng.chance(0.025) ? 0 : rng.weighted(households[type])));
  const occupied = people.flatMap((n, i) => (n > 0 ? [i] : []));
  let difference = inwoners - people.reduce((sum, n) => sum + n, 0);
  for (let tries = 0; difference !== 0 && tries < inwoners * 20 && occupied.length > 0; tries += 1) {
    const i = rng.pick(occupied);
    const n = people[i] as number;
    if (difference > 0 && n < 6) {
      people[i] = n + 1;
      difference -= 1;
    } else if (difference < 0 && n > 1) {
      people[i] = n - 1;
      difference += 1;
    }
  }
  return people;
}
