import * as z from 'zod/mini';
import { datum, geometrie } from '../../geo/contract.ts';
import { rdPunt } from '../../geo/rd.ts';
import { endpoint } from '../../http/endpoint.ts';
import { vrijeTekst } from '../../indienen/contract.ts';
import { adviesUitkomst, zaakBijlage } from '../contract.ts';

const tag = 'Adviseren';
const lezen = { gegeven: 'advies', doe: 'lezen' } as const;
const id = z.uuid('Dit is geen nummer van een adviesvraag');

/** What an adviser sees: the question, the place, and what was laid before him. No name of who asked for the permit. */
const adviesvraag = z.object({
  id: z.string(),
  kenmerk: z.string(),
  ding: z.string(),
  omschrijving: z.string(),
  plaats: z.string(),
  vraag: z.string(),
  gevraagdOp: datum,
  uiterlijk: datum,
  gegevenOp: z.nullable(z.string()),
  geometrie,
});
export type Adviesvraag = z.infer<typeof adviesvraag>;

export const leesAdviezen = endpoint({
  method: 'GET',
  path: '/adviezen',
  role: lezen,
  tag,
  summary: 'Wat u om advies is gevraagd, wat het eerst klaar moet zijn bovenaan',
  input: z.object({}),
  output: z.object({ adviezen: z.array(adviesvraag) }),
});

export const adviesDossier = z.extend(adviesvraag, {
  punt: rdPunt,
  bijlagen: z.array(zaakBijlage),
  uitkomst: z.nullable(adviesUitkomst),
  advies: z.nullable(z.string()),
  /** The zaak is over, so that advice no longer counts. */
  gesloten: z.boolean(),
});
export type AdviesDossier = z.infer<typeof adviesDossier>;

export const leesAdvies = endpoint({
  method: 'GET',
  path: '/adviezen/:id',
  role: lezen,
  tag,
  summary: 'Eén adviesvraag, met alleen de stukken die erbij horen',
  input: z.object({ id }),
  output: adviesDossier,
});

export const geefAdvies = endpoint({
  method: 'POST',
  path: '/adviezen/:id/_geef',
  role: { gegeven: 'advies', doe: 'schrijven' },
  tag,
  summary: 'Geef uw advies, één keer',
  input: z.object({
    id,
    uitkomst: adviesUitkomst,
    advies: vrijeTekst(10_000).check(z.refine((tekst) => tekst.trim() !== '', 'Schrijf uw advies')),
  }),
  output: adviesDossier,
});

export const leesAdviesBijlage = endpoint({
  method: 'GET',
  path: '/adviezen/:id/bijlagen/:bijlage',
  role: lezen,
  tag,
  summary: 'Een bestand dat u bij een adviesvraag is voorgelegd',
  input: z.object({ id, bijlage: z.uuid('Dit is geen nummer van een bijlage') }),
  output: z.unknown(),
  antwoord: 'application/octet-stream',
});
