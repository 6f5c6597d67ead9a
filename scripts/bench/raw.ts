/** The process that sends the statements of the product to PostgreSQL by itself, prepared, over pg and nothing else. */
import pg from 'pg';
import { answerParent } from './process.ts';
import { Timing, type Timings } from './timings.ts';

export interface Statement {
  /** Of a prepared statement; the same text has the same name. */
  name: string;
  text: string;
  values: readonly unknown[];
}

export interface RawLoad {
  databaseUrl: string;
  /** Per request the statements that it needs, one after the other. */
  requests: readonly (readonly Statement[])[];
  clients: number;
  seconds: number;
}

/** Answers stay the text that came over the line: reading them is the work of who uses them. */
const unread = { getTypeParser: () => (value: string) => value };

/** Connections stay open between slices, with their prepared statements, as those of the product do. */
const open: pg.Client[] = [];

/** @returns bytes of the answers together */
async function send(client: pg.Client, statements: readonly Statement[]): Promise<number> {
  let bytes = 0;
  for (const { name, text, values } of statements) {
    const { rows } = await client.query({ name, text, values: [...values], types: unread, rowMode: 'array' });
    for (const row of rows as (string | null)[][]) for (const value of row) bytes += value?.length ?? 0;
  }
  return bytes;
}

answerParent<RawLoad, Timings>(async ({ databaseUrl, requests, clients, seconds }) => {
  while (open.length < clients) {
    const client = new pg.Client({ connectionString: databaseUrl, options: '-c jit=off' });
    await client.connect();
    open.push(client);
  }
  const timing = new Timing(seconds);
  await Promise.all(
    open.slice(0, clients).map(async (client) => {
      for (let i = 0; !timing.over; i += 1) {
        const begin = performance.now();
        try {
          const bytes = await send(client, requests[i % requests.length] as readonly Statement[]);
          timing.add(performance.now() - begin, bytes);
        } catch (error) {
          timing.addFault((error as Error).message);
          await client.query('ROLLBACK');
        }
      }
    }),
  );
  return timing.result();
});
