import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = '/usr/lib/postgresql/15/bin';

export interface Cluster {
  /** postgres://... of the maintenance database. */
  url: string;
  /** Takes the server away without warning and brings it back, with its data, to see what that does to others. */
  crash(): void;
  /** As when its process is killed: nothing is written, nobody is told. */
  kill(): void;
  restart(): void;
  /** Ends it and removes its files. */
  stop(): void;
}

/** Quick, and nobody minds when the data is lost. */
const forTests = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=80',
  'shared_buffers=256MB',
];

/**
 * Starts a PostgreSQL cluster of our own, on a free port of the loopback, with nothing kept on disk afterwards.
 *
 * PostgreSQL refuses to run as root: then the user `postgres` of the Debian package runs it.
 *
 * @param parameters of the server, as name=value
 */
export async function startCluster(parameters: readonly string[] = forTests): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-pg-'));
  const root = process.getuid?.() === 0;
  if (root) {
    const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const run = (program: string, ...words: string[]) => {
    const command = [join(bin, program), ...words];
    const full = root ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const { status, stderr, stdout } = spawnSync(full[0] as string, full.slice(1), { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}${stdout}`);
  };
  const port = await freePort();
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8');
  const settings = [
    `-p ${port}`,
    `-k ${folder}`,
    '-c listen_addresses=127.0.0.1',
    ...parameters.map((parameter) => `-c ${parameter}`),
  ];
  const start = () => run('pg_ctl', '-D', data, '-o', settings.join(' '), '-l', join(folder, 'log'), '-w', 'start');
  const crash = () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
  /** What the killed one left behind goes away by itself, a moment later. */
  const restart = (pogingen = 20): void => {
    try {
      start();
    } catch (error) {
      if (pogingen === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
      restart(pogingen - 1);
    }
  };
  start();
  return {
    crash,
    kill: () => process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'),
    restart: () => restart(),
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
