import type { Knex } from 'knex';

/** The paper of a letter to neighbours: made once, apart from what asks for it, and then kept. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE burenbrief ADD COLUMN geschreven integer NOT NULL DEFAULT 0, ADD COLUMN sleutel text UNIQUE;
    COMMENT ON COLUMN burenbrief.geschreven IS 'Letters of the PDF that are done.';
    COMMENT ON COLUMN burenbrief.sleutel IS 'Under this name the PDF is stored, outside the database; null: it is not made yet.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE burenbrief DROP COLUMN geschreven, DROP COLUMN sleutel');
}
