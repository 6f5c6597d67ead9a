import type { Knex } from 'knex';

/** The gemeente coloured by what the vergunningcheck says, made when data or rules change. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE vergunningkaart (
      gemeente_code text PRIMARY KEY CHECK (gemeente_code ~ '^gm[0-9]{4}$'),
      vingerafdruk text,
      gemaakt_op timestamptz,
      bezig_sinds timestamptz
    );
    COMMENT ON COLUMN vergunningkaart.vingerafdruk IS 'Of the data and the rules that it was made from; another one: it is made again.';
    COMMENT ON COLUMN vergunningkaart.bezig_sinds IS 'Last sign of life of the server that makes it; null: nobody does.';

    CREATE TABLE vergunningkaart_vlak (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      gemeente_code text NOT NULL REFERENCES vergunningkaart ON DELETE CASCADE,
      werkzaamheid text NOT NULL,
      uitkomst text NOT NULL,
      percelen integer NOT NULL,
      oppervlakte_m2 double precision NOT NULL,
      geom geometry(MultiPolygon, 28992) NOT NULL CHECK (ST_IsValid(geom))
    );
    CREATE INDEX vergunningkaart_vlak_geom ON vergunningkaart_vlak USING gist (werkzaamheid, geom);
    CREATE INDEX vergunningkaart_vlak_gemeente ON vergunningkaart_vlak (gemeente_code);
    COMMENT ON COLUMN vergunningkaart_vlak.uitkomst IS 'As of the vergunningcheck, or HANGT_AF: it depends on an answer of the person.';

    CREATE TABLE vergunningkaart_buurt (
      gemeente_code text NOT NULL REFERENCES vergunningkaart ON DELETE CASCADE,
      werkzaamheid text NOT NULL,
      uitkomst text NOT NULL,
      buurt_code text NOT NULL,
      percelen integer NOT NULL,
      PRIMARY KEY (werkzaamheid, gemeente_code, buurt_code, uitkomst)
    );
    COMMENT ON COLUMN vergunningkaart_buurt.buurt_code IS 'Empty: percelen that lie in no buurt.';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE vergunningkaart_buurt, vergunningkaart_vlak, vergunningkaart;');
}
