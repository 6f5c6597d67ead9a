import type { Knex } from 'knex';

/** An intervention can be changed and taken away, and put back. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE veiligheid_interventie ADD COLUMN versie integer NOT NULL DEFAULT 1, ADD COLUMN weg_op timestamptz;
    COMMENT ON COLUMN veiligheid_interventie.versie IS 'One more at each change: who changes an older one is told so.';
    COMMENT ON COLUMN veiligheid_interventie.weg_op IS 'When it was taken away; it is kept, so that it can be put back.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE veiligheid_interventie DROP COLUMN versie, DROP COLUMN weg_op;');
}
