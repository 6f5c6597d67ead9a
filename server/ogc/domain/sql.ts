import type { Sql } from '../../lagen/catalogus/laag.ts';

/** Joins parts of a statement, each with its bindings: sql`${a} = ${b}`. Plain text can only come from this code. */
export function sql(tekst: TemplateStringsArray, ...delen: readonly Sql[]): Sql {
  return {
    sql: tekst.map((stuk, i) => stuk + (delen[i]?.sql ?? '')).join(''),
    bindings: delen.flatMap(({ bindings }) => [...bindings]),
  };
}

/** A name or expression of the house itself, never of the asker. */
export const vast = (tekst: string): Sql => ({ sql: tekst, bindings: [] });

/** A value of the asker. */
export const binding = (waarde: string | number, type: string): Sql => ({ sql: `?::${type}`, bindings: [waarde] });

export function samen(delen: readonly Sql[], tussen: ' AND ' | ' OR ' | ' UNION ALL ' | ', ' | ' '): Sql {
  return {
    sql: delen.map((deel) => deel.sql).join(tussen),
    bindings: delen.flatMap(({ bindings }) => [...bindings]),
  };
}

/** All conditions together; no condition is always true. */
export const alle = (delen: readonly Sql[]): Sql => (delen.length === 0 ? vast('TRUE') : samen(delen, ' AND '));
