import type { Knex } from 'knex';

/** The law under which somebody acts decides in which log it stands. */
const wetten = ['avg', 'wpg'];

/** Who is logged in, and what was done with which data, by whom and why. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE sessie (
      id_hash bytea PRIMARY KEY,
      vorige_hash bytea,
      vorige_tot timestamptz,
      persoon text NOT NULL,
      eigenaar text NOT NULL,
      naam text NOT NULL,
      rol text NOT NULL,
      rollen text[] NOT NULL,
      namens text,
      organisatie jsonb,
      bevoegd_gezag text[] NOT NULL DEFAULT '{}',
      middel text NOT NULL,
      niveau text NOT NULL,
      dienst text NOT NULL,
      begonnen_op timestamptz NOT NULL DEFAULT now(),
      geroteerd_op timestamptz NOT NULL DEFAULT now(),
      gezien_op timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX sessie_vorige_hash ON sessie (vorige_hash);
    CREATE INDEX sessie_persoon ON sessie (persoon);
    CREATE INDEX sessie_gezien_op ON sessie (gezien_op);
    COMMENT ON COLUMN sessie.id_hash IS 'SHA-256 of the session id: whoever reads this table cannot act as anybody.';
    COMMENT ON COLUMN sessie.vorige_hash IS 'The id before the last change of id. Used after vorige_tot it means theft, and ends the session.';
    COMMENT ON COLUMN sessie.vorige_tot IS 'Null: the new id has not come back yet, so the answer that carried it may have been lost.';
    COMMENT ON COLUMN sessie.persoon IS 'Pseudonym of who acts; a BSN is kept nowhere.';
    COMMENT ON COLUMN sessie.eigenaar IS 'Pseudonym of whose things these are: the person, a company, or who gave a machtiging.';

    CREATE TABLE inlogpoging (
      id_hash bytea PRIMARY KEY,
      dienst text NOT NULL,
      state text NOT NULL,
      nonce text NOT NULL,
      code_verifier text NOT NULL,
      terug text NOT NULL,
      verloopt_op timestamptz NOT NULL
    );
    CREATE INDEX inlogpoging_verloopt_op ON inlogpoging (verloopt_op);
    COMMENT ON TABLE inlogpoging IS 'Logins under way; each is used once.';

    CREATE FUNCTION weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'What stands in % cannot be changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END;
    $$;
  `);
  for (const wet of wetten) {
    await db.raw(`
      CREATE TABLE audit_${wet} (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        op timestamptz NOT NULL DEFAULT clock_timestamp(),
        trace_id bytea NOT NULL CHECK (length(trace_id) = 16),
        span_id bytea NOT NULL CHECK (length(span_id) = 8),
        persoon text,
        rol text NOT NULL,
        bevoegd_gezag text[] NOT NULL,
        bewerking text NOT NULL,
        handeling text NOT NULL
          CHECK (handeling IN ('verzamelen', 'wijzigen', 'raadplegen', 'verstrekken', 'combineren', 'vernietigen')),
        gegeven text NOT NULL,
        grondslag text NOT NULL,
        doel text NOT NULL,
        object_soort text,
        object_id text,
        uitkomst text NOT NULL CHECK (uitkomst IN ('gelukt', 'geweigerd', 'niet-gevonden', 'mislukt'))
      );
      CREATE INDEX audit_${wet}_op ON audit_${wet} (op);
      CREATE INDEX audit_${wet}_persoon ON audit_${wet} (persoon, id);
      CREATE INDEX audit_${wet}_span ON audit_${wet} (span_id);
      CREATE INDEX audit_${wet}_object ON audit_${wet} (object_soort, object_id, id);
      COMMENT ON TABLE audit_${wet} IS 'Who did what with which data, when and why, under the ${wet.toUpperCase()}. No content.';

      CREATE TABLE dataverwerking_${wet} (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        trace_id bytea NOT NULL CHECK (length(trace_id) = 16),
        span_id bytea NOT NULL CHECK (length(span_id) = 8),
        parent_span_id bytea CHECK (length(parent_span_id) = 8),
        status text NOT NULL CHECK (status IN ('Unset', 'Ok', 'Error')),
        name text NOT NULL,
        start_time bigint NOT NULL,
        end_time bigint NOT NULL,
        resource jsonb,
        processing_activity_id text NOT NULL,
        data_subject_id text NOT NULL,
        data_subject_id_type text NOT NULL,
        foreign_operation_span_id bytea CHECK (length(foreign_operation_span_id) = 8),
        foreign_operation_processor text,
        exception_message text,
        exception_type text,
        exception_stacktrace text
      );
      CREATE INDEX dataverwerking_${wet}_betrokkene ON dataverwerking_${wet} (data_subject_id, id);
      COMMENT ON TABLE dataverwerking_${wet} IS 'Logboek Dataverwerkingen 1.0: one line per data subject. Times are ms since 1970.';
    `);
    for (const tabel of [`audit_${wet}`, `dataverwerking_${wet}`]) {
      await db.raw(`
        CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON ${tabel}
          FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();
      `);
    }
  }
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE dataverwerking_wpg, audit_wpg, dataverwerking_avg, audit_avg, inlogpoging, sessie;
    DROP FUNCTION weiger_wijziging();
  `);
}
