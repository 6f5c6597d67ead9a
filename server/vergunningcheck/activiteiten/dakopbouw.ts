import { activiteit, grens } from './bouwstenen.ts';
import { getal } from './feit.ts';
import { bouwdeel, erfgoeddeel, technischVergunning, vergunningNodig } from './gedeeld.ts';

export const dakopbouw = activiteit({
  id: 'dakopbouw',
  naam: 'Dakopbouw of extra verdieping',
  uitleg: 'Een verdieping op uw huis, of de nok van uw dak hoger maken.',
  groep: 'Dak',
  soort: 'dak',
  zoekwoorden: [
    'dakopbouw',
    'optopping',
    'extra verdieping',
    'verdieping erop',
    'nokverhoging',
    'nok verhogen',
    'dak verhogen',
    'zolder ophogen',
  ],
  feiten: [
    getal('hoogteNa', 'Hoogte van het gebouw', 'Hoe hoog wordt het gebouw?', 'm', 'Het gebouw wordt {waarde} hoog.', {
      maximum: 200,
      hulp: 'Meet van de grond tot het hoogste punt van het dak.',
    }),
  ],
  delen: [
    technischVergunning(
      'Bbl 2.25, onder a en b',
      'Een dakopbouw staat niet op de grond. U vraagt een vergunning aan voor de technische bouwactiviteit.',
    ),
    bouwdeel([], vergunningNodig('een dakopbouw')),
    erfgoeddeel,
  ],
  plantoets: [
    grens({
      id: 'plan-bouwhoogte',
      omschrijving: 'Het gebouw wordt niet hoger dan het omgevingsplan toestaat',
      feit: 'hoogteNa',
      vergelijking: '<=',
      waarde: { feit: 'norm.maximum-bouwhoogte-hoofdgebouw', maal: 1, plus: 0 },
      eenheid: 'm',
      artikel: 'omgevingsplan, hoofdgebouw',
      wijzig: 'Maak het gebouw {n} lager',
    }),
  ],
});
