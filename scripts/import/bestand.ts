import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type PakketBestand, readPakket } from './imow/pakket.ts';
import { type ImportContext, ImportFault } from './importer.ts';

/** A whole province of BGT unpacks to less; beyond it the package is a zip bomb. */
const grenzen = { bestanden: 20_000, bytes: 200 * 1024 ** 3 };

/**
 * Makes sure that the delivery stands on this machine.
 *
 * @param pad a file or folder, or a URL that is downloaded to the temporary folder
 * @returns path of the file or folder
 * @throws ImportFault when it is not there, or empty
 */
export async function haalBestand(pad: string, context: ImportContext): Promise<string> {
  const path = /^https?:\/\//i.test(pad) ? await download(new URL(pad), context) : pad;
  const info = await stat(path).catch(() => null);
  if (!info) throw new ImportFault(`${pad} bestaat niet of is niet te lezen. Controleer het pad.`);
  if (info.isFile() && info.size === 0) throw new ImportFault(`${pad} is leeg (0 bytes). Haal het bestand opnieuw op.`);
  return path;
}

async function download(url: URL, { tijdelijkeMap, voortgang }: ImportContext): Promise<string> {
  voortgang(`${url.href} ophalen`);
  const response = await fetch(url).catch((error: Error) => {
    throw new ImportFault(`${url.href} is niet bereikbaar (${String(error.cause ?? error.message)}).`);
  });
  if (!response.ok || !response.body) throw new ImportFault(`${url.href} antwoordt met HTTP ${response.status}.`);
  const path = join(tijdelijkeMap, basename(url.pathname) || 'levering');
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(path)).catch((error: Error) => {
    throw new ImportFault(`${url.href} brak af tijdens het ophalen (${error.message}).`);
  });
  return path;
}

/**
 * Gives the XML and GML files of a delivery: of a folder, of a zip, or the one file itself.
 *
 * @throws ImportFault when the package cannot be read
 */
export async function* leesGmlBestanden(path: string): AsyncGenerator<PakketBestand> {
  const info = await stat(path);
  if (info.isFile() && !(await isZip(path))) {
    yield { naam: basename(path), open: async () => createReadStream(path) };
    return;
  }
  if (info.isDirectory() && !(await readdir(path)).some((name) => /\.(gml|xml)$/i.test(name))) {
    throw new ImportFault(`In de map ${path} staat geen GML-bestand.`);
  }
  yield* readPakket(path, grenzen);
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
