import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  technisch,
  uitHetZicht,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const maat = (id: string, omschrijving: string, feit: string, waarde: number, artikel: string, wijzig: string) =>
  grens({ id, omschrijving, feit, vergelijking: '<=', waarde, eenheid: 'm', artikel, wijzig });

const maten = (bijwoord: string, artikel: string) =>
  een(
    alle(
      bij('soortAntenne', 'schotel'),
      maat(
        `doorsnede${bijwoord}`,
        'De schotel heeft een doorsnede van niet meer dan 2 m',
        'doorsnede',
        2,
        artikel,
        'Neem een schotel die {n} kleiner is',
      ),
      maat(
        `hoogte-schotel${bijwoord}`,
        'De schotel is niet hoger dan 3 m',
        'hoogteAntenne',
        3,
        artikel,
        'Plaats de schotel {n} lager',
      ),
    ),
    alle(
      bij('soortAntenne', 'antenne'),
      maat(
        `hoogte-antenne${bijwoord}`,
        'De antenne is niet hoger dan 5 m',
        'hoogteAntenne',
        5,
        artikel,
        'Maak de antenne {n} lager',
      ),
    ),
  );

export const schotelAntenne = activiteit({
  id: 'schotel-antenne',
  naam: 'Schotel of antenne',
  uitleg: 'Een schotel voor televisie of internet, of een antenne voor eigen gebruik, zoals van een zendamateur.',
  groep: 'Gevel',
  soort: 'gevel',
  zoekwoorden: [
    'schotel',
    'schotelantenne',
    'antenne',
    'zendamateur',
    'satelliet',
    'satellietschotel',
    'sprietantenne',
  ],
  feiten: [
    keuze('soortAntenne', 'Soort', 'Wat plaatst u?', {
      schotel: ['Een schotel', 'U plaatst een schotel.'],
      antenne: ['Een andere antenne', 'U plaatst een andere antenne dan een schotel.'],
    }),
    jaNee(
      'achterVoorerf',
      'Achter het voorerf',
      'Komt hij achter het voorerf: niet in de voortuin en niet aan de voorkant?',
      {
        ja: 'Hij komt achter het voorerf.',
        nee: 'Hij komt op het voorerf of aan de voorkant.',
      },
    ),
    getal(
      'doorsnede',
      'Doorsnede',
      'Wat is de doorsnede van de schotel?',
      'm',
      'De schotel heeft een doorsnede van {waarde}.',
      { maximum: 30 },
    ),
    getal(
      'hoogteAntenne',
      'Hoogte',
      'Hoe hoog is hij, gemeten vanaf de voet?',
      'm',
      'Hij is {waarde} hoog, gemeten vanaf de voet.',
      {
        maximum: 60,
        hulp: 'Hangt de antenne aan de gevel, meet dan vanaf het punt waar hij boven het dak uitkomt.',
      },
    ),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch(
      'Deze schotel of antenne',
      'Bbl 2.26',
      maten('-technisch', 'Bbl 2.26'),
      bouwwerkGeenGebouw('hoogteAntenne'),
    ),
    bouwdeel(
      [
        ...vooraf('o'),
        landelijkVrij(
          'o',
          alle(
            moet(
              'achter-voorerf',
              'achterVoorerf',
              [true],
              'De schotel of antenne komt achter het voorerf',
              'Bbl 2.29, onder o',
            ),
            maten('', 'Bbl 2.29, onder o'),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Deze schotel of antenne',
        ),
      ],
      vergunningNodig('deze schotel of antenne'),
    ),
    erfgoeddeel,
  ],
});
