/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled), in UTF-8 with a byte order mark.
 *
 * Made for a Dutch spreadsheet, which opens it without questions: a semicolon between the fields and a comma before
 * the decimals. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const schrijfCsv = (kop: readonly string[], rijen: readonly (readonly unknown[])[]): string =>
  `\uFEFF${[kop, ...rijen].map((cellen) => `${cellen.map(cel).join(';')}\r\n`).join('')}`;

function cel(waarde: unknown): string {
  if (waarde === null || waarde === undefined) return '';
  if (typeof waarde === 'number') return String(waarde).replace('.', ',');
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  const tekst = Array.isArray(waarde) ? waarde.join(', ') : String(waarde);
  const veilig = /^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
