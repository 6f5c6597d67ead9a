import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { besluiten } from '../../scripts/import/besluiten.ts';
import { grenzen } from '../../scripts/import/grenzen.ts';
import { toRd } from '../../scripts/import/rd.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { onBothEngines } from '../database.ts';

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const publicaties = shared('besluiten/bekendmakingen-ede-2024-10.json');

/** The adres Brummelweg 13, Otterlo. */
const brummelweg13 = 'SRID=28992;POINT(181209 456608)';

describe.skipIf(!existsSync(publicaties))('real publications (skipped without ../shared)', () => {
  onBothEngines('besluiten', (database) => {
    test('without borders: everything is taken in, and the gemeente stays unnamed', async () => {
      const verslag = await runImport(database.db, besluiten, publicaties);
      expect(verslag.bronnen).toMatchObject([
        {
          id: 'besluiten-bekendmakingen-ede-2024-10',
          peildatum: '2024-10-30',
          aantallen: { besluit: 29 },
          afgekeurd: [],
        },
      ]);
      expect(await database.db('besluit').where({ bevoegd_gezag: 'Gemeente' })).toHaveLength(27);
      expect(await database.db('besluit').where({ bevoegd_gezag: 'Provincie Gelderland' })).toHaveLength(2);
      expect(await database.db('bron').first('gemeente_code', 'dekking')).toEqual({
        gemeente_code: null,
        dekking: null,
      });
    });

    test('with borders: the gemeente in which all of its publications lie is the publisher', async () => {
      const { db } = database;
      await runImport(db, grenzen, shared('grenzen/gemeenten-2025.geojson'));
      await runImport(db, besluiten, publicaties);
      const bron = await db('bron')
        .where({ soort: 'besluiten' })
        .first('gemeente_code', 'naam', db.raw('dekking IS NOT NULL AS gedekt'));
      expect(bron).toEqual({ gemeente_code: 'gm0228', naam: 'Bekendmakingen gemeente Ede', gedekt: true });
      expect(await db('besluit').where({ bevoegd_gezag: 'Gemeente Ede', gemeente_code: 'gm0228' })).toHaveLength(27);
    });

    test('each says what it is, in which procedure, and that the day of sending is not known', async () => {
      const { db } = database;
      const { rows } = await db.raw('SELECT soort, count(*)::int AS n FROM besluit GROUP BY soort ORDER BY soort');
      expect(Object.fromEntries(rows.map(({ soort, n }: { soort: string; n: number }) => [soort, n]))).toEqual({
        aanvraag: 9,
        'apv-vergunning': 1,
        geweigerd: 1,
        melding: 5,
        overig: 2,
        verleend: 11,
      });
      expect(await db('besluit').whereNotNull('verzonden')).toEqual([]);
      expect(await db('besluit').where({ procedure: 'regulier' })).toHaveLength(20);
      const vorm = await db('besluit')
        .select('plaats_soort', db.raw('GeometryType(geom) AS type'))
        .count('* as n')
        .groupBy(1, 2)
        .orderBy(3);
      expect(vorm.map(({ plaats_soort, type, n }) => [plaats_soort, type, Number(n)])).toEqual([
        ['punt', 'MULTIPOINT', 3],
        ['punt', 'POINT', 26],
      ]);
    });

    test('De Dries 16 lies within 500 m of Brummelweg 13 and not within 100 m', async () => {
      const { rows } = await database.db.raw(
        `SELECT identificatie FROM besluit WHERE titel LIKE '%De Dries 16 Otterlo%'
         AND ST_DWithin(geom, ?::geometry, 500) AND NOT ST_DWithin(geom, ?::geometry, 100)`,
        [brummelweg13, brummelweg13],
      );
      expect(rows).toEqual([{ identificatie: 'gmb-2024-455241' }]);
    });

    test('our RD is that of PostGIS, within a centimetre', async () => {
      for (const [lon, lat] of [
        [5.774753, 52.10024],
        [3.4, 51.4],
        [6.9, 53.4],
      ] as const) {
        const [x, y] = toRd(lon, lat) ?? [0, 0];
        const { rows } = await database.db.raw(
          `SELECT ST_Distance(ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4326), 28992),
             ST_SetSRID(ST_MakePoint(?, ?), 28992)) AS m`,
          [lon, lat, x, y],
        );
        expect(rows[0].m).toBeLessThan(0.01);
      }
    });
  });
});

onBothEngines('besluiten that cannot be used', (database) => {
  let map: string;
  beforeAll(() => {
    map = mkdtempSync(join(tmpdir(), 'loket-besluiten-'));
  });
  afterAll(() => rmSync(map, { recursive: true, force: true }));
  const write = (content: string) => {
    const pad = join(map, 'proef.json');
    writeFileSync(pad, content);
    return pad;
  };
  const goed = {
    date: '2026-03-01T23:30:00.000Z',
    urlDoc: 'https://zoek.officielebekendmakingen.nl/gmb-2026-1.html',
    type: 'omgevingsvergunning',
    title: "Verleend, 't Proefhof 1'; DROP TABLE besluit; --",
    location: '52.1 5.77',
  };

  test('are counted under a reason; the rest is taken in, on the day it was in the Netherlands', async () => {
    const publications = [
      goed,
      { ...goed, urlDoc: 'https://zoek.officielebekendmakingen.nl/gmb-2026-2.html', location: [] },
      { ...goed, urlDoc: 'https://zoek.officielebekendmakingen.nl/gmb-2026-3.html', location: '5.77 52.1' },
      { ...goed, urlDoc: 'https://zoek.officielebekendmakingen.nl/gmb-2026-4.html', date: 'gisteren' },
      { ...goed, urlDoc: 'javascript:alert(1)' },
      { title: 'kaal' },
      null,
      goed,
    ];
    const verslag = await runImport(database.db, besluiten, write(JSON.stringify({ publications })), {
      opties: { gemeente: 'gm9999' },
    });
    expect(Object.fromEntries(verslag.bronnen[0]?.afgekeurd.map(({ reden, aantal }) => [reden, aantal]) ?? [])).toEqual(
      {
        'de bekendmaking heeft geen bruikbare plaats': 2,
        'de bekendmaking mist velden': 2,
        'de datum van publicatie is geen datum': 1,
        'de bekendmaking heeft geen identificatie': 1,
        'besluit: dezelfde sleutel komt vaker voor in de levering': 1,
      },
    );
    expect(await database.db('besluit').select('identificatie', 'titel', 'gepubliceerd', 'gemeente_code')).toEqual([
      { identificatie: 'gmb-2026-1', titel: goed.title, gepubliceerd: '2026-03-02', gemeente_code: 'gm9999' },
    ]);
  });

  test.each([
    ['half JSON', '{"publications": [', /geen \(volledig\) JSON/],
    ['another JSON', '[1, 2]', /geen lijst "publications"/],
    ['nothing usable', '{"publications": [1]}', /geen enkele bruikbare rij.*mist velden/],
  ])('%s leaves the old data standing', async (_, content, message) => {
    await expect(runImport(database.db, besluiten, write(content))).rejects.toThrow(message);
    expect(await database.db('besluit')).toHaveLength(1);
  });

  test('a wrong option is named', async () => {
    const pad = write(JSON.stringify({ publications: [goed] }));
    await expect(runImport(database.db, besluiten, pad, { opties: { gemeente: 'Ede' } })).rejects.toThrow(
      /geen gemeentecode/,
    );
  });
});
