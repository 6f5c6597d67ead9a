import type { Aandeel } from '../../../geo/contract.ts';
import type { Regels } from '../../../regels/contract.ts';
import type { Blok } from '../stuk.ts';
import { schrijfDatum, schrijfGetal, schrijfM2 } from '../woorden.ts';

/** In the place of a chapter whose bron gave no answer. */
export const faalde = (wat: string): Blok => ({
  soort: 'melding',
  ernst: true,
  titel: `${wat}: weten we niet`,
  tekst:
    'Deze bron gaf geen antwoord toen het uittreksel werd gemaakt. Wat hier had moeten staan, weten wij niet. Lees dit niet als: er geldt niets. Maak later een nieuw uittreksel.',
});

/** The bronnen of a chapter, with their day, below it. */
export const bronregel = (bronnen: readonly { naam: string; peildatum: string }[]): Blok[] => [
  {
    soort: 'alinea',
    stil: true,
    tekst:
      bronnen.length === 0
        ? 'Bron: geen.'
        : `Bron: ${bronnen.map(({ naam, peildatum }) => `${naam}, stand ${schrijfDatum(peildatum)}`).join('; ')}.`,
  },
];

/** How much of the place something covers. @example '12 m², 4%, alleen de rand' */
export function schrijfAandeel(aandeel: Aandeel | null): string {
  if (!aandeel || aandeel.m2 === null) return 'Geldt hier';
  const deel =
    aandeel.procent === 100 ? 'Hele perceel' : `${schrijfM2(aandeel.m2)}, ${schrijfGetal(aandeel.procent ?? 0)}%`;
  return aandeel.procent === 100
    ? `${deel}, ${schrijfM2(aandeel.m2)}`
    : `${deel}${aandeel.rand ? ', alleen de rand' : ''}`;
}

/** What a chapter was asked about. */
export const schrijfGebied = ({ soort, kadastraleAanduiding, oppervlakteM2 }: Regels['gebied']) =>
  soort === 'punt'
    ? 'het punt, omdat wij het perceel niet kennen'
    : `het hele perceel ${kadastraleAanduiding}${oppervlakteM2 === null ? '' : `, ${schrijfM2(oppervlakteM2)}`}`;
