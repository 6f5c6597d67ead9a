import { expect, test } from 'vitest';
import { Prng } from '../../scripts/modelgemeente/prng.ts';
import { codeer } from '../../server/veiligheid/domain/reeks.ts';
import { celNummer } from '../../server/veiligheid/domain/rooster.ts';
import { kiesStappen, leesNummers, telInCel, telPerStap, vanTellingen } from './bestand.ts';
import { Rekenaar } from './reken.ts';
import { isTeWeinig, zinVanCel } from './woorden.ts';

const zijde = 12;
const nummers = Array.from({ length: zijde * zijde }, (_, i) =>
  celNummer(1450 + (i % zijde), 5040 + Math.floor(i / zijde)),
);
const rooster = {
  rooster: 'vierkant' as const,
  stappen: nummers.map((nummer, i) => nummer - (nummers[i - 1] ?? 0)),
  adressen: nummers.map((_, i) => (i === 5 ? 0 : 30)),
  buurten: [],
  buurt: nummers.map(() => -1),
};
const maanden = ['2025-01', '2025-02', '2025-04', '2025-05'];
/** Ten records a month in a block in the corner, and one here and there. */
const rng = new Prng('beeld');
const tellingen = maanden.map(() =>
  codeer(nummers.map((_, i) => [i, i % zijde < 3 && i < 3 * zijde ? 10 : rng.int(0, 1)] as const)),
);
const klasse = { stelsel: 'misdrijf' as const, naam: 'Proef', thema: '1.3', telt: true };
const antwoord = {
  bron: { naam: 'proef', peildatum: null },
  maanden,
  klassen: [
    { ...klasse, code: '1.1.1', tellingen },
    { ...klasse, code: '1.2.4', thema: '2.1', telt: false, tellingen: maanden.map(() => codeer([[140, 3]])) },
  ],
  buitenRooster: 0,
  gevoeligWeg: false,
};
const inhoud = vanTellingen(antwoord, rooster);

test('a month that was not delivered is a hole, and not a month without records', () => {
  expect(leesNummers(rooster)).toEqual(nummers);
  expect(inhoud.stappen).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
  expect(telPerStap(inhoud, [1])).toEqual([3, 3, null, 3, 3]);
  expect(kiesStappen(inhoud.stappen, '2025-02', '2025-04')).toEqual({ van: 1, tot: 3 });
  expect(kiesStappen(inhoud.stappen, '2019-01', '2025-04')).toEqual({ van: 0, tot: 4 });
});

test('the map of a period, beside the one before, and what is in a cell', () => {
  const rekenaar = new Rekenaar(inhoud.bestand);
  const { nu, naast } = rekenaar.reken({ groepen: [0, 1], van: 3, tot: 4, per: 'aantal', naast: { van: 0, tot: 1 } });
  expect(nu.aantallen[0]).toBe(20);
  expect(nu.bins[zijde + 1]).toBe(3);
  expect(nu.rondom[zijde + 1]).toBe(180);
  expect(nu.totaal).toBe(nu.aantallen.reduce((som, een) => som + een, 0));
  expect(naast?.aantallen[140]).toBeGreaterThanOrEqual(6);
  expect(telInCel(inhoud, [0, 1], 140, { van: 3, tot: 4 }).find(({ naam }) => naam.includes('2.1'))?.aantal).toBe(6);
  expect(zinVanCel(nu, zijde + 1, 'aantal')).toContain('duidelijk meer');
});

test('a distance band: 150 m are the cells that touch, 250 m are more', () => {
  const vraag = { groepen: [0, 1], van: 3, tot: 4, per: 'aantal', naast: null } as const;
  const met = (band: number | null) => new Rekenaar(vanTellingen(antwoord, rooster, band).bestand).reken(vraag).nu;
  expect(met(150).z).toEqual(met(null).z);
  expect([met(null).buren[2 * zijde + 2], met(250).buren[2 * zijde + 2]]).toEqual([9, 21]);
});

test('per adres a cell without adressen is not judged, and little is too little', () => {
  const rekenaar = new Rekenaar(inhoud.bestand);
  const { nu } = rekenaar.reken({ groepen: [0], van: 0, tot: 4, per: 'adressen', naast: null });
  expect(nu.z[5]).toBeNaN();
  expect(zinVanCel(nu, 5, 'adressen')).toContain('geen adres');
  const { nu: weinig } = rekenaar.reken({ groepen: [1], van: 0, tot: 0, per: 'aantal', naast: null });
  expect(weinig.tekort).toBe('te weinig cellen');
  expect(isTeWeinig(weinig, 70)).toBe(true);
  expect(zinVanCel(weinig, 70, 'aantal')).toContain('Te weinig om iets te zeggen');
});
