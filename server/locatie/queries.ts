import type { Knex } from 'knex';
import { factsStatement } from '../../db/statement.ts';
import { binnen, bronJson, gebiedJson, gebiedSql, geojson, omhullendeJson } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import { type LocatieFeiten, pandGrens } from './domain/locatie.ts';

/** {@link LocatieFeiten} of `gebied` as one value, with the bindings of {@link locatieMaten}. */
export const locatieSql = `(
   WITH adres_hier AS (
     SELECT a.* FROM gebied g JOIN adres a ON g.is_perceel AND ST_Covers(g.geom, a.geom)
     UNION
     SELECT a.*
     FROM gebied g
     JOIN pand p ON ST_Intersects(p.geom, g.geom)
     JOIN adres a ON a.pand_identificatie = p.identificatie
     WHERE NOT g.is_perceel OR ST_Area(ST_Intersection(p.geom, g.geom)) > ST_Area(p.geom) * :hoofddeel
   ),
   pand_hier AS (
     SELECT * FROM (
       SELECT p.*, ST_Area(p.geom) AS m2, CASE WHEN g.is_perceel THEN ST_Area(ST_Intersection(p.geom, g.geom)) END AS op_perceel
       FROM gebied g JOIN pand p ON ST_Intersects(p.geom, g.geom)
     ) p
     WHERE op_perceel IS NULL OR op_perceel > :pandM2 OR op_perceel > m2 * :pandDeel
   ),
   dekking AS (
     SELECT t.tabel, b.id, ST_Covers(b.dekking, g.punt) AS om_punt,
       CASE WHEN g.is_perceel THEN ${binnen('b.dekking')} END AS deel
     FROM gebied g
     JOIN bron b ON ST_Intersects(b.dekking, g.geom)
     JOIN unnest(ARRAY['perceel', 'adres', 'pand']) t (tabel) ON (b.aantallen -> t.tabel) IS NOT NULL
   )
   SELECT json_build_object(
     'gebied', ${gebiedJson},
     'lonLat', (
       SELECT json_build_object('lon', round(ST_X(p)::numeric, 7), 'lat', round(ST_Y(p)::numeric, 7))
       FROM ST_Transform(g.punt, 4326) p
     ),
     'gemeenteCode', g.gemeente_code,
     'gemeenteNaam', (SELECT naam FROM gemeente WHERE code = g.gemeente_code),
     'eigen', EXISTS (SELECT FROM bron b WHERE b.gemeente_code = g.gemeente_code),
     'wijk', (
       SELECT json_build_object('code', code, 'naam', naam) FROM wijk
       WHERE ST_Covers(wijk.geom, g.punt) ORDER BY code LIMIT 1
     ),
     'buurt', (
       SELECT json_build_object('code', code, 'naam', naam) FROM buurt
       WHERE ST_Covers(buurt.geom, g.punt) ORDER BY code LIMIT 1
     ),
     'perceel', (
       SELECT json_build_object(
         'identificatie', identificatie, 'kadastraleAanduiding', kadastrale_aanduiding, 'grootteM2', grootte_m2,
         'soortGrootte', soort_grootte, 'oppervlakteM2', round(g.m2::numeric, 2),
         'omhullende', ${omhullendeJson('geom')}, 'geometrie', ${geojson('geom')}, 'bronId', bron_id)
       FROM perceel WHERE identificatie = g.identificatie
     ),
     'adressen', (
       SELECT json_agg(json_build_object(
         'identificatie', identificatie, 'weergave', weergave, 'gebruiksdoelen', gebruiksdoelen,
         'oppervlakteM2', oppervlakte_m2,
         'punt', json_build_object('x', round(ST_X(geom)::numeric, 2), 'y', round(ST_Y(geom)::numeric, 2)),
         'bronId', bron_id) ORDER BY straat, huisnummer, huisletter, toevoeging, identificatie)
       FROM adres_hier
     ),
     'panden', (
       SELECT json_agg(json_build_object(
         'identificatie', identificatie, 'bouwjaar', bouwjaar, 'status', status, 'gebruiksdoelen', gebruiksdoelen,
         'hoogteM', hoogte_m, 'oppervlakteM2', round(m2::numeric, 2), 'opPerceelM2', round(op_perceel::numeric, 2),
         'geometrie', ${geojson('geom')}, 'bronId', bron_id) ORDER BY op_perceel DESC, identificatie)
       FROM pand_hier
     ),
     'dekking', (
       SELECT json_object_agg(tabel, json_build_object('raakt', raakt, 'm2', m2))
       FROM (
         SELECT tabel, bool_or(om_punt) AS raakt, ST_Area(ST_Union(deel)) AS m2 FROM dekking GROUP BY tabel
       ) d
     ),
     'bronnen', (
       SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
       WHERE b.id IN (
         SELECT id FROM dekking UNION SELECT g.bron_id UNION SELECT bron_id FROM adres_hier UNION SELECT bron_id FROM pand_hier)
     )
   )
   FROM gebied g
 )`;

export const locatieMaten = { hoofddeel: 0.5, pandM2: pandGrens.m2, pandDeel: pandGrens.deel };

const locatieHier = factsStatement<LocatieFeiten>(`WITH ${gebiedSql} SELECT ${locatieSql} AS feiten`);

/**
 * What lies at a point, in one statement.
 *
 * @param punt RD metres
 */
export const loadLocatie = (db: Knex, punt: RdPunt): Promise<LocatieFeiten> =>
  locatieHier(db, { ...punt, ...locatieMaten });

/**
 * Makes the first card as quick as the next: a new session of PostgreSQL spends tens of milliseconds on its first
 * transformation. Call at the start, with the size of the pool.
 */
export async function warmUp(db: Knex, connections: number): Promise<void> {
  const one = () => loadLocatie(db, { x: 155_000, y: 463_000 });
  await Promise.all(Array.from({ length: connections }, one));
}
