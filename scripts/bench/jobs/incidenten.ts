import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import { incidenten } from '../../import/incidenten.ts';
import { runImport } from '../../import/runner.ts';
import { Prng } from '../../modelgemeente/prng.ts';
import type { Job } from '../job.ts';

const klassen = [
  'A20',
  'A21',
  'A10',
  'B60',
  'A72',
  'A40',
  'D11',
  'F550',
  'C20',
  'F90',
  'A50',
  'E33',
  'E35',
  'E38',
  'M061',
];
const naam = 'bench-incidenten';

/** A delivery of incidents counted into the cubes, under a bron and in years of its own: what stands there stays. */
export const incidentenJob: Job = {
  name: 'incidenten',
  uitleg: '300.000 politieregistraties inlezen: tellen, niet bewaren',
  async run({ db, short, tell }) {
    const aantal = short ? 30_000 : 300_000;
    const map = mkdtempSync(join(tmpdir(), 'loket-bench-'));
    const pad = join(map, 'incidenten.csv');
    try {
      const { gemeente, punten } = await laadPunten(db);
      await pipeline(Readable.from(regels(punten, aantal)), createWriteStream(pad));
      const begin = performance.now();
      let hoogste = 0;
      const opties = { gemeente, bron: naam };
      await runImport(db, incidenten, pad, {
        opties,
        toon: (stap) => {
          hoogste = Math.max(hoogste, process.memoryUsage().rss);
          tell(stap);
        },
      });
      const seconden = (performance.now() - begin) / 1000;
      return { figures: { 'inlezen, s': seconden, registraties: aantal, 'geheugen, MB': hoogste / 1024 ** 2 } };
    } finally {
      await db('bron').where({ id: naam }).delete();
      rmSync(map, { recursive: true });
    }
  },
};

interface Punt {
  x: number;
  y: number;
}

async function laadPunten(db: Knex): Promise<{ gemeente: string; punten: Punt[] }> {
  const { rows } = await db.raw(
    `SELECT ST_X(geom) AS x, ST_Y(geom) AS y, gemeente_code AS gemeente FROM adres WHERE gemeente_code IS NOT NULL`,
  );
  const gemeente = rows[0].gemeente as string;
  return { gemeente, punten: rows.filter((rij: { gemeente: string }) => rij.gemeente === gemeente) };
}

/** In years long before those of the Modelgemeente, so that no month is there already. */
function* regels(punten: readonly Punt[], aantal: number): Generator<string> {
  const rng = new Prng(naam);
  yield 'registratie;klasse;begin;x;y\n';
  for (let n = 0; n < aantal; n += 1) {
    const { x, y } = rng.pick(punten);
    const dag = `${rng.int(2001, 2005)}-${twee(rng.int(1, 12))}-${twee(rng.int(1, 28))}`;
    yield `${n};${rng.pick(klassen)};${dag}T${twee(rng.int(0, 23))}:15;${Math.round(x)};${Math.round(y)}\n`;
  }
}

const twee = (getal: number): string => String(getal).padStart(2, '0');
