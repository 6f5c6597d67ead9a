import * as z from 'zod/mini';
import {
  bezwaarTegen,
  procedure,
  status,
  zaakBekendmaking,
  zaakBericht,
  zaakBijlage,
  zaakDocument,
} from '../behandelen/contract.ts';
import { reactie } from '../besluiten/contract.ts';
import { datum, geometrie } from '../geo/contract.ts';
import { rdPunt } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { verplichteTekst, vrijeTekst } from '../indienen/contract.ts';
import { emailadres } from '../post/contract.ts';

const lezen = { gegeven: 'eigenDossier', doe: 'lezen' } as const;
const schrijven = { gegeven: 'eigenDossier', doe: 'schrijven' } as const;
const tag = 'Mijn zaken';
const id = z.uuid('Dit is geen nummer van een zaak');

const volgendeStap = z.object({
  wie: z.enum(['u', 'gemeente', 'iedereen', 'niemand']),
  wat: z.string(),
  datum: z.nullable(datum),
  daarna: z.nullable(z.string()),
});

const kop = {
  id: z.string(),
  kenmerk: z.string(),
  /** As a thing: "aanvraag omgevingsvergunning". */
  zaaktype: z.string(),
  omschrijving: z.string(),
  plaats: z.string(),
  status,
  statusNaam: z.string(),
  resultaat: z.nullable(z.string()),
  ontvangenOp: datum,
  volgende: volgendeStap,
};

export const zaakKop = z.object({
  ...kop,
  /** Nothing is left to do, for you or for the gemeente. */
  klaar: z.boolean(),
  /** Messages of the gemeente that were not read yet. */
  ongelezen: z.number(),
});
export type ZaakKop = z.infer<typeof zaakKop>;

export const leesZaken = endpoint({
  method: 'GET',
  path: '/zaken',
  role: lezen,
  tag,
  summary: 'Uw zaken, of die van wie u machtigde: lopende eerst, met wat er nu komt',
  input: z.object({}),
  output: z.object({ zaken: z.array(zaakKop) }),
});

export const zaak = z.object({
  ...kop,
  statusUitleg: z.string(),
  zaaktypeId: z.string(),
  versie: z.number(),
  procedure,
  punt: rdPunt,
  geometrie,
  /** What still must be sent, and until when; null: nothing. */
  aanvulling: z.nullable(z.object({ wat: z.array(z.string()), uiterlijk: z.nullable(datum) })),
  /** What belongs to it and was not there when it was filed; nothing once the gemeente looked or more was sent. */
  nogNodig: z.array(z.object({ id: z.string(), tekst: z.string(), artikel: z.string() })),
  /** What can be done against the besluit or its ontwerp; null: nothing yet. */
  reactie: z.nullable(reactie),
  antwoorden: z.array(z.object({ vraag: z.string(), antwoord: z.string() })),
  /** The outcome of the vergunningcheck that was sent along; null: none was. */
  oordeelId: z.nullable(z.string()),
  contact: z.object({ naam: z.nullable(z.string()), email: z.nullable(z.string()), telefoon: z.nullable(z.string()) }),
  bijlagen: z.array(zaakBijlage),
  documenten: z.array(zaakDocument),
  berichten: z.array(zaakBericht),
  bekendmakingen: z.array(zaakBekendmaking),
  /** Your own bezwaar against the besluit. */
  bezwaar: z.nullable(
    z.object({
      zaakId: z.nullable(z.string()),
      kenmerk: z.nullable(z.string()),
      gronden: z.string(),
      ontvangenOp: datum,
    }),
  ),
  /** Of a bezwaar: what it is against. */
  bezwaarTegen: z.nullable(bezwaarTegen),
  tevredenheid: z.nullable(z.number()),
  tijdlijn: z.array(z.object({ id: z.string(), soort: z.string(), wanneer: z.string(), tekst: z.string() })),
  kan: z.object({
    intrekken: z.boolean(),
    aanvullen: z.boolean(),
    bezwaar: z.boolean(),
    heropenen: z.boolean(),
    beoordelen: z.boolean(),
    overnemen: z.boolean(),
  }),
});
export type Zaak = z.infer<typeof zaak>;

export const leesZaak = endpoint({
  method: 'GET',
  path: '/zaken/:id',
  role: lezen,
  tag,
  summary: 'Eén zaak van u: wat er gebeurde, wat er komt, en wat u kunt doen',
  input: z.object({ id }),
  output: zaak,
});

const daad = <V extends z.core.$ZodShape>(naam: string, summary: string, velden: V) =>
  endpoint({
    method: 'POST',
    path: `/zaken/:id/_${naam}`,
    role: schrijven,
    tag,
    summary,
    input: z.object({ id, ...velden }),
    output: zaak,
  });

export const schrijfBericht = daad('bericht', 'Schrijf de behandelaar een bericht', {
  tekst: verplichteTekst(4_000, 'Schrijf een bericht'),
});

export const vulAan = daad('vul-aan', 'Stuur wat ontbrak: de termijn loopt weer (Awb 4:15)', {
  /** A concept to which the files were sent; they move to the zaak. */
  concept: z.optional(z.uuid('Dit is geen nummer van een concept')),
  toelichting: z._default(vrijeTekst(4_000), ''),
});

export const trekIn = daad('trek-in', 'Trek een aanvraag of melding in', {
  reden: z._default(vrijeTekst(2_000), ''),
});

export const neemOver = daad('neem-over', 'Ga als gemachtigde verder met deze zaak', {});

export const heropen = daad('heropen', 'Open een afgehandelde melding opnieuw', {
  reden: verplichteTekst(2_000, 'Schrijf waarom het niet is opgelost'),
});

export const beoordeelZaak = daad('beoordeel', 'Vertel hoe tevreden u bent. Dit telt niet mee voor het besluit', {
  cijfer: z.number().check(z.int(), z.gte(1, 'Kies 1 tot en met 5'), z.lte(5, 'Kies 1 tot en met 5')),
  toelichting: z._default(vrijeTekst(2_000), ''),
});

export const wijzigContact = endpoint({
  method: 'PUT',
  path: '/zaken/:id/contact',
  role: schrijven,
  tag,
  summary: 'Verbeter uw eigen contactgegevens bij een zaak (AVG art. 16)',
  input: z.object({
    id,
    email: z.nullable(emailadres),
    telefoon: z.nullable(vrijeTekst(20).check(z.regex(/^\+?[\d\s().-]{8,20}$/, 'Vul een telefoonnummer in'))),
  }),
  output: zaak,
});

export const leesUitvoer = endpoint({
  method: 'GET',
  path: '/zaken-uitvoer',
  role: lezen,
  tag,
  summary: 'Al uw zaken met alles wat erbij hoort, als JSON om te bewaren (AVG art. 20)',
  input: z.object({}),
  output: z.object({ gemaaktOp: z.string(), zaken: z.array(zaak) }),
});

export const leesDocument = endpoint({
  method: 'GET',
  path: '/zaken/:id/documenten/:document',
  role: lezen,
  tag,
  summary: 'Een document van de gemeente bij uw zaak, als PDF',
  input: z.object({ id, document: z.uuid('Dit is geen nummer van een document') }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesEigenBijlage = endpoint({
  method: 'GET',
  path: '/zaken/:id/bijlagen/:bijlage',
  role: lezen,
  tag,
  summary: 'Een bestand dat u bij een zaak stuurde',
  input: z.object({ id, bijlage: z.uuid('Dit is geen nummer van een bijlage') }),
  output: z.unknown(),
  antwoord: 'application/octet-stream',
});
