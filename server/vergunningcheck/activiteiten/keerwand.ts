import { alle } from '../domain/regel.ts';
import { activiteit, grens, moet } from './bouwstenen.ts';
import { getal, jaNee } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  planUitzondering,
  planVrij,
  technisch,
  uitHetZicht,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';

const laag = (bijwoord: string, artikel: string) =>
  alle(
    grens({
      id: `hoogteverschil${bijwoord}`,
      omschrijving: 'Het hoogteverschil is niet meer dan 1 m',
      feit: 'hoogteverschil',
      vergelijking: '<=',
      waarde: 1,
      eenheid: 'm',
      artikel,
      wijzig: 'Maak het hoogteverschil {n} kleiner',
    }),
    moet(
      `niet-hoger-dan-grond${bijwoord}`,
      'hogerDanGrond',
      [false],
      'De wand of trap is niet hoger dan de grond',
      artikel,
    ),
  );

export const keerwand = activiteit({
  id: 'keerwand',
  naam: 'Keermuur, trap of helling bij hoogteverschil',
  uitleg: 'Een keerwand, trap, hellingbaan of vlonder om een verschil in hoogte op uw erf te overbruggen.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: [
    'keerwand',
    'keermuur',
    'keerwandje',
    'hoogteverschil',
    'trap',
    'tuintrap',
    'hellingbaan',
    'rolstoelhelling',
    'ophogen',
    'talud',
    'damwand',
    'vlonder',
  ],
  feiten: [
    getal(
      'hoogteverschil',
      'Hoogteverschil',
      'Hoe groot is het verschil in hoogte dat u overbrugt?',
      'm',
      'U overbrugt een hoogteverschil van {waarde}.',
      { maximum: 30 },
    ),
    jaNee('hogerDanGrond', 'Hoger dan de grond', 'Komt de wand of trap boven de hoogste grond uit?', {
      ja: 'De wand of trap komt boven de grond uit.',
      nee: 'De wand of trap komt niet boven de grond uit.',
    }),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch('Deze wand of trap', 'Bbl 2.26', laag('-technisch', 'Bbl 2.26'), bouwwerkGeenGebouw('hoogteverschil')),
    bouwdeel(
      [
        ...vooraf('k'),
        landelijkVrij(
          'k',
          alle(laag('', 'Bbl 2.29, onder k'), inGezicht(uitHetZicht.opAchtererf)),
          'Deze wand of trap',
        ),
        planVrij('bruidsschat 22.27, onder g', planUitzondering(), 'deze wand of trap'),
      ],
      vergunningNodig('deze wand of trap'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
