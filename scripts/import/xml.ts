import { type FoundElement, XmlFault, XmlReader } from '../../server/xml/domain.ts';
import { ImportFault } from './importer.ts';

/**
 * Streams through an XML file and gives the elements that are asked for, each as a tree.
 *
 * @param chunks the file in UTF-8
 * @param wanted local names of the elements to give
 * @param fileName for messages
 * @throws ImportFault when the file is not well-formed or not UTF-8
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<string>,
  fileName: string,
): AsyncGenerator<FoundElement> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = new XmlReader((name) => wanted.has(name));
  const fail = (why: string): never => {
    throw new ImportFault(`${fileName} is geen goede XML: ${why}. Vraag de leverancier om een nieuw bestand.`);
  };
  const read = (take: () => FoundElement[]): FoundElement[] => {
    try {
      return take();
    } catch (error) {
      if (error instanceof XmlFault) return fail(error.message);
      throw error;
    }
  };
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      return fail('het is geen UTF-8');
    }
  };
  for await (const chunk of chunks) yield* read(() => reader.write(decode(chunk)));
  yield* read(() => [...reader.write(decode()), ...reader.close()]);
}
