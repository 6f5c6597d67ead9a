import type { Knex } from 'knex';

/** What sensors in public space measure, per hour of the week: of nobody in particular, and never of one moment. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE sensor_uur (
      sensor text NOT NULL,
      maand date NOT NULL CHECK (extract(day FROM maand) = 1),
      uur smallint NOT NULL CHECK (uur BETWEEN 0 AND 167),
      metingen integer NOT NULL CHECK (metingen > 0),
      waarde real NOT NULL,
      hoogste real NOT NULL,
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (bron_id, sensor, maand, uur)
    );
    COMMENT ON COLUMN sensor_uur.sensor IS 'Id in data/veiligheid/sensoren.json: of a sensor that is not in the register nothing is kept.';
    COMMENT ON COLUMN sensor_uur.uur IS '24 x weekday (Monday 0) + hour, in Dutch time.';
    COMMENT ON COLUMN sensor_uur.waarde IS 'Mean; of noise the mean of its energy (Leq).';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE sensor_uur;');
}
