import * as z from 'zod/mini';
import { datum } from '../geo/contract.ts';
import { rdBereik, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { indieningsvereiste, leges } from '../vergunningcheck/domain/oordeel.ts';

/** With this header somebody without login shows that a concept or receipt is his: never in an address. */
export const sleutelHeader = 'X-Loket-Sleutel';

/** 256 random bits as base64url. */
export const sleutelVorm = /^[A-Za-z0-9_-]{43}$/;

export const grenzen = {
  velden: 120,
  /** Characters of one answer while it is a concept; each field has its own, lower limit when it is sent. */
  tekst: 10_000,
  hoekpunten: 200,
  /** Days that a concept is kept after the last change. */
  dagen: 30,
} as const;

/** Zaaktype of a concept that is no zaak to be: it carries the files of a zienswijze until that is given. */
export const zienswijzeConcept = 'zienswijze';

/** Text without characters that no person types: they break a database, a letter or a log. */
export const vrijeTekst = (maximum: number) =>
  z.string().check(
    z.maxLength(maximum, `Gebruik ten hoogste ${maximum.toLocaleString('nl-NL')} tekens`),
    z.regex(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it refuses
      /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u,
      'Gebruik alleen letters, cijfers en leestekens',
    ),
  );

/** Text that must say something: not only spaces and signs that nobody sees. */
export const verplichteTekst = (maximum: number, melding: string) =>
  vrijeTekst(maximum).check(z.refine((tekst) => /[^\s\p{Cf}]/u.test(tekst), melding));

const veldSleutel = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9-]{0,60}$/, 'dit is geen veld van het formulier'));

export const antwoorden = z
  .record(
    veldSleutel,
    z.union([
      z.boolean(),
      z.number().check(z.gte(-1e12), z.lte(1e12)),
      vrijeTekst(grenzen.tekst),
      z.array(vrijeTekst(200)).check(z.maxLength(60)),
    ]),
  )
  .check(z.refine((gegeven) => Object.keys(gegeven).length <= grenzen.velden, 'Dit zijn te veel antwoorden'));

/** The place of a zaak in RD metres. */
export const plaats = z.object({
  ...rdPuntVelden,
  /** The outline of what was drawn, open, in any direction; null: only the point. */
  vlak: z._default(
    z.nullable(
      z
        .array(
          z.tuple([
            z.number().check(z.gte(rdBereik.minX), z.lte(rdBereik.maxX)),
            z.number().check(z.gte(rdBereik.minY), z.lte(rdBereik.maxY)),
          ]),
        )
        .check(z.minLength(3), z.maxLength(grenzen.hoekpunten)),
    ),
    null,
  ),
  /** How the person knows the place. */
  naam: z._default(z.nullable(vrijeTekst(200)), null),
});
export type Plaats = z.infer<typeof plaats>;

export const bijlage = z.object({
  id: z.string(),
  /** Id of the indieningsvereiste that it answers; `overig`: something else. */
  soort: z.string(),
  naam: z.string(),
  bytes: z.number(),
  /** How many bytes have arrived. */
  ontvangen: z.number(),
  /** What it is according to its content; null: not looked at yet. */
  mediatype: z.nullable(z.string()),
  sha256: z.nullable(z.string()),
  status: z.enum(['ontvangen', 'gekeurd', 'geweigerd']),
  /** Why it was refused, in plain words. */
  reden: z.nullable(z.string()),
});
export type Bijlage = z.infer<typeof bijlage>;

const id = z.uuid('Dit is geen nummer van een concept');

export const concept = z.object({
  id: z.string(),
  zaaktype: z.string(),
  antwoorden,
  plaats: z.nullable(plaats),
  oordeelId: z.nullable(z.string()),
  stap: z.string(),
  versie: z.number(),
  /** Somebody logged in has it: it opens on another device by logging in, and the secret link no longer works. */
  eigen: z.boolean(),
  gewijzigdOp: z.string(),
  verlooptOp: z.string(),
  bijlagen: z.array(bijlage),
});
export type Concept = z.infer<typeof concept>;

/** Writing a concept needs no login; only who has logged in, or has the secret, sees it again. */
const schrijven = { gegeven: 'concept', doe: 'schrijven', anoniem: true } as const;
const lezen = { gegeven: 'concept', doe: 'lezen', anoniem: true } as const;

const veld = z.object({
  id: z.string(),
  soort: z.string(),
  label: z.string(),
  uitleg: z.nullable(z.string()),
  artikel: z.nullable(z.string()),
  verplicht: z.boolean(),
  opties: z.array(z.object({ id: z.string(), naam: z.string() })),
});

export const leesZaaktypes = endpoint({
  method: 'GET',
  path: '/zaaktypes',
  role: 'iedereen',
  tag: 'Indienen',
  summary: 'Wat u kunt aanvragen of melden, met de vragen, wat erbij hoort en waar dat staat',
  input: z.object({}),
  output: z.object({
    zaaktypes: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        uitleg: z.string(),
        artikel: z.string(),
        voorbehoud: z.nullable(z.string()),
        verzoek: z.enum(['aanvraag', 'melding', 'informatie', 'openbare-ruimte', 'bezwaar']),
        stappen: z.array(z.object({ id: z.string(), titel: z.string(), velden: z.array(veld) })),
        vereisten: z.array(z.object({ id: z.string(), tekst: z.string(), artikel: z.string() })),
        statussen: z.array(z.object({ id: z.string(), naam: z.string(), uitleg: z.string() })),
      }),
    ),
  }),
});

export const maakConcept = endpoint({
  method: 'POST',
  path: '/concepten',
  role: schrijven,
  tag: 'Indienen',
  summary: 'Begin een aanvraag of melding. Twee keer hetzelfde id geeft één concept',
  input: z.object({
    id,
    /** Chosen by who begins without login; it is kept as a hash only. */
    sleutel: z.optional(z.string().check(z.regex(sleutelVorm, 'Dit is geen sleutel'))),
    zaaktype: z.string().check(z.maxLength(80)),
    antwoorden: z._default(antwoorden, {}),
    plaats: z._default(z.nullable(plaats), null),
    oordeelId: z._default(z.nullable(z.uuid()), null),
  }),
  output: concept,
});

export const leesConcepten = endpoint({
  method: 'GET',
  path: '/concepten',
  role: { gegeven: 'concept', doe: 'lezen' },
  tag: 'Indienen',
  summary: 'Uw concepten, het laatst gewijzigde eerst',
  input: z.object({}),
  output: z.object({
    concepten: z.array(
      z.object({
        id: z.string(),
        zaaktype: z.string(),
        plaatsNaam: z.nullable(z.string()),
        gewijzigdOp: z.string(),
        verlooptOp: z.string(),
      }),
    ),
  }),
});

export const leesConcept = endpoint({
  method: 'GET',
  path: '/concepten/:id',
  role: lezen,
  tag: 'Indienen',
  summary: 'Een concept, om verder te gaan',
  input: z.object({ id }),
  output: concept,
});

export const bewaarConcept = endpoint({
  method: 'PUT',
  path: '/concepten/:id',
  role: schrijven,
  tag: 'Indienen',
  summary: 'Bewaar een concept. Is het intussen elders gewijzigd, dan gebeurt er niets (409)',
  input: z.object({
    id,
    /** The version that was seen. */
    versie: z.number().check(z.int(), z.gte(1)),
    antwoorden,
    plaats: z.nullable(plaats),
    oordeelId: z._default(z.nullable(z.uuid()), null),
    stap: z._default(vrijeTekst(60), ''),
  }),
  output: concept,
});

export const verwijderConcept = endpoint({
  method: 'DELETE',
  path: '/concepten/:id',
  role: schrijven,
  tag: 'Indienen',
  summary: 'Gooi een concept met zijn bijlagen weg',
  input: z.object({ id }),
  output: z.object({ id: z.string() }),
});

const regel = z.object({ vraag: z.string(), antwoord: z.string() });

/** The receipt (Ow 16.54a): screen, PDF and mail are three views of this one object. */
export const ontvangst = z.object({
  zaakId: z.string(),
  kenmerk: z.string(),
  zaaktype: z.string(),
  /** "aanvraag omgevingsvergunning" */
  ding: z.string(),
  /** YYYY-MM-DD */
  ontvangenOp: datum,
  indiener: z.nullable(z.object({ naam: z.string(), namens: z.nullable(z.string()) })),
  /** Where the confirmation was mailed to; null: nowhere. */
  email: z.nullable(z.string()),
  plaats: z.object({
    x: z.number(),
    y: z.number(),
    adres: z.nullable(z.string()),
    percelen: z.array(z.string()),
    gemeente: z.string(),
  }),
  procedure: z.object({
    soort: z.enum(['regulier', 'uitgebreid', 'melding', 'geen']),
    naam: z.string(),
    artikel: z.string(),
    uitleg: z.string(),
    /** Last day to decide, or to look at it; null: no besluit follows. */
    uiterlijk: z.nullable(z.string()),
    /** First day on which the work may begin; null: that does not depend on it. */
    beginnenVanaf: z.nullable(z.string()),
    /** How that day was reached. */
    termijn: z.nullable(z.string()),
  }),
  rechtsmiddelen: z.array(z.string()),
  leges: z.nullable(leges),
  stappen: z.array(z.object({ titel: z.string(), regels: z.array(regel) })),
  bijlagen: z.array(z.object({ naam: z.string(), bytes: z.number(), sha256: z.string() })),
  /** What belongs to it and was not sent along. */
  ontbreekt: z.array(z.pick(indieningsvereiste, { id: true, tekst: true, artikel: true })),
  oordeelId: z.nullable(z.string()),
  voorbehoud: z.nullable(z.string()),
});
export type Ontvangst = z.infer<typeof ontvangst>;

const indienInvoer = z.object({
  id,
  /** The version that was reviewed. */
  versie: z.number().check(z.int(), z.gte(1)),
  /** Chosen once by who sends, and the same at each retry: it gives one zaak. */
  idempotentie: z.uuid('Dit is geen sleutel om dubbel indienen te voorkomen'),
  /** The person read the overview and says that it is right (Awb 4:2: date and signature). */
  akkoord: z.literal(true, 'Zet een vinkje bij "Ik heb alles gecontroleerd"'),
});

export const dienIn = endpoint({
  method: 'POST',
  path: '/concepten/:id/_indienen',
  role: { gegeven: 'eigenDossier', doe: 'schrijven' },
  tag: 'Indienen',
  summary: 'Dien een aanvraag, melding of informatie in: precies één keer per idempotentie',
  input: indienInvoer,
  output: ontvangst,
});

export const doeMelding = endpoint({
  method: 'POST',
  path: '/concepten/:id/_melden',
  role: { gegeven: 'meldingInhoud', doe: 'schrijven', anoniem: true },
  tag: 'Indienen',
  summary: 'Doe een melding over de openbare ruimte, ook zonder naam: precies één keer per idempotentie',
  input: indienInvoer,
  output: ontvangst,
});

export const leesOntvangst = endpoint({
  method: 'GET',
  path: '/ontvangstbevestigingen/:id',
  role: lezen,
  tag: 'Indienen',
  summary: 'De ontvangstbevestiging van een zaak',
  input: z.object({ id: z.uuid('Dit is geen nummer van een zaak') }),
  output: ontvangst,
});

export const leesOntvangstPdf = endpoint({
  method: 'GET',
  path: '/ontvangstbevestigingen/:id/pdf',
  role: lezen,
  tag: 'Indienen',
  summary: 'De ontvangstbevestiging van een zaak, op papier',
  input: z.object({ id: z.uuid('Dit is geen nummer van een zaak') }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesMeldplek = endpoint({
  method: 'GET',
  path: '/meldplek',
  role: 'iedereen',
  tag: 'Indienen',
  summary: 'Een plek voor een melding: op het dichtste voorwerp of de dichtste straat, met meldingen in de buurt',
  input: z.object({
    ...rdPuntVelden,
    categorie: z._default(z.string().check(z.maxLength(120), z.regex(/^[^\p{C}]*$/u, 'Dit is geen soort melding')), ''),
  }),
  output: z.object({
    /** Where the melding is put: on something that stands there, on the street, or where it was asked. */
    plek: z.object({
      x: z.number(),
      y: z.number(),
      naam: z.string(),
      soort: z.enum(['voorwerp', 'straat', 'punt']),
      afstandM: z.number(),
    }),
    /** Open meldingen of the same kind within `straalM`: without text, name or photo. */
    inDeBuurt: z.array(z.object({ categorie: z.string(), ontvangenOp: z.string(), afstandM: z.number() })),
    straalM: z.number(),
  }),
});
