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
  waterdeel,
} from './gedeeld.ts';
import { klein, kleinFeiten } from './klein.ts';

const artikel = 'Bbl 2.29, onder d';

const binnenDakvlak = moet('binnen-dakvlak', 'binnenDakvlak', [true], 'De panelen liggen binnen het dakvlak', artikel);
const opHetDak = moet('op-het-dak', 'directOpDak', [true], 'De panelen liggen in of direct op het dak', artikel);
const zelfdeHelling = moet(
  'zelfde-helling',
  'zelfdeHelling',
  [true],
  'De panelen hebben dezelfde helling als het dak',
  artikel,
);
const vanDeRand = grens({
  id: 'van-de-rand',
  omschrijving: 'De panelen liggen ten minste zo ver van de rand als zij hoog zijn',
  feit: 'afstandTotDakrand',
  vergelijking: '>=',
  waarde: { feit: 'hoogtePaneel', maal: 1, plus: 0 },
  eenheid: 'm',
  artikel,
  wijzig: 'Leg de panelen {n} verder van de rand',
});
const installatieBinnen = moet(
  'installatie-binnen',
  'installatieBinnen',
  [true],
  'Een losse installatie, zoals de omvormer of boiler, staat binnen',
  artikel,
);

export const zonnepanelenDak = activiteit({
  id: 'zonnepanelen-dak',
  naam: 'Zonnepanelen op een dak',
  uitleg: 'Zonnepanelen of een zonneboiler op een schuin of plat dak.',
  groep: 'Energie',
  soort: 'dak',
  zoekwoorden: [
    'zonnepanelen',
    'zonnepaneel',
    'pv panelen',
    'zonneboiler',
    'zonnecollector',
    'panelen op het dak',
    'solar',
  ],
  feiten: [
    keuze('soortDak', 'Soort dak', 'Op wat voor dak komen de panelen?', {
      schuin: ['Een schuin dak', 'De panelen komen op een schuin dak.'],
      plat: ['Een plat dak', 'De panelen komen op een plat dak.'],
    }),
    jaNee('binnenDakvlak', 'Binnen het dakvlak', 'Blijven de panelen binnen de randen van het dakvlak?', {
      ja: 'De panelen blijven binnen het dakvlak.',
      nee: 'De panelen steken buiten het dakvlak uit.',
    }),
    jaNee('directOpDak', 'Op het dak', 'Liggen de panelen in het dak of direct op het dak?', {
      ja: 'De panelen liggen in of direct op het dak.',
      nee: 'De panelen staan los boven het dak.',
    }),
    jaNee('zelfdeHelling', 'Helling', 'Hebben de panelen dezelfde helling als het dak?', {
      ja: 'De panelen hebben dezelfde helling als het dak.',
      nee: 'De panelen hebben een andere helling dan het dak.',
    }),
    getal(
      'hoogtePaneel',
      'Hoogte van de panelen',
      'Hoe hoog komt het hoogste paneel boven het platte dak?',
      'm',
      'Het hoogste paneel komt {waarde} boven het dak.',
      { maximum: 20 },
    ),
    getal(
      'afstandTotDakrand',
      'Afstand tot de dakrand',
      'Hoe ver liggen de panelen van de rand van het dak?',
      'm',
      'De panelen liggen {waarde} van de rand van het dak.',
      {
        maximum: 200,
        hulp: 'Neem de kleinste afstand.',
      },
    ),
    jaNee(
      'installatieBinnen',
      'Installatie binnen',
      'Staat wat er los bij hoort, zoals de omvormer of boiler, binnen?',
      {
        ja: 'Wat er los bij hoort, staat binnen.',
        nee: 'Wat er los bij hoort, staat buiten.',
      },
    ),
    uitHetZicht.achtergevel,
  ],
  delen: [
    technischVrij('Een zonnepaneel'),
    bouwdeel(
      [
        ...vooraf('d'),
        landelijkVrij(
          'd',
          alle(
            een(
              alle(bij('soortDak', 'schuin'), binnenDakvlak, opHetDak, zelfdeHelling),
              alle(bij('soortDak', 'plat'), vanDeRand),
            ),
            installatieBinnen,
            inGezicht(uitHetZicht.opAchterkant),
          ),
          'Zonnepanelen op dit dak plaatsen',
        ),
      ],
      vergunningNodig('deze zonnepanelen'),
    ),
    erfgoeddeel,
  ],
});

export const zonnepanelenGrond = activiteit({
  id: 'zonnepanelen-grond',
  naam: 'Zonnepanelen op de grond',
  uitleg: 'Zonnepanelen die los in de tuin of op een erf staan.',
  groep: 'Energie',
  soort: 'terrein',
  zoekwoorden: [
    'zonnepanelen in de tuin',
    'grondopstelling',
    'zonnepanelen tuin',
    'veldopstelling',
    'zonnepanelen op de grond',
  ],
  feiten: [...kleinFeiten('De panelen', 'de panelen'), uitHetZicht.achtererf],
  delen: [
    technischVrij('Een zonnepaneel'),
    bouwdeel(
      [...vooraf('r'), landelijkVrij('r', klein, 'Zonnepanelen op de grond plaatsen')],
      vergunningNodig('deze zonnepanelen op de grond'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
