import { type Scope, testFeel } from './feel.ts';

type Literal = string | number | boolean | null;
interface Bound {
  value: number;
  included: boolean;
}
/** One alternative of a cell: a literal that the value equals, or an interval in which it lies. */
export type Alternative =
  | { kind: 'literal'; value: Literal }
  | { kind: 'interval'; from: Bound | null; to: Bound | null };

/**
 * The unary tests of one cell of a decision table.
 *
 * Nearly every cell of a real file is one of a few plain forms. Those are read once and then tested without the FEEL
 * engine, which parses anew each time (some 100 µs a cell), and they show their limits to whoever wants to know at
 * which values an outcome can change.
 */
export interface UnaryTests {
  text: string;
  /** `-`: any value, also null. */
  any: boolean;
  /** Null: not one of the plain forms, so that only the FEEL engine can tell. */
  plain: { alternatives: Alternative[]; negated: boolean } | null;
}

const number = String.raw`-?\d+(?:\.\d+)?`;
const literalPattern = new RegExp(String.raw`^(?:"([^"\\]*)"|(${number})|(true|false|null))$`);
const comparisonPattern = new RegExp(String.raw`^(<=|>=|<|>)\s*(${number})$`);
const intervalPattern = new RegExp(String.raw`^([[\](])\s*(${number})\s*\.\.\s*(${number})\s*([\][)])$`);
/** Splits at commas outside strings and intervals; none of the plain forms nests. */
const alternativePattern = /(?:"[^"\\]*"|[^",])+/g;

export function compileTests(text: string): UnaryTests {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '') return { text: trimmed, any: true, plain: null };
  const negation = /^not\s*\(([\s\S]*)\)$/.exec(trimmed);
  const alternatives = readAlternatives(negation?.[1] ?? trimmed);
  return {
    text: trimmed,
    any: false,
    plain: alternatives && { alternatives, negated: negation !== null },
  };
}

function readAlternatives(text: string): Alternative[] | null {
  if (text.trim() === '' || /,\s*(,|$)|^\s*,/.test(text.replace(/"[^"\\]*"/g, '""'))) return null;
  const found = text.match(alternativePattern) ?? [];
  const read = found.map((part) => readAlternative(part.trim()));
  return read.every((part) => part !== null) ? read : null;
}

function readAlternative(text: string): Alternative | null {
  const literal = literalPattern.exec(text);
  if (literal) {
    const [, string, number, word] = literal;
    if (string !== undefined) return { kind: 'literal', value: string };
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    return { kind: 'literal', value: word === 'null' ? null : word === 'true' };
  }
  const comparison = comparisonPattern.exec(text);
  if (comparison) {
    const [, operator = '', limit] = comparison;
    const bound = { value: Number(limit), included: operator.endsWith('=') };
    return operator.startsWith('<')
      ? { kind: 'interval', from: null, to: bound }
      : { kind: 'interval', from: bound, to: null };
  }
  const interval = intervalPattern.exec(text);
  if (!interval) return null;
  const [, open, from, to, close] = interval;
  return {
    kind: 'interval',
    from: { value: Number(from), included: open === '[' },
    to: { value: Number(to), included: close === ']' },
  };
}

/** The value of a text that is one plain literal; undefined: it is something else. */
export function readLiteral(text: string): Literal | undefined {
  const read = readAlternative(text.trim());
  return read?.kind === 'literal' ? read.value : undefined;
}

/** Whether a value meets the tests of a cell; null, a value of another type for instance, is no. */
export function meetsTests(tests: UnaryTests, value: unknown, scope: Scope): boolean {
  if (tests.any) return true;
  if (tests.plain === null) return testFeel(tests.text, value, scope).value === true;
  const outcome = meetsPlain(tests.plain.alternatives, value);
  return outcome !== null && outcome !== tests.plain.negated;
}

/** Ternary: null when no alternative holds and at least one cannot be compared with the value. */
function meetsPlain(alternatives: readonly Alternative[], value: unknown): boolean | null {
  let outcome: boolean | null = false;
  for (const alternative of alternatives) {
    const one = meetsOne(alternative, value);
    if (one === true) return true;
    if (one === null) outcome = null;
  }
  return outcome;
}

function meetsOne(alternative: Alternative, value: unknown): boolean | null {
  if (alternative.kind === 'literal') {
    if (value === null || alternative.value === null) return value === alternative.value;
    return typeof value === typeof alternative.value ? value === alternative.value : null;
  }
  if (typeof value !== 'number') return null;
  const { from, to } = alternative;
  return (
    (from === null || value > from.value || (from.included && value === from.value)) &&
    (to === null || value < to.value || (to.included && value === to.value))
  );
}
