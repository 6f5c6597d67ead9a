import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gevelNaar,
  matenVan,
  oppervlakteM2,
  type Punt,
  type Ring,
  rechthoekUit,
  verschoven,
  zijdenVan,
} from './maten.ts';

/** A plot of 8 by 30 m with the street in the south, turned and moved. */
function plek(graden: number, dx = 146_000, dy = 505_000) {
  const hoek = (graden * Math.PI) / 180;
  const draai = ([x, y]: Punt): Punt => [
    dx + x * Math.cos(hoek) - y * Math.sin(hoek),
    dy + x * Math.sin(hoek) + y * Math.cos(hoek),
  ];
  const ring = (...punten: Punt[]): Ring => punten.map(draai);
  return {
    perceel: ring([0, 0], [8, 0], [8, 30], [0, 30]),
    huis: ring([1, 5], [7, 5], [7, 14], [1, 14]),
    achter: draai([4, 25]),
  };
}

const maten = { breedte: 3, diepte: 1.2, afstandHuis: 6, afstandZij: 1, zij: 'links' } as const;

describe('Typed measures', () => {
  test('give a rectangle of just that size, at just that distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), (graden) => {
        const { perceel, huis, achter } = plek(graden);
        const gevel = gevelNaar(huis, achter)!;
        const ring = rechthoekUit(maten, gevel, perceel)!;
        const zijden = zijdenVan(ring).map(({ lengteM }) => lengteM);
        for (const [i, m] of [3, 1.2, 3, 1.2].entries()) expect(Math.abs(zijden[i]! - m)).toBeLessThan(0.02);
        expect(oppervlakteM2(ring)).toBeCloseTo(3.6, 0);
        expect(matenVan(ring, gevel, perceel)).toMatchObject({ zij: 'links' });
      }),
    );
  });

  test('come back from the rectangle within a centimetre or two, so that drawing and typing agree', () => {
    fc.assert(
      fc.property(
        fc.record({
          breedte: fc.integer({ min: 100, max: 300 }),
          diepte: fc.integer({ min: 100, max: 500 }),
          afstandHuis: fc.integer({ min: 0, max: 900 }),
          afstandZij: fc.integer({ min: 0, max: 200 }),
          graden: fc.integer({ min: 0, max: 359 }),
        }),
        ({ graden, ...cm }) => {
          const { perceel, huis, achter } = plek(graden);
          const gevel = gevelNaar(huis, achter)!;
          const gevraagd = {
            breedte: cm.breedte / 100,
            diepte: cm.diepte / 100,
            afstandHuis: cm.afstandHuis / 100,
            afstandZij: cm.afstandZij / 100,
            zij: 'links' as const,
          };
          const terug = matenVan(rechthoekUit(gevraagd, gevel, perceel)!, gevel, perceel)!;
          for (const maat of ['breedte', 'diepte', 'afstandHuis'] as const) {
            expect(Math.abs(terug[maat] - gevraagd[maat])).toBeLessThanOrEqual(0.021);
          }
          const ring = rechthoekUit(terug, gevel, perceel)!;
          for (const [i, [x, y]] of rechthoekUit(gevraagd, gevel, perceel)!.entries()) {
            expect(Math.hypot(ring[i]![0] - x, ring[i]![1] - y)).toBeLessThan(0.05);
          }
        },
      ),
    );
  });

  test('do not fit where the perceel has no side beside the house', () => {
    const { perceel, huis, achter } = plek(0);
    expect(rechthoekUit({ ...maten, afstandHuis: 40 }, gevelNaar(huis, achter)!, perceel)).toBeNull();
  });

  test('are not there for a shape that is no rectangle along the house', () => {
    const { perceel, huis, achter } = plek(0);
    const gevel = gevelNaar(huis, achter)!;
    const ring = rechthoekUit(maten, gevel, perceel)!;
    expect(matenVan([...ring.slice(0, 3), [146_002, 505_022]], gevel, perceel)).toBeNull();
    expect(matenVan(ring.slice(0, 3), gevel, perceel)).toBeNull();
  });

  test('move with the arrow keys along the house and away from it', () => {
    const { perceel, huis, achter } = plek(30);
    const gevel = gevelNaar(huis, achter)!;
    const ring = rechthoekUit(maten, gevel, perceel)!;
    const terug = matenVan(verschoven(ring, gevel, 0.5, 1), gevel, perceel)!;
    expect(terug.afstandHuis).toBeCloseTo(7, 1);
    expect(terug.afstandZij).toBeCloseTo(1.5, 1);
  });
});
