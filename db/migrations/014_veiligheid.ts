import type { Knex } from 'knex';

/**
 * Safety in counts, never in incidents or persons (Wpg art. 22): fine place and fine time never meet.
 *
 * Cells are numbers of server/veiligheid/domain/rooster.ts. A row holds the counts of one month or part of day for all
 * cells or buurten together, in arrays of equal length: a theme and a year is a few hundred rows to read.
 */
export async function up(db: Knex): Promise<void> {
  const bron = 'bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED';
  const stelsel = `stelsel text NOT NULL CHECK (stelsel IN ('misdrijf', 'overlast', 'melding'))`;
  const stroom = `stroom text NOT NULL CHECK (stroom IN ('politie', 'melding'))`;
  const rooster = `rooster text NOT NULL CHECK (rooster IN ('vierkant', 'zeshoek'))`;
  await db.raw(`
    CREATE TABLE veiligheid_klasse (
      ${stelsel},
      code text NOT NULL,
      naam text NOT NULL,
      thema text,
      ook text[] NOT NULL DEFAULT '{}',
      basis text CHECK (basis IN ('S', 'R')),
      reden text NOT NULL,
      bijzonder text CHECK (bijzonder IN ('totaal', 'gevoelig', 'nooit op de kaart', 'niet tonen')),
      bekend boolean NOT NULL,
      ${bron},
      PRIMARY KEY (bron_id, stelsel, code)
    );
    COMMENT ON TABLE veiligheid_klasse IS 'The classes of a bron with their thema, as they were when it was counted.';
    COMMENT ON COLUMN veiligheid_klasse.thema IS 'Counts in the totals of this thema (data/veiligheid/velden.json); null: of none, or not known.';
    COMMENT ON COLUMN veiligheid_klasse.ook IS 'Further themas, for filters only: never added up.';
    COMMENT ON COLUMN veiligheid_klasse.basis IS 'S: named in the source for this thema. R: our reasoning.';
    COMMENT ON COLUMN veiligheid_klasse.bekend IS 'False: delivered, but not in the table of classes.';

    CREATE TABLE veiligheid_maand (
      ${stroom},
      maand date NOT NULL,
      gelezen integer NOT NULL,
      geplaatst integer NOT NULL,
      ${bron},
      PRIMARY KEY (bron_id, maand)
    );
    COMMENT ON TABLE veiligheid_maand IS 'Months that were delivered. A month that is not here is unknown, not empty.';
    COMMENT ON COLUMN veiligheid_maand.geplaatst IS 'Of the records read: those with a place in the gemeente. The others are in no cel or buurt.';

    CREATE TABLE cel_maand (
      ${stelsel},
      ${rooster},
      klasse text NOT NULL,
      maand date NOT NULL,
      cellen integer[] NOT NULL,
      aantallen integer[] NOT NULL CHECK (cardinality(aantallen) = cardinality(cellen)),
      ${bron},
      PRIMARY KEY (bron_id, rooster, stelsel, klasse, maand)
    );
    CREATE INDEX cel_maand_maand ON cel_maand (rooster, stelsel, maand);

    CREATE TABLE cel_dagdeel (
      ${stroom},
      ${rooster},
      thema text NOT NULL,
      jaar smallint NOT NULL,
      weekdeel text NOT NULL CHECK (weekdeel IN ('doordeweeks', 'weekend', 'onbekend')),
      dagdeel text NOT NULL CHECK (dagdeel IN ('nacht', 'dag', 'avond', 'onbekend')),
      cellen integer[] NOT NULL,
      aantallen integer[] NOT NULL CHECK (cardinality(aantallen) = cardinality(cellen)),
      ${bron},
      PRIMARY KEY (bron_id, rooster, stroom, thema, jaar, weekdeel, dagdeel)
    );

    CREATE TABLE buurt_uur (
      ${stelsel},
      klasse text NOT NULL,
      maand date NOT NULL,
      buurten text[] NOT NULL,
      uren smallint[] NOT NULL CHECK (cardinality(uren) = cardinality(buurten)),
      aantallen integer[] NOT NULL CHECK (cardinality(aantallen) = cardinality(buurten)),
      ${bron},
      PRIMARY KEY (bron_id, stelsel, klasse, maand)
    );
    CREATE INDEX buurt_uur_maand ON buurt_uur (stelsel, maand);
    COMMENT ON COLUMN buurt_uur.uren IS 'Hour of the week: 24 x weekday (Monday 0) + hour, in Dutch time; 168: the hour is not known.';

    CREATE TABLE melding_punt (
      klasse text NOT NULL,
      maand date NOT NULL,
      buurt_code text,
      plaats_soort text NOT NULL CHECK (plaats_soort IN ('straatdeel', 'buurt')),
      aantal integer NOT NULL CHECK (aantal > 0),
      geom geometry(Point, 28992) NOT NULL,
      ${bron}
    );
    CREATE INDEX melding_punt_geom ON melding_punt USING gist (geom);
    CREATE INDEX melding_punt_bron ON melding_punt (bron_id, maand);
    COMMENT ON TABLE melding_punt IS 'Meldingen openbare ruimte at one fixed point per stretch of street of at least 8 adressen, or else per buurt.';

    CREATE TABLE cel_noemer (
      ${rooster},
      cel integer NOT NULL,
      gemeente_code text NOT NULL,
      buurt_code text,
      adressen integer NOT NULL,
      woningen integer NOT NULL,
      inwoners real,
      weg boolean NOT NULL,
      PRIMARY KEY (gemeente_code, rooster, cel)
    );
    COMMENT ON TABLE cel_noemer IS 'Cells with exposure: adressen or a road. All others are outside the analysis. Derived from adres, buurt and bgt_object.';
    COMMENT ON COLUMN cel_noemer.inwoners IS 'Estimate: the inwoners of the buurt over its woningen. Null: those of the buurt are not known.';

    CREATE TABLE veiligheid_cijfer (
      herkomst text NOT NULL CHECK (herkomst IN ('cbs', 'vng-inp', 'levering')),
      gebied_code text NOT NULL CHECK (gebied_code ~ '^(gm[0-9]{4}|wk[0-9]{6}|bu[0-9]{8}|nl01)$'),
      stelsel text NOT NULL CHECK (stelsel IN ('misdrijf', 'overlast', 'melding', 'thema')),
      onderwerp text NOT NULL,
      duur text NOT NULL CHECK (duur IN ('jaar', 'kwartaal', 'maand')),
      begin date NOT NULL,
      aantal integer,
      ${bron},
      PRIMARY KEY (bron_id, gebied_code, stelsel, onderwerp, duur, begin)
    );
    CREATE INDEX veiligheid_cijfer_gebied ON veiligheid_cijfer (gebied_code, stelsel, onderwerp);
    COMMENT ON COLUMN veiligheid_cijfer.gebied_code IS 'By the division of the CBS in the year of begin; a code of another year may be another area.';
    COMMENT ON COLUMN veiligheid_cijfer.onderwerp IS 'Class, or thema when stelsel is thema.';
    COMMENT ON COLUMN veiligheid_cijfer.aantal IS 'Null: withheld by the source. That is unknown, never zero.';

    CREATE TABLE veiligheid_indicator (
      gebied_code text NOT NULL CHECK (gebied_code ~ '^(gm[0-9]{4}|wk[0-9]{6}|bu[0-9]{8}|nl01)$'),
      indicator text NOT NULL,
      jaar smallint NOT NULL,
      waarde numeric,
      marge numeric CHECK (marge >= 0),
      respondenten integer CHECK (respondenten >= 0),
      ${bron},
      PRIMARY KEY (bron_id, gebied_code, indicator, jaar)
    );
    COMMENT ON TABLE veiligheid_indicator IS 'What people say: outcomes of the Veiligheidsmonitor.';
    COMMENT ON COLUMN veiligheid_indicator.indicator IS 'Key of data/veiligheid/indicatoren.json.';
    COMMENT ON COLUMN veiligheid_indicator.marge IS 'Half of the 95% interval, in the unit of the indicator.';

    CREATE TABLE near_repeat (
      ${stelsel},
      klasse text NOT NULL,
      van date NOT NULL,
      tot date NOT NULL,
      afstand integer NOT NULL,
      dagen integer NOT NULL,
      paren integer NOT NULL,
      verwacht real NOT NULL,
      p real NOT NULL,
      ${bron},
      PRIMARY KEY (bron_id, stelsel, klasse, afstand, dagen)
    );
    COMMENT ON COLUMN near_repeat.van IS 'First day of the first month, tot of the last: no day of an incident.';
    COMMENT ON TABLE near_repeat IS 'Knox: pairs within a band of metres and days, and how many chance would give. For internal use only.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE near_repeat, veiligheid_indicator, veiligheid_cijfer, cel_noemer, melding_punt, buurt_uur, cel_dagdeel,
      cel_maand, veiligheid_maand, veiligheid_klasse;
  `);
}
