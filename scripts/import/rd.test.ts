import { expect, test } from 'vitest';
import { toRd } from './rd.ts';

/** Control points of RDNAPTRANS (ETRS89, RD), as the Kadaster publishes them to check a transformation with. */
test.each([
  ['Texel', 53.160753042, 4.824761912, 117380.12, 575040.34],
  ['Noord-Groningen', 53.41948205, 6.776726674, 247380.56, 604580.78],
  ['Amersfoort', 52.155172897, 5.387203657, 155000, 463000],
  ['Zeeuws-Vlaanderen', 51.368607152, 3.397588595, 16460.91, 377380.23],
  ['Zuid-Limburg', 50.792584916, 5.773795548, 182260.45, 311480.67],
  ['Maasvlakte', 51.947393898, 4.072887101, 64640.89, 440700.01],
])('%s lies within 0.25 m of its published place', (_, lat, lon, x, y) => {
  const [foundX, foundY] = toRd(lon, lat) ?? [0, 0];
  expect(Math.hypot(foundX - x, foundY - y)).toBeLessThan(0.25);
});

test('a place outside the Netherlands is no place', () => {
  expect(toRd(52.1, 5.7)).toBeNull();
  expect(toRd(Number.NaN, 52)).toBeNull();
  expect(toRd(-0.1, 51.5)).toBeNull();
});
