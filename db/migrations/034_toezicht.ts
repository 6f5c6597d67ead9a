import type { Knex } from 'knex';

/**
 * Supervision in the street: areas pointed out for order, and what was found there.
 *
 * What a toezichthouder sees (AVG) and what a boa notes for an offence (Wpg) have the same shape and never share a table.
 */
export async function up(db: Knex): Promise<void> {
  const bron = 'bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED';
  await db.raw(`
    CREATE TABLE regime_gebied (
      id text PRIMARY KEY,
      regime text NOT NULL,
      naam text NOT NULL,
      artikel text,
      besluit text,
      url text,
      geldig_van date,
      geldig_tot date,
      dagen smallint[] CHECK (dagen <@ ARRAY[0, 1, 2, 3, 4, 5, 6]::smallint[]),
      uur_van smallint CHECK (uur_van BETWEEN 0 AND 23),
      uur_tot smallint CHECK (uur_tot BETWEEN 1 AND 24),
      geom geometry(MultiPolygon, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      ${bron},
      CHECK ((uur_van IS NULL) = (uur_tot IS NULL))
    );
    CREATE INDEX regime_gebied_geom ON regime_gebied USING gist (geom);
    COMMENT ON TABLE regime_gebied IS 'Areas that were pointed out for order in the street: veiligheidsrisicogebied, alcoholverbod ...';
    COMMENT ON COLUMN regime_gebied.regime IS 'Key of data/toezicht/regimes.json.';
    COMMENT ON COLUMN regime_gebied.dagen IS 'Monday 0; null: every day. The part after midnight belongs to the day on which it began.';
    COMMENT ON COLUMN regime_gebied.uur_tot IS 'Before uur_van: the next morning.';

    CREATE TABLE regime_bekend (
      regime text NOT NULL,
      ${bron},
      PRIMARY KEY (bron_id, regime)
    );
    COMMENT ON TABLE regime_bekend IS 'Kinds of which a bron knows all areas: only then no area means that it does not hold.';
  `);
  for (const tabel of ['bevinding', 'boa_registratie']) {
    await db.raw(`
      CREATE TABLE ${tabel} (
        id uuid PRIMARY KEY,
        bevoegd_gezag text NOT NULL,
        thema text NOT NULL,
        gezien text NOT NULL,
        maatregel text NOT NULL,
        adviezen text[] NOT NULL,
        punt geometry(Point, 28992) NOT NULL,
        nauwkeurigheid_m real,
        plaats text NOT NULL,
        melding_id uuid,
        door text NOT NULL,
        door_naam text NOT NULL,
        gezien_op timestamptz NOT NULL,
        tablet_op timestamptz NOT NULL,
        klok_verschil_ms bigint NOT NULL,
        klok_twijfel boolean NOT NULL,
        ontvangen_op timestamptz NOT NULL DEFAULT clock_timestamp(),
        inhoud_hash text NOT NULL,
        staat text NOT NULL DEFAULT 'open' CHECK (staat IN ('open', 'toegewezen', 'gesloten', 'betwist')),
        team text,
        toegewezen_aan text,
        toegewezen_naam text,
        sluiter text,
        gesloten_op timestamptz,
        versie integer NOT NULL DEFAULT 1
      );
      CREATE INDEX ${tabel}_punt ON ${tabel} USING gist (punt);
      CREATE INDEX ${tabel}_nieuw ON ${tabel} (bevoegd_gezag, gezien_op DESC, id);
      COMMENT ON COLUMN ${tabel}.id IS 'Chosen by the tablet: sent twice it stays one.';
      COMMENT ON COLUMN ${tabel}.gezien_op IS 'By our clock. What the clock of the tablet said is tablet_op.';
      COMMENT ON COLUMN ${tabel}.klok_verschil_ms IS 'How much the clock of the tablet was behind ours when it was sent.';
      COMMENT ON COLUMN ${tabel}.klok_twijfel IS 'The clock of the tablet was moved in between: gezien_op is not certain.';
      COMMENT ON COLUMN ${tabel}.inhoud_hash IS 'SHA-256 of what was sent: the same number with other content is refused.';
      COMMENT ON COLUMN ${tabel}.sluiter IS 'Pseudonym of who closed it last.';

      CREATE TABLE ${tabel}_gebeurtenis (
        id uuid PRIMARY KEY,
        bevinding_id uuid NOT NULL REFERENCES ${tabel},
        soort text NOT NULL,
        door text NOT NULL,
        door_naam text NOT NULL,
        tekst text NOT NULL,
        tablet_op timestamptz NOT NULL,
        wanneer timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX ${tabel}_gebeurtenis_van ON ${tabel}_gebeurtenis (bevinding_id, wanneer);
      CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON ${tabel}_gebeurtenis
        FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();

      CREATE TABLE ${tabel}_foto (
        id uuid PRIMARY KEY,
        bevinding_id uuid NOT NULL REFERENCES ${tabel},
        soort text NOT NULL CHECK (soort IN ('gezien', 'bewijs')),
        naam text NOT NULL CHECK (length(naam) BETWEEN 1 AND 200),
        bytes bigint NOT NULL CHECK (bytes > 0),
        sleutel text NOT NULL UNIQUE,
        status text NOT NULL DEFAULT 'ontvangen' CHECK (status IN ('ontvangen', 'gekeurd', 'geweigerd')),
        mediatype text,
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        reden text,
        gemaakt_op timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (status <> 'gekeurd' OR (sha256 IS NOT NULL AND mediatype IS NOT NULL))
      );
      CREATE INDEX ${tabel}_foto_van ON ${tabel}_foto (bevinding_id, gemaakt_op);
      COMMENT ON COLUMN ${tabel}_foto.sleutel IS 'Under this name the bytes are stored, outside the database.';
    `);
  }
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE boa_registratie_foto, boa_registratie_gebeurtenis, boa_registratie, bevinding_foto, bevinding_gebeurtenis,
      bevinding, regime_bekend, regime_gebied;
  `);
}
