import type { Knex } from 'knex';

/** What lies at a place: percelen (BRK), panden and adressen (BAG), the topography (BGT), wijken and buurten. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE wijk (
      code text PRIMARY KEY,
      naam text NOT NULL,
      gemeente_code text NOT NULL,
      inwoners integer,
      geom geometry(MultiPolygon, 28992) NOT NULL,
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX wijk_geom ON wijk USING gist (geom);

    CREATE TABLE buurt (
      code text PRIMARY KEY,
      naam text NOT NULL,
      wijk_code text NOT NULL,
      gemeente_code text NOT NULL,
      inwoners integer,
      geom geometry(MultiPolygon, 28992) NOT NULL,
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX buurt_geom ON buurt USING gist (geom);

    CREATE TABLE perceel (
      identificatie text PRIMARY KEY,
      kadastrale_aanduiding text NOT NULL,
      kadastrale_gemeente text NOT NULL,
      sectie text NOT NULL,
      perceelnummer integer NOT NULL,
      grootte_m2 numeric(12, 2),
      soort_grootte text,
      geom geometry(MultiPolygon, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX perceel_geom ON perceel USING gist (geom);
    CREATE INDEX perceel_kadastrale_aanduiding ON perceel (kadastrale_aanduiding);
    CREATE INDEX perceel_bron ON perceel (bron_id);
    COMMENT ON COLUMN perceel.kadastrale_aanduiding IS 'Kadastrale gemeente, sectie and number: OTL02 B 2298.';
    COMMENT ON COLUMN perceel.grootte_m2 IS 'Kadastrale grootte as registered; the area of geom can differ.';

    CREATE TABLE pand (
      identificatie text PRIMARY KEY,
      bouwjaar integer,
      status text,
      gebruiksdoelen text[] NOT NULL DEFAULT '{}',
      hoogte_m numeric(6, 2),
      geom geometry(MultiPolygon, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX pand_geom ON pand USING gist (geom);
    CREATE INDEX pand_bron ON pand (bron_id);

    CREATE TABLE adres (
      identificatie text PRIMARY KEY,
      weergave text NOT NULL,
      straat text NOT NULL,
      huisnummer integer NOT NULL,
      huisletter text NOT NULL DEFAULT '',
      toevoeging text NOT NULL DEFAULT '',
      postcode text,
      woonplaats text,
      gemeente_code text,
      pand_identificatie text,
      gebruiksdoelen text[] NOT NULL DEFAULT '{}',
      oppervlakte_m2 integer,
      geom geometry(Point, 28992) NOT NULL,
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX adres_geom ON adres USING gist (geom);
    CREATE INDEX adres_pand ON adres (pand_identificatie);
    CREATE INDEX adres_bron ON adres (bron_id);
    COMMENT ON COLUMN adres.weergave IS 'Street, number, postcode and town as a person writes them.';
    COMMENT ON COLUMN adres.gebruiksdoelen IS 'Of the verblijfsobject; empty: not known.';

    CREATE TABLE bgt_object (
      identificatie text PRIMARY KEY,
      soort text NOT NULL,
      functie text,
      voorkomen text,
      bronhouder text,
      naam text,
      relatieve_hoogte integer NOT NULL DEFAULT 0,
      hoek numeric(6, 2),
      geom geometry(Geometry, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX bgt_object_geom ON bgt_object USING gist (soort, geom);
    CREATE INDEX bgt_object_bron ON bgt_object (bron_id);
    COMMENT ON COLUMN bgt_object.soort IS 'Class of the BGT without its prefix: wegdeel, waterdeel, begroeidterreindeel, openbareruimtelabel ...';
    COMMENT ON COLUMN bgt_object.hoek IS 'Of a label: degrees counter-clockwise from east.';

    CREATE TABLE zoek_item (
      soort text NOT NULL,
      ref text NOT NULL,
      naam text NOT NULL,
      toelichting text,
      zoek text NOT NULL,
      gewicht integer NOT NULL,
      gemeente_code text,
      punt geometry(Point, 28992) NOT NULL,
      omhullende geometry(Polygon, 28992),
      PRIMARY KEY (soort, ref)
    );
    CREATE INDEX zoek_item_begin ON zoek_item (soort, zoek text_pattern_ops);
    CREATE INDEX zoek_item_lijkt ON zoek_item USING gist (zoek gist_trgm_ops);
    COMMENT ON COLUMN zoek_item.zoek IS 'naam as zoekvorm, with what else a person may type.';
    COMMENT ON COLUMN zoek_item.gewicht IS 'Lower comes first among equals.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE zoek_item, bgt_object, adres, pand, perceel, buurt, wijk;');
}
