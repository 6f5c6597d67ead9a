import { alle, niet } from '../domain/regel.ts';
import { activiteit, moet, slot, tak } from './bouwstenen.ts';
import { jaNee } from './feit.ts';
import {
  bouwdeel,
  erfgoeddeel,
  geenMonument,
  nietLegaal,
  planVrij,
  verandering,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

export const interneVerbouwing = activiteit({
  id: 'interne-verbouwing',
  naam: 'Verbouwen binnen: muur, vloer of indeling',
  uitleg: 'Een muur doorbreken of plaatsen, een keuken of badkamer verplaatsen, een zolder indelen.',
  groep: 'Bouwen',
  soort: 'gevel',
  zoekwoorden: [
    'muur doorbreken',
    'doorbraak',
    'muur weghalen',
    'draagmuur',
    'binnenmuur',
    'verbouwen',
    'verbouwing',
    'keuken verplaatsen',
    'badkamer',
    'zolder inrichten',
    'vloer',
    'trapgat',
    'indeling',
  ],
  feiten: [
    ...verandering.feiten,
    jaNee(
      'isolatieVerandert',
      'Isolatie van de gevel',
      'Verandert u de isolatie van de buitenmuren?',
      {
        ja: 'U verandert de isolatie van de buitenmuren.',
        nee: 'De isolatie van de buitenmuren blijft gelijk.',
      },
      { hulp: 'De spouw vullen terwijl de buitenste muur blijft staan, telt niet mee.' },
    ),
    jaNee('meerWoningenDoorSplitsen', 'Meer woningen', 'Komen er door de verbouwing meer woningen?', {
      ja: 'Er komen meer woningen.',
      nee: 'Het aantal woningen blijft gelijk.',
    }),
  ],
  delen: [
    {
      vraag: 'T',
      takken: [
        nietLegaal,
        tak(
          niet(
            alle(
              verandering.constructieGelijk,
              moet(
                'isolatie-gelijk',
                'isolatieVerandert',
                [false],
                'De isolatie van de buitenmuren blijft gelijk',
                'Bbl 2.27 lid 1, onder b',
              ),
            ),
          ),
          'VERGUNNING',
          'Bbl 2.25 en 2.27 lid 1',
          'U verandert de constructie, de brandscheiding of de isolatie. Een verbouwing valt nooit onder de bouwmelding (Bbl 2.17 lid 4).',
        ),
      ],
      anders: slot(
        'VRIJ',
        'Bbl 2.27 lid 1, onder b',
        'De constructie, de brandscheiding en de isolatie blijven gelijk. Dat is vrij.',
      ),
      bevoegdGezag: 'gemeente',
    },
    bouwdeel(
      [
        ...vooraf(null),
        planVrij(
          'bruidsschat 22.27, onder j',
          alle(geenMonument, verandering.constructieGelijk, verandering.nietGroter),
          'deze verbouwing',
        ),
      ],
      vergunningNodig('deze verbouwing'),
    ),
    {
      vraag: 'O',
      takken: [
        ...erfgoeddeel.takken,
        tak(
          niet(
            moet(
              'zelfde-aantal-woningen',
              'meerWoningenDoorSplitsen',
              [false],
              'Het aantal woningen blijft gelijk',
              'omgevingsplan 3.2',
            ),
          ),
          'VERGUNNING',
          'omgevingsplan 3.2',
          'Voor het splitsen van een woning hebt u een vergunning nodig.',
        ),
      ],
      anders: slot('VRIJ', 'omgevingsplan 3.2', 'U verandert geen monument en het aantal woningen blijft gelijk.'),
      bevoegdGezag: 'gemeente',
    },
  ],
});
