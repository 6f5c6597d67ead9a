import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import * as z from 'zod/mini';
import { geefOpdracht } from '../opdrachten/boss.ts';
import { gewoonGeduld, OpdrachtFout, opdracht } from '../opdrachten/opdracht.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { maakPdfElders } from '../rapport/pdf/maker.ts';
import { findPost, insertPost, markVerzonden, type NieuwePost } from './queries.ts';

/** Sends a mail. At least once: a server that dies between sending and writing it down sends it again, under the same id. */
export const postVersturen = opdracht({
  soort: 'post-versturen',
  data: z.object({ postId: z.string() }),
  ...gewoonGeduld,
  async doe({ postId }, { db, log, diensten: { opslag, postbode } }) {
    const post = await findPost(db, postId);
    if (!post) return;
    const { id, aan, onderwerp, tekst, afmelden, document } = post;
    const inhoud = !document
      ? null
      : document.sleutel
        ? await buffer(opslag.lees(document.sleutel))
        : await maakPdfElders(document.inhoud as Stuk);
    const bijlage =
      document && inhoud ? { naam: `${document.titel}.pdf`, mediatype: document.mediatype, inhoud } : null;
    try {
      await postbode({ id, aan, onderwerp, tekst, bijlage, afmelden });
    } catch (err) {
      log.warn({ err: { code: (err as { code?: string }).code }, post: id }, 'the mail server did not take a mail');
      throw new OpdrachtFout('de mailserver nam de post niet aan');
    }
    await markVerzonden(db, id);
  },
});

/** Gives a mail to send, in the transaction of what it tells about. */
export async function geefPost(trx: Knex, post: NieuwePost): Promise<void> {
  await geefOpdracht(trx, postVersturen, { postId: await insertPost(trx, post) });
}
