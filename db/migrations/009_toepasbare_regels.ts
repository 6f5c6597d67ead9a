import type { Knex } from 'knex';

/** The toepasbare regels of a gemeente: every version that was ever loaded, so that an oordeel can be repeated. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE toepasbare_regel (
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      werkzaamheid text NOT NULL,
      soort text NOT NULL CHECK (soort IN ('conclusie', 'indieningsvereisten', 'maatregelen')),
      gemeente_code text NOT NULL CHECK (gemeente_code ~ '^gm[0-9]{4}$'),
      naam text NOT NULL,
      versie text NOT NULL,
      geldig_vanaf date NOT NULL,
      geldig_tot date,
      inhoud_hash text NOT NULL,
      bestand text NOT NULL,
      koppeling jsonb NOT NULL,
      PRIMARY KEY (bron_id, werkzaamheid, soort),
      CHECK (geldig_tot > geldig_vanaf)
    );
    CREATE INDEX toepasbare_regel_gemeente ON toepasbare_regel (gemeente_code, werkzaamheid, geldig_vanaf);
    CREATE INDEX toepasbare_regel_hash ON toepasbare_regel (inhoud_hash);
    COMMENT ON COLUMN toepasbare_regel.geldig_vanaf IS 'First day on which it binds.';
    COMMENT ON COLUMN toepasbare_regel.geldig_tot IS 'First day on which it no longer binds; null: no end known.';
    COMMENT ON COLUMN toepasbare_regel.inhoud_hash IS 'SHA-256 of bestand and koppeling: names this version for ever.';
    COMMENT ON COLUMN toepasbare_regel.bestand IS 'The file as it was delivered: STTR or IMTR.';
    COMMENT ON COLUMN toepasbare_regel.koppeling IS 'What its conclusies mean, and which facts the map gives.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE toepasbare_regel');
}
