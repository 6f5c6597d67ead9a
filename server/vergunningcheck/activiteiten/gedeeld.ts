import type { Deelregel, Slot, Tak, Voorwaarde } from '../domain/regel.ts';
import { alle, een, niet } from '../domain/regel.ts';
import { bij, moet, slot, tak } from './bouwstenen.ts';

/**
 * What the activiteiten on and around a building have in common: when no exception holds, and what heritage asks.
 */

/** The exceptions of Bbl 2.29 that stay at (not on) a monument, and those that do so in full. */
const bijMonument = new Set(['a', 'b', 'c', 'f', 'h', 'i', 'k', 'l', 'p', 'q', 'r']);

export const legaal = moet(
  'legaal',
  'illegaalHoofdgebouw',
  [false],
  'Het gebouw is gebouwd en in gebruik volgens de regels',
  'Bbl 2.22',
);
export const geenMonument = moet('geen-monument', 'monument', ['geen'], 'Er staat geen monument', 'Bbl 2.30');
const nietAanMonument = moet(
  'niet-aan-monument',
  'aanMonument',
  [false],
  'Het werk is niet in, op of aan het monument',
  'Bbl 2.30',
);
export const geenGezicht = moet(
  'geen-rijksgezicht',
  'gezicht',
  ['geen', 'gemeentelijk'],
  'Het perceel ligt niet in een gezicht dat het Rijk beschermt',
  'Bbl 2.30',
);
const gezichtVastgesteld = moet(
  'gezicht-vastgesteld',
  'uitlegGezicht',
  [true],
  'De gemeente heeft vastgelegd dat de uitzonderingen ook in het beschermde gezicht gelden',
  'bruidsschat 22.28',
);

/**
 * The takken before every exception of Bbl 2.29: none at a building without its permit, and at a monument only some.
 *
 * @param letter of Bbl 2.29; null: an exception of the omgevingsplan alone
 */
export function vooraf(letter: string | null): Tak[] {
  const blijft = letter !== null && bijMonument.has(letter);
  return [
    tak(
      niet(legaal),
      'VERGUNNING',
      'Bbl 2.22',
      'De uitzonderingen gelden niet bij een gebouw dat zonder de nodige vergunning is gebouwd of gebruikt.',
    ),
    tak(
      blijft ? alle(niet(geenMonument), niet(nietAanMonument)) : niet(geenMonument),
      'VERGUNNING',
      'Bbl 2.30',
      blijft
        ? 'In, op en aan een monument mag alleen gewoon onderhoud zonder vergunning.'
        : 'Bij een monument geldt deze uitzondering niet.',
    ),
  ];
}

/**
 * In a view that the state protects an exception of Bbl 2.29 holds only where nobody sees the work from the street.
 *
 * @param uitHetZicht when that is so; null: it never is
 * @source Bbl 2.30
 */
export const inGezicht = (uitHetZicht: Voorwaarde | null): Voorwaarde =>
  uitHetZicht ? een(geenGezicht, uitHetZicht) : geenGezicht;

/**
 * An exception of the omgevingsplan alone, which falls away at a monument. Whether it holds in a protected view is not
 * certain, so there the answer waits until the gemeente has settled its text.
 */
export const planUitzondering = (...eisen: Voorwaarde[]): Voorwaarde =>
  alle(geenMonument, ...eisen, een(geenGezicht, gezichtVastgesteld));

const ontsiering = 'Het mag niet in ernstige mate lelijk worden.';

/** Free whatever the omgevingsplan says. */
export const landelijkVrij = (letter: string, als: Voorwaarde, wat: string): Tak =>
  tak(als, 'VRIJ', `Bbl 2.29, onder ${letter}`, `${wat} mag zonder omgevingsvergunning. ${ontsiering}`);

/** No permit to build, but the omgevingsplan binds. */
export const planVrij = (artikel: string, als: Voorwaarde, wat: string): Tak =>
  tak(
    als,
    'VRIJ_PLANTOETS',
    artikel,
    `Voor ${wat} hebt u geen vergunning voor het bouwen nodig. Wel moet het passen in de andere regels van het omgevingsplan.`,
  );

export const vergunningNodig = (wat: string): Slot =>
  slot(
    'VERGUNNING',
    'bruidsschat 22.26',
    `Voor ${wat} geldt geen uitzondering. U vraagt een vergunning aan voor de omgevingsplanactiviteit.`,
  );

/** The building part of the omgevingsplanactiviteit. */
export const bouwdeel = (takken: readonly Tak[], anders: Slot): Deelregel => ({
  vraag: 'R',
  takken,
  anders,
  bevoegdGezag: null,
});

/** The technical building activity of something that Bbl 2.27 lid 2 names: always free, except at an illegal building. */
export const technischVrij = (wat: string, artikel = 'Bbl 2.27 lid 2'): Deelregel => ({
  vraag: 'T',
  takken: [
    tak(
      niet(legaal),
      'VERGUNNING',
      'Bbl 2.22',
      'De uitzonderingen gelden niet bij een gebouw dat zonder de nodige vergunning is gebouwd of gebruikt.',
    ),
  ],
  anders: slot('VRIJ', artikel, `${wat} is voor de technische bouwactiviteit altijd vrij.`),
  bevoegdGezag: null,
});

/**
 * A permit because the building is a monument, beside the one for building.
 *
 * @source Ow 5.1; omgevingsplan, rules for gemeentelijke monumenten
 */
export const erfgoeddeel: Deelregel = {
  vraag: 'O',
  takken: [
    tak(
      alle(niet(geenMonument), niet(nietAanMonument), bij('monument', 'rijks')),
      'VERGUNNING',
      'Ow 5.1',
      'U verandert een rijksmonument. Daarvoor hebt u een vergunning voor een rijksmonumentenactiviteit nodig.',
    ),
    tak(
      alle(niet(geenMonument), niet(nietAanMonument)),
      'VERGUNNING',
      'omgevingsplan, monumenten',
      'U verandert een monument. Daarvoor hebt u ook een vergunning voor het monument nodig.',
    ),
  ],
  anders: slot('VRIJ', 'Ow 5.1', 'U verandert geen monument.'),
  bevoegdGezag: null,
};
