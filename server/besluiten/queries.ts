import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { factsStatement } from '../../db/statement.ts';
import { binnen, bronJson, gebiedJson, gebiedSql, geojson } from '../geo/queries.ts';
import type { leesBesluiten } from './contract.ts';
import type { BesluitFeiten } from './domain.ts';

type Vraag = z.infer<typeof leesBesluiten.input>;

/**
 * {@link BesluitFeiten} around `gebied` as one value, newest first, with the bindings of {@link besluitenVraag}.
 *
 * The distance is planar, from the border of the perceel (or the point) to the nearest part of the besluit.
 */
export const besluitenSql = `(
   WITH gevonden AS MATERIALIZED (
     SELECT b.identificatie, b.gepubliceerd
     FROM gebied g
     JOIN besluit b ON ST_DWithin(b.geom, g.geom, :straal)
     WHERE (CAST(:soorten AS text[]) IS NULL OR b.soort = ANY(CAST(:soorten AS text[])))
       AND (CAST(:onderwerpen AS text[]) IS NULL OR b.onderwerp = ANY(CAST(:onderwerpen AS text[])))
       AND (CAST(:van AS date) IS NULL OR b.gepubliceerd >= CAST(:van AS date))
       AND (CAST(:tot AS date) IS NULL OR b.gepubliceerd <= CAST(:tot AS date))
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
         'gepubliceerd', gepubliceerd, 'verzonden', verzonden, 'terInzage', ter_inzage, 'url', url,
         'afstandM', round(afstand::numeric, 1), 'plaatsSoort', plaats_soort,
         'punt', json_build_object('x', round(ST_X(p)::numeric, 2), 'y', round(ST_Y(p)::numeric, 2)),
         'geometrie', ${geojson('CASE WHEN ST_NPoints(geom) > :veelPunten THEN ST_SimplifyPreserveTopology(geom, 1) ELSE geom END')},
         'bronId', bron_id) ORDER BY gepubliceerd DESC, afstand, identificatie)
       FROM lijst, ST_PointOnSurface(geom) p
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
  veelPunten: 500,
});

const besluitenHier = factsStatement<BesluitFeiten>(`WITH ${gebiedSql} SELECT ${besluitenSql} AS feiten`);

/** The besluiten within a radius of a place, in one statement. */
export const loadBesluiten = (db: Knex, { x, y, ...vraag }: Vraag): Promise<BesluitFeiten> =>
  besluitenHier(db, { x, y, ...besluitenVraag(vraag) });
