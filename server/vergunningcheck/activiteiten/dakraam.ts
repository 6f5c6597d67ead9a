import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
import {
  bouwdeel,
  dakvlakNaarOpenbaarGebied,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  technischVrij,
  uitHetZicht,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder c';

const uitDeStraat = een(
  bij('dakvlak', 'achter', 'plat'),
  alle(bij('dakvlak', 'zij'), bij('naarOpenbaarGebied', false)),
);
/** A raam that lies in the plane is free on any side, so only one that sticks out needs to know which way it faces. */
const magInHetVlak = bij('dakvlak', 'voor', 'zij');

const steektUit = grens({
  id: 'steekt-uit',
  omschrijving: 'Het dakraam steekt niet meer dan 0,6 m uit het dakvlak',
  feit: 'uitHetDakvlak',
  vergelijking: '<=',
  waarde: 0.6,
  eenheid: 'm',
  artikel,
  wijzig: 'Laat het dakraam {n} minder uitsteken',
});
const inHetDakvlak = grens({
  id: 'in-het-dakvlak',
  omschrijving: 'Het dakraam steekt niet uit het dakvlak',
  feit: 'uitHetDakvlak',
  vergelijking: '<=',
  waarde: 0,
  eenheid: 'm',
  artikel,
  wijzig: 'Laat het dakraam {n} minder uitsteken',
});
const rand = grens({
  id: 'rand',
  omschrijving: 'Het dakraam blijft meer dan 0,5 m van de randen van het dakvlak',
  feit: 'afstandTotRand',
  vergelijking: '>',
  waarde: 0.5,
  eenheid: 'm',
  artikel,
  wijzig: 'Plaats het dakraam {n} verder van de rand',
});

export const dakraam = activiteit({
  id: 'dakraam',
  naam: 'Dakraam of lichtkoepel',
  uitleg: 'Een raam in een schuin dak, of een lichtkoepel of daklicht op een plat dak.',
  groep: 'Dak',
  soort: 'dak',
  zoekwoorden: ['dakraam', 'velux', 'tuimelraam', 'lichtkoepel', 'daklicht', 'lichtstraat', 'raam in het dak'],
  feiten: [
    keuze(
      'dakvlak',
      'Dakvlak',
      'In welk dakvlak komt het dakraam?',
      {
        achter: ['Het dakvlak aan de achterkant', 'Het dakraam komt in het dakvlak aan de achterkant.'],
        zij: ['Een dakvlak aan de zijkant', 'Het dakraam komt in een dakvlak aan de zijkant.'],
        voor: ['Het dakvlak aan de voorkant', 'Het dakraam komt in het dakvlak aan de voorkant.'],
        plat: ['Een plat dak', 'Het dakraam komt in een plat dak.'],
      },
      { beeld: 'dakvlakken' },
    ),
    dakvlakNaarOpenbaarGebied,
    getal(
      'uitHetDakvlak',
      'Uit het dakvlak',
      'Hoeveel steekt het dakraam uit het dak?',
      'm',
      'Het dakraam steekt {waarde} uit het dakvlak.',
      {
        maximum: 5,
        hulp: 'Ligt het raam gelijk met de dakpannen, vul dan 0 in.',
      },
    ),
    getal(
      'afstandTotRand',
      'Afstand tot de rand',
      'Hoe ver blijft het dakraam van de randen van het dakvlak?',
      'm',
      'Het dakraam blijft {waarde} van de rand van het dakvlak.',
      {
        maximum: 50,
        hulp: 'Neem de kleinste afstand: tot de nok, de goot of de zijrand.',
      },
    ),
    uitHetZicht.achtergevel,
  ],
  delen: [
    technischVrij('Een dakraam'),
    bouwdeel(
      [
        ...vooraf('c'),
        landelijkVrij(
          'c',
          alle(uitDeStraat, steektUit, rand, inGezicht(alle(bij('dakvlak', 'achter'), uitHetZicht.opAchterkant))),
          'Dit dakraam',
        ),
        landelijkVrij('c', alle(magInHetVlak, inHetDakvlak, rand, inGezicht(null)), 'Dit dakraam'),
      ],
      vergunningNodig('dit dakraam'),
    ),
    erfgoeddeel,
  ],
});
