import { alle } from '../domain/regel.ts';
import { activiteit, moet } from './bouwstenen.ts';
import { jaNee } from './feit.ts';
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

const artikel = 'Bbl 2.29, onder q';

export const bouwplaats = activiteit({
  id: 'bouwplaats',
  naam: 'Bouwkeet, steiger of kraan bij een bouwplaats',
  uitleg: 'Een keet, steiger, hek of kraan die er alleen staat zolang u bouwt.',
  groep: 'Bouwen',
  soort: 'terrein',
  zoekwoorden: ['bouwkeet', 'keet', 'steiger', 'kraan', 'bouwhek', 'bouwplaats', 'schaftkeet', 'hoogwerker'],
  feiten: [
    jaNee('bijBouwplaats', 'Bij de bouwplaats', 'Staat het op of vlak bij de plek waar u bouwt?', {
      ja: 'Het staat op of vlak bij de bouwplaats.',
      nee: 'Het staat niet bij de bouwplaats.',
    }),
    jaNee('alleenTijdensBouw', 'Alleen tijdens het werk', 'Haalt u het weg als het werk klaar is?', {
      ja: 'Het staat er alleen zolang het werk duurt.',
      nee: 'Het blijft staan als het werk klaar is.',
    }),
    uitHetZicht.achtererf,
  ],
  delen: [
    technischVrij('Een bouwkeet, steiger of kraan bij de bouwplaats'),
    bouwdeel(
      [
        ...vooraf('q'),
        landelijkVrij(
          'q',
          alle(
            moet('bij-bouwplaats', 'bijBouwplaats', [true], 'Het staat bij de bouwplaats', artikel),
            moet(
              'alleen-tijdens-bouw',
              'alleenTijdensBouw',
              [true],
              'Het staat er alleen zolang het werk duurt',
              artikel,
            ),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Deze keet, steiger of kraan',
        ),
      ],
      vergunningNodig('deze keet, steiger of kraan'),
    ),
    erfgoeddeel,
  ],
  letOp: [
    {
      tekst: 'Staat het op de openbare weg? Kies dan ook "Container, steiger of iets anders op straat".',
      artikel: 'Bbl 2.29, onder q',
    },
  ],
});
