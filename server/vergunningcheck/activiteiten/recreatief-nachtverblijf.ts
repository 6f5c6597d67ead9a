import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee } from './feit.ts';
import {
  archeologieRegel,
  bijzondereEisen,
  bouwdeel,
  erfgoeddeel,
  planUitzondering,
  planVrij,
  technischGebouw,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';

const artikel = 'bruidsschat 22.27, onder b';

const maat = (id: string, omschrijving: string, feit: string, waarde: number, eenheid: 'm' | 'm2', wijzig: string) =>
  grens({ id, omschrijving, feit, vergelijking: '<=', waarde, eenheid, artikel, wijzig });

export const recreatiefNachtverblijf = activiteit({
  id: 'recreatief-nachtverblijf',
  naam: 'Vakantiehuisje, trekkershut of stacaravan',
  uitleg: 'Een bouwwerk om te overnachten voor recreatie.',
  groep: 'Bouwen',
  soort: 'terrein',
  zoekwoorden: [
    'vakantiehuisje',
    'recreatiewoning',
    'trekkershut',
    'stacaravan',
    'chalet',
    'blokhut overnachten',
    'bungalow',
    'glamping',
    'tiny house vakantie',
  ],
  feiten: [
    jaNee('opDeGrond', 'Op de grond', 'Staat het op de grond?', {
      ja: 'Het staat op de grond.',
      nee: 'Het staat niet op de grond.',
    }),
    getal('hoogteVerblijf', 'Hoogte', 'Hoe hoog wordt het?', 'm', 'Het wordt {waarde} hoog.', {
      maximum: 50,
      hulp: 'Meet van de grond tot het hoogste punt.',
    }),
    getal('oppervlakteVerblijf', 'Oppervlakte', 'Hoe groot wordt het?', 'm2', 'Het wordt {waarde} groot.', {
      maximum: 5_000,
      hulp: 'Lengte maal breedte, aan de buitenkant gemeten.',
    }),
    jaNee('inLogiesgebouw', 'In een logiesgebouw', 'Wordt het deel van een gebouw met meer logies, zoals een hotel?', {
      ja: 'Het wordt deel van een gebouw met meer logies.',
      nee: 'Het wordt een los verblijf op de grond.',
    }),
    bijzondereEisen,
  ],
  delen: [
    technischGebouw('Bbl 2.25, onder e', bij('inLogiesgebouw', false)),
    bouwdeel(
      [
        ...vooraf(null),
        planVrij(
          artikel,
          planUitzondering(
            moet('op-de-grond', 'opDeGrond', [true], 'Het staat op de grond', artikel),
            maat('hoogte', 'Het is niet hoger dan 5 m', 'hoogteVerblijf', 5, 'm', 'Maak het {n} lager'),
            maat(
              'oppervlakte',
              'Het is niet groter dan 70 m²',
              'oppervlakteVerblijf',
              70,
              'm2',
              'Maak het {n} kleiner',
            ),
            archeologieRegel('oppervlakteVerblijf'),
          ),
          'dit recreatieverblijf',
        ),
      ],
      vergunningNodig('dit recreatieverblijf'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
  plantoets: [
    grens({
      id: 'plan-oppervlakte',
      omschrijving: 'Het is niet groter dan het omgevingsplan toestaat',
      feit: 'oppervlakteVerblijf',
      vergelijking: '<=',
      waarde: { feit: 'norm.maximum-oppervlakte-recreatieverblijf', maal: 1, plus: 0 },
      eenheid: 'm2',
      artikel,
      wijzig: 'Maak het {n} kleiner',
    }),
    grens({
      id: 'plan-hoogte',
      omschrijving: 'Het is niet hoger dan het omgevingsplan toestaat',
      feit: 'hoogteVerblijf',
      vergelijking: '<=',
      waarde: { feit: 'norm.maximum-bouwhoogte-recreatieverblijf', maal: 1, plus: 0 },
      eenheid: 'm',
      artikel,
      wijzig: 'Maak het {n} lager',
    }),
  ],
});
