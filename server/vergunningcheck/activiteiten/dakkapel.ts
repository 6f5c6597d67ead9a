import type { FeitDefinitie, Voorwaarde } from '../domain/regel.ts';
import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
import {
  bouwdeel,
  dakvlakNaarOpenbaarGebied,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  planUitzondering,
  planVrij,
  technischVrij,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder b';

const platDak = moet('plat-dak', 'dakDakkapel', ['plat'], 'De dakkapel heeft een plat dak', artikel);
const hoogte = grens({
  id: 'hoogte',
  omschrijving: 'De dakkapel is vanaf de voet niet hoger dan 1,75 m',
  feit: 'hoogteDakkapel',
  vergelijking: '<=',
  waarde: 1.75,
  eenheid: 'm',
  artikel,
  wijzig: 'Maak de dakkapel {n} lager',
});
const onderkantHoog = grens({
  id: 'onderkant-minimaal',
  omschrijving: 'De onderkant zit meer dan 0,5 m boven de dakvoet',
  feit: 'onderkantBovenDakvoet',
  vergelijking: '>',
  waarde: 0.5,
  eenheid: 'm',
  artikel,
  wijzig: 'Plaats de onderkant {n} hoger',
});
const onderkantLaag = grens({
  id: 'onderkant-maximaal',
  omschrijving: 'De onderkant zit minder dan 1 m boven de dakvoet',
  feit: 'onderkantBovenDakvoet',
  vergelijking: '<',
  waarde: 1,
  eenheid: 'm',
  artikel,
  wijzig: 'Plaats de onderkant {n} lager',
});
const onderNok = grens({
  id: 'onder-nok',
  omschrijving: 'De bovenkant blijft meer dan 0,5 m onder de nok',
  feit: 'bovenkantOnderNok',
  vergelijking: '>',
  waarde: 0.5,
  eenheid: 'm',
  artikel,
  wijzig: 'Plaats de bovenkant {n} lager',
});
const zijkanten = grens({
  id: 'zijkanten',
  omschrijving: 'De zijkanten blijven meer dan 0,5 m van de rand van het dakvlak',
  feit: 'zijkantTotRand',
  vergelijking: '>',
  waarde: 0.5,
  eenheid: 'm',
  artikel,
  wijzig: 'Houd aan de zijkant {n} meer ruimte over',
});

/** The measures of Bbl 2.29 b, which Modelgemeente and bruidsschat ask of a dormer in front as well. */
const maten: Voorwaarde = alle(platDak, hoogte, onderkantHoog, onderkantLaag, onderNok, zijkanten);

const maatfeiten: FeitDefinitie[] = [
  keuze(
    'dakDakkapel',
    'Dak van de dakkapel',
    'Wat voor dak krijgt de dakkapel?',
    {
      plat: ['Een plat dak', 'De dakkapel heeft een plat dak.'],
      schuin: ['Een schuin of rond dak', 'De dakkapel heeft een schuin of rond dak.'],
    },
    { beeld: 'dakkapel-dak' },
  ),
  getal(
    'hoogteDakkapel',
    'Hoogte van de dakkapel',
    'Hoe hoog is de dakkapel, gemeten vanaf de voet?',
    'm',
    'De dakkapel is {waarde} hoog.',
    { beeld: 'dakkapel-maten', maximum: 10, hulp: 'Meet van de onderkant van de dakkapel tot de bovenkant.' },
  ),
  getal(
    'onderkantBovenDakvoet',
    'Onderkant boven de dakvoet',
    'Hoeveel hoger dan de dakvoet begint de dakkapel?',
    'm',
    'De onderkant zit {waarde} boven de dakvoet.',
    {
      beeld: 'dakkapel-maten',
      maximum: 15,
      hulp: 'De dakvoet is de laagste rand van het dakvlak, meestal bij de goot.',
    },
  ),
  getal(
    'bovenkantOnderNok',
    'Bovenkant onder de nok',
    'Hoeveel lager dan de nok eindigt de dakkapel?',
    'm',
    'De bovenkant zit {waarde} onder de nok.',
    { beeld: 'dakkapel-maten', maximum: 15, hulp: 'De nok is de bovenste rand van het dak.' },
  ),
  getal(
    'zijkantTotRand',
    'Afstand tot de zijrand',
    'Hoe ver blijft de dakkapel van de zijrand van het dakvlak?',
    'm',
    'De zijkant blijft {waarde} van de rand van het dakvlak.',
    {
      beeld: 'dakkapel-maten',
      maximum: 50,
      hulp: 'Neem de kleinste afstand. Bij een rijtjeshuis is de rand het midden van de muur met de buren.',
    },
  ),
];

const nietNaarOpenbaar = moet(
  'niet-naar-openbaar',
  'naarOpenbaarGebied',
  [false],
  'Het dakvlak is niet gekeerd naar openbaar toegankelijk gebied',
  artikel,
);
const aanDeStraat: Voorwaarde = planUitzondering(
  moet(
    'welstandsvrij',
    'welstandsvrij',
    [true],
    'Er gelden geen regels voor het uiterlijk',
    'bruidsschat 22.27, onder c',
  ),
  maten,
);

const gemeenschappelijk = {
  groep: 'Dak',
  soort: 'dak',
} as const;

export const dakkapelAchter = activiteit({
  ...gemeenschappelijk,
  id: 'dakkapel-achter',
  naam: 'Dakkapel aan de achterkant of zijkant',
  uitleg: 'Een dakkapel op het dakvlak aan de achterkant of aan een zijkant van uw huis.',
  zoekwoorden: ['dakkapel', 'dakkapel achterkant', 'dakkapel zijkant', 'kapel', 'dakuitbouw', 'zolder groter maken'],
  feiten: [
    keuze(
      'dakvlak',
      'Dakvlak',
      'Op welk dakvlak komt de dakkapel?',
      {
        achter: ['Het dakvlak aan de achterkant', 'De dakkapel komt op het dakvlak aan de achterkant.'],
        zij: ['Een dakvlak aan de zijkant', 'De dakkapel komt op een dakvlak aan de zijkant.'],
      },
      { beeld: 'dakvlakken' },
    ),
    dakvlakNaarOpenbaarGebied,
    ...maatfeiten,
  ],
  delen: [
    technischVrij('Een dakkapel'),
    bouwdeel(
      [
        ...vooraf('b'),
        landelijkVrij(
          'b',
          alle(
            een(bij('dakvlak', 'achter'), nietNaarOpenbaar),
            maten,
            inGezicht(alle(bij('dakvlak', 'achter'), nietNaarOpenbaar)),
          ),
          'Deze dakkapel',
        ),
        planVrij(
          'bruidsschat 22.27, onder c',
          alle(bij('dakvlak', 'zij'), bij('naarOpenbaarGebied', true), aanDeStraat),
          'deze dakkapel',
        ),
      ],
      vergunningNodig('deze dakkapel'),
    ),
    erfgoeddeel,
  ],
});

export const dakkapelVoor = activiteit({
  ...gemeenschappelijk,
  id: 'dakkapel-voor',
  naam: 'Dakkapel aan de voorkant',
  uitleg: 'Een dakkapel op het dakvlak aan de voorkant, of aan een zijkant die uitkijkt op de straat.',
  zoekwoorden: ['dakkapel', 'dakkapel voorkant', 'dakkapel straatkant', 'kapel', 'voordak'],
  feiten: [...maatfeiten],
  delen: [
    technischVrij('Een dakkapel'),
    bouwdeel(
      [...vooraf(null), planVrij('bruidsschat 22.27, onder c', aanDeStraat, 'deze dakkapel')],
      vergunningNodig('een dakkapel aan de voorkant'),
    ),
    erfgoeddeel,
  ],
});
