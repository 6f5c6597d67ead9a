import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { migrate } from '../../db/migrations/index.ts';
import { type Cluster, freePort, startCluster } from '../../scripts/test/cluster.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { startApi, type TestApi } from '../api.ts';

let cluster: Cluster;
let db: Knex;
let api: TestApi;

beforeAll(async () => {
  cluster = await startCluster();
  db = connect({ kind: 'server', url: cluster.url });
  await migrate(db);
  api = await startApi(db);
});
afterAll(async () => {
  await api.close();
  await db.destroy();
  cluster.stop();
});

const sections = ['locatie', 'regels', 'omstandigheden', 'besluiten'].map(
  (name) => `${apiBase}/${name}?x=181200&y=456700`,
);

test('a database that goes away is named as the failing source, and the server recovers when it returns', async () => {
  expect((await api.get('/healthz')).status).toBe(200);
  expect((await api.get('/readyz')).body).toMatchObject({
    database: 'ok',
    migraties: 'ok',
    gegevens: 'nog niets geladen',
  });
  for (const path of sections) expect((await api.get(path)).status, path).toBe(200);

  cluster.crash();
  expect((await api.get('/healthz')).status).toBe(200);
  const ready = await api.get('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.body.database).toBe('niet bereikbaar');
  for (const path of sections) {
    const answer = await api.get(path);
    expect(answer.status, path).toBe(503);
    expect(answer.body).toMatchObject({ type: 'urn:omgevingsloket:bron-niet-bereikbaar' });
    expect(answer.body.detail).toContain('database');
  }

  cluster.restart();
  for (const path of sections) expect((await api.get(path)).status, path).toBe(200);
  expect((await api.get('/readyz')).body.database).toBe('ok');
});

test('a start goes on serving when the map cannot be drawn', async () => {
  const root = resolve(import.meta.dirname, '../..');
  const port = await freePort();
  await db.raw('ALTER TABLE tegel_stand RENAME TO tegel_stand_weg');
  const child = spawn(`${root}/node_modules/.bin/tsx`, ['scripts/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: cluster.url,
      MODELGEMEENTE: '0',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  try {
    await expect.poll(() => output, { timeout: 120_000 }).toContain('drawing the map failed');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGKILL');
    await db.raw('ALTER TABLE tegel_stand_weg RENAME TO tegel_stand');
  }
}, 150_000);
