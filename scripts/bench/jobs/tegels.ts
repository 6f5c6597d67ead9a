import type { Knex } from 'knex';
import type { Job } from '../job.ts';
import { requestJob } from '../request-job.ts';

interface Plaats {
  laag: string;
  z: number;
  x: number;
  y: number;
  versie: number;
}

/** Tiles of the background and of the besluiten, as the map asks for them. */
const tegelJob = (zoom: number): Job =>
  requestJob({
    name: `tegel-z${zoom}`,
    uitleg: `een kaarttegel op zoom ${zoom}`,
    vragen: async (db, count) =>
      (await tegelsOp(db, zoom, count)).map(({ laag, z, x, y, versie }) => ({
        method: 'GET',
        path: `/ogc/v1/collections/${laag}/tiles/WebMercatorQuad/${z}/${y}/${x}?v=${versie.toString(36)}`,
      })),
  });

async function tegelsOp(db: Knex, zoom: number, count: number): Promise<Plaats[]> {
  const { rows } = await db.raw<{ rows: Plaats[] }>(
    `SELECT laag, z, x, y, floor(extract(epoch FROM gemaakt_op) * 1000)::float8 AS versie
     FROM tegel JOIN tegel_stand USING (laag)
     WHERE laag IN ('ondergrond', 'besluiten') AND z = ?
     ORDER BY md5(laag || x || y) LIMIT ?`,
    [zoom, count],
  );
  return rows;
}

export const tegelJobs: readonly Job[] = [12, 13, 14, 15, 16].map(tegelJob);
