import * as z from 'zod/mini';
import { endpoint } from '../http/endpoint.ts';

export const mislukteOpdracht = z.object({
  id: z.string(),
  soort: z.string(),
  gegevenOp: z.string(),
  misluktOp: z.string(),
  pogingen: z.number(),
  /** In words without content. */
  fout: z.string(),
});

export const leesOpdrachten = endpoint({
  method: 'GET',
  path: '/opdrachten',
  role: { gegeven: 'opdrachten', doe: 'lezen' },
  tag: 'Beheer',
  summary: 'Wat het loket nog moet doen, en wat na alle pogingen niet is gelukt. Zonder inhoud',
  input: z.object({}),
  output: z.object({
    soorten: z.array(
      z.object({
        soort: z.string(),
        wacht: z.number(),
        bezig: z.number(),
        mislukt: z.number(),
        /** How long the oldest that could have been done has waited; null: nothing waits. */
        oudsteWachtS: z.nullable(z.number()),
      }),
    ),
    /** The newest hundred. */
    mislukt: z.array(mislukteOpdracht),
  }),
});

export const herhaalOpdracht = endpoint({
  method: 'POST',
  path: '/opdrachten/:id/_herhaal',
  role: { gegeven: 'opdrachten', doe: 'schrijven' },
  tag: 'Beheer',
  summary: 'Probeer een mislukte opdracht opnieuw',
  input: z.object({ id: z.uuid('Dit is geen nummer van een opdracht') }),
  output: z.object({ id: z.string() }),
});
