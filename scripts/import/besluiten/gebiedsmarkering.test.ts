import { expect, test } from 'vitest';
import { toRdWkt } from './gebiedsmarkering.ts';

test.each([
  ['POINT(120097.26  488031.32)', 'POINT(120097.26 488031.32)'],
  [
    'Polygon ((136931 456617, 136920 456635, 136940 456640, 136931 456617))',
    'POLYGON ((136931 456617, 136920 456635, 136940 456640, 136931 456617))',
  ],
  ['LINESTRING(5.774753 52.10024,5.7757 52.1002)', 'LINESTRING(181554.193 456959.194,181619.103 456955.091)'],
  ['52.10024,5.774753', 'POINT(181554.193 456959.194)'],
])('%s is in RD %s', (tekst, wkt) => {
  expect(toRdWkt(tekst)).toBe(wkt);
});

test('a list of positions that comes back is a vlak, another is loose points', () => {
  expect(toRdWkt('52.1,5.7 52.1,5.71 52.11,5.71 52.1,5.7')).toMatch(/^POLYGON\(\(/);
  expect(toRdWkt('52.1,5.7 52.1,5.71')).toMatch(/^MULTIPOINT\(/);
});

test.each(['', 'POINT(1 2)', 'POINT(52.1 5.7)', 'hier', 'POINT(1 1); DROP TABLE besluit', 'POINT EMPTY'])(
  'what is no place in the Netherlands is refused: "%s"',
  (tekst) => {
    expect(toRdWkt(tekst)).toBeNull();
  },
);
