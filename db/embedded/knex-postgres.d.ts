declare module 'knex/lib/dialects/postgres/index.js' {
  import { Knex } from 'knex';

  export default class Postgres extends Knex.Client {
    version?: string;
    _driver(): unknown;
    acquireRawConnection(): Promise<unknown>;
    destroyRawConnection(connection: unknown): Promise<void>;
    _query(connection: unknown, query: unknown): Promise<unknown>;
  }
}
