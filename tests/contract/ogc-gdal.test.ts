import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogus } from '../../server/lagen/catalogus/index.ts';
import { aanbodVoor, type Collectie } from '../../server/ogc/domain/collecties.ts';
import { startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { vulGegevens } from '../ogc-gegevens.ts';

const run = promisify(execFile);
const { collecties } = aanbodVoor(catalogus, ['iedereen']);

const heeftGdal = (() => {
  try {
    return /OAPIF/.test(execFileSync('ogrinfo', ['--formats'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
})();

interface Meting {
  aantal: number;
  /** west, south, east, north in degrees. */
  vak: number[];
}

/** What GDAL reports of each layer of a file, after it read every object. */
function readMetingen(verslag: string): Map<string, Meting> {
  return new Map(
    verslag
      .split(/^Layer name: /m)
      .slice(1)
      .map((deel) => {
        const naam = deel.slice(0, deel.indexOf('\n')).trim();
        const aantal = Number(/Feature Count: (\d+)/.exec(deel)?.[1]);
        const [, ...vak] = /Extent: \(([-\d.]+), ([-\d.]+)\) - \(([-\d.]+), ([-\d.]+)\)/.exec(deel) ?? [];
        return [naam, { aantal, vak: vak.map(Number) }] as const;
      }),
  );
}

describe.skipIf(!heeftGdal)('GDAL reads the open data (skipped without ogrinfo and its driver OAPIF)', () => {
  onBothEngines('every collection', (database) => {
    let api: TestApi;
    const folder = mkdtempSync(join(tmpdir(), 'loket-ogc-'));
    beforeAll(async () => {
      await vulGegevens(database.db);
      api = await startApi(database.db);
    });
    afterAll(async () => {
      await api?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The same, asked of the tables. */
    const meet = async ({ objecten, geometrie, tijd }: Collectie): Promise<Meting> => {
      const geldig =
        tijd && 'alleenGeldig' in tijd
          ? `WHERE (o.${tijd.vanaf} IS NULL OR o.${tijd.vanaf} <= '${testVandaag}') AND (o.${tijd.tot} IS NULL OR o.${tijd.tot} > '${testVandaag}')`
          : '';
      const { rows } = await database.db.raw<{ rows: Meting[] }>(
        `SELECT aantal, json_build_array(ST_XMin(vak), ST_YMin(vak), ST_XMax(vak), ST_YMax(vak)) AS vak
         FROM (SELECT count(*)::integer AS aantal, ST_Extent(ST_Transform(o.${geometrie}, 4326)) AS vak
               FROM (${objecten.sql}) o ${geldig}) alles`,
        [...objecten.bindings],
      );
      return rows[0] as Meting;
    };

    test('ogrinfo lists the collections, and no layer that cannot be read', async () => {
      const { stdout, stderr } = await run('ogrinfo', ['-ro', `OAPIF:${api.url}/ogc/v1`]);
      const namen = [...stdout.matchAll(/^\d+: (\S+)/gm)].map(([, naam]) => naam);
      expect(namen).toEqual([...collecties.keys()]);
      expect(stderr).toBe('');
    });

    test('ogr2ogr reads all objects page by page: the same number and extent as in the tables', async () => {
      const doel = join(folder, 'alles.gpkg');
      await run('ogr2ogr', ['-f', 'GPKG', '-oo', 'PAGE_SIZE=25', '-nlt', 'GEOMETRY', doel, `OAPIF:${api.url}/ogc/v1`]);
      const { stdout } = await run('ogrinfo', ['-ro', '-so', '-al', doel]);
      const metingen = readMetingen(stdout);
      for (const collectie of collecties.values()) {
        const gelezen = metingen.get(collectie.id);
        const verwacht = await meet(collectie);
        expect(gelezen?.aantal, collectie.id).toBe(verwacht.aantal);
        expect(verwacht.aantal, collectie.id).toBeGreaterThan(0);
        verwacht.vak.forEach((graad, i) => {
          expect(gelezen?.vak[i], `${collectie.id} side ${i}`).toBeCloseTo(graad, 5);
        });
      }
    });

    test('the extent that a collection declares holds its objects, and is no more than a street wider', async () => {
      for (const collectie of collecties.values()) {
        if (collectie.tijd && 'alleenGeldig' in collectie.tijd) continue;
        const { body } = await api.get(`/ogc/v1/collections/${collectie.id}`);
        const [west, zuid, oost, noord] = body.extent.spatial.bbox[0];
        const { vak } = await meet(collectie);
        const ruimte = [vak[0]! - west, vak[1]! - zuid, oost - vak[2]!, noord - vak[3]!];
        for (const rand of ruimte) {
          expect(rand, collectie.id).toBeGreaterThan(-1e-7);
          expect(rand, collectie.id).toBeLessThan(5e-4);
        }
      }
    });

    test('a filter in space and on a property reaches the same objects as the tables', async () => {
      const doel = join(folder, 'deel.geojson');
      await run('ogr2ogr', [
        '-f',
        'GeoJSON',
        doel,
        `OAPIF:${api.url}/ogc/v1`,
        'pand',
        '-spat',
        '5.755',
        '52.08',
        '5.757',
        '52.09',
        '-where',
        "status = 'Pand in gebruik'",
      ]);
      const { stdout } = await run('ogrinfo', ['-ro', '-so', '-al', doel]);
      const { rows } = await database.db.raw<{ rows: { aantal: number }[] }>(
        `SELECT count(*)::integer AS aantal FROM pand
         WHERE status = 'Pand in gebruik' AND ST_Intersects(ST_Transform(geom, 4326), ST_MakeEnvelope(5.755, 52.08, 5.757, 52.09, 4326))`,
      );
      expect(rows[0]?.aantal).toBeGreaterThan(0);
      expect([...readMetingen(stdout).values()][0]?.aantal).toBe(rows[0]?.aantal);
    });
  });
});
