import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Buren, bandBuren, queenBuren, RoosterFout, zesBuren } from './buren.ts';
import { giSter } from './gi-ster.ts';

/** Cells of a grid of at most 9 × 9 with holes, with their values: at least two cells. */
const raster = fc
  .array(fc.option(fc.double({ min: -50, max: 50, noNaN: true }), { nil: undefined, freq: 4 }), {
    minLength: 12,
    maxLength: 81,
  })
  .map((vakken) =>
    vakken.flatMap((waarde, i) => (waarde === undefined ? [] : [{ kolom: i % 9, rij: Math.floor(i / 9), waarde }])),
  )
  .filter((cellen) => cellen.length > 1);
type Cel = { kolom: number; rij: number; waarde: number };

const plaatsen = (cellen: readonly Cel[]) => ({ kolom: cellen.map((c) => c.kolom), rij: cellen.map((c) => c.rij) });
const waarden = (cellen: readonly Cel[]) => cellen.map((c) => c.waarde);
const opVolgorde = (cellen: readonly Cel[]) => [...cellen].sort((a, b) => a.rij - b.rij || a.kolom - b.kolom);
const hexMidden = ({ kolom, rij }: Cel) => [(kolom + (rij % 2) / 2) * Math.sqrt(3), rij * 1.5] as const;

/** Each definition of near, in two ways: as it is computed, and pair by pair. */
const manieren: Record<string, { buren: (cellen: readonly Cel[]) => Buren; dichtbij: (a: Cel, b: Cel) => boolean }> = {
  queen: {
    buren: (cellen) => queenBuren(plaatsen(cellen)),
    dichtbij: (a, b) => Math.max(Math.abs(a.kolom - b.kolom), Math.abs(a.rij - b.rij)) <= 1,
  },
  six: {
    buren: (cellen) => zesBuren(plaatsen(cellen)),
    dichtbij: (a, b) => {
      const [[ax, ay], [bx, by]] = [hexMidden(a), hexMidden(b)];
      return Math.hypot(ax - bx, ay - by) < 1.8;
    },
  },
  band: {
    buren: (cellen) =>
      bandBuren(
        cellen.map((c) => c.kolom),
        cellen.map((c) => c.rij),
        2.5,
      ),
    dichtbij: (a, b) => Math.hypot(a.kolom - b.kolom, a.rij - b.rij) <= 2.5,
  },
};

describe.each(Object.entries(manieren))('%s', (_, { buren, dichtbij }) => {
  test('gives what the formula gives, cell by cell', () => {
    fc.assert(
      fc.property(raster, (cellen) => {
        const n = cellen.length;
        const x = waarden(cellen);
        const gemiddelde = x.reduce((a, b) => a + b, 0) / n;
        const s = Math.sqrt(x.reduce((som, waarde) => som + (waarde - gemiddelde) ** 2, 0) / n);
        fc.pre(s > 1e-3);
        const uitkomst = giSter(x, buren(cellen));
        cellen.forEach((cel, i) => {
          const naast = cellen.filter((ander) => dichtbij(cel, ander));
          const k = naast.length;
          expect(uitkomst.k[i]).toBe(k);
          const som = waarden(naast).reduce((a, b) => a + b, 0);
          expect(uitkomst.som[i]).toBeCloseTo(som, 9);
          const z = (som - gemiddelde * k) / (s * Math.sqrt((n * k - k * k) / (n - 1)));
          if (k === n) expect(uitkomst.z[i]).toBeNaN();
          else expect(Math.abs((uitkomst.z[i] as number) - z)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('does not change with the scale, and turns its sign with that of the values', () => {
    fc.assert(
      fc.property(
        raster,
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (cellen, maal, plus) => {
          fc.pre(Math.max(...waarden(cellen)) - Math.min(...waarden(cellen)) > 0.1);
          const ligging = buren(cellen);
          const z = giSter(waarden(cellen), ligging).z;
          const geschaald = giSter(
            waarden(cellen).map((w) => w * maal + plus),
            ligging,
          ).z;
          const omgekeerd = giSter(
            waarden(cellen).map((w) => -w),
            ligging,
          ).z;
          z.forEach((score, i) => {
            if (Number.isNaN(score)) return;
            expect(geschaald[i]).toBeCloseTo(score, 8);
            expect(omgekeerd[i]).toBeCloseTo(-score, 9);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a cell without a value is as a cell that is not there', () => {
    fc.assert(
      fc.property(raster, fc.integer({ min: 0, max: 80 }), (cellen, welke) => {
        fc.pre(cellen.length > 3);
        const weg = welke % cellen.length;
        const leeg = giSter(
          cellen.map((c, i) => (i === weg ? Number.NaN : c.waarde)),
          buren(cellen),
        );
        const over = cellen.filter((_, i) => i !== weg);
        const zonder = giSter(waarden(over), buren(over));
        expect(leeg.z[weg]).toBeNaN();
        expect(leeg.n).toBe(zonder.n);
        expect([...leeg.k].filter((_, i) => i !== weg)).toEqual([...zonder.k]);
        [...leeg.z]
          .filter((_, i) => i !== weg)
          .forEach((z, i) => {
            if (Number.isNaN(zonder.z[i])) expect(z).toBeNaN();
            else expect(z).toBeCloseTo(zonder.z[i] as number, 9);
          });
      }),
      { numRuns: 40 },
    );
  });
});

test('queen and band follow when the map is mirrored', () => {
  fc.assert(
    fc.property(raster, (cellen) => {
      const spiegel = opVolgorde(cellen.map((c) => ({ ...c, kolom: 8 - c.kolom })));
      for (const naam of ['queen', 'band']) {
        const { buren } = manieren[naam]!;
        const [recht, gespiegeld] = [cellen, spiegel].map((lijst) => {
          const z = giSter(waarden(lijst), buren(lijst)).z;
          return new Map(lijst.map((c, i) => [`${c.rij} ${c.kolom}`, z[i] as number]));
        });
        for (const { kolom, rij } of cellen) {
          const [a, b] = [recht!.get(`${rij} ${kolom}`)!, gespiegeld!.get(`${rij} ${8 - kolom}`)!];
          if (Number.isNaN(a)) expect(b).toBeNaN();
          else expect(b).toBeCloseTo(a, 8);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('small differences on large values keep their digits', () => {
  const cellen = Array.from({ length: 2500 }, (_, i) => ({
    kolom: i % 50,
    rij: Math.floor(i / 50),
    waarde: (i * 7919) % 13,
  }));
  const ligging = queenBuren(plaatsen(cellen));
  const klein = giSter(waarden(cellen), ligging).z;
  const groot = giSter(
    waarden(cellen).map((w) => w / 8 + 1e9),
    ligging,
  ).z;
  expect(Math.max(...klein.map((z, i) => Math.abs(z - (groot[i] as number))))).toBeLessThan(1e-9);
});

test('nothing to compare is no number', () => {
  const vijf = { kolom: [0, 1, 2, 9, 10], rij: [0, 0, 0, 0, 0] };
  expect([...giSter([0.1, 0.1, 0.1, 0.1, 0.1], queenBuren(vijf)).z].every(Number.isNaN)).toBe(true);
  expect([...giSter([3], queenBuren({ kolom: [0], rij: [0] })).z]).toEqual([Number.NaN]);
  expect([...giSter([], queenBuren({ kolom: [], rij: [] })).z]).toEqual([]);
  const eiland = giSter([0, 0, 0, 5, 0], queenBuren({ kolom: [0, 1, 2, 5, 9], rij: [0, 0, 0, 0, 0] }));
  expect([eiland.k[3], eiland.z[3]]).toEqual([1, 2]);
});

test('cells that are not in order, or at one place, have no neighbours to tell', () => {
  const fout = (kolom: number[], rij: number[]) => expect(() => queenBuren({ kolom, rij })).toThrow(RoosterFout);
  fout([0, 0], [0, 0]);
  fout([1, 0], [0, 0]);
  fout([0, 0], [1, 0]);
  fout([0, 0, 1], [0, 1, 0]);
  expect(() => bandBuren([1, 0], [0, 0], 5)).toThrow(RoosterFout);
  expect(() => bandBuren([0, 0], [1, 0], 5)).toThrow(RoosterFout);
});

test('rows and columns may lie below zero', () => {
  const cellen = [-3, -2, -1].flatMap((rij) => [-2, -1, 0].map((kolom) => ({ kolom, rij, waarde: 0 })));
  expect(zesBuren(plaatsen(cellen)).aantal).toEqual(
    zesBuren(plaatsen(cellen.map((c) => ({ ...c, rij: c.rij + 4 })))).aantal,
  );
});
