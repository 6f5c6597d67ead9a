import type { Knex } from 'knex';
import PgBoss from 'pg-boss';

/** The queue of pg-boss, with its own version: a newer pg-boss brings it up to date when the server starts. */
export async function up(db: Knex): Promise<void> {
  // a migration is a transaction already
  const plan = PgBoss.getConstructionPlans('opdracht').replace(/^\s*BEGIN;|COMMIT;\s*$/g, '');
  await db.raw(plan);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP SCHEMA opdracht CASCADE;');
}
