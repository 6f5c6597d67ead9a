import type { Knex } from 'knex';
import knexPostgis from 'knex-postgis';

/** A point in RD metres as geometry (EPSG:28992), in a query that knex builds. */
export function puntInRd(db: Knex, { x, y }: { x: number; y: number }): Knex.Raw {
  const st = knexPostgis(db);
  return st.setSRID(st.makePoint(x, y), 28992);
}
