import { een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  planUitzondering,
  planVrij,
  technisch,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';

const artikel = 'bruidsschat 22.27, onder h';

const hoogte = (id: string, waarde: number, bron: string) =>
  grens({
    id,
    omschrijving: `Het is niet hoger dan ${waarde} m`,
    feit: 'hoogteBouwwerk',
    vergelijking: '<=',
    waarde,
    eenheid: 'm',
    artikel: bron,
    wijzig: 'Maak het {n} lager',
  });

export const agrarischBouwwerk = activiteit({
  id: 'agrarisch-bouwwerk',
  naam: 'Silo of laag bouwwerk voor een boerderij',
  uitleg: 'Een silo, sleufsilo, mestplaat of ander laag bouwwerk zonder dak voor een agrarisch bedrijf.',
  groep: 'Bedrijf',
  soort: 'terrein',
  zoekwoorden: [
    'silo',
    'sleufsilo',
    'kuilvoer',
    'mestplaat',
    'voerplaat',
    'boerderij',
    'agrarisch',
    'landbouw',
    'paardenbak',
  ],
  feiten: [
    keuze('soortAgrarisch', 'Soort bouwwerk', 'Wat plaatst u?', {
      silo: ['Een silo', 'U plaatst een silo.'],
      anders: ['Een ander bouwwerk', 'U plaatst een ander bouwwerk voor het agrarisch bedrijf.'],
    }),
    getal('hoogteBouwwerk', 'Hoogte', 'Hoe hoog wordt het?', 'm', 'Het wordt {waarde} hoog.', { maximum: 60 }),
    jaNee('inAchtererf', 'In het achtererfgebied', 'Komt het op het erf achter het hoofdgebouw?', {
      ja: 'Het komt in het achtererfgebied.',
      nee: 'Het komt niet in het achtererfgebied.',
    }),
    bijzondereEisen,
  ],
  delen: [
    technisch(
      'Dit bouwwerk',
      'Bbl 2.26',
      hoogte('hoogte-technisch', 5, 'Bbl 2.26'),
      bouwwerkGeenGebouw('hoogteBouwwerk'),
    ),
    bouwdeel(
      [
        ...vooraf(null),
        planVrij(
          artikel,
          planUitzondering(
            een(bij('soortAgrarisch', 'silo'), hoogte('hoogte', 2, artikel)),
            moet('in-achtererf', 'inAchtererf', [true], 'Het komt in het achtererfgebied', artikel),
          ),
          'dit agrarische bouwwerk',
        ),
      ],
      vergunningNodig('dit agrarische bouwwerk'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
