/**
 * The command `npm run bench`: how quick the loket is, beside the same work without it.
 *
 *     npm run bench                             everything, on a PostgreSQL of its own with the whole Modelgemeente
 *     npm run bench -- --kort                   a quick look
 *     npm run bench -- --job kaart,suggestie    only these; a beginning is enough: tegel
 *     npm run bench -- --json bench.json        also as JSON
 *     npm run bench -- --inwoners 5000          a smaller Modelgemeente
 *     DATABASE_URL=postgres://… npm run bench   on a database that has data; jobs write in it, and take it away again
 */
import { writeFileSync } from 'node:fs';
import { readConfig } from '../server/config.ts';
import { jobs } from './bench/index.ts';
import type { Job } from './bench/job.ts';
import { aimsOf, formatAims, formatResult, type Report } from './bench/report.ts';
import { countData, describeMachine, openBench } from './bench/setting.ts';
import { leesOpties } from './opties.ts';
import { prepareMachine } from './test/machine.ts';

/** The command was typed wrong. */
class Misused extends Error {}

function chooseJobs(given: string | undefined): readonly Job[] {
  if (given === undefined) return jobs;
  return given.split(',').flatMap((name) => {
    const exact = jobs.filter((job) => job.name === name);
    const chosen = exact.length > 0 ? exact : jobs.filter((job) => job.name.startsWith(name));
    if (name === '' || chosen.length === 0) {
      throw new Misused(`De meting "${name}" is er niet. Kies uit: ${jobs.map((job) => job.name).join(', ')}.`);
    }
    return chosen;
  });
}

function readInwoners(text: string): number {
  const inwoners = Number(text);
  if (!/^\d{4,6}$/.test(text) || inwoners < 5_000 || inwoners > 300_000) {
    throw new Misused(`--inwoners "${text}" kan niet. Geef een heel getal van 5000 tot en met 300000.`);
  }
  return inwoners;
}

function readOptions() {
  const { values } = leesOpties({
    options: {
      job: { type: 'string' },
      json: { type: 'string' },
      kort: { type: 'boolean', default: false },
      inwoners: { type: 'string', default: '100000' },
    },
  });
  return { ...values, chosen: chooseJobs(values.job), inwoners: readInwoners(values.inwoners) };
}

async function main(): Promise<void> {
  const { chosen, json, kort, inwoners } = readOptions();
  const { engine } = readConfig();
  prepareMachine();
  const bench = await openBench({
    short: kort,
    databaseUrl: engine.kind === 'server' ? engine.url : null,
    inwoners,
  });
  const stop = () => void bench.end().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const machine = await describeMachine(bench.db);
    const data = await countData(bench.db);
    console.log(`${line(machine)}\n${line(data)}\n`);
    const results: Report['results'] = [];
    for (const job of chosen) {
      bench.tell(`Meten: ${job.name}`);
      const result = { job: job.name, uitleg: job.uitleg, ...(await job.run(bench)) };
      results.push(result);
      console.log(formatResult(result));
    }
    const report: Report = {
      at: new Date().toISOString(),
      short: kort,
      machine,
      data,
      results,
      aims: aimsOf(results),
    };
    console.log(formatAims(report.aims));
    if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await bench.end();
  }
}

const line = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([naam, waarde]) => `${naam} ${waarde}`)
    .join(', ');

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error instanceof Misused ? error.message : `De meting is mislukt. ${error.stack}`);
    process.exit(error instanceof Misused ? 2 : 1);
  },
);
