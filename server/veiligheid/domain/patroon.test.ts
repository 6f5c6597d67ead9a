import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queenBuren } from './buren.ts';
import { mannKendall } from './mann-kendall.ts';
import { bepaalKubus, bepaalPatroon, categorieen, inTijd } from './patroon.ts';

const reeks = fc
  .array(fc.record({ bin: fc.constantFrom(-3, -2, 0, 0, 2, 3), z: fc.double({ min: -9, max: 9, noNaN: true }) }), {
    minLength: 10,
    maxLength: 40,
  })
  .map((stappen) => ({ bins: stappen.map(({ bin }) => bin), z: stappen.map(({ z }) => z) }));

test('the opposite series has the same category with the opposite teken', () => {
  const andersom = { warm: 'koud', koud: 'warm' } as const;
  const min = (lijst: number[]) => lijst.map((waarde) => -waarde);
  fc.assert(
    fc.property(reeks, ({ bins, z }) => {
      const { categorie, teken } = bepaalPatroon(bins, z);
      expect(bepaalPatroon(min(bins), min(z))).toEqual({ categorie, teken: teken && andersom[teken] });
    }),
    { numRuns: 500 },
  );
});

test('a category is named when, and only when, the last step is hot or cold or nearly all were', () => {
  fc.assert(
    fc.property(reeks, ({ bins, z }) => {
      const meestal = [1, -1].some((teken) => bins.filter((bin) => bin * teken > 0).length / bins.length >= 0.9);
      expect(bepaalPatroon(bins, z).teken !== null).toBe(bins.at(-1) !== 0 || meestal);
    }),
  );
});

test('each of the seventeen can be reached', () => {
  const w = (n: number) => Array(n).fill(2) as number[];
  const nul = (n: number) => Array(n).fill(0) as number[];
  const op = Array.from({ length: 20 }, (_, i) => i);
  const vlak = Array.from({ length: 20 }, (_, i) => i % 2);
  const series: Record<(typeof categorieen)[number], [number[], number[]]> = {
    nieuw: [[...nul(19), 2], vlak],
    aaneengesloten: [[...nul(10), ...w(10)], vlak],
    toenemend: [w(20), op],
    aanhoudend: [w(20), vlak],
    afnemend: [w(20), op.toReversed()],
    sporadisch: [[2, ...nul(18), 2], vlak],
    wisselend: [[2, -2, ...nul(17), 2], vlak],
    historisch: [[...w(19), 0], vlak],
  };
  for (const categorie of categorieen) {
    const [bins, z] = series[categorie];
    expect(bepaalPatroon(bins, z)).toEqual({ categorie, teken: 'warm' });
    expect(
      bepaalPatroon(
        bins.map((b) => -b),
        z.map((s) => -s),
      ),
    ).toEqual({ categorie, teken: 'koud' });
  }
  expect(bepaalPatroon(nul(20), vlak)).toEqual({ categorie: 'geen-patroon', teken: null });
});

test('Mann-Kendall counts pairs, whatever the scale, and turns with time', () => {
  const lijst = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lijst, fc.integer({ min: 1, max: 9 }), (x, maal) => {
      const uitkomst = mannKendall(x);
      expect(mannKendall(x.map((waarde) => waarde * maal + 3))).toEqual(uitkomst);
      const terug = mannKendall(x.toReversed());
      expect([terug.S + uitkomst.S, terug.z + uitkomst.z, terug.p]).toEqual([0, 0, uitkomst.p]);
      expect(uitkomst.p).toBeGreaterThan(0);
      expect(uitkomst.p).toBeLessThanOrEqual(1);
    }),
  );
});

describe('a map through time', () => {
  const zijde = 8;
  const cellen = zijde * zijde;
  const plaats = Array.from({ length: cellen }, (_, i) => ({ kolom: i % zijde, rij: Math.floor(i / zijde) }));
  const buren = queenBuren({ kolom: plaats.map(({ kolom }) => kolom), rij: plaats.map(({ rij }) => rij) });

  test('counts the same cells in the step before as near', () => {
    const tijd = inTijd(buren, 3, 1);
    expect([tijd.aantal[0], tijd.aantal[cellen], tijd.aantal[2 * cellen]]).toEqual([4, 8, 8]);
    const van = (cel: number) =>
      Array.from({ length: tijd.begin[cel + 1]! - tijd.begin[cel]! }, (_, i) => tijd.begin[cel]! + i).flatMap((reeks) =>
        Array.from({ length: tijd.tot[reeks]! - tijd.van[reeks]! }, (_, i) => tijd.van[reeks]! + i),
      );
    expect(van(2 * cellen)).toEqual(
      [0, 1, zijde, zijde + 1]
        .flatMap((cel) => cel + cellen)
        .concat([0, 1, zijde, zijde + 1].map((cel) => cel + 2 * cellen)),
    );
  });

  test('names a place that became hot, one that always was, and one without values', () => {
    const stappen = 12;
    const waarden = Float64Array.from({ length: stappen * cellen }, (_, i) => {
      const [stap, cel] = [Math.floor(i / cellen), i % cellen];
      const { kolom, rij } = plaats[cel]!;
      const ruis = (cel * 7 + stap * 3) % 3;
      if (kolom <= 2 && rij <= 2) return 20 + ruis;
      if (kolom >= 5 && rij >= 5 && stap >= 9) return 20 + ruis;
      return cel === 7 ? Number.NaN : ruis;
    });
    const { patronen, bins } = bepaalKubus(waarden, buren);
    expect(patronen[zijde + 1]).toEqual({ categorie: 'aanhoudend', teken: 'warm' });
    expect(patronen[6 * zijde + 6]).toEqual({ categorie: 'aaneengesloten', teken: 'warm' });
    expect(patronen[7]).toEqual({ categorie: 'geen-patroon', teken: null });
    expect(bins[8 * cellen + 6 * zijde + 6]).toBeLessThanOrEqual(0);
  });
});
