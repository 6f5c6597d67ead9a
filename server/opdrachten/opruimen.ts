import * as z from 'zod/mini';
import { clearSessies } from '../toegang/queries.ts';
import { opdracht } from './opdracht.ts';

/** Clears away sessions and logins that nobody can use any more: names are not kept longer than needed. */
export const opruimen = opdracht({
  soort: 'opruimen',
  data: z.object({}),
  herhalingen: 0,
  wachtS: 10,
  termijnS: 60,
  elke: '*/15 * * * *',
  doe: (_data, { db }) => clearSessies(db),
});
