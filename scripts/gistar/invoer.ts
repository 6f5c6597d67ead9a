import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { leesReden } from '../opties.ts';

/** The request or the file is at fault; the message says what and where. */
export class Onbruikbaar extends Error {}

/** A grid as the file gives it, in its order. */
export interface Invoer {
  /** As written, with quotes where CSV needs them. */
  cell: string[];
  /** Column or x. */
  a: Float64Array;
  /** Row or y. */
  b: Float64Array;
  n: Float64Array;
}

/**
 * Reads the columns that are needed while the file streams by: what is kept is the name and three numbers per cell.
 *
 * @param assen names of the columns that say where a cell is: whole numbers for `col` and `row`
 * @throws Onbruikbaar when the file is not there, is no CSV, misses a column or holds something else than a number
 */
export async function leesInvoer(pad: string, assen: readonly ['x', 'y'] | readonly ['col', 'row']): Promise<Invoer> {
  const cell: string[] = [];
  const [a, b, n] = [new Groeiend(), new Groeiend(), new Groeiend()];
  const kolommen = ['cell', ...assen, 'n'];
  const rijen = parse({ bom: true, info: true, skip_empty_lines: true, trim: true });
  let plaatsen: number[] | null = null;
  const lees = async () => {
    for await (const { record, info } of rijen as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!plaatsen) {
        plaatsen = kolommen.map((naam) => record.indexOf(naam));
        const mist = kolommen.filter((_, i) => plaatsen?.[i] === -1);
        if (mist.length > 0)
          throw new Onbruikbaar(`${pad}: de kolom ${mist.join(' en ')} ontbreekt in de eerste regel.`);
        continue;
      }
      const [naam = '', ...waarden] = plaatsen.map((plaats) => record[plaats] ?? '');
      const getallen = waarden.map(Number);
      const fout = getallen.findIndex((getal, i) => !isGoed(waarden[i] ?? '', getal, kolommen[i + 1] ?? ''));
      if (fout >= 0) {
        throw new Onbruikbaar(
          `${pad}, regel ${info.lines}: ${kolommen[fout + 1]} is "${waarden[fout]}", en dat kan niet.`,
        );
      }
      cell.push(/[",\n\r]/.test(naam) ? `"${naam.replaceAll('"', '""')}"` : naam);
      [a, b, n].forEach((reeks, i) => {
        reeks.voegToe(getallen[i] as number);
      });
    }
  };
  const lezen = lees();
  await Promise.all([pipeline(createReadStream(pad), rijen), lezen]).catch((error: NodeJS.ErrnoException) => {
    rijen.destroy();
    if (error instanceof Onbruikbaar) throw error;
    if (error instanceof CsvError) throw new Onbruikbaar(`${pad} is geen goed CSV-bestand: ${error.message}`);
    throw new Onbruikbaar(`${pad} is niet te lezen: ${leesReden(error)}`);
  });
  if (cell.length === 0) throw new Onbruikbaar(`${pad} heeft geen cellen.`);
  return { cell, a: a.klaar(), b: b.klaar(), n: n.klaar() };
}

function isGoed(tekst: string, getal: number, kolom: string): boolean {
  if (tekst === '' || !Number.isFinite(getal)) return false;
  return kolom === 'col' || kolom === 'row' ? Number.isSafeInteger(getal) : true;
}

/** Numbers of which the amount is not known beforehand, eight bytes each. */
class Groeiend {
  private waarden = new Float64Array(1024);
  private lengte = 0;

  voegToe(waarde: number): void {
    if (this.lengte === this.waarden.length) {
      const ruim = new Float64Array(2 * this.lengte);
      ruim.set(this.waarden);
      this.waarden = ruim;
    }
    this.waarden[this.lengte] = waarde;
    this.lengte += 1;
  }

  klaar(): Float64Array {
    return this.waarden.slice(0, this.lengte);
  }
}
