import type { Knex } from 'knex';
import type { Stuk } from '../rapport/domain/stuk.ts';

/** A mail that waits. */
export interface PostRij {
  id: string;
  aan: string;
  onderwerp: string;
  tekst: string;
  afmelden: string | null;
  /** Of a zaak, or one that goes with this mail only. */
  document: {
    titel: string;
    /** A Stuk, made into PDF when it is sent; null: the bytes are stored. */
    inhoud: unknown;
    sleutel: string | null;
    mediatype: string;
  } | null;
}

/** A mail to send. It is about a zaak, or belongs to an abonnement and goes with it. */
export interface NieuwePost {
  aan: string;
  onderwerp: string;
  tekst: string;
  zaakId?: string | null;
  documentId?: string | null;
  /** A document that belongs to no zaak; kept until it was sent. */
  stuk?: Stuk;
  abonnementId?: string;
  afmelden?: string;
}

export async function insertPost(trx: Knex, post: NieuwePost): Promise<string> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO post (zaak_id, aan, onderwerp, tekst, document_id, stuk, abonnement_id, afmelden)
     VALUES (CAST(:zaakId AS uuid), :aan, :onderwerp, :tekst, CAST(:documentId AS uuid), CAST(:stuk AS jsonb),
       CAST(:abonnementId AS uuid), CAST(:afmelden AS text)) RETURNING id`,
    {
      ...{ zaakId: null, documentId: null, abonnementId: null, afmelden: null },
      ...post,
      stuk: post.stuk ? JSON.stringify(post.stuk) : null,
    },
  );
  return rows[0]?.id as string;
}

/** Null: there is no such mail, or it was sent. */
export async function findPost(db: Knex, id: string): Promise<PostRij | null> {
  const { rows } = await db.raw<{ rows: PostRij[] }>(
    `SELECT p.id, p.aan, p.onderwerp, p.tekst, p.afmelden, CASE
       WHEN d.id IS NOT NULL THEN json_build_object(
         'titel', d.titel, 'inhoud', d.inhoud, 'sleutel', d.sleutel, 'mediatype', d.mediatype)
       WHEN p.stuk IS NOT NULL THEN json_build_object(
         'titel', p.stuk->>'titel', 'inhoud', p.stuk, 'sleutel', NULL, 'mediatype', 'application/pdf')
     END AS document
     FROM post p LEFT JOIN zaak_document d ON d.id = p.document_id
     WHERE p.id = CAST(:id AS uuid) AND p.status = 'wacht'`,
    { id },
  );
  return rows[0] ?? null;
}

/** Sent: to whom and what is kept no longer. */
export async function markVerzonden(db: Knex, id: string): Promise<void> {
  await db.raw(
    `UPDATE post SET status = 'verzonden', verzonden_op = now(), aan = NULL, tekst = NULL, afmelden = NULL,
       stuk = NULL
     WHERE id = CAST(:id AS uuid)`,
    { id },
  );
}

/** Removes mail that was given longer ago, sent or not: also the address of what could never be sent. */
export async function deleteOudePost(db: Knex, duur: string): Promise<void> {
  await db.raw('DELETE FROM post WHERE gemaakt_op <= now() - CAST(:duur AS interval)', { duur });
}
