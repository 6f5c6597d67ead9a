import knex, { type Knex } from 'knex';
import pg from 'pg';
import { EmbeddedDialect } from './embedded/dialect.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** Where the data lives: a PostgreSQL server with PostGIS, or the embedded PostGIS in a folder (null: in memory). */
export type Engine = { kind: 'server'; url: string } | { kind: 'embedded'; folder: string | null };

export interface ConnectOptions {
  /** Connections to a server at the same time; the embedded engine always has one. */
  poolSize?: number;
  /** The server cuts off a statement that takes longer; the embedded engine cannot. */
  statementTimeoutMs?: number;
}

/** What knex says itself goes to standard error: standard output belongs to the command. */
const log = { warn: say, error: say, deprecate: say, debug: say };

/** That no connection could be had is told to whoever asked; saying it here as well would only be noise. */
function say(message: unknown): void {
  if (!String(message).startsWith('Acquire connection error')) console.error(message);
}

/**
 * Opens the database. Both engines speak the same SQL (PostGIS 3.3 and newer) through the same knex interface.
 *
 * On a server JIT is off: our statements are short and compiling them costs more than it brings.
 */
export function connect(engine: Engine, { poolSize = 10, statementTimeoutMs = 15_000 }: ConnectOptions = {}): Knex {
  if (engine.kind === 'embedded') {
    return knex({
      client: EmbeddedDialect as unknown as typeof Knex.Client,
      connection: {},
      folder: engine.folder,
      // A second attempt would find the folder locked by the first, so a slow machine gets its time.
      pool: { min: 1, max: 1, createTimeoutMillis: 300_000 },
      acquireConnectionTimeout: 120_000,
      log,
    } as Knex.Config);
  }
  return knex({
    client: 'pg',
    connection: {
      connectionString: engine.url,
      application_name: 'omgevingsloket',
      options: `-c statement_timeout=${statementTimeoutMs} -c jit=off`,
      connectionTimeoutMillis: 3_000,
    },
    pool: { min: 0, max: poolSize },
    acquireConnectionTimeout: 10_000,
    log,
  });
}
