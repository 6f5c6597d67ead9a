import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import {
  bouwdeel,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  technischVrij,
  uitHetZicht,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder f';

export const zonwering = activiteit({
  id: 'zonwering',
  naam: 'Zonwering, rolluik of luik',
  uitleg: 'Een zonnescherm, screen, markies, rolluik of luik aan een gevel.',
  groep: 'Gevel',
  soort: 'gevel',
  zoekwoorden: [
    'zonwering',
    'zonnescherm',
    'rolluik',
    'luik',
    'luiken',
    'markies',
    'screen',
    'screens',
    'uitvalscherm',
    'raamluik',
  ],
  feiten: [
    keuze(
      'gevel',
      'Gevel',
      'Aan welke kant van het gebouw?',
      {
        voor: ['De voorkant', 'Het komt aan de voorkant.'],
        zij: ['Een zijkant', 'Het komt aan een zijkant.'],
        achter: ['De achterkant', 'Het komt aan de achterkant.'],
      },
      { beeld: 'gevels' },
    ),
    jaNee('inDeGevel', 'Aan de binnenkant', 'Zit het binnen de gevel: achter het glas of binnen de gevelopening?', {
      ja: 'Het zit binnen de gevel.',
      nee: 'Het zit buiten op de gevel.',
    }),
    getal(
      'doorzicht',
      'Doorzicht',
      'Voor hoeveel procent kijkt u erdoorheen als het dicht is?',
      'procent',
      'Het is voor {waarde} doorzichtig.',
      {
        maximum: 100,
        hulp: 'De leverancier weet dit. Een dicht rolluik is 0%.',
      },
    ),
    uitHetZicht.achtergevel,
  ],
  delen: [
    technischVrij('Zonwering of een rolluik'),
    bouwdeel(
      [
        ...vooraf('f'),
        landelijkVrij(
          'f',
          alle(
            een(
              bij('woning', true),
              bij('gevel', 'achter'),
              alle(
                moet('in-de-gevel', 'inDeGevel', [true], 'Het zit binnen de gevel', artikel),
                grens({
                  id: 'doorzicht',
                  omschrijving: 'Het is voor ten minste 75% doorzichtig',
                  feit: 'doorzicht',
                  vergelijking: '>=',
                  waarde: 75,
                  eenheid: 'procent',
                  artikel,
                  wijzig: 'Kies een rolluik dat {n} meer doorzicht heeft',
                }),
              ),
            ),
            inGezicht(alle(bij('gevel', 'achter'), uitHetZicht.opAchterkant)),
          ),
          'Deze zonwering of dit rolluik',
        ),
      ],
      vergunningNodig('deze zonwering of dit rolluik'),
    ),
    erfgoeddeel,
  ],
});
