import { describe, expect, test } from 'vitest';
import { lengteBij, tussenruimte } from './afstand.ts';
import { judgeBijbehorendBouwwerk } from './bijbehorend-bouwwerk.ts';
import { achtererfgebied } from './gebieden.ts';
import { alleRegels, hoogsteNokM, maximumM2, readRegels, regelsMetVersie, regelsVoor } from './regels.ts';
import type { Omstandigheden, Plan, Ring, Situatie } from './situatie.ts';

const regels = alleRegels[0]!;
const blok = (x0: number, y0: number, x1: number, y1: number): Ring =>
  [[x0, y0] as const, [x1, y0] as const, [x1, y1] as const, [x0, y1] as const].map(([x, y]) => [
    150_000 + x,
    500_000 + y,
  ]);
const ring = (...punten: [number, number][]): Ring => punten.map(([x, y]) => [150_000 + x, 500_000 + y]);

/** A house at a street, on a plot of 14 by 30 m with room to the right. */
const basis: Situatie = {
  nauwkeurigheid: 'exact',
  perceel: blok(0, 0, 14, 30),
  hoofdgebouw: blok(0, 5, 8, 15),
  oorspronkelijkHoofdgebouw: blok(0, 5, 8, 15),
  bestaandeBijbehorendeBouwwerken: [],
  openbaarToegankelijkGebied: [blok(-30, -8, 60, 0)],
  achterpaden: [],
  adresStraat: 0,
  hoogteHoofdgebouw: 9,
  hoogteVloerTweedeBouwlaag: 2.9,
  hoofdgebouwType: 'woning',
};
const feiten: Omstandigheden = {
  monument: 'geen',
  beschermdGezicht: false,
  welstandsvrij: false,
  uitgeslotenVeiligheidszone: false,
  binnenBebouwdeKom: true,
  illegaalHoofdgebouw: false,
};
const schuur: Plan = {
  ring: blok(0, 22, 4, 25),
  hoogte: 3,
  dak: { vorm: 'plat', goothoogte: null, nokhoogte: null, helling: null, nokAfstandTotPerceelgrens: null },
  bouwlagen: 1,
  verblijfsgebiedOpVerdieping: false,
  buitenruimteBovenGrond: false,
  functioneelOndergeschikt: 'geheel',
  mantelzorg: false,
  verplaatsbaar: false,
  scheidingswandOp4m: false,
  opDeGrond: true,
  soortWerk: 'nieuwbouw',
};
const oordeel = (
  situatie: Partial<Situatie> = {},
  plan: Partial<Plan> = {},
  omstandigheden: Partial<Omstandigheden> = {},
) =>
  judgeBijbehorendBouwwerk({ ...basis, ...situatie }, { ...feiten, ...omstandigheden }, { ...schuur, ...plan }, regels);

describe('limits', () => {
  test.each([
    [60, 30],
    [80, 40],
    [100, 50],
    [150, 60],
    [200, 70],
    [300, 90],
    [400, 100],
    [900, 150],
    [1200, 150],
    [0, 0],
  ])('a bebouwingsgebied of %d m² carries at most %d m²', (gebied, maximum) =>
    expect(maximumM2(regels, gebied)).toBeCloseTo(maximum, 9),
  );

  test.each([
    [1, 3.47],
    [2, 3.94],
    [3, 4.41],
    [3.5, 4.645],
    [4, 4.88],
    [4.26, 5],
    [9, 5],
  ])('a ridge at %d m from the boundary is at most %d m', (afstand, hoogte) =>
    expect(hoogsteNokM(regels, afstand)).toBeCloseTo(hoogte, 2),
  );

  test('a gemeente with its own articles keeps the numbers that it does not change', () => {
    const eigen = regelsVoor('gm9999', '2026-11-27')!;
    expect(eigen.hoogte).toEqual({ artikel: 'art. 4.6, onder d', grens: regels.hoogte.grens });
    expect(regelsVoor('gm0228', '2026-11-27')).toBe(regels);
    expect(regelsVoor('gm9999', '2020-01-01')).toBeNull();
    expect(regelsMetVersie(eigen.versie)).toBe(eigen);
    const toets = judgeBijbehorendBouwwerk(basis, feiten, schuur, eigen).omgevingsplanToetsen[0]!;
    expect(toets.regelVersie).toBe(eigen.versie);
  });

  test('a gemeente can change a limit, for a time', () => {
    const kop = { naam: 'x', gemeente: 'gm0001', basis: 'a', geldigVanaf: '2025-01-01', geldigTot: '2026-01-01' };
    const { versie, naam, gemeente, geldigVanaf, geldigTot, ...grenzen } = regels;
    const versies = readRegels({
      versies: [
        { versie: 'a', naam, gemeente, geldigVanaf, geldigTot, regels: grenzen },
        { ...kop, versie: 'b', regels: { hoogte: { grens: 4 } } },
      ],
    });
    expect(versie).toBe('bruidsschat-2024-01-01');
    expect(regelsVoor('gm0001', '2025-12-31', versies)!.hoogte).toEqual({ artikel: regels.hoogte.artikel, grens: 4 });
    expect(regelsVoor('gm0001', '2026-01-01', versies)!.versie).toBe('a');
    expect(() => readRegels({ versies: [{ ...kop, versie: 'b', regels: {} }] })).toThrow('basis');
    expect(() => readRegels({ versies: [{ ...kop, basis: undefined, versie: 'b', regels: {} }] })).toThrow();
  });
});

describe('distances', () => {
  const punten = (vorm: Ring) => vorm.map(([x, y]) => [x - 150_000, y - 500_000] as const);
  test.each([
    ['beside', blok(2, 0, 3, 1), 1],
    ['at a corner', blok(4, 5, 6, 7), 5],
    ['touching', blok(1, 0, 2, 1), 0],
    ['inside', blok(0.2, 0.2, 0.4, 0.4), 0],
    ['around', blok(-5, -5, 5, 5), 0],
    ['crossing like a cross', blok(-1, 0.4, 2, 0.6), 0],
  ])('to an area %s', (_, ander, afstand) =>
    expect(tussenruimte(punten(blok(0, 0, 1, 1)), [punten(ander)])!.afstandM).toBeCloseTo(afstand, 9),
  );

  test.each([
    ['along all of it', [blok(0, -2, 10, 0)], 10],
    ['along a part, and a bit round its corner', [blok(0, -2, 4, 0)], 4.5],
    ['too far', [blok(0, -2, 10, -0.6)], 0],
    ['over a part', [blok(2, -3, 6, 3)], 5],
    ['two that overlap count once', [blok(0, -2, 4, 0), blok(2, -2, 6, 0)], 6.5],
    ['a corner that points at it', [ring([5, -0.3], [4, -3], [6, -3])], 0.8],
  ])('length near areas: %s', (_, gebieden, lengte) =>
    expect(lengteBij([0, 0], [10, 0], gebieden.map(punten), 0.5)).toBeCloseTo(lengte, lengte === 0.8 ? 0 : 9),
  );
});

describe('where the law gives no clear line', () => {
  const schuineZijstraat: Partial<Situatie> = {
    perceel: ring([0, 0], [12, 0], [18, 30], [0, 30]),
    openbaarToegankelijkGebied: [blok(-30, -8, 12, 0), ring([12, 0], [10.4, -8], [20, -8], [40, 60], [24, 60])],
  };

  test('a side street at an angle: the line is drawn both ways, and only between them the answer is unknown', () => {
    const lijnen = achtererfgebied({ ...basis, ...schuineZijstraat }, regels);
    expect('varianten' in lijnen && lijnen.varianten.length).toBe(2);
    expect(oordeel(schuineZijstraat).omgevingsplan).toBe('VRIJ');
    const ertussen = oordeel(schuineZijstraat, { ring: blok(8.5, 22, 10.5, 25) });
    expect(ertussen.omgevingsplan).toBe('ONBEKEND');
    expect(ertussen.twijfel).toEqual([{ toets: 'achtererfgebied', oorzaak: 'lijn', feiten: [] }]);
    expect(oordeel(schuineZijstraat, { ring: blok(9, 1, 11, 3) }).omgevingsplan).toBe('VERGUNNING');
  });

  test('a set-back wing at a side street: behind the front block there is yard, before a wider block it is open', () => {
    const hoek = { openbaarToegankelijkGebied: [blok(-30, -8, 14, 0), blok(14, -8, 20, 60)] };
    const met = (huis: Ring) =>
      achtererfgebied({ ...basis, ...hoek, hoofdgebouw: huis, oorspronkelijkHoofdgebouw: huis }, regels);
    expect(met(ring([0, 5], [8, 5], [8, 9], [6, 9], [6, 15], [0, 15]))).toMatchObject({
      oppervlakteM2: expect.closeTo(8 * 24 - 8 * 3 - 6 * 6, 6),
    });
    expect(met(ring([0, 5], [7, 5], [7, 11], [8, 11], [8, 15], [0, 15]))).toMatchObject({
      nietTeBerekenen: 'meer-lijnen',
    });
  });

  test('a street that turns around the house has two sides that may be the front', () => {
    const bocht = [ring([-30, -8], [22, -8], [22, 60], [14, 60], [14, 0], [-30, 0])];
    const lijnen = achtererfgebied({ ...basis, openbaarToegankelijkGebied: bocht }, regels);
    expect('varianten' in lijnen && lijnen.varianten.length).toBeGreaterThan(1);
    expect(oordeel({ openbaarToegankelijkGebied: bocht }, { ring: blok(9, 17, 12, 20) }).omgevingsplan).not.toBe(
      'VRIJ',
    );
  });

  test('a shallow bay is no front, a deep one may be', () => {
    const met = (diep: number) => {
      const huis = ring([0, 5], [2, 5], [2, 5 - diep], [5, 5 - diep], [5, 5], [8, 5], [8, 15], [0, 15]);
      return achtererfgebied({ ...basis, hoofdgebouw: huis, oorspronkelijkHoofdgebouw: huis }, regels);
    };
    expect(met(0.4)).toMatchObject({ oppervlakteM2: expect.closeTo(14 * 24 - 8 * 9, 6) });
    expect(met(1.5)).toMatchObject({ nietTeBerekenen: 'meer-lijnen' });
  });
});

describe('what is not known', () => {
  test('matters only where it decides', () => {
    expect(oordeel({}, { soortWerk: 'onbekend', hoogte: 'onbekend' })).toMatchObject({
      omgevingsplan: 'ONBEKEND',
      technisch: 'ONBEKEND',
      mogelijk: ['VRIJ', 'VRIJ_PLANTOETS', 'VERGUNNING'],
    });
    expect(oordeel({ hoogteHoofdgebouw: 'onbekend', hoogteVloerTweedeBouwlaag: 'onbekend' }).omgevingsplan).toBe(
      'VRIJ',
    );
    expect(oordeel({}, { mantelzorg: 'onbekend', verplaatsbaar: 'onbekend' }).omgevingsplan).toBe('VRIJ');
    expect(oordeel({}, {}, { welstandsvrij: 'onbekend' }).omgevingsplan).toBe('VRIJ');
    expect(oordeel({}, { ring: blok(1, 1, 3, 3) }, { monument: 'onbekend' }).omgevingsplan).toBe('VERGUNNING');
  });

  test.each<[string, Partial<Situatie>, Partial<Plan>, Partial<Omstandigheden>, string[]]>([
    ['a monument', {}, {}, { monument: 'onbekend' }, ['monument']],
    [
      'the height of the house',
      { hoogteHoofdgebouw: 'onbekend' },
      { ring: blok(0, 15, 4, 18) },
      {},
      ['hoogteHoofdgebouw'],
    ],
    ['what it is for', {}, { functioneelOndergeschikt: 'onbekend' }, {}, ['functioneelOndergeschikt']],
    [
      'the roof',
      {},
      { hoogte: 4, dak: { ...schuur.dak, vorm: 'onbekend' } },
      {},
      ['dak.vorm', 'dak.goothoogte', 'dak.helling', 'dak.nokhoogte', 'dak.nokAfstandTotPerceelgrens'],
    ],
    [
      'the ridge',
      {},
      { hoogte: 4, dak: { ...schuur.dak, vorm: 'zadel', goothoogte: 3, helling: 40, nokhoogte: 4 } },
      {},
      ['dak.nokAfstandTotPerceelgrens'],
    ],
    [
      'whether a path is public',
      { mogelijkOpenbaar: [blok(-9, 30, 30, 32)] },
      { ring: blok(0, 26, 4, 29.5) },
      {},
      ['openbaarToegankelijkGebied'],
    ],
  ])('is named: %s', (_, situatie, plan, omstandigheden, ontbreekt) => {
    const { omgevingsplan, twijfel } = oordeel(situatie, plan, omstandigheden);
    expect(omgevingsplan).toBe('ONBEKEND');
    expect(new Set(twijfel.flatMap(({ feiten }) => feiten))).toEqual(new Set(ontbreekt));
  });

  test('rules that the gemeente has yet to settle leave the answer open, unless it is a permit anyway', () => {
    expect(oordeel({}, {}, { beschermdGezicht: true })).toMatchObject({
      omgevingsplan: 'ONBEKEND',
      twijfel: [{ oorzaak: 'recht' }],
    });
    expect(oordeel({}, { hoogte: 6 }, { beschermdGezicht: true }).omgevingsplan).toBe('VERGUNNING');
    const groot = { perceel: blok(0, 0, 14, 60), openbaarToegankelijkGebied: basis.openbaarToegankelijkGebied };
    expect(oordeel(groot, { ring: blok(0, 30, 10, 34.9) }, { archeologie: true }).omgevingsplan).toBe('VRIJ');
    expect(oordeel(groot, { ring: blok(0, 30, 10, 35.1) }, { archeologie: true }).omgevingsplan).toBe('ONBEKEND');
    expect(oordeel({}, {}, { uitgeslotenVeiligheidszone: true }).omgevingsplan).toBe('VRIJ_PLANTOETS');
  });
});

describe('what cannot be computed', () => {
  const kruisend = ring([0, 22], [4, 25], [4, 22], [0, 25.5]);
  test.each<[string, Partial<Situatie>, Partial<Plan>]>([
    ['plan-kruist-zichzelf', {}, { ring: kruisend }],
    ['plan-zonder-oppervlakte', {}, { ring: ring([0, 22], [4, 22], [2, 22]) }],
    ['plan-te-weinig-punten', {}, { ring: ring([0, 22], [4, 22], [0, 22]) }],
    [
      'plan-buiten-nederland',
      {},
      {
        ring: [
          [0, 0],
          [1e9, 0],
          [1e9, 1e9],
        ],
      },
    ],
    [
      'plan-te-veel-punten',
      {},
      { ring: Array.from({ length: 6000 }, (_, k) => [150_000 + k / 1000, 500_000] as const) },
    ],
    ['perceel-onbruikbaar', { perceel: kruisend }, {}],
    ['geen-hoofdgebouw', { hoofdgebouw: null }, {}],
    ['hoofdgebouw-onbruikbaar', { hoofdgebouw: kruisend }, {}],
    ['hoofdgebouw-buiten-perceel', { hoofdgebouw: blok(50, 5, 58, 15) }, {}],
    ['hoofdgebouw-te-ondiep', { hoofdgebouw: blok(0, 5, 8, 5.9) }, {}],
    ['openbaar-gebied-onbekend', { openbaarToegankelijkGebied: null }, {}],
    ['geen-adresstraat', { adresStraat: null }, {}],
    ['meer-woningen', { beletselen: ['meer-woningen'] }, {}],
  ])('%s', (reden, situatie, plan) => {
    const uitkomst = oordeel(situatie, plan);
    expect(uitkomst).toMatchObject({ omgevingsplan: 'ONBEKEND', reden });
    expect(uitkomst.twijfel.length).toBeGreaterThan(0);
    expect(uitkomst.technisch).toBe('VRIJ');
  });

  test('what surely needs a permit still says so', () => {
    expect(oordeel({ adresStraat: null }, { hoogte: 6 }).omgevingsplan).toBe('VERGUNNING');
    expect(oordeel({ adresStraat: null }, { ring: blok(12, 20, 16, 23) }).omgevingsplan).toBe('VERGUNNING');
    expect(oordeel({ hoofdgebouw: null }, {}, { monument: 'rijks' }).omgevingsplan).toBe('VERGUNNING');
  });
});

test('a plot with land of others inside it, and a house in the middle', () => {
  const perceelGaten = [blok(2, 20, 4, 24)];
  const midden = { perceelGaten, hoofdgebouw: blok(3, 5, 11, 15), oorspronkelijkHoofdgebouw: blok(3, 5, 11, 15) };
  const gebied = achtererfgebied({ ...basis, ...midden }, regels);
  expect(gebied).toMatchObject({ oppervlakteM2: expect.closeTo(14 * 24 - 8 * 9 - 8, 6) });
  expect('gebied' in gebied && gebied.gebied[0]!.length).toBe(2);
  expect(oordeel(midden, { ring: blok(1, 21, 5, 23) }).omgevingsplan).toBe('VERGUNNING');
});

test('the changes that are proposed are the smallest', () => {
  const wijziging = (plan: Partial<Plan>, id: string, situatie: Partial<Situatie> = {}) =>
    oordeel(situatie, plan).omgevingsplanToetsen.find((toets) => toets.id === id)?.wijziging;
  expect(wijziging({ hoogte: 5.2 }, 'hoogte')).toMatchObject({ naar: 5, tekst: 'Maak het bouwwerk 0,20 m lager.' });
  expect(wijziging({ ring: blok(0, 15, 8, 25.4) }, 'oppervlakte')).toMatchObject({
    van: 83.2,
    naar: 82.8,
    tekst: 'Maak het bouwwerk 0,4 m² kleiner.',
  });
  expect(wijziging({ ring: blok(9, 5.5, 12, 8) }, 'achtererfgebied')).toMatchObject({
    naar: 0.49,
    tekst: 'Schuif het bouwwerk 0,49 m naar achteren.',
  });
  const park = { openbaarToegankelijkGebied: [...basis.openbaarToegankelijkGebied!, blok(0, 30, 14, 40)] };
  expect(wijziging({ ring: blok(0, 26, 4, 29.2) }, 'afstand', park)).toMatchObject({ naar: 0.21 });
  expect(wijziging({ functioneelOndergeschikt: 'nee' }, 'ondergeschiktVerder')).toBeNull();
});
