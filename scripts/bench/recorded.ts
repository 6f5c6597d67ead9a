import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { connect } from '../../db/connect.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createDiensten } from '../../server/diensten.ts';
import { vandaagInNederland } from '../../server/http/context.ts';
import type { Bench, Vraag } from './job.ts';
import type { Statement } from './raw.ts';

/**
 * The statements that the product sends for each request, as it sends them when it was asked before: what it keeps in
 * memory by then is not in it. Taken from the product itself, so that they are the same by construction.
 *
 * @returns also how long a request takes when it is alone, to know how long to measure
 * @throws Error when the product refuses a request
 */
export async function recordStatements(
  { engine }: Bench,
  vragen: readonly Vraag[],
): Promise<{ statements: Statement[][]; secondsEach: number }> {
  const db = connect(engine, { poolSize: 4 });
  const app = createApp({
    db,
    vandaag: vandaagInNederland,
    mountOptions: { validateOutput: false },
    log: pino({ level: 'silent' }),
    diensten: createDiensten(readConfig().diensten),
    publicUrl: 'http://127.0.0.1',
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let seen: Statement[] = [];
  db.on('query', ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
    const name = `b${createHash('sha1').update(sql).digest('base64url').slice(0, 20)}`;
    seen.push({ name, text: sql, values: (bindings ?? []).map(asText) });
  });
  try {
    for (const vraag of vragen) await ask(base, vraag);
    const recorded: Statement[][] = [];
    const begin = performance.now();
    for (const vraag of vragen) {
      seen = [];
      await ask(base, vraag);
      recorded.push(seen);
    }
    return { statements: recorded, secondsEach: (performance.now() - begin) / 1000 / vragen.length };
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await db.destroy();
  }
}

/** Bytes as PostgreSQL writes them: the process that sends them gets text. */
const asText = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

async function ask(base: string, { method, path, body, headers }: Vraag): Promise<void> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
}
