import type { Knex } from 'knex';

/** What is written about safety beside the counts: per thema the three questions, priorities, targets, interventions. */
export async function up(db: Knex): Promise<void> {
  const gemeente = `gemeente_code text NOT NULL CHECK (gemeente_code ~ '^gm[0-9]{4}$')`;
  const gewijzigd = 'gewijzigd_op timestamptz NOT NULL DEFAULT now()';
  await db.raw(`
    CREATE TABLE veiligheidsbeeld_thema (
      ${gemeente},
      thema text NOT NULL,
      problematiek text NOT NULL DEFAULT '',
      aanpak text NOT NULL DEFAULT '',
      extra text NOT NULL DEFAULT '',
      prioriteit smallint CHECK (prioriteit BETWEEN 1 AND 4),
      versie integer NOT NULL DEFAULT 1,
      ${gewijzigd},
      PRIMARY KEY (gemeente_code, thema),
      UNIQUE (gemeente_code, prioriteit)
    );
    COMMENT ON TABLE veiligheidsbeeld_thema IS 'The veiligheidsbeeld while it is being made; what was adopted is in veiligheidsbeeld_vastgesteld.';
    COMMENT ON COLUMN veiligheidsbeeld_thema.prioriteit IS 'Its place among the priorities, of which there are four at most. Null: going concern.';
    COMMENT ON COLUMN veiligheidsbeeld_thema.versie IS 'One more at each change: who changes an older one is told so.';

    CREATE TABLE veiligheidsbeeld_doel (
      ${gemeente},
      indicator text NOT NULL,
      streefwaarde numeric CHECK (streefwaarde >= 0),
      streefjaar smallint CHECK (streefjaar BETWEEN 2000 AND 2100),
      vergelijk numeric CHECK (vergelijk >= 0),
      vergelijk_met text NOT NULL DEFAULT '',
      PRIMARY KEY (gemeente_code, indicator)
    );
    COMMENT ON COLUMN veiligheidsbeeld_doel.indicator IS 'Key of server/veiligheid/beeld/domain/indicatoren.ts.';
    COMMENT ON COLUMN veiligheidsbeeld_doel.vergelijk IS 'What another area has (the benchmark), in the unit of the indicator; of police figures per 1,000 inwoners.';

    CREATE TABLE veiligheid_interventie (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      ${gemeente},
      thema text NOT NULL,
      naam text NOT NULL,
      omschrijving text NOT NULL,
      stelsel text NOT NULL CHECK (stelsel IN ('misdrijf', 'overlast', 'melding')),
      klassen text[] NOT NULL CHECK (cardinality(klassen) > 0),
      begin date NOT NULL CHECK (extract(day FROM begin) = 1),
      maanden smallint NOT NULL CHECK (maanden BETWEEN 6 AND 24),
      cellen integer[] NOT NULL CHECK (cardinality(cellen) BETWEEN 1 AND 400),
      ${gewijzigd}
    );
    CREATE INDEX veiligheid_interventie_gemeente ON veiligheid_interventie (gemeente_code, begin);
    COMMENT ON COLUMN veiligheid_interventie.begin IS 'First day of the first month after it began.';
    COMMENT ON COLUMN veiligheid_interventie.maanden IS 'How many months before and after are compared.';
    COMMENT ON COLUMN veiligheid_interventie.cellen IS 'Squares of server/veiligheid/domain/rooster.ts in which something was done.';

    CREATE TABLE veiligheidsbeeld_vastgesteld (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      ${gemeente},
      vastgesteld_op date NOT NULL,
      besluit text NOT NULL,
      inhoud text NOT NULL,
      hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
      gemaakt_op timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX veiligheidsbeeld_vastgesteld_gemeente ON veiligheidsbeeld_vastgesteld (gemeente_code, gemaakt_op DESC);
    COMMENT ON TABLE veiligheidsbeeld_vastgesteld IS 'For everybody: texts and protected figures as they were when it was adopted.';
    COMMENT ON COLUMN veiligheidsbeeld_vastgesteld.inhoud IS 'Canonical JSON (RFC 8785); hash is its SHA-256.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(
    'DROP TABLE veiligheidsbeeld_vastgesteld, veiligheid_interventie, veiligheidsbeeld_doel, veiligheidsbeeld_thema;',
  );
}
