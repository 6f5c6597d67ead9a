import type { Knex } from 'knex';
import { factsStatement } from '../../db/statement.ts';
import type { Gebied } from '../geo/contract.ts';
import { randGrens } from '../geo/gebied.ts';
import { binnen, bronJson, gebiedJson, gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { OmstandigheidFeiten, PerThema } from './domain/omstandigheden.ts';

/**
 * What was found at a place per thema. One statement for all; when that fails each thema is asked for on its own, so
 * that one that cannot answer leaves the others standing.
 *
 * @param punt RD metres
 * @param themas keys of data/omstandigheden/themas.json
 * @param meldFout is told which themas failed and why
 * @throws when not even the place itself can be found
 */
export async function loadOmstandigheden(
  db: Knex,
  punt: RdPunt,
  themas: readonly string[],
  meldFout: (thema: string, error: unknown) => void,
): Promise<{ gebied: Gebied; perThema: PerThema }> {
  try {
    const feiten = await loadThemas(db, punt, themas);
    return { gebied: feiten.gebied, perThema: new Map(themas.map((thema) => [thema, feiten])) };
  } catch {
    const { rows } = await db.raw(`WITH ${gebiedSql} SELECT ${gebiedJson} AS gebied FROM gebied g`, { ...punt });
    const perThema = await Promise.all(
      themas.map(async (thema) => {
        const feiten = await loadThemas(db, punt, [thema]).catch((error: unknown) => {
          meldFout(thema, error);
          return null;
        });
        return [thema, feiten] as const;
      }),
    );
    return { gebied: rows[0].gebied, perThema: new Map(perThema) };
  }
}

/** Rows of what lies over `gebied` per thema, and of where it was looked for; with the binding `:themas`. */
export const omstandighedenSql = `
     vlak AS (
       SELECT id, thema, omschrijving, waarde, eenheid, bron_id,
         CASE WHEN is_perceel AND max(ST_Dimension(geom)) = 2 THEN sum(ST_Area(deel)) END AS m2
       FROM (
         SELECT o.id, o.thema, o.omschrijving, o.waarde, o.eenheid, o.bron_id, d.geom, g.is_perceel,
           ${binnen('d.geom')} AS deel
         FROM gebied g
         JOIN omstandigheid_deel d ON ST_Intersects(d.geom, g.geom)
         JOIN omstandigheid o ON o.id = d.omstandigheid_id
         WHERE o.thema = ANY(CAST(:themas AS text[]))
       ) stuk
       GROUP BY id, thema, omschrijving, waarde, eenheid, bron_id, is_perceel
     ),
     dekking AS (
       SELECT d.thema, d.bron_id, CASE WHEN g.is_perceel THEN ${binnen('d.geom')} END AS deel
       FROM gebied g
       JOIN omstandigheid_dekking d ON ST_Intersects(d.geom, g.geom)
       WHERE d.thema = ANY(CAST(:themas AS text[]))
     )`;

/** {@link OmstandigheidFeiten} of those rows; with the binding `:raaktM2`. */
export const omstandighedenJson = `json_build_object(
       'gebied', ${gebiedJson},
       'vlakken', (
         SELECT json_agg(json_build_object('thema', thema, 'omschrijving', omschrijving, 'waarde', waarde,
           'eenheid', eenheid, 'm2', m2, 'bronId', bron_id) ORDER BY thema, waarde DESC, m2 DESC, omschrijving)
         FROM vlak WHERE m2 IS NULL OR m2 >= :raaktM2
       ),
       'dekkingen', (
         SELECT json_agg(json_build_object('thema', thema, 'raakt', true, 'm2', m2, 'bronIds', bron_ids))
         FROM (
           SELECT thema, ST_Area(ST_Union(deel)) AS m2, array_agg(bron_id ORDER BY bron_id) AS bron_ids
           FROM dekking GROUP BY thema
         ) d
         WHERE m2 IS NULL OR m2 >= :raaktM2
       ),
       'bronnen', (
         SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
         WHERE b.id IN (SELECT bron_id FROM vlak UNION SELECT bron_id FROM dekking)
       )
     )`;

const themasHier = factsStatement<OmstandigheidFeiten>(
  `WITH ${gebiedSql}, ${omstandighedenSql} SELECT ${omstandighedenJson} AS feiten FROM gebied g`,
);

const loadThemas = (db: Knex, punt: RdPunt, themas: readonly string[]): Promise<OmstandigheidFeiten> =>
  themasHier(db, { ...punt, themas, raaktM2: randGrens.raaktM2 });
