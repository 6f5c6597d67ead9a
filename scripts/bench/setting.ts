import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { connect, type Engine } from '../../db/connect.ts';
import { migrate } from '../../db/migrations/index.ts';
import { loadBronnen } from '../../server/bronnen/queries.ts';
import { vandaagInNederland } from '../../server/http/context.ts';
import { findVerouderd, maakTegels } from '../../server/lagen/tegels.ts';
import { buildClient } from '../build-client.ts';
import { modelgemeente } from '../import/modelgemeente.ts';
import { runImport } from '../import/runner.ts';
import { startCluster } from '../test/cluster.ts';
import type { EmptyUrl } from './empty.ts';
import type { Bench } from './job.ts';
import type { LoketSetup } from './loket.ts';
import { type Beside, startBeside } from './process.ts';

interface Setting {
  short: boolean;
  /** The database to measure on; null: a cluster of our own, thrown away afterwards. */
  databaseUrl: string | null;
  /** Of the Modelgemeente that fills a database without data. */
  inwoners: number;
}

/** As a server in production: nothing is lost when the power fails, and there is memory to work with. */
const production = [
  'max_connections=80',
  'shared_buffers=1GB',
  'effective_cache_size=3GB',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'random_page_cost=1.1',
  'max_wal_size=4GB',
];

/** Makes everything ready that a job may ask for; `end` takes it all down again, last first. */
export async function openBench({ short, databaseUrl, inwoners }: Setting): Promise<Bench & { end(): Promise<void> }> {
  const stops: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  const tell = (text: string) => void process.stderr.write(`${text}\n`);
  try {
    if (!databaseUrl) {
      tell('Een PostgreSQL voor deze meting starten');
      const cluster = await startCluster(production);
      stops.push(async () => cluster.stop());
      databaseUrl = cluster.url;
    }
    const engine: Engine & { kind: 'server' } = { kind: 'server', url: databaseUrl };
    const db = connect(engine, { poolSize: 4, statementTimeoutMs: 0 });
    stops.push(() => db.destroy());
    await fill(db, inwoners, tell);
    const beside = <Question, Answer>(file: string): Beside<Question, Answer> => {
      const started = startBeside<Question, Answer>(new URL(file, import.meta.url));
      stops.push(started.stop);
      return started;
    };
    const lokets = new Map<boolean, Promise<string>>();
    const loket = async (pages = false) => {
      if (pages) await buildClient(resolve(import.meta.dirname, '../..'));
      const started = lokets.get(pages) ?? beside<LoketSetup, string>('./loket.ts').ask({ engine, pages });
      lokets.set(pages, started);
      return started;
    };
    let empty: Promise<string> | null = null;
    return {
      short,
      engine,
      db,
      loket,
      empty: () => {
        empty ??= beside<null, EmptyUrl>('./empty.ts').ask(null);
        return empty;
      },
      tell,
      atEnd: (stop) => void stops.push(stop),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A database without data gets the Modelgemeente; one with data is measured as it is. Tiles that are old are made. */
async function fill(db: Knex, inwoners: number, tell: (text: string) => void): Promise<void> {
  const vandaag = vandaagInNederland();
  await migrate(db);
  if ((await loadBronnen(db)).length === 0) {
    tell(`De Modelgemeente bouwen met ${inwoners} inwoners`);
    await runImport(db, modelgemeente, '', { opties: { inwoners: String(inwoners), peildatum: vandaag } });
  }
  if ((await findVerouderd(db, vandaag)).length > 0) {
    tell('De kaart tekenen');
    await maakTegels(db, { vandaag });
  }
  await db.raw('VACUUM (ANALYZE)');
}

/** On what was measured. */
export async function describeMachine(db: Knex): Promise<Record<string, string>> {
  const { rows } = await db.raw(
    `SELECT current_setting('server_version') AS postgres, postgis_lib_version() AS postgis,
       current_setting('shared_buffers') AS "sharedBuffers", current_setting('fsync') AS fsync`,
  );
  const { model = 'onbekend' } = cpus()[0] ?? {};
  return {
    processor: `${cpus().length} x ${model.trim()}`,
    geheugen: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    ...rows[0],
  };
}

export async function countData(db: Knex): Promise<Record<string, number>> {
  const { rows } = await db.raw(
    `SELECT (SELECT count(*) FROM perceel)::int AS percelen, (SELECT count(*) FROM adres)::int AS adressen,
       (SELECT count(*) FROM locatie)::int AS locaties, (SELECT count(*) FROM locatie_deel)::int AS "locatieDelen",
       (SELECT count(*) FROM besluit)::int AS besluiten, (SELECT count(*) FROM tegel)::int AS tegels`,
  );
  return rows[0];
}
