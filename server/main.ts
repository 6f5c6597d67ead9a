import type { Server } from 'node:http';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { type AppOptions, createApp } from './app.ts';
import type { Config } from './config.ts';
import { vandaagInNederland } from './http/context.ts';

export interface RunningServer {
  url: string;
  /** Finishes the requests under way, then closes. */
  stop(): Promise<void>;
}

/**
 * Starts to listen.
 *
 * @throws Error when the port is taken
 */
export async function startServer(config: Config, db: Knex, options: AppOptions): Promise<RunningServer> {
  const app = createApp(
    {
      db,
      vandaag: vandaagInNederland,
      mountOptions: { validateOutput: !config.production },
      log: pino({ level: config.logLevel }),
      achtergrond: config.achtergrond,
    },
    { trustProxy: config.trustProxy, strictPages: config.production, ...options },
  );
  const server = await new Promise<Server>((done, fail) => {
    const listening = app.listen(config.port, config.host, (error?: Error) => (error ? fail(error) : done(listening)));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return {
    url: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      }),
  };
}
