import Postgres from 'knex/lib/dialects/postgres/index.js';
import type { Answer } from './protocol.ts';
import { type EmbeddedSession, openEmbedded } from './session.ts';

const byteaType = 17;

interface RunningQuery {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
}

/** Several statements in one string go through the simple protocol, which takes no bindings. */
const holdsSeveral = (sql: string) => /;\s*\S/.test(sql);

/** A Buffer loses its kind on the way between threads; node-postgres gives bytea as Buffer. */
function withBuffers(answer: Answer): Answer {
  for (const { name } of answer.fields?.filter((field) => field.dataTypeID === byteaType) ?? []) {
    for (const row of answer.rows as Record<string, Uint8Array | null>[]) {
      const bytes = row[name];
      if (bytes) row[name] = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
  }
  return answer;
}

/**
 * The knex dialect for the embedded PostGIS. It speaks PostgreSQL; only the connection differs.
 *
 * There is one session: inside a transaction use only `trx`, or the query waits for itself.
 */
export class EmbeddedDialect extends Postgres {
  override _driver() {
    return {};
  }

  override async acquireRawConnection(): Promise<EmbeddedSession> {
    const session = await openEmbedded((this.config as { folder: string | null }).folder);
    this.version ??= '18';
    return session;
  }

  override async destroyRawConnection(session: EmbeddedSession): Promise<void> {
    await session.close();
  }

  override async _query(session: EmbeddedSession, query: RunningQuery): Promise<RunningQuery> {
    if (!query.sql) throw new Error('The query is empty');
    const values = query.bindings ?? [];
    const answer =
      values.length === 0 && holdsSeveral(query.sql)
        ? await session.ask({ kind: 'exec', sql: query.sql })
        : await session.ask({ kind: 'query', sql: query.sql, values });
    query.response = withBuffers(answer);
    return query;
  }
}
