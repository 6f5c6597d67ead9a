import type { Knex } from 'knex';

/** What handling a zaak adds: the order of the work, what advisers may see, what was published, what people thought. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE zaak
      ADD COLUMN behandelaar_naam text,
      ADD COLUMN aanvullen_tot date,
      ADD COLUMN aanvulling_gevraagd text[] NOT NULL DEFAULT '{}',
      ADD COLUMN volledigheid jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN publieke_omschrijving text,
      ADD COLUMN besluit_concept jsonb,
      ADD COLUMN ter_inzage_op date,
      ADD COLUMN verzonden_op date,
      ADD COLUMN voorraad_op date GENERATED ALWAYS AS (
        CASE WHEN opgeschort_sinds IS NOT NULL THEN coalesce(aanvullen_tot, 'infinity')
          ELSE coalesce(uiterste_datum, 'infinity') END) STORED;
    CREATE INDEX zaak_werkvoorraad ON zaak (bevoegd_gezag, voorraad_op, id) INCLUDE (behandelaar)
      WHERE status NOT IN ('besloten', 'ingetrokken', 'afgehandeld');
    COMMENT ON COLUMN zaak.behandelaar_naam IS 'For colleagues: who has it.';
    COMMENT ON COLUMN zaak.aanvullen_tot IS 'Last day to send what is missing; the term stands still until then (Awb 4:5, 4:15).';
    COMMENT ON COLUMN zaak.volledigheid IS 'Per indieningsvereiste what the behandelaar found: aanwezig, ontbreekt or nvt.';
    COMMENT ON COLUMN zaak.publieke_omschrijving IS 'What everybody may read of it, as the behandelaar wrote it: no names.';
    COMMENT ON COLUMN zaak.besluit_concept IS 'The besluit while it is being written.';
    COMMENT ON COLUMN zaak.ter_inzage_op IS 'Day on which the ontwerp, and later the besluit, lies for everybody to read (Awb 3:11, 3:44).';
    COMMENT ON COLUMN zaak.verzonden_op IS 'Day on which the besluit was sent to the aanvrager (Awb 3:41).';
    COMMENT ON COLUMN zaak.voorraad_op IS 'The next day on which a term runs out: what comes first, is done first.';

    CREATE TABLE zaak_advies_bijlage (
      advies_id uuid NOT NULL REFERENCES zaak_advies ON DELETE CASCADE,
      bijlage_id uuid NOT NULL REFERENCES bijlage,
      PRIMARY KEY (advies_id, bijlage_id)
    );
    COMMENT ON TABLE zaak_advies_bijlage IS 'What an adviser may see of a zaak: these and no others.';

    CREATE TABLE bekendmaking (
      identificatie text PRIMARY KEY,
      zaak_id uuid NOT NULL REFERENCES zaak,
      soort text NOT NULL,
      titel text NOT NULL,
      tekst text NOT NULL,
      gepubliceerd date NOT NULL
    );
    CREATE INDEX bekendmaking_zaak ON bekendmaking (zaak_id);
    COMMENT ON TABLE bekendmaking IS 'What was published of a zaak; on the map it is the besluit of the same identificatie.';

    CREATE TABLE zaak_bezwaar (
      zaak_id uuid PRIMARY KEY REFERENCES zaak,
      gronden text NOT NULL,
      ontvangen_op date NOT NULL,
      uiterlijk date NOT NULL,
      gemaakt_op timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON COLUMN zaak_bezwaar.uiterlijk IS 'Last day to object, as it was told (Awb 6:7, 6:8).';

    CREATE TABLE zaak_tevredenheid (
      zaak_id uuid PRIMARY KEY REFERENCES zaak,
      cijfer smallint NOT NULL CHECK (cijfer BETWEEN 1 AND 5),
      toelichting text NOT NULL DEFAULT '',
      gemaakt_op timestamptz NOT NULL DEFAULT now()
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE zaak_tevredenheid, zaak_bezwaar, bekendmaking, zaak_advies_bijlage;
    DROP INDEX zaak_werkvoorraad;
    ALTER TABLE zaak DROP COLUMN behandelaar_naam, DROP COLUMN aanvullen_tot, DROP COLUMN aanvulling_gevraagd,
      DROP COLUMN volledigheid, DROP COLUMN publieke_omschrijving, DROP COLUMN besluit_concept,
      DROP COLUMN ter_inzage_op, DROP COLUMN verzonden_op, DROP COLUMN voorraad_op;
  `);
}
