import * as z from 'zod/mini';
import inhoud from '../../../data/vergunningcheck/artikelen.json';

const namen = z.record(z.string(), z.string());
const { wetten, gemeenten } = z.object({ wetten: namen, gemeenten: z.record(z.string(), namen) }).parse(inhoud);

const langsteBegin = (artikel: string, lijst: Record<string, string>): string | null =>
  Object.keys(lijst)
    .filter((begin) => artikel.startsWith(begin))
    .sort((a, b) => b.length - a.length)[0] ?? null;

/**
 * An article as the gemeente numbers it, with the number of the bruidsschat behind it.
 *
 * @example noemArtikel('bruidsschat 22.27, onder c', 'gm9999') // 'omgevingsplan art. 4.9 (bruidsschat 22.27, onder c)'
 */
export function noemArtikel(artikel: string, gemeenteCode: string | null): string {
  const eigen = (gemeenteCode && gemeenten[gemeenteCode]) || {};
  const begin = langsteBegin(artikel, eigen);
  if (begin === null) return artikel;
  return artikel.startsWith('bruidsschat') ? `${eigen[begin]} (${artikel})` : (eigen[begin] ?? artikel);
}

/** The name of the ruleset that an article belongs to, and its version: of the omgevingsplan the one that binds here. */
export function regelsetVan(
  artikel: string,
  regelVersies: Readonly<Record<string, string>>,
): { regelset: string; versie: string } {
  const begin = artikel.split(/[ ,]/)[0] ?? '';
  const plan = begin === 'bruidsschat' || begin === 'omgevingsplan';
  const regelset = plan && regelVersies.omgevingsplan ? 'omgevingsplan' : begin;
  return { regelset, versie: regelVersies[regelset] ?? wetten[regelset] ?? 'niet vastgelegd' };
}
