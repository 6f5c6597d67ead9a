import { apiBase } from '../../../server/http/endpoint.ts';
import { leesTijdlijn } from '../../../server/volgen/tijdlijn/contract.ts';
import { adresPlaatsen } from '../places.ts';
import { requestJob } from '../request-job.ts';

/** What was and will be at the perceel of an adres, and on every other turn round it. */
export const tijdlijn = requestJob({
  name: 'tijdlijn',
  uitleg: 'de tijdlijn van een perceel, om en om met 100 meter eromheen',
  vragen: async (db, count) =>
    (await adresPlaatsen(db, count)).map(({ x, y }, i) => ({
      method: 'GET',
      path: `${apiBase}${leesTijdlijn.path}?x=${x}&y=${y}${i % 2 === 0 ? '' : '&straal=100'}`,
    })),
});
