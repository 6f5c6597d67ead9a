/** The command `npm run import -- <bron> <path or url> [--optie waarde]`; without arguments it lists what can be read. */
import type { Knex } from 'knex';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrations/index.ts';
import { readConfig } from '../server/config.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { maakTegels } from '../server/lagen/tegels.ts';
import { ImportFault } from './import/importer.ts';
import { importers } from './import/index.ts';
import { runImport } from './import/runner.ts';
import { formatVerslag } from './import/verslag.ts';
import { leesOpties, stopMet } from './opties.ts';
import { tellProgress } from './progress.ts';

const usage = 'Zo gebruikt u het: npm run import -- <bron> <pad of url> [--optie waarde]';

/** Options are not known beforehand: each `--naam waarde` or `--naam=waarde` is taken as it comes. */
function readArguments(argv: string[]) {
  const names = argv.flatMap((word) =>
    word.startsWith('--') && word !== '--help' ? [word.slice(2).split('=')[0] ?? ''] : [],
  );
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = leesOpties({ args: argv, allowPositionals: true, options }, usage);
  return { positionals, opties: values as Record<string, string> };
}

function listImporters(): string {
  return importers
    .flatMap(({ naam, uitleg, opties = {} }) => [
      `  ${naam.padEnd(18)} ${uitleg}`,
      ...Object.entries(opties).map(([optie, betekenis]) => `  ${''.padEnd(18)}   --${optie}: ${betekenis}`),
    ])
    .join('\n');
}

/** The data stands by now, so that a map which cannot be drawn is no failed import: the server draws it when it starts. */
async function drawMap(db: Knex): Promise<void> {
  const done = tellProgress('De kaart tekenen');
  await maakTegels(db, { vandaag: vandaagInNederland(), voortgang: done.update }).catch((error: Error) =>
    console.error(`De gegevens staan er, maar de kaart tekenen lukte niet: ${error.message}`),
  );
  done();
}

async function main(argv: string[]): Promise<void> {
  const { positionals, opties } = readArguments(argv);
  const [naam, pad, ...rest] = positionals;
  if (naam === undefined) {
    console.log(`${usage}\n\nDe bronnen:\n${listImporters()}`);
    return;
  }
  const importer = importers.find((candidate) => candidate.naam === naam);
  if (!importer) stopMet(`De bron "${naam}" is niet bekend. Kies uit:\n${listImporters()}`);
  if (pad === undefined || rest.length > 0) stopMet(`Geef precies één pad of url. ${usage}`);

  const db = connect(readConfig().engine, { statementTimeoutMs: 0 });
  try {
    await migrate(db);
    const imported = tellProgress('Importeren');
    const verslag = await runImport(db, importer, pad, { opties, toon: imported.update }).finally(imported);
    console.log(formatVerslag(verslag));
    await drawMap(db);
  } finally {
    await db.destroy();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`De import is mislukt. ${error.message}`);
  if (!(error instanceof ImportFault)) console.error('De oude gegevens staan er nog.');
  process.exitCode = 1;
});
