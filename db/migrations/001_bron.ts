import type { Knex } from 'knex';

/** Where data comes from, and the gemeenten that a place can lie in. */
export async function up(db: Knex): Promise<void> {
  for (const extension of ['postgis', 'pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto']) {
    await db.raw(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  }
  await db.raw(`
    CREATE FUNCTION zoekvorm(tekst text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, tekst)) $$;
    COMMENT ON FUNCTION zoekvorm IS 'Text as it is searched: lower case, without diacritics.';

    CREATE SEQUENCE object_id INCREMENT BY 1000;
    COMMENT ON SEQUENCE object_id IS 'Gives blocks of 1000 keys to importers that make several related rows at once.';

    CREATE TABLE bron (
      id text PRIMARY KEY,
      soort text NOT NULL,
      naam text NOT NULL,
      licentie text NOT NULL,
      url text,
      gemeente_code text CHECK (gemeente_code ~ '^gm[0-9]{4}$'),
      peildatum date NOT NULL,
      geladen_op timestamptz NOT NULL DEFAULT now(),
      aantallen jsonb NOT NULL DEFAULT '{}',
      afgekeurd jsonb NOT NULL DEFAULT '{}',
      dekking geometry(MultiPolygon, 28992)
    );
    CREATE INDEX bron_dekking ON bron USING gist (dekking);
    COMMENT ON COLUMN bron.gemeente_code IS 'Gemeente for which this bron delivers; makes it a gemeente of this installation.';
    COMMENT ON COLUMN bron.aantallen IS 'Rows loaded, per table.';
    COMMENT ON COLUMN bron.afgekeurd IS 'Rows rejected, per reason.';
    COMMENT ON COLUMN bron.dekking IS 'Where this bron speaks: outside it, finding nothing means not knowing. Null: not known where.';

    CREATE TABLE gemeente (
      code text PRIMARY KEY CHECK (code ~ '^gm[0-9]{4}$'),
      naam text NOT NULL,
      geom geometry(MultiPolygon, 28992) NOT NULL,
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX gemeente_geom ON gemeente USING gist (geom);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE gemeente, bron; DROP SEQUENCE object_id; DROP FUNCTION zoekvorm;');
}
