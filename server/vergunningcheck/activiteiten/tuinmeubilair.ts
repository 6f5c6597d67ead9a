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
} from './gedeeld.ts';

const hoogte = (id: string, waarde: number, artikel: string) =>
  grens({
    id,
    omschrijving: `Het is niet hoger dan ${String(waarde).replace('.', ',')} m`,
    feit: 'hoogteMeubilair',
    vergelijking: '<=',
    waarde,
    eenheid: 'm',
    artikel,
    wijzig: 'Maak het {n} lager',
  });

export const tuinmeubilair = activiteit({
  id: 'tuinmeubilair',
  naam: 'Tuinmeubilair',
  uitleg: 'Vaste tuinbanken, een barbecue, buitenkeuken, pergola zonder dak, plantenbak of beeld in uw tuin.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: [
    'tuinmeubilair',
    'pergola',
    'barbecue',
    'buitenkeuken',
    'tuinhaard',
    'plantenbak',
    'bank',
    'tuinbeeld',
    'droogmolen',
    'pizzaoven',
  ],
  feiten: [
    getal('hoogteMeubilair', 'Hoogte', 'Hoe hoog wordt het?', 'm', 'Het wordt {waarde} hoog.', {
      maximum: 30,
      hulp: 'Komt er een dak op? Kies dan "Aanbouw, schuur of overkapping".',
    }),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch(
      'Dit tuinmeubilair',
      'Bbl 2.26',
      hoogte('hoogte-technisch', 5, 'Bbl 2.26'),
      bouwwerkGeenGebouw('hoogteMeubilair'),
    ),
    bouwdeel(
      [
        ...vooraf('h'),
        landelijkVrij(
          'h',
          alle(hoogte('hoogte', 2.5, 'Bbl 2.29, onder h'), inGezicht(uitHetZicht.opAchtererf)),
          'Dit tuinmeubilair',
        ),
      ],
      vergunningNodig('dit tuinmeubilair'),
    ),
    erfgoeddeel,
  ],
});
