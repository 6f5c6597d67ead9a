import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Thrown when another process has the embedded database open. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';

  constructor(folder: string) {
    super(
      `De ingebouwde database in ${folder} is al in gebruik door een ander proces. ` +
        'Stop dat proces, kies een andere map met DATA_DIR, of gebruik een PostgreSQL-server met DATABASE_URL.',
    );
  }
}

/**
 * Holds the embedded database folder for this process; two openers would silently lose data.
 *
 * The lock is a listening local socket: the kernel drops it when the process dies, also after kill -9, so it never
 * goes stale and never depends on a process number.
 *
 * @returns a function that gives the folder free again
 * @throws DatabaseInUse
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  const path = join(tmpdir(), `omgevingsloket-${name}.sock`);
  if (await answers(path)) throw new DatabaseInUse(folder);
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await listen(server, path, folder);
  server.unref();
  let released: Promise<void> | undefined;
  return () => {
    released ??= new Promise((done) => server.close(() => done()));
    return released;
  };
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolveAnswer) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolveAnswer(true);
    });
    socket.once('error', () => resolveAnswer(false));
  });
}

function listen(server: Server, path: string, folder: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new DatabaseInUse(folder) : error),
    );
    server.listen(path, done);
  });
}
