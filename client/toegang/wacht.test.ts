import { expect, test } from 'vitest';
import { noemDuur, staVan } from './wacht.ts';

test('a session is quiet until two minutes before its end, then nearly over, then over', () => {
  expect(staVan(1_800, 0)).toEqual({ stand: 'rustig', kijkOverS: 1_680 });
  expect(staVan(1_800, 1_679)).toEqual({ stand: 'rustig', kijkOverS: 1 });
  expect(staVan(1_800, 1_680)).toEqual({ stand: 'bijna', kijkOverS: 120 });
  expect(staVan(90, 0)).toEqual({ stand: 'bijna', kijkOverS: 90 });
  expect(staVan(1_800, 1_800).stand).toBe('voorbij');
  // the lid of the laptop was closed
  expect(staVan(1_800, 90_000).stand).toBe('voorbij');
});

test('the time left is said in few different words', () => {
  expect([120, 95, 90, 40, 30, 3].map(noemDuur)).toEqual([
    '2 minuten',
    '2 minuten',
    '1 minuut',
    '1 minuut',
    '30 seconden',
    '30 seconden',
  ]);
});
