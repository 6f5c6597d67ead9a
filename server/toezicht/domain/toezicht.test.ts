import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOp } from '../../veiligheid/domain/tijd.ts';
import type { Plaatsen, PlekFeiten } from '../contract.ts';
import { corrigeer, verstrijk } from './klok.ts';
import { lengteVan, looproute } from './looproute.ts';
import { beoordeelPlek } from './optreden.ts';
import { bepaalLigging, dichtsteAdres, richtingVan } from './plek.ts';
import { beoordeelHandeling, handelingen, overgangen, type Staat, staten } from './staat.ts';
import { geldtOp, noemVenster } from './venster.ts';

const vak = (x1: number, y1: number, x2: number, y2: number): PlekFeiten['gemeenten'][number]['vlakken'] => [
  [
    [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
      [x1, y1],
    ],
  ],
];
const gebied = vak(1000, 1000, 1200, 1200);

describe('where a circle lies', () => {
  test.each([
    ['in the middle', 1100, 1100, 50, 'binnen'],
    ['far outside', 900, 1100, 50, 'buiten'],
    ['just inside, as exact as the border', 1020, 1100, 20, 'binnen'],
    ['a metre less, and the circle sticks out', 1019, 1100, 20, 'grens'],
    ['outside, touching', 990, 1100, 20, 'grens'],
  ])('%s', (_, x, y, straalM, stand) => expect(bepaalLigging(gebied, { x, y, straalM }).stand).toBe(stand));

  test('over a border it names the shortest walk first, and which way', () => {
    expect(bepaalLigging(gebied, { x: 1005, y: 1100, straalM: 20 }).loop).toEqual([
      { naar: 'binnen', meters: 15, richting: 'het oosten' },
      { naar: 'buiten', meters: 25, richting: 'het westen' },
    ]);
  });

  test('in a strip that is narrower than the circle no walk makes it certain', () => {
    const strook = vak(1000, 1000, 1010, 1200);
    expect(bepaalLigging(strook, { x: 1004, y: 1100, straalM: 20 }).loop.map(({ naar }) => naar)).toEqual(['buiten']);
  });

  test('every walk that it advises ends where it says', () => {
    const stap: Record<string, [number, number]> = Object.fromEntries(
      [
        [0, 1],
        [1, 1],
        [1, 0],
        [1, -1],
        [0, -1],
        [-1, -1],
        [-1, 0],
        [-1, 1],
      ].map(([dx = 0, dy = 0]) => [richtingVan(dx, dy), [dx, dy] as [number, number]]),
    );
    expect(Object.keys(stap)).toHaveLength(8);
    expect(richtingVan(0, 1)).toBe('het noorden');
    fc.assert(
      fc.property(
        fc.double({ min: 970, max: 1230, noNaN: true }),
        fc.double({ min: 1, max: 40, noNaN: true }),
        (x, straalM) => {
          for (const { naar, meters, richting } of bepaalLigging(gebied, { x, y: 1100, straalM }).loop) {
            const [dx] = stap[richting] as [number, number];
            expect(bepaalLigging(gebied, { x: x + dx * meters, y: 1100, straalM: straalM - 0.03 }).stand).toBe(naar);
          }
        },
      ),
    );
  });
});

describe('may somebody act here', () => {
  const bron = { naam: 'Proef', peildatum: '2026-01-01' };
  const alles = vak(0, 0, 5000, 5000);
  const altijd = { van: null, tot: null, dagen: null, uren: null };
  const feiten: PlekFeiten = {
    gemeenten: [{ code: 'gm9999', naam: 'Proefstad', vlakken: alles }],
    regimes: [
      {
        regime: 'alcoholverbod',
        naam: 'De markt',
        artikel: 'APV art. 2:48',
        besluit: null,
        url: null,
        venster: altijd,
        bron,
        vlakken: gebied,
      },
      {
        regime: 'cameragebied',
        naam: "Camera's",
        artikel: null,
        besluit: null,
        url: null,
        venster: { ...altijd, uren: [22, 6] },
        bron,
        vlakken: gebied,
      },
    ],
    regimesBekend: ['alcoholverbod', 'cameragebied', 'vuurwerkverbod'].map((regime) => ({
      regime,
      bron,
      vlakken: alles,
    })),
    activiteiten: [],
    plannen: [],
    vergunningen: [],
    vergunningenVanaf: null,
    besluiten: [],
  };
  const boa = { rol: 'boa' as const, bevoegdGezag: ['gm9999'] };
  const middag = momentOp(20_000, 14);
  const oordeel = (x: number, straalM = 20, anders: Partial<PlekFeiten> = {}, moment = middag) =>
    beoordeelPlek({ ...feiten, ...anders }, { x, y: 1100, straalM }, moment, boa);
  const uitkomst = (regime: string, ...van: Parameters<typeof oordeel>) =>
    oordeel(...van).regimes.find((een) => een.regime === regime)?.uitkomst;

  test('inside, outside, and on the border, where it says what to do', () => {
    expect(uitkomst('alcoholverbod', 1100)).toBe('geldt');
    expect(uitkomst('alcoholverbod', 1500)).toBe('geldt-niet');
    expect(uitkomst('alcoholverbod', 1195)).toBe('onbekend');
    expect(oordeel(1195).regimes.find(({ regime }) => regime === 'alcoholverbod')).toMatchObject({
      reden: 'U staat op de grens van De markt.',
      loop: [{ naar: 'binnen', meters: 15, richting: 'het westen' }, { naar: 'buiten' }],
    });
  });

  test('outside its hours an area does not hold, also for who stands on its border', () => {
    expect(uitkomst('cameragebied', 1100)).toBe('geldt-niet');
    expect(uitkomst('cameragebied', 1195)).toBe('geldt-niet');
    expect(uitkomst('cameragebied', 1100, 20, {}, momentOp(20_000, 23))).toBe('geldt');
    expect(uitkomst('cameragebied', 1100, 20, {}, momentOp(20_000, null))).toBe('onbekend');
  });

  test('what nobody loaded is unknown and never free', () => {
    expect(uitkomst('veiligheidsrisicogebied', 1100)).toBe('onbekend');
    expect(uitkomst('alcoholverbod', 1500, 20, { regimesBekend: [] })).toBe('onbekend');
    expect(oordeel(1100, 20, { gemeenten: [] }).gebied.uitkomst).toBe('onbekend');
    expect(oordeel(1100)).toMatchObject({ activiteitenBekend: false, vergunningenBekend: false });
  });

  test('the own gemeente, another, its border, and who has no task in the street', () => {
    expect(oordeel(1100).gebied.uitkomst).toBe('ja');
    expect(oordeel(10, 20).gebied).toMatchObject({ uitkomst: 'onbekend', loop: [{ naar: 'binnen', meters: 10 }] });
    const plek = { x: 1100, y: 1100, straalM: 20 };
    expect(beoordeelPlek(feiten, plek, middag, { rol: 'boa', bevoegdGezag: ['gm0228'] }).gebied.uitkomst).toBe('nee');
    const ander = beoordeelPlek(feiten, plek, middag, { rol: null, bevoegdGezag: [] });
    expect(ander.gebied.uitkomst).toBe('nee');
    expect(ander.bevoegdheden).toEqual([]);
  });
});

describe('hours of an area', () => {
  const weekend = { van: null, tot: null, dagen: [4, 5], uren: [20, 6] } as const;
  // 2026-11-27 is a Friday
  const vrijdag = 20_784;
  test('the night after Saturday belongs to Saturday, the night before Friday to nobody', () => {
    const om = (dag: number, uur: number) => geldtOp(weekend, momentOp(vrijdag + dag, uur));
    expect([om(0, 21), om(1, 3), om(1, 12), om(2, 5), om(2, 6), om(0, 3)]).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(noemVenster(weekend)).toBe('vrijdag en zaterdag van 20 tot 6 uur');
  });
  test('its last night goes on until the morning after its last day', () => {
    const tot = { ...weekend, tot: '2026-11-27' };
    expect(momentOp(vrijdag, 0).weekdag).toBe(4);
    expect(geldtOp(tot, momentOp(vrijdag + 1, 3))).toBe(true);
    expect(geldtOp(tot, momentOp(vrijdag + 1, 21))).toBe(false);
    // which day it is, is not known either
    expect([geldtOp(tot, null), geldtOp({ van: null, tot: null, dagen: null, uren: null }, null)]).toEqual([
      null,
      true,
    ]);
  });
});

describe('the order of the walk', () => {
  test('visits every place once, and no stretch is shorter turned around', () => {
    const punt = fc.record({ x: fc.integer({ min: 0, max: 2_000 }), y: fc.integer({ min: 0, max: 2_000 }) });
    fc.assert(
      fc.property(punt, fc.array(punt, { maxLength: 12 }), (begin, punten) => {
        const volgorde = looproute(begin, punten);
        expect([...volgorde].sort((a, b) => a - b)).toEqual([...punten.keys()]);
        const lengte = lengteVan(begin, punten, volgorde);
        for (let van = 0; van < volgorde.length; van += 1) {
          for (let tot = van + 1; tot < volgorde.length; tot += 1) {
            const om = [
              ...volgorde.slice(0, van),
              ...volgorde.slice(van, tot + 1).reverse(),
              ...volgorde.slice(tot + 1),
            ];
            expect(lengteVan(begin, punten, om)).toBeGreaterThanOrEqual(lengte - 0.02);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
  test('beats only going to the nearest', () => {
    const punten = [10, -11, 30, -60].map((x) => ({ x, y: 0 }));
    expect(lengteVan({ x: 0, y: 0 }, punten, looproute({ x: 0, y: 0 }, punten))).toBe(120);
  });
});

describe('what can be done with a bevinding', () => {
  const alles = { team: 'beheer', tekst: 'Opgeruimd.', bewijs: 1 } as const;
  const mag = (
    staat: Staat,
    handeling: (typeof handelingen)[number],
    inbreng = alles,
    sluiter: string | null = 'ander',
  ) => beoordeelHandeling(handeling, { staat, sluiter }, 'ik', inbreng as never);

  test('exactly these acts are possible from each state', () => {
    expect(Object.fromEntries(staten.map((staat) => [staat, handelingen.filter((h) => mag(staat, h).mag)]))).toEqual({
      open: ['wijs-toe', 'neem-op', 'sluit'],
      toegewezen: ['wijs-toe', 'neem-op', 'sluit'],
      gesloten: ['betwist', 'heropen'],
      betwist: ['wijs-toe', 'sluit', 'heropen'],
    });
  });
  test('closing asks for a photo and a sentence, assigning for a team, disputing for somebody else', () => {
    expect(mag('open', 'sluit', { ...alles, bewijs: 0 } as never)).toMatchObject({ mag: false, reden: /foto/ });
    expect(mag('open', 'sluit', { ...alles, tekst: ' ' } as never).mag).toBe(false);
    expect(mag('open', 'wijs-toe', { ...alles, team: null } as never).mag).toBe(false);
    expect(mag('gesloten', 'betwist', alles, 'ik')).toMatchObject({ mag: false, reden: /zelf/ });
    expect(mag('gesloten', 'heropen', alles, 'ik')).toEqual({ mag: true, naar: 'open' });
  });
  test('no state is a trap', () => {
    for (const staat of staten) expect(Object.values(overgangen).some(({ van }) => van.includes(staat))).toBe(true);
  });
});

test('a place is called by the nearest adres, and by none that is far', () => {
  const straten: Plaatsen['straten'] = [
    {
      naam: 'Markt',
      adressen: [
        [1000, 1000, '1'],
        [1020, 1000, '2a'],
      ],
    },
    { naam: 'Dijk', adressen: [[1011, 1004, '9']] },
  ];
  expect(dichtsteAdres({ straten }, { x: 1012, y: 1000 })).toEqual({ naam: 'Dijk 9', afstandM: 4 });
  expect(dichtsteAdres({ straten }, { x: 1018, y: 1000 })).toEqual({ naam: 'Markt 2a', afstandM: 2 });
  expect(dichtsteAdres({ straten }, { x: 1300, y: 1000 })).toBeNull();
});

describe('the clock of the tablet', () => {
  const nu = Date.parse('2026-11-27T12:00:00Z');
  const uur = 3_600_000;
  test('three hours wrong all the time: what was seen an hour ago was seen an hour ago', () => {
    const tijd = { gezienOp: nu - 4 * uur, gestuurdOp: nu - 3 * uur, verschilVoor: 3 * uur, klokVerzet: false };
    expect(corrigeer(tijd, nu)).toEqual({ gezienOp: nu - uur, verschil: 3 * uur, twijfel: false });
  });
  test('put right in between: the moment counts by what was known then, and it says that it is not certain', () => {
    const tijd = { gezienOp: nu - 4 * uur, gestuurdOp: nu, verschilVoor: 3 * uur, klokVerzet: false };
    expect(corrigeer(tijd, nu)).toEqual({ gezienOp: nu - uur, verschil: 0, twijfel: true });
  });
  test('moved back before it was seen, as the tablet noticed: the clock at sending tells most, and it is not certain', () => {
    const tijd = { gezienOp: nu - 73 * uur, gestuurdOp: nu - 72 * uur, verschilVoor: 0, klokVerzet: true };
    expect(corrigeer(tijd, nu)).toEqual({ gezienOp: nu - uur, verschil: 72 * uur, twijfel: true });
  });
  test('never in the future', () => {
    const tijd = { gezienOp: nu + 5 * uur, gestuurdOp: nu, verschilVoor: null, klokVerzet: false };
    expect(corrigeer(tijd, nu)).toMatchObject({ gezienOp: nu, twijfel: true });
  });

  test('a clock that is moved back makes nothing younger, and says so; one that runs on does not', () => {
    const begin = { leeftijd: 0, gezienOp: nu, teruggezet: false };
    const later = verstrijk(begin, nu + 5 * uur);
    expect(later).toEqual({ leeftijd: 5 * uur, gezienOp: nu + 5 * uur, teruggezet: false });
    const terug = verstrijk(later, nu - 48 * uur);
    expect(terug).toEqual({ leeftijd: 5 * uur, gezienOp: nu - 48 * uur, teruggezet: true });
    expect(verstrijk(terug, nu - 47 * uur)).toMatchObject({ leeftijd: 6 * uur, teruggezet: true });
  });
});
