import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import { bijzondereEisen, bouwdeel, erfgoeddeel, technischGebouw, vergunningNodig, waterdeel } from './gedeeld.ts';

const norm = (
  id: string,
  omschrijving: string,
  feit: string,
  vergelijking: '<=' | '>=',
  naam: string,
  eenheid: 'm' | 'graden' | 'stuks',
  wijzig: string,
) =>
  grens({
    id,
    omschrijving,
    feit,
    vergelijking,
    waarde: { feit: `norm.${naam}`, maal: 1, plus: 0 },
    eenheid,
    artikel: 'omgevingsplan, hoofdgebouw',
    wijzig,
  });

const gewoneWoning = moet(
  'gewone-woning',
  'zorgOfKamers',
  [false],
  'Het is geen woning met zorg en geen verhuur per kamer',
  'Bbl 2.17',
);

/** The buildings of gevolgklasse 1. */
const gevolgklasse = een(
  alle(bij('soortGebouw', 'woning', 'drijvend'), gewoneWoning),
  alle(
    bij('soortGebouw', 'bedrijf'),
    grens({
      id: 'bouwlagen-bedrijf',
      omschrijving: 'Een bedrijfsgebouw heeft niet meer dan 2 bouwlagen',
      feit: 'bouwlagen',
      vergelijking: '<=',
      waarde: 2,
      eenheid: 'stuks',
      artikel: 'Bbl 2.17',
      wijzig: 'Bouw {n} laag minder',
    }),
  ),
);

export const hoofdgebouwNieuw = activiteit({
  id: 'hoofdgebouw-nieuw',
  naam: 'Nieuw huis of ander nieuw hoofdgebouw',
  uitleg: 'Een nieuwe woning of een ander nieuw gebouw waar het op het perceel om gaat.',
  groep: 'Bouwen',
  soort: 'terrein',
  zoekwoorden: [
    'huis bouwen',
    'nieuw huis',
    'woning bouwen',
    'nieuwbouw',
    'villa',
    'hoofdgebouw',
    'tiny house',
    'bedrijfshal',
    'loods',
    'kantoor bouwen',
    'woonboot',
  ],
  feiten: [
    keuze('soortGebouw', 'Soort gebouw', 'Wat voor gebouw wordt het?', {
      woning: ['Een woning op de grond', 'Het wordt een woning op de grond.'],
      drijvend: ['Een drijvende woning', 'Het wordt een drijvende woning.'],
      woongebouw: ['Een gebouw met meer woningen', 'Het wordt een gebouw met meer woningen.'],
      bedrijf: ['Een bedrijfsgebouw', 'Het wordt een bedrijfsgebouw.'],
      anders: ['Iets anders', 'Het wordt een ander gebouw.'],
    }),
    jaNee('zorgOfKamers', 'Zorg of kamers', 'Wordt het een woning met zorg, of een woning die u per kamer verhuurt?', {
      ja: 'Het wordt een woning met zorg of een woning die per kamer wordt verhuurd.',
      nee: 'Het wordt een gewone woning voor één huishouden.',
    }),
    getal(
      'bouwlagen',
      'Bouwlagen',
      'Hoeveel bouwlagen krijgt het gebouw?',
      'stuks',
      'Het gebouw krijgt {waarde} bouwlagen.',
      { minimum: 1, maximum: 60 },
    ),
    bijzondereEisen,
    getal('hoogteGebouw', 'Bouwhoogte', 'Hoe hoog wordt het gebouw?', 'm', 'Het gebouw wordt {waarde} hoog.', {
      maximum: 200,
    }),
    getal('goothoogte', 'Goothoogte', 'Hoe hoog komt de goot?', 'm', 'De goot komt op {waarde}.', { maximum: 200 }),
    getal('dakhelling', 'Dakhelling', 'Hoeveel graden helt het dak?', 'graden', 'Het dak helt {waarde}.', {
      maximum: 90,
    }),
  ],
  delen: [
    technischGebouw('Bbl 2.25, onder e', gevolgklasse),
    bouwdeel([], vergunningNodig('een nieuw hoofdgebouw')),
    erfgoeddeel,
    waterdeel,
  ],
  samenhang: [
    grens({
      id: 'goot-onder-nok',
      omschrijving: 'De goot is niet hoger dan het gebouw',
      feit: 'goothoogte',
      vergelijking: '<=',
      waarde: { feit: 'hoogteGebouw', maal: 1, plus: 0 },
      eenheid: 'm',
      artikel: 'omgevingsplan, hoofdgebouw',
    }),
  ],
  plantoets: [
    norm(
      'plan-bouwhoogte',
      'Het gebouw is niet hoger dan het omgevingsplan toestaat',
      'hoogteGebouw',
      '<=',
      'maximum-bouwhoogte-hoofdgebouw',
      'm',
      'Maak het gebouw {n} lager',
    ),
    norm(
      'plan-goothoogte',
      'De goot is niet hoger dan het omgevingsplan toestaat',
      'goothoogte',
      '<=',
      'maximum-goothoogte-hoofdgebouw',
      'm',
      'Maak de goot {n} lager',
    ),
    norm(
      'plan-bouwlagen',
      'Het gebouw heeft niet meer bouwlagen dan het omgevingsplan toestaat',
      'bouwlagen',
      '<=',
      'maximum-aantal-bouwlagen',
      'stuks',
      'Bouw {n} laag minder',
    ),
    norm(
      'plan-dakhelling-minimaal',
      'Het dak helt ten minste zoveel als het omgevingsplan vraagt',
      'dakhelling',
      '>=',
      'minimum-dakhelling',
      'graden',
      'Maak het dak {n} steiler',
    ),
    norm(
      'plan-dakhelling-maximaal',
      'Het dak helt niet meer dan het omgevingsplan toestaat',
      'dakhelling',
      '<=',
      'maximum-dakhelling',
      'graden',
      'Maak het dak {n} vlakker',
    ),
  ],
  letOp: [
    {
      tekst: 'Kijk ook of een nieuwe woning past in de regels over het gebruik op deze plek.',
      artikel: 'omgevingsplan, hoofdgebouw',
    },
  ],
});
