import type { Knex } from 'knex';

/** What an auditor looks for first: what was refused or failed, and everything of one trace. */
export async function up(db: Knex): Promise<void> {
  for (const wet of ['avg', 'wpg']) {
    await db.raw(`
      CREATE INDEX audit_${wet}_niet_gelukt ON audit_${wet} (uitkomst, id) WHERE uitkomst <> 'gelukt';
      CREATE INDEX dataverwerking_${wet}_trace ON dataverwerking_${wet} (trace_id, id);
    `);
  }
}

export async function down(db: Knex): Promise<void> {
  for (const wet of ['avg', 'wpg']) {
    await db.raw(`DROP INDEX audit_${wet}_niet_gelukt, dataverwerking_${wet}_trace;`);
  }
}
