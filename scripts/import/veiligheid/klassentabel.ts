import { fileURLToPath } from 'node:url';
import type { Value } from '../../../db/copy.ts';
import {
  type Klasse,
  Klassentabel,
  type Stelsel,
  type Stroom,
  stroomVan,
} from '../../../server/veiligheid/domain/klassen.ts';
import { leesHeleCsv } from '../csv.ts';
import { ImportFault, type TabelLevering } from '../importer.ts';

const eigen = fileURLToPath(new URL('../../../data/veiligheid/klassen.csv', import.meta.url));

const kolommen = Object.fromEntries(
  ['stelsel', 'code', 'naam', 'thema', 'ook', 'basis', 'reden', 'bijzonder', 'intern'].map((naam) => [naam, [naam]]),
);

/** The option with which a gemeente puts its own conversion in the place of ours. */
export const tabelOptie = {
  tabel: 'CSV met de klassen en hun thema, zoals data/veiligheid/klassen.csv; zonder deze optie die van het loket',
} as const;

/** @throws ImportFault that names every row that is wrong */
export async function leesKlassentabel(pad = eigen): Promise<Klassentabel> {
  const rijen = await leesHeleCsv(pad, kolommen);
  try {
    return new Klassentabel(rijen);
  } catch (error) {
    throw new ImportFault(`${pad}: ${(error as Error).message}`);
  }
}

/** A class that came in a delivery; `klasse` null: the table does not know it. */
export interface GeleverdeKlasse {
  stelsel: Stelsel;
  code: string;
  naam: string;
  klasse: Klasse | null;
}

/** The classes of the table, also those of which nothing came, and after them what else came. */
export const klasseTabel = (
  tabel: Klassentabel,
  stroom: Stroom,
  geleverd: () => Iterable<GeleverdeKlasse>,
): TabelLevering => ({
  table: 'veiligheid_klasse',
  columns: ['stelsel', 'code', 'naam', 'thema', 'ook', 'basis', 'reden', 'bijzonder', 'bekend'],
  rows: { [Symbol.iterator]: () => klasseRijen(tabel, stroom, geleverd()) },
});

function* klasseRijen(tabel: Klassentabel, stroom: Stroom, geleverd: Iterable<GeleverdeKlasse>): Generator<Value[]> {
  const eigen = tabel.klassen
    .filter(({ stelsel }) => stroomVan(stelsel) === stroom)
    .map((klasse) => ({ ...klasse, klasse }));
  const gehad = new Set<string>();
  for (const { stelsel, code, naam, klasse } of [...eigen, ...geleverd]) {
    if (gehad.has(`${stelsel} ${code}`)) continue;
    gehad.add(`${stelsel} ${code}`);
    const { thema = null, ook = [], basis = null, bijzonder = null } = klasse ?? {};
    const reden = klasse?.reden ?? 'Deze klasse staat niet in de tabel: het thema is niet bekend';
    yield [stelsel, code, naam, thema, ook, basis, reden, bijzonder, klasse !== null];
  }
}
