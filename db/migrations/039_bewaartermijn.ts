import type { Knex } from 'knex';

/** Rows of a log, and whether the row `OLD` must still be kept. */
const logs = ['avg', 'wpg'].flatMap((wet) => [
  [`audit_${wet}`, `OLD.op > now() - interval '5 years'`],
  [`dataverwerking_${wet}`, `to_timestamp(OLD.start_time / 1000.0) > now() - interval '5 years'`],
]) as [string, string][];

/**
 * What may be removed, and not before its time: the database itself refuses it, whoever asks.
 *
 * The logs 5 years (Wpg art. 14 and 33); the events of a zaak only with a zaak that was taken back a year ago.
 */
export async function up(db: Knex): Promise<void> {
  for (const [tabel, teJong] of logs) {
    await db.raw(`
      DROP TRIGGER alleen_toevoegen ON ${tabel};
      CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR TRUNCATE ON ${tabel}
        FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();
      CREATE TRIGGER bewaren BEFORE DELETE ON ${tabel}
        FOR EACH ROW WHEN (${teJong}) EXECUTE FUNCTION weiger_wijziging();
    `);
  }
  await db.raw(`
    CREATE FUNCTION weiger_gebeurtenis_weg() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM zaak WHERE id = OLD.zaak_id
        AND (status <> 'ingetrokken' OR gewijzigd_op > now() - interval '1 year')) THEN
        RAISE EXCEPTION 'What stands in % cannot be changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN OLD;
    END;
    $$;
    DROP TRIGGER alleen_toevoegen ON zaak_gebeurtenis;
    CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR TRUNCATE ON zaak_gebeurtenis
      FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();
    CREATE TRIGGER bewaren BEFORE DELETE ON zaak_gebeurtenis
      FOR EACH ROW EXECUTE FUNCTION weiger_gebeurtenis_weg();

    CREATE INDEX zaak_ingetrokken ON zaak (gewijzigd_op) WHERE status = 'ingetrokken';
    CREATE INDEX post_gemaakt_op ON post (gemaakt_op);
    ALTER TABLE bekendmaking ALTER COLUMN zaak_id DROP NOT NULL;
    COMMENT ON COLUMN bekendmaking.zaak_id IS 'Null: the zaak was removed after its time; what was published stays published.';
  `);
}

export async function down(db: Knex): Promise<void> {
  for (const [tabel] of [...logs, ['zaak_gebeurtenis']]) {
    await db.raw(`
      DROP TRIGGER bewaren ON ${tabel};
      DROP TRIGGER alleen_toevoegen ON ${tabel};
      CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON ${tabel}
        FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();
    `);
  }
  await db.raw(`
    DROP FUNCTION weiger_gebeurtenis_weg();
    DROP INDEX zaak_ingetrokken, post_gemaakt_op;
    DELETE FROM bekendmaking WHERE zaak_id IS NULL;
    ALTER TABLE bekendmaking ALTER COLUMN zaak_id SET NOT NULL;
  `);
}
