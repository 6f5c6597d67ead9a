import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import { from as copyFrom } from 'pg-copy-streams';
import type { EmbeddedSession } from './embedded/session.ts';

/** A value for one column: objects become JSON, arrays of text become a PostgreSQL array, geometry is EWKT or hex WKB. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number)[]
  | { readonly [key: string]: unknown };

const chunkBytes = 8 * 1024 * 1024;

/**
 * Writes rows with COPY, the fastest way in on both engines, in bounded memory.
 *
 * @param trx the transaction that the rows belong to
 * @param columns in the order in which each row gives its values
 * @returns the number of rows written
 */
export async function copyRows(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>,
): Promise<number> {
  const target = trx.raw('?? (??)', [table, columns as unknown as string]).toQuery();
  const connection: unknown = await (trx as unknown as { client: Knex.Client }).client.acquireConnection();
  let count = 0;
  async function* chunks() {
    let text = '';
    for await (const row of rows) {
      text += `${row.map(encode).join('\t')}\n`;
      count += 1;
      if (text.length > chunkBytes) {
        yield Buffer.from(text);
        text = '';
      }
    }
    if (text) yield Buffer.from(text);
  }
  if (isEmbedded(connection)) {
    for await (const blob of chunks()) {
      await connection.ask({ kind: 'query', sql: `COPY ${target} FROM '/dev/blob'`, values: [], blob });
    }
  } else {
    const client = connection as { query(stream: ReturnType<typeof copyFrom>): NodeJS.WritableStream };
    await pipeline(Readable.from(chunks()), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
  }
  return count;
}

function isEmbedded(connection: unknown): connection is EmbeddedSession {
  return typeof (connection as EmbeddedSession).ask === 'function';
}

function encode(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (Array.isArray(value)) return escapeText(`{${value.map((item) => JSON.stringify(String(item))).join(',')}}`);
  if (typeof value === 'object') return escapeText(JSON.stringify(value));
  return String(value);
}

function escapeText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c);
}
