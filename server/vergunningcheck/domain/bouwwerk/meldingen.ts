import type { Onderdeel } from '../../contract.ts';
import type { BouwwerkOordeel } from '../meetkunde/bijbehorend-bouwwerk.ts';
import { redenZin } from '../meetkunde/redenen.ts';
import type { Situatie } from '../meetkunde/situatie.ts';
import type { Melding } from '../oordeel.ts';
import { doelen } from '../stap.ts';
import { buitenPerceelM2 } from './plan.ts';

/** What lies over the border by less (m²) is drawn on it. */
const speling = 0.05;

/** What stands in the way of an answer about a drawing, with the way out. */
export function meldingenVan(
  { sleutel, ring }: Onderdeel,
  { reden }: BouwwerkOordeel,
  situatie: Situatie | null,
): Melding[] {
  if (!situatie) {
    return [
      {
        code: 'bron-faalt',
        onderdeel: sleutel,
        tekst: 'De kaart geeft nu geen antwoord. Wij weten dus niet wat er op dit perceel staat.',
        volgendeStap: {
          soort: 'beantwoord',
          tekst: 'Probeer het over een minuut opnieuw.',
          wie: 'u',
          doel: doelen.check,
        },
      },
    ];
  }
  if (ring === null) return [];
  if (reden) {
    return [
      {
        code: reden,
        onderdeel: sleutel,
        tekst: redenZin(reden),
        volgendeStap: reden.startsWith('plan-')
          ? {
              soort: 'beantwoord',
              tekst: 'Teken het bouwwerk opnieuw, of vul de maten in.',
              wie: 'u',
              doel: doelen.tekening,
            }
          : {
              soort: 'vraag-gemeente',
              tekst: 'Stuur ons uw vraag met de tekening. Wij kijken mee.',
              wie: 'de gemeente',
              doel: doelen.vraag,
            },
      },
    ];
  }
  return buitenPerceelM2(ring, situatie) > speling
    ? [
        {
          code: 'buiten-perceel',
          onderdeel: sleutel,
          tekst: 'Een deel van uw tekening ligt buiten dit perceel. Dat deel telt niet als tuin bij uw huis.',
          volgendeStap: {
            soort: 'beantwoord',
            tekst: 'Schuif de tekening binnen de grens van het perceel.',
            wie: 'u',
            doel: doelen.tekening,
          },
        },
      ]
    : [];
}
