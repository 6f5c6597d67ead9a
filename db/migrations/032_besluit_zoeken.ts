import type { Knex } from 'knex';

/**
 * Looking for besluiten around a place: most are a point, found in the index alone; the others share a few shapes, of
 * which each is measured once.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE besluit
      ADD COLUMN midden point GENERATED ALWAYS AS (
        point(ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom)))
      ) STORED,
      ADD COLUMN reik_m double precision GENERATED ALWAYS AS (
        CASE WHEN ST_NPoints(geom) = 1 THEN 0 ELSE ST_MaxDistance(ST_PointOnSurface(geom), geom) END
      ) STORED,
      ADD COLUMN vorm uuid GENERATED ALWAYS AS (CASE WHEN ST_NPoints(geom) > 1 THEN md5(geom::bytea)::uuid END) STORED,
      ADD COLUMN geojson text GENERATED ALWAYS AS (
        ST_AsGeoJSON(ST_Transform(
          CASE WHEN ST_NPoints(geom) > 500 THEN ST_SimplifyPreserveTopology(geom, 1) ELSE geom END, 4326), 7)
      ) STORED;
    COMMENT ON COLUMN besluit.midden IS 'A point in it, in RD metres.';
    COMMENT ON COLUMN besluit.reik_m IS 'How far it reaches from its midden; 0: it is a point.';
    COMMENT ON COLUMN besluit.vorm IS 'Equal geometries have an equal mark; null: it is a point.';
    COMMENT ON COLUMN besluit.geojson IS 'As a card shows it, in CRS84: to the centimetre, of more than 500 points to the metre.';

    CREATE INDEX besluit_midden ON besluit USING gist (midden) INCLUDE (gepubliceerd, identificatie, soort, onderwerp)
      WHERE reik_m = 0;
    CREATE INDEX besluit_met_vorm ON besluit USING gist (geom) WHERE reik_m > 0;
    CREATE INDEX besluit_vorm ON besluit (vorm) WHERE vorm IS NOT NULL;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE besluit DROP COLUMN geojson, DROP COLUMN vorm, DROP COLUMN reik_m, DROP COLUMN midden;');
}
