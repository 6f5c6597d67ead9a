import type { Knex } from 'knex';
import { apiBase } from '../http/endpoint.ts';
import { geefPost } from '../post/versturen.ts';
import { hashOf, randomId } from '../toegang/koekjes.ts';
import { meldAf } from './contract.ts';
import { insertSleutel } from './queries.ts';

interface Ontvanger {
  /** Of the abonnement. */
  id: string;
  email: string;
  /** Somebody asked for it by typing the address. */
  gevraagd: boolean;
  publicUrl: string;
}

/**
 * Gives a mail of an abonnement, with a secret of its own in it: with that one can confirm, look and stop. Of the secret
 * only a hash is kept.
 *
 * @param schrijf null: there is nothing to say
 */
export async function stuurMail(
  trx: Knex,
  { id, email, gevraagd, publicUrl }: Ontvanger,
  schrijf: (afzender: { publicUrl: string; sleutel: string }) => { onderwerp: string; tekst: string } | null,
): Promise<void> {
  const sleutel = randomId();
  const mail = schrijf({ publicUrl, sleutel });
  if (!mail) return;
  await insertSleutel(trx, id, hashOf(sleutel), gevraagd);
  const afmelden = `${publicUrl}${apiBase}${meldAf.path}?sleutel=${sleutel}`;
  await geefPost(trx, { aan: email, ...mail, abonnementId: id, afmelden });
}
