import * as z from 'zod/mini';
import { besluitSoort, reactie } from '../besluiten/contract.ts';
import { datum } from '../geo/contract.ts';
import { rdPunt } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { verplichteTekst, vrijeTekst } from '../indienen/contract.ts';
import { emailadres } from '../post/contract.ts';

const tag = 'Inspraak';

/** Identificatie of a notice, of this loket or of another bron. */
const besluitId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/, 'Dit is geen nummer van een bekendmaking'));

/** Kenmerk of a zaak, as it stands in the address of its page for everybody. */
export const initiatiefKenmerk = z.string().check(z.regex(/^Z-\d{4}-\d{6,12}$/, 'Dit is geen kenmerk van een zaak'));

export const weg = z.object({
  soort: z.enum(['zienswijze', 'reactie', 'bezwaar', 'beroep', 'geen']),
  /** This loket takes it today. */
  kan: z.boolean(),
  /** Who may; null: nothing can be done here. */
  wie: z.nullable(z.enum(['iedereen', 'belanghebbende'])),
  artikel: z.nullable(z.string()),
  uitleg: z.string(),
  /** What else can be done, each a sentence that stands by itself. */
  watNog: z.array(z.string()),
});

export const leesInspraak = endpoint({
  method: 'GET',
  path: '/inspraak/:besluit',
  role: 'iedereen',
  tag,
  summary: 'Wat u met een bekendmaking kunt doen: wie mag reageren, hoe, tot wanneer, en wat er anders nog kan',
  input: z.object({ besluit: besluitId }),
  output: z.object({
    identificatie: z.string(),
    soort: besluitSoort,
    titel: z.string(),
    bevoegdGezag: z.string(),
    gepubliceerd: datum,
    url: z.nullable(z.string()),
    punt: rdPunt,
    reactie,
    weg,
    /** Of the page about the whole plan; null: there is none. */
    initiatief: z.nullable(z.string()),
    /** The newest notice about the same zaak, when this is not it. */
    later: z.nullable(z.object({ identificatie: z.string(), soort: besluitSoort, titel: z.string() })),
  }),
});

export const zienswijze = z.object({
  id: z.string(),
  kenmerk: z.string(),
  soort: z.enum(['zienswijze', 'reactie']),
  /** Identificatie of the notice it is about; null: it is about the plan of a zaak. */
  besluit: z.nullable(z.string()),
  /** Kenmerk of the zaak it is about; null: not a zaak of this loket. */
  zaak: z.nullable(z.string()),
  titel: z.string(),
  /** To whom it was sent: "Gemeente Markerstad". */
  gemeente: z.string(),
  naam: z.string(),
  namens: z.nullable(z.string()),
  adres: z.nullable(z.string()),
  email: z.nullable(z.string()),
  belang: z.nullable(z.string()),
  tekst: z.string(),
  ontvangenOp: datum,
  /** Last day as it was told; null: none runs, or it is not known. */
  uiterlijk: z.nullable(datum),
  bijlagen: z.array(z.object({ id: z.string(), naam: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Zienswijze = z.infer<typeof zienswijze>;

export const geefZienswijze = endpoint({
  method: 'POST',
  path: '/zienswijzen',
  role: { gegeven: 'zienswijze', doe: 'schrijven' },
  tag,
  summary: 'Geef uw zienswijze op een ontwerp, of reageer op een plan (Awb 3:15). Twee keer hetzelfde id geeft er één',
  input: z
    .object({
      /** Chosen once by who sends, and the same at each retry. */
      id: z.uuid('Dit is geen nummer van een zienswijze'),
      besluit: z.optional(besluitId),
      initiatief: z.optional(initiatiefKenmerk),
      tekst: verplichteTekst(20_000, 'Schrijf wat u ervan vindt'),
      /** Why it touches the person; must be there where only a belanghebbende may. */
      belang: z._default(vrijeTekst(2_000), ''),
      adres: z._default(vrijeTekst(200), ''),
      email: z._default(z.nullable(emailadres), null),
      /** A concept of the kind `zienswijze` to which the files were sent; they move to what is given. */
      concept: z.optional(z.uuid('Dit is geen nummer van een concept')),
    })
    .check(
      z.refine(
        ({ besluit, initiatief }) => (besluit === undefined) !== (initiatief === undefined),
        'Noem een bekendmaking of een plan, niet allebei',
      ),
    ),
  output: zienswijze,
});

export type ZienswijzeInvoer = z.output<typeof geefZienswijze.input>;

/** As many as one answer gives at most. */
export const zienswijzenMaximum = 500;

export const leesZienswijzen = endpoint({
  method: 'GET',
  path: '/zienswijzen',
  role: { gegeven: 'zienswijze', doe: 'lezen' },
  tag,
  summary: 'Uw eigen zienswijzen en reacties; voor een behandelaar die van zijn gemeente. Nieuwste eerst',
  input: z.object({
    /** Only those on this zaak and its notices. */
    zaak: z.optional(z.uuid('Dit is geen nummer van een zaak')),
  }),
  output: z.object({ totaal: z.number(), zienswijzen: z.array(zienswijze) }),
});

const lezen = { gegeven: 'zienswijze', doe: 'lezen' } as const;
const id = z.uuid('Dit is geen nummer van een zienswijze');

export const leesZienswijzePdf = endpoint({
  method: 'GET',
  path: '/zienswijzen/:id/ontvangstbevestiging/pdf',
  role: lezen,
  tag,
  summary: 'De ontvangstbevestiging van een zienswijze of reactie, met alles wat is gestuurd',
  input: z.object({ id }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesZienswijzeBijlage = endpoint({
  method: 'GET',
  path: '/zienswijzen/:id/bijlagen/:bijlage',
  role: lezen,
  tag,
  summary: 'Een bestand bij een zienswijze of reactie, zoals het is gestuurd',
  input: z.object({ id, bijlage: z.uuid('Dit is geen nummer van een bijlage') }),
  output: z.unknown(),
  antwoord: 'application/octet-stream',
});
