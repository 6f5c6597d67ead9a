import type { Knex } from 'knex';

const statussen = `'ontvangen', 'in-behandeling', 'aanvulling-gevraagd', 'verlengd', 'ontwerp-ter-inzage', 'besloten', 'ingetrokken', 'afgehandeld'`;

/** From a concept to a zaak that is handled: what was filed, with its bijlagen, and all that happened since. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE concept (
      id uuid PRIMARY KEY,
      zaaktype text NOT NULL,
      eigenaar text,
      geheim_hash bytea CHECK (length(geheim_hash) = 32),
      antwoorden jsonb NOT NULL DEFAULT '{}',
      plaats jsonb,
      oordeel_id uuid REFERENCES oordeel ON DELETE SET NULL,
      stap text NOT NULL DEFAULT '',
      versie integer NOT NULL DEFAULT 1,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      gewijzigd_op timestamptz NOT NULL DEFAULT now(),
      verloopt_op timestamptz NOT NULL,
      CHECK (eigenaar IS NOT NULL OR geheim_hash IS NOT NULL)
    );
    CREATE INDEX concept_eigenaar ON concept (eigenaar);
    CREATE INDEX concept_verloopt_op ON concept (verloopt_op);
    CREATE INDEX concept_gemaakt_op ON concept (gemaakt_op);
    COMMENT ON COLUMN concept.eigenaar IS 'Pseudonym of whose it is; null: nobody has logged in yet, and only who has the secret can open it.';
    COMMENT ON COLUMN concept.geheim_hash IS 'SHA-256 of the secret of who began without login.';
    COMMENT ON COLUMN concept.plaats IS 'The place as it was chosen: point and outline in RD metres, adres, percelen.';
    COMMENT ON COLUMN concept.versie IS 'One more at each save: who saves says which one he had seen.';

    CREATE SEQUENCE zaak_nummer;
    CREATE TABLE zaak (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      kenmerk text NOT NULL UNIQUE CHECK (kenmerk ~ '^Z-[0-9]{4}-[0-9]{6,}$'),
      zaaktype text NOT NULL,
      bevoegd_gezag text NOT NULL,
      eigenaar text,
      ingediend_door text,
      gemachtigde text,
      geheim_hash bytea CHECK (length(geheim_hash) = 32),
      omschrijving text NOT NULL,
      punt geometry(Point, 28992) NOT NULL,
      vlak geometry(MultiPolygon, 28992) CHECK (ST_IsValid(vlak)),
      perceel text[] NOT NULL DEFAULT '{}',
      adres text,
      formulier jsonb NOT NULL,
      oordeel_id uuid REFERENCES oordeel ON DELETE SET NULL,
      idempotentie uuid NOT NULL UNIQUE,
      concept_id uuid NOT NULL UNIQUE,
      status text NOT NULL DEFAULT 'ontvangen' CHECK (status IN (${statussen})),
      resultaat text,
      procedure text NOT NULL CHECK (procedure IN ('regulier', 'uitgebreid', 'melding', 'geen')),
      ontvangen_op date NOT NULL,
      uiterste_datum date,
      opgeschort_sinds date,
      opgeschorte_dagen integer NOT NULL DEFAULT 0 CHECK (opgeschorte_dagen >= 0),
      verlengd_met_weken integer CHECK (verlengd_met_weken BETWEEN 1 AND 6),
      behandelaar text,
      versie integer NOT NULL DEFAULT 1,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      gewijzigd_op timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX zaak_eigenaar ON zaak (eigenaar, gemaakt_op DESC);
    CREATE INDEX zaak_gemachtigde ON zaak (gemachtigde) WHERE gemachtigde IS NOT NULL;
    CREATE INDEX zaak_voorraad ON zaak (bevoegd_gezag, status, uiterste_datum);
    CREATE INDEX zaak_behandelaar ON zaak (behandelaar, uiterste_datum);
    CREATE INDEX zaak_punt ON zaak USING gist (punt);
    CREATE INDEX zaak_oordeel ON zaak (oordeel_id) WHERE oordeel_id IS NOT NULL;
    COMMENT ON COLUMN zaak.eigenaar IS 'Pseudonym of the initiatiefnemer; null: somebody who did not say who he is.';
    COMMENT ON COLUMN zaak.ingediend_door IS 'Pseudonym of who pressed the button.';
    COMMENT ON COLUMN zaak.gemachtigde IS 'Pseudonym of who may act for the eigenaar.';
    COMMENT ON COLUMN zaak.geheim_hash IS 'SHA-256 of the secret with which who filed can see the receipt.';
    COMMENT ON COLUMN zaak.formulier IS 'Answers, place and contact as they were sent. No BSN.';
    COMMENT ON COLUMN zaak.idempotentie IS 'Chosen by who sends: the same twice gives one zaak.';
    COMMENT ON COLUMN zaak.concept_id IS 'The concept that became this zaak; it can become no other.';
    COMMENT ON COLUMN zaak.uiterste_datum IS 'Last day to decide; of a melding the day before the work may begin. Null: no term.';
    COMMENT ON COLUMN zaak.behandelaar IS 'Pseudonym of who handles it.';

    CREATE TABLE bijlage (
      id uuid PRIMARY KEY,
      concept_id uuid REFERENCES concept ON DELETE SET NULL,
      zaak_id uuid REFERENCES zaak,
      soort text NOT NULL,
      naam text NOT NULL CHECK (length(naam) BETWEEN 1 AND 200),
      mediatype text,
      bytes bigint NOT NULL CHECK (bytes > 0),
      sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      sleutel text NOT NULL UNIQUE,
      status text NOT NULL DEFAULT 'ontvangen' CHECK (status IN ('ontvangen', 'gekeurd', 'geweigerd')),
      reden text,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      CHECK (status <> 'gekeurd' OR (sha256 IS NOT NULL AND mediatype IS NOT NULL)),
      CHECK (zaak_id IS NULL OR status = 'gekeurd')
    );
    CREATE INDEX bijlage_concept ON bijlage (concept_id);
    CREATE INDEX bijlage_zaak ON bijlage (zaak_id);
    CREATE INDEX bijlage_los ON bijlage (gemaakt_op) WHERE concept_id IS NULL AND zaak_id IS NULL;
    COMMENT ON COLUMN bijlage.naam IS 'As the person called the file; what it is, mediatype says.';
    COMMENT ON COLUMN bijlage.sleutel IS 'Under this name the bytes are stored, outside the database.';
    COMMENT ON COLUMN bijlage.status IS 'ontvangen: on its way, or not looked at yet. Only what is gekeurd can belong to a zaak.';

    CREATE TABLE zaak_gebeurtenis (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      zaak_id uuid NOT NULL REFERENCES zaak,
      soort text NOT NULL,
      wanneer timestamptz NOT NULL DEFAULT clock_timestamp(),
      door_rol text NOT NULL,
      tekst text NOT NULL,
      gegevens jsonb NOT NULL DEFAULT '{}',
      zichtbaar_voor_aanvrager boolean NOT NULL DEFAULT true
    );
    CREATE INDEX zaak_gebeurtenis_zaak ON zaak_gebeurtenis (zaak_id, id);
    CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON zaak_gebeurtenis
      FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();

    CREATE TABLE zaak_bericht (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      zaak_id uuid NOT NULL REFERENCES zaak,
      van text NOT NULL CHECK (van IN ('aanvrager', 'gemeente')),
      door text,
      tekst text NOT NULL,
      wanneer timestamptz NOT NULL DEFAULT clock_timestamp(),
      gelezen_op timestamptz
    );
    CREATE INDEX zaak_bericht_zaak ON zaak_bericht (zaak_id, wanneer);

    CREATE TABLE zaak_advies (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      zaak_id uuid NOT NULL REFERENCES zaak,
      aan_rol text NOT NULL,
      vraag text NOT NULL,
      gevraagd_op date NOT NULL,
      uiterlijk date NOT NULL,
      uitkomst text CHECK (uitkomst IN ('positief', 'positief-met-voorschriften', 'negatief', 'geen-bezwaar')),
      advies text,
      door text,
      gegeven_op timestamptz
    );
    CREATE INDEX zaak_advies_zaak ON zaak_advies (zaak_id);
    CREATE INDEX zaak_advies_rol ON zaak_advies (aan_rol, uiterlijk) WHERE gegeven_op IS NULL;

    CREATE TABLE zaak_document (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      zaak_id uuid NOT NULL REFERENCES zaak,
      soort text NOT NULL,
      titel text NOT NULL,
      inhoud jsonb,
      sleutel text UNIQUE,
      mediatype text NOT NULL DEFAULT 'application/pdf',
      bytes bigint,
      sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      zichtbaar_voor_aanvrager boolean NOT NULL DEFAULT true,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      CHECK (inhoud IS NOT NULL OR sleutel IS NOT NULL)
    );
    CREATE INDEX zaak_document_zaak ON zaak_document (zaak_id, gemaakt_op);
    COMMENT ON COLUMN zaak_document.inhoud IS 'What it says, as data: the same content always gives the same paper.';
    COMMENT ON COLUMN zaak_document.sleutel IS 'Under this name the bytes are stored, outside the database; null: made from inhoud when asked for.';

    CREATE TABLE post (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      zaak_id uuid REFERENCES zaak,
      aan text,
      onderwerp text NOT NULL,
      tekst text,
      document_id uuid REFERENCES zaak_document,
      status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'verzonden')),
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      verzonden_op timestamptz,
      CHECK (status = 'verzonden' OR (aan IS NOT NULL AND tekst IS NOT NULL))
    );
    CREATE INDEX post_zaak ON post (zaak_id);
    COMMENT ON TABLE post IS 'Mail to send. Address and text stand here only until it was sent.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE post, zaak_document, zaak_advies, zaak_bericht, zaak_gebeurtenis, bijlage, zaak, concept;
    DROP SEQUENCE zaak_nummer;
  `);
}
