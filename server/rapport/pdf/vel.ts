import PDFDocument from 'pdfkit';
import { type Gewicht, inStukken, loadFont, schrijfbaar } from './letters.ts';

/** Points of 1/72 inch. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4 with its margins, in points. */
export const bladspiegel = {
  breed: 595.28,
  hoog: 841.89,
  links: mm(16),
  rechts: 595.28 - mm(16),
  boven: mm(20),
  onder: 841.89 - mm(22),
} as const;

export interface Stijl {
  gewicht: Gewicht;
  /** Points. */
  grootte: number;
  kleur: string;
}

export type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

interface ElementOptions {
  alt?: string;
  bbox?: [number, number, number, number];
  placement?: string;
  scope?: 'Column' | 'Row';
}

/** Width per word, in points at size 1: the same for every document. */
const breedtes: Record<Gewicht, Map<string, number>> = { 400: new Map(), 700: new Map() };

/** As many words as are remembered. */
const maximumBreedtes = 20_000;

/** Paper with a cursor, on which every sign belongs either to the structure or to the decoration. */
export class Vel {
  readonly doc: Doc;
  readonly root: Element;
  /** Distance from the top of the page to the next line. */
  y: number = bladspiegel.boven;
  readonly #fonts = new Set<string>();

  constructor(info: { title: string; subject: string; author: string; created: Date }) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      lang: 'nl-NL',
      displayTitle: true,
      info: { Title: info.title, Subject: info.subject, Author: info.author, CreationDate: info.created },
    });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.nieuweBladzijde();
  }

  nieuweBladzijde(): void {
    this.doc.addPage();
    this.y = bladspiegel.boven;
  }

  /** Starts a page when less than this is left. */
  houdRuimte(hoogte: number): boolean {
    if (this.y + hoogte <= bladspiegel.onder) return false;
    this.nieuweBladzijde();
    return true;
  }

  /** Adds a structure element below another; end it when its content is written. */
  element(ouder: Element, type: string, options: ElementOptions = {}): Element {
    const element = this.doc.struct(type, options);
    ouder.add(element);
    return element;
  }

  /** What is drawn inside belongs to this element. */
  inhoud(element: Element, type: string, teken: () => void): void {
    const content = this.doc.markStructureContent(type);
    teken();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** What is drawn inside is decoration: a reader passes over it. */
  versiering(teken: () => void, soort: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type: soort });
    teken();
    this.doc.endMarkedContent();
  }

  #font(name: string): Doc {
    if (!this.#fonts.has(name)) {
      // pdfkit takes an open font as well; its types do not say so
      this.doc.registerFont(name, loadFont(name) as unknown as PDFKit.Mixins.PDFFontSource);
      this.#fonts.add(name);
    }
    return this.doc.font(name);
  }

  breedteVan(tekst: string, { gewicht, grootte }: Stijl): number {
    const bekend = breedtes[gewicht].get(tekst);
    if (bekend !== undefined) return bekend * grootte;
    if (breedtes[gewicht].size >= maximumBreedtes) breedtes[gewicht].clear();
    const eenheid = inStukken(tekst, gewicht)
      .map((deel) => this.#font(deel.font).fontSize(100).widthOfString(deel.tekst) / 100)
      .reduce((samen, breedte) => samen + breedte, 0);
    breedtes[gewicht].set(tekst, eenheid);
    return eenheid * grootte;
  }

  /** Breaks text into lines that fit; a word that does not fit on any line is cut. */
  breek(tekst: string, breedte: number, stijl: Stijl): string[] {
    const spatie = this.breedteVan(' ', stijl);
    const regels: string[] = [];
    let regel = '';
    let vol = 0;
    for (const woord of schrijfbaar(tekst).trim().split(' ')) {
      const delen = this.breedteVan(woord, stijl) <= breedte ? [woord] : this.#hak(woord, breedte, stijl);
      for (const [i, deel] of delen.entries()) {
        const erbij = this.breedteVan(deel, stijl);
        if (i === 0 && regel !== '' && vol + spatie + erbij <= breedte) {
          regel += ` ${deel}`;
          vol += spatie + erbij;
        } else {
          // the space at the end is not seen; it tells a reader that the word has ended
          if (regel !== '') regels.push(i === 0 ? `${regel} ` : regel);
          regel = deel;
          vol = erbij;
        }
      }
    }
    regels.push(regel);
    return regels;
  }

  #hak(woord: string, breedte: number, stijl: Stijl): string[] {
    const delen: string[] = [];
    let deel = '';
    for (const teken of woord) {
      if (deel !== '' && this.breedteVan(deel + teken, stijl) > breedte) {
        delen.push(deel);
        deel = '';
      }
      deel += teken;
    }
    return [...delen, deel];
  }

  /** Writes one line with its top at y. */
  schrijf(tekst: string, x: number, y: number, stijl: Stijl): void {
    let links = x;
    this.doc.fillColor(stijl.kleur);
    const stukken = inStukken(tekst, stijl.gewicht);
    for (const { font, tekst: stuk } of stukken) {
      this.#font(font).fontSize(stijl.grootte).text(stuk, links, y, { lineBreak: false });
      if (stukken.length > 1) links += this.breedteVan(stuk, stijl);
    }
  }

  /** The same line as a thick outline, to write over. */
  halo(tekst: string, x: number, y: number, stijl: Stijl, kleur: string): void {
    let links = x;
    this.doc.lineWidth(1.8).lineJoin('round').strokeColor(kleur);
    for (const { font, tekst: stuk } of inStukken(tekst, stijl.gewicht)) {
      this.#font(font).fontSize(stijl.grootte).text(stuk, links, y, { lineBreak: false, stroke: true, fill: false });
      links += this.breedteVan(stuk, stijl);
    }
  }

  /** The whole document. */
  async klaar(): Promise<Buffer> {
    const delen: Buffer[] = [];
    this.doc.on('data', (deel: Buffer) => delen.push(deel));
    const einde = new Promise<void>((done, fail) => this.doc.on('end', done).on('error', fail));
    this.root.end();
    this.doc.end();
    await einde;
    return Buffer.concat(delen);
  }
}

/** The distance between lines, as part of the size of the letters. */
export const regelafstand = 1.32;
