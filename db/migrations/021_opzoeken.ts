import type { Knex } from 'knex';

/** What is worked out when a row is written, so that nobody waits for it who looks up a place. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE besluit ADD COLUMN mercator geometry(Point, 3857) GENERATED ALWAYS AS (
      ST_Transform(CASE WHEN ST_Dimension(geom) = 0 THEN ST_GeometryN(geom, 1) ELSE ST_PointOnSurface(geom) END, 3857)
    ) STORED;
    COMMENT ON COLUMN besluit.mercator IS 'The point that stands for it on the map, as tiles count it.';

    ALTER TABLE locatie_deel ADD COLUMN merk uuid GENERATED ALWAYS AS (md5(geom::bytea)::uuid) STORED;
    COMMENT ON COLUMN locatie_deel.merk IS 'Equal pieces have an equal mark: versions of a regeling share most of them, and one is looked at for all.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE locatie_deel DROP COLUMN merk; ALTER TABLE besluit DROP COLUMN mercator;');
}
