import { childElements, findChild, textOf, type XmlElement } from '../../../server/xml/domain.ts';

/** The text of an artikel or lid, as it is cited and read. */
export interface StopTekst {
  /** Artikel 22.27, or Artikel 22.27 lid 2. */
  nummer: string;
  opschrift: string | null;
  /** Plain text: a line per paragraph, list item or row of a table. */
  tekst: string;
}

/**
 * Reads a STOP Artikel: its own text and that of each of its leden, by wId.
 *
 * Text that a proposal marks as deleted is left out, text that it marks as new is taken in.
 */
export function readArtikel(artikel: XmlElement): Map<string, StopTekst> {
  const kop = findChild(artikel, 'Kop');
  const nummer = citeArtikel(artikel, kop);
  const opschrift = (kop && inlineText(findChild(kop, 'Opschrift'))) || null;
  const teksten = new Map<string, StopTekst>();
  teksten.set(artikel.attributes.wId ?? '', { nummer, opschrift, tekst: blockText(artikel) });
  for (const lid of childElements(artikel, 'Lid')) {
    const lidNummer = textOf(findChild(lid, 'LidNummer')).replace(/[.\s]+$/, '');
    const tekst = lines(childElements(lid).filter(({ name }) => name !== 'LidNummer'));
    teksten.set(lid.attributes.wId ?? '', {
      nummer: lidNummer ? `${nummer} lid ${lidNummer}` : nummer,
      opschrift,
      tekst,
    });
  }
  teksten.delete('');
  return teksten;
}

/**
 * Cites an artikel or lid by its wId alone, for when its text was not delivered.
 *
 * @example citeWId('gm0233_1-0__chp_22__art_22.27__para_2') // Artikel 22.27 lid 2
 */
export function citeWId(wId: string): string {
  const artikel = wId.match(/__art_([^_]+)/)?.[1];
  const lid = wId.match(/__para_([^_]+)/)?.[1];
  return artikel ? `Artikel ${artikel}${lid ? ` lid ${lid}` : ''}` : 'Artikel zonder nummer';
}

function citeArtikel(artikel: XmlElement, kop: XmlElement | undefined): string {
  const nummer = kop && textOf(findChild(kop, 'Nummer'));
  return nummer ? `Artikel ${nummer}` : citeWId(artikel.attributes.wId ?? '');
}

/** Elements that stand inside a line of text; all others begin a line of their own. */
const inlineElements = new Set([
  'IntRef',
  'ExtRef',
  'IntIoRef',
  'ExtIoRef',
  'strong',
  'b',
  'i',
  'u',
  'em',
  'sub',
  'sup',
  'abbr',
  'code',
  'br',
  'NieuweTekst',
  'VerwijderdeTekst',
  'Noot',
  'Nootref',
  'Contact',
  'InlineTekstAfbeelding',
  'Placeholder',
]);
const references = new Set(['IntRef', 'ExtRef', 'IntIoRef', 'ExtIoRef']);
const skipped = new Set(['Kop', 'VerwijderdeTekst', 'WijzigInstructies', 'Redactioneel']);
const fixedText: Readonly<Record<string, string>> = {
  Gereserveerd: 'Gereserveerd.',
  Vervallen: 'Vervallen.',
  NogNietInWerking: 'Nog niet in werking.',
  Illustratie: '(afbeelding)',
  InlineTekstAfbeelding: '(afbeelding)',
  Figuur: '(afbeelding)',
  Formule: '(formule)',
};

function blockText(element: XmlElement): string {
  return lines(childElements(element));
}

function lines(elements: readonly XmlElement[]): string {
  return elements
    .flatMap(linesOf)
    .filter((line) => line !== '')
    .join('\n');
}

function linesOf(element: XmlElement): string[] {
  if (skipped.has(element.name)) return [];
  const fixed = fixedText[element.name];
  if (fixed) return [fixed];
  switch (element.name) {
    case 'Lid':
      return numbered(element, 'LidNummer');
    case 'Li':
      return numbered(element, 'LiNummer');
    case 'Begrip':
      return [
        `${inlineText(findChild(element, 'Term'))}: ${childElements(element, 'Definitie').flatMap(linesOf).join(' ')}`,
      ];
    case 'row':
      return [
        childElements(element, 'entry')
          .map((entry) => linesOf(entry).join(' '))
          .join(' | '),
      ];
    default:
      return isLine(element) ? [inlineText(element)] : childElements(element).flatMap(linesOf);
  }
}

function numbered(element: XmlElement, numberName: string): string[] {
  const nummer = textOf(findChild(element, numberName));
  const [first = '', ...rest] = childElements(element)
    .filter(({ name }) => name !== numberName)
    .flatMap(linesOf);
  return [`${nummer} ${first}`.trim(), ...rest];
}

/** Holds text or inline elements directly, so that it is one line. */
function isLine({ children }: XmlElement): boolean {
  return children.some((child) => (typeof child === 'string' ? child.trim() !== '' : inlineElements.has(child.name)));
}

function inlineText(element: XmlElement | undefined): string {
  return element ? joinInline(element).replace(/\s+/g, ' ').trim() : '';
}

function joinInline({ children }: XmlElement): string {
  let text = '';
  let afterReference = false;
  for (const child of children) {
    const isReference = typeof child !== 'string' && references.has(child.name);
    const part = typeof child === 'string' ? child : inlinePart(child);
    // Deliveries often leave out the space around a reference: "Bijlage<IntRef>II</IntRef>bij".
    const glued = (isReference || afterReference) && /\p{L}$/u.test(text) && /^\p{L}/u.test(part);
    text += glued ? ` ${part}` : part;
    afterReference = isReference;
  }
  return text;
}

function inlinePart(element: XmlElement): string {
  if (skipped.has(element.name)) return '';
  const fixed = fixedText[element.name];
  if (fixed) return fixed;
  const text = joinInline(element);
  if (element.name === 'sup') return [...text].every((digit) => digit in superscripts) ? raise(text) : `^${text}`;
  if (element.name === 'br') return ' ';
  if (element.name === 'Noot') return ` (noot: ${childElements(element, 'Al').map(inlineText).join(' ')})`;
  return text;
}

const superscripts: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '−': '⁻',
};
const raise = (text: string) => [...text].map((digit) => superscripts[digit]).join('');
