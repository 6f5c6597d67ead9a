/**
 * Makes the map of what the vergunningcheck says, for every gemeente whose data or rules have changed. The server does so
 * by itself: `npm run vergunningkaart`, or with `--vergelijk 10000` also compares the map with the check at random places.
 */
import { pino } from 'pino';
import { connect } from '../db/connect.ts';
import { readConfig } from '../server/config.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { maakVergunningkaarten } from '../server/vergunningcheck/omgekeerd/maak.ts';
import { leesAantal, leesOpties } from './opties.ts';
import { tellProgress } from './progress.ts';
import { vergelijkVergunningkaart } from './vergunningkaart/vergelijk.ts';

const { values } = leesOpties({ options: { vergelijk: { type: 'string' } } });
const vergelijk = values.vergelijk === undefined ? null : leesAantal('vergelijk', values.vergelijk);
const db = connect(readConfig().engine, { statementTimeoutMs: 120_000 });
const vraag = { db, log: pino({ level: 'error' }), vandaag: vandaagInNederland() };
try {
  const stap = tellProgress('Vergunningkaart');
  const begin = performance.now();
  const gemaakt = await maakVergunningkaarten({ ...vraag, voortgang: (tekst) => stap.update(tekst) });
  stap();
  for (const [gemeente, { percelen, plaatsen }] of gemaakt) {
    const seconden = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${gemeente}: ${percelen} percelen, ${plaatsen} verschillende plaatsen beoordeeld, in ${seconden} s`);
  }
  if (gemaakt.size === 0) console.log('Er is niets veranderd.');
  if (vergelijk) {
    const { punten, vragen, verschillen } = await vergelijkVergunningkaart(vraag, vergelijk);
    console.log(`${punten} punten, ${vragen} antwoorden van de check: ${verschillen.length} verschillen`);
    for (const verschil of verschillen.slice(0, 20)) console.log(JSON.stringify(verschil));
    if (verschillen.length > 0) process.exitCode = 1;
  }
} finally {
  await db.destroy();
}
