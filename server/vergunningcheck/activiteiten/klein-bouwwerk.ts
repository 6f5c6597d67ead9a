import { activiteit, grens } from './bouwstenen.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  landelijkVrij,
  technisch,
  uitHetZicht,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';
import { klein, kleinFeiten } from './klein.ts';

export const kleinBouwwerk = activiteit({
  id: 'klein-bouwwerk',
  naam: 'Ander klein bouwwerk in de tuin',
  uitleg: 'Iets laags en kleins dat niet in de lijst staat, zoals een brievenbus, vuilnisbak-ombouw of fietsenrek.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: [
    'klein bouwwerk',
    'brievenbus',
    'kliko-ombouw',
    'containerombouw',
    'fietsenrek',
    'fietsbeugel',
    'regenton',
    'kippenhok',
    'konijnenhok',
    'kas',
  ],
  feiten: [...kleinFeiten('Het bouwwerk', 'het bouwwerk'), bijzondereEisen, uitHetZicht.achtererf],
  delen: [
    technisch(
      'Dit bouwwerk',
      'Bbl 2.26',
      grens({
        id: 'hoogte-technisch',
        omschrijving: 'Het is niet hoger dan 5 m',
        feit: 'hoogte',
        vergelijking: '<=',
        waarde: 5,
        eenheid: 'm',
        artikel: 'Bbl 2.26',
        wijzig: 'Maak het {n} lager',
      }),
      bouwwerkGeenGebouw('hoogte'),
    ),
    bouwdeel([...vooraf('r'), landelijkVrij('r', klein, 'Dit kleine bouwwerk')], vergunningNodig('dit bouwwerk')),
    erfgoeddeel,
    waterdeel,
  ],
});
