import type { Knex } from 'knex';

/** What a place allows: noise, water, heritage, risk ... per thema, with the area in which the bron speaks at all. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE omstandigheid (
      id integer PRIMARY KEY,
      thema text NOT NULL,
      omschrijving text NOT NULL,
      waarde numeric,
      eenheid text,
      geom geometry(Geometry, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX omstandigheid_thema ON omstandigheid (thema);
    CREATE INDEX omstandigheid_bron ON omstandigheid (bron_id);
    CREATE TABLE omstandigheid_deel (
      omstandigheid_id integer NOT NULL REFERENCES omstandigheid ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      geom geometry(Geometry, 28992) NOT NULL
    );
    CREATE INDEX omstandigheid_deel_geom ON omstandigheid_deel USING gist (geom);
    CREATE INDEX omstandigheid_deel_omstandigheid ON omstandigheid_deel (omstandigheid_id);
    COMMENT ON COLUMN omstandigheid.thema IS 'Key of data/omstandigheden/themas.json.';
    COMMENT ON TABLE omstandigheid_deel IS 'The same geometry cut into pieces of at most 32 vertices: quick to look up a place in.';

    CREATE TABLE omstandigheid_dekking (
      thema text NOT NULL,
      geom geometry(MultiPolygon, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (thema, bron_id)
    );
    CREATE INDEX omstandigheid_dekking_geom ON omstandigheid_dekking USING gist (geom);
    COMMENT ON TABLE omstandigheid_dekking IS 'Where a thema was looked into: inside it, finding nothing means it does not apply; outside it we do not know.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE omstandigheid_dekking, omstandigheid_deel, omstandigheid;');
}
