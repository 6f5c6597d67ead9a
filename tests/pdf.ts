import { inflateSync } from 'node:zlib';

// The build for Node 20 puts slow copies of these in their place; what is tested must not run on them.
const { push } = Array.prototype;
const { parse, stringify } = JSON;
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
Object.assign(Array.prototype, { push });
Object.assign(JSON, { parse, stringify });

/** What stands below one heading of a PDF, as somebody reads it who hears it. */
export interface Hoofdstuk {
  niveau: number;
  kop: string;
  alineas: string[];
  /** Rows of its tables with their cells; heads of columns too. */
  rijen: string[][];
}

export interface GelezenPdf {
  titel: string;
  taal: string;
  /** Pages without a structure tree, or with signs that are neither in it nor decoration. */
  fouten: string[];
  bladzijden: number;
  bladwijzers: string[];
  hoofdstukken: Hoofdstuk[];
  /** Alternative texts of the figures. */
  figuren: string[];
}

interface Knoop {
  role?: string;
  type?: string;
  id?: string;
  alt?: string;
  children?: Knoop[];
}

/** Reads a tagged PDF through its structure, in reading order: what is decoration is passed over. */
export async function readPdf(bytes: Uint8Array): Promise<GelezenPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const { Title: titel, Language: taal } = info as { Title?: string; Language?: string };
  const outline = (await document.getOutline()) ?? [];
  const gelezen: GelezenPdf = {
    titel: titel ?? '',
    taal: taal ?? '',
    fouten: [],
    bladzijden: document.numPages,
    bladwijzers: outline.map(({ title }) => title),
    hoofdstukken: [],
    figuren: [],
  };
  for (let nummer = 1; nummer <= document.numPages; nummer += 1) {
    const page = await document.getPage(nummer);
    const [boom, { items }] = await Promise.all([
      page.getStructTree() as Promise<Knoop | null>,
      page.getTextContent({ includeMarkedContent: true }),
    ]);
    const stapel: { tag: string; id: string | null }[] = [];
    const perId = new Map<string, string>();
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type.startsWith('begin'))
          stapel.push({ tag: (item as { tag?: string }).tag ?? '', id: item.id ?? null });
        else stapel.pop();
        continue;
      }
      const id = stapel.findLast((deel) => deel.id !== null)?.id ?? null;
      const isVersiering = stapel.some(({ tag }) => tag === 'Artifact');
      if (id !== null) perId.set(id, `${perId.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      else if (!isVersiering && item.str.trim() !== '') gelezen.fouten.push(`page ${nummer}: loose text ${item.str}`);
    }
    if (!boom) gelezen.fouten.push(`page ${nummer}: no structure tree`);
    else for (const kind of boom.children ?? []) lees(kind, perId, gelezen);
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return gelezen;
}

function lees(knoop: Knoop, perId: ReadonlyMap<string, string>, gelezen: GelezenPdf): void {
  const role = knoop.role ?? '';
  const laatste = gelezen.hoofdstukken.at(-1);
  if (/^H\d$/.test(role)) {
    gelezen.hoofdstukken.push({ niveau: Number(role[1]), kop: tekstVan(knoop, perId).trim(), alineas: [], rijen: [] });
  } else if (role === 'P') laatste?.alineas.push(tekstVan(knoop, perId));
  else if (role === 'Figure') gelezen.figuren.push(knoop.alt ?? '');
  else if (role === 'TR') {
    // a table that runs on lists its rows on each page: those of other pages have no text here
    const cellen = (knoop.children ?? []).map((cel) => tekstVan(cel, perId));
    if (cellen.some((cel) => cel.trim() !== '')) laatste?.rijen.push(cellen);
  } else for (const kind of knoop.children ?? []) lees(kind, perId, gelezen);
}

function tekstVan(knoop: Knoop, perId: ReadonlyMap<string, string>): string {
  if (knoop.type === 'content') return perId.get(knoop.id ?? '') ?? '';
  return (knoop.children ?? []).map((kind) => tekstVan(kind, perId)).join('');
}

/** How often something is painted that belongs neither to the structure nor to the decoration. */
export function telLosseInkt(pdf: Buffer): number {
  let los = 0;
  let bladen = 0;
  for (const [, packed = ''] of pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const tekst = unpack(Buffer.from(packed, 'latin1'));
    if (!tekst?.includes(' BDC')) continue;
    bladen += 1;
    let diepte = 0;
    for (const regel of tekst.split('\n')) {
      if (/\b(BDC|BMC)$/.test(regel)) diepte += 1;
      else if (regel.trim() === 'EMC') diepte -= 1;
      else if (diepte === 0 && /(^| )(f\*?|S|B\*?|TJ|Tj|Do)$/.test(regel)) los += 1;
    }
  }
  if (bladen === 0) throw new Error('No page was found');
  return los;
}

function unpack(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return null;
  }
}
