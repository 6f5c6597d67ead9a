import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { bronJson } from '../geo/queries.ts';
import { type leesVormen, vormenMaximum } from './contract.ts';
import type { VormenFeiten } from './domain.ts';

/** The border of a row as `vlakken` of the contract. */
const vlakken = "ST_AsGeoJSON(geom, 3)::json -> 'coordinates'";

const rondom = (tabel: string) => `
  SELECT t.*, ST_Distance(t.geom, v.punt) AS afstand, ST_Area(t.geom) AS m2
  FROM vraag v JOIN ${tabel} t ON ST_DWithin(t.geom, v.punt, :straal)
  ORDER BY afstand, m2, identificatie LIMIT :maximum`;

/** The percelen and panden within a circle, in one statement: nearest first, and of those around the point the smallest. */
export async function loadVormen(db: Knex, { x, y, straal }: z.infer<typeof leesVormen.input>): Promise<VormenFeiten> {
  const { rows } = await db.raw(
    `WITH vraag AS MATERIALIZED (
       SELECT punt, ST_Buffer(punt, :straal) AS cirkel FROM ST_SetSRID(ST_MakePoint(:x, :y), 28992) punt
     ),
     perceel_hier AS MATERIALIZED (${rondom('perceel')}),
     pand_hier AS MATERIALIZED (${rondom('pand')}),
     dekking AS (
       SELECT t.tabel, b.id, ST_Covers(b.dekking, v.punt) AS om_punt, ST_Intersection(b.dekking, v.cirkel) AS deel
       FROM vraag v
       JOIN bron b ON ST_Intersects(b.dekking, v.cirkel)
       JOIN unnest(ARRAY['perceel', 'pand']) t (tabel) ON (b.aantallen -> t.tabel) IS NOT NULL
     )
     SELECT json_build_object(
       'percelen', (
         SELECT json_agg(json_build_object(
           'identificatie', identificatie, 'kadastraleAanduiding', kadastrale_aanduiding, 'vlakken', ${vlakken}, 'oppervlakteM2', round(m2::numeric, 2),
           'bronId', bron_id) ORDER BY afstand, m2, identificatie)
         FROM perceel_hier
       ),
       'panden', (
         SELECT json_agg(json_build_object(
           'identificatie', identificatie, 'bouwjaar', bouwjaar, 'hoogteM', hoogte_m, 'vlakken', ${vlakken}, 'oppervlakteM2', round(m2::numeric, 2),
           'bronId', bron_id) ORDER BY afstand, m2, identificatie)
         FROM pand_hier
       ),
       'oppervlakteM2', (SELECT ST_Area(cirkel) FROM vraag),
       'dekking', (
         SELECT json_object_agg(tabel, json_build_object('raakt', raakt, 'm2', m2))
         FROM (
           SELECT tabel, bool_or(om_punt) AS raakt, ST_Area(ST_Union(deel)) AS m2 FROM dekking GROUP BY tabel
         ) d
       ),
       'bronnen', (
         SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
         WHERE b.id IN (SELECT id FROM dekking UNION SELECT bron_id FROM perceel_hier UNION SELECT bron_id FROM pand_hier)
       )
     ) AS feiten`,
    { x, y, straal, maximum: vormenMaximum + 1 },
  );
  return rows[0].feiten;
}
