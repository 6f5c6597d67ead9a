import { expect, test } from 'vitest';
import { Prng } from '../../../scripts/modelgemeente/prng.ts';
import { codeer, ontcijfer } from './reeks.ts';

test('counts of cells come back as they were, near and far apart', () => {
  const rng = new Prng('reeks');
  for (let keer = 0; keer < 200; keer += 1) {
    const cellen = rng.int(1, 5_000);
    const plekken = Array.from({ length: rng.int(0, 60) }, () => rng.int(0, cellen - 1)).sort((a, b) => a - b);
    const tellingen = [...new Set(plekken)].map((cel) => [cel, plekken.filter((een) => een === cel).length] as const);
    expect([...ontcijfer(codeer(tellingen), cellen)]).toEqual(plekken);
  }
});

test('what is not ours is refused', () => {
  expect(codeer([[4, 2], [6, 1]])).toBe('EAC'); // biome-ignore format: as in the documentation
  expect(() => ontcijfer('E!', 10)).toThrow(RangeError);
  expect(() => ontcijfer('Z', 10)).toThrow(RangeError);
  expect(() => codeer([[6, 1], [4, 1]])).toThrow(RangeError); // biome-ignore format: short
});
