import type { Knex } from 'knex';

interface Plaats {
  x: number;
  y: number;
}

/** Places where people look: adressen, spread over the town in an order that is the same every time. RD metres. */
export async function adresPlaatsen(db: Knex, count: number): Promise<Plaats[]> {
  const { rows } = await db.raw<{ rows: Plaats[] }>(
    `SELECT round(ST_X(geom)::numeric, 2)::float8 AS x, round(ST_Y(geom)::numeric, 2)::float8 AS y
     FROM adres ORDER BY md5(identificatie) LIMIT ?`,
    [count],
  );
  return rows;
}
