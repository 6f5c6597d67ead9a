import { SaxesParser } from 'saxes';

/** A piece of XML as a tree. Names are local names: prefixes differ per supplier and say nothing. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Line in the file on which its opening tag ends, counted from 1. */
  readonly line: number;
}

export interface FoundElement {
  element: XmlElement;
  /** Local names of what it stands in, outermost first. */
  path: readonly string[];
}

/** The text is no XML that we take; the message says why, in Dutch, to stand behind "dit is geen goede XML". */
export class XmlFault extends Error {}

/** Deeper than any Dutch standard goes; stops a file that is made to exhaust the reader. */
const maxDepth = 200;

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
}

/**
 * Reads XML piece by piece into trees of the elements that are asked for; memory holds one at a time.
 * Inside an element that is given, nothing is given a second time.
 *
 * A DOCTYPE is refused: our formats have none, and entities are how XML bombs are made.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #path: string[] = [];
  readonly #open: OpenElement[] = [];
  #found: FoundElement[] = [];
  #elements = 0;

  /**
   * @param wanted tells by local name and path which elements to give
   * @param maxElements how many elements the file may have in all
   */
  constructor(wanted: (name: string, path: readonly string[]) => boolean, maxElements = Number.POSITIVE_INFINITY) {
    const parser = this.#parser;
    const addText = (text: string) => this.#open.at(-1)?.children.push(text);
    parser.on('error', (error) => fail(error.message.replace(/\.$/, '')));
    parser.on('doctype', () => fail('het bevat een DOCTYPE, en die nemen wij om veiligheid niet aan'));
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('opentag', (tag) => {
      const name = localName(tag.name);
      if (this.#path.length >= maxDepth) fail(`meer dan ${maxDepth} lagen diep`);
      this.#elements += 1;
      if (this.#elements > maxElements) fail(`meer dan ${maxElements.toLocaleString('nl-NL')} elementen`);
      if (this.#open.length > 0 || wanted(name, this.#path)) {
        const { attributes } = tag;
        this.#open.push({ name, attributes: readAttributes(attributes), children: [], line: parser.line });
      }
      this.#path.push(name);
    });
    parser.on('closetag', () => {
      this.#path.pop();
      const element = this.#open.pop();
      if (!element) return;
      const parent = this.#open.at(-1);
      if (parent) parent.children.push(element);
      else this.#found.push({ element, path: [...this.#path] });
    });
  }

  /** @throws XmlFault when the text is not well-formed, or refused */
  write(text: string): FoundElement[] {
    this.#parser.write(text);
    return this.#take();
  }

  /** @throws XmlFault when the text was cut off */
  close(): FoundElement[] {
    this.#parser.close();
    return this.#take();
  }

  #take(): FoundElement[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

/**
 * A whole document as one tree.
 *
 * @throws XmlFault when it is not well-formed, has a DOCTYPE, is too deep or has more than `maxElements` elements
 */
export function parseXml(text: string, maxElements: number): XmlElement {
  if (text.trim() === '') fail('het is leeg');
  const reader = new XmlReader((_name, path) => path.length === 0, maxElements);
  // A byte order mark is no part of the document.
  const [root] = [...reader.write(text.replace(/^\uFEFF/, '')), ...reader.close()];
  return root ? root.element : fail('het is leeg');
}

function fail(why: string): never {
  throw new XmlFault(why);
}

/** By local name; an attribute without prefix wins from one with. Declarations of namespaces keep their whole name. */
function readAttributes(given: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith('xmlns')) attributes[name] = value;
    else if (!name.includes(':') || !Object.hasOwn(attributes, localName(name))) attributes[localName(name)] = value;
  }
  return attributes;
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
export function findChild(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of names) at = at?.children.filter(isElement).find((child) => child.name === name);
  return at;
}

/** All elements with this name, at any depth, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** All text in the element, as it stands, without white space around it. */
export function rawTextOf(element: XmlElement | undefined): string {
  const collect = (node: XmlElement | string): string => (isElement(node) ? node.children.map(collect).join('') : node);
  return element ? collect(element).trim() : '';
}

/** All text in the element, with white space made single. */
export function textOf(element: XmlElement | undefined): string {
  return rawTextOf(element).replace(/\s+/g, ' ');
}
