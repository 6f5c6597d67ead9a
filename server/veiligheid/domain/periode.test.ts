import { expect, test } from 'vitest';
import { isOpenbaar, maandenTussen, maandenVan, openbarePerioden } from './periode.ts';

test('months run on over the years', () => {
  expect(maandenTussen('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(maandenTussen('2026-02', '2025-11')).toEqual([]);
  expect(maandenVan({ jaar: 2025, kwartaal: 2 })).toEqual(['2025-04', '2025-05', '2025-06']);
});

test('the public sees a period when it is whole, and at least a month old', () => {
  const geleverd = new Set(maandenTussen('2025-01', '2026-09'));
  expect(isOpenbaar({ jaar: 2026, kwartaal: 3 }, geleverd, '2026-10-31')).toBe(false);
  expect(isOpenbaar({ jaar: 2026, kwartaal: 3 }, geleverd, '2026-11-01')).toBe(true);
  expect(isOpenbaar({ jaar: 2026, kwartaal: null }, geleverd, '2027-06-01')).toBe(false);
  geleverd.delete('2026-08');
  expect(isOpenbaar({ jaar: 2026, kwartaal: 3 }, geleverd, '2026-11-22')).toBe(false);
  expect(openbarePerioden([...geleverd], '2026-11-22').slice(0, 4)).toEqual([
    { jaar: 2026, kwartaal: 2 },
    { jaar: 2026, kwartaal: 1 },
    { jaar: 2025, kwartaal: null },
    { jaar: 2025, kwartaal: 4 },
  ]);
});
