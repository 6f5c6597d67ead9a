import type { Knex } from 'knex';

/** Who follows a place or an area, what became known, and which of it each was told. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE abonnement (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      email text NOT NULL,
      soort text NOT NULL CHECK (soort IN ('plek', 'buurt', 'wijk', 'gebied')),
      naam text NOT NULL,
      geom geometry(Geometry, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      straal_m double precision NOT NULL CHECK (straal_m >= 0),
      bereik geometry(Geometry, 28992) GENERATED ALWAYS AS (ST_Expand(ST_Envelope(geom), straal_m)) STORED,
      onderwerpen text[] NOT NULL CHECK (onderwerpen <> '{}'),
      hoe_vaak text NOT NULL CHECK (hoe_vaak IN ('direct', 'dag')),
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      bevestigd_op timestamptz
    );
    CREATE UNIQUE INDEX abonnement_een_keer ON abonnement (lower(email), md5(ST_AsBinary(geom)), straal_m);
    CREATE INDEX abonnement_bereik ON abonnement USING gist (bereik) WHERE bevestigd_op IS NOT NULL;
    CREATE INDEX abonnement_onbevestigd ON abonnement (gemaakt_op) WHERE bevestigd_op IS NULL;
    COMMENT ON TABLE abonnement IS 'Goes as a whole when somebody stops, or did not confirm in time.';
    COMMENT ON COLUMN abonnement.naam IS 'What is followed, in words: 500 m rond Dorpsstraat 1.';
    COMMENT ON COLUMN abonnement.geom IS 'The perceel, point or area; what lies within straal_m metres of it is told.';
    COMMENT ON COLUMN abonnement.bevestigd_op IS 'Who has the mailbox confirmed it; null: not yet, and nothing is told.';

    CREATE TABLE abonnement_sleutel (
      hash bytea PRIMARY KEY,
      abonnement_id uuid NOT NULL REFERENCES abonnement ON DELETE CASCADE,
      gevraagd boolean NOT NULL,
      gemaakt_op timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX abonnement_sleutel_abonnement ON abonnement_sleutel (abonnement_id);
    COMMENT ON COLUMN abonnement_sleutel.gevraagd IS 'Of a mail that somebody asked for by typing an address; not of news.';
    COMMENT ON TABLE abonnement_sleutel IS 'SHA-256 of the secret in each mail: who shows it, has that mailbox.';

    CREATE TABLE nieuws (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      soort text NOT NULL CHECK (soort IN ('besluit', 'regeling')),
      identificatie text NOT NULL,
      plek uuid,
      gezien_op timestamptz NOT NULL DEFAULT now(),
      verwerkt_op timestamptz,
      UNIQUE (soort, identificatie)
    );
    CREATE INDEX nieuws_open ON nieuws (id) WHERE verwerkt_op IS NULL;
    COMMENT ON TABLE nieuws IS 'Every besluit and version of a regeling that ever was here, however often it was imported again.';
    COMMENT ON COLUMN nieuws.plek IS 'Mark of where a besluit lies. When that is corrected, it is looked at again for who follows that place.';
    COMMENT ON COLUMN nieuws.verwerkt_op IS 'Null: who must be told of it was not looked up yet.';

    CREATE TABLE abonnement_bericht (
      abonnement_id uuid NOT NULL REFERENCES abonnement ON DELETE CASCADE,
      nieuws_id bigint NOT NULL REFERENCES nieuws ON DELETE CASCADE,
      zeker boolean NOT NULL,
      gemeld_op timestamptz,
      PRIMARY KEY (abonnement_id, nieuws_id)
    );
    CREATE INDEX abonnement_bericht_open ON abonnement_bericht (abonnement_id) WHERE gemeld_op IS NULL;
    CREATE INDEX abonnement_bericht_nieuws ON abonnement_bericht (nieuws_id);
    COMMENT ON TABLE abonnement_bericht IS 'What somebody is told: each thing once.';
    COMMENT ON COLUMN abonnement_bericht.zeker IS 'False: where the regeling applies was not delivered, so it may touch this area.';
    COMMENT ON COLUMN abonnement_bericht.gemeld_op IS 'Null: it waits for the next mail.';

    ALTER TABLE post
      ADD COLUMN abonnement_id uuid REFERENCES abonnement ON DELETE CASCADE,
      ADD COLUMN afmelden text;
    CREATE INDEX post_abonnement ON post (abonnement_id);
    COMMENT ON COLUMN post.afmelden IS 'Address at which a mail program stops these mails at once (RFC 8058); stands here only until it was sent.';

    CREATE FUNCTION meld_besluit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO nieuws (soort, identificatie, plek)
      SELECT 'besluit', identificatie, md5(ST_AsBinary(geom))::uuid FROM nieuw
      ON CONFLICT (soort, identificatie) DO UPDATE SET plek = excluded.plek, verwerkt_op = NULL
      WHERE nieuws.plek IS DISTINCT FROM excluded.plek;
      RETURN NULL;
    END $$;
    CREATE TRIGGER meld_besluit AFTER INSERT ON besluit
      REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION meld_besluit();

    CREATE FUNCTION meld_regeling() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO nieuws (soort, identificatie) SELECT DISTINCT 'regeling', identificatie FROM nieuw
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER meld_regeling AFTER INSERT ON regeling
      REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION meld_regeling();

    INSERT INTO nieuws (soort, identificatie, plek, verwerkt_op)
    SELECT 'besluit', identificatie, md5(ST_AsBinary(geom))::uuid, now() FROM besluit
    UNION ALL
    SELECT DISTINCT 'regeling', identificatie, NULL::uuid, now() FROM regeling;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TRIGGER meld_regeling ON regeling;
    DROP TRIGGER meld_besluit ON besluit;
    DROP FUNCTION meld_regeling, meld_besluit;
    DELETE FROM post WHERE abonnement_id IS NOT NULL;
    ALTER TABLE post DROP COLUMN abonnement_id, DROP COLUMN afmelden;
    DROP TABLE abonnement_bericht, nieuws, abonnement_sleutel, abonnement;
  `);
}
