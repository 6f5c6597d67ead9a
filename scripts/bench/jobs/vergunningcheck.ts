import type { Knex } from 'knex';
import { pino } from 'pino';
import { vandaagInNederland } from '../../../server/http/context.ts';
import { apiBase } from '../../../server/http/endpoint.ts';
import type { CheckInvoer } from '../../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../../server/vergunningcheck/domain/beoordeel.ts';
import { leesKaart } from '../../../server/vergunningcheck/domain/meetkunde/kaart/van-kaart.ts';
import { alleRegels, regelsVoor } from '../../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { bereidVoor } from '../../../server/vergunningcheck/domain/meetkunde/voorbereid.ts';
import { loadOmgeving } from '../../../server/vergunningcheck/omgeving.ts';
import { loadKaartRij } from '../../../server/vergunningcheck/situatie/queries.ts';
import { vindPlek } from '../../achtererf/schuurtje.ts';
import type { Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { requestJob } from '../request-job.ts';
import { percentile } from '../timings.ts';

/** A shed of 12 m² in gardens where there is room for it, with every question answered. */
async function schuurtjes(db: Knex, count: number): Promise<CheckInvoer[]> {
  const regels = regelsVoor(null, '2026-11-27') ?? alleRegels[0]!;
  const gevonden: CheckInvoer[] = [];
  for (const { x, y } of await adresPlaatsen(db, count * 3)) {
    const ring = vindPlek(bereidVoor(leesKaart(await loadKaartRij(db, { x, y })).situatie, regels));
    if (!ring) continue;
    gevonden.push({
      x,
      y,
      onderdelen: [
        {
          sleutel: 'schuur',
          werkzaamheid: 'bijbehorend-bouwwerk',
          ring: ring.map(([rx, ry]): [number, number] => [rx, ry]),
          antwoorden: {
            soortWerk: 'nieuwbouw',
            opDeGrond: true,
            hoogte: 2.5,
            'dak.vorm': 'plat',
            bouwlagen: 1,
            buitenruimteBovenGrond: false,
            functioneelOndergeschikt: 'geheel',
            mantelzorg: false,
          },
        },
      ],
      plaatsAntwoorden: { illegaalHoofdgebouw: false, alleBouwwerkenOpKaart: true },
      betwist: {},
      begindatum: null,
    });
    if (gevonden.length >= count) break;
  }
  return gevonden;
}

/** Figures on which aims are set. */
const rondreis = 'hele rondreis, ms p50';
const slepen = 'oordeel tijdens slepen, ms p50';

const overHttp = requestJob({
  name: 'vergunningcheck',
  uitleg: 'het oordeel over een getekend schuurtje, met alle feiten van de kaart',
  vragen: async (db, count) =>
    (await schuurtjes(db, count)).map((body) => ({
      method: 'POST',
      path: `${apiBase}/vergunningcheck/_beoordeel`,
      body,
    })),
});

/** How long the pure computation takes of a shed that moves a little each time, as while somebody drags it. */
async function meetSlepen(db: Knex, count: number): Promise<Record<string, number>> {
  const wereld = { db, log: pino({ level: 'silent' }), vandaag: vandaagInNederland() };
  const ms: number[] = [];
  for (const invoer of await schuurtjes(db, count)) {
    const omgeving = await loadOmgeving(wereld, invoer);
    for (let stap = 0; stap < 12; stap += 1) {
      const onderdelen = invoer.onderdelen.map((een) => ({
        ...een,
        ring: een.ring?.map(([x, y]): [number, number] => [x + stap / 50, y]) ?? null,
      }));
      const begin = performance.now();
      beoordeel({ ...invoer, onderdelen }, omgeving);
      // the first reads what stands there; a person does not drag yet
      if (stap > 0) ms.push(performance.now() - begin);
    }
  }
  ms.sort((a, b) => a - b);
  return { [slepen]: percentile(ms, 0.5), 'oordeel tijdens slepen, ms p95': percentile(ms, 0.95) };
}

/** The verdict on a drawn bouwwerk: facts of the map, geometry, tests, smallest changes and what is still to be asked. */
export const vergunningcheck: Job = {
  ...overHttp,
  async run(bench) {
    const result = await overHttp.run(bench);
    const alleen = result.load?.find(({ clients }) => clients === 1)?.product;
    return {
      ...result,
      figures: {
        ...result.figures,
        ...(alleen ? { [rondreis]: alleen.p50Ms } : {}),
        ...(await meetSlepen(bench.db, bench.short ? 5 : 40)),
      },
    };
  },
};
