import * as z from 'zod/mini';
import { opdracht } from '../opdrachten/opdracht.ts';
import { clearOordelen } from './queries.ts';

/** Clears away, each night, oordelen of which the time is over and rules that no oordeel needs any more. */
export const oordelenOpruimen = opdracht({
  soort: 'oordelen-opruimen',
  data: z.object({}),
  herhalingen: 3,
  wachtS: 60,
  termijnS: 300,
  elke: '20 3 * * *',
  doe: (_data, { db, vandaag }) => clearOordelen(db, vandaag()),
});
