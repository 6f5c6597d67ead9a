import { alle } from '../domain/regel.ts';
import { activiteit, grens } from './bouwstenen.ts';
import { getal } from './feit.ts';
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
  waterdeel,
} from './gedeeld.ts';

const hoogte = (id: string, artikel: string) =>
  grens({
    id,
    omschrijving: 'De vlaggenmast is niet hoger dan 6 m',
    feit: 'hoogteMast',
    vergelijking: '<=',
    waarde: 6,
    eenheid: 'm',
    artikel,
    wijzig: 'Neem een mast die {n} lager is',
  });

export const vlaggenmast = activiteit({
  id: 'vlaggenmast',
  naam: 'Vlaggenmast',
  uitleg: 'Een vlaggenmast op uw erf.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: ['vlaggenmast', 'vlaggestok', 'vlag', 'mast'],
  feiten: [
    getal('hoogteMast', 'Hoogte van de mast', 'Hoe hoog is de vlaggenmast?', 'm', 'De vlaggenmast is {waarde} hoog.', {
      maximum: 60,
    }),
    getal(
      'aantalMasten',
      'Aantal masten',
      'Hoeveel vlaggenmasten staan er dan op uw erf?',
      'stuks',
      'Er komen in totaal {waarde} vlaggenmasten op het erf te staan.',
      {
        minimum: 1,
        maximum: 50,
        hulp: 'Tel de nieuwe mast mee.',
      },
    ),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch(
      'Deze vlaggenmast',
      'Bbl 2.27 lid 2',
      hoogte('hoogte-technisch', 'Bbl 2.27 lid 2'),
      bouwwerkGeenGebouw('hoogteMast'),
    ),
    bouwdeel(
      [
        ...vooraf('l'),
        landelijkVrij(
          'l',
          alle(
            hoogte('hoogte', 'Bbl 2.29, onder l'),
            grens({
              id: 'aantal',
              omschrijving: 'Er staat niet meer dan één vlaggenmast op het erf',
              feit: 'aantalMasten',
              vergelijking: '<=',
              waarde: 1,
              eenheid: 'stuks',
              artikel: 'Bbl 2.29, onder l',
              wijzig: 'Haal {n} andere mast weg',
            }),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Deze vlaggenmast',
        ),
      ],
      vergunningNodig('deze vlaggenmast'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
