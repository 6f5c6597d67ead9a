import type { Knex } from 'knex';

/** Outcomes of the vergunningcheck that were kept, with everything that is needed to reach them again. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE oordeel_regels (
      hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
      inhoud text NOT NULL
    );
    COMMENT ON TABLE oordeel_regels IS 'The rules of one werkzaamheid as they answered, kept as long as an oordeel needs them.';
    COMMENT ON COLUMN oordeel_regels.inhoud IS 'Canonical JSON (RFC 8785), of which hash is the SHA-256.';

    CREATE TABLE oordeel (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
      inhoud text NOT NULL,
      invoer jsonb NOT NULL,
      omgeving jsonb NOT NULL,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      bewaard_tot date NOT NULL
    );
    CREATE INDEX oordeel_gemaakt_op ON oordeel (gemaakt_op);
    CREATE INDEX oordeel_bewaard_tot ON oordeel (bewaard_tot);
    COMMENT ON COLUMN oordeel.inhoud IS 'The oordeel as canonical JSON, without its id: what was told, byte for byte.';
    COMMENT ON COLUMN oordeel.hash IS 'SHA-256 of inhoud when it was made.';
    COMMENT ON COLUMN oordeel.invoer IS 'What was asked: the place, the werkzaamheden, the drawing and the answers. No name or contact of a person.';
    COMMENT ON COLUMN oordeel.omgeving IS 'What it depended on: the facts of the map, the tariffs, and the hash of the rules per werkzaamheid.';
    COMMENT ON COLUMN oordeel.bewaard_tot IS 'Last day on which it is kept.';

    CREATE TABLE oordeel_regel (
      oordeel_id uuid NOT NULL REFERENCES oordeel ON DELETE CASCADE,
      regels_hash text NOT NULL REFERENCES oordeel_regels,
      werkzaamheid text NOT NULL,
      PRIMARY KEY (oordeel_id, werkzaamheid)
    );
    CREATE INDEX oordeel_regel_regels ON oordeel_regel (regels_hash);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE oordeel_regel, oordeel, oordeel_regels');
}
