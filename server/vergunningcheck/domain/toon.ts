import type { OnderdeelOordeel, Toets } from './oordeel.ts';
import { schrijfMaat } from './woorden.ts';

const grensWoord: Record<NonNullable<Toets['vergelijking']>, string> = {
  '<=': 'ten hoogste',
  '<': 'minder dan',
  '>': 'meer dan',
  '>=': 'ten minste',
  '=': 'precies',
  in: 'een van',
};

/** The number of a toets and its limit, as a person reads them; null: there is no number, or no limit to it. */
export function toonToets({ waarde, grens, eenheid, vergelijking }: Toets): {
  waarde: string | null;
  grens: string | null;
} {
  if (typeof waarde !== 'number') return { waarde: null, grens: null };
  return {
    waarde: schrijfMaat(waarde, eenheid),
    grens: typeof grens === 'number' ? `${grensWoord[vergelijking ?? '=']} ${schrijfMaat(grens, eenheid)}` : null,
  };
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
