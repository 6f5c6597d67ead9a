import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import type { leesBronnen } from './contract.ts';

type Bronnen = z.infer<typeof leesBronnen.output>['bronnen'];

/** Every bron of this installation, with what it gave and what was rejected. */
export async function loadBronnen(db: Knex): Promise<Bronnen> {
  const { rows } = await db.raw<{ rows: Bronnen }>(
    `SELECT id, naam, licentie, url, peildatum, soort, gemeente_code AS "gemeenteCode",
       to_char(geladen_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "geladenOp", aantallen, afgekeurd
     FROM bron
     ORDER BY soort, id`,
  );
  return rows;
}

/** The names of the gemeenten of this installation, in the order of their code. */
export async function loadGemeenteNamen(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { naam: string }[] }>(
    'SELECT naam FROM gemeente WHERE code IN (SELECT gemeente_code FROM bron) ORDER BY code',
  );
  return rows.map(({ naam }) => naam);
}

/** Tells one state of the data from another: it changes with every import. */
export async function loadStand(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: { stand: string }[] }>(
    `SELECT coalesce(md5(string_agg(id || ' ' || geladen_op, ' ' ORDER BY id)), '') AS stand FROM bron`,
  );
  return rows[0]?.stand ?? '';
}
