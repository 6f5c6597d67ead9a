import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { migrate } from '../../db/migrations/index.ts';
import { loadBronnen, loadGemeenteNamen } from '../../server/bronnen/queries.ts';
import type { Config } from '../../server/config.ts';
import { createDiensten } from '../../server/diensten.ts';
import type { Progress } from '../../server/health.ts';
import { vandaagInNederland } from '../../server/http/context.ts';
import { houdTegelsBij, maakTegels } from '../../server/lagen/tegels.ts';
import { warmUp } from '../../server/locatie/queries.ts';
import { startServer } from '../../server/main.ts';
import { opdrachten } from '../../server/opdrachten/register.ts';
import { startWerk } from '../../server/opdrachten/werk.ts';
import { builtPages, livePages } from '../../server/pages.ts';
import { houdVergunningkaartBij } from '../../server/vergunningcheck/omgekeerd/bijhouden.ts';
import { buildClient } from '../build-client.ts';
import { tellProgress } from '../progress.ts';

const root = resolve(import.meta.dirname, '../..');

async function step<T>(
  progress: Progress,
  text: string,
  work: (tell: (detail: string) => void) => Promise<T>,
): Promise<T> {
  progress.stap = text;
  const done = tellProgress(text);
  try {
    return await work((detail) => {
      progress.stap = `${text}: ${detail}`;
      done.update(detail);
    });
  } finally {
    done();
  }
}

/** A database without any bron gets the Modelgemeente, unless the configuration asks to leave it empty. */
async function prepareData(db: Knex, config: Config, progress: Progress): Promise<void> {
  await step(progress, 'De database klaarzetten', () => migrate(db));
  const bronnen = await loadBronnen(db);
  if (bronnen.length === 0 && config.inwonersModelgemeente > 0) {
    // read only at a first start: a later one is quicker without
    const { modelgemeente } = await import('../import/modelgemeente.ts');
    const { runImport } = await import('../import/runner.ts');
    const opties = { inwoners: String(config.inwonersModelgemeente), peildatum: vandaagInNederland() };
    await step(progress, 'De Modelgemeente bouwen, eenmalig', (toon) =>
      runImport(db, modelgemeente, '', { opties, toon }),
    );
  }
  progress.stap = null;
}

/** Tiles that are missing or old; the pages work meanwhile. */
async function prepareTegels(db: Knex): Promise<void> {
  const done = tellProgress('De kaart tekenen');
  await maakTegels(db, { vandaag: vandaagInNederland(), voortgang: done.update }).finally(done);
}

/** Tries until it succeeds: the database can go away at any moment, and the server is to outlive that. */
async function houdVol<T>(work: () => Promise<T>, onFault: (error: unknown) => void, wachtMs = 5_000): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      onFault(error);
      await new Promise((wait) => setTimeout(wait, wachtMs));
    }
  }
}

/**
 * Everything of a start but opening the database: pages, data where there is none, the server, and the map.
 *
 * @param live serve the pages from their source
 * @throws Error when the embedded folder is in use, or with code EADDRINUSE when the port is taken
 */
export async function serve(config: Config, db: Knex, live: boolean): Promise<void> {
  const progress: Progress = { stap: 'Het loket start' };
  if (!live) await step(progress, 'De pagina’s bouwen', () => buildClient(root));
  // the pages stand without the database too
  const naam = async () => (progress.stap ? '' : (await loadGemeenteNamen(db).catch(() => [])).join(' en '));
  const client = live ? await livePages(root) : builtPages(`${root}/dist`, naam);
  const server = await startServer({ ...config, production: config.production && !live }, db, { client, progress });
  const log = pino({ level: config.logLevel });
  const achtergrond: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await server.stop();
    await Promise.all(achtergrond.map((deel) => deel.stop()));
    await db.destroy();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stderr.write(`Het loket staat op ${server.url}\n`);
  await prepareData(db, config, progress);
  process.stderr.write('Het loket is klaar voor gebruik.\n');
  // from here on people are served: what fails is tried again, and never ends the server
  const werk = await houdVol(
    () =>
      startWerk(opdrachten, {
        db,
        log,
        vandaag: vandaagInNederland,
        diensten: createDiensten(config.diensten),
        publicUrl: config.login.publicUrl ?? server.url,
      }),
    (err) => log.error({ err }, 'starting the queue failed'),
  );
  achtergrond.push(werk);
  await warmUp(db, config.engine.kind === 'server' ? config.poolSize : 1).catch((err) =>
    log.warn({ err }, 'warming up failed'),
  );
  await prepareTegels(db).catch((err) => log.error({ err }, 'drawing the map failed'));
  achtergrond.push(
    houdTegelsBij(db, { vandaag: vandaagInNederland, log }),
    houdVergunningkaartBij(db, { vandaag: vandaagInNederland, log }),
  );
}
