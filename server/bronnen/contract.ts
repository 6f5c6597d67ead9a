import * as z from 'zod/mini';
import { endpoint } from '../http/endpoint.ts';

/** Where facts come from. */
export const bron = z.object({
  id: z.string(),
  naam: z.string(),
  licentie: z.string(),
  url: z.nullable(z.string()),
  /** YYYY-MM-DD: the day on which the data was true. */
  peildatum: z.string(),
});
export type Bron = z.infer<typeof bron>;

/** A bron in an answer of its own numbers. `peildatum` null: not known. */
export const bronKort = z.object({ naam: z.string(), peildatum: z.nullable(z.string()) });

export const leesBronnen = endpoint({
  method: 'GET',
  path: '/bronnen',
  role: 'iedereen',
  tag: 'Bronnen',
  summary: 'Alle bronnen van dit loket, met licentie, peildatum, aantallen en wat is afgekeurd',
  input: z.object({}),
  output: z.object({
    bronnen: z.array(
      z.extend(bron, {
        soort: z.string(),
        gemeenteCode: z.nullable(z.string()),
        geladenOp: z.string(),
        aantallen: z.record(z.string(), z.number()),
        afgekeurd: z.record(z.string(), z.number()),
      }),
    ),
  }),
});
