import Postgres from 'knex/lib/dialects/postgres/index.js';
import { type EmbeddedSession, openEmbedded } from './session.ts';

interface RunningQuery {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
}

/** Several statements in one string go through the simple protocol, which takes no bindings. */
const holdsSeveral = (sql: string) => /;\s*\S/.test(sql);

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
    query.response =
      values.length === 0 && holdsSeveral(query.sql)
        ? await session.ask({ kind: 'exec', sql: query.sql })
        : await session.ask({ kind: 'query', sql: query.sql, values });
    return query;
  }
}
