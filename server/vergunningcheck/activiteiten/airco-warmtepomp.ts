import { alle, niet } from '../domain/regel.ts';
import { activiteit, bij, grens, slot, tak } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
import {
  bouwdeel,
  erfgoeddeel,
  landelijkVrij,
  planUitzondering,
  planVrij,
  technischVrij,
  uitHetZicht,
  verandering,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';
import { klein, kleinFeiten } from './klein.ts';

const geluid = grens({
  id: 'geluid',
  omschrijving: 'Het buitendeel maakt op de grens met de buren niet meer dan 40 dB geluid in de nacht',
  feit: 'geluidOpGrens',
  vergelijking: '<=',
  waarde: 40,
  eenheid: 'dB',
  artikel: 'Bbl hoofdstuk 4',
  wijzig: 'Kies een toestel of plek met {n} minder geluid op de grens',
});

export const aircoWarmtepomp = activiteit({
  id: 'airco-warmtepomp',
  naam: 'Buitendeel van een airco of warmtepomp',
  uitleg: 'Het deel van een airco of warmtepomp dat buiten staat of hangt.',
  groep: 'Energie',
  soort: 'gevel',
  zoekwoorden: ['airco', 'airconditioning', 'warmtepomp', 'buitenunit', 'buitendeel', 'koeling', 'hybride warmtepomp'],
  feiten: [
    keuze('plek', 'Plek van het buitendeel', 'Waar komt het buitendeel?', {
      grond: ['Op de grond in de tuin', 'Het buitendeel komt op de grond.'],
      gebouw: ['Aan de gevel of op het dak', 'Het buitendeel komt aan de gevel of op het dak.'],
    }),
    ...kleinFeiten('Het buitendeel', 'het buitendeel'),
    ...verandering.feiten,
    getal(
      'geluidOpGrens',
      'Geluid op de grens',
      'Hoeveel geluid maakt het buitendeel in de nacht op de grens met de buren?',
      'dB',
      'Het buitendeel maakt op de grens met de buren {waarde} geluid.',
      {
        maximum: 150,
        hulp: 'De installateur kan dit voor u berekenen. Het hangt af van het toestel, de afstand en een kast tegen geluid.',
      },
    ),
    uitHetZicht.achtererf,
  ],
  delen: [
    technischVrij('Een buitendeel van een airco of warmtepomp', 'Bbl 2.26'),
    bouwdeel(
      [
        ...vooraf('r'),
        landelijkVrij('r', alle(bij('plek', 'grond'), klein), 'Dit buitendeel op de grond plaatsen'),
        planVrij(
          'bruidsschat 22.27, onder j',
          alle(bij('plek', 'gebouw'), planUitzondering(verandering.constructieGelijk, verandering.nietGroter)),
          'dit buitendeel aan het gebouw',
        ),
      ],
      vergunningNodig('dit buitendeel'),
    ),
    erfgoeddeel,
    {
      vraag: 'M',
      takken: [
        tak(
          niet(geluid),
          'VERBOD',
          'Bbl hoofdstuk 4',
          'Zo veel geluid mag op de grens met de buren niet. Kies een stiller toestel, een andere plek of een kast tegen geluid.',
        ),
      ],
      anders: slot('VRIJ', 'Bbl hoofdstuk 4', 'Het buitendeel is stil genoeg op de grens met de buren.'),
      bevoegdGezag: 'gemeente',
    },
  ],
});
