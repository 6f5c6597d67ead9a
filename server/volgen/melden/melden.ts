import type { Knex } from 'knex';
import * as z from 'zod/mini';
import { type OpdrachtContext, opdracht } from '../../opdrachten/opdracht.ts';
import { parseDatum } from '../../termijnen/datum.ts';
import { bevestigDagen, type HoeVaak } from '../contract.ts';
import { nieuwsMail } from '../domain/berichten.ts';
import { deleteOnbevestigd } from '../queries.ts';
import { stuurMail } from '../stuur.ts';
import { findTeMelden, neemBerichten, verdeelNieuws } from './queries.ts';

/** Pieces of news that are looked up at a time. */
const perKeer = 2_000;

/** A large import may take a while; it is taken up where it was left. */
const geduld = { herhalingen: 12, wachtS: 10, termijnS: 600 } as const;

/**
 * Looks up for whom what became known is, and writes to who wants to hear at once. Given when this loket publishes, and by
 * itself every five minutes for what an import brought.
 */
export const nieuwsMelden = opdracht({
  soort: 'nieuws-melden',
  data: z.object({}),
  ...geduld,
  elke: '*/5 * * * *',
  async doe(_data, context) {
    while ((await verdeelNieuws(context.db, perKeer)) > 0);
    await meld('direct', context);
  },
});

/** The mail of each morning, to who wants it together. */
export const dagelijksMelden = opdracht({
  soort: 'nieuws-melden-dag',
  data: z.object({}),
  ...geduld,
  elke: '30 7 * * *',
  doe: (_data, context) => meld('dag', context),
});

/** Forgets the address of who did not confirm. */
export const abonnementenOpruimen = opdracht({
  soort: 'abonnementen-opruimen',
  data: z.object({}),
  herhalingen: 0,
  wachtS: 10,
  termijnS: 60,
  elke: '50 * * * *',
  doe: (_data, { db }) => deleteOnbevestigd(db, bevestigDagen),
});

async function meld(hoeVaak: HoeVaak, { db, vandaag, publicUrl }: OpdrachtContext): Promise<void> {
  for (const id of await findTeMelden(db, hoeVaak)) {
    await db.transaction((trx) => meldEen(trx, id, vandaag(), publicUrl));
  }
}

/** What is told counts as told in the transaction that gives the mail: it is written once, whatever crashes. */
async function meldEen(trx: Knex, id: string, vandaag: string, publicUrl: string): Promise<void> {
  const dag = parseDatum(vandaag);
  if (!dag) throw new Error(`Today is not a day: ${vandaag}`);
  const bericht = await neemBerichten(trx, id);
  if (!bericht) return;
  await stuurMail(trx, { id, email: bericht.email, gevraagd: false, publicUrl }, (afzender) =>
    nieuwsMail(bericht, dag, afzender),
  );
}
