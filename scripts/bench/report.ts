import { type Aim, aims, isMet } from './aims.ts';
import type { Result, Speed } from './job.ts';

/** Everything that one run found. */
export interface Report {
  at: string;
  short: boolean;
  machine: Record<string, string>;
  data: Record<string, number>;
  results: (Result & { job: string; uitleg: string })[];
  aims: (Aim & { value: number; met: boolean })[];
}

export function aimsOf(results: Report['results']): Report['aims'] {
  const figures = new Map(results.map(({ job, figures: found }) => [job, found]));
  return aims.flatMap((aim) => {
    const value = figures.get(aim.job)?.[aim.figure];
    return value === undefined ? [] : [{ ...aim, value, met: isMet(aim, value) }];
  });
}

const getal = (value: number, decimals: number) =>
  Number.isFinite(value)
    ? value.toLocaleString('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    : '–';
/** With as many decimals as its size asks for. */
const passend = (value: number) => getal(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** One result as lines of text: the table of a kind of request, then its other figures. */
export function formatResult({ job, uitleg, load = [], figures }: Report['results'][number]): string {
  const rows = load.flatMap(({ clients, product, raw, empty }) => [
    row(`${clients} vrager${clients === 1 ? '' : 's'}`, 'product', product),
    ...(raw ? [row('', 'ruw', raw)] : []),
    row('', 'leeg', empty),
  ]);
  const table = rows.length > 0 ? [header, ...rows] : [];
  const faults = load.flatMap(({ product, raw, empty }) =>
    [product, raw, empty].flatMap((speed) =>
      speed && speed.faults > 0 ? [`  ${speed.faults} keer geen antwoord, zoals: ${speed.fault}`] : [],
    ),
  );
  const lines = Object.entries(figures).map(([naam, value]) => `  ${naam.padEnd(44)}${passend(value).padStart(10)}`);
  return [`${job}: ${uitleg}`, ...table, ...faults, ...lines, ''].join('\n');
}

const header = `  ${''.padEnd(10)}${''.padEnd(9)}${'per s'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'kB'.padStart(9)}${'aantal'.padStart(9)}`;

const row = (clients: string, wat: string, { perSecond, p50Ms, p99Ms, bytes, count }: Speed) =>
  `  ${clients.padEnd(10)}${wat.padEnd(9)}${passend(perSecond).padStart(10)}${getal(p50Ms, 2).padStart(10)}${getal(p99Ms, 2).padStart(10)}${getal(bytes / 1000, 1).padStart(9)}${getal(count, 0).padStart(9)}`;

/** The aims with what was measured; those that are not met are marked. */
export function formatAims(measured: Report['aims']): string {
  if (measured.length === 0) return '';
  const lines = measured.map(({ issue, job, figure, atLeast, atMost, value, met }) => {
    const doel = atLeast !== undefined ? `≥ ${passend(atLeast)}` : `≤ ${passend(atMost ?? Number.NaN)}`;
    return `  ${met ? 'gehaald     ' : 'NIET GEHAALD'}  ${`${job}: ${figure}`.padEnd(56)}${passend(value).padStart(10)}  ${doel.padStart(10)}  (${issue})`;
  });
  const missed = measured.filter(({ met }) => !met).length;
  return [`Doelen: ${measured.length - missed} van ${measured.length} gehaald`, ...lines, ''].join('\n');
}
