import type { Knex } from 'knex';
import * as z from 'zod/mini';
import { geefOpdracht } from '../opdrachten/boss.ts';
import { gewoonGeduld, opdracht } from '../opdrachten/opdracht.ts';

/** Takes away the bytes of files that nothing refers to any more; what is gone already is no fault. */
export const bestandenWissen = opdracht({
  soort: 'bestanden-wissen',
  data: z.object({ sleutels: z.array(z.string()) }),
  ...gewoonGeduld,
  async doe({ sleutels }, { diensten: { opslag } }) {
    for (const sleutel of sleutels) await opslag.verwijder(sleutel);
  },
});

/**
 * Has the bytes of files taken away, in the transaction that removes what referred to them: they go when that stands, also
 * when the server dies or storage does not answer meanwhile.
 */
export async function wisBestanden(trx: Knex, sleutels: readonly string[]): Promise<void> {
  if (sleutels.length > 0) await geefOpdracht(trx, bestandenWissen, { sleutels: [...sleutels] });
}
