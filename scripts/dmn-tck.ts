/**
 * Runs the DMN Technology Compatibility Kit, or a part of it: `npm run --silent dmn-tck -- <folder>`.
 *
 * Walks the folder and those below it. Prints a line per test case (passed, failed or not supported, with the reason),
 * and ends with `N of M test cases passed`. Exit status: 0 when all passed, 1 when one did not, 2 when there is nothing
 * to run.
 */
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { findTestFiles, type Outcome, runTestFile } from './dmn-tck/uitvoeren.ts';
import { leesOpties } from './opties.ts';

const gebruik = 'Gebruik: npm run --silent dmn-tck -- <map met tests van de DMN TCK>';

function run(): number {
  const { positionals } = leesOpties({ allowPositionals: true, options: {} }, gebruik);
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0 || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(gebruik);
    return 2;
  }
  const outcomes: Outcome[] = [];
  for (const path of findTestFiles(folder)) {
    const name = basename(dirname(path));
    for (const outcome of runTestFile(path)) {
      outcomes.push(outcome);
      const reason = outcome.reasons.length > 0 ? `: ${outcome.reasons.join(' | ')}` : '';
      console.log(`${name} ${outcome.id} ${outcome.state}${reason}`);
    }
  }
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  console.log(`${passed} of ${outcomes.length} test cases passed`);
  if (outcomes.length === 0) console.error(`In ${folder} staan geen tests van de DMN TCK.`);
  return outcomes.length === 0 ? 2 : passed === outcomes.length ? 0 : 1;
}

process.exitCode = run();
