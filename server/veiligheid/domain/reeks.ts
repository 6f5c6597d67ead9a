/**
 * Counts of cells as text, small to send: one number per record, in order of cell, as the number of cells since the one
 * before. Two records in one cell are a step of zero. A step below 63 is one character, a larger one is two or more:
 * "~" for every 63 cells, and then the rest.
 *
 * @example codeer([[4, 2], [6, 1]]) // 'EAC'
 */

const tekens = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-';
const VER = '~';
const nummerVan = new Map([...tekens].map((teken, nummer) => [teken, nummer]));

/** @param tellingen cells with their counts, in order of cell */
export function codeer(tellingen: Iterable<readonly [cel: number, aantal: number]>): string {
  let tekst = '';
  let vorige = 0;
  for (const [cel, aantal] of tellingen) {
    const stap = cel - vorige;
    if (stap < 0) throw new RangeError('De cellen staan niet op volgorde.');
    if (aantal > 0) {
      tekst += VER.repeat(Math.floor(stap / tekens.length)) + tekens[stap % tekens.length];
      tekst += (tekens[0] as string).repeat(aantal - 1);
      vorige = cel;
    }
  }
  return tekst;
}

/**
 * The cells of a text, one for each record.
 *
 * @param cellen how many there are
 * @throws RangeError for a character that is none of ours, or a cell that is not there
 */
export function ontcijfer(tekst: string, cellen: number): Uint16Array {
  const plekken = new Uint16Array(tekst.length);
  let cel = 0;
  let aantal = 0;
  for (const teken of tekst) {
    if (teken === VER) {
      cel += tekens.length;
      continue;
    }
    cel += nummerVan.get(teken) ?? Number.NaN;
    if (!(cel < cellen)) throw new RangeError('Deze telling past niet op het rooster.');
    plekken[aantal] = cel;
    aantal += 1;
  }
  return plekken.slice(0, aantal);
}
