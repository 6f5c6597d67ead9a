import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/** What a statement is asked with, by the names in its text. */
type Values = Readonly<Record<string, unknown>>;

/**
 * A statement that is asked again and again with other values. Its text is taken apart once, and a server plans it once
 * per connection: for a statement of some pages that is a good part of the time.
 *
 * @param text SQL with its values as :naam; a name may come more than once
 */
export function statement<Row>(text: string): (db: Knex, values: Values) => Promise<Row[]> {
  const names: string[] = [];
  const sql = text.replace(/(?<!:):([a-zA-Z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
  return async ({ client }, values) => {
    const connection = await client.acquireConnection();
    try {
      const bindings = names.map((given) => values[given]);
      const { response } = await client.query(connection, { sql, bindings, options: { name } });
      return response.rows;
    } finally {
      await client.releaseConnection(connection);
    }
  };
}

/**
 * A statement that always gives one row, with one column `feiten`.
 *
 * @throws Error when it gives none
 */
export function factsStatement<Facts>(text: string): (db: Knex, values: Values) => Promise<Facts> {
  const ask = statement<{ feiten: Facts }>(text);
  return async (db, values) => {
    const [row] = await ask(db, values);
    if (!row) throw new Error('The database gave no row');
    return row.feiten;
  };
}
