import { expect, test } from 'vitest';
import { mannKendall } from '../../domain/mann-kendall.ts';
import {
  bepaalTrend,
  bepaalVergelijking,
  bepaalVerschil,
  isGehaald,
  type Meting,
  metingVanAantal,
  type Periodewaarde,
  vergelijkbaar,
} from './meting.ts';

const enquete = (jaar: number, waarde: number | null, marge: number | null = 1): Meting => ({
  ...{ jaar, waarde, marge },
  minstens: false,
  perDuizend: null,
});

test('the last measurement differs from the first beyond the margins of both years, in the direction that is better', () => {
  expect(bepaalVerschil([enquete(2021, 20), enquete(2023, 19), enquete(2025, 18)], 'lager')).toBe('beter');
  expect(bepaalVerschil([enquete(2021, 7, 0.2), enquete(2025, 6.6, 0.2)], 'hoger')).toBe('slechter');
  expect(bepaalVerschil([enquete(2021, 20), enquete(2025, 18.7)], 'lager')).toBe('gelijk');
});

test('what is not known gives no difference: a last year that is missing, one year only, no margin, a lower bound', () => {
  expect(bepaalVerschil([enquete(2021, 20), enquete(2023, 10), enquete(2025, null)], 'lager')).toBe('onbekend');
  expect(bepaalVerschil([enquete(2025, 10)], 'lager')).toBe('onbekend');
  expect(bepaalVerschil([enquete(2021, 20, null), enquete(2025, 10)], 'lager')).toBe('onbekend');
  const teller = (jaar: number, minstens: boolean) => metingVanAantal(jaar, 100 * (jaar - 2020), minstens, 1_000);
  expect(bepaalVerschil([teller(2021, false), teller(2025, true)], 'lager')).toBe('onbekend');
  expect(bepaalVerschil([teller(2021, false), teller(2025, false)], 'lager')).toBe('slechter');
});

test('chance alone is no difference: 100 and 115 records, or "< 5"', () => {
  expect(
    bepaalVerschil([metingVanAantal(2024, 100, false, null), metingVanAantal(2025, 115, false, null)], 'lager'),
  ).toBe('gelijk');
  expect(
    bepaalVerschil([metingVanAantal(2024, 5, false, null), metingVanAantal(2025, '<5', false, null)], 'lager'),
  ).toBe('onbekend');
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

test('a trend is that of Mann-Kendall over ten periods or more: below that, or with the last one missing, nothing is said', () => {
  const trend = (waarden: readonly Periodewaarde['waarde'][]) =>
    bepaalTrend(
      waarden.map((waarde, i) => ({ periode: String(2010 + i), waarde, minstens: false })),
      'jaar',
      'lager',
    );
  const stijgt = [3, 4, 4, 6, 7, 6, 9, 10, 11, 12];
  expect(trend(stijgt)).toMatchObject({ stand: 'slechter', perioden: 10, tot: '2019', p: mannKendall(stijgt).p });
  expect(trend([...stijgt].reverse())).toMatchObject({ stand: 'beter' });
  expect(trend([5, 6, 5, 6, 5, 6, 5, 6, 5, 6])).toMatchObject({ stand: 'gelijk' });
  expect(trend(stijgt.slice(1))).toMatchObject({ stand: 'te weinig', perioden: 9, p: null });
  expect(trend([...stijgt, null])).toMatchObject({ stand: 'onbekend', perioden: 10, p: null });
  // a gap is left out and is no zero; "< 5" is less than any count but zero
  expect(trend([5, ...stijgt.slice(0, 4), null, ...stijgt.slice(4)]).perioden).toBe(11);
  expect(trend(['<5', '<5', '<5', '<5', '<5', 5, 5, 10, 10, 15])).toMatchObject({ stand: 'slechter' });
});
