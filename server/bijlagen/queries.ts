import type { Knex } from 'knex';

export interface BijlageRij {
  id: string;
  conceptId: string | null;
  zaakId: string | null;
  zienswijzeId: string | null;
  soort: string;
  naam: string;
  mediatype: string | null;
  bytes: number;
  sha256: string | null;
  sleutel: string;
  status: 'ontvangen' | 'gekeurd' | 'geweigerd';
  reden: string | null;
}

/** The columns of a bijlage, of a row of the table. */
export const bijlageKolommen = `id, concept_id AS "conceptId", zaak_id AS "zaakId", zienswijze_id AS "zienswijzeId", soort, naam, mediatype,
  bytes::float8 AS bytes, sha256, sleutel, status, reden`;

/**
 * The row of a file that is about to arrive: the one that is there, or a new one when the concept has room for it.
 *
 * @returns null when there is no room
 */
export async function claimBijlage(
  db: Knex,
  nieuw: { id: string; conceptId: string; soort: string; naam: string; bytes: number; sleutel: string },
  { perConcept, samenBytes }: { perConcept: number; samenBytes: number },
): Promise<BijlageRij | null> {
  const { rows } = await db.raw<{ rows: BijlageRij[] }>(
    `WITH nu AS (SELECT count(*) AS aantal, coalesce(sum(bytes), 0) AS samen FROM bijlage WHERE concept_id = :conceptId),
     erbij AS (
       INSERT INTO bijlage (id, concept_id, soort, naam, bytes, sleutel)
       SELECT :id, :conceptId, :soort, :naam, :bytes, :sleutel FROM nu
       WHERE nu.aantal < :perConcept AND nu.samen + :bytes <= :samenBytes
       ON CONFLICT (id) DO NOTHING
       RETURNING *
     )
     SELECT ${bijlageKolommen} FROM erbij UNION ALL SELECT ${bijlageKolommen} FROM bijlage WHERE id = :id LIMIT 1`,
    { ...nieuw, perConcept, samenBytes },
  );
  return rows[0] ?? null;
}

export async function findBijlage(db: Knex, id: string): Promise<BijlageRij | null> {
  const { rows } = await db.raw<{ rows: BijlageRij[] }>(
    `SELECT ${bijlageKolommen} FROM bijlage WHERE id = CAST(:id AS uuid)`,
    { id },
  );
  return rows[0] ?? null;
}

/** Bijlagen of a concept or a zaak, in the order in which they came. */
export async function loadBijlagen(db: Knex, van: { conceptId: string } | { zaakId: string }): Promise<BijlageRij[]> {
  const { rows } = await db.raw<{ rows: BijlageRij[] }>(
    `SELECT ${bijlageKolommen} FROM bijlage
     WHERE ${'conceptId' in van ? 'concept_id = :conceptId' : 'zaak_id = :zaakId'} ORDER BY gemaakt_op, id`,
    { ...van },
  );
  return rows;
}

/** Moves the files of a concept of this eigenaar to a zaak or a zienswijze; the concept goes. @returns their names */
export async function verplaatsBijlagen(
  trx: Knex,
  naar: { zaakId: string } | { zienswijzeId: string },
  { conceptId, eigenaar }: { conceptId: string; eigenaar: string },
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { naam: string }[] }>(
    `UPDATE bijlage b SET ${'zaakId' in naar ? 'zaak_id = CAST(:zaakId AS uuid)' : 'zienswijze_id = CAST(:zienswijzeId AS uuid)'},
       concept_id = NULL
     FROM concept c
     WHERE c.id = CAST(:conceptId AS uuid) AND c.eigenaar = :eigenaar AND b.concept_id = c.id AND b.status = 'gekeurd'
     RETURNING b.naam`,
    { ...naar, conceptId, eigenaar },
  );
  await trx('concept').where({ id: conceptId, eigenaar }).delete();
  return rows.map(({ naam }) => naam);
}

/** Writes down what was found of a file that is complete; one that was judged before stays as it was. */
export async function keurBijlage(
  db: Knex,
  id: string,
  uitslag: { status: 'gekeurd'; mediatype: string; sha256: string } | { status: 'geweigerd'; reden: string },
): Promise<BijlageRij | null> {
  const { rows } = await db.raw<{ rows: BijlageRij[] }>(
    `WITH nu AS (
       UPDATE bijlage SET status = :status, mediatype = CAST(:mediatype AS text), sha256 = CAST(:sha256 AS text),
         reden = CAST(:reden AS text)
       WHERE id = CAST(:id AS uuid) AND status = 'ontvangen'
       RETURNING *
     )
     SELECT ${bijlageKolommen} FROM nu`,
    { mediatype: null, sha256: null, reden: null, ...uitslag, id },
  );
  return rows[0] ?? (await findBijlage(db, id));
}

/** @returns the key under which its bytes were stored; empty when there is none (any more) */
export async function deleteBijlage(db: Knex, id: string, conceptId: string): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { sleutel: string }[] }>(
    'DELETE FROM bijlage WHERE id = CAST(:id AS uuid) AND concept_id = CAST(:conceptId AS uuid) RETURNING sleutel',
    { id, conceptId },
  );
  return rows.map(({ sleutel }) => sleutel);
}

/** Bijlagen that belong to nothing any more, taken out. @returns the keys under which their bytes were stored */
export async function deleteLosseBijlagen(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { sleutel: string }[] }>(
    'DELETE FROM bijlage WHERE concept_id IS NULL AND zaak_id IS NULL AND zienswijze_id IS NULL RETURNING sleutel',
  );
  return rows.map(({ sleutel }) => sleutel);
}
