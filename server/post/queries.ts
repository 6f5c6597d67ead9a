import type { Knex } from 'knex';

/** A mail that waits. */
export interface PostRij {
  id: string;
  aan: string;
  onderwerp: string;
  tekst: string;
  document: {
    titel: string;
    /** A Stuk, made into PDF when it is sent; null: the bytes are stored. */
    inhoud: unknown;
    sleutel: string | null;
    mediatype: string;
  } | null;
}

export async function insertPost(
  trx: Knex,
  post: { aan: string; onderwerp: string; tekst: string; zaakId: string | null; documentId: string | null },
): Promise<string> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO post (zaak_id, aan, onderwerp, tekst, document_id)
     VALUES (CAST(:zaakId AS uuid), :aan, :onderwerp, :tekst, CAST(:documentId AS uuid)) RETURNING id`,
    post,
  );
  return rows[0]?.id as string;
}

/** Null: there is no such mail, or it was sent. */
export async function findPost(db: Knex, id: string): Promise<PostRij | null> {
  const { rows } = await db.raw<{ rows: PostRij[] }>(
    `SELECT p.id, p.aan, p.onderwerp, p.tekst, CASE WHEN d.id IS NOT NULL THEN json_build_object(
       'titel', d.titel, 'inhoud', d.inhoud, 'sleutel', d.sleutel, 'mediatype', d.mediatype) END AS document
     FROM post p LEFT JOIN zaak_document d ON d.id = p.document_id
     WHERE p.id = CAST(:id AS uuid) AND p.status = 'wacht'`,
    { id },
  );
  return rows[0] ?? null;
}

/** Sent: to whom and what is kept no longer. */
export async function markVerzonden(db: Knex, id: string): Promise<void> {
  await db.raw(
    `UPDATE post SET status = 'verzonden', verzonden_op = now(), aan = NULL, tekst = NULL WHERE id = CAST(:id AS uuid)`,
    { id },
  );
}
