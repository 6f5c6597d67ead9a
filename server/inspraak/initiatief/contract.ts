import * as z from 'zod/mini';
import { besluitSoort, reactie } from '../../besluiten/contract.ts';
import { datum } from '../../geo/contract.ts';
import { rdPunt } from '../../geo/rd.ts';
import { endpoint } from '../../http/endpoint.ts';
import { verplichteTekst, vrijeTekst } from '../../indienen/contract.ts';
import { initiatiefKenmerk, weg } from '../contract.ts';

const tag = 'Inspraak';
const id = z.uuid('Dit is geen nummer van een zaak');

/** What everybody may read of a plan. No personal data. */
export const initiatief = z.object({
  kenmerk: z.string(),
  titel: z.string(),
  plan: z.string(),
  plaats: z.string(),
  punt: rdPunt,
  gemeente: z.string(),
  /** As a thing: "aanvraag omgevingsvergunning". */
  zaaktype: z.string(),
  statusNaam: z.string(),
  /** How to react, beside the form: an evening, an address. */
  reageren: z.string(),
  reagerenTot: z.nullable(datum),
  weg,
  /** How many people reacted here or gave a zienswijze. */
  reacties: z.number(),
  /** What was done with the reactions; empty: not told yet. */
  uitkomst: z.string(),
  gewijzigdOp: datum,
  bekendmakingen: z.array(
    z.object({ identificatie: z.string(), soort: besluitSoort, titel: z.string(), gepubliceerd: datum, reactie }),
  ),
});
export type Initiatief = z.infer<typeof initiatief>;

export const leesInitiatief = endpoint({
  method: 'GET',
  path: '/initiatieven/:kenmerk',
  role: 'iedereen',
  tag,
  summary: 'Een plan waarop u kunt reageren: wat, waar, hoe, tot wanneer, en wat met reacties is gedaan',
  input: z.object({ kenmerk: initiatiefKenmerk }),
  output: initiatief,
});

const tekst = {
  titel: z.string(),
  plan: z.string(),
  reageren: z.string(),
  reagerenTot: z.nullable(datum),
  uitkomst: z.string(),
  zichtbaar: z.boolean(),
};

/** The page as its behandelaar writes it. */
export const initiatiefBeheer = z.object({
  ...tekst,
  kenmerk: z.string(),
  /** To send along; 0: there is no page yet. */
  versie: z.number(),
  reacties: z.number(),
  /** What the aanvrager said about how others were involved (Or 7.4). Not for everybody as it stands. */
  participatie: z.nullable(z.object({ hoe: z.string(), resultaat: z.string() })),
  /** Why there can be no page now; null: there can. */
  kanNiet: z.nullable(z.string()),
});
export type InitiatiefBeheer = z.infer<typeof initiatiefBeheer>;

export const leesInitiatiefBeheer = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/initiatief',
  role: { gegeven: 'behandeling', doe: 'lezen' },
  tag,
  summary: 'De pagina voor iedereen over een zaak, om te schrijven',
  input: z.object({ id }),
  output: initiatiefBeheer,
});

export const bewaarInitiatief = endpoint({
  method: 'PUT',
  path: '/behandelingen/:id/initiatief',
  role: { gegeven: 'behandeling', doe: 'schrijven' },
  tag,
  summary: 'Vertel iedereen over een plan, open of sluit het reageren, of vertel wat met reacties is gedaan',
  input: z.object({
    id,
    versie: z.number().check(z.int(), z.gte(0)),
    titel: verplichteTekst(200, 'Schrijf waar het over gaat, zonder namen'),
    plan: verplichteTekst(10_000, 'Schrijf wat het plan is, zonder namen'),
    reageren: z._default(vrijeTekst(2_000), ''),
    reagerenTot: z.nullable(datum),
    uitkomst: z._default(vrijeTekst(10_000), ''),
    zichtbaar: z.boolean(),
  }),
  output: initiatiefBeheer,
});
