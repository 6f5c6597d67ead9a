import type { Knex } from 'knex';

/** What may be done at a place: the objects of IMOW, each below the regeling that it came with. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE regeling (
      id integer PRIMARY KEY,
      identificatie text NOT NULL,
      soort text NOT NULL,
      opschrift text NOT NULL,
      citeertitel text,
      bestuurslaag text NOT NULL CHECK (bestuurslaag IN ('gemeente', 'waterschap', 'provincie', 'rijk')),
      bevoegd_gezag_code text NOT NULL,
      bevoegd_gezag text NOT NULL,
      ontwerp boolean NOT NULL DEFAULT false,
      geldig_vanaf date,
      geldig_tot date,
      url text,
      geom geometry(MultiPolygon, 28992),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX regeling_geom ON regeling USING gist (geom);
    COMMENT ON COLUMN regeling.identificatie IS 'FRBR expression of the version.';
    COMMENT ON COLUMN regeling.geldig_vanaf IS 'First day on which it binds; null: not known. In the future: toekomstig.';
    COMMENT ON COLUMN regeling.geldig_tot IS 'First day on which it no longer binds; null: no end known.';
    COMMENT ON COLUMN regeling.geom IS 'Regelingsgebied; null: its border is not delivered.';

    CREATE TABLE locatie (
      id integer PRIMARY KEY,
      regeling_id integer NOT NULL REFERENCES regeling ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      soort text NOT NULL,
      noemer text,
      geom geometry(Geometry, 28992) CHECK (ST_IsValid(geom))
    );
    CREATE INDEX locatie_regeling ON locatie (regeling_id);
    CREATE INDEX locatie_zonder_geom ON locatie (regeling_id) WHERE geom IS NULL;
    COMMENT ON COLUMN locatie.geom IS 'Of a groep: its members together. Null: the geometry is not delivered, so what applies there is unknown.';

    CREATE TABLE locatie_deel (
      locatie_id integer NOT NULL REFERENCES locatie ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      geom geometry(Geometry, 28992) NOT NULL
    );
    CREATE INDEX locatie_deel_geom ON locatie_deel USING gist (geom);
    CREATE INDEX locatie_deel_locatie ON locatie_deel (locatie_id);
    COMMENT ON TABLE locatie_deel IS 'The same geometry cut into pieces of at most 32 vertices: quick to look up a place in.';

    CREATE TABLE regeltekst (
      id integer PRIMARY KEY,
      regeling_id integer NOT NULL REFERENCES regeling ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      nummer text NOT NULL,
      opschrift text,
      tekst text NOT NULL,
      volgorde integer NOT NULL
    );
    CREATE INDEX regeltekst_regeling ON regeltekst (regeling_id);
    COMMENT ON COLUMN regeltekst.nummer IS 'As cited: Artikel 22.27, or Artikel 22.27 lid 2.';
    COMMENT ON COLUMN regeltekst.tekst IS 'Plain text; a line per paragraph or list item.';

    CREATE TABLE juridische_regel (
      id integer PRIMARY KEY,
      regeltekst_id integer NOT NULL REFERENCES regeltekst ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      soort text NOT NULL,
      idealisatie text NOT NULL CHECK (idealisatie IN ('exact', 'indicatief')),
      themas text[] NOT NULL DEFAULT '{}'
    );
    CREATE INDEX juridische_regel_regeltekst ON juridische_regel (regeltekst_id);
    CREATE TABLE juridische_regel_locatie (
      regel_id integer NOT NULL REFERENCES juridische_regel ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      locatie_id integer NOT NULL REFERENCES locatie ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (locatie_id, regel_id)
    );
    CREATE INDEX juridische_regel_locatie_regel ON juridische_regel_locatie (regel_id);

    CREATE TABLE activiteit (
      id integer PRIMARY KEY,
      regeling_id integer NOT NULL REFERENCES regeling ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      naam text NOT NULL,
      groep text NOT NULL,
      bovenliggende text
    );
    CREATE INDEX activiteit_regeling ON activiteit (regeling_id);
    CREATE TABLE activiteit_locatieaanduiding (
      id integer PRIMARY KEY,
      regel_id integer NOT NULL REFERENCES juridische_regel ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      activiteit_id integer NOT NULL REFERENCES activiteit ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      kwalificatie text NOT NULL
    );
    CREATE INDEX activiteit_locatieaanduiding_regel ON activiteit_locatieaanduiding (regel_id);
    CREATE INDEX activiteit_locatieaanduiding_activiteit ON activiteit_locatieaanduiding (activiteit_id);
    CREATE TABLE activiteit_locatieaanduiding_locatie (
      aanduiding_id integer NOT NULL REFERENCES activiteit_locatieaanduiding ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      locatie_id integer NOT NULL REFERENCES locatie ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (locatie_id, aanduiding_id)
    );
    CREATE INDEX activiteit_locatieaanduiding_locatie_aanduiding ON activiteit_locatieaanduiding_locatie (aanduiding_id);

    CREATE TABLE gebiedsaanwijzing (
      id integer PRIMARY KEY,
      regeling_id integer NOT NULL REFERENCES regeling ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      type text NOT NULL,
      naam text NOT NULL,
      groep text NOT NULL
    );
    CREATE INDEX gebiedsaanwijzing_regeling ON gebiedsaanwijzing (regeling_id);
    CREATE TABLE gebiedsaanwijzing_locatie (
      gebiedsaanwijzing_id integer NOT NULL REFERENCES gebiedsaanwijzing ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      locatie_id integer NOT NULL REFERENCES locatie ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (locatie_id, gebiedsaanwijzing_id)
    );
    CREATE INDEX gebiedsaanwijzing_locatie_aanwijzing ON gebiedsaanwijzing_locatie (gebiedsaanwijzing_id);
    CREATE TABLE juridische_regel_gebiedsaanwijzing (
      regel_id integer NOT NULL REFERENCES juridische_regel ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      gebiedsaanwijzing_id integer NOT NULL REFERENCES gebiedsaanwijzing ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (gebiedsaanwijzing_id, regel_id)
    );
    CREATE INDEX juridische_regel_gebiedsaanwijzing_regel ON juridische_regel_gebiedsaanwijzing (regel_id);

    CREATE TABLE norm (
      id integer PRIMARY KEY,
      regeling_id integer NOT NULL REFERENCES regeling ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      identificatie text NOT NULL,
      soort text NOT NULL CHECK (soort IN ('omgevingsnorm', 'omgevingswaarde')),
      naam text NOT NULL,
      type text NOT NULL,
      groep text NOT NULL,
      eenheid text
    );
    CREATE INDEX norm_regeling ON norm (regeling_id);
    CREATE TABLE juridische_regel_norm (
      regel_id integer NOT NULL REFERENCES juridische_regel ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      norm_id integer NOT NULL REFERENCES norm ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (norm_id, regel_id)
    );
    CREATE INDEX juridische_regel_norm_regel ON juridische_regel_norm (regel_id);
    CREATE TABLE normwaarde (
      id integer PRIMARY KEY,
      norm_id integer NOT NULL REFERENCES norm ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      kwantitatief numeric,
      kwalitatief text,
      in_regeltekst boolean NOT NULL DEFAULT false
    );
    CREATE INDEX normwaarde_norm ON normwaarde (norm_id);
    CREATE TABLE normwaarde_locatie (
      normwaarde_id integer NOT NULL REFERENCES normwaarde ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      locatie_id integer NOT NULL REFERENCES locatie ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (locatie_id, normwaarde_id)
    );
    CREATE INDEX normwaarde_locatie_normwaarde ON normwaarde_locatie (normwaarde_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE normwaarde_locatie, normwaarde, juridische_regel_norm, norm, juridische_regel_gebiedsaanwijzing,
      gebiedsaanwijzing_locatie, gebiedsaanwijzing, activiteit_locatieaanduiding_locatie, activiteit_locatieaanduiding,
      activiteit, juridische_regel_locatie, juridische_regel, regeltekst, locatie_deel, locatie, regeling;
  `);
}
