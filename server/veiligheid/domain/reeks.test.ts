import { expect, test } from 'vitest';
import { Prng } from '../../../scripts/modelgemeente/prng.ts';
import { codeer, telOp } from './reeks.ts';

test('counts of cells come back as they were, near and far apart', () => {
  const rng = new Prng('reeks');
  for (let keer = 0; keer < 200; keer += 1) {
    const cellen = rng.int(1, 5_000);
    const aantallen = new Float64Array(cellen);
    for (let n = rng.int(0, 60); n > 0; n -= 1) aantallen[rng.int(0, cellen - 1)] = rng.int(1, 9);
    const terug = new Float64Array(cellen);
    telOp(codeer([...aantallen.entries()]), terug);
    expect(terug).toEqual(aantallen);
  }
});

test('what is not ours is refused', () => {
  expect(codeer([[4, 2], [6, 1]])).toBe('EAC'); // biome-ignore format: as in the documentation
  expect(() => telOp('E!', new Float64Array(10))).toThrow(RangeError);
  expect(() => telOp('Z', new Float64Array(10))).toThrow(RangeError);
  expect(() => codeer([[6, 1], [4, 1]])).toThrow(RangeError); // biome-ignore format: short
});
