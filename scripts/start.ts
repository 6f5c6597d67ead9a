import { connect } from '../db/connect.ts';
import { readConfig } from '../server/config.ts';
import { leesOpties } from './opties.ts';

/**
 * `npm start`: pages, database, demonstration data where there is none, and the server. `--live` serves the source.
 *
 * The database is asked to open before anything else is read: the embedded engine takes seconds, in its own thread.
 */
async function main(): Promise<void> {
  const { values } = leesOpties({ options: { live: { type: 'boolean', default: false } } });
  const config = readConfig();
  const db = connect(config.engine, { poolSize: config.poolSize });
  // when opening fails, the first question of serve() says so
  db.raw('SELECT 1').catch(() => {});
  const { serve } = await import('./start/serve.ts');
  await serve(config, db, values.live);
}

main().catch((error: NodeJS.ErrnoException) => {
  const known =
    error.name === 'DatabaseInUse' || error.code === 'EADDRINUSE' || error.message.startsWith('De configuratie');
  const text =
    error.code === 'EADDRINUSE'
      ? 'Deze poort is al in gebruik. Kies een andere met PORT=3001 npm start.'
      : error.message;
  process.stderr.write(`${known ? text : (error.stack ?? text)}\n`);
  process.exit(1);
});
