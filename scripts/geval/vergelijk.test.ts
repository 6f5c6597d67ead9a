import { describe, expect, test } from 'vitest';
import { komtOvereen } from './vergelijk.ts';

describe('agreement of verwacht and uitkomst', () => {
  test.each([
    ['an area, exactly at the tolerance', { maximumM2: 100 }, { maximumM2: 100.2 }, true],
    ['an area, beyond it', { maximumM2: 100 }, { maximumM2: 100.21 }, false],
    ['a statistic, exactly at the tolerance', { z: 1.5 }, { z: 1.4998 }, true],
    ['a statistic, beyond it', { z: 1.5 }, { z: 1.4997 }, false],
    ['a small p', { p: 0.0001 }, { p: 0.000101 }, true],
    ['a small p, beyond', { p: 0.0001 }, { p: 0.0001011 }, false],
    ['a large p, relative', { p: 0.5 }, { p: 0.50005 }, true],
    ['a large p, beyond', { p: 0.5 }, { p: 0.50006 }, false],
    ['whole numbers are equal or not', { aantal: 3 }, { aantal: 4 }, false],
    ['words', { omgevingsplan: 'VRIJ' }, { omgevingsplan: 'VERGUNNING' }, false],
    ['truth is not a word', { tijdig: true }, { tijdig: 'true' }, false],
    ['null is a value', { maximumM2: null }, { maximumM2: 0 }, false],
    ['null agrees with null', { maximumM2: null }, { maximumM2: null }, true],
    ['a missing key differs', { laatsteDag: '2026-05-26' }, {}, false],
    ['keys that verwacht leaves out are not compared', { a: 1 }, { a: 1, b: 2 }, true],
    ['not a number never agrees', { z: 1 }, { z: Number.NaN }, false],
  ])('%s', (_, verwacht, uitkomst, gelijk) => expect(komtOvereen(verwacht, uitkomst)).toBe(gelijk));

  test('lists agree in order, length and the tolerance of each key', () => {
    const cellen = [
      { rij: 0, z: 1 },
      { rij: 1, z: 2 },
    ];
    expect(komtOvereen({ cellen }, { cellen: cellen.map((cel) => ({ ...cel, z: cel.z + 0.0001 })) })).toBe(true);
    expect(komtOvereen({ cellen }, { cellen: cellen.toReversed() })).toBe(false);
    expect(komtOvereen({ cellen }, { cellen: [...cellen, { rij: 2, z: 3 }] })).toBe(false);
    expect(komtOvereen({ cellen }, { cellen: null })).toBe(false);
  });
});
