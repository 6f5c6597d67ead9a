import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { duration, parseDateTime } from 'feelin';
import { describe, expect, test } from 'vitest';
import { findTestFiles, runTestFile } from '../../scripts/dmn-tck/uitvoeren.ts';
import { isExpected } from '../../scripts/dmn-tck/vergelijk.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const failures = (files: readonly string[]) =>
  files.flatMap((file) =>
    runTestFile(file)
      .filter(({ state }) => state !== 'passed')
      .map(({ id, reasons }) => `${file} ${id}: ${reasons.join('; ')}`),
  );

describe('the DMN compatibility kit', () => {
  test('passes every folder that lies here', () => {
    const files = findTestFiles(folder('../../../shared/data/dmn-tck'));
    expect(files.length).toBeGreaterThanOrEqual(15);
    expect(failures(files)).toEqual([]);
  });

  test('so do our own tests in its form, of what those folders leave out', () => {
    const files = findTestFiles(folder('dmn-tck'));
    expect(files).toHaveLength(4);
    expect(failures(files)).toEqual([]);
  });

  test('tells why a case does not pass', () => {
    const map = mkdtempSync(join(tmpdir(), 'dmn-tck-'));
    try {
      const waarde = (value: string) =>
        `<resultNode name="een"><expected><value xsi:type="xsd:decimal">${value}</value></expected></resultNode>`;
      writeFileSync(
        join(map, 'm.dmn'),
        `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="m" name="m">
         <decision name="een" id="e"><variable name="een"/><literalExpression><text>1 + x</text></literalExpression></decision></definitions>`,
      );
      writeFileSync(
        join(map, 'm-test-01.xml'),
        `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="i"><modelName>m.dmn</modelName>
         <testCase id="1">${waarde('2')}</testCase></testCases>`,
      );
      writeFileSync(
        join(map, 'n-test-01.xml'),
        `<testCases><modelName>weg.dmn</modelName><testCase id="1">${waarde('2').replaceAll('xsi:', '')}</testCase></testCases>`,
      );
      expect(failures(findTestFiles(map)).map((line) => line.replace(/^.*test-01\.xml /, ''))).toEqual([
        expect.stringMatching(/^1: een: null instead of 2 \(.*Variable 'x' not found/),
        '1: the model weg.dmn is not there',
      ]);
    } finally {
      rmSync(map, { recursive: true, force: true });
    }
  });
});

describe('a result', () => {
  test('is what was expected, whatever its type', () => {
    expect(isExpected(1 / 3, 0.333333333)).toBe(true);
    expect(isExpected(1 / 3, 0.33333)).toBe(false);
    expect(isExpected(null, null)).toBe(true);
    expect(isExpected([], null)).toBe(false);
    expect(isExpected('1', 1)).toBe(false);
    expect(isExpected([1, { a: 'x' }], [1, { a: 'x' }])).toBe(true);
    expect(isExpected({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(isExpected(parseDateTime('2026-01-01T12:00:00Z'), parseDateTime('2026-01-01T12:00:00+00:00'))).toBe(true);
    expect(isExpected(duration('PT36H'), duration('P1DT12H'))).toBe(true);
    expect(isExpected('P1D', duration('P1D'))).toBe(false);
  });
});
