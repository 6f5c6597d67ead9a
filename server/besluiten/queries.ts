import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { factsStatement } from '../../db/statement.ts';
import { binnen, bronJson, gebiedJson, gebiedSql } from '../geo/queries.ts';
import type { leesBesluiten } from './contract.ts';
import type { BesluitFeiten } from './domain.ts';

type Vraag = z.infer<typeof leesBesluiten.input>;

const gevraagd = `
  (CAST(:soorten AS text[]) IS NULL OR b.soort = ANY(CAST(:soorten AS text[])))
  AND (CAST(:onderwerpen AS text[]) IS NULL OR b.onderwerp = ANY(CAST(:onderwerpen AS text[])))
  AND (CAST(:van AS date) IS NULL OR b.gepubliceerd >= CAST(:van AS date))
  AND (CAST(:tot AS date) IS NULL OR b.gepubliceerd <= CAST(:tot AS date))`;

/**
 * {@link BesluitFeiten} around `gebied` as one value, newest first, with the bindings of {@link besluitenVraag}.
 *
 * The distance is planar, from the border of the perceel (or the point) to the nearest part of the besluit. Most are
 * near or far by their midden alone; what is left is measured, each shape once.
 */
export const besluitenSql = `(
   WITH kring AS MATERIALIZED (
     SELECT geom, punt::point AS punt, ST_MaxDistance(punt, geom) AS reik_m, ST_Expand(geom, :straal) AS vak FROM gebied
   ),
   kandidaat AS MATERIALIZED (
     SELECT b.identificatie, b.gepubliceerd, NULL::uuid AS vorm,
       CASE
         WHEN (b.midden <-> k.punt) <= :straal THEN true
         WHEN (b.midden <-> k.punt) > :straal + k.reik_m THEN false
         ELSE ST_DWithin(ST_SetSRID(b.midden::geometry, 28992), k.geom, :straal)
       END AS dichtbij
     FROM kring k
     JOIN besluit b ON b.reik_m = 0
       AND b.midden <@ box(point(ST_XMin(k.vak), ST_YMin(k.vak)), point(ST_XMax(k.vak), ST_YMax(k.vak)))
     WHERE ${gevraagd}
     UNION ALL
     SELECT b.identificatie, b.gepubliceerd, b.vorm,
       CASE
         WHEN (b.midden <-> k.punt) <= :straal THEN true
         WHEN (b.midden <-> k.punt) > :straal + k.reik_m + b.reik_m THEN false
       END
     FROM kring k
     JOIN besluit b ON b.reik_m > 0 AND b.geom && k.vak
     WHERE ${gevraagd}
   ),
   vorm_dichtbij AS MATERIALIZED (
     SELECT v.vorm
     FROM kring k, (SELECT DISTINCT vorm FROM kandidaat WHERE dichtbij IS NULL) v
     WHERE ST_DWithin((SELECT b.geom FROM besluit b WHERE b.vorm = v.vorm LIMIT 1), k.geom, :straal)
   ),
   gevonden AS MATERIALIZED (
     SELECT identificatie, gepubliceerd FROM kandidaat
     WHERE coalesce(dichtbij, vorm IN (SELECT vorm FROM vorm_dichtbij))
   ),
   lijst AS MATERIALIZED (
     SELECT b.*, ST_Distance(b.geom, g.geom) AS afstand
     FROM gebied g, (SELECT * FROM gevonden ORDER BY gepubliceerd DESC, identificatie LIMIT :maximum) v
     JOIN besluit b USING (identificatie)
   ),
   dekking AS (
     SELECT b.id, b.dekking IS NULL AS zonder_grens,
       ST_Covers(b.dekking, g.punt) AS om_punt, CASE WHEN g.is_perceel THEN ${binnen('b.dekking')} END AS deel
     FROM gebied g
     JOIN bron b ON ST_Intersects(b.dekking, g.geom) OR (b.dekking IS NULL AND b.gemeente_code = g.gemeente_code)
     WHERE (b.aantallen -> 'besluit') IS NOT NULL
   )
   SELECT json_build_object(
     'gebied', ${gebiedJson},
     'totaal', (SELECT count(*) FROM gevonden),
     'besluiten', (
       SELECT json_agg(json_build_object(
         'identificatie', identificatie, 'soort', soort, 'onderwerp', onderwerp, 'titel', titel,
         'zaaknummer', zaaknummer, 'procedure', procedure, 'bevoegdGezag', bevoegd_gezag,
         'gepubliceerd', gepubliceerd, 'ontvangen', ontvangen, 'verzonden', verzonden, 'terInzage', ter_inzage,
         'inWerking', in_werking, 'url', url,
         'afstandM', round(afstand::numeric, 1), 'plaatsSoort', plaats_soort,
         'punt', json_build_object('x', round(midden[0]::numeric, 2), 'y', round(midden[1]::numeric, 2)),
         'geometrie', geojson::json,
         'initiatief', CASE WHEN identificatie LIKE 'loket-%' THEN (
           SELECT l.zaaknummer FROM bekendmaking k JOIN initiatief i ON i.zaak_id = k.zaak_id
           WHERE k.identificatie = l.identificatie AND i.zichtbaar) END,
         'bronId', bron_id) ORDER BY gepubliceerd DESC, afstand, identificatie)
       FROM lijst l
     ),
     'dekking', (
       SELECT json_build_object('raakt', bool_or(om_punt), 'm2', ST_Area(ST_Union(deel)))
       FROM dekking HAVING bool_or(om_punt IS NOT NULL)
     ),
     'gemeenteDekking', EXISTS (SELECT FROM dekking WHERE zonder_grens),
     'bronnen', (
       SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
       WHERE b.id IN (SELECT bron_id FROM lijst UNION SELECT id FROM dekking)
     )
   )
   FROM gebied g
 )`;

export const besluitenVraag = ({ straal, soort, onderwerp, van, tot, maximum }: Omit<Vraag, 'x' | 'y'>) => ({
  straal,
  soorten: soort ?? null,
  onderwerpen: onderwerp ?? null,
  van: van ?? null,
  tot: tot ?? null,
  maximum,
});

const besluitenHier = factsStatement<BesluitFeiten>(`WITH ${gebiedSql} SELECT ${besluitenSql} AS feiten`);

/** The besluiten within a radius of a place, in one statement. */
export const loadBesluiten = (db: Knex, { x, y, ...vraag }: Vraag): Promise<BesluitFeiten> =>
  besluitenHier(db, { x, y, ...besluitenVraag(vraag) });
