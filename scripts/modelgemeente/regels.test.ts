import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Value } from '../../db/copy.ts';
import type { Levering } from '../import/importer.ts';
import { planFolder, regelsLeveringen } from './regels.ts';
import { Locaties, normVan } from './regels-locaties.ts';
import { type Plan, PlanFault, readPlannen, readWaardelijsten } from './regels-plan.ts';
import { makeTown, type Town } from './town.ts';
import { oppervlakte, verschil } from './vlakken.ts';

const lijsten = readWaardelijsten(planFolder);
const plannen = readPlannen(planFolder);
const planNamed = (naam: string) => plannen.find((plan) => plan.naam === naam) as Plan;
const omgevingsplan = planNamed('modelgemeente');

describe('the authored regelingen', () => {
  test('the omgevingsplan has the size that was asked for', () => {
    expect(omgevingsplan.activiteiten.size).toBeGreaterThanOrEqual(60);
    expect(omgevingsplan.regels.length).toBeGreaterThanOrEqual(150);
    expect(omgevingsplan.normen.size).toBeGreaterThanOrEqual(25);
    const typen = new Set([...omgevingsplan.aanwijzingen.values()].map(({ type }) => type));
    expect(typen.size).toBeGreaterThanOrEqual(10);
  });

  test('every kwalificatie of IMOW is used', () => {
    const used = new Set(omgevingsplan.regels.flatMap(({ doet }) => doet.map(({ kwalificatie }) => kwalificatie)));
    expect([...used].sort()).toEqual([...lijsten.kwalificatie].sort());
  });

  test('no text is a copy of another with only a number changed', () => {
    for (const { naam, regels } of plannen) {
      const seen = new Map<string, string>();
      for (const { tekst, nummer, versies } of regels) {
        const shape = tekst.replace(/Deze regel volgt:.*$/s, '').replace(/[\d.,]+/g, '#');
        expect(seen.get(shape), `${naam}: ${nummer} (${versies}) repeats another rule`).toBeUndefined();
        seen.set(shape, nummer);
      }
    }
  });

  test('several bestuurslagen have rules, and the province gives an instructieregel and an omgevingswaarde', () => {
    expect(new Set(plannen.map(({ regeling }) => regeling.bestuurslaag))).toEqual(
      new Set(['gemeente', 'waterschap', 'provincie']),
    );
    const soorten = new Set(planNamed('omgevingsverordening').regels.map(({ soort }) => soort));
    expect(soorten).toEqual(new Set(['regel voor iedereen', 'instructieregel', 'omgevingswaarderegel']));
  });
});

describe('the loader names faults', { timeout: 120_000 }, () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const broken = (file: string, from: string, to: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'omgevingsplan-'));
    folders.push(folder);
    cpSync(planFolder, folder, { recursive: true });
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    try {
      readPlannen(folder);
    } catch (error) {
      if (error instanceof PlanFault) return error.message;
      throw error;
    }
    return 'no fault';
  };

  test.each([
    [
      'an unknown groep',
      'modelgemeente/activiteiten.yaml',
      'slopen: sloopactiviteit',
      'slopen: sloperij',
      /activiteiten\.yaml, regel \d+: activiteitengroep "sloperij" bestaat niet/,
    ],
    [
      'an unknown locatie',
      'modelgemeente/04-bouwen.yaml',
      'waar: bouwvlakken',
      'waar: bouwvlak',
      /04-bouwen\.yaml, regel \d+: locatie "bouwvlak" bestaat niet/,
    ],
    [
      'a missing artikelnummer',
      'modelgemeente/04-bouwen.yaml',
      'artikel: "4.3"',
      'artikel: ""',
      /04-bouwen\.yaml, regel \d+: .*geen artikelnummer/,
    ],
    [
      'an artikel given twice',
      'modelgemeente/04-bouwen.yaml',
      'artikel: "4.4"',
      'artikel: "4.18"',
      /Artikel 4\.18 staat er twee keer/,
    ],
    [
      'an unknown kwalificatie',
      'modelgemeente/03-wonen.yaml',
      'wonen: gebod',
      'wonen: advies',
      /kwalificatie "advies" bestaat niet/,
    ],
    [
      'an unknown norm',
      'modelgemeente/03-wonen.yaml',
      'normen: [aantal kamers]',
      'normen: [aantal kamertjes]',
      /norm "aantal kamertjes" bestaat niet/,
    ],
    [
      'a norm with two values',
      'modelgemeente/normen.yaml',
      'waarde: 37.5',
      'waarde: 37.5, woord: hoog',
      /meer dan één soort waarde/,
    ],
    [
      'a locatie made of itself',
      'modelgemeente/locaties.yaml',
      'interferentiegebied: { samen: [centrum, ',
      'interferentiegebied: { samen: [interferentiegebied, ',
      /locaties\.yaml, regel \d+: locatie "interferentiegebied" volgt uit zichzelf/,
    ],
    [
      'an unknown version',
      'modelgemeente/13-energie.yaml',
      'versies: [toekomstig]',
      'versies: [ooit]',
      /versie "ooit" bestaat niet/,
    ],
    [
      'a field that does not exist',
      'modelgemeente/03-wonen.yaml',
      'opschrift: Leegstand',
      'titel: Leegstand',
      /03-wonen\.yaml, regel \d+/,
    ],
    ['broken YAML', 'modelgemeente/03-wonen.yaml', 'artikelen:', 'artikelen: [', /geen geldige YAML/],
  ] as const)('%s', (_, file, from, to, expected) => {
    expect(broken(file, from, to)).toMatch(expected);
  });
});

describe('laid over a small town', { timeout: 120_000 }, () => {
  let town: Town;
  let leveringen: Levering[];
  const missing: string[] = [];
  const run = async (peildatum: string) => {
    let key = 0;
    return regelsLeveringen(town, {
      opties: { peildatum },
      nieuweSleutel: async () => {
        key += 1;
        return key;
      },
      voortgang: () => {},
      keurAf: (_bron, _reden, plek) => missing.push(plek ?? ''),
    });
  };
  beforeAll(async () => {
    town = makeTown({ inwoners: 5000 });
    leveringen = await run('2026-05-20');
  }, 120_000);

  const rows = (bronId: string, table: string): readonly Value[][] => {
    const levering = leveringen.find(({ bron }) => bron.id === bronId);
    const tabel = levering?.tabellen.find((candidate) => candidate.table === table);
    return tabel?.rows as Value[][];
  };

  test('every locatie has an area within the gemeente, or the report says that the town has no such place', () => {
    for (const { naam, locaties: keuzes } of plannen) {
      const locaties = new Locaties(town, keuzes);
      for (const key of keuzes.keys()) {
        const gebieden = locaties.find(key);
        if (gebieden.length === 0) expect(missing, `${naam}: ${key}`).toContain(key);
        for (const { noemer, vlak } of gebieden) {
          expect(oppervlakte(vlak), `${key}: ${noemer}`).toBeGreaterThan(0);
          expect(noemer).not.toMatch(/[{}]/);
        }
        const buiten = oppervlakte(
          verschil(
            gebieden.flatMap(({ vlak }) => vlak),
            [town.grens],
          ),
        );
        expect(buiten, `${key} outside the gemeente`).toBeLessThan(1);
      }
    }
    expect(missing).not.toContain('bouwvlakken');
  });

  test('a bouwvlak allows what stands in it', () => {
    const bouwvlakken = new Locaties(town, omgevingsplan.locaties).find('bouwvlakken');
    expect(bouwvlakken.length).toBeGreaterThan(20);
    for (const bouwvlak of bouwvlakken) {
      const hoogste = Math.max(...bouwvlak.panden.map(({ hoogte }) => hoogte));
      const norm = normVan(bouwvlak, 'hoogste pand', 1) as number;
      expect(norm).toBeGreaterThanOrEqual(hoogste);
      expect(norm - hoogste).toBeLessThan(1);
      expect(normVan(bouwvlak, 'bebouwd deel', 10)).toBeLessThanOrEqual(100);
    }
  });

  test('three versions follow each other without a gap, one before, one on and one after the peildatum', () => {
    const versies = rows('omgevingsplan-gm9999', 'regeling').map((row) => [row[9], row[10]]);
    expect(versies).toEqual([
      ['2024-06-01', '2025-09-01'],
      ['2025-09-01', '2026-09-01'],
      ['2026-09-01', null],
    ]);
    expect(rows('omgevingsplan-gm9999-ontwerp', 'regeling').map((row) => row[8])).toEqual([true]);
  });

  test('the versions differ in text and in normwaarden', () => {
    const perVersie = rows('omgevingsplan-gm9999', 'regeling').map(([id]) => ({
      nummers: new Set(
        rows('omgevingsplan-gm9999', 'regeltekst')
          .filter((row) => row[1] === id)
          .map((row) => row[5]),
      ),
      normen: rows('omgevingsplan-gm9999', 'norm').filter(
        (row) => row[1] === id && row[4] === 'parkeerplaatsen per woning',
      ),
    }));
    const [vorig, geldend, toekomstig] = perVersie as [
      (typeof perVersie)[0],
      (typeof perVersie)[0],
      (typeof perVersie)[0],
    ];
    expect([...geldend.nummers].some((tekst) => !vorig.nummers.has(tekst))).toBe(true);
    expect([...toekomstig.nummers].some((tekst) => !geldend.nummers.has(tekst))).toBe(true);
    const waarden = (versie: (typeof perVersie)[0]) =>
      rows('omgevingsplan-gm9999', 'normwaarde')
        .filter((row) => row[1] === versie.normen[0]?.[0])
        .map((row) => row[2]);
    expect(waarden(vorig)).not.toEqual(waarden(geldend));
  });

  test('all links lead somewhere', () => {
    for (const { bron } of leveringen) {
      const keys = (table: string) => new Set(rows(bron.id, table).map(([id]) => id));
      const links: [string, string, string][] = [
        ['juridische_regel_locatie', 'juridische_regel', 'locatie'],
        ['activiteit_locatieaanduiding_locatie', 'activiteit_locatieaanduiding', 'locatie'],
        ['gebiedsaanwijzing_locatie', 'gebiedsaanwijzing', 'locatie'],
        ['normwaarde_locatie', 'normwaarde', 'locatie'],
        ['juridische_regel_norm', 'juridische_regel', 'norm'],
        ['juridische_regel_gebiedsaanwijzing', 'juridische_regel', 'gebiedsaanwijzing'],
      ];
      for (const [link, left, right] of links) {
        const [from, to] = [keys(left), keys(right)];
        const pairs = rows(bron.id, link);
        expect(pairs.filter(([a, b]) => !from.has(a as number) || !to.has(b as number))).toEqual([]);
        expect(new Set(pairs.map(String)).size, `${link} repeats a pair`).toBe(pairs.length);
      }
    }
  });

  test('the same town gives the same rules', async () => {
    const again = await run('2026-05-20');
    expect(JSON.stringify(again)).toBe(JSON.stringify(leveringen));
  });
});
