import * as z from 'zod/mini';
import { besluitSoort, reactie } from '../../besluiten/contract.ts';
import { datum, geometrie } from '../../geo/contract.ts';
import { rdPunt } from '../../geo/rd.ts';
import { endpoint } from '../../http/endpoint.ts';

export const leesBekendmaking = endpoint({
  method: 'GET',
  path: '/bekendmakingen/:id',
  role: 'iedereen',
  tag: 'Besluiten',
  summary: 'De tekst van een bekendmaking van dit loket, met wat u nog kunt doen',
  input: z.object({
    id: z.string().check(z.regex(/^loket-z-\d{4}-\d{6,12}-\d{1,4}$/, 'Dit is geen bekendmaking van dit loket')),
  }),
  output: z.object({
    identificatie: z.string(),
    soort: besluitSoort,
    titel: z.string(),
    tekst: z.string(),
    gepubliceerd: datum,
    kenmerk: z.string(),
    gemeente: z.string(),
    punt: rdPunt,
    geometrie,
    reactie,
  }),
});
