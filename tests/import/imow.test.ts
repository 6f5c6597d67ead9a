import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grenzen } from '../../scripts/import/grenzen.ts';
import { redenen } from '../../scripts/import/imow/tabellen.ts';
import { imow } from '../../scripts/import/imow.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { onBothEngines } from '../database.ts';
import { writeImowVoorbeeld } from './imow-voorbeeld.ts';

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const ermelo = shared('imow/gm0233-omgevingsplan-ermelo-download.zip');
const gemeentestad = shared('imow/gemeentestad-opdracht.zip');
const helloDso = shared('imow/helloDSO_input.zip');
const landsgrenzen = shared('grenzen/gemeenten-2025.geojson');

type Plaats = [x: number, y: number];

/** Activiteiten with their kwalificatie whose place surely holds this point, and those of which that is not known. */
async function activiteitenOp(db: Knex, [x, y]: Plaats): Promise<{ geldt: string[]; onbekend: string[] }> {
  const { rows } = await db.raw(
    `SELECT DISTINCT a.naam || ': ' || ala.kwalificatie AS wat, l.geom IS NULL AS onbekend
     FROM activiteit_locatieaanduiding ala
     JOIN activiteit a ON a.id = ala.activiteit_id
     JOIN activiteit_locatieaanduiding_locatie al ON al.aanduiding_id = ala.id
     JOIN locatie l ON l.id = al.locatie_id
     WHERE l.geom IS NULL OR EXISTS (
       SELECT FROM locatie_deel d WHERE d.locatie_id = l.id
         AND ST_Intersects(d.geom, ST_SetSRID(ST_MakePoint(?, ?), 28992)))
     ORDER BY 1`,
    [x, y],
  );
  const namen = (onbekend: boolean) =>
    rows.filter((row: { onbekend: boolean }) => row.onbekend === onbekend).map((row: { wat: string }) => row.wat);
  return { geldt: namen(false), onbekend: namen(true) };
}

async function regelingenOp(db: Knex, [x, y]: Plaats): Promise<string[]> {
  const { rows } = await db.raw(
    'SELECT opschrift FROM regeling WHERE ST_Intersects(geom, ST_SetSRID(ST_MakePoint(?, ?), 28992)) ORDER BY 1',
    [x, y],
  );
  return rows.map(({ opschrift }: { opschrift: string }) => opschrift);
}

const count = async (db: Knex, table: string): Promise<number> => Number((await db(table).count('* as n').first())?.n);

describe.skipIf(!existsSync(ermelo))('real deliveries (skipped without ../shared)', () => {
  const inErmelo: Plaats = [173708, 477363];
  const inZoneA: Plaats = [136978, 424652];
  const inZoneB: Plaats = [137408, 423377];
  const elders: Plaats = [141391, 421511];
  const inOtterlo: Plaats = [181209, 456608];
  const detailhandel = 'uitoefenen van detailhandel in ter plaatse vervaardigde goederen';

  onBothEngines('Ermelo without borders', (database) => {
    test('is taken in whole, and says that its place is not known and what to do about it', async () => {
      const { db } = database;
      const verslag = await runImport(db, imow, ermelo);
      expect(verslag.bronnen).toMatchObject([
        {
          id: 'imow-gm0233-2020-omgevingsplan',
          peildatum: '2024-02-09',
          aantallen: {
            regeling: 1,
            regeltekst: 592,
            juridische_regel: 592,
            activiteit: 90,
            activiteit_locatieaanduiding: 601,
            activiteit_locatieaanduiding_locatie: 601,
            juridische_regel_locatie: 592,
            locatie: 1,
          },
          afgekeurd: [{ reden: redenen.geenAmbtsgrens, aantal: 1, voorbeelden: ['gm0233'] }],
        },
      ]);
      expect(await db('regeling')).toMatchObject([
        {
          identificatie: '/akn/nl/act/gm0233/2020/omgevingsplan/nld@2024-02-07;2',
          soort: 'omgevingsplan',
          opschrift: 'Omgevingsplan gemeente Ermelo',
          bestuurslaag: 'gemeente',
          bevoegd_gezag_code: 'gm0233',
          bevoegd_gezag: 'Gemeente Ermelo',
          ontwerp: false,
          geldig_vanaf: null,
          geom: null,
          url: 'https://identifier.overheid.nl/akn/nl/act/gm0233/2020/omgevingsplan',
        },
      ]);
      expect(await db('activiteit_locatieaanduiding').distinct('kwalificatie')).toEqual([
        { kwalificatie: 'anders geduid' },
      ]);
      expect(await db('bron').first('gemeente_code', 'dekking')).toEqual({ gemeente_code: 'gm0233', dekking: null });
    });

    test('no rule applies anywhere for sure, and none is lost', async () => {
      const { geldt, onbekend } = await activiteitenOp(database.db, inErmelo);
      expect(geldt).toEqual([]);
      expect(onbekend).toContain('Acculader in werking hebben: anders geduid');
    });

    test('artikelen and leden are cited and read as in the plan', async () => {
      const { db } = database;
      const lees = (nummer: string) => db('regeltekst').where({ nummer }).select('opschrift', 'tekst');
      const [uitzonderingen] = await lees('Artikel 22.27');
      expect(uitzonderingen.opschrift).toMatch(/^Uitzonderingen op vergunningplicht artikel 22.26/);
      expect(uitzonderingen.tekst.split('\n').slice(1, 4)).toEqual([
        'a. een bijbehorend bouwwerk of een uitbreiding daarvan, als wordt voldaan aan de volgende eisen:',
        '1. op de grond staand;',
        '2. gelegen in achtererfgebied;',
      ]);
      const [lid] = await lees('Artikel 1.1 lid 2');
      expect(lid).toEqual({
        opschrift: 'Begripsbepalingen',
        tekst:
          'Bijlage II bij dit omgevingsplan bevat begripsbepalingen voor de toepassing van hoofdstuk 22 van dit omgevingsplan.',
      });
      expect(await db('regeltekst').where({ tekst: '' })).toEqual([]);
      expect(await db('regeltekst').whereNot('nummer', '~', '^Artikel \\d+\\.\\d+[a-z]?( lid \\d+[a-z]?)?$')).toEqual(
        [],
      );
    });
  });

  onBothEngines('several gemeenten', (database) => {
    beforeAll(async () => {
      const { db } = database;
      await runImport(db, grenzen, landsgrenzen);
      await runImport(db, imow, ermelo);
      await runImport(db, imow, gemeentestad);
      await runImport(db, imow, helloDso);
    });

    test('each place has only its own plan', async () => {
      const { db } = database;
      expect(await regelingenOp(db, inErmelo)).toEqual(['Omgevingsplan gemeente Ermelo']);
      expect(await regelingenOp(db, inZoneA)).toEqual(['Omgevingsplan Zaltbommel (met de nadruk op Zuilichem)']);
      expect(await regelingenOp(db, inOtterlo)).toEqual([]);
      const opErmelo = await activiteitenOp(db, inErmelo);
      expect(opErmelo.geldt).toHaveLength(90);
      expect(opErmelo.onbekend).toEqual([]);
      expect((await activiteitenOp(db, inOtterlo)).geldt).toEqual([]);
      const codes = await db('bron').where({ soort: 'imow' }).orderBy('id').pluck('gemeente_code');
      expect(codes).toEqual(['gm0160', 'gm0233', 'gm0297']);
      const gezag = await db('regeling').orderBy('bevoegd_gezag_code').pluck('bevoegd_gezag');
      expect(gezag).toEqual(['Gemeente Hardenberg', 'Gemeente Ermelo', 'Gemeente Zaltbommel']);
    });

    test('inside a GIO and outside it the answer differs', async () => {
      const { db } = database;
      const [a, b, buiten] = [
        await activiteitenOp(db, inZoneA),
        await activiteitenOp(db, inZoneB),
        await activiteitenOp(db, elders),
      ];
      expect(a.geldt).toContain(`${detailhandel}: toegestaan`);
      expect(a.geldt).not.toContain(`${detailhandel}: meldingsplicht`);
      expect(b.geldt).toContain(`${detailhandel}: meldingsplicht`);
      expect(b.geldt).not.toContain(`${detailhandel}: toegestaan`);
      expect(buiten.geldt).toEqual([
        'boom kappen: toegestaan',
        'boom kappen: vergunningplicht',
        'bouwen van een bijgebouw: meldingsplicht',
        'bouwen van een bijgebouw: toegestaan',
        'bouwen van een bijgebouw: vergunningplicht',
      ]);
      expect([a.onbekend, b.onbekend, buiten.onbekend]).toEqual([[], [], []]);
    });

    test('a norm has the value of the place', async () => {
      const waarde = async ([x, y]: Plaats) => {
        const { rows } = await database.db.raw(
          `SELECT DISTINCT n.naam, n.type, n.groep, n.eenheid, w.kwantitatief
           FROM norm n JOIN normwaarde w ON w.norm_id = n.id JOIN normwaarde_locatie wl ON wl.normwaarde_id = w.id
           JOIN locatie_deel d ON d.locatie_id = wl.locatie_id
           WHERE w.kwantitatief IS NOT NULL AND ST_Intersects(d.geom, ST_SetSRID(ST_MakePoint(?, ?), 28992))`,
          [x, y],
        );
        return rows;
      };
      const bouwhoogte = {
        naam: 'maximum bouwhoogte bedrijfsgebouw',
        type: 'maximum bouwhoogte',
        groep: 'bouwaanduiding',
        eenheid: 'meter',
      };
      expect(await waarde([138247, 423829])).toEqual([{ ...bouwhoogte, kwantitatief: '7' }]);
      expect(await waarde([138400, 424549])).toEqual([{ ...bouwhoogte, kwantitatief: '13' }]);
      expect(await waarde(inErmelo)).toEqual([]);
      const { db } = database;
      expect(await db('normwaarde').whereNotNull('kwalitatief').orderBy('kwalitatief').pluck('kwalitatief')).toEqual([
        'gewoon mooi',
        'hoog',
        'laag',
        'midden',
      ]);
      expect(await db('normwaarde').where({ in_regeltekst: true })).toHaveLength(2);
    });

    test('dates, themas, gebiedsaanwijzingen and groepen come over', async () => {
      const { db } = database;
      expect(await db('regeling').where({ bevoegd_gezag_code: 'gm0297' }).first('geldig_vanaf', 'citeertitel')).toEqual(
        {
          geldig_vanaf: '2020-01-14',
          citeertitel: 'Gemeentestad (omgevingsplan Zaltbommel)',
        },
      );
      expect(await db('juridische_regel').whereRaw('themas <> ?', ['{}']).pluck('themas')).toEqual([['natuur']]);
      expect(await db('gebiedsaanwijzing').distinct('type', 'groep').orderBy('groep')).toEqual([
        { type: 'functie', groep: 'bedrijf' },
        { type: 'functie', groep: 'centrumgebied' },
        { type: 'functie', groep: 'overig' },
      ]);
      // Two members that overlap by 3 m²: the groep is their union.
      const { rows } = await db.raw(
        `SELECT round(ST_Area(geom)::numeric)::int AS m2 FROM locatie WHERE noemer = 'industriegebied (groep)'`,
      );
      expect(rows).toEqual([{ m2: 1197 }]);
      expect(await db('locatie').whereNull('geom')).toEqual([]);
    });

    test('--gebied puts the plan over another gemeente, beside its own place', async () => {
      const { db } = database;
      const verslag = await runImport(db, imow, ermelo, { opties: { gebied: 'gm0228' } });
      expect(verslag.bronnen).toMatchObject([
        {
          id: 'imow-gm0233-2020-omgevingsplan-op-gm0228',
          naam: 'Omgevingsplan gemeente Ermelo (demonstratie: gelegd over gm0228)',
          afgekeurd: [],
        },
      ]);
      expect((await activiteitenOp(db, inOtterlo)).geldt).toHaveLength(90);
      expect((await activiteitenOp(db, inErmelo)).geldt).toHaveLength(90);
      const bron = await db('bron').where({ id: 'imow-gm0233-2020-omgevingsplan-op-gm0228' }).first('gemeente_code');
      expect(bron).toEqual({ gemeente_code: 'gm0228' });
      expect(await count(db, 'regeling')).toBe(4);
    });

    test('a second import replaces the first', async () => {
      const { db } = database;
      const voor = [await count(db, 'regeltekst'), await count(db, 'locatie_deel'), await count(db, 'normwaarde')];
      await runImport(db, imow, gemeentestad);
      expect([await count(db, 'regeltekst'), await count(db, 'locatie_deel'), await count(db, 'normwaarde')]).toEqual(
        voor,
      );
    });
  });
});

onBothEngines('an invented delivery with everything that can be wrong', (database) => {
  let map: string;
  beforeAll(() => {
    map = mkdtempSync(join(tmpdir(), 'loket-imow-'));
  });
  afterAll(() => rmSync(map, { recursive: true, force: true }));

  test('is taken in as far as it goes; each gap is counted and no rule is lost', async () => {
    const { db } = database;
    const verslag = await runImport(db, imow, writeImowVoorbeeld(join(map, 'fout')), {
      opties: {
        gebied: 'POLYGON((150000 460000, 151000 460000, 151000 461000, 150000 461000, 150000 460000))',
        gemeente: 'gm9999',
      },
    });
    expect(
      Object.fromEntries(verslag.bronnen[0]?.afgekeurd.map(({ reden, voorbeelden }) => [reden, voorbeelden]) ?? []),
    ).toEqual({
      [redenen.geenLocatie]: ['nl.imow-gm9999.gebied.weg'],
      [redenen.geenGeometrie]: ['nl.imow-gm9999.gebied.zonderGio'],
      [redenen.geenLid]: ['nl.imow-gm9999.gebiedengroep.half'],
      [redenen.geenTekst]: ['gm9999_1__chp_1__art_1.2__para_3'],
      [redenen.geenActiviteit]: ['nl.imow-gm9999.juridischeregel.1 naar nl.imow-gm9999.activiteit.beeindigd'],
      [redenen.geenNorm]: ['nl.imow-gm9999.juridischeregel.1 naar nl.imow-gm9999.omgevingsnorm.weg'],
      [redenen.geenGebiedsaanwijzing]: ['nl.imow-gm9999.juridischeregel.1 naar nl.imow-gm9999.gebiedsaanwijzing.weg'],
      'waar deze locatie ligt is onbekend: geometrie in een ander stelsel dan RD (EPSG:28992)': [
        'nl.imow-gm9999.gebied.etrs',
      ],
    });
    expect(await db('regeling').first('ontwerp', 'bestuurslaag', 'soort')).toEqual({
      ontwerp: true,
      bestuurslaag: 'gemeente',
      soort: 'omgevingsplan',
    });
    expect(await db('activiteit').pluck('naam')).toEqual(['Kappen']);
    expect(await db('juridische_regel').orderBy('identificatie').select('soort', 'idealisatie', 'themas')).toEqual([
      { soort: 'regel voor iedereen', idealisatie: 'indicatief', themas: ['externe veiligheid', 'natuur'] },
      { soort: 'instructieregel', idealisatie: 'exact', themas: [] },
    ]);
    expect(await db('regeltekst').orderBy('volgorde').select('nummer', 'tekst')).toEqual([
      { nummer: 'Artikel 1.1', tekst: 'Kappen mag.' },
      { nummer: 'Artikel 1.2 lid 3', tekst: expect.stringContaining('niet meegeleverd') },
    ]);
  });

  test('a regel whose locatie is missing reads as unknown everywhere, not as nowhere', async () => {
    expect(await activiteitenOp(database.db, [150_500, 460_500])).toEqual({
      geldt: ['Kappen: vergunningplicht'],
      onbekend: ['Kappen: verbod'],
    });
    expect(await activiteitenOp(database.db, [170_000, 470_000])).toEqual({ geldt: [], onbekend: ['Kappen: verbod'] });
  });

  test('an arc of a GIO is followed to within a millimetre', async () => {
    const { rows } = await database.db.raw(`SELECT ST_Area(geom) AS m2 FROM locatie WHERE noemer = 'halve cirkel'`);
    expect(rows[0].m2).toBeCloseTo((Math.PI * 50 ** 2) / 2, 0);
  });

  test('a kwantitatieve waarde keeps its digits, and what is no number is kept as words', async () => {
    expect(
      await database.db('normwaarde').orderBy('id').select('kwantitatief', 'kwalitatief', 'in_regeltekst'),
    ).toEqual([
      { kwantitatief: '3.50', kwalitatief: null, in_regeltekst: false },
      { kwantitatief: null, kwalitatief: 'circa drie', in_regeltekst: false },
    ]);
  });

  test.each([
    ['a gemeente without a loaded border', 'gm0001', /grens van gm0001 is niet geladen.*npm run import -- grenzen/],
    ['another CRS', 'SRID=4326;POLYGON((5 52, 6 52, 6 53, 5 52))', /Geef het gebied in RD/],
    ['SQL', 'POLYGON((1 1)); DROP TABLE bron', /kennen wij niet/],
    ['a file that is not there', '/nergens/gebied.geojson', /kennen wij niet/],
  ])('--gebied with %s is refused', async (_, gebied, message) => {
    await expect(runImport(database.db, imow, join(map, 'fout'), { opties: { gebied } })).rejects.toThrow(message);
    expect(await count(database.db, 'regeling')).toBe(1);
  });

  test('--gebied takes a GeoJSON file in degrees', async () => {
    const pad = join(map, 'gebied.geojson');
    const ring = [
      [5.77, 52.09],
      [5.79, 52.09],
      [5.79, 52.11],
      [5.77, 52.11],
      [5.77, 52.09],
    ];
    writeFileSync(
      pad,
      JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
    );
    const verslag = await runImport(database.db, imow, join(map, 'fout'), { opties: { gebied: pad } });
    expect(verslag.bronnen[0]?.id).toBe('imow-gm9999-2026-omgevingsplan-ontwerp-op-gekozen-gebied');
    const { rows } = await database.db.raw(
      `SELECT count(*)::int AS n FROM regeling WHERE ST_Contains(geom, 'SRID=28992;POINT(181554 456959)'::geometry)`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('a waterschap has no loaded border: unknown until its border is given, and then no demonstration', async () => {
    const { db } = database;
    const pad = writeImowVoorbeeld(join(map, 'waterschap'), { soort: 'waterschap', code: 'ws9999' });
    const zonder = await runImport(db, imow, pad);
    expect(zonder.bronnen[0]?.afgekeurd).toContainEqual({
      reden: redenen.geenGezagsgrens,
      aantal: 1,
      voorbeelden: ['ws9999'],
    });
    const gebied = 'POLYGON((150000 460000, 151000 460000, 151000 461000, 150000 461000, 150000 460000))';
    const met = await runImport(db, imow, pad, { opties: { gebied } });
    expect(met.bronnen[0]).toMatchObject({ id: zonder.bronnen[0]?.id, naam: 'Omgevingsplan gemeente Proefstad' });
    expect(
      await db('regeling')
        .where({ bestuurslaag: 'waterschap' })
        .select('bevoegd_gezag_code', db.raw('ST_Area(geom) AS m2')),
    ).toEqual([{ bevoegd_gezag_code: 'ws9999', m2: 1_000_000 }]);
    const bron = await db('bron').where({ id: met.bronnen[0]?.id }).first('gemeente_code');
    expect(bron).toEqual({ gemeente_code: null });
  });

  test.each([
    ['an empty folder', {}, /staat geen regeling/],
    ['half a file', { 'regeling.xml': '<RegelingMetadata><soort' }, /geen goede XML/],
    ['a bomb of entities', { 'regeling.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }, /DOCTYPE/],
    ['only changes', { 'besluit.xml': '<Besluit><RegelingMutatie/></Besluit>' }, /wijzigingsbesluit/],
  ])('%s is refused with what is wrong, and the old data stands', async (naam, bestanden, message) => {
    const pad = join(map, naam.replaceAll(' ', '-'));
    mkdirSync(pad);
    for (const [bestand, inhoud] of Object.entries(bestanden)) writeFileSync(join(pad, bestand), inhoud);
    await expect(runImport(database.db, imow, pad)).rejects.toThrow(message);
    expect(await count(database.db, 'regeling')).toBe(2);
  });
});
