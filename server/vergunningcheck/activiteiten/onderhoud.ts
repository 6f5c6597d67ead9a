import { alle, een, niet } from '../domain/regel.ts';
import { activiteit, bij, moet, slot, tak } from './bouwstenen.ts';
import { jaNee } from './feit.ts';
import {
  bouwdeel,
  constructieVerandert,
  geenGezicht,
  geenMonument,
  landelijkVrij,
  nietLegaal,
  planUitzondering,
  planVrij,
  verandering,
  vergunningNodig,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder a';

const vormGelijk = moet(
  'vorm-gelijk',
  'vormGelijk',
  [true],
  'De vorm, de details en de profielen blijven gelijk',
  artikel,
);
const kleurGelijk = moet(
  'kleur-gelijk',
  'kleurMateriaalGelijk',
  [true],
  'De kleur en het materiaal blijven gelijk',
  'Bbl 2.30',
);
const aanMonument = bij('aanMonument', true);

export const onderhoud = activiteit({
  id: 'onderhoud',
  naam: 'Gewoon onderhoud',
  uitleg: 'Schilderen, repareren of onderdelen vervangen door dezelfde, zonder dat de vorm verandert.',
  groep: 'Gevel',
  soort: 'gevel',
  zoekwoorden: [
    'onderhoud',
    'schilderen',
    'verven',
    'repareren',
    'dakpannen vervangen',
    'dakgoot',
    'voegen',
    'schoorsteen',
    'houtrot',
    'renovatie',
  ],
  feiten: [
    jaNee('vormGelijk', 'Vorm', 'Blijven de vorm, de details en de profielen precies gelijk?', {
      ja: 'De vorm, de details en de profielen blijven gelijk.',
      nee: 'De vorm, de details of de profielen veranderen.',
    }),
    jaNee('kleurMateriaalGelijk', 'Kleur en materiaal', 'Blijven ook de kleur en het materiaal gelijk?', {
      ja: 'De kleur en het materiaal blijven gelijk.',
      nee: 'De kleur of het materiaal verandert.',
    }),
    ...verandering.feiten,
  ],
  delen: [
    {
      vraag: 'T',
      takken: [nietLegaal, constructieVerandert],
      anders: slot(
        'VRIJ',
        'Bbl 2.27 lid 1, onder b',
        'U verandert de constructie en de brandscheiding niet. Dat is vrij.',
      ),
      bevoegdGezag: 'gemeente',
    },
    bouwdeel(
      [
        nietLegaal,
        landelijkVrij('a', alle(vormGelijk, een(alle(geenMonument, geenGezicht), kleurGelijk)), 'Gewoon onderhoud'),
        planVrij(
          'bruidsschat 22.27, onder j',
          planUitzondering(verandering.constructieGelijk, verandering.nietGroter),
          'deze verandering',
        ),
      ],
      vergunningNodig('dit werk, dat meer is dan gewoon onderhoud'),
    ),
    {
      vraag: 'O',
      takken: [
        tak(
          alle(bij('monument', 'gemeentelijk', 'provinciaal'), aanMonument, niet(alle(vormGelijk, kleurGelijk))),
          'VERGUNNING',
          'omgevingsplan, monumenten',
          'U verandert een monument. Daarvoor hebt u ook een vergunning voor het monument nodig.',
        ),
        tak(
          alle(
            bij('monument', 'rijks'),
            aanMonument,
            niet(
              alle(
                vormGelijk,
                kleurGelijk,
                moet(
                  'rijksmonument-vastgesteld',
                  'uitlegRijksmonument',
                  [true],
                  'Voor dit onderhoud aan het rijksmonument is geen vergunning nodig',
                  'Ow 5.1',
                ),
              ),
            ),
          ),
          'VERGUNNING',
          'Ow 5.1',
          'U verandert een rijksmonument. Daarvoor hebt u een vergunning voor een rijksmonumentenactiviteit nodig.',
        ),
      ],
      anders: slot('VRIJ', 'Ow 5.1', 'Voor het monument hebt u geen vergunning nodig.'),
      bevoegdGezag: 'gemeente',
    },
  ],
});
