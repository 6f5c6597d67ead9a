import {
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelRange,
  FeelTime,
  parseExpression,
  parseUnaryTests,
  unaryTest,
} from 'feelin';
import { rangeFunctions } from './feel-bereik.ts';
import { rewriteEquality } from './feel-gelijkheid.ts';

/** What FEEL knows by name: values and functions of an expression's surroundings. */
export type Scope = Readonly<Record<string, unknown>>;

export interface FeelResult<Value> {
  value: Value;
  /** Why the value is null, or less than it should be; empty when all went well. */
  faults: string[];
}

/** The value of a FEEL expression. What cannot be evaluated is null, with a fault, as FEEL wants it. */
export function evaluateFeel(text: string, scope: Scope): FeelResult<unknown> {
  return guarded(() => {
    const rewritten = rewriteEquality(text, scope);
    return evaluate(rewritten?.text ?? text, { ...rangeFunctions, ...scope, ...rewritten?.functions });
  });
}

/** Whether a value meets FEEL unary tests, as in a cell of a decision table; null: FEEL cannot tell. */
export function testFeel(text: string, value: unknown, scope: Scope): FeelResult<boolean | null> {
  if (typeof value === 'boolean' && !text.includes('?')) {
    const outcome = testBoolean(text, value, scope);
    if (outcome) return outcome;
  }
  return guarded(() => unaryTest(text, { ...rangeFunctions, ...scope, '?': value }));
}

/**
 * A boolean equals what the cell says. The engine would take an expression that is true for a test that is met, whatever
 * the value.
 */
function testBoolean(text: string, value: boolean, scope: Scope): FeelResult<boolean | null> | null {
  const negated = /^\s*not\s*\(([\s\S]*)\)\s*$/.exec(text)?.[1];
  const { value: alternatives, faults } = evaluateFeel(`[${negated ?? text}]`, scope);
  if (!Array.isArray(alternatives) || faults.length > 0) return null;
  const any = alternatives.flat().includes(value);
  const known = any || alternatives.every((alternative) => typeof alternative === 'boolean');
  return { value: known ? any !== (negated !== undefined) : null, faults: [] };
}

function guarded<Value>(run: () => { value: Value; warnings: { message: string }[] }): FeelResult<Value | null> {
  try {
    const { value, warnings } = run();
    return { value: value ?? null, faults: warnings.map(({ message }) => message) };
  } catch (error) {
    // The engine throws for what it cannot parse, and for the little of FEEL that it does not know.
    return { value: null, faults: [error instanceof Error ? error.message : String(error)] };
  }
}

/**
 * What is wrong with the grammar of an expression or of unary tests; null: nothing.
 *
 * @param names known in its surroundings: FEEL names may hold spaces, so that they decide how a text is read
 */
export function findSyntaxFault(kind: 'expression' | 'tests', text: string, names: Iterable<string>): string | null {
  const known = Object.fromEntries([...names, '?'].map((name) => [name, null]));
  const parse = kind === 'expression' ? parseExpression : parseUnaryTests;
  let fault: string | null = null;
  parse(text, known, undefined).iterate({
    enter: ({ type, from }) => {
      if (type.isError) fault ??= `kan niet gelezen worden vanaf "${text.slice(from, from + 20)}" in "${text}"`;
      return fault === null;
    },
  });
  return fault;
}

const typeNames: readonly [(value: unknown) => boolean, string][] = [
  [(value) => typeof value === 'number', 'number'],
  [(value) => typeof value === 'string', 'string'],
  [(value) => typeof value === 'boolean', 'boolean'],
  [(value) => Array.isArray(value), 'list'],
  [(value) => value instanceof FeelDate, 'date'],
  [(value) => value instanceof FeelTime, 'time'],
  [(value) => value instanceof FeelDateTime, 'date and time'],
  [(value) => value instanceof FeelDuration && value.yearsMonths, 'years and months duration'],
  [(value) => value instanceof FeelDuration, 'days and time duration'],
  [(value) => value instanceof FeelRange, 'range'],
  [(value) => value instanceof FeelFunction || typeof value === 'function', 'function'],
];

/** The FEEL type of a value, by its name in the standard; null of null. */
export function feelTypeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeNames.find(([is]) => is(value))?.[1] ?? 'context';
}

export function isContext(value: unknown): value is Record<string, unknown> {
  return feelTypeOf(value) === 'context';
}
