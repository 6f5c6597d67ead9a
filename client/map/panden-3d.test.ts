import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { puntIn } from './panden-3d.ts';

const vlak = (...hoeken: [number, number][]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...hoeken, hoeken[0]!]],
});

test('the middle of a simple pand', () => {
  expect(puntIn(vlak([0, 0], [2, 0], [2, 2], [0, 2]))).toEqual({ lon: 1, lat: 1 });
});

test('a point inside also where the middle lies outside: an L, a U', () => {
  const vormen = [
    vlak([0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10]),
    vlak([0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [1, 1], [1, 10], [0, 10]),
  ];
  for (const vorm of vormen) {
    const punt = puntIn(vorm)!;
    expect(booleanPointInPolygon([punt.lon, punt.lat], vorm, { ignoreBoundary: true })).toBe(true);
  }
});

test('a point inside whatever the shape: stars of any number of corners', () => {
  const ster = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 12 }).map((stralen) =>
    vlak(
      ...stralen.map((straal, i): [number, number] => {
        const hoek = (2 * Math.PI * i) / stralen.length;
        return [straal * Math.cos(hoek), straal * Math.sin(hoek)];
      }),
    ),
  );
  fc.assert(
    fc.property(ster, (vorm) => {
      const punt = puntIn(vorm);
      return punt !== null && booleanPointInPolygon([punt.lon, punt.lat], vorm);
    }),
  );
});

test('none in what is no surface', () => {
  expect(puntIn({ type: 'Point', coordinates: [0, 0] })).toBeNull();
});
