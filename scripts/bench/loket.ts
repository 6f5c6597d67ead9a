/** The process of the product itself, as it runs in production. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { connect, type Engine } from '../../db/connect.ts';
import { readConfig } from '../../server/config.ts';
import { vandaagInNederland } from '../../server/http/context.ts';
import { houdTegelsBij } from '../../server/lagen/tegels.ts';
import { warmUp } from '../../server/locatie/queries.ts';
import { startServer } from '../../server/main.ts';
import { builtPages } from '../../server/pages.ts';
import { answerParent } from './process.ts';

export interface LoketSetup {
  engine: Engine;
  /** The pages too; they have been built. */
  pages: boolean;
}

answerParent<LoketSetup, string>(async ({ engine, pages }) => {
  const gegeven = readConfig();
  // what is filed for a measurement stays nowhere
  const bijlagen = join(tmpdir(), 'loket-bench-bijlagen');
  rmSync(bijlagen, { recursive: true, force: true });
  const diensten = { ...gegeven.diensten, bijlagen };
  const config = { ...gegeven, engine, port: 0, production: true, diensten };
  const db = connect(engine, { poolSize: config.poolSize });
  await warmUp(db, config.poolSize);
  const server = await startServer(
    config,
    db,
    pages ? { client: builtPages(resolve(import.meta.dirname, '../../dist'), async () => '') } : {},
  );
  houdTegelsBij(db, { vandaag: vandaagInNederland, log: pino({ level: config.logLevel }) });
  return server.url.replace('localhost', '127.0.0.1');
});
