import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import type { Knex } from 'knex';
import { PbfReader } from 'pbf';
import { puntInRd } from '../../../db/punt.ts';
import { naarLonLat } from '../../../server/geo/projectie.ts';
import type { RdPunt } from '../../../server/geo/rd.ts';
import { markeerVakkenVerouderd } from '../../../server/lagen/bijwerken/queries.ts';
import { tegelMet } from '../../../server/lagen/domain.ts';
import type { Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { percentile } from '../timings.ts';

const zoom = 15;
/** A year in which nothing was decided: the mark of our own besluit in a tile. */
const jaar = 1899;
const patienceMs = 120_000;

/** A besluit that is taken, and one that is withdrawn: from the commit until the server sends the tile that shows it. */
export const besluitZichtbaar: Job = {
  name: 'besluit-zichtbaar',
  uitleg: 'een besluit dat verandert, tot de tegel die het toont',
  async run({ db, loket, short }) {
    const url = await loket();
    const bron = await db('besluit').select('bron_id').first();
    if (!bron) return { figures: {} };
    const waits: number[] = [];
    for (const punt of await adresPlaatsen(db, short ? 1 : 10)) {
      const { lon, lat } = naarLonLat(punt);
      const { x, y } = tegelMet(lon, lat, zoom);
      const tegel = `${url}/ogc/v1/collections/besluiten/tiles/WebMercatorQuad/${zoom}/${y}/${x}`;
      try {
        await change(db, punt, (trx) =>
          trx('besluit').insert({
            identificatie: 'bench',
            soort: 'overig',
            onderwerp: 'overig',
            titel: 'Meting: een besluit dat verandert',
            bevoegd_gezag: 'Meting',
            gepubliceerd: `${jaar}-01-01`,
            plaats_soort: 'punt',
            geom: puntInRd(trx, punt),
            bron_id: bron.bron_id,
          }),
        );
        waits.push(await waitFor(tegel, true));
      } finally {
        await change(db, punt, (trx) => trx('besluit').where({ identificatie: 'bench' }).delete());
      }
      waits.push(await waitFor(tegel, false));
    }
    return {
      figures: {
        'zichtbaar op de kaart, ms p50': percentile(waits, 0.5),
        'zichtbaar op de kaart, ms p95': percentile(waits, 0.95),
      },
    };
  },
};

async function change(db: Knex, { x, y }: RdPunt, write: (trx: Knex.Transaction) => Promise<unknown>): Promise<void> {
  await db.transaction(async (trx) => {
    await write(trx);
    await markeerVakkenVerouderd(trx, 'besluit', [[x, y, x, y]]);
  });
}

async function waitFor(tegel: string, present: boolean): Promise<number> {
  const begin = performance.now();
  while ((await holds(tegel)) !== present) {
    if (performance.now() - begin > patienceMs) throw new Error(`A changed besluit did not show in ${tegel}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  return performance.now() - begin;
}

async function holds(tegel: string): Promise<boolean> {
  const response = await fetch(tegel, { headers: { Accept: 'application/vnd.mapbox-vector-tile' } });
  if (response.status === 204) return false;
  if (!response.ok) throw new Error(`${tegel} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const layer = new VectorTile(new PbfReader(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)).layers.besluiten;
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i).properties.jaar).includes(jaar);
}
