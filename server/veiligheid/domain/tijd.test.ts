import { describe, expect, test } from 'vitest';
import { dagdeelVan, readMoment, uurVanDeWeek } from './tijd.ts';

describe('reading a moment', () => {
  test.each([
    ['2026-03-02T23:15', '2026-03-01', 0, 23],
    ['2026-03-02 23:15:59.123', '2026-03-01', 0, 23],
    ['2-3-2026 7:05', '2026-03-01', 0, 7],
    ['2026-03-02', '2026-03-01', 0, null],
    ['2026-08-08T22:30:00+00:00', '2026-08-01', 6, 0],
    ['2026-01-31T23:30:00Z', '2026-02-01', 6, 0],
    ['2026-02-01T01:30:00+0200', '2026-02-01', 6, 0],
    ['2026-07-01T00:30:00-01:30', '2026-07-01', 2, 4],
    // An hour that comes twice in Dutch time, and one that does not exist there.
    ['2026-10-25T00:30:00Z', '2026-10-01', 6, 2],
    ['2026-10-25T01:30:00Z', '2026-10-01', 6, 2],
    ['2026-03-29T01:30:00Z', '2026-03-01', 6, 3],
  ])('%s', (tekst, maand, weekdag, uur) => expect(readMoment(tekst)).toMatchObject({ maand, weekdag, uur }));

  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-03-02T24:00',
    '2026-03-02T12:60',
    '02/03/2026',
    '1899-12-31',
    'gisteren',
  ])('refuses "%s"', (tekst) => expect(readMoment(tekst)).toBeNull());
});

test('the weekend runs from Friday 18:00 to Monday 6:00', () => {
  const deel = (tekst: string) => Object.values(dagdeelVan(readMoment(tekst)!)).join(' ');
  expect(deel('2026-03-06T17:59')).toBe('doordeweeks dag');
  expect(deel('2026-03-06T18:00')).toBe('weekend avond');
  expect(deel('2026-03-07T03:00')).toBe('weekend nacht');
  expect(deel('2026-03-09T05:59')).toBe('weekend nacht');
  expect(deel('2026-03-09T06:00')).toBe('doordeweeks dag');
  expect(deel('2026-03-10T00:00')).toBe('doordeweeks nacht');
  expect(deel('2026-03-10')).toBe('onbekend onbekend');
});

test('hours of the week count from Monday', () => {
  expect(
    [readMoment('2026-03-02T00:10')!, readMoment('2026-03-08T23:50')!, readMoment('2026-03-08')!].map(uurVanDeWeek),
  ).toEqual([0, 167, 168]);
});
