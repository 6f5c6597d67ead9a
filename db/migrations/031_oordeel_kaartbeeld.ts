import type { Knex } from 'knex';

/** A kept oordeel has the picture of the map as it was then, for on paper. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE oordeel ADD COLUMN kaartbeeld jsonb;
    COMMENT ON COLUMN oordeel.kaartbeeld IS 'What lay around the place, in RD metres; null: the map gave no answer then.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE oordeel DROP COLUMN kaartbeeld');
}
