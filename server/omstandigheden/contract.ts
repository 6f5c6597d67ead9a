import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { aandeel, gebied } from '../geo/contract.ts';
import { rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

/** Three answers, always. */
export const themaUitkomst = z.enum(['geldt', 'geldt-niet', 'onbekend']);

export const omstandigheid = z.object({
  thema: z.string(),
  naam: z.string(),
  /** Themas that belong together: geluid, water ... */
  groep: z.string(),
  /** The question that is answered, in plain words. */
  vraag: z.string(),
  uitleg: z.string(),
  uitkomst: themaUitkomst,
  /**
   * Only with `onbekend`: nobody looked here, or the bron gave no answer now. `deels`: part of the place was looked
   * into and nothing was found there.
   */
  reden: z.nullable(z.enum(['geen-gegevens', 'deels', 'bron-faalt'])),
  vlakken: z.array(
    z.object({
      omschrijving: z.string(),
      waarde: z.nullable(z.number()),
      eenheid: z.nullable(z.string()),
      aandeel,
    }),
  ),
  /** What to do with this answer, and who does it; empty: nothing to do. */
  volgendeStap: z.string(),
  bronIds: z.array(z.string()),
});

export type Omstandigheid = z.infer<typeof omstandigheid>;

export const omstandigheden = z.object({
  gebied,
  themas: z.array(omstandigheid),
  bronnen: z.array(bron),
});
export type Omstandigheden = z.infer<typeof omstandigheden>;

export const leesOmstandigheden = endpoint({
  method: 'GET',
  path: '/omstandigheden',
  role: 'iedereen',
  tag: 'Omstandigheden',
  summary: 'Wat de plaats toelaat: geluid, water, risico, erfgoed, bodem en meer, per thema met drie antwoorden',
  input: z.object(rdPuntVelden),
  output: omstandigheden,
});
