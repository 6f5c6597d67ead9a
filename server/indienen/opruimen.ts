import * as z from 'zod/mini';
import { deleteLosseBijlagen } from '../bijlagen/queries.ts';
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
  async doe(_data, { db, diensten: { opslag } }) {
    await deleteVerlopenConcepten(db);
    for (const sleutel of await deleteLosseBijlagen(db)) await opslag.verwijder(sleutel);
  },
});
