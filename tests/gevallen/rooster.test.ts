import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  celNummer,
  celVan,
  kolomVan,
  middenVan,
  rijVan,
  ringVan,
  roosters,
  vergroof,
} from '../../server/veiligheid/domain/rooster.ts';

const rd = fc.record({
  x: fc.integer({ min: 0, max: 300_000_000 }),
  y: fc.integer({ min: 289_000_000, max: 629_000_000 }),
});

describe.each(roosters)('%s', (rooster) => {
  test('a point lies nearest to the middle of its own cell, and the number holds row and column', () => {
    fc.assert(
      fc.property(rd, ({ x, y }) => {
        const cel = celVan(rooster, x, y);
        const afstand = (ander: number) => {
          const [mx, my] = middenVan(rooster, ander);
          return Math.hypot(mx * 1000 - x, my * 1000 - y);
        };
        const [kolom, rij] = [kolomVan(cel), rijVan(cel)];
        expect(celNummer(kolom, rij)).toBe(cel);
        for (const [dk, dr] of [
          [-1, 0],
          [1, 0],
          [0, -1],
          [0, 1],
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ] as const) {
          if (kolom + dk < 0) continue;
          expect(afstand(cel)).toBeLessThanOrEqual(afstand(celNummer(kolom + dk, rij + dr)) + 1e-3);
        }
      }),
    );
  });

  test('the middle lies in its own cell, which is a hectare and turns to the left', () => {
    const cel = celNummer(1530, 4607);
    const [x, y] = middenVan(rooster, cel);
    expect(celVan(rooster, Math.round(x * 1000), Math.round(y * 1000))).toBe(cel);
    const ring = ringVan(rooster, cel);
    expect(ring.at(-1)).toEqual(ring[0]);
    const dubbel = ring.slice(1).reduce((som, [bx, by], i) => {
      const [ax, ay] = ring[i] as [number, number];
      return som + (ax - x) * (by - y) - (bx - x) * (ay - y);
    }, 0);
    expect(Math.abs(dubbel / 2 - 10_000)).toBeLessThan(0.2);
  });
});

test('a point on a border belongs to the cell to the north and east, to the millimetre', () => {
  expect(celVan('vierkant', 152_700_000, 458_000_000)).toBe(celNummer(1527, 4580));
  expect(celVan('vierkant', 152_699_999, 457_999_999)).toBe(celNummer(1526, 4579));
});

test('odd rows of hexagons stand half a cell to the right', () => {
  const [even, oneven] = [middenVan('zeshoek', celNummer(10, 4)), middenVan('zeshoek', celNummer(10, 5))];
  expect(oneven[0] - even[0]).toBeCloseTo(53.728, 3);
  expect(oneven[1] - even[1]).toBeCloseTo(93.06, 9);
});

test('five by five squares make one of 500 m', () => {
  const groot = [celNummer(1530, 4605), celNummer(1534, 4609)].map((cel) => vergroof(cel, 5));
  expect(groot).toEqual([celNummer(306, 921), celNummer(306, 921)]);
  expect(vergroof(celNummer(1535, 4605), 5)).toBe(celNummer(307, 921));
});
