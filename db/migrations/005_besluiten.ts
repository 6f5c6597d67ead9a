import type { Knex } from 'knex';

/** What is decided at a place, taken and intended: the notices of domain chapter 3.1. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE besluit (
      identificatie text PRIMARY KEY,
      soort text NOT NULL,
      onderwerp text NOT NULL,
      titel text NOT NULL,
      zaaknummer text,
      procedure text CHECK (procedure IN ('regulier', 'uitgebreid')),
      bevoegd_gezag text NOT NULL,
      gemeente_code text,
      gepubliceerd date NOT NULL,
      ontvangen date,
      verzonden date,
      ter_inzage date,
      in_werking date,
      url text,
      plaats_soort text NOT NULL CHECK (plaats_soort IN ('punt', 'adres', 'perceel', 'lijn', 'vlak', 'gemeente')),
      geom geometry(Geometry, 28992) NOT NULL CHECK (ST_IsValid(geom)),
      bron_id text NOT NULL REFERENCES bron ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX besluit_geom ON besluit USING gist (geom);
    CREATE INDEX besluit_zaaknummer ON besluit (zaaknummer);
    CREATE INDEX besluit_bron ON besluit (bron_id);
    COMMENT ON COLUMN besluit.soort IS 'Key of server/besluiten/domain.ts: aanvraag, verleend, ontwerp ...';
    COMMENT ON COLUMN besluit.onderwerp IS 'What it is about: bouwen, kap, evenement, melding, verkeer, plan ...';
    COMMENT ON COLUMN besluit.zaaknummer IS 'Ties the notices of one zaak: aanvraag, verlenging, besluit, bezwaar.';
    COMMENT ON COLUMN besluit.verzonden IS 'Day of bekendmaking to the applicant: bezwaar runs from the day after (Awb 6:8). Null: not known.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE besluit;');
}
