import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { expect, test } from 'vitest';
import { connect, type Engine } from '../../db/connect.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { freshEmbedded, freshOnServer } from '../database.ts';
import { delivers, levering, perceelTabel, percelen, vierkant } from './levering.ts';

const oud = delivers(() => [levering('kadaster', perceelTabel(percelen(vierkant(180_000, 456_000), null)))]);

const nieuw = delivers(() => [levering('kadaster', perceelTabel(percelen(null, vierkant(180_000, 456_000))))]);

/** Starts the import and resolves when it stands still. */
async function startImport(engine: Engine, moment: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./killed-import.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx/esm', script, JSON.stringify(engine), moment], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`The import ended by itself: ${errors}`))),
  ]);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function readStand(db: Knex) {
  const { rows: stages } = await db.raw(`SELECT relname FROM pg_class WHERE relname LIKE 'levering%'`);
  return {
    percelen: await db('perceel').pluck('identificatie'),
    bron: await db('bron').select('id', 'aantallen'),
    zoekItems: Number((await db('zoek_item').count({ n: '*' }).first())?.n),
    stages,
  };
}

async function withDatabase<T>(engine: Engine, work: (db: Knex) => Promise<T>): Promise<T> {
  const db = connect(engine);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

test.each(['server', 'embedded'] as const)(
  'kill -9 in the middle of an import leaves the old data, and the next import works (%s)',
  async (kind) => {
    const { engine, remove } = kind === 'server' ? await freshOnServer() : freshEmbedded();
    try {
      const before = await withDatabase(engine, async (db) => {
        await runImport(db, oud, '');
        return readStand(db);
      });
      expect(before.percelen).toEqual(['p1']);
      for (const moment of ['lezen', 'wissel']) {
        await kill(await startImport(engine, moment));
        await withDatabase(engine, async (db) => {
          await db.raw('SELECT 1');
          // A server needs a moment to notice that its client is gone, and to roll back.
          await expect.poll(() => readStand(db), { timeout: 30_000 }).toEqual(before);
          if (moment === 'lezen') return;
          await runImport(db, nieuw, '');
          expect((await readStand(db)).percelen).toEqual(['p2']);
        });
      }
    } finally {
      await remove();
    }
  },
  240_000,
);

test('removes the temporary folders of imports that were killed, and not those of imports that run', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const dead = mkdtempSync(join(tmpdir(), `omgevingsloket-import-${child.pid}-`));
  const alive = mkdtempSync(join(tmpdir(), `omgevingsloket-import-${process.ppid}-`));
  const { engine, remove } = await freshOnServer();
  const db = connect(engine);
  await runImport(db, oud, '');
  await db.destroy();
  await remove();
  const folders = readdirSync(tmpdir()).map((name) => join(tmpdir(), name));
  expect(folders).not.toContain(dead);
  expect(folders).toContain(alive);
  rmSync(alive, { recursive: true });
});
