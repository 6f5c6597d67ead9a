import * as z from 'zod/mini';
import { endpoint } from '../http/endpoint.ts';
import { bijlage, vrijeTekst } from '../indienen/contract.ts';
import { bijlageGrenzen } from './domain.ts';

const nummers = {
  id: z.uuid('Dit is geen nummer van een concept'),
  /** Chosen by who sends: the same file is sent again under the same number. */
  bijlage: z.uuid('Dit is geen nummer van een bijlage'),
};

const heel = (minimum: number, maximum: number, melding: string) =>
  z.coerce.number(melding).check(z.int(melding), z.gte(minimum, melding), z.lte(maximum, melding));

export const stuurBijlage = endpoint({
  method: 'PUT',
  path: '/concepten/:id/bijlagen/:bijlage',
  role: { gegeven: 'concept', doe: 'schrijven', anoniem: true },
  tag: 'Indienen',
  summary: 'Stuur een bijlage, in één keer of in delen. Het mag opnieuw: wat er al is, blijft één bestand',
  input: z.object({
    ...nummers,
    naam: vrijeTekst(20_000).check(z.minLength(1, 'Het bestand heeft geen naam')),
    /** Id of the indieningsvereiste that it answers. */
    soort: z._default(z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, 'Dit is geen soort bijlage')), 'overig'),
    /** Size of the whole file. */
    bytes: heel(1, bijlageGrenzen.bytes, 'Een bestand is ten minste 1 byte en ten hoogste 50 MB'),
    /** Where this part begins. */
    vanaf: z._default(heel(0, bijlageGrenzen.bytes, 'Dit deel begint buiten het bestand'), 0),
  }),
  output: bijlage,
  inhoud: 'application/octet-stream',
});

export const leesBijlage = endpoint({
  method: 'GET',
  path: '/concepten/:id/bijlagen/:bijlage',
  role: { gegeven: 'concept', doe: 'lezen', anoniem: true },
  tag: 'Indienen',
  summary: 'Een bijlage van een concept, zoals zij is gestuurd',
  input: z.object(nummers),
  output: z.unknown(),
  antwoord: 'application/octet-stream',
});

export const verwijderBijlage = endpoint({
  method: 'DELETE',
  path: '/concepten/:id/bijlagen/:bijlage',
  role: { gegeven: 'concept', doe: 'schrijven', anoniem: true },
  tag: 'Indienen',
  summary: 'Gooi een bijlage van een concept weg',
  input: z.object(nummers),
  output: z.object({ id: z.string() }),
});
