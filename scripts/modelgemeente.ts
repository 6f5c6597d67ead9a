/**
 * The command `npm run modelgemeente`: makes the town and loads it like any other bron.
 *
 *     npm run modelgemeente -- --inwoners 5000     a small town
 *     npm run modelgemeente -- --gemeenten 20      twenty of them, one after another: 2 million people
 *     npm run modelgemeente -- --peildatum 2026-01-31   besluiten and rules up to that day, else today
 *     npm run modelgemeente -- --cijfers           only prints how it compares with the country
 *     npm run modelgemeente -- --waarheid <file>   only writes which hot spots were planted, to check what is found
 */
import { writeFileSync } from 'node:fs';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrations/index.ts';
import { readConfig } from '../server/config.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { maakTegels } from '../server/lagen/tegels.ts';
import { modelgemeente } from './import/modelgemeente.ts';
import { runImport } from './import/runner.ts';
import { formatVerslag } from './import/verslag.ts';
import { readPeildatum } from './modelgemeente/besluiten.ts';
import { countCijfers, formatCijfers } from './modelgemeente/cijfers.ts';
import { makeTown } from './modelgemeente/town.ts';
import { Voorvallen } from './modelgemeente/veiligheid-voorvallen.ts';
import { leesOpties, stopMet } from './opties.ts';
import { tellProgress } from './progress.ts';

function getal(naam: string, text: string): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || (naam === 'inwoners' && (value < 5_000 || value > 300_000))) {
    stopMet(`--${naam} "${text}" kan niet. Geef een heel getal; inwoners van 5000 tot en met 300000.`);
  }
  return value;
}

async function main(): Promise<void> {
  const { values } = leesOpties({
    options: {
      inwoners: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      gemeenten: { type: 'string', default: '1' },
      peildatum: { type: 'string', default: vandaagInNederland() },
      cijfers: { type: 'boolean', default: false },
      waarheid: { type: 'string' },
    },
  });
  const gemeenten = Number(values.gemeenten);
  if (!Number.isInteger(gemeenten) || gemeenten < 1 || gemeenten > 37) {
    stopMet(`--gemeenten "${values.gemeenten}" kan niet. Geef een getal van 1 tot en met 37.`);
  }
  if (values.cijfers) {
    const peildatum = readPeildatum(values.peildatum);
    const town = makeTown({ inwoners: getal('inwoners', values.inwoners), seed: getal('seed', values.seed) });
    console.log(formatCijfers(countCijfers(town, peildatum)));
    return;
  }
  if (values.waarheid) {
    const town = makeTown({ inwoners: getal('inwoners', values.inwoners), seed: getal('seed', values.seed) });
    writeFileSync(values.waarheid, `${JSON.stringify(new Voorvallen(town, values.peildatum).waarheid, null, 2)}\n`);
    return;
  }
  const db = connect(readConfig().engine, { statementTimeoutMs: 0 });
  try {
    await migrate(db);
    for (let volgnummer = 0; volgnummer < gemeenten; volgnummer += 1) {
      const { inwoners, seed, peildatum } = values;
      const opties = { inwoners, seed, peildatum, volgnummer: String(volgnummer) };
      const built = tellProgress('De Modelgemeente bouwen');
      const verslag = await runImport(db, modelgemeente, '', { opties, toon: built.update }).finally(built);
      console.log(formatVerslag(verslag));
    }
    const done = tellProgress('De kaart tekenen');
    await maakTegels(db, { vandaag: vandaagInNederland(), voortgang: done.update });
    done();
  } finally {
    await db.destroy();
  }
}

main().catch((error: Error) => {
  console.error(`De Modelgemeente is niet geladen. ${error.message}`);
  process.exitCode = 1;
});
