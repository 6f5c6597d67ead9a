import { expect, test } from 'vitest';
import { ImportFault } from '../../scripts/import/importer.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { formatVerslag } from '../../scripts/import/verslag.ts';
import { onBothEngines } from '../database.ts';
import { delivers, levering, perceelTabel, percelen, vierkant } from './levering.ts';

const x = 180_000;
const y = 456_000;

onBothEngines('The import runner', (database) => {
  const one = (...args: Parameters<typeof levering>) =>
    runImport(
      database.db,
      delivers(() => [levering(...args)]),
      '',
    );
  const areas = async () =>
    (await database
      .db('perceel')
      .select(database.db.raw('identificatie, round(ST_Area(geom)::numeric, 1)::float AS m2'))
      .orderBy('identificatie')) as {
      identificatie: string;
      m2: number;
    }[];

  test('takes valid rows, repairs what can be repaired, and rejects the rest by reason', async () => {
    const verslag = await one(
      'kwaliteit',
      perceelTabel(
        percelen(
          vierkant(x, y),
          // A bow tie: two triangles of 25 m².
          `SRID=28992;POLYGON((${x} ${y},${x + 10} ${y + 10},${x + 10} ${y},${x} ${y + 10},${x} ${y}))`,
          // Half a disc with a radius of 10 m.
          `SRID=28992;CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(${x} ${y},${x + 10} ${y + 10},${x + 20} ${y}),(${x + 20} ${y},${x} ${y})))`,
          'SRID=28992;POLYGON((0 0,10 0',
          `SRID=28992;POLYGON((${x} ${y},${x + 10} ${y},${x + 10} ${y + 10}))`,
          `SRID=28992;LINESTRING(${x} ${y},${x + 10} ${y})`,
          'SRID=28992;POLYGON EMPTY',
          null,
          'SRID=4326;POLYGON((5.7 52.1,5.8 52.1,5.8 52.2,5.7 52.1))',
          'SRID=28992;POLYGON((5.7 52.1,5.8 52.1,5.8 52.2,5.7 52.1))',
          `SRID=28992;POLYGON((NaN ${y},${x + 10} ${y},${x + 10} ${y + 10},NaN ${y}))`,
        ),
      ),
    );
    const [bron] = verslag.bronnen;
    expect(bron?.aantallen).toEqual({ perceel: 3 });
    expect(bron?.hersteld).toBe(1);
    expect(Object.fromEntries(bron?.afgekeurd.map(({ reden, voorbeelden }) => [reden, voorbeelden]) ?? [])).toEqual({
      'perceel: de geometrie is niet te lezen': ['p4', 'p5'],
      'perceel: de geometrie heeft geen oppervlakte': ['p6'],
      'perceel: de geometrie is leeg': ['p7'],
      'perceel: de geometrie ontbreekt': ['p8'],
      'perceel: de geometrie staat in EPSG:4326 en niet in EPSG:28992': ['p9'],
      'perceel: de geometrie ligt niet in Nederland (RD, EPSG:28992)': ['p10', 'p11'],
    });
    const [p1, p2, p3] = await areas();
    expect([p1?.m2, p2?.m2]).toEqual([100, 50]);
    // Lines within 1 mm of 31.4 m of arc: at most 0.03 m² less than the half disc.
    expect(p3?.m2).toBeCloseTo((Math.PI * 100) / 2, 1);

    const stored = await database.db('bron').where({ id: 'kwaliteit' }).first();
    expect(stored.aantallen).toEqual({ perceel: 3 });
    expect(stored.afgekeurd['perceel: de geometrie is niet te lezen']).toBe(2);
    expect(formatVerslag(verslag)).toContain('2 afgekeurd: perceel: de geometrie is niet te lezen (zoals p4, p5)');
  });

  test('rejects a missing field and a key that comes twice, and keeps the first', async () => {
    const rows = [
      ...percelen(vierkant(x, y)),
      ['p1', 'XXX01 A 1', 'Elders', 'A', 1, vierkant(x, y, 20)] as const,
      ['p9', null, 'Ergens', 'A', 9, vierkant(x, y)] as const,
    ];
    const [bron] = (await one('kwaliteit', perceelTabel(rows))).bronnen;
    expect(bron?.afgekeurd.map(({ reden, aantal }) => [reden, aantal])).toEqual(
      expect.arrayContaining([
        ['perceel: dezelfde sleutel komt vaker voor in de levering', 1],
        ['perceel: het veld kadastrale_aanduiding ontbreekt', 1],
      ]),
    );
    expect(await areas()).toEqual([{ identificatie: 'p1', m2: 100 }]);
  });

  test('joins parts of one object where the delivery asks for it', async () => {
    const rows = [...percelen(vierkant(x, y)), ['p1', 'XXX01 A 1', 'Ergens', 'A', 1, vierkant(x + 5, y)] as const];
    const [bron] = (await one('kwaliteit', { ...perceelTabel(rows), dubbel: 'samenvoegen' })).bronnen;
    expect(bron?.afgekeurd).toEqual([]);
    expect(await areas()).toEqual([{ identificatie: 'p1', m2: 150 }]);
  });

  test('replaces all of a bron and nothing of another; a key of another bron is rejected', async () => {
    await one('ander', perceelTabel([['a1', 'YYY01 A 1', 'Ginds', 'A', 1, vierkant(x + 500, y)]]));
    await one('kwaliteit', perceelTabel(percelen(vierkant(x, y), vierkant(x + 20, y))));
    const [bron] = (
      await one(
        'kwaliteit',
        perceelTabel([...percelen(vierkant(x, y, 7)), ['a1', 'YYY01 A 1', 'Ginds', 'A', 1, vierkant(x, y)]]),
      )
    ).bronnen;
    expect(bron?.afgekeurd).toEqual([
      { reden: 'perceel: dezelfde sleutel staat al in bron ander', aantal: 1, voorbeelden: ['a1'] },
    ]);
    expect(await areas()).toEqual([
      { identificatie: 'a1', m2: 100 },
      { identificatie: 'p1', m2: 49 },
    ]);
    expect(await database.db('zoek_item').where({ soort: 'perceel' }).pluck('naam')).toEqual(
      expect.arrayContaining(['YYY01 A 1', 'XXX01 A 1']),
    );
    expect(await database.db('zoek_item').where({ soort: 'perceel', naam: 'XXX01 A 2' })).toEqual([]);
    expect(await database.db('tegel_stand').where({ verouderd: true }).first()).toBeTruthy();
  });

  test('has drawn again only where something changed: nothing for the same delivery, a place for one other perceel', async () => {
    const lever = (...vlakken: string[]) => one('kwaliteit', perceelTabel(percelen(...vlakken)));
    const changes = () =>
      database
        .db('tegel_wijziging')
        .where({ laag: 'ondergrond' })
        .select(database.db.raw('ST_XMin(vak)::integer AS x'));
    const isOud = async () => (await database.db('tegel_stand').where({ laag: 'ondergrond' }).first()).verouderd;
    await lever(vierkant(x, y), vierkant(x + 20, y));
    await database.db('tegel_stand').update({ verouderd: false });
    await database.db('tegel_wijziging').delete();
    await lever(vierkant(x, y), vierkant(x + 20, y));
    expect([await isOud(), await changes()]).toEqual([false, []]);
    await lever(vierkant(x, y), vierkant(x + 40, y));
    expect(await isOud()).toBe(false);
    expect((await changes()).map((row) => row.x).toSorted()).toEqual([x + 20, x + 40]);
  });

  test('knows where it speaks: over touching vlakken, not over what lies between', async () => {
    await one(
      'dekking',
      perceelTabel([
        ['d1', 'D A 1', 'D', 'A', 1, vierkant(x, y + 1000)],
        ['d2', 'D A 2', 'D', 'A', 2, vierkant(x + 10, y + 1000)],
        ['d3', 'D A 3', 'D', 'A', 3, vierkant(x + 100, y + 1000)],
      ]),
    );
    const { rows } = await database.db.raw(
      `SELECT round(ST_Area(dekking)::numeric) AS m2, ST_NumGeometries(dekking) AS delen,
         ST_Covers(dekking, ST_SetSRID(ST_MakePoint(?, ?), 28992)) AS tussen
       FROM bron WHERE id = 'dekking'`,
      [x + 50, y + 1005],
    );
    expect(rows).toEqual([{ m2: '300', delen: 2, tussen: false }]);
  });

  test('leaves the old rows when the rows break off, when nothing is usable, and when an option is wrong', async () => {
    const before = await areas();
    async function* breaksOff() {
      yield* percelen(vierkant(x, y, 99));
      throw new ImportFault('De verbinding viel weg.');
    }
    await expect(one('kwaliteit', perceelTabel(breaksOff()))).rejects.toThrow('De verbinding viel weg.');
    await expect(one('kwaliteit', perceelTabel(percelen(null)))).rejects.toThrow(
      /geen enkele bruikbare rij.*ontbreekt \(1\)/,
    );
    await expect(one('kwaliteit', perceelTabel([]))).rejects.toThrow('geen enkele bruikbare rij');
    await expect(
      runImport(
        database.db,
        delivers(() => []),
        '',
      ),
    ).rejects.toThrow('De levering is leeg');
    await expect(
      runImport(
        database.db,
        delivers(() => []),
        '',
        { opties: { kleur: 'rood' } },
      ),
    ).rejects.toThrow('--kleur');
    expect(await areas()).toEqual(before);
    const { rows } = await database.db.raw(`SELECT relname FROM pg_class WHERE relname LIKE 'levering%'`);
    expect(rows).toEqual([]);
  });

  test('gives related rows their keys, fills the pieces, and keeps a locatie whose geometry is unusable as unknown', async () => {
    const circle = `SRID=28992;CURVEPOLYGON(CIRCULARSTRING(${x} ${y},${x + 400} ${y},${x} ${y}))`;
    const importer = delivers((context) => {
      const keys = Promise.all([1, 2, 3, 4].map(() => context.nieuweSleutel()));
      async function* rows(make: (keys: number[]) => readonly (readonly (string | number | null)[])[]) {
        yield* make(await keys);
      }
      return [
        levering(
          'regels',
          {
            table: 'regeling',
            columns: [
              'id',
              'identificatie',
              'soort',
              'opschrift',
              'bestuurslaag',
              'bevoegd_gezag_code',
              'bevoegd_gezag',
            ],
            rows: rows(([id]) => [[id!, 'r', 'omgevingsplan', 'Proefplan', 'gemeente', 'gm9999', 'Modelgemeente']]),
          },
          {
            table: 'locatie',
            columns: ['id', 'regeling_id', 'identificatie', 'soort', 'geom'],
            geometry: { column: 'geom', soort: 'vlak' },
            rows: rows(([regeling, round, broken, orphan]) => [
              [round!, regeling!, 'rond', 'gebied', circle],
              [broken!, regeling!, 'kapot', 'gebied', 'SRID=28992;POLYGON((1 1'],
              [orphan!, 0, 'wees', 'gebied', null],
            ]),
          },
        ),
      ];
    });
    for (let times = 0; times < 2; times += 1) {
      const [bron] = (await runImport(database.db, importer, '')).bronnen;
      expect(bron?.aantallen).toEqual({ regeling: 1, locatie: 2 });
      expect(bron?.afgekeurd.map(({ reden }) => reden).sort()).toEqual([
        'locatie: de geometrie is niet te lezen; de rij blijft, zonder geometrie',
        'locatie: verwijst naar een rij in regeling die er niet is',
      ]);
    }
    const { rows } = await database.db.raw(
      `SELECT l.identificatie, l.geom IS NULL AS onbekend, count(d.locatie_id)::int > 1 AS in_stukken,
         coalesce(abs(sum(ST_Area(d.geom)) - ST_Area(l.geom)) < 0.01, true) AS heel, coalesce(max(ST_NPoints(d.geom)), 0) <= 33 AS klein
       FROM locatie l LEFT JOIN locatie_deel d ON d.locatie_id = l.id GROUP BY l.id ORDER BY 1`,
    );
    expect(rows).toEqual([
      { identificatie: 'kapot', onbekend: true, in_stukken: false, heel: true, klein: true },
      { identificatie: 'rond', onbekend: false, in_stukken: true, heel: true, klein: true },
    ]);
  });

  test('lets two imports of the same bron run at once: one of them stands, whole', async () => {
    const rows = (zijde: number) => percelen(...Array.from({ length: 50 }, (_, i) => vierkant(x + i * 100, y, zijde)));
    await Promise.all([one('kwaliteit', perceelTabel(rows(3))), one('kwaliteit', perceelTabel(rows(4)))]);
    const sides = new Set((await areas()).filter(({ identificatie }) => /^p/.test(identificatie)).map(({ m2 }) => m2));
    expect(sides.size).toBe(1);
    expect((await areas()).filter(({ identificatie }) => /^p/.test(identificatie))).toHaveLength(50);
  });

  test('tells each step that it takes', async () => {
    const stappen: string[] = [];
    await runImport(
      database.db,
      delivers(() => [levering('kwaliteit', perceelTabel(percelen(vierkant(x + 5_000, y))))]),
      '',
      { toon: (stap) => stappen.push(stap) },
    );
    expect(stappen[0]).toBe('levering openen');
    expect(stappen).toContain('perceel vullen');
  });
});
