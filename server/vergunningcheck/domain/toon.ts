import type { OnderdeelOordeel, Toets } from './oordeel.ts';
import { metHoofdletter, schrijfMaat } from './woorden.ts';

const grensWoord: Record<NonNullable<Toets['vergelijking']>, string> = {
  '<=': 'ten hoogste',
  '<': 'minder dan',
  '>': 'meer dan',
  '>=': 'ten minste',
  '=': 'precies',
  in: 'een van',
};

/** The number of a toets and its limit, as a person reads them; null: there is no number, or no limit to it. */
export function toonToets({
  waarde,
  grens,
  eenheid,
  vergelijking,
}: Pick<Toets, 'waarde' | 'grens' | 'eenheid' | 'vergelijking'>): {
  waarde: string | null;
  grens: string | null;
} {
  if (typeof waarde !== 'number') return { waarde: null, grens: null };
  return {
    waarde: schrijfMaat(waarde, eenheid),
    grens: typeof grens === 'number' ? `${grensWoord[vergelijking ?? '=']} ${schrijfMaat(grens, eenheid)}` : null,
  };
}

/** A condition that a plan does not meet, with by how much, as a sentence. */
export function schrijfGemist(
  toets: Pick<Toets, 'omschrijving' | 'waarde' | 'grens' | 'eenheid' | 'vergelijking'>,
): string {
  const { waarde, grens } = toonToets(toets);
  const maten = [waarde && `uw plan: ${waarde}`, grens && `grens: ${grens}`].filter(Boolean).join('; ');
  return `Uw plan voldoet niet aan deze voorwaarde: “${metHoofdletter(toets.omschrijving)}”${maten && ` (${maten})`}.`;
}

/** The areas of what was drawn: each with its name. */
export const toonMeting = (meting: NonNullable<OnderdeelOordeel['meting']>): [string, string][] =>
  (
    [
      ['Uw bouwwerk', meting.oppervlakteM2],
      ['Achtererfgebied', meting.achtererfgebiedM2],
      ['Bebouwingsgebied', meting.bebouwingsgebiedM2],
      ['Gebruikt, met uw plan', meting.gebruiktM2],
      ['Ten hoogste', meting.maximumM2],
    ] as const
  ).map(([naam, m2]) => [naam, m2 === null ? 'Niet te berekenen' : schrijfMaat(m2, 'm2')]);
