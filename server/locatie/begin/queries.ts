import type { Knex } from 'knex';
import { loadStand } from '../../bronnen/queries.ts';
import { omhullendeJson } from '../../geo/queries.ts';
import type { BeginFeiten } from '../domain/locatie.ts';
import { aantalVoorbeelden, voorbeeldSoorten } from '../domain/voorbeelden.ts';

/** What a beginning was worked out to be, per database, and of which state of its data. */
const begonnen = new WeakMap<object, { stand: string; feiten: Promise<BeginFeiten> }>();

/** Own gemeenten, the extent of their data, and places to try: worked out when the data has changed. */
export async function loadBegin(db: Knex): Promise<BeginFeiten> {
  const stand = await loadStand(db);
  const eerder = begonnen.get(db);
  if (eerder?.stand === stand) return eerder.feiten;
  const feiten = computeBegin(db);
  begonnen.set(db, { stand, feiten });
  feiten.catch(() => begonnen.delete(db));
  return feiten;
}

async function computeBegin(db: Knex): Promise<BeginFeiten> {
  const { rows } = await db.raw(
    `WITH eigen AS (SELECT DISTINCT gemeente_code AS code FROM bron WHERE gemeente_code IS NOT NULL),
     bereik AS (
       SELECT coalesce(
         -- where there is something to see on the map; adressen may reach beyond it
         (SELECT ST_Extent(dekking) FROM bron b
          WHERE gemeente_code IS NOT NULL AND coalesce(aantallen -> 'perceel', aantallen -> 'pand') IS NOT NULL),
         (SELECT ST_Extent(dekking) FROM bron b WHERE gemeente_code IS NOT NULL AND aantallen -> 'adres' IS NOT NULL),
         (SELECT ST_Extent(geom) FROM gemeente JOIN eigen USING (code))
       )::geometry AS box
     ),
     -- In an order that has nothing to do with the place, so that a few are spread over the town.
     gebruik AS MATERIALIZED (
       SELECT soort, weergave, straat, geom, pand_identificatie
       FROM (
         SELECT *, gebruiksdoelen[1] AS soort,
           row_number() OVER (PARTITION BY gebruiksdoelen[1] ORDER BY hashtext(identificatie), identificatie) AS n
         FROM (SELECT * FROM adres LIMIT :steekproef) a
         WHERE gebruiksdoelen[1] = ANY(CAST(:soorten AS text[]))
       ) a
       WHERE n <= :perSoort
     ),
     monument AS (
       SELECT 'monument', a.weergave, a.straat, a.geom, NULL
       FROM (SELECT * FROM omstandigheid WHERE thema = 'monument' ORDER BY id LIMIT :perSoort) o
       JOIN adres a ON ST_Covers(o.geom, a.geom)
       LIMIT :perSoort
     ),
     -- Where uses are not known: adressen in different streets, of which at least the perceel is.
     straat AS (
       SELECT DISTINCT ON (a.straat) 'adres', a.weergave, a.straat, a.geom, NULL
       FROM (SELECT * FROM perceel ORDER BY identificatie LIMIT 200) p
       JOIN adres a ON ST_Covers(p.geom, a.geom)
       WHERE (SELECT count(*) FROM gebruik) < :aantal
       ORDER BY a.straat, a.identificatie
     )
     SELECT json_build_object(
       'gemeenten', (SELECT json_agg(json_build_object('code', code, 'naam', naam) ORDER BY code)
                     FROM eigen LEFT JOIN gemeente USING (code)),
       'omhullende', (SELECT ${omhullendeJson('box')} FROM bereik WHERE box IS NOT NULL),
       'omhullendeLonLat', (
         SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
         FROM (SELECT ST_Transform(ST_SetSRID(box, 28992), 4326) AS b FROM bereik WHERE box IS NOT NULL) t
       ),
       'kandidaten', (
         SELECT json_agg(json_build_object('naam', weergave, 'straat', straat, 'soort', soort,
           'punt', json_build_object('x', round(ST_X(geom)::numeric, 2), 'y', round(ST_Y(geom)::numeric, 2)),
           'inRij', soort = 'woonfunctie' AND EXISTS (
             SELECT FROM pand p
             WHERE p.identificatie = pand_identificatie
               AND (SELECT count(*) FROM adres b WHERE b.pand_identificatie = p.identificatie) = 1
               AND (SELECT count(*) FROM pand b
                    WHERE b.geom && p.geom AND ST_Touches(b.geom, p.geom)) >= 2)))
         FROM (TABLE gebruik UNION ALL TABLE monument UNION ALL TABLE straat) k
       )
     ) AS begin`,
    { steekproef: 20_000, soorten: Object.keys(voorbeeldSoorten), perSoort: 40, aantal: aantalVoorbeelden },
  );
  return rows[0].begin;
}
