/** The worker thread that runs PGlite with PostGIS; see protocol.ts for what it is asked and answers. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

import { postgis } from './postgis.ts';
import type { Answer, Question } from './protocol.ts';

const port = parentPort;
if (!port) throw new Error('The embedded database runs in a worker thread only.');

const { folder } = workerData as { folder: string | null };
// PGlite makes the folder itself, but not what it stands in.
if (folder) mkdirSync(dirname(folder), { recursive: true });
const asText = (value: string) => value;
const pglite = await PGlite.create({
  ...(folder ? { dataDir: folder } : {}),
  extensions: { postgis, pg_trgm, unaccent, pgcrypto, btree_gist },
  parsers: {
    [types.INT8]: asText,
    [types.DATE]: asText,
    [types.NUMERIC]: asText,
  },
});

/** PostGIS in WebAssembly swallows exceptions of GEOS: the statement then comes back without a command. */
function loud<R extends { command?: string | undefined }>(result: R, sql: string): R {
  if (result.command === undefined) {
    throw Object.assign(new Error(`GEOS gave up inside the embedded database: ${sql.slice(0, 500)}`), {
      code: 'XX000',
    });
  }
  return result;
}

async function answer(question: Question): Promise<Omit<Answer, 'id'>> {
  if (question.kind === 'close') {
    await pglite.close();
    return { rows: [], rowCount: 0, command: 'CLOSE' };
  }
  if (question.kind === 'exec') {
    const results = (await pglite.exec(question.sql)).map((result) => loud(result, question.sql));
    return { rows: results.at(-1)?.rows ?? [], rowCount: results.at(-1)?.rowCount ?? 0, command: 'EXEC' };
  }
  const options = question.blob ? { blob: new Blob([question.blob as Uint8Array<ArrayBuffer>]) } : {};
  const result = loud(await pglite.query(question.sql, question.values, options), question.sql);
  return { rows: result.rows, rowCount: result.rowCount ?? 0, command: result.command, fields: result.fields };
}

port.on('message', async (question: Question) => {
  try {
    port.postMessage({ id: question.id, ...(await answer(question)) } satisfies Answer);
  } catch (error) {
    const { message, code, detail, hint, constraint, table } = error as Record<string, string | undefined>;
    port.postMessage({
      id: question.id,
      error: { message: message ?? String(error), code, detail, hint, constraint, table },
    } satisfies Answer);
  }
});
port.postMessage({ id: 0, command: 'READY' } satisfies Answer);
