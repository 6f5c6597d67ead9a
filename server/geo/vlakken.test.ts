import { describe, expect, test } from 'vitest';
import type { Vlakken } from './contract.ts';
import { ligtIn, vangpunt } from './vlakken.ts';

/** A square of 10 m with a hole of 2 m in its middle. */
const vierkant: Vlakken = [
  [
    [
      [146_000, 505_000],
      [146_010.123, 505_000],
      [146_010.123, 505_010],
      [146_000, 505_010],
      [146_000, 505_000],
    ],
    [
      [146_004, 505_004],
      [146_004, 505_006],
      [146_006, 505_006],
      [146_006, 505_004],
      [146_004, 505_004],
    ],
  ],
];
const op = (x: number, y: number) => ({ x: 146_000 + x, y: 505_000 + y });

describe('ligtIn', () => {
  test.each([
    ['inside', 2, 2, true],
    ['on the border', 0, 5, true],
    ['on a corner', 10.123, 10, true],
    ['in the hole', 5, 5, false],
    ['outside', -0.001, 5, false],
  ])('%s', (_, x, y, expected) => expect(ligtIn(vierkant, op(x, y))).toBe(expected));
});

describe('vangpunt', () => {
  test('a corner wins from the side that is nearer, and is exactly the stored one', () => {
    expect(vangpunt(vierkant, op(9.8, 0.1), 0.5)).toEqual({
      soort: 'hoek',
      ...op(10.123, 0),
      afstandM: expect.closeTo(0.338, 3),
    });
  });

  test('a side, at the nearest point', () => {
    expect(vangpunt(vierkant, op(5, -0.4), 0.5)).toEqual({
      soort: 'zijde',
      ...op(5, 0),
      afstandM: expect.closeTo(0.4),
    });
  });

  test('the border of a hole too', () => {
    expect(vangpunt(vierkant, op(5.9, 5.9), 0.5)).toMatchObject({ soort: 'hoek', ...op(6, 6) });
  });

  test('nothing within reach', () => {
    expect(vangpunt(vierkant, op(2, 2), 0.5)).toBeNull();
    expect(vangpunt([], op(2, 2), 0.5)).toBeNull();
  });
});
