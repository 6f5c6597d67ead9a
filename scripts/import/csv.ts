import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { ImportFault } from './importer.ts';

/** Columns by our own name, each with the names that it may have in the file, in small letters. */
export type Kolommen<Naam extends string> = Readonly<Record<Naam, readonly string[]>>;

export type CsvRij<Naam extends string> = Record<Naam, string>;

/**
 * Streams a CSV file in bounded memory: commas, semicolons or tabs, a header in any order, quotes, packed with gzip or
 * not. Values lose the spaces around them. A column of `vrij` may be left out, and is then empty.
 *
 * @throws ImportFault when it cannot be read, is no CSV, or misses a column
 */
export async function* leesCsv<Nodig extends string, Vrij extends string = never>(
  pad: string,
  nodig: Kolommen<Nodig>,
  vrij = {} as Kolommen<Vrij>,
): AsyncGenerator<CsvRij<Nodig | Vrij>> {
  try {
    const kop = await leesEersteRegel(pad);
    const delimiter = [';', '\t', ','].toSorted((a, b) => kop.split(b).length - kop.split(a).length)[0] ?? ',';
    const bestand = await openBestand(pad);
    const rijen = bestand.pipe(parse({ bom: true, delimiter, skip_empty_lines: true }));
    bestand.once('error', (error) => rijen.destroy(error));
    let plaatsen: readonly (readonly [Nodig | Vrij, number])[] | null = null;
    for await (const rij of rijen as AsyncIterable<string[]>) {
      if (plaatsen)
        yield Object.fromEntries(plaatsen.map(([naam, i]) => [naam, (rij[i] ?? '').trim()])) as CsvRij<Nodig | Vrij>;
      else plaatsen = vindKolommen(pad, rij, nodig, vrij);
    }
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    if (error instanceof CsvError) throw new ImportFault(`${pad} is geen goed CSV-bestand: ${error.message}`);
    throw new ImportFault(`${pad} is niet (helemaal) te lezen: ${(error as Error).message}`);
  }
}

/** Every row of a small file. */
export async function leesHeleCsv<Nodig extends string>(pad: string, nodig: Kolommen<Nodig>): Promise<CsvRij<Nodig>[]> {
  const rijen: CsvRij<Nodig>[] = [];
  for await (const rij of leesCsv(pad, nodig)) rijen.push(rij);
  return rijen;
}

function vindKolommen<Nodig extends string, Vrij extends string>(
  pad: string,
  kop: readonly string[],
  nodig: Kolommen<Nodig>,
  vrij: Kolommen<Vrij>,
): (readonly [Nodig | Vrij, number])[] {
  const namen = kop.map((naam) => naam.trim().toLowerCase());
  const alle = Object.entries<readonly string[]>({ ...nodig, ...vrij }) as [Nodig | Vrij, readonly string[]][];
  const plaatsen = alle.map(
    ([naam, kandidaten]) => [naam, namen.findIndex((kop) => kandidaten.includes(kop))] as const,
  );
  const mist = plaatsen.filter(([naam, plaats]) => plaats < 0 && naam in nodig).map(([naam]) => naam);
  if (mist.length > 0) {
    const namenVan = mist.map((naam) => nodig[naam as Nodig].join(' of ')).join('; ');
    throw new ImportFault(
      `In ${pad} ontbreekt een kolom: ${namenVan}. De eerste regel moet de namen van de kolommen geven.`,
    );
  }
  return plaatsen;
}

async function openBestand(pad: string): Promise<Readable> {
  const handle = await open(pad);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const bestand = createReadStream(pad);
  if (buffer[0] !== 0x1f || buffer[1] !== 0x8b) return bestand;
  const uitgepakt = createGunzip();
  bestand.once('error', (error) => uitgepakt.destroy(error));
  return bestand.pipe(uitgepakt);
}

async function leesEersteRegel(pad: string): Promise<string> {
  const bestand = await openBestand(pad);
  for await (const deel of bestand) return String(deel).split('\n', 1)[0] ?? '';
  throw new ImportFault(`${pad} is leeg.`);
}
