import { isUtf8 } from 'node:buffer';
import { open, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { fileTypeFromFile } from 'file-type';
import { SaxesParser } from 'saxes';
import { type Formaat, noemFormaten } from './domain.ts';

/** What a file is by its content; or why it is refused, in plain words. */
export type Keuring = { mediatype: string } | { reden: string };

/** Text in one file, at most: a drawing or table is smaller. */
const maximumTekst = 20 * 1024 * 1024;

/** Looks at the content of a file. Its name says nothing. */
export async function keurInhoud(pad: string, bytes: number, toegestaan: readonly Formaat[]): Promise<Keuring> {
  const herkend = await fileTypeFromFile(pad);
  const mediatype =
    herkend && herkend.mime !== 'application/xml' ? herkend.mime : bytes <= maximumTekst ? await tekstSoort(pad) : null;
  if (typeof mediatype === 'object' && mediatype !== null) return mediatype;
  if (!mediatype || !toegestaan.some((formaat) => formaat.mediatype === mediatype)) {
    return {
      reden: `Dit is geen bestand dat wij kunnen lezen. Stuur ${noemFormaten(toegestaan)}. De naam zegt niets: wij kijken naar de inhoud.`,
    };
  }
  if (mediatype === 'application/pdf' && !(await heeftEinde(pad, bytes))) {
    return { reden: 'Deze PDF is niet heel. Maak of bewaar hem opnieuw en stuur hem nog een keer.' };
  }
  return { mediatype };
}

/** A PDF ends with a mark: one that was cut off does not. */
async function heeftEinde(pad: string, bytes: number): Promise<boolean> {
  const bestand = await open(pad, 'r');
  try {
    const lengte = Math.min(bytes, 2_048);
    const { buffer } = await bestand.read(Buffer.alloc(lengte), 0, lengte, bytes - lengte);
    return buffer.includes('%%EOF');
  } finally {
    await bestand.close();
  }
}

/** SVG and CSV carry no mark of their own: they are what they can be read as. */
async function tekstSoort(pad: string): Promise<string | { reden: string } | null> {
  const inhoud = await readFile(pad);
  if (inhoud.includes(0) || !isUtf8(inhoud)) return null;
  const tekst = inhoud.toString('utf8').replace(/^\uFEFF/, '');
  if (/^\s*</.test(tekst)) return svgSoort(tekst);
  return isCsv(tekst) ? 'text/csv' : null;
}

/** A drawing only: nothing in it that runs or that fetches from elsewhere. */
function svgSoort(tekst: string): string | { reden: string } | null {
  const parser = new SaxesParser({ xmlns: true });
  let wortel: string | null = null;
  let gevaar = /<!ENTITY/i.test(tekst);
  parser.on('opentag', ({ local, uri, attributes }) => {
    wortel ??= uri === 'http://www.w3.org/2000/svg' ? local : '';
    if (/^(script|foreignObject|iframe|object|embed|handler)$/i.test(local)) gevaar = true;
    for (const { local: naam, value } of Object.values(attributes)) {
      const buiten = /^(href|src)$/i.test(naam) && !/^(#|data:image\/(png|jpeg);)/i.test(value.trim());
      if (buiten || /^on/i.test(naam) || /javascript:/i.test(value)) gevaar = true;
    }
  });
  try {
    parser.write(tekst).close();
  } catch {
    return null;
  }
  if (wortel !== 'svg') return null;
  return gevaar
    ? { reden: 'In deze tekening zit code of een verwijzing naar buiten. Bewaar haar als PDF of PNG.' }
    : 'image/svg+xml';
}

/** Rows of equal length, more than one column. */
function isCsv(tekst: string): boolean {
  const begin = tekst.slice(0, 64 * 1024);
  const heel = begin.length === tekst.length ? begin : begin.slice(0, begin.lastIndexOf('\n'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signs that are in no table
  if (/[\u0000-\u0008\u000e-\u001f]/.test(heel)) return false;
  return [';', ',', '\t'].some((delimiter) => {
    try {
      const rijen: string[][] = parse(heel, { delimiter, skip_empty_lines: true });
      return rijen.length > 0 && (rijen[0]?.length ?? 0) > 1;
    } catch {
      return false;
    }
  });
}
