import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readDefinitions } from '../../server/vergunningcheck/domain/dmn/lees.ts';
import type { Definitions } from '../../server/vergunningcheck/domain/dmn/model.ts';
import { ModelSet } from '../../server/vergunningcheck/domain/dmn/model-set.ts';
import { formatValue } from '../../server/vergunningcheck/domain/dmn/types.ts';
import { XmlFault } from '../../server/xml/domain.ts';
import { readTestFile, type TestCase } from './testgevallen.ts';
import { isExpected } from './vergelijk.ts';

export interface Outcome {
  id: string;
  state: 'passed' | 'failed' | 'not supported';
  /** Why it did not pass; empty when it did. */
  reasons: string[];
}

/** Files in a folder and those below it that may hold tests, in order of path. */
export function findTestFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return findTestFiles(path);
      return /\.xml$/i.test(entry.name) ? [path] : [];
    });
}

/** Runs every case of one file against the model beside it. */
export function runTestFile(path: string): Outcome[] {
  let file: ReturnType<typeof readTestFile>;
  try {
    file = readTestFile(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const isTest = /test/i.test(basename(path));
    return isTest ? [{ id: '-', state: 'failed', reasons: [`the test file is no XML: ${error.message}`] }] : [];
  }
  if (!file) return [];
  const models = loadModels(dirname(path), file.model);
  return file.cases.map((testCase) =>
    models instanceof ModelSet ? runCase(models, testCase) : { id: testCase.id, ...models },
  );
}

/** The model of the tests, with every other model of its folder for it to import. */
function loadModels(folder: string, fileName: string): ModelSet | Omit<Outcome, 'id'> {
  const path = join(folder, fileName);
  if (fileName === '' || !existsSync(path)) return { state: 'failed', reasons: [`the model ${fileName} is not there`] };
  const read = readDefinitions(readFileSync(path, 'utf8'));
  if ('fouten' in read) {
    return { state: 'failed', reasons: read.fouten.map(({ plaats, melding }) => `${plaats}: ${melding}`) };
  }
  const others = readdirSync(folder)
    .filter((name) => name.endsWith('.dmn') && name !== fileName)
    .flatMap((name): Definitions[] => {
      const other = readDefinitions(readFileSync(join(folder, name), 'utf8'));
      return 'definitions' in other ? [other.definitions] : [];
    });
  return new ModelSet(read.definitions, others);
}

function runCase(models: ModelSet, { id, unreadable, invocable, inputs, results }: TestCase): Outcome {
  if (unreadable !== null) return { id, state: 'not supported', reasons: [unreadable] };
  const given = new Map(
    inputs.flatMap(({ name, namespace, value }) =>
      models.findInputs(name, namespace).map((key) => [key, value] as const),
    ),
  );
  const reasons: string[] = [];
  let supported = true;
  for (const { name, namespace, expected, errorResult } of results) {
    const called = invocable && invocable.type !== 'decision' ? models.findByName(invocable.name) : null;
    const target = called ?? models.findByName(name, namespace);
    if (!target) {
      reasons.push(`${name}: there is no such decision`);
      continue;
    }
    const { value, faults } =
      target.element.kind === 'bkm'
        ? models.call(target, new Map(inputs.map((input) => [input.name, input.value])))
        : models.evaluate(target, given);
    if (isExpected(value, errorResult ? null : expected)) continue;
    const why = [...new Set(faults.map(({ melding }) => melding))].join('; ');
    if (!faults.some(({ melding }) => /^(niet ondersteund|not implemented)/.test(melding))) supported = true;
    else supported = false;
    const wanted = errorResult ? 'an error' : formatValue(expected);
    reasons.push(`${name}: ${formatValue(value)} instead of ${wanted}${why ? ` (${why})` : ''}`);
  }
  if (reasons.length === 0) return { id, state: 'passed', reasons };
  return { id, state: supported ? 'failed' : 'not supported', reasons };
}
