import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { JSONParser } from '@streamparser/json';
import { haalBestand } from './bestand.ts';
import { type ImportContext, ImportFault } from './importer.ts';

/**
 * Streams parts of a JSON file in bounded memory: every item of the list that the file is, or of a list in the object
 * that it is.
 *
 * @param lijsten names under which that object may hold the list
 * @param los paths of single values in that object, such as `_links.next.href`; told to `vond` when they come by
 * @throws ImportFault when it is no JSON, is cut off, or holds no such list
 */
export async function* leesJson(
  pad: string,
  lijsten: readonly string[],
  los: readonly string[] = [],
  vond: (pad: string, waarde: unknown) => void = () => {},
): AsyncGenerator<unknown> {
  const isLijst = (await eersteTeken(pad)) === '[';
  const paths = isLijst ? ['$.*'] : [...lijsten.map((naam) => `$.${naam}.*`), ...los.map((naam) => `$.${naam}`)];
  const parser = new JSONParser({ paths, keepStack: false });
  let items: unknown[] = [];
  let gezien = isLijst;
  let klaar = false;
  parser.onValue = ({ value, key, stack }) => {
    const namen = [...stack.slice(1).map((stap) => stap.key), key];
    const inLijst = isLijst ? stack.length === 1 : stack.length === 2 && lijsten.includes(String(namen[0]));
    if (inLijst) items.push(value);
    else vond(namen.join('.'), value);
    gezien ||= inLijst;
  };
  parser.onEnd = () => {
    klaar = true;
  };
  try {
    for await (const deel of createReadStream(pad)) {
      parser.write(deel as Uint8Array);
      const gelezen = items;
      items = [];
      yield* gelezen;
    }
  } catch (error) {
    throw new ImportFault(`${pad} is geen goed JSON-bestand: ${(error as Error).message}`);
  }
  if (!klaar) throw new ImportFault(`${pad} is niet volledig: het breekt halverwege af.`);
  if (!gezien) throw new ImportFault(`In ${pad} staat geen lijst ${lijsten.join(' of ')} met gegevens.`);
}

/**
 * The items of a list that may come in pages: of Signalen and other APIs that link with `_links.next.href`, or of OData.
 *
 * @param pad as the person gave it: a file or a URL
 * @param path of the first page on this machine
 * @throws ImportFault also when the list goes on elsewhere than at the server that was given
 */
export async function* leesJsonPaginas(
  pad: string,
  path: string,
  lijsten: readonly string[],
  context: ImportContext,
): AsyncGenerator<unknown> {
  for (let [adres, bestand] = [pad, path]; ; bestand = await haalBestand(adres, context)) {
    let volgende = await odataVolgende(bestand);
    yield* leesJson(bestand, lijsten, ['_links.next.href'], (_, href) => {
      if (typeof href === 'string') volgende = href;
    });
    if (volgende === null) return;
    adres = volgendePagina(volgende, adres);
  }
}

/** OData writes the link to the next page behind the list, under a name with a point in it. */
async function odataVolgende(pad: string): Promise<string | null> {
  const bestand = await open(pad);
  try {
    const { size } = await bestand.stat();
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096));
    const staart = buffer.toString('utf8', 0, bytesRead);
    const [, link] = /"@?odata\.nextLink"\s*:\s*("(?:[^"\\]|\\.)*")\s*}\s*$/.exec(staart) ?? [];
    return link ? (JSON.parse(link) as string) : null;
  } finally {
    await bestand.close();
  }
}

function volgendePagina(href: string, huidige: string): string {
  if (!URL.canParse(huidige)) {
    throw new ImportFault(
      `${huidige} is een deel van een lijst. Geef de URL van de API, of alle pagina's als één lijst.`,
    );
  }
  const volgende = new URL(href, huidige);
  if (volgende.origin === new URL(huidige).origin) return volgende.href;
  throw new ImportFault(`${huidige} verwijst voor de volgende pagina naar een andere server: ${volgende.origin}.`);
}

export const isJson = async (pad: string): Promise<boolean> => '[{'.includes((await eersteTeken(pad)) || ' ');

/** The first character that is no space, or empty. */
async function eersteTeken(pad: string): Promise<string> {
  const bestand = await open(pad);
  try {
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(64), 0, 64, 0);
    return buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .trimStart()
      .charAt(0);
  } finally {
    await bestand.close();
  }
}
