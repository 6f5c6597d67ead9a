import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Levering } from '../import/importer.ts';
import { geluidWeg, niveauBijLijn, sterkteVanWeg } from './omstandigheden/geluid-raster.ts';
import { kaartVan, type Thema, themas } from './omstandigheden/index.ts';
import { Raster } from './omstandigheden/raster.ts';
import { omstandighedenLeveringen } from './omstandigheden.ts';
import { makeTown, type Punt, type Town, type Vlak } from './town.ts';
import {
  afstandTotLijn,
  buffer,
  cirkel,
  doorsnede,
  ligtIn,
  omhul,
  oppervlakte,
  strook,
  verenig,
  verschil,
} from './vlakken.ts';

const declared = (
  JSON.parse(readFileSync(new URL('../../data/omstandigheden/themas.json', import.meta.url), 'utf8')) as {
    themas: { key: Thema; klassen: ({ sleutel: string } | { vanaf: number | null; tot: number | null })[] }[];
  }
).themas;

const vierkant = (x: number, y: number, zijde: number): Vlak => [
  [
    [x, y],
    [x + zijde, y],
    [x + zijde, y + zijde],
    [x, y + zijde],
    [x, y],
  ],
];

describe('planar geometry', () => {
  test('areas add up: what two share and what they do not is the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 400 }),
        fc.integer({ min: 2, max: 400 }),
        fc.integer({ min: 0, max: 300 }),
        (a, b, opzij) => {
          const een = [vierkant(146_000, 505_000, a)];
          const ander = [vierkant(146_000 + opzij, 505_000 + opzij, b)];
          const delen = oppervlakte(doorsnede(een, ander)) + oppervlakte(verschil(een, ander));
          expect(delen).toBeCloseTo(a * a, 2);
          expect(oppervlakte(verenig([...een, ...ander]))).toBeCloseTo(oppervlakte(verschil(ander, een)) + a * a, 2);
        },
      ),
    );
  });

  test('a buffer of 10 m around a square of 100 m, its corners rounded to half a metre', () => {
    const around = oppervlakte(buffer([vierkant(146_000, 505_000, 100)], 10));
    expect(around).toBeGreaterThan(10_000 + 4_000 + Math.PI * 9.5 ** 2);
    expect(around).toBeLessThanOrEqual(10_000 + 4_000 + Math.PI * 100);
  });

  test('two panden near each other get one bouwvlak, two far apart get two', () => {
    const pand = vierkant(146_000, 505_000, 8);
    expect(omhul([pand, vierkant(146_012, 505_000, 8)], 1, 8)).toHaveLength(1);
    expect(omhul([pand, vierkant(146_100, 505_000, 8)], 1, 8)).toHaveLength(2);
  });
});

describe('noise', () => {
  test('never rises with distance', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 40, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (sterkte, a, b) => {
          expect(niveauBijLijn(sterkte, Math.min(a, b))).toBeGreaterThanOrEqual(niveauBijLijn(sterkte, Math.max(a, b)));
        },
      ),
    );
  });

  test('a busier and a faster road is louder; a path is silent', () => {
    const sterkte = (klasse: 'regionaal' | 'hoofdweg' | 'woonstraat' | 'pad', snelheid: number) =>
      sterkteVanWeg({ klasse, snelheid }, 100_000);
    expect(sterkte('regionaal', 80)).toBeGreaterThan(sterkte('hoofdweg', 50) as number);
    expect(sterkte('hoofdweg', 50)).toBeGreaterThan(sterkte('woonstraat', 30) as number);
    expect(sterkte('hoofdweg', 50)).toBeGreaterThan(sterkte('hoofdweg', 30) as number);
    expect(sterkte('pad', 15)).toBeNull();
  });
});

test('bands of a grid do not overlap and rise to its middle', () => {
  const grens = [vierkant(146_000, 505_000, 1000)];
  const raster = new Raster(grens, 20, 1000).afstand(
    [
      [
        [146_500, 505_500],
        [146_500, 505_501],
      ],
    ],
    1000,
  );
  raster.waarden.forEach((afstand, k) => {
    raster.waarden[k] = 500 - afstand;
  });
  const [buitenste, binnenste] = raster.banden([200, 400]).map(({ vlakken }) => vlakken) as [Vlak[], Vlak[]];
  expect(oppervlakte(binnenste)).toBeCloseTo(Math.PI * 100 ** 2, -3);
  expect(oppervlakte(buitenste)).toBeCloseTo(Math.PI * (300 ** 2 - 100 ** 2), -4);
  expect(oppervlakte(doorsnede(buitenste, binnenste))).toBeLessThan(1);
  expect(ligtIn([146_500, 505_500], binnenste)).toBe(true);
});

describe('laid over a small town', { timeout: 120_000 }, () => {
  let town: Town;
  beforeAll(() => {
    town = makeTown({ inwoners: 5000 });
  }, 120_000);

  test('every thema that is declared is made, and every area falls in one of its classes', () => {
    expect([...themas].sort()).toEqual(declared.map(({ key }) => key).sort());
    for (const { key, klassen } of declared) {
      const { vlakken, dekking } = kaartVan(town, key);
      expect(vlakken.length, key).toBeGreaterThan(0);
      expect(oppervlakte(dekking), key).toBeGreaterThan(10_000);
      for (const { omschrijving, waarde } of vlakken) {
        const past = klassen.some((klasse) =>
          'sleutel' in klasse
            ? klasse.sleutel === omschrijving && waarde === null
            : waarde !== null && waarde >= (klasse.vanaf ?? -Infinity) && waarde < (klasse.tot ?? Infinity),
        );
        expect(past, `${key}: ${omschrijving} (${waarde})`).toBe(true);
      }
    }
  });

  test('nothing is said outside the dekking', () => {
    for (const key of themas) {
      const { vlakken, dekking } = kaartVan(town, key);
      const buiten = verschil(
        vlakken.flatMap(({ vlak }) => vlak),
        dekking,
      );
      expect(oppervlakte(buiten), key).toBeLessThan(key === 'monument' || key === 'bomen' ? 200 : 5);
    }
  });

  test('some themas know the whole gemeente, others leave real gaps in which people live', () => {
    const deel = (key: Thema) => oppervlakte(kaartVan(town, key).dekking) / oppervlakte([town.grens]);
    for (const key of ['geluid-weg', 'monument', 'natura-2000'] as const) expect(deel(key)).toBeCloseTo(1, 3);
    for (const key of ['hitte', 'warmtenet', 'archeologie', 'netcongestie', 'openbare-verlichting'] as const) {
      expect(deel(key), key).toBeLessThan(0.97);
      const { dekking } = kaartVan(town, key);
      expect(
        town.adressen.some(({ punt }) => !ligtIn(punt, dekking)),
        key,
      ).toBe(true);
      expect(
        town.adressen.some(({ punt }) => ligtIn(punt, dekking)),
        key,
      ).toBe(true);
    }
  });

  test('classes of one thema exclude each other where a place can have only one', () => {
    for (const key of [
      'geluid-weg',
      'geluid-spoor',
      'overstroming',
      'hitte',
      'bodem',
      'archeologie',
      'warmtenet',
    ] as const) {
      const { vlakken } = kaartVan(town, key);
      const samen = oppervlakte(verenig(vlakken.flatMap(({ vlak }) => vlak)));
      const los = vlakken.reduce((sum, { vlak }) => sum + oppervlakte(vlak), 0);
      expect(los - samen, key).toBeLessThan(los * 1e-4);
    }
  });

  test('walking away from the busiest road it gets quieter', () => {
    const raster = geluidWeg(town);
    const druk = [...town.wegen]
      .filter(({ as }) => as.length >= 2)
      .sort((a, b) => (sterkteVanWeg(b, town.inwoners) ?? 0) - (sterkteVanWeg(a, town.inwoners) ?? 0))
      .slice(0, 10);
    const gemiddeld = (van: number, tot: number) => {
      const niveaus: number[] = [];
      raster.waarden.forEach((niveau, k) => {
        const punt = raster.middenVan(k);
        const afstand = Math.min(...druk.map(({ as }) => afstandTotLijn(punt, as as Punt[])));
        if (afstand >= van && afstand < tot) niveaus.push(niveau);
      });
      return niveaus.reduce((sum, niveau) => sum + niveau, 0) / niveaus.length;
    };
    const [dichtbij, verder, ver] = [gemiddeld(0, 25), gemiddeld(60, 100), gemiddeld(200, 300)] as const;
    expect(dichtbij).toBeGreaterThan(verder + 3);
    expect(verder).toBeGreaterThan(ver + 2);
  });

  test('the polder floods deeper than the old town', () => {
    const diepte = (punt: Punt) =>
      kaartVan(town, 'overstroming').vlakken.find(({ vlak }) => ligtIn(punt, vlak))?.waarde ?? 0;
    const gemiddeld = (karakters: readonly string[]) => {
      const codes = new Set(
        town.buurten.filter(({ karakter }) => karakters.includes(karakter)).map(({ code }) => code),
      );
      const punten = town.adressen.filter(({ buurtCode }) => codes.has(buurtCode)).map(({ punt }) => punt);
      return punten.reduce((sum, punt) => sum + diepte(punt), 0) / punten.length;
    };
    expect(gemiddeld(['buitengebied'])).toBeGreaterThan(gemiddeld(['centrum']));
  });

  test('every pand that is a monument is an area of the thema', () => {
    const { vlakken } = kaartVan(town, 'monument');
    const kerken = town.panden.filter(({ aard, bouwjaar }) => aard === 'kerk' && bouwjaar < 1950);
    for (const kerk of kerken) {
      expect(vlakken.some(({ omschrijving, vlak }) => omschrijving === 'rijksmonument' && vlak[0] === kerk.vlak)).toBe(
        true,
      );
    }
  });

  test('a leiding runs across the gemeente and avoids where people live', () => {
    const strip = strook([town.spoor], 5);
    expect(oppervlakte(strip)).toBeGreaterThan(0);
    const zone = kaartVan(town, 'buisleiding').vlakken.flatMap(({ vlak }) => vlak);
    const erboven = town.adressen.filter(({ punt }) => ligtIn(punt, zone)).length;
    expect(erboven / town.adressen.length).toBeLessThan(0.01);
    expect(oppervlakte(doorsnede(zone, [cirkel(zone[0]?.[0]?.[0] as Punt, 10)]))).toBeGreaterThan(0);
  });

  test('each thema is a bron with its own peildatum, and the same town gives the same areas', async () => {
    const run = async () => {
      let key = 0;
      const leveringen = await omstandighedenLeveringen(town, {
        opties: { peildatum: '2026-05-20' },
        nieuweSleutel: async () => {
          key += 1;
          return key;
        },
        voortgang: () => {},
      });
      return Promise.all(leveringen.map(async (levering) => [levering.bron, await collect(levering)] as const));
    };
    const [een, ander] = [await run(), await run()];
    expect(een).toEqual(ander);
    expect(een).toHaveLength(themas.length);
    expect(new Set(een.map(([{ id }]) => id)).size).toBe(themas.length);
    const peildata = een.map(([{ peildatum }]) => peildatum);
    expect(new Set(peildata).size).toBeGreaterThan(10);
    for (const peildatum of peildata) expect(peildatum < '2026-05-20').toBe(true);
  });
});

async function collect({ tabellen }: Levering): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const tabel of tabellen) for await (const row of tabel.rows) rows.push(row);
  return rows;
}
