import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { connect, type Engine } from '../db/connect.ts';
import { databaseUrl } from './database-setup.ts';

export interface TestDatabase {
  /** Open from the first hook on. */
  db: Knex;
  engine: Engine;
}

/** Runs the same tests on a PostgreSQL server and on the embedded engine, each on a fresh migrated database of this file. */
export function onBothEngines(name: string, tests: (database: TestDatabase) => void): void {
  describe.each(['server', 'embedded'] as const)(`${name} (%s)`, (kind) => {
    const database = {} as TestDatabase;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const fresh = kind === 'server' ? await freshOnServer() : freshEmbedded();
      database.engine = fresh.engine;
      database.db = connect(fresh.engine);
      close = fresh.remove;
      // The embedded engine starts here, in the time of the hook, and not in that of the first test.
      await database.db.raw('SELECT 1');
    });
    afterAll(async () => {
      await database.db?.destroy();
      await close?.();
    });
    tests(database);
  });
}

/** A migrated, empty database on the test server. */
export async function freshOnServer(): Promise<{ engine: Engine; remove: () => Promise<void> }> {
  const template = inject('serverUrl');
  const templateName = new URL(template).pathname.slice(1);
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = connect({ kind: 'server', url: databaseUrl(template, 'postgres') }, { poolSize: 1 });
  await admin.raw('CREATE DATABASE ?? TEMPLATE ??', [name, templateName]);
  return {
    engine: { kind: 'server', url: databaseUrl(template, name) },
    remove: async () => {
      await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]);
      await admin.destroy();
    },
  };
}

/** A migrated, empty embedded database in a folder of its own. */
export function freshEmbedded(): { engine: Engine & { kind: 'embedded' }; remove: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'loket-embedded-test-'));
  cpSync(inject('embeddedTemplate'), folder, { recursive: true });
  return {
    engine: { kind: 'embedded', folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
