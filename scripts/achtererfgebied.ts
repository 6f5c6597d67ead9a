/** Computes the achtererfgebied of every perceel, and tells how many and why not: `npm run achtererfgebied`. */
import { availableParallelism } from 'node:os';
import { connect } from '../db/connect.ts';
import { readConfig } from '../server/config.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { regelsVoor } from '../server/vergunningcheck/domain/meetkunde/regels.ts';
import { berekenAllePercelen, type Telling } from './achtererf/alle-percelen.ts';
import { leesAantal, leesOpties, stopMet } from './opties.ts';
import { tellProgress } from './progress.ts';

const { values } = leesOpties({
  options: {
    gemeente: { type: 'string' },
    hoogstens: { type: 'string' },
    threads: { type: 'string' },
    json: { type: 'boolean', default: false },
    lijst: { type: 'boolean', default: false },
  },
});

const procent = (deel: number, geheel: number) =>
  `${((100 * deel) / Math.max(1, geheel)).toLocaleString('nl-NL', { maximumFractionDigits: 1 })}%`;
const som = (telling: Record<string, number>) => Object.values(telling).reduce((totaal, aantal) => totaal + aantal, 0);
const opAantal = (telling: Record<string, number>) => Object.entries(telling).sort(([, een], [, ander]) => ander - een);

function toon({
  percelen,
  seconden,
  rekenSeconden,
  achtererf,
  schuurtje,
  schuurtjeMeerWoningen,
  twijfel,
}: Telling): string {
  const deel = (titel: string, telling: Record<string, number>) => [
    '',
    titel,
    ...opAantal(telling).map(
      ([naam, aantal]) => `  ${String(aantal).padStart(7)}  ${procent(aantal, som(telling)).padStart(6)}  ${naam}`,
    ),
  ];
  return [
    `${percelen} percelen in ${seconden.toFixed(1)} s: ${Math.round(percelen / seconden)} per seconde; ${((1000 * rekenSeconden) / percelen).toFixed(2)} ms rekenen per perceel`,
    ...deel('Is het achtererfgebied te berekenen?', achtererf),
    ...deel('Een schuurtje van 12 m² achter in de tuin, bij een hoofdgebouw met één woning', schuurtje),
    ...deel('Waarom dat onbekend is', twijfel),
    ...deel('Het schuurtje bij een hoofdgebouw met meer woningen', schuurtjeMeerWoningen),
  ].join('\n');
}

if (values.gemeente !== undefined && !/^gm\d{4}$/.test(values.gemeente)) {
  stopMet(`--gemeente "${values.gemeente}" kan niet. Geef gm en vier cijfers, zoals gm9999.`);
}
const regels = regelsVoor(values.gemeente ?? null, vandaagInNederland());
if (!regels) throw new Error('op deze dag gelden er geen regels');
const db = connect(readConfig().engine, { statementTimeoutMs: 120_000 });
const stap = tellProgress('Achtererfgebied');
try {
  const telling = await berekenAllePercelen(db, {
    regelVersie: regels.versie,
    threads: values.threads === undefined ? Math.max(1, availableParallelism()) : leesAantal('threads', values.threads),
    ...(values.hoogstens === undefined ? {} : { hoogstens: leesAantal('hoogstens', values.hoogstens) }),
    voortgang: (gedaan) => stap.update(`${gedaan} percelen`),
    ...(values.lijst ? { zie: (id, uitkomst) => console.log(JSON.stringify({ id, ...uitkomst })) } : {}),
  });
  stap();
  console.log(values.json ? JSON.stringify(telling) : toon(telling));
} finally {
  await db.destroy();
}
