import * as z from 'zod/mini';
import { deleteLosseBijlagen } from '../bijlagen/queries.ts';
import { wisBestanden } from '../bijlagen/wissen.ts';
import { opdracht } from '../opdrachten/opdracht.ts';
import { deleteVerlopenConcepten } from './queries.ts';

/** Clears away concepts that nobody went on with, and the bytes of bijlagen that belong to nothing any more. */
export const conceptenOpruimen = opdracht({
  soort: 'concepten-opruimen',
  data: z.object({}),
  herhalingen: 0,
  wachtS: 10,
  termijnS: 300,
  elke: '20 3 * * *',
  async doe(_data, { db }) {
    await deleteVerlopenConcepten(db);
    await db.transaction(async (trx) => wisBestanden(trx, await deleteLosseBijlagen(trx)));
  },
});
