import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  landelijkVrij,
  technisch,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder p';
const maat = (
  id: string,
  omschrijving: string,
  feit: string,
  waarde: number,
  eenheid: 'm' | 'm2',
  bron: string,
  wijzig: string,
) => grens({ id, omschrijving, feit, vergelijking: '<=', waarde, eenheid, artikel: bron, wijzig });

const container = (bijwoord: string, bron: string) =>
  alle(
    bij('soortVoorziening', 'container'),
    maat(
      `container-hoogte${bijwoord}`,
      'De container steekt niet meer dan 2 m boven de grond uit',
      'hoogteVoorziening',
      2,
      'm',
      bron,
      'Neem een container die {n} lager is',
    ),
    maat(
      `container-oppervlakte${bijwoord}`,
      'De container is boven de grond niet groter dan 4 m²',
      'oppervlakteVoorziening',
      4,
      'm2',
      bron,
      'Neem een container die {n} kleiner is',
    ),
  );

export const nutsvoorziening = activiteit({
  id: 'nutsvoorziening',
  naam: 'Nutsgebouwtje, afvalcontainer of straatmeubilair',
  uitleg:
    'Een gebouwtje voor stroom, gas, water of telefoon, een afvalcontainer, verlichting of een bank aan de straat.',
  groep: 'Openbare ruimte',
  soort: 'terrein',
  zoekwoorden: [
    'nutsgebouw',
    'trafohuisje',
    'transformatorhuis',
    'stroomkast',
    'afvalcontainer',
    'ondergrondse container',
    'straatmeubilair',
    'lantaarnpaal',
    'verdeelkast',
    'bushokje',
  ],
  feiten: [
    keuze('soortVoorziening', 'Soort voorziening', 'Wat plaatst u?', {
      nutsgebouw: ['Een klein gebouw voor stroom, gas, water of telefoon', 'U plaatst een nutsgebouw.'],
      container: ['Een container voor afval', 'U plaatst een container voor afval.'],
      straat: [
        'Verlichting, een bank of een ander voorwerp voor de straat',
        'U plaatst straatmeubilair of verlichting.',
      ],
    }),
    getal(
      'hoogteVoorziening',
      'Hoogte',
      'Hoe hoog komt het boven de grond?',
      'm',
      'Het komt {waarde} boven de grond.',
      { maximum: 60 },
    ),
    getal(
      'oppervlakteVoorziening',
      'Oppervlakte',
      'Hoe groot is het boven de grond?',
      'm2',
      'Het is boven de grond {waarde} groot.',
      { maximum: 1_000 },
    ),
    bijzondereEisen,
  ],
  delen: [
    technisch(
      'Deze voorziening',
      'Bbl 2.27 lid 2',
      een(
        bij('soortVoorziening', 'straat'),
        alle(
          bij('soortVoorziening', 'nutsgebouw'),
          maat(
            'nuts-technisch',
            'Het nutsgebouw is niet hoger dan 5 m',
            'hoogteVoorziening',
            5,
            'm',
            'Bbl 2.27 lid 2',
            'Maak het {n} lager',
          ),
        ),
        container('-technisch', 'Bbl 2.27 lid 2'),
      ),
      alle(bij('soortVoorziening', 'container'), bouwwerkGeenGebouw('hoogteVoorziening')),
    ),
    bouwdeel(
      [
        ...vooraf('p'),
        landelijkVrij(
          'p',
          een(
            bij('soortVoorziening', 'straat'),
            alle(
              bij('soortVoorziening', 'nutsgebouw'),
              maat(
                'nuts-hoogte',
                'Het nutsgebouw is niet hoger dan 3 m',
                'hoogteVoorziening',
                3,
                'm',
                artikel,
                'Maak het {n} lager',
              ),
              maat(
                'nuts-oppervlakte',
                'Het nutsgebouw is niet groter dan 15 m²',
                'oppervlakteVoorziening',
                15,
                'm2',
                artikel,
                'Maak het {n} kleiner',
              ),
            ),
            container('', artikel),
          ),
          'Deze voorziening',
        ),
      ],
      vergunningNodig('deze voorziening'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
