import type { TabelLevering } from '../importer.ts';

/** One figure as a source publishes it. */
export interface Cijfer {
  herkomst: 'cbs' | 'vng-inp';
  /** gm0228, wk022801, bu02280101 or nl01 */
  gebied: string;
  stelsel: 'misdrijf' | 'overlast' | 'melding' | 'thema';
  onderwerp: string;
  periode: Periode;
  /** Null: withheld. */
  aantal: number | null;
}

export interface Periode {
  duur: 'jaar' | 'kwartaal' | 'maand';
  /** First day. */
  begin: string;
}

/** The area of a key of the CBS, padded or not: null for what is no land, gemeente, wijk or buurt. */
export function leesGebied(sleutel: string): string | null {
  const code = sleutel.trim().toLowerCase();
  return /^(gm\d{4}|wk\d{6}|bu\d{8}|nl01)$/.test(code) ? code : null;
}

/** @param gemeente gm0228 */
export const ligtInGemeente = (gebied: string, gemeente: string): boolean =>
  gebied === 'nl01' || gebied.slice(2, 6) === gemeente.slice(2);

/** 2024JJ00, 2024KW03, 2024MM11 of the CBS; or 2024, 2024-11, 2024-K3. Null: none of these. */
export function leesPeriode(tekst: string): Periode | null {
  const delen = /^(\d{4})(?:(JJ|KW|MM)(\d\d)|-(\d\d)|-?[KQ]([1-4]))?$/i.exec(tekst.trim());
  if (!delen) return null;
  const [, jaar, soort = '', nummer, maand, kwartaal] = delen;
  const op = (n: number) => `${jaar}-${String(n).padStart(2, '0')}-01`;
  const m = Number(maand ?? (soort.toUpperCase() === 'MM' ? nummer : Number.NaN));
  const k = Number(kwartaal ?? (soort.toUpperCase() === 'KW' ? nummer : Number.NaN));
  if (!Number.isNaN(m)) return m >= 1 && m <= 12 ? { duur: 'maand', begin: op(m) } : null;
  if (!Number.isNaN(k)) return k >= 1 && k <= 4 ? { duur: 'kwartaal', begin: op(3 * k - 2) } : null;
  return { duur: 'jaar', begin: op(1) };
}

/** A count; null where the source withholds it (empty, a point, an x, a star); undefined for anything else. */
export function leesAantal(waarde: unknown): number | null | undefined {
  if (waarde === null || waarde === undefined) return null;
  const tekst = String(waarde).trim();
  if (/^([.x*-]|<\s*\d+)?$/i.test(tekst)) return null;
  const getal = Number(tekst);
  return Number.isInteger(getal) && getal >= 0 ? getal : undefined;
}

/** The last day of a period. */
export function eindVan({ duur, begin }: Periode): string {
  const [jaar = 0, maand = 0] = begin.split('-').map(Number);
  return new Date(Date.UTC(jaar, maand - 1 + { jaar: 12, kwartaal: 3, maand: 1 }[duur], 0)).toISOString().slice(0, 10);
}

/** Figures as rows: herkomst, area, stelsel, class or thema, length and first day of the period, and the count. */
export const cijferTabel = (rows: TabelLevering['rows']): TabelLevering => ({
  table: 'veiligheid_cijfer',
  columns: ['herkomst', 'gebied_code', 'stelsel', 'onderwerp', 'duur', 'begin', 'aantal'],
  rows,
});
