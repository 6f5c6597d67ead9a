import type { Knex } from 'knex';
import type { Koppeling } from '../domain/sttr/koppeling.ts';

/** A stored file of toepasbare regels. */
export interface Regelversie {
  werkzaamheid: string;
  versie: string;
  /** Names this version for ever. */
  hash: string;
  /** STTR or IMTR, as it was delivered. */
  bestand: string;
  koppeling: Koppeling;
}

const kolommen = `werkzaamheid, versie, inhoud_hash AS hash, bestand, koppeling`;

/**
 * The files that answer for a gemeente on a day, one per werkzaamheid: of more that hold that day the one that began
 * last, and of those the one that was loaded last.
 *
 * @param dag YYYY-MM-DD
 */
export async function loadRegelversies(db: Knex, gemeenteCode: string, dag: string): Promise<Regelversie[]> {
  const { rows } = await db.raw<{ rows: Regelversie[] }>(
    `SELECT DISTINCT ON (r.werkzaamheid) ${kolommen}
     FROM toepasbare_regel r JOIN bron b ON b.id = r.bron_id
     WHERE r.gemeente_code = :gemeenteCode AND r.soort = 'conclusie'
       AND r.geldig_vanaf <= :dag AND (r.geldig_tot IS NULL OR r.geldig_tot > :dag)
     ORDER BY r.werkzaamheid, r.geldig_vanaf DESC, b.geladen_op DESC, r.bron_id`,
    { gemeenteCode, dag },
  );
  return rows;
}

/** One version by its hash, also when it no longer holds; null: it was never loaded here. */
export async function findRegelversie(db: Knex, hash: string): Promise<Regelversie | null> {
  const { rows } = await db.raw<{ rows: Regelversie[] }>(
    `SELECT ${kolommen} FROM toepasbare_regel WHERE inhoud_hash = :hash LIMIT 1`,
    { hash },
  );
  return rows[0] ?? null;
}
