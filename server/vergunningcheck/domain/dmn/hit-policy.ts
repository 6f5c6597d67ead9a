import type { DecisionTable } from './model.ts';
import { readValueList } from './types.ts';

/** A rule of which every cell is met, with the value of its outputs: one value, or a context when there are more. */
export interface Hit {
  /** Place of the rule in the table, from 0. */
  rule: number;
  output: unknown;
}

export interface Combined {
  value: unknown;
  /** The rules that the value came from, by their place in the table. */
  deciding: number[];
  /** Why the rules together give no value, such as two that hit a UNIQUE table. */
  fault: string | null;
}

/**
 * Makes one value of the rules that hit, by the hit policy of the table.
 *
 * No hit at all is not handled here: that is the default output, or null.
 *
 * @param hits at least one, in the order of the table
 * @param valuesOf the allowed values of an output whose priority counts and that are not in the table itself
 * @source DMN 1.5 section 8.2.10
 */
export function combineHits(
  table: DecisionTable,
  hits: readonly Hit[],
  valuesOf: (output: number) => readonly unknown[] = () => [],
): Combined {
  const rules = hits.map(({ rule }) => rule);
  const names = () => rules.map((rule) => rule + 1).join(', ');
  const one = ({ rule, output }: Hit): Combined => ({ value: output, deciding: [rule], fault: null });
  const all = (list: readonly Hit[]): Combined => ({
    value: list.map(({ output }) => output),
    deciding: list.map(({ rule }) => rule),
    fault: null,
  });
  const [first] = hits as [Hit, ...Hit[]];
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length === 1) return one(first);
      return { value: null, deciding: rules, fault: `meer dan één regel past (${names()}), maar de tabel is UNIQUE` };
    case 'ANY':
      if (hits.every(({ output }) => same(output, first.output))) {
        return { value: first.output, deciding: rules, fault: null };
      }
      return { value: null, deciding: rules, fault: `de regels ${names()} spreken elkaar tegen, maar de tabel is ANY` };
    case 'FIRST':
      return one(first);
    case 'PRIORITY':
      return one(byPriority(table, hits, valuesOf)[0] as Hit);
    case 'OUTPUT ORDER':
      return all(byPriority(table, hits, valuesOf));
    case 'RULE ORDER':
      return all(hits);
    case 'COLLECT':
      return table.aggregation === null ? all(hits) : aggregate(table.aggregation, hits);
  }
}

function byPriority(
  table: DecisionTable,
  hits: readonly Hit[],
  valuesOf: (output: number) => readonly unknown[],
): Hit[] {
  const orders = table.outputs.map(({ values }, index) => {
    const order = readValueList(values);
    return order.length > 0 ? order : valuesOf(index);
  });
  /** Values that are not in the list come after those that are. */
  const rank = (order: readonly unknown[], value: unknown) => {
    const at = order.findIndex((candidate) => same(candidate, value));
    return at < 0 ? order.length : at;
  };
  const cell = ({ output }: Hit, index: number) =>
    table.outputs.length === 1 ? output : (output as Record<string, unknown>)[table.outputs[index]?.name ?? ''];
  return [...hits].sort((a, b) => {
    for (const [index, order] of orders.entries()) {
      const difference = rank(order, cell(a, index)) - rank(order, cell(b, index));
      if (difference !== 0) return difference;
    }
    return a.rule - b.rule;
  });
}

function aggregate(aggregation: NonNullable<DecisionTable['aggregation']>, hits: readonly Hit[]): Combined {
  const deciding = hits.map(({ rule }) => rule);
  const values = hits.map(({ output }) => output);
  if (aggregation === 'COUNT') {
    return { value: new Set(values.map((value) => JSON.stringify(value))).size, deciding, fault: null };
  }
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) {
    return { value: null, deciding, fault: `${aggregation} kan alleen getallen samennemen` };
  }
  if (aggregation === 'SUM') return { value: numbers.reduce((sum, value) => sum + value, 0), deciding, fault: null };
  const value = aggregation === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
  return { value, deciding: hits.filter(({ output }) => output === value).map(({ rule }) => rule), fault: null };
}

/** Equal as data: outputs are literals, temporal values that print canonically, or lists and contexts of those. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
