/** A kind of file that we take. */
export interface Formaat {
  naam: string;
  mediatype: string;
  extensie: string;
}

/** What an aanvraag or melding may bring along, and PDF in every form. @source Or 7.1a */
export const formaten: readonly Formaat[] = [
  { naam: 'PDF', mediatype: 'application/pdf', extensie: 'pdf' },
  { naam: 'JPG', mediatype: 'image/jpeg', extensie: 'jpg' },
  { naam: 'PNG', mediatype: 'image/png', extensie: 'png' },
  { naam: 'TIFF', mediatype: 'image/tiff', extensie: 'tif' },
  { naam: 'SVG', mediatype: 'image/svg+xml', extensie: 'svg' },
  { naam: 'ODT', mediatype: 'application/vnd.oasis.opendocument.text', extensie: 'odt' },
  { naam: 'ODS', mediatype: 'application/vnd.oasis.opendocument.spreadsheet', extensie: 'ods' },
  { naam: 'CSV', mediatype: 'text/csv', extensie: 'csv' },
];

/**
 * A melding openbare ruimte takes photos that every browser can show and that can be cleaned. A telephone that makes
 * another kind (HEIC) sends JPG where only these are asked for.
 */
export const fotoFormaten: readonly Formaat[] = [
  { naam: 'JPG', mediatype: 'image/jpeg', extensie: 'jpg' },
  { naam: 'PNG', mediatype: 'image/png', extensie: 'png' },
  { naam: 'WebP', mediatype: 'image/webp', extensie: 'webp' },
];

export const bijlageGrenzen = {
  /** Of one file: 50 MB. */
  bytes: 50 * 1024 * 1024,
  /** Of one part of a file that is sent in parts. */
  deel: 4 * 1024 * 1024,
  perConcept: 60,
  /** Of all bijlagen of one concept together. */
  samenBytes: 500 * 1024 * 1024,
  naam: 200,
} as const;

export const noemFormaten = (toegestaan: readonly Formaat[]): string =>
  `${toegestaan
    .slice(0, -1)
    .map(({ naam }) => naam)
    .join(', ')} of ${toegestaan.at(-1)?.naam}`;

/**
 * The name of a file as it is kept: without a folder, without signs that cannot be seen or that turn the reading
 * direction around, and not longer than fits. The end stays: it holds the extension.
 */
export function schoneNaam(naam: string): string {
  const schoon = naam
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const tekens = [...schoon];
  const past = tekens.length > bijlageGrenzen.naam ? [...tekens.slice(0, 180), '…', ...tekens.slice(-19)] : tekens;
  return past.join('') || 'bestand';
}
