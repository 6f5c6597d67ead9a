import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import sharp from 'sharp';
import { connect } from '../../db/connect.ts';
import { migrate } from '../../db/migrations/index.ts';
import { type Opslag, openOpslag } from '../../server/bijlagen/opslag.ts';
import { meldAan } from '../test/aanmelden.ts';
import { freePort, startCluster } from '../test/cluster.ts';
import { dienIn, type Ingediend } from './aanvrager.ts';

export interface Uitslag {
  /** Submissions that somebody was told had arrived. */
  acknowledged: number;
  /** Of those: there exactly once, whole, with their bijlage: the bytes that were acknowledged, the picture that was sent. */
  found: number;
  lost: number;
  doubled: number;
}

const aanvragers = 6;
const bijlageBytes = 40_000;
const plaats = { x: 146_500, y: 505_500 };
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Never off: what is acknowledged must be on the disk. */
const duurzaam = ['fsync=on', 'synchronous_commit=on', 'max_connections=60'];

/**
 * Kills the server or the database with -9 at a random moment, `rondes` times, while people file; then looks whether
 * everything that was acknowledged is there once, whole.
 *
 * @param tell called with what happens
 */
export async function killTest(rondes: number, tell: (regel: string) => void): Promise<Uitslag> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-kill-'));
  const cluster = await startCluster(duurzaam);
  const db = connect({ kind: 'server', url: cluster.url }, { poolSize: 4 });
  let server: ChildProcess | null = null;
  try {
    await migrate(db);
    await plantGemeente(db);
    const headers = await meldAan(db, 'proef');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const start = () => startLoket(port, cluster.url, folder);
    server = await start();

    const ingediend: Ingediend[] = [];
    const stop = new AbortController();
    const bezig = Array.from({ length: aanvragers }, async () => {
      while (!stop.signal.aborted) ingediend.push(await dienIn(url, headers, bijlageBytes, plaats));
    });
    const mislukt = Promise.all(bezig).then(() => {});
    // a refusal ends the test at once, instead of at its end
    mislukt.catch(() => stop.abort());
    for (let ronde = 1; ronde <= rondes && !stop.signal.aborted; ronde += 1) {
      await wacht(randomInt(150, 1_200));
      const wat = ronde % 2 === 1 ? 'server' : 'database';
      if (wat === 'server') {
        const dood = new Promise((done) => server?.once('exit', done));
        server.kill('SIGKILL');
        await dood;
        server = await start();
      } else {
        cluster.kill();
        cluster.restart();
      }
      tell(`${ronde} of ${rondes}: ${wat} killed, ${ingediend.length} acknowledged`);
    }
    await wacht(300);
    stop.abort();
    await mislukt;
    return await tel(db, openOpslag(join(folder, 'bijlagen')), ingediend);
  } finally {
    server?.kill('SIGKILL');
    await db.destroy();
    cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const wacht = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function startLoket(port: number, databaseUrl: string, folder: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    stdio: 'ignore',
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      DATA_DIR: join(folder, 'db'),
      PSEUDONYM_KEY: 'only for this test, and for nobody else',
      LOG_LEVEL: 'silent',
    },
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The loket did not start: ${child.exitCode}`);
    const leeft = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (leeft?.ok) return child;
    await wacht(50);
  }
}

/** A gemeente around the place, so that it is ours. */
async function plantGemeente(db: Knex): Promise<void> {
  const geom = 'SRID=28992;MULTIPOLYGON(((145000 504000,148000 504000,148000 507000,145000 507000,145000 504000)))';
  const bron = {
    id: 'proef',
    soort: 'proef',
    naam: 'Proef',
    licentie: 'CC0',
    gemeente_code: 'gm9999',
    peildatum: '2026-01-01',
  };
  await db.transaction(async (trx) => {
    await trx('bron').insert({ ...bron, aantallen: '{}', afgekeurd: '{}' });
    await trx('gemeente').insert({ code: 'gm9999', naam: 'Modelgemeente', geom, bron_id: 'proef' });
  });
}

/** Holds what was acknowledged against what is there, in the database and in the folder. */
async function tel(db: Knex, opslag: Opslag, ingediend: readonly Ingediend[]): Promise<Uitslag> {
  let [found, lost, doubled] = [0, 0, 0];
  for (const een of ingediend) {
    const zaken = await db('zaak').where({ omschrijving: een.merk }).select('id', 'kenmerk');
    if (zaken.length > 1) doubled += 1;
    else if (zaken.length === 1 && zaken[0].id === een.zaakId && (await isHeel(db, opslag, een))) found += 1;
    else lost += 1;
  }
  return { acknowledged: ingediend.length, found, lost, doubled };
}

/** With its bijlage, its event, receipt, mail, log, and without the concept that it was. */
async function isHeel(db: Knex, opslag: Opslag, { zaakId, kenmerk, beeld }: Ingediend): Promise<boolean> {
  const bijlagen = await db('bijlage').where({ zaak_id: zaakId, status: 'gekeurd' });
  const [bijlage] = bijlagen;
  if (bijlagen.length !== 1) return false;
  const bytes = await buffer(opslag.lees(bijlage.sleutel)).catch(() => Buffer.alloc(0));
  const som = (iets: Buffer) => createHash('sha256').update(iets).digest('hex');
  if (som(bytes) !== bijlage.sha256) return false;
  if (som(await sharp(bytes).raw().toBuffer()) !== beeld) return false;
  const een = async (tabel: string, waar: object) => (await db(tabel).where(waar)).length === 1;
  const [zaak] = await db('zaak').where({ id: zaakId, kenmerk });
  return (
    zaak !== undefined &&
    (await een('zaak_gebeurtenis', { zaak_id: zaakId })) &&
    (await een('zaak_document', { zaak_id: zaakId })) &&
    (await een('post', { zaak_id: zaakId })) &&
    (await een('audit_avg', { object_id: zaakId, handeling: 'verzamelen' })) &&
    (await db('concept').where({ id: zaak.concept_id })).length === 0
  );
}
