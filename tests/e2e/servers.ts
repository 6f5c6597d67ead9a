import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect } from '../../db/connect.ts';
import { freePort, startCluster } from '../../scripts/test/cluster.ts';
import { prepareMachine } from '../../scripts/test/machine.ts';
import { databaseUrl } from '../database-setup.ts';

const root = resolve(import.meta.dirname, '../..');
export const sharedData = resolve(root, '../shared/data');

/** The real village: what an installation imports before it opens, each line as it is typed after `npm run import --`. */
const otterlo = [
  ['grenzen', 'grenzen/gemeenten-2025.geojson'],
  ['bgt', 'otterlo/bgt_otterlo_citygml_imgeo2.1.1.zip', '--gemeente', 'gm0228'],
  ['brk', 'otterlo/kadastralekaart_perceel.gml', '--gemeente', 'gm0228'],
  ['adressen', 'otterlo/inspire_addresses_otterlo_28992.gpkg', '--gemeente', 'gm0228'],
  ['imow', 'imow/gm0233-omgevingsplan-ermelo-download.zip', '--gebied', 'gm0228'],
  ['besluiten', 'besluiten/bekendmakingen-ede-2024-10.json', '--gemeente', 'gm0228'],
];

type Environment = Record<string, string>;

function start(words: string[], env: Environment): ChildProcess {
  return spawn(join(root, 'node_modules/.bin/tsx'), words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
  });
}

async function command(words: string[], env: Environment): Promise<void> {
  const child = start(words, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}:\n${output}`);
}

interface Server {
  url: string;
  stop(): Promise<void>;
}

/** `npm start` on a free port; resolves when /readyz says that it can answer. */
export async function startLoket(env: Environment): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = start(['scripts/start.ts'], { ...env, PORT: String(port), PUBLIC_URL: url });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    if (ready?.ok) {
      return {
        url,
        stop: () =>
          new Promise((done) => {
            child.once('close', () => done());
            child.kill('SIGTERM');
          }),
      };
    }
    await new Promise((wait) => setTimeout(wait, 250));
  }
  child.kill('SIGKILL');
  throw new Error(`npm start was not ready in time:\n${output}`);
}

/** Starts the lokets that the walks visit, and tells the tests where they are through the environment. */
export default async function startServers(): Promise<() => Promise<void>> {
  prepareMachine();
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? null : await startCluster();
  const serverUrl = given ?? cluster?.url ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'loket-e2e-'));
  const admin = connect({ kind: 'server', url: serverUrl }, { poolSize: 1 });
  const databases = [`e2e_otterlo_${process.pid}`, `e2e_modelgemeente_${process.pid}`] as const;
  for (const name of databases) await admin.raw('CREATE DATABASE ??', [name]);
  const onServer = { DATABASE_URL: databaseUrl(serverUrl, databases[0]) };
  const embedded = { DATABASE_URL: '', DATA_DIR: join(folder, 'otterlo') };
  const modelgemeente = {
    DATABASE_URL: databaseUrl(serverUrl, databases[1]),
    DATA_DIR: join(folder, 'modelgemeente'),
    PRACTICE_LOGIN: 'on',
  };
  const servers: Server[] = [];
  const open = async (name: string, env: Environment) => {
    const server = await startLoket(env);
    servers.push(server);
    process.env[name] = server.url;
  };
  const importOtterlo = async (env: Environment) => {
    for (const [bron = '', file = '', ...options] of otterlo) {
      await command(['scripts/import.ts', bron, join(sharedData, file), ...options], env);
    }
  };
  // the first loket that opens builds the pages
  const openModelgemeente = async () => {
    await command(['scripts/modelgemeente.ts', '--inwoners', '5000'], modelgemeente);
    await open('LOKET_MODELGEMEENTE', modelgemeente);
  };
  if (existsSync(sharedData)) {
    await Promise.all([openModelgemeente().then(() => importOtterlo(onServer)), importOtterlo(embedded)]);
    await Promise.all([open('LOKET_OTTERLO_SERVER', onServer), open('LOKET_OTTERLO_EMBEDDED', embedded)]);
  } else {
    await openModelgemeente();
  }
  return async () => {
    for (const server of servers) await server.stop();
    for (const name of databases) await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]);
    await admin.destroy();
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
