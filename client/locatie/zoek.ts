import type { ZoekResultaat } from '../../server/locatie/contract.ts';
import type { IconName } from '../ui/Icon.tsx';

/** Each kind of result in the word of the person, with its icon. */
export const zoekSoorten: Record<ZoekResultaat['soort'], { woord: string; icon: IconName }> = {
  adres: { woord: 'Adres', icon: 'huis' },
  straat: { woord: 'Straat', icon: 'straat' },
  postcode: { woord: 'Postcode', icon: 'brief' },
  woonplaats: { woord: 'Woonplaats', icon: 'wijk' },
  perceel: { woord: 'Perceel', icon: 'perceel' },
  buurt: { woord: 'Buurt', icon: 'wijk' },
  wijk: { woord: 'Wijk', icon: 'wijk' },
  gemeente: { woord: 'Gemeente', icon: 'wijk' },
  coordinaat: { woord: 'Coördinaten', icon: 'plaats' },
};

/** What choosing a result does: go to one place, narrow the search, or look at a whole area. */
export type Gevolg = 'plaats' | 'verfijn' | 'gebied';

export function gevolgVan({ soort }: Pick<ZoekResultaat, 'soort'>): Gevolg {
  if (soort === 'adres' || soort === 'perceel' || soort === 'coordinaat') return 'plaats';
  return soort === 'straat' || soort === 'postcode' ? 'verfijn' : 'gebied';
}

/**
 * What Enter chooses when nothing in the list is marked: the one result that is exactly what was typed. Several of
 * those, or none: nothing, for the person chooses and not we.
 */
export function enigeTreffer(resultaten: readonly ZoekResultaat[]): ZoekResultaat | null {
  const exact = resultaten.filter(({ gelijkenis }) => gelijkenis === 'exact');
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

/** Cuts a name at the words that were typed, so that they can be shown in bold. Accents and capitals do not matter. */
export function markeer(naam: string, zoekterm: string): { tekst: string; raak: boolean }[] {
  const woorden = vlak(zoekterm)
    .split(/[^\p{L}\d]+/u)
    .filter((woord) => woord !== '')
    .sort((a, b) => b.length - a.length);
  if (woorden.length === 0) return [{ tekst: naam, raak: false }];
  const plat = vlak(naam);
  // a letter whose plain form is longer or shorter would shift the cuts
  if (plat.length !== naam.length) return [{ tekst: naam, raak: false }];
  const delen: { tekst: string; raak: boolean }[] = [];
  let vanaf = 0;
  for (const match of plat.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${woorden.join('|')})`, 'gu'))) {
    if (match.index > vanaf) delen.push({ tekst: naam.slice(vanaf, match.index), raak: false });
    vanaf = match.index + match[0].length;
    delen.push({ tekst: naam.slice(match.index, vanaf), raak: true });
  }
  if (vanaf < naam.length) delen.push({ tekst: naam.slice(vanaf), raak: false });
  return delen;
}

const vlak = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
