import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type AdresPunt, MINSTE_ADRESSEN, maakStraatdelen, Ruimte, type RuimteGegevens } from './ruimte.ts';

const vak = (x: number, y: number, breed: number, hoog: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + breed, y],
      [x + breed, y + hoog],
      [x, y + hoog],
      [x, y],
    ],
  ],
});
/** A U: its centre of gravity lies outside it. */
const hoefijzer: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [300, 0],
      [300, 300],
      [250, 300],
      [250, 50],
      [50, 50],
      [50, 300],
      [0, 300],
      [0, 0],
    ],
  ],
};
const adres = (straat: string, huisnummer: number, x: number, y: number): AdresPunt => ({
  xMm: x * 1000,
  yMm: y * 1000,
  straat,
  huisnummer,
  woning: true,
});
const ruimte = (extra: Partial<RuimteGegevens> = {}) =>
  new Ruimte({
    gemeenteCode: 'gm9999',
    grens: vak(0, 0, 2000, 1000),
    buurten: [
      { code: 'bu99990101', inwoners: 10, vlak: vak(0, 0, 1000, 1000) },
      { code: 'bu99990102', inwoners: 10, vlak: vak(1000, 0, 900, 1000) },
    ],
    indeling: 2026,
    adressen: [],
    ...extra,
  });

describe('where a position lies', () => {
  test('in one buurt, also on the border; in the gemeente but in no buurt; outside', () => {
    const r = ruimte();
    expect([r.buurtVan(500_000, 500_000), r.buurtVan(1_500_000, 1), r.buurtVan(1_950_000, 5)]).toEqual([
      'bu99990101',
      'bu99990102',
      null,
    ]);
    expect(['bu99990101', 'bu99990102']).toContain(r.buurtVan(1_000_000, 500_000));
    expect([r.isBinnen(1_950_000, 5_000), r.isBinnen(2_000_001, 5_000)]).toEqual([true, false]);
    expect([r.kentBuurt('bu99990102'), r.kentBuurt('bu99990103')]).toEqual([true, false]);
  });

  test('without a border the buurten together are the gemeente', () => {
    const r = ruimte({ grens: null });
    expect([r.isBinnen(500_000, 500_000), r.isBinnen(1_950_000, 5_000)]).toEqual([true, false]);
  });

  test('the fixed point of a buurt lies in it, whatever its shape', () => {
    const r = ruimte({ buurten: [{ code: 'bu99990109', inwoners: null, vlak: hoefijzer }] });
    const { xMm, yMm } = r.middenVan('bu99990109')!;
    expect(r.buurtVan(xMm, yMm)).toBe('bu99990109');
    expect(r.middenVan('bu99990101')).toBeNull();
  });
});

describe('stretches of street', () => {
  test('hold at least eight adressen, each adres in one of them', () => {
    const adressen = fc.array(
      fc.tuple(fc.constantFrom('Lindelaan', 'Dorpsstraat', 'Kade'), fc.nat(200), fc.nat(3000)),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(adressen, (lijst) => {
        const delen = maakStraatdelen(lijst.map(([straat, nummer, x]) => adres(straat, nummer, x, 0)));
        expect(delen.every((deel) => deel.adressen >= MINSTE_ADRESSEN)).toBe(true);
        const perStraat = ['Lindelaan', 'Dorpsstraat', 'Kade'].map(
          (naam) => lijst.filter(([straat]) => straat === naam).length,
        );
        expect(delen.reduce((som, deel) => som + deel.adressen, 0)).toBe(
          perStraat.filter((n) => n >= MINSTE_ADRESSEN).reduce((a, b) => a + b, 0),
        );
      }),
    );
  });

  test('the nearest stands for a place, within 250 m; whoever asks again gets the same', () => {
    const r = ruimte({ adressen: Array.from({ length: 20 }, (_, i) => adres('Lindelaan', i + 1, 100 + i * 10, 100)) });
    const eerste = r.straatdeelVan(110_000, 90_000)!;
    expect(eerste).toEqual({ xMm: 135_000, yMm: 100_000, adressen: 8 });
    expect(r.straatdeelVan(111_000, 95_000)).toBe(eerste);
    expect(r.straatdeelVan(290_000, 100_000)?.adressen).toBe(12);
    expect(r.straatdeelVan(900_000, 100_000)).toBeNull();
  });
});
