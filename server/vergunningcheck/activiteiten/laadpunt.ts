import { alle } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
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

export const laadpunt = activiteit({
  id: 'laadpunt',
  naam: 'Laadpunt thuis',
  uitleg: 'Een laadkast aan de muur of een laadpaal op uw eigen terrein.',
  groep: 'Energie',
  soort: 'terrein',
  zoekwoorden: ['laadpaal', 'laadpunt', 'wallbox', 'auto opladen', 'elektrische auto', 'oplaadpunt', 'laadkast'],
  feiten: [
    keuze('soortLaadpunt', 'Soort laadpunt', 'Wat voor laadpunt wordt het?', {
      muur: ['Een laadkast aan de muur', 'Het is een laadkast aan de muur.'],
      paal: ['Een laadpaal op eigen terrein', 'Het is een laadpaal op eigen terrein.'],
    }),
    getal('hoogtePaal', 'Hoogte van de paal', 'Hoe hoog is de laadpaal?', 'm', 'De laadpaal is {waarde} hoog.', {
      maximum: 10,
    }),
    uitHetZicht.achtererf,
  ],
  delen: [
    technischVrij('Een laadpunt'),
    bouwdeel(
      [
        ...vooraf('p'),
        landelijkVrij(
          'p',
          alle(bij('soortLaadpunt', 'muur'), inGezicht(uitHetZicht.opAchtererf)),
          'Een laadkast aan de muur',
        ),
        landelijkVrij(
          'r',
          alle(
            bij('soortLaadpunt', 'paal'),
            grens({
              id: 'hoogte-paal',
              omschrijving: 'De laadpaal is niet hoger dan 1 m',
              feit: 'hoogtePaal',
              vergelijking: '<=',
              waarde: 1,
              eenheid: 'm',
              artikel: 'Bbl 2.29, onder r',
              wijzig: 'Neem een laadpaal die {n} lager is',
            }),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Een lage laadpaal',
        ),
        landelijkVrij(
          'p',
          alle(
            bij('soortLaadpunt', 'paal'),
            moet(
              'laadpaal-vastgesteld',
              'uitlegLaadpaal',
              [true],
              'De gemeente heeft vastgelegd dat de uitzondering ook op eigen terrein geldt',
              'Bbl 2.29, onder p',
            ),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Een laadpaal op eigen terrein',
        ),
      ],
      vergunningNodig('deze laadpaal'),
    ),
    erfgoeddeel,
  ],
  letOp: [
    {
      tekst: 'Komt de laadpaal aan de openbare weg? Kies dan "Een laadpaal langs de straat plaatsen".',
      artikel: 'Bbl 2.29, onder p',
    },
  ],
});
