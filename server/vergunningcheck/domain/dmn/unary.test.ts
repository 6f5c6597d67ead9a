import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testFeel } from './feel.ts';
import { compileTests, meetsTests } from './unary.ts';

const meets = (text: string, value: unknown) => meetsTests(compileTests(text), value, {});
const isPlain = (text: string) => compileTests(text).plain !== null;

describe('the cells of a decision table', () => {
  test('are met as FEEL has it', () => {
    expect(meets('-', null)).toBe(true);
    expect(meets('"a","b, c"', 'b, c')).toBe(true);
    expect(meets('not("a", "b")', 'c')).toBe(true);
    expect(meets('(50..100)', 50)).toBe(false);
    expect(meets('[50..100)', 50)).toBe(true);
    expect(meets('[50..100)', 100)).toBe(false);
    expect(meets('not(null)', 0)).toBe(true);
    expect(meets('not(null)', null)).toBe(false);
    expect(meets('if ? = null then false else contains(?, "x")', 'axb')).toBe(true);
  });

  test('are never met by a value of another kind', () => {
    expect(meets('<= 50', '20')).toBe(false);
    expect(meets('not("a")', 5)).toBe(false);
    expect(meets('> 5', null)).toBe(false);
    expect(meets('not(> 5)', null)).toBe(false);
  });

  test('that name something are left to the engine', () => {
    expect(['x', '> x', '"a\\"b"', '[1..x]', 'date("2020-01-01")'].some(isPlain)).toBe(false);
    expect(meetsTests(compileTests('> grens'), 4, { grens: 3 })).toBe(true);
    expect(meetsTests(compileTests('not(ja)'), false, { ja: true })).toBe(true);
    expect(meetsTests(compileTests('ja'), false, { ja: true })).toBe(false);
  });

  const number = fc.integer({ min: -4, max: 4 }).map((n) => n / 2);
  const numeric = fc.oneof(
    number.map(String),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), number).map(([sign, n]) => `${sign} ${n}`),
    fc
      .tuple(fc.constantFrom('[', '(', ']'), number, number, fc.constantFrom(']', ')', '['))
      .filter(([, from, ,]) => from <= 4)
      .map(([open, from, to, close]) => `${open}${Math.min(from, to)}..${Math.max(from, to)}${close}`),
  );
  const text = fc.constantFrom('"a"', '"b"', '"c d"');
  const wrap = (cell: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.array(cell, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([cells, negated]) => (negated ? `not(${cells.join(', ')})` : cells.join(',')));

  test('read without the engine say the same as with it', () => {
    const same = (cell: string, value: unknown) => {
      expect(isPlain(cell)).toBe(true);
      expect(meets(cell, value), `${cell} of ${value}`).toBe(testFeel(cell, value, {}).value === true);
    };
    fc.assert(fc.property(wrap(numeric), number, same), { numRuns: 150 });
    fc.assert(fc.property(wrap(text), fc.constantFrom('a', 'b', 'c d', 'e'), same), { numRuns: 60 });
    fc.assert(fc.property(wrap(fc.constantFrom('true', 'false')), fc.boolean(), same), { numRuns: 30 });
  });
});
