import type { Knex } from 'knex';

/** Where the data behind tiles has changed: only the tiles there are made again. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE tegel_wijziging (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      laag text NOT NULL,
      vak geometry(Polygon, 28992) NOT NULL
    );
    CREATE INDEX tegel_wijziging_laag ON tegel_wijziging (laag);
    COMMENT ON TABLE tegel_wijziging IS 'Changes that the tiles do not show yet. What is there no more has been made.';
    COMMENT ON COLUMN tegel_wijziging.vak IS 'Box around what was there before and what is there now.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE tegel_wijziging;');
}
