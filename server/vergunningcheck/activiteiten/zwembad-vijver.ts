import { niet } from '../domain/regel.ts';
import { activiteit, moet, slot, tak } from './bouwstenen.ts';
import { jaNee } from './feit.ts';
import { bouwdeel, erfgoeddeel, planUitzondering, planVrij, vergunningNodig, vooraf, waterdeel } from './gedeeld.ts';

const artikel = 'bruidsschat 22.27, onder e';
const opDeGrond = moet(
  'op-de-grond',
  'opDeGrond',
  [true],
  'Het zwembad of de vijver ligt op of in de grond',
  'Bbl 2.27 lid 2',
);

export const zwembadVijver = activiteit({
  id: 'zwembad-vijver',
  naam: 'Zwembad, bubbelbad of vijver',
  uitleg: 'Een zwembad, jacuzzi, hottub of vijver in uw tuin.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: ['zwembad', 'vijver', 'jacuzzi', 'bubbelbad', 'hottub', 'zwemvijver', 'spa', 'zwembadje'],
  feiten: [
    jaNee('opDeGrond', 'Op de grond', 'Ligt het op of in de grond van uw tuin?', {
      ja: 'Het zwembad of de vijver ligt op of in de grond.',
      nee: 'Het zwembad of de vijver ligt niet op de grond, maar bijvoorbeeld op een dak.',
    }),
    jaNee(
      'overdekt',
      'Overdekt',
      'Komt er een dak of een vaste overkapping boven?',
      {
        ja: 'Het zwembad of de vijver is overdekt.',
        nee: 'Het zwembad of de vijver is niet overdekt.',
      },
      { hulp: 'Een los zeil of een schuifdek dat plat op het water ligt, is geen dak.' },
    ),
  ],
  delen: [
    {
      vraag: 'T',
      takken: [
        tak(
          niet(opDeGrond),
          'VERGUNNING',
          'Bbl 2.25, onder a',
          'Het staat niet op de grond. U vraagt een vergunning aan voor de technische bouwactiviteit.',
        ),
      ],
      anders: slot(
        'VRIJ',
        'Bbl 2.27 lid 2',
        'Een zwembad, bubbelbad of vijver op de grond is altijd vrij voor de technische bouwactiviteit.',
      ),
      bevoegdGezag: 'gemeente',
    },
    bouwdeel(
      [
        ...vooraf(null),
        planVrij(
          artikel,
          planUitzondering(
            moet('bij-woning', 'woning', [true], 'Het ligt in de tuin van een woning', artikel),
            moet('niet-overdekt', 'overdekt', [false], 'Er komt geen dak boven', artikel),
          ),
          'dit zwembad of deze vijver',
        ),
      ],
      vergunningNodig('dit zwembad of deze vijver'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
  letOp: [
    {
      tekst: 'Pompt u grondwater weg om te graven? Meld dat 4 weken vooraf bij het waterschap.',
      artikel: 'waterschapsverordening 3.3',
    },
  ],
});
