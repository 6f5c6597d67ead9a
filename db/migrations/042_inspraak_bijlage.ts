import type { Knex } from 'knex';

/** Files with a zienswijze, its receipt by mail, and whether what comes in again under a number is the same. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE zienswijze ADD COLUMN inhoud_hash text;
    COMMENT ON COLUMN zienswijze.inhoud_hash IS 'SHA-256 of all that was sent: the same number with other content is refused. Null: of before this was kept.';
    ALTER TABLE burenbrief ADD COLUMN inhoud_hash text;
    COMMENT ON COLUMN burenbrief.inhoud_hash IS 'SHA-256 of all that was asked: the same number with other content is refused. Null: of before this was kept.';

    ALTER TABLE bijlage
      ADD COLUMN zienswijze_id uuid REFERENCES zienswijze,
      ADD CHECK (zienswijze_id IS NULL OR (status = 'gekeurd' AND zaak_id IS NULL));
    CREATE INDEX bijlage_zienswijze ON bijlage (zienswijze_id) WHERE zienswijze_id IS NOT NULL;
    DROP INDEX bijlage_los;
    CREATE INDEX bijlage_los ON bijlage (gemaakt_op)
      WHERE concept_id IS NULL AND zaak_id IS NULL AND zienswijze_id IS NULL;

    ALTER TABLE post ADD COLUMN stuk jsonb CHECK (stuk IS NULL OR document_id IS NULL);
    COMMENT ON COLUMN post.stuk IS 'A document that goes along and belongs to no zaak, as data; only until it was sent.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE post DROP COLUMN stuk;
    DROP INDEX bijlage_los;
    DELETE FROM bijlage WHERE zienswijze_id IS NOT NULL;
    ALTER TABLE bijlage DROP COLUMN zienswijze_id;
    CREATE INDEX bijlage_los ON bijlage (gemaakt_op) WHERE concept_id IS NULL AND zaak_id IS NULL;
    ALTER TABLE burenbrief DROP COLUMN inhoud_hash;
    ALTER TABLE zienswijze DROP COLUMN inhoud_hash;
  `);
}
