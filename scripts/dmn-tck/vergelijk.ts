import { evaluateFeel, feelTypeOf, isContext } from '../../server/vergunningcheck/domain/dmn/feel.ts';

/**
 * Whether a computed value is the value that the kit expects.
 *
 * Numbers may differ by one in the ninth significant digit: the kit counts in decimals, FEEL here in binary. Temporal
 * values are equal when FEEL says so, or when they print the same. A context may hold nothing that is not expected.
 */
export function isExpected(actual: unknown, expected: unknown): boolean {
  if (expected === null || expected === undefined) return actual === null || actual === undefined;
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return false;
    return actual === expected || Math.abs(actual - expected) <= 1e-8 * Math.max(1, Math.abs(expected));
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, at) => isExpected(actual[at], item))
    );
  }
  if (isContext(expected)) {
    return (
      isContext(actual) &&
      Object.keys(actual).length === Object.keys(expected).length &&
      Object.entries(expected).every(([name, value]) => Object.hasOwn(actual, name) && isExpected(actual[name], value))
    );
  }
  if (typeof expected !== 'object') return actual === expected;
  if (feelTypeOf(actual) !== feelTypeOf(expected)) return false;
  return String(actual) === String(expected) || evaluateFeel('a = b', { a: actual, b: expected }).value === true;
}
