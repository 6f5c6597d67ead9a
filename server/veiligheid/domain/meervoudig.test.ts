import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg, bepaalBins, telSignificant } from './meervoudig.ts';

const kansen = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

test('what is counted as significant is what has an adjusted p at or below alfa', () => {
  fc.assert(
    fc.property(kansen, fc.constantFrom(0.01, 0.05, 0.1, 0.5), (p, alfa) => {
      const aangepast = benjaminiHochberg(p);
      expect([...aangepast].filter((q) => q <= alfa * (1 + 1e-12))).toHaveLength(telSignificant(p, alfa));
      aangepast.forEach((q, i) => {
        expect(q).toBeGreaterThanOrEqual(p[i] as number);
        expect(q).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('the order of the cells does not matter, and equal p have equal outcomes', () => {
  fc.assert(
    fc.property(kansen, (p) => {
      const dubbel = [...p, ...p];
      const q = benjaminiHochberg(dubbel);
      expect([...q.subarray(p.length)]).toEqual([...q.subarray(0, p.length)]);
      expect([...benjaminiHochberg(dubbel.toReversed())].toReversed()).toEqual([...q]);
    }),
  );
});

test('what was not tested does not count', () => {
  const p = [0.01, Number.NaN, 0.02, Number.NaN];
  expect([...benjaminiHochberg(p)]).toEqual([0.02, Number.NaN, 0.02, Number.NaN]);
  expect(telSignificant(p, 0.02)).toBe(2);
  expect(telSignificant([Number.NaN], 0.9)).toBe(0);
});

test('bins take their size from the level and their sign from z', () => {
  const z = [4, -4, 2, -2, 1.9, 0, Number.NaN];
  const q = [0.01, 0.0099, 0.05, 0.011, 0.1, 0.2, Number.NaN];
  expect([...bepaalBins(z, q)]).toEqual([3, -3, 2, -2, 1, 0, 0]);
});
