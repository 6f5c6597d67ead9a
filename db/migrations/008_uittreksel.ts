import type { Knex } from 'knex';

/** Extracts of the location card that were made, to be given again exactly as they were. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE uittreksel (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
      inhoud text NOT NULL,
      peildata jsonb NOT NULL,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      bewaard_tot date NOT NULL
    );
    CREATE INDEX uittreksel_gemaakt_op ON uittreksel (gemaakt_op);
    CREATE INDEX uittreksel_bewaard_tot ON uittreksel (bewaard_tot);
    COMMENT ON COLUMN uittreksel.inhoud IS 'Canonical JSON (RFC 8785), byte for byte what the hash was taken of.';
    COMMENT ON COLUMN uittreksel.hash IS 'SHA-256 of inhoud when it was made.';
    COMMENT ON COLUMN uittreksel.peildata IS 'The peildatum of each bron that it speaks of.';
    COMMENT ON COLUMN uittreksel.bewaard_tot IS 'Last day on which it is kept.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE uittreksel;');
}
