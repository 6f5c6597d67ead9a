import type { Knex } from 'knex';

/** Tells tiles that were made from older data, or by an older catalogue, from tiles that are right; indexes to cut them. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE tegel_stand ADD COLUMN wijziging bigint NOT NULL DEFAULT 0, ADD COLUMN definitie text;
    COMMENT ON COLUMN tegel_stand.wijziging IS 'Counts the changes of the data: tiles count as made only if it stood still meanwhile.';
    COMMENT ON COLUMN tegel_stand.definitie IS 'Fingerprint of the catalogue that the tiles were made with.';

    CREATE INDEX locatie_geom ON locatie USING gist (geom);
    CREATE INDEX omstandigheid_geom ON omstandigheid USING gist (thema, geom);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP INDEX omstandigheid_geom, locatie_geom;
    ALTER TABLE tegel_stand DROP COLUMN wijziging, DROP COLUMN definitie;
  `);
}
