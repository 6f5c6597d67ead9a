import type { Knex } from 'knex';

/** What somebody chose to follow, as he chose it: so that it can be shown again and changed. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE abonnement ADD COLUMN keuze jsonb;
    COMMENT ON COLUMN abonnement.keuze IS 'The area as it was chosen: a place with its distance, the code of a buurt or wijk, or corners. Null: of before this was kept, and not to be told from its border.';

    UPDATE abonnement SET keuze = CASE soort
      WHEN 'plek' THEN (SELECT jsonb_build_object('soort', soort, 'x', round(ST_X(p)::numeric, 2), 'y', round(ST_Y(p)::numeric, 2),
        'straal', straal_m) FROM ST_PointOnSurface(geom) p)
      WHEN 'gebied' THEN (SELECT jsonb_build_object('soort', soort, 'ring',
          jsonb_agg(jsonb_build_array(ST_X(d.geom), ST_Y(d.geom)) ORDER BY d.path))
        FROM ST_DumpPoints(ST_RemovePoint(ST_ExteriorRing(geom), ST_NPoints(ST_ExteriorRing(geom)) - 1)) d)
      WHEN 'buurt' THEN (SELECT jsonb_build_object('soort', soort, 'code', b.code) FROM buurt b
        WHERE b.geom && abonnement.geom AND ST_Equals(b.geom, abonnement.geom) LIMIT 1)
      WHEN 'wijk' THEN (SELECT jsonb_build_object('soort', soort, 'code', w.code) FROM wijk w
        WHERE w.geom && abonnement.geom AND ST_Equals(w.geom, abonnement.geom) LIMIT 1)
    END;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE abonnement DROP COLUMN keuze');
}
