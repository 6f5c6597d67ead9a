import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrations/index.ts';
import { startCluster } from '../scripts/test/cluster.ts';
import { prepareMachine } from '../scripts/test/machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which each test file makes its own database from `template_loket`. */
    serverUrl: string;
    /** A migrated embedded database, copied by each test file. */
    embeddedTemplate: string;
  }
}

/** Makes both engines ready once: a migrated template database on a server, and a migrated embedded folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  prepareMachine();
  const given = process.env.TEST_DATABASE_URL || null;
  const cluster = given ? null : await startCluster();
  const serverUrl = given ?? (cluster as { url: string }).url;
  const folder = mkdtempSync(join(tmpdir(), 'loket-embedded-'));
  const template = `template_loket_${process.pid}`;
  const admin = connect({ kind: 'server', url: serverUrl });
  await admin.raw('CREATE DATABASE ??', [template]);
  await Promise.all([
    migrated(connect({ kind: 'server', url: databaseUrl(serverUrl, template) })),
    migrated(connect({ kind: 'embedded', folder: join(folder, 'template') })),
  ]);
  project.provide('serverUrl', databaseUrl(serverUrl, template));
  project.provide('embeddedTemplate', join(folder, 'template'));
  return async () => {
    await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [template]);
    await admin.destroy();
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrated(db: ReturnType<typeof connect>): Promise<void> {
  await migrate(db);
  await db.destroy();
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
