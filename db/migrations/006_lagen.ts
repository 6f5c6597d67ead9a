import type { Knex } from 'knex';

/** The tiles of the map, made when data changes and sent as they are. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE tegel (
      laag text NOT NULL,
      z smallint NOT NULL,
      x integer NOT NULL,
      y integer NOT NULL,
      etag text NOT NULL,
      inhoud bytea NOT NULL,
      PRIMARY KEY (laag, z, x, y)
    );
    ALTER TABLE tegel ALTER COLUMN inhoud SET STORAGE EXTERNAL;
    COMMENT ON COLUMN tegel.inhoud IS 'Mapbox Vector Tile, gzip.';

    CREATE TABLE tegel_stand (
      laag text PRIMARY KEY,
      gemaakt_op timestamptz,
      verouderd boolean NOT NULL DEFAULT true
    );
    COMMENT ON COLUMN tegel_stand.verouderd IS 'The data changed after the tiles were made: they are made again.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE tegel_stand, tegel;');
}
