import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster } from './test/cluster.ts';
import { prepareMachine } from './test/machine.ts';

/** `npm test`: everything, on a database cluster of its own. The last line counts. `npm test -- unit` leaves out the browser. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), 'loket-test-'));

function run(name: string, words: string[], env: Record<string, string> = {}): Promise<boolean> {
  process.stdout.write(`\n== ${name}\n`);
  return new Promise((done) => {
    const child = spawn(join(root, 'node_modules', '.bin', words[0] as string), words.slice(1), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('close', (code) => done(code === 0));
  });
}

const single = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** Counts of a runner that writes a report; a runner that failed without a failed test still counts as one failure. */
function counted(passed: boolean, read: () => Count): Count {
  try {
    const count = read();
    return passed || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return single(false);
  }
}

function vitestCount(file: string): Count {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  return {
    passed: report.numPassedTests ?? 0,
    failed:
      (report.numFailedTests ?? 0) +
      Math.max(0, (report.numFailedTestSuites ?? 0) > 0 && report.numFailedTests === 0 ? 1 : 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

function playwrightCount(file: string): Count {
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<string, number> };
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: stats.unexpected ?? 0,
    skipped: stats.skipped ?? 0,
  };
}

async function main(): Promise<number> {
  const withBrowser = !process.argv.includes('unit');
  prepareMachine();
  const cluster = await startCluster();
  const counts: Count[] = [];
  try {
    const read = await Promise.all([run('Types', ['tsc', '--noEmit']), run('Style', ['biome', 'ci', '.'])]);
    counts.push(...read.map(single));
    const env = { TEST_DATABASE_URL: cluster.url };
    const vitest = join(reports, 'vitest.json');
    const words = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`];
    counts.push(counted(await run('Units, queries and contracts', words, env), () => vitestCount(vitest)));
    if (withBrowser) {
      const playwright = join(reports, 'playwright.json');
      const passed = await run('Walks in the browser', ['playwright', 'test', '--reporter=list,json'], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: playwright,
      });
      counts.push(counted(passed, () => playwrightCount(playwright)));
    }
  } finally {
    cluster.stop();
    rmSync(reports, { recursive: true, force: true });
  }
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  return sum('failed') === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.stdout.write('0 passed, 1 failed, 0 skipped\n');
    process.exit(1);
  },
);
