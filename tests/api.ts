import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { type AppOptions, createApp } from '../server/app.ts';
import type { AppContext } from '../server/http/context.ts';
import type { OpdrachtContext } from '../server/opdrachten/opdracht.ts';
import { proefDiensten } from './diensten.ts';

export interface TestApi {
  url: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** Any method and headers, such as those of somebody who has logged in. */
  send(method: string, path: string, init?: { headers?: Record<string, string>; body?: unknown }): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  body: any;
}

/** The day on which the tests take place. */
export const testVandaag = '2026-11-22';

/**
 * The whole server on a free port of the loopback, with every answer checked against its contract.
 *
 * @param options may depend on where it will stand
 */
export async function startApi(
  db: Knex,
  options: AppOptions | ((url: string) => AppOptions) = {},
  { log = pino({ level: 'silent' }), ...rest }: Partial<Pick<AppContext, 'achtergrond' | 'log' | 'diensten'>> = {},
): Promise<TestApi> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp(
    {
      db,
      vandaag: () => testVandaag,
      mountOptions: { validateOutput: true },
      log,
      diensten: proefDiensten(),
      publicUrl: url,
      ...rest,
    },
    typeof options === 'function' ? options(url) : options,
  );
  server.on('request', app);
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, init);
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    return {
      status: response.status,
      type,
      headers: response.headers,
      body: /json/.test(type) ? JSON.parse(text) : text,
    };
  };
  return {
    url,
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    send: (method, path, { headers = {}, body } = {}) =>
      ask(path, {
        method,
        redirect: 'manual',
        headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What the queue gives the work that it does. */
export const proefContext = (db: Knex, anders: Partial<OpdrachtContext> = {}): OpdrachtContext => ({
  db,
  log: pino({ level: 'silent' }),
  vandaag: () => testVandaag,
  diensten: proefDiensten(),
  publicUrl: 'https://loket.example',
  ...anders,
});
