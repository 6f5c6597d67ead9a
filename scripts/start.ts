import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { connect } from '../db/connect.ts';
import { DatabaseInUse } from '../db/embedded/lock.ts';
import { migrate } from '../db/migrations/index.ts';
import { readConfig } from '../server/config.ts';
import type { Progress } from '../server/health.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { startServer } from '../server/main.ts';
import { builtPages, livePages } from '../server/pages.ts';
import { buildClient } from './build-client.ts';
import { tellProgress } from './progress.ts';

/** `npm start`: pages, database, demonstration data where there is none, and the server. `--live` serves the source. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const live = process.argv.includes('--live');

async function step<T>(progress: Progress, text: string, work: () => Promise<T>): Promise<T> {
  progress.stap = text;
  const done = tellProgress(text);
  try {
    return await work();
  } finally {
    done();
  }
}

async function prepareData(db: Knex, progress: Progress): Promise<void> {
  await step(progress, 'De database klaarzetten', () => migrate(db));
  progress.stap = null;
}

async function main(): Promise<void> {
  const config = readConfig();
  const progress: Progress = { stap: 'Het loket start' };
  if (!live) await step(progress, 'De pagina’s bouwen', () => buildClient(root));
  const db = connect(config.engine, { poolSize: config.poolSize });
  const client = live ? await livePages(root) : builtPages(`${root}/dist`);
  const server = await startServer({ ...config, production: config.production && !live }, db, { client, progress });
  const stop = async () => {
    await server.stop();
    await db.destroy();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stderr.write(`Het loket staat op ${server.url}\n`);
  await prepareData(db, progress);
  process.stderr.write(`Klaar. Vandaag is ${vandaagInNederland()}.\n`);
}

main().catch((error: NodeJS.ErrnoException) => {
  const known =
    error instanceof DatabaseInUse || error.code === 'EADDRINUSE' || error.message.startsWith('De configuratie');
  const text =
    error.code === 'EADDRINUSE'
      ? 'Deze poort is al in gebruik. Kies een andere met PORT=3001 npm start.'
      : error.message;
  process.stderr.write(`${known ? text : (error.stack ?? text)}\n`);
  process.exit(1);
});
