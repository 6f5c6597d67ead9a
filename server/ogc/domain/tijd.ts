import type { Sql } from '../../lagen/catalogus/laag.ts';
import type { Tijd } from './collecties.ts';
import { binding, sql, vast } from './sql.ts';

/** A first and a last day, YYYY-MM-DD, both included; null: without end. */
export interface Dagen {
  van: string | null;
  tot: string | null;
}

const dagVorm = /^(\d{4})-(\d{2})-(\d{2})$/;
const momentVorm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A day that exists, in the years 1 to 9999; otherwise null. */
export function readDag(tekst: string): string | null {
  const [, jaar] = dagVorm.exec(tekst) ?? [];
  if (jaar === undefined || jaar === '0000') return null;
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst) ? tekst : null;
}

const inNederland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day in the Netherlands of a moment (RFC 3339); otherwise null. Our data knows days, no hours. */
export function readDagVanMoment(tekst: string): string | null {
  if (!momentVorm.test(tekst) || readDag(tekst.slice(0, 10)) === null) return null;
  const moment = new Date(tekst);
  return Number.isNaN(moment.getTime()) ? null : readDag(inNederland.format(moment).padStart(10, '0'));
}

/** Reads the parameter datetime: a day, a moment, or two of these with a slash; `..` or nothing is an open end. */
export function readDatetime(tekst: string): Dagen | null {
  const delen = tekst.split('/');
  const eind = (deel: string) => (deel === '' || deel === '..' ? null : (readDag(deel) ?? readDagVanMoment(deel)));
  if (delen.length === 1) {
    const dag = eind(tekst);
    return dag === null ? null : { van: dag, tot: dag };
  }
  const [vanaf = '', tot = '', ...meer] = delen;
  const dagen = { van: eind(vanaf), tot: eind(tot) };
  const leeg = (deel: string) => deel === '' || deel === '..';
  if (meer.length > 0 || (dagen.van === null && !leeg(vanaf)) || (dagen.tot === null && !leeg(tot))) return null;
  return dagen.van !== null && dagen.tot !== null && dagen.van > dagen.tot ? null : dagen;
}

/** The condition that an object `o` has to do with these days. An end that is not known counts as open. */
export function inDagen(tijd: Tijd, { van, tot }: Dagen): Sql {
  const eerste = van === null ? vast(`'-infinity'::date`) : binding(van, 'date');
  const laatste = tot === null ? vast(`'infinity'::date`) : binding(tot, 'date');
  if ('dag' in tijd) return sql`(${vast(`o.${tijd.dag}`)} >= ${eerste} AND ${vast(`o.${tijd.dag}`)} <= ${laatste})`;
  const vanaf = vast(`o.${tijd.vanaf}`);
  const daarna = vast(`o.${tijd.tot}`);
  return sql`((${vanaf} IS NULL OR ${vanaf} <= ${laatste}) AND (${daarna} IS NULL OR ${daarna} > ${eerste}))`;
}
