import type { Knex } from 'knex';

/** Zaken that go to a zaaksysteem: where they stand there, and how far they were handed over. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE overdracht (
      zaak_id uuid PRIMARY KEY REFERENCES zaak,
      gegeven_op timestamptz NOT NULL DEFAULT now(),
      bezig_tot timestamptz,
      url text UNIQUE,
      status text,
      status_url text,
      versie integer NOT NULL DEFAULT 0,
      overgedragen_op timestamptz
    );
    COMMENT ON TABLE overdracht IS 'The outbox: a row stands here from the moment that a zaak is filed, in the same transaction.';
    COMMENT ON COLUMN overdracht.bezig_tot IS 'Until then one worker has it, so that two never make the same thing in the zaaksysteem.';
    COMMENT ON COLUMN overdracht.url IS 'Address of the zaak in the zaaksysteem; null: it is not there yet.';
    COMMENT ON COLUMN overdracht.status IS 'Of the zaak, as both sides knew it last: only what changed since is told to the other.';
    COMMENT ON COLUMN overdracht.status_url IS 'The last status there that the loket knows of.';
    COMMENT ON COLUMN overdracht.versie IS 'Of the zaak, as it was handed over last; 0: not yet.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE overdracht;');
}
