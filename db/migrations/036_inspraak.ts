import type { Knex } from 'knex';

/**
 * Who lives near has a say: zienswijzen and reactions, what is told of an initiatief, letters to neighbours, and bezwaar
 * as a zaak of its own.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE initiatief (
      zaak_id uuid PRIMARY KEY REFERENCES zaak,
      titel text NOT NULL,
      plan text NOT NULL,
      reageren text NOT NULL DEFAULT '',
      reageren_tot date,
      uitkomst text NOT NULL DEFAULT '',
      zichtbaar boolean NOT NULL DEFAULT true,
      versie integer NOT NULL DEFAULT 1,
      gepubliceerd_op date NOT NULL,
      gewijzigd_op date NOT NULL
    );
    COMMENT ON TABLE initiatief IS 'What everybody may read of a zaak while people can still react to the plan. No personal data.';
    COMMENT ON COLUMN initiatief.reageren_tot IS 'Last day to react here; null: reacting here is not possible (yet).';
    COMMENT ON COLUMN initiatief.uitkomst IS 'What was done with the reactions.';

    CREATE SEQUENCE zienswijze_nummer;
    CREATE TABLE zienswijze (
      id uuid PRIMARY KEY,
      kenmerk text NOT NULL UNIQUE CHECK (kenmerk ~ '^R-[0-9]{4}-[0-9]{6,}$'),
      soort text NOT NULL CHECK (soort IN ('zienswijze', 'reactie')),
      besluit text,
      zaak_id uuid REFERENCES zaak,
      titel text NOT NULL,
      bevoegd_gezag text NOT NULL,
      eigenaar text NOT NULL,
      ingediend_door text NOT NULL,
      naam text NOT NULL,
      namens text,
      adres text,
      email text,
      belang text,
      tekst text NOT NULL,
      ontvangen_op date NOT NULL,
      uiterlijk date,
      gemaakt_op timestamptz NOT NULL DEFAULT now(),
      CHECK (besluit IS NOT NULL OR zaak_id IS NOT NULL)
    );
    CREATE INDEX zienswijze_eigenaar ON zienswijze (eigenaar, gemaakt_op DESC);
    CREATE INDEX zienswijze_zaak ON zienswijze (zaak_id, gemaakt_op);
    CREATE INDEX zienswijze_gezag ON zienswijze (bevoegd_gezag, gemaakt_op DESC);
    COMMENT ON TABLE zienswijze IS 'A zienswijze on an ontwerp, or a reaction on a plan that is being made.';
    COMMENT ON COLUMN zienswijze.id IS 'Chosen by who sends: the same twice gives one.';
    COMMENT ON COLUMN zienswijze.besluit IS 'Identificatie of the notice it is about; a later delivery may replace that row, so the title stands here too.';
    COMMENT ON COLUMN zienswijze.uiterlijk IS 'Last day as it was told (Awb 3:16); null: none runs, or it is not known.';

    CREATE TABLE burenbrief (
      id uuid PRIMARY KEY,
      zaak_id uuid NOT NULL REFERENCES zaak,
      keuze jsonb NOT NULL,
      titel text NOT NULL,
      tekst text NOT NULL,
      adressen jsonb NOT NULL,
      gemaakt_door text NOT NULL,
      gemaakt_op timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX burenbrief_zaak ON burenbrief (zaak_id, gemaakt_op);
    COMMENT ON TABLE burenbrief IS 'A letter to the adressen round a zaak, as it was made: the same row always gives the same paper. No names.';
    COMMENT ON COLUMN burenbrief.keuze IS 'How the adressen were chosen: by distance or by buurt.';

    ALTER TABLE zaak ADD COLUMN termijn_vanaf date;
    COMMENT ON COLUMN zaak.termijn_vanaf IS 'Day from which the term to decide runs, where that is not the day of receipt: of a bezwaar the last day to object (Awb 7:10).';

    ALTER TABLE zaak_bezwaar
      DROP CONSTRAINT zaak_bezwaar_pkey,
      ALTER COLUMN zaak_id DROP NOT NULL,
      ALTER COLUMN uiterlijk DROP NOT NULL,
      ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      ADD COLUMN bezwaar_zaak_id uuid UNIQUE REFERENCES zaak,
      ADD COLUMN besluit text,
      ADD COLUMN besluit_titel text,
      ADD CHECK (zaak_id IS NOT NULL OR besluit IS NOT NULL);
    CREATE INDEX zaak_bezwaar_zaak ON zaak_bezwaar (zaak_id);
    COMMENT ON COLUMN zaak_bezwaar.zaak_id IS 'The zaak whose besluit it is against; null: a besluit that was not taken in this loket.';
    COMMENT ON COLUMN zaak_bezwaar.bezwaar_zaak_id IS 'The zaak that it became.';
    COMMENT ON COLUMN zaak_bezwaar.uiterlijk IS 'Last day to object, as it was told (Awb 6:7, 6:8); null: not known.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DELETE FROM zaak_bezwaar WHERE zaak_id IS NULL OR uiterlijk IS NULL;
    DELETE FROM zaak_bezwaar een USING zaak_bezwaar ander WHERE een.zaak_id = ander.zaak_id AND een.gemaakt_op > ander.gemaakt_op;
    ALTER TABLE zaak_bezwaar
      DROP CONSTRAINT zaak_bezwaar_pkey,
      DROP COLUMN id, DROP COLUMN bezwaar_zaak_id, DROP COLUMN besluit, DROP COLUMN besluit_titel,
      ALTER COLUMN uiterlijk SET NOT NULL,
      ADD PRIMARY KEY (zaak_id);
    ALTER TABLE zaak DROP COLUMN termijn_vanaf;
    DROP TABLE burenbrief, zienswijze, initiatief;
    DROP SEQUENCE zienswijze_nummer;
  `);
}
