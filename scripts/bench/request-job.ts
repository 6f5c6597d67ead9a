import type { Knex } from 'knex';
import type { Bench, Job, Result, Speed, UnderLoad, Vraag } from './job.ts';
import type { Load } from './load.ts';
import { type Beside, startBeside } from './process.ts';
import type { RawLoad, Statement } from './raw.ts';
import { recordStatements } from './recorded.ts';
import { join, median, percentile, type Timings } from './timings.ts';

interface RequestJob {
  name: string;
  uitleg: string;
  /** The requests, each about another place or thing; about `count` of them. */
  vragen(db: Knex, count: number): Promise<Vraag[]>;
  /** How many ask at the same time; 1 and 8 when it is left out. */
  clients?: readonly number[];
}

/**
 * A job that asks one kind of request under load.
 *
 * Product, raw statements and empty handler take turns in short slices, so that what else the machine does touches all
 * three. A ratio is the median over the rounds.
 */
export function requestJob({ name, uitleg, vragen, clients: counts = [1, 8] }: RequestJob): Job {
  return {
    name,
    uitleg,
    async run(bench) {
      const asked = await vragen(bench.db, bench.short ? 20 : 200);
      if (asked.length === 0) return { figures: {} };
      const recorded = await recordStatements(bench, asked);
      const load = startBeside<Load, Timings>(new URL('./load.ts', import.meta.url));
      const raw = startBeside<RawLoad, Timings>(new URL('./raw.ts', import.meta.url));
      const result: Result = { load: [], figures: {} };
      try {
        for (const clients of counts) {
          const { measured, ratios } = await measure(bench, { asked, ...recorded, clients, load, raw });
          result.load?.push(measured);
          Object.assign(result.figures, ratios);
        }
      } finally {
        await Promise.all([load.stop(), raw.stop()]);
      }
      return result;
    },
  };
}

interface Setup {
  asked: readonly Vraag[];
  statements: readonly (readonly Statement[])[];
  secondsEach: number;
  clients: number;
  load: Beside<Load, Timings>;
  raw: Beside<RawLoad, Timings>;
}

async function measure(bench: Bench, { asked, statements, secondsEach, clients, load, raw }: Setup) {
  const [rounds, least] = bench.short ? [1, 0.4] : [15, 0.5];
  // what is slow gets the time for a few answers
  const seconds = Math.min(20, Math.max(least, 2 * clients * secondsEach));
  const urls = { product: await bench.loket(), empty: await bench.empty() };
  // what is looked up now and then, for many requests at once, is not what a request costs
  const asksDatabase = statements.filter((some) => some.length > 0).length > statements.length / 2;
  const slices = {
    product: (time: number) => load.ask({ url: urls.product, vragen: asked, clients, seconds: time }),
    raw: (time: number) => raw.ask({ databaseUrl: bench.engine.url, requests: statements, clients, seconds: time }),
    empty: (time: number) =>
      load.ask({ url: urls.empty, vragen: [{ method: 'GET', path: '/' }], clients, seconds: time }),
  };
  const kinds = (['product', 'raw', 'empty'] as const).filter((kind) => kind !== 'raw' || asksDatabase);
  for (const kind of kinds) await slices[kind](least);
  const taken: Record<(typeof kinds)[number], Timings[]> = { product: [], raw: [], empty: [] };
  for (let round = 0; round < rounds; round += 1) {
    // each round begins with another, so that none always has the same neighbour
    for (const i of kinds.keys()) {
      const kind = kinds[(i + round) % kinds.length] as (typeof kinds)[number];
      taken[kind].push(await slices[kind](seconds));
    }
  }
  const measured: UnderLoad = {
    clients,
    product: speedOf(taken.product),
    raw: asksDatabase ? speedOf(taken.raw) : null,
    empty: speedOf(taken.empty),
  };
  return { measured, ratios: ratiosOf(measured, taken) };
}

function speedOf(slices: readonly Timings[]): Speed {
  const { ms, perSecond, bytes, faults, fault } = join(slices);
  return {
    perSecond,
    p50Ms: percentile(ms, 0.5),
    p99Ms: percentile(ms, 0.99),
    bytes: ms.length > 0 ? bytes / ms.length : 0,
    count: ms.length,
    faults,
    fault,
  };
}

/** Names of the ratios on which aims are set. */
export const ratioName = (what: 'doorvoer' | 'p50' | 'p99', beside: 'ruw' | 'leeg', clients: number) =>
  `${what} t.o.v. ${beside}, ${clients} vrager${clients === 1 ? '' : 's'}`;

function ratiosOf(
  { clients, product, raw }: UnderLoad,
  taken: Record<'product' | 'raw' | 'empty', Timings[]>,
): Record<string, number> {
  const throughput = (beside: readonly Timings[]) =>
    median(taken.product.map(({ perSecond }, i) => perSecond / (beside[i]?.perSecond ?? Number.NaN)));
  return {
    ...(raw && {
      [ratioName('doorvoer', 'ruw', clients)]: throughput(taken.raw),
      [ratioName('p50', 'ruw', clients)]: product.p50Ms / raw.p50Ms,
      [ratioName('p99', 'ruw', clients)]: product.p99Ms / raw.p99Ms,
    }),
    [ratioName('doorvoer', 'leeg', clients)]: throughput(taken.empty),
  };
}
