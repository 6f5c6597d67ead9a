import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import type { Report } from '../../scripts/bench/report.ts';
import { freshOnServer } from '../database.ts';
import { plantPlaats } from '../plaats.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'loket-bench-'));
let server: Awaited<ReturnType<typeof freshOnServer>>;

beforeAll(async () => {
  server = await freshOnServer();
  const db = connect(server.engine);
  await plantPlaats(db);
  await db.destroy();
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

function bench(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { engine } = server;
  const child = spawn(`${root}/node_modules/.bin/tsx`, ['scripts/bench.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: engine.kind === 'server' ? engine.url : '' },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += chunk));
  child.stderr.on('data', (chunk) => (output.stderr += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, ...output })));
}

test('npm run bench measures the card beside its own statements and an empty handler, and tells which aims are met', async () => {
  const file = join(folder, 'bench.json');
  const { code, stdout, stderr } = await bench('--kort', '--job', 'kaart', '--json', file);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('8 vragers');
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect(report.results.map(({ job }) => job)).toEqual(['kaart']);
  for (const { load = [] } of report.results) {
    expect(load.map(({ clients }) => clients)).toEqual([1, 8]);
    for (const { product, raw, empty } of load) {
      for (const speed of [product, raw!, empty]) {
        expect(speed).toMatchObject({ faults: 0, fault: null });
        expect(speed.count).toBeGreaterThan(0);
        expect(speed.p50Ms).toBeLessThanOrEqual(speed.p99Ms);
      }
      expect(product.bytes).toBeGreaterThan(1_000);
      expect(raw!.bytes).toBeGreaterThan(1_000);
    }
  }
  expect(report.aims).toHaveLength(3);
  for (const { value, met, atLeast = 0, atMost = Number.POSITIVE_INFINITY } of report.aims) {
    expect(met).toBe(value >= atLeast && value <= atMost);
    expect(stdout).toContain(met ? 'gehaald' : 'NIET GEHAALD');
  }
});
