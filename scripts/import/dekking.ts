import type { Knex } from 'knex';
import { ImportFault, type Levering } from './importer.ts';
import type { Staged } from './stage.ts';

/**
 * The area for which a levering is complete, as text that PostgreSQL reads as geometry; null when that is not known.
 *
 * `vereniging` joins the vlakken on a grid of 5 cm (which never makes GEOS give up) and closes holes under 1 m².
 */
export async function dekkingOf(trx: Knex.Transaction, { bron }: Levering, tabellen: readonly Staged[]) {
  if (!bron.dekking) return null;
  const aggregates: Record<string, string> = {
    omhullende: 'ST_ConvexHull(ST_Collect(geom))',
    concaaf: 'ST_ConcaveHull(ST_Collect(geom), 0.3)',
    vereniging: 'ST_SimplifyPreserveTopology(ST_Union(geom, 0.05) FILTER (WHERE ST_Dimension(geom) = 2), 0.1)',
  };
  const aggregate = aggregates[bron.dekking];
  if (!aggregate) {
    const { rows } = await trx.raw(`SELECT geom, reden FROM pg_temp.read_geometrie(?, 'vlak', 28992)`, [bron.dekking]);
    if (rows[0].reden) throw new ImportFault(`De dekking van ${bron.naam} klopt niet: ${rows[0].reden}.`);
    return rows[0].geom;
  }
  const parts = tabellen.flatMap(({ stage, geometryColumn }) =>
    geometryColumn
      ? [trx.raw('SELECT ?? AS geom FROM ?? WHERE reden_ IS NULL', [geometryColumn, stage]).toQuery()]
      : [],
  );
  if (parts.length === 0) return null;
  const { rows } = await trx.raw(`
    SELECT ST_Multi(ST_Collect(ST_MakePolygon(
      ST_ExteriorRing(vlak.geom),
      ARRAY(SELECT ST_ExteriorRing(ring.geom) FROM ST_DumpRings(vlak.geom) ring
            WHERE ring.path[1] > 0 AND ST_Area(ring.geom) >= 1)
    ))) AS geom
    FROM (SELECT ST_CollectionExtract(ST_MakeValid(${aggregate}), 3) AS geom
          FROM (${parts.join(' UNION ALL ')}) deel WHERE geom IS NOT NULL) geheel,
      ST_Dump(geheel.geom) vlak`);
  return rows[0].geom;
}
