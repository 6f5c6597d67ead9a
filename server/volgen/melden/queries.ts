import type { Knex } from 'knex';
import type { HoeVaak } from '../contract.ts';
import { type Nieuws, terugDagen } from '../domain/nieuws.ts';
import { besluitJson, onderwerpBindings, onderwerpLijst, regelingJson, regelingRaakt } from '../nieuws/queries.ts';
import { wijzigingenSql, wijzigingRaakt } from '../wijzigingen/queries.ts';

/** Where somebody began to follow, less the days that are told all the same. */
const vanaf = `(a.bevestigd_op AT TIME ZONE 'Europe/Amsterdam')::date - CAST(:terugDagen AS integer)`;

/**
 * Looks up for whom the next pieces of news are, and notes them: each piece once per abonnement, whatever runs at the
 * same time or again. Distances are planar, in RD metres; what touches counts. Of a regeling that follows on an earlier
 * version only those hear who follow a place where something changes.
 *
 * @param maximum pieces of news at a time
 * @returns how many pieces were looked at
 */
export async function verdeelNieuws(db: Knex, maximum: number): Promise<number> {
  const { rows } = await db.raw<{ rows: { aantal: number }[] }>(
    `WITH open AS MATERIALIZED (
       SELECT id, soort, identificatie FROM nieuws WHERE verwerkt_op IS NULL ORDER BY id LIMIT :maximum
       FOR UPDATE SKIP LOCKED
     ),
     ${wijzigingenSql},
     gevonden AS (
       SELECT a.id AS abonnement_id, o.id AS nieuws_id, true AS zeker
       FROM open o
       JOIN besluit b ON b.identificatie = o.identificatie
       JOIN ${onderwerpLijst} ON k.soort = b.soort
       JOIN abonnement a ON a.bereik && b.geom AND ST_DWithin(b.geom, a.geom, a.straal_m)
       WHERE o.soort = 'besluit' AND a.bevestigd_op IS NOT NULL AND k.onderwerp = ANY(a.onderwerpen)
         AND b.gepubliceerd >= ${vanaf}
       UNION ALL
       SELECT abonnement_id, nieuws_id, bool_or(raakt IS NOT NULL)
       FROM (
         SELECT a.id AS abonnement_id, o.id AS nieuws_id,
           CASE WHEN v.heel IS NOT FALSE THEN ${regelingRaakt('a.geom', 'a.straal_m')}
             ELSE ${wijzigingRaakt('a.geom', 'a.straal_m')} END AS raakt
         FROM open o
         JOIN regeling r ON r.identificatie = o.identificatie
         LEFT JOIN opvolger v ON v.id = r.id
         JOIN bron rb ON rb.id = r.bron_id
         JOIN abonnement a ON r.geom IS NULL OR a.bereik && r.geom
         WHERE o.soort = 'regeling' AND a.bevestigd_op IS NOT NULL AND 'regels' = ANY(a.onderwerpen)
           AND (r.geldig_vanaf IS NULL OR r.geldig_vanaf >= ${vanaf})
       ) geraakt
       WHERE raakt IS NOT FALSE
       GROUP BY abonnement_id, nieuws_id
     ),
     genoteerd AS (
       INSERT INTO abonnement_bericht (abonnement_id, nieuws_id, zeker)
       SELECT abonnement_id, nieuws_id, zeker FROM gevonden ON CONFLICT DO NOTHING
     ),
     klaar AS (UPDATE nieuws n SET verwerkt_op = now() FROM open WHERE n.id = open.id RETURNING n.id)
     SELECT count(*)::integer AS aantal FROM klaar`,
    { ...onderwerpBindings, maximum, terugDagen },
  );
  return rows[0]?.aantal ?? 0;
}

/** For whom something waits to be told. */
export async function findTeMelden(db: Knex, hoeVaak: HoeVaak): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM abonnement a
     WHERE hoe_vaak = ? AND EXISTS (SELECT FROM abonnement_bericht b WHERE b.abonnement_id = a.id AND b.gemeld_op IS NULL)
     ORDER BY id`,
    [hoeVaak],
  );
  return rows.map(({ id }) => id);
}

export interface TeMelden extends Nieuws {
  email: string;
  naam: string;
  straalM: number;
  punt: { x: number; y: number };
}

/**
 * Takes what waits for one abonnement: from here on it counts as told, so it belongs in the transaction of its mail. What
 * was withdrawn meanwhile is left out, and so is what its owner does not follow any more.
 *
 * @returns null when it has stopped, or another is busy with it
 */
export async function neemBerichten(trx: Knex, abonnementId: string): Promise<TeMelden | null> {
  const { rows } = await trx.raw<{ rows: TeMelden[] }>(
    `WITH van AS MATERIALIZED (SELECT * FROM abonnement WHERE id = CAST(:id AS uuid) FOR UPDATE SKIP LOCKED),
     genomen AS (
       UPDATE abonnement_bericht m SET gemeld_op = now() FROM van
       WHERE m.abonnement_id = van.id AND m.gemeld_op IS NULL RETURNING m.nieuws_id, m.zeker
     ),
     bericht AS MATERIALIZED (SELECT n.soort, n.identificatie, g.zeker FROM genomen g JOIN nieuws n ON n.id = g.nieuws_id)
     SELECT van.email, van.naam, van.straal_m AS "straalM",
       (SELECT json_build_object('x', round(ST_X(p)::numeric, 2), 'y', round(ST_Y(p)::numeric, 2))
        FROM ST_PointOnSurface(van.geom) p) AS punt,
       (SELECT coalesce(json_agg(${besluitJson('van.geom')} ORDER BY b.gepubliceerd DESC, b.identificatie), '[]')
        FROM bericht m JOIN besluit b ON b.identificatie = m.identificatie JOIN ${onderwerpLijst} ON k.soort = b.soort
        WHERE m.soort = 'besluit' AND k.onderwerp = ANY(van.onderwerpen)
          AND ST_DWithin(b.geom, van.geom, van.straal_m)) AS besluiten,
       (SELECT coalesce(json_agg(${regelingJson('r.zeker')} ORDER BY r.geldig_vanaf NULLS FIRST, r.id), '[]')
        FROM (SELECT DISTINCT ON (r.identificatie) r.*, m.zeker
              FROM bericht m JOIN regeling r ON r.identificatie = m.identificatie JOIN bron rb ON rb.id = r.bron_id
              WHERE m.soort = 'regeling' AND 'regels' = ANY(van.onderwerpen)
                AND (${regelingRaakt('van.geom', 'van.straal_m')}) IS NOT FALSE
              ORDER BY r.identificatie, r.id) r) AS regelingen
     FROM van`,
    { ...onderwerpBindings, id: abonnementId },
  );
  return rows[0] ?? null;
}
