import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Entry, openPromise as openZip, type ZipFile } from 'yauzl';
import { ImportFault } from '../importer.ts';

export interface PakketBestand {
  /** Path inside the package. */
  naam: string;
  /** Read it before you ask for the next one. */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface PakketGrenzen {
  bestanden: number;
  bytes: number;
}

/** Many times the largest omgevingsplan; beyond it the package is broken, or a zip bomb. */
const normaleGrenzen: PakketGrenzen = { bestanden: 20_000, bytes: 2 * 1024 ** 3 };

/**
 * Gives the XML and GML files of a delivery, from a zip that stays packed or from a folder, whatever its layout.
 *
 * @throws ImportFault when the package cannot be read, or unpacks to more than `grenzen` allow
 */
export async function* readPakket(pad: string, grenzen = normaleGrenzen): AsyncGenerator<PakketBestand> {
  let bestanden = 0;
  let bytes = 0;
  async function* count(chunks: AsyncIterable<Uint8Array>) {
    try {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > grenzen.bytes) throw tooLarge(pad, grenzen);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof ImportFault ? error : unreadable(pad, error as Error);
    }
  }
  const isWanted = (naam: string) => /\.(xml|gml)$/i.test(naam);
  const info = await stat(pad).catch(() => null);
  if (!info) throw new ImportFault(`${pad} bestaat niet. Geef een zip of een map met een IMOW-levering.`);

  if (info.isDirectory()) {
    for (const entry of await readdir(pad, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !isWanted(entry.name)) continue;
      if (++bestanden > grenzen.bestanden) throw tooLarge(pad, grenzen);
      const path = join(entry.parentPath, entry.name);
      yield { naam: relative(pad, path), open: async () => count(createReadStream(path)) };
    }
    return;
  }

  const zip = await openZip(pad, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw unreadable(pad, error);
  });
  try {
    if (zip.entryCount > grenzen.bestanden) throw tooLarge(pad, grenzen);
    for await (const entry of entriesOf(zip, pad)) {
      if (!isWanted(entry.fileName)) continue;
      if (bytes + entry.uncompressedSize > grenzen.bytes) throw tooLarge(pad, grenzen);
      yield { naam: entry.fileName, open: async () => count(await zip.openReadStreamPromise(entry)) };
    }
  } finally {
    zip.close();
  }
}

/** The entries; damage in the table of contents of the zip comes out as an ImportFault. */
async function* entriesOf(zip: ZipFile, pad: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw unreadable(pad, error as Error);
  }
}

function tooLarge(pad: string, { bestanden, bytes }: PakketGrenzen): ImportFault {
  return new ImportFault(
    `${pad} is uitgepakt groter dan wij aannemen (${bestanden.toLocaleString('nl-NL')} bestanden of ` +
      `${Math.round(bytes / 1024 ** 2).toLocaleString('nl-NL')} MB). Controleer het bestand of splits de levering.`,
  );
}

function unreadable(pad: string, error: Error): ImportFault {
  return new ImportFault(`${pad} is niet goed te lezen: ${error.message}. Haal het bestand opnieuw op.`);
}
