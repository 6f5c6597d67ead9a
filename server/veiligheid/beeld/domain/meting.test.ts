import { expect, test } from 'vitest';
import { bepaalTrend, bepaalVergelijking, isGehaald, type Meting, metingVanAantal, vergelijkbaar } from './meting.ts';

const enquete = (jaar: number, waarde: number | null, marge: number | null = 1): Meting => ({
  ...{ jaar, waarde, marge },
  minstens: false,
  perDuizend: null,
});

test('a trend is a difference beyond the margins of both years, in the direction that is better', () => {
  expect(bepaalTrend([enquete(2021, 20), enquete(2023, 19), enquete(2025, 18)], 'lager')).toBe('beter');
  expect(bepaalTrend([enquete(2021, 7, 0.2), enquete(2025, 6.6, 0.2)], 'hoger')).toBe('slechter');
  expect(bepaalTrend([enquete(2021, 20), enquete(2025, 18.7)], 'lager')).toBe('gelijk');
});

test('what is not known gives no trend: a last year that is missing, one year only, no margin, a lower bound', () => {
  expect(bepaalTrend([enquete(2021, 20), enquete(2023, 10), enquete(2025, null)], 'lager')).toBe('onbekend');
  expect(bepaalTrend([enquete(2025, 10)], 'lager')).toBe('onbekend');
  expect(bepaalTrend([enquete(2021, 20, null), enquete(2025, 10)], 'lager')).toBe('onbekend');
  const teller = (jaar: number, minstens: boolean) => metingVanAantal(jaar, 100 * (jaar - 2020), minstens, 1_000);
  expect(bepaalTrend([teller(2021, false), teller(2025, true)], 'lager')).toBe('onbekend');
  expect(bepaalTrend([teller(2021, false), teller(2025, false)], 'lager')).toBe('slechter');
});

test('chance alone is no trend: 100 and 115 records, or "< 5"', () => {
  expect(bepaalTrend([metingVanAantal(2024, 100, false, null), metingVanAantal(2025, 115, false, null)], 'lager')).toBe(
    'gelijk',
  );
  expect(bepaalTrend([metingVanAantal(2024, 5, false, null), metingVanAantal(2025, '<5', false, null)], 'lager')).toBe(
    'onbekend',
  );
});

test('areas are compared per 1,000 inwoners, and not at all where those are few or unknown', () => {
  const maat = (aantal: number, inwoners: number | null) =>
    vergelijkbaar(metingVanAantal(2025, aantal, false, inwoners), true);
  expect(maat(200, 4_000)).toEqual({ waarde: 50, marge: expect.closeTo((50 * (1.96 * Math.sqrt(200) + 2)) / 200, 9) });
  expect([maat(200, 99), maat(200, null)]).toEqual([null, null]);
  expect(bepaalVergelijking(maat(200, 4_000), maat(2_000, 100_000), 'lager')).toBe('slechter');
  expect(bepaalVergelijking(maat(200, 4_000), null, 'lager')).toBe('onbekend');
  expect(isGehaald(maat(200, 4_000), 50, 'lager')).toBe(true);
  expect(isGehaald(maat(200, 4_000), 50.1, 'hoger')).toBe(false);
  expect(isGehaald(null, 50, 'lager')).toBeNull();
});
