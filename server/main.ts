import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { type AppOptions, createApp } from './app.ts';
import type { Config, LoginConfig } from './config.ts';
import { createDiensten } from './diensten.ts';
import { vandaagInNederland } from './http/context.ts';
import type { Instellingen } from './toegang/instellingen.ts';
import { loadSleutel } from './toegang/sleutel.ts';

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
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(config.port, config.host, done);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  // what listens everywhere also listens here
  const lokaalUrl = `http://${['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host}:${port}`;
  const app = createApp(
    {
      db,
      vandaag: vandaagInNederland,
      mountOptions: { validateOutput: !config.production },
      log: pino({ level: config.logLevel }),
      diensten: createDiensten(config.diensten),
      publicUrl: config.login.publicUrl ?? url,
      achtergrond: config.achtergrond,
    },
    {
      trustProxy: config.trustProxy,
      strictPages: config.production,
      toegang: instellingenVan(config.login, url, lokaalUrl),
      ...options,
    },
  );
  server.on('request', app);
  return {
    url,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      }),
  };
}

function instellingenVan(login: LoginConfig, url: string, lokaalUrl: string): Instellingen {
  const { diensten, oefenomgeving, sleutelbestand, stilS, maximumS } = login;
  const kanInloggen = oefenomgeving || diensten.length > 0;
  const sleutel = login.sleutel
    ? Buffer.from(login.sleutel)
    : kanInloggen
      ? loadSleutel(sleutelbestand)
      : randomBytes(32);
  const publicUrl = login.publicUrl ?? url;
  return { publicUrl, lokaalUrl, grenzen: { stilS, maximumS }, diensten, oefenomgeving, sleutel };
}
