import { SaxesParser } from 'saxes';
import { ImportFault } from './importer.ts';

/** A piece of XML as a tree. Names are local names: prefixes differ per supplier and say nothing. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface FoundElement {
  element: XmlElement;
  /** Local names of what it stands in, outermost first. */
  path: readonly string[];
}

/** Deeper than any Dutch standard goes; stops a file that is made to exhaust the reader. */
const maxDepth = 200;

/**
 * Streams through an XML file and gives the elements that are asked for, each as a tree; memory holds one at a time.
 * Inside an element that is given, nothing is given a second time.
 *
 * A DOCTYPE is refused: our formats have none, and entities are how XML bombs are made.
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
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [];
  let found: FoundElement[] = [];
  const fail = (why: string): never => {
    throw new ImportFault(`${fileName} is geen goede XML: ${why}. Vraag de leverancier om een nieuw bestand.`);
  };
  const addText = (text: string) => open.at(-1)?.children.push(text);

  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('het bevat een DOCTYPE, en die nemen wij om veiligheid niet aan'));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (path.length >= maxDepth) fail(`meer dan ${maxDepth} lagen diep`);
    if (open.length > 0 || wanted.has(name)) {
      const attributes: Record<string, string> = {};
      for (const [key, value] of Object.entries(tag.attributes)) attributes[localName(key)] = String(value);
      open.push({ name, attributes, children: [] });
    }
    path.push(name);
  });
  parser.on('closetag', () => {
    path.pop();
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else found.push({ element, path: [...path] });
  });

  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      return fail('het is geen UTF-8');
    }
  };
  for await (const chunk of chunks) {
    parser.write(decode(chunk));
    yield* found;
    found = [];
  }
  parser.write(decode());
  parser.close();
  yield* found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The child elements, or those with this name. */
export function childElements({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** Follows a path of names down, taking the first of each. */
export function findChild(element: XmlElement, ...names: string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of names) at = at?.children.filter(isElement).find((child) => child.name === name);
  return at;
}

/** All elements with this name, at any depth, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** All text in the element, with white space made single. */
export function textOf(element: XmlElement | undefined): string {
  const collect = (node: XmlElement | string): string => (isElement(node) ? node.children.map(collect).join('') : node);
  return element ? collect(element).replace(/\s+/g, ' ').trim() : '';
}
