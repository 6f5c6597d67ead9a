import { expect, test } from 'vitest';
import { aantal, formatAfstand, formatDatum, formatDatumKort, formatM2, formatProcent } from './format.ts';

test('areas have a comma and a unit', () => {
  expect(formatM2(1248.34)).toBe('1.248,3\u00a0m²');
  expect(formatM2(264)).toBe('264\u00a0m²');
});

test('distances are in whole metres, and near is not here', () => {
  expect(formatAfstand(120.4)).toBe('120\u00a0m');
  expect(formatAfstand(0.3)).toBe('minder dan 1\u00a0m');
  expect(formatAfstand(2000)).toBe('2.000\u00a0m');
});

test('dates stand in full', () => {
  expect(formatDatum('2026-05-26')).toBe('dinsdag 26 mei 2026');
  expect(formatDatumKort('2026-05-26T22:30:00Z')).toBe('26 mei 2026');
  expect(formatDatum('geen datum')).toBe('geen datum');
});

test('one and many', () => {
  expect(aantal(1, 'besluit', 'besluiten')).toBe('1 besluit');
  expect(aantal(1200, 'besluit', 'besluiten')).toBe('1.200 besluiten');
  expect(formatProcent(32.14)).toBe('32,1%');
});
