import { apiBase } from '../../../server/http/endpoint.ts';
import type { Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { requestJob } from '../request-job.ts';

const overPlaats = (name: string, uitleg: string, path: string): Job =>
  requestJob({
    name,
    uitleg,
    vragen: async (db, count) =>
      (await adresPlaatsen(db, count)).map(({ x, y }) => ({
        method: 'GET',
        path: `${apiBase}${path}?x=${x}&y=${y}`,
      })),
  });

/** The location card of an adres: as a whole, and each of its sections as the page asks for it. */
export const kaartJobs: readonly Job[] = [
  overPlaats('kaart', 'de hele kaart van een plaats in één keer', '/kaart'),
  overPlaats('kaart-locatie', 'wat er ligt', '/locatie'),
  overPlaats('kaart-regels', 'de regels', '/regels'),
  overPlaats('kaart-omstandigheden', 'de omstandigheden', '/omstandigheden'),
  overPlaats('kaart-besluiten', 'de besluiten tot 500 meter, hoogstens 100', '/besluiten'),
];
