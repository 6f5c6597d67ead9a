import { apiBase } from '../../../server/http/endpoint.ts';
import { requestJob } from '../request-job.ts';

/** What the search box asks while somebody types: the beginning of an adres. */
export const suggestie = requestJob({
  name: 'suggestie',
  uitleg: 'een suggestie tijdens het typen van een adres',
  vragen: async (db, count) => {
    const { rows } = await db.raw<{ rows: { weergave: string }[] }>(
      'SELECT weergave FROM adres ORDER BY md5(identificatie) LIMIT ?',
      [count],
    );
    return rows.map(({ weergave }, i) => ({
      method: 'POST',
      path: `${apiBase}/locaties/_zoek`,
      // some stop after a few letters, some go on to the number
      body: { zoekterm: weergave.slice(0, 4 + (i % 4) * 4) },
    }));
  },
});
