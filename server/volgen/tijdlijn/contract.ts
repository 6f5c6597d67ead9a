import * as z from 'zod/mini';
import { bron } from '../../bronnen/contract.ts';
import { datum, gebied } from '../../geo/contract.ts';
import { rdPuntVelden } from '../../geo/rd.ts';
import { endpoint } from '../../http/endpoint.ts';

/** How far around the place in metres one can look; 0: on the perceel itself. */
export const tijdlijnStralen = [0, 50, 100] as const;

export const gebeurtenis = z.object({
  id: z.string(),
  datum,
  /** `termijn`: the last day of something. `werking`: from this day something applies. */
  soort: z.enum(['aanvraag', 'ontwerp', 'besluit', 'termijn', 'werking', 'regels']),
  titel: z.string(),
  tekst: z.string(),
  artikel: z.nullable(z.string()),
  /** Days from today until then: 0 is today; null: it is over. */
  dagen: z.nullable(z.number()),
  /** What can be read about it. */
  url: z.nullable(z.string()),
  /** From the place, in metres; 0: on it. */
  afstandM: z.number(),
  bronId: z.string(),
});
export type Gebeurtenis = z.infer<typeof gebeurtenis>;

const stand = z.enum(['bekend', 'geen-gegevens']);

export const tijdlijn = z.object({
  gebied,
  straalM: z.number(),
  vandaag: datum,
  /** Whether a bron speaks about this place: without one, nothing found means nothing. */
  stand: z.object({ besluiten: stand, regels: stand }),
  /** By day, the oldest first. */
  gebeurtenissen: z.array(gebeurtenis),
  /** What will or may change here on a day that is not known. */
  zonderDatum: z.array(
    z.object({ titel: z.string(), tekst: z.string(), url: z.nullable(z.string()), bronId: z.string() }),
  ),
  /** Older besluiten that are not among these. */
  nietGetoond: z.number(),
  bronnen: z.array(bron),
});
export type Tijdlijn = z.infer<typeof tijdlijn>;

export const leesTijdlijn = endpoint({
  method: 'GET',
  path: '/tijdlijn',
  role: 'iedereen',
  tag: 'Volgen',
  summary:
    'Wat op een plaats is veranderd en gaat veranderen: aanvragen, ontwerpen, besluiten, termijnen en regels, per dag',
  input: z.object({
    ...rdPuntVelden,
    straal: z._default(
      z.coerce
        .number('De straal is geen getal')
        .check(
          z.refine(
            (meter) => (tijdlijnStralen as readonly number[]).includes(meter),
            `Kies een straal van ${tijdlijnStralen.join(', ')} meter`,
          ),
        ),
      0,
    ),
  }),
  output: tijdlijn,
});
