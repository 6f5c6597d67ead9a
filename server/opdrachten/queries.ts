import type { Knex } from 'knex';

export interface OpdrachtenStand {
  soorten: { soort: string; wacht: number; bezig: number; mislukt: number; oudsteWachtS: number | null }[];
  mislukt: { id: string; soort: string; gegevenOp: string; misluktOp: string; pogingen: number; fout: string }[];
}

/** What waits, runs and failed, per kind, and the newest hundred that failed; without what they are about. */
export async function loadStand(db: Knex): Promise<OpdrachtenStand> {
  const { rows } = await db.raw<{ rows: { stand: OpdrachtenStand }[] }>(
    `WITH eigen AS (SELECT * FROM opdracht.job 
       WHERE name NOT LIKE '\\_\\_pgboss\\_\\_%' AND state <> 'completed'),
     per_soort AS (
       SELECT name AS soort, count(*) FILTER (WHERE state IN ('created', 'retry')) AS wacht,
         count(*) FILTER (WHERE state = 'active') AS bezig, count(*) FILTER (WHERE state = 'failed') AS mislukt,
         extract(epoch FROM now() - min(start_after) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()))
           AS "oudsteWachtS"
       FROM eigen GROUP BY name
     ),
     gestrand AS (
       SELECT id, name AS soort, created_on AS "gegevenOp", completed_on AS "misluktOp", retry_count + 1 AS pogingen,
         coalesce(output->>'fout', output->'value'->>'message', 'storing') AS fout
       FROM eigen WHERE state = 'failed' ORDER BY completed_on DESC LIMIT 100
     )
     SELECT json_build_object(
       'soorten', (SELECT coalesce(json_agg(per_soort ORDER BY soort), '[]') FROM per_soort),
       'mislukt', (SELECT coalesce(json_agg(gestrand ORDER BY "misluktOp" DESC), '[]') FROM gestrand)) AS stand`,
  );
  return rows[0]?.stand ?? { soorten: [], mislukt: [] };
}

/** The kind of an opdracht that failed; null: there is no such one. */
export async function findMislukt(db: Knex, id: string): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `SELECT name FROM opdracht.job WHERE id = CAST(:id AS uuid) AND state = 'failed'`,
    { id },
  );
  return rows[0]?.name ?? null;
}
