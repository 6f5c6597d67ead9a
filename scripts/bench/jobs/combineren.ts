import type { Knex } from 'knex';
import { apiBase } from '../../../server/http/endpoint.ts';
import { requestJob } from '../request-job.ts';

const alles = { filters: [], van: null, tot: null };

/** Questions as a beleidsmaker asks them, in turn: besluiten of the last year near heritage, and monuments by function. */
export const combineren = requestJob({
  name: 'combineren',
  uitleg: 'twee kaartlagen combineren over de hele gemeente',
  // more than three at the same time are refused, so that the map keeps connections
  clients: [1, 3],
  vragen: async (db) => [
    {
      method: 'POST',
      path: `${apiBase}/combinaties/_voer-uit`,
      body: {
        toon: { ...alles, ...(await laatsteJaar(db)), laag: 'besluiten' },
        voorwaarden: [{ ...alles, laag: 'omstandigheid-beschermd-gezicht', relatie: 'nabij', meter: 100 }],
      },
    },
    {
      method: 'POST',
      path: `${apiBase}/combinaties/_voer-uit`,
      body: {
        toon: { ...alles, laag: 'omstandigheid-monument' },
        voorwaarden: [{ ...alles, laag: 'regels-functie', relatie: 'overlapt' }],
      },
    },
  ],
});

async function laatsteJaar(db: Knex): Promise<{ van: string; tot: string }> {
  const { rows } = await db.raw(
    `SELECT (max(gepubliceerd) - 365)::text AS van, max(gepubliceerd)::text AS tot FROM besluit`,
  );
  return rows[0];
}
