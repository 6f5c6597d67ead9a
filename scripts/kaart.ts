import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import { connect, type Engine } from '../db/connect.ts';
import { DatabaseInUse } from '../db/embedded/lock.ts';
import { pendingMigrations } from '../db/migrations/index.ts';
import { besluitenMaximum, leesBesluiten } from '../server/besluiten/contract.ts';
import { readConfig } from '../server/config.ts';
import { vandaagInNederland } from '../server/http/context.ts';
import { isStoring } from '../server/kaart/contract.ts';
import { loadKaart } from '../server/kaart/kaart.ts';
import { zoekLocaties } from '../server/locatie/contract.ts';
import { kiesPlaats, toonZoekresultaten } from '../server/locatie/domain/zoekantwoord.ts';
import { parseZoekterm } from '../server/locatie/domain/zoekterm.ts';
import { findZoekItems } from '../server/locatie/zoeken/queries.ts';
import { leesRegels } from '../server/regels/contract.ts';
import { leesOpties } from './opties.ts';

const usage = `Zo gebruikt u het:
  npm run --silent kaart -- "<zoekterm, kadastrale aanduiding of x,y in RD-meters>" [--datum 2026-01-31] [--straal 500]

Toont de kaart van een plaats als JSON op standaarduitvoer, en niets anders:
  wat er ligt (perceel, adressen, panden), regels, omstandigheden en besluiten.

Opties
  --datum   de dag waarvoor u de regels wilt weten (standaard vandaag)
  --straal  tot hoeveel meter rond de plaats u besluiten wilt zien (0 tot 5000, standaard 500)

De database is die van DATABASE_URL, of anders de map van DATA_DIR. Het loket mag die map dan niet open hebben.

Uitkomst
  0  gelukt
  1  geen kaart: de plaats is niet bekend of niet eenduidig, of de database geeft geen antwoord
  2  verkeerd gebruik
  3  wel een kaart, maar onvolledig: bij een onderdeel of thema dat faalt staat dat het niet bekend is`;

/** Ends the command with a message for the person, on standard error. */
class Stop extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

interface Vraag {
  zoekterm: string;
  datum: string;
  straalM: number;
}

function readVraag(vandaag: string): Vraag {
  const { values, positionals } = leesOpties(
    {
      allowPositionals: true,
      options: { datum: { type: 'string' }, straal: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    },
    usage,
  );
  if (values.help) throw new Stop(0, usage);
  const zoekterm = positionals.join(' ');
  if (zoekterm.trim() === '') throw new Stop(2, usage);
  const zoek = zoekLocaties.input.safeParse({ zoekterm });
  if (!zoek.success) throw new Stop(1, `Deze plaats kennen wij niet. ${firstIssue(zoek.error)}`);
  const datum = leesRegels.input._zod.def.shape.datum.safeParse(values.datum);
  if (!datum.success) throw new Stop(2, `De optie --datum klopt niet: ${firstIssue(datum.error)}.`);
  const straal = leesBesluiten.input._zod.def.shape.straal.safeParse(values.straal || undefined);
  if (!straal.success) throw new Stop(2, `De optie --straal klopt niet: ${firstIssue(straal.error)}.`);
  return { zoekterm: zoek.data.zoekterm, datum: datum.data ?? vandaag, straalM: straal.data };
}

const firstIssue = (error: { issues: { message: string }[] }) => error.issues[0]?.message ?? '';

/** Opening a folder that does not exist would make an empty database of it. */
function checkEngine(engine: Engine): void {
  if (engine.kind === 'embedded' && engine.folder !== null && !existsSync(engine.folder)) {
    throw new Stop(1, `In ${engine.folder} staat nog geen database. Start het loket eerst een keer met npm start.`);
  }
}

async function findPlaats(db: Knex, zoekterm: string) {
  const vraag = parseZoekterm(zoekterm);
  const maximum = 20;
  const items = vraag.soort === 'tekst' ? await findZoekItems(db, vraag, maximum) : [];
  const antwoord = toonZoekresultaten(vraag, items, maximum);
  const plaats = kiesPlaats(antwoord);
  if (plaats) return plaats;
  const lijst = antwoord.resultaten.map(({ soort, naam, toelichting }) =>
    [`  ${soort.padEnd(11)}${naam}`, toelichting].filter(Boolean).join(', '),
  );
  if (lijst.length === 0) throw new Stop(1, `"${zoekterm}": ${antwoord.uitleg}`);
  const isGeraden = antwoord.resultaten.every(({ gelijkenis }) => gelijkenis === 'lijkt');
  const uitleg = isGeraden ? 'kennen wij niet. Dit lijkt erop:' : 'is niet precies één plaats. Noem een van deze:';
  throw new Stop(1, `"${zoekterm}" ${uitleg}\n${lijst.join('\n')}`);
}

async function main(): Promise<void> {
  const vandaag = vandaagInNederland();
  const { zoekterm, datum, straalM } = readVraag(vandaag);
  const { engine } = readConfig();
  checkEngine(engine);
  const db = connect(engine, { poolSize: 4 });
  try {
    if ((await pendingMigrations(db)).length > 0) {
      throw new Stop(1, 'De database is nog niet klaargezet voor deze versie. Start het loket een keer met npm start.');
    }
    const { punt } = await findPlaats(db, zoekterm);
    const fouten: string[] = [];
    const kaart = await loadKaart(db, { punt, datum, vandaag, straalM, maximum: besluitenMaximum }, (sectie, error) => {
      const fout = `${sectie}: ${(error as Error).message}`;
      if (sectie === 'kaart')
        process.stderr.write(`De kaart is compleet, maar in één keer vragen lukte niet. ${fout}\n`);
      else fouten.push(fout);
    });
    await new Promise((done) => process.stdout.write(`${JSON.stringify(kaart, null, 2)}\n`, done));
    if (fouten.length > 0 || [kaart.regels, kaart.omstandigheden, kaart.besluiten].some(isStoring)) {
      throw new Stop(3, `De kaart is onvolledig.\n${fouten.join('\n')}`);
    }
  } finally {
    await db.destroy();
  }
}

// who reads only the beginning (| head) has what he asked for
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main().catch((error: Error) => {
  if (error instanceof Stop && error.code === 0) {
    process.stdout.write(`${error.message}\n`);
    return;
  }
  const hint = error instanceof DatabaseInUse ? ' De API van het loket geeft dezelfde gegevens.' : '';
  const message = error instanceof Stop || error instanceof DatabaseInUse ? error.message : explain(error);
  process.stderr.write(`${message}${hint}\n`);
  process.exitCode = error instanceof Stop ? error.code : 1;
});

function explain(error: Error): string {
  return error.message.startsWith('De configuratie')
    ? error.message
    : `De database geeft geen antwoord. ${error.message || (error as NodeJS.ErrnoException).code}`;
}
