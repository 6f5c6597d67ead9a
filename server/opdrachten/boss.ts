import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import PgBoss from 'pg-boss';
import type * as z from 'zod/mini';
import type { Opdracht } from './opdracht.ts';

const dagS = 24 * 60 * 60;

/** pg-boss on a connection or a transaction of knex, so that it works on both engines and within what else is written. */
export function bossOn(db: Knex): PgBoss {
  const { client } = db as unknown as { client: KnexClient };
  return new PgBoss({
    schema: 'opdracht',
    db: {
      async executeSql(sql, bindings = []) {
        const connection = await client.acquireConnection();
        try {
          const { response } = await client.query(connection, { sql, bindings });
          return response;
        } finally {
          await client.releaseConnection(connection);
        }
      },
    },
    maintenanceIntervalSeconds: 10,
    archiveCompletedAfterSeconds: 30 * dagS,
    archiveFailedAfterSeconds: 90 * dagS,
    deleteAfterDays: 1,
  });
}

/** What knex hides of its client; a transaction has one of its own, bound to its connection. */
interface KnexClient {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
  query(connection: unknown, query: { sql: string; bindings: unknown[] }): Promise<{ response: { rows: unknown[] } }>;
}

/**
 * The queue of a kind of work; making it twice is harmless.
 *
 * One at a time: pg-boss locks the list of queues from a row to the whole, so two that make one would wait for each other.
 */
export async function makeQueue(db: Knex, { soort, herhalingen, wachtS, termijnS }: Opdracht): Promise<void> {
  const rules = {
    name: soort,
    retryLimit: herhalingen,
    retryDelay: wachtS,
    retryBackoff: true,
    expireInSeconds: termijnS,
    // what waits is never thrown away unseen
    retentionDays: 365,
  };
  await db.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('omgevingsloket wachtrij'))`);
    const boss = bossOn(trx);
    await boss.createQueue(soort, rules);
    await boss.updateQueue(soort, rules);
  });
}

export interface Wanneer {
  /** The same sleutel twice gives one opdracht, for as long as it is kept (30 days after it was done). */
  sleutel?: string;
  /** Not before this many seconds from now. */
  overS?: number;
}

/**
 * Gives work, in the transaction of what asks for it: when that is undone there is no work either, and when it stands the
 * work will be done, whatever crashes.
 *
 * @returns false when work with this sleutel was given before
 */
export async function geefOpdracht<D extends z.ZodMiniType>(
  trx: Knex,
  opdracht: Opdracht<D>,
  data: z.input<D>,
  { sleutel, overS = 0 }: Wanneer = {},
): Promise<boolean> {
  const boss = bossOn(trx);
  const gegeven = opdracht.data.parse(data) as object;
  const options = { startAfter: overS, ...(sleutel !== undefined && { id: idVan(opdracht.soort, sleutel) }) };
  if (await boss.send(opdracht.soort, gegeven, options)) return true;
  // nothing was added: known already, or the first of its kind
  await makeQueue(trx, opdracht);
  return (await boss.send(opdracht.soort, gegeven, options)) !== null;
}

/** A uuid that is the same for the same sleutel (RFC 9562, version 8). */
function idVan(soort: string, sleutel: string): string {
  const hex = createHash('sha256').update(`${soort} ${sleutel}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
