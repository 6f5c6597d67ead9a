import * as z from 'zod/mini';
import { datum } from '../geo/contract.ts';
import { rdBereik, rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { bestuurslaag } from '../regels/contract.ts';
import type { Situatie } from './domain/meetkunde/situatie.ts';
import { eenheid, feit, oordeel, waarde, werkzaamheid } from './domain/oordeel.ts';

export const grenzen = {
  /** Werkzaamheden and bouwwerken in one check. */
  onderdelen: 12,
  /** Corners of one bouwwerk. */
  hoekpunten: 200,
  antwoorden: 120,
} as const;

const sleutel = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9._-]{0,79}$/, 'dit is geen sleutel'));
const tekst = z
  .string()
  .check(z.maxLength(500), z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'gebruik alleen letters, cijfers en leestekens'));
const getal = z.number('dit is geen getal').check(z.gte(-1e7), z.lte(1e7));

/** Null: "weet ik niet". A question that is left out is not answered yet. */
const antwoord = z.nullable(z.union([z.boolean(), getal, tekst, z.array(tekst).check(z.maxLength(50))]));
export type Antwoord = z.infer<typeof antwoord>;

const antwoorden = z._default(
  z.record(sleutel, antwoord).check(z.refine((gegeven) => Object.keys(gegeven).length <= grenzen.antwoorden)),
  {},
);
export type Antwoorden = Record<string, Antwoord>;

const buitenNederland = 'deze hoek ligt buiten Nederland (RD-meters)';
const coordinaat = (van: number, tot: number) =>
  z.number('geef x en y van elke hoek als getal').check(z.gte(van, buitenNederland), z.lte(tot, buitenNederland));
const hoekpunt = z.tuple(
  [coordinaat(rdBereik.minX, rdBereik.maxX), coordinaat(rdBereik.minY, rdBereik.maxY)],
  'geef van elke hoek x en y',
);

/** One werkzaamheid, or one of several bouwwerken of the same werkzaamheid. */
const onderdeel = z.object({
  /** Of the asker; comes back in the oordeel. */
  sleutel,
  werkzaamheid: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,80}$/, 'deze werkzaamheid kennen wij niet')),
  /** The outline of the bouwwerk: RD metres, open; in any direction. Null: nothing is drawn. */
  ring: z._default(
    z.nullable(
      z
        .array(hoekpunt)
        .check(
          z.minLength(3, 'teken ten minste drie hoeken'),
          z.maxLength(grenzen.hoekpunten, `teken ten hoogste ${grenzen.hoekpunten} hoeken`),
        ),
    ),
    null,
  ),
  antwoorden,
});
export type Onderdeel = z.infer<typeof onderdeel>;

/** Everything that is asked of the check: the same object gives the same oordeel. */
export const checkInvoer = z.object({
  ...rdPuntVelden,
  onderdelen: z.array(onderdeel).check(
    z.minLength(1, 'Kies ten minste één werkzaamheid'),
    z.maxLength(grenzen.onderdelen, `Kies ten hoogste ${grenzen.onderdelen} werkzaamheden of bouwwerken`),
    z.refine(
      (lijst) => new Set(lijst.map((een) => een.sleutel)).size === lijst.length,
      'Geef elk onderdeel een eigen sleutel',
    ),
  ),
  /** Answers about the place, that hold for every onderdeel. */
  plaatsAntwoorden: antwoorden,
  /** Facts of the map that are wrong according to the person, with what it must be. */
  betwist: antwoorden,
  /** The day on which the work begins, YYYY-MM-DD: for the last days of meldingen. */
  begindatum: z._default(z.nullable(datum), null),
});
export type CheckInvoer = z.infer<typeof checkInvoer>;

export const leesWerkzaamheden = endpoint({
  method: 'GET',
  path: '/werkzaamheden',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'De werkzaamheden die te controleren zijn, of die bij een zoekterm passen',
  input: z.object({
    zoekterm: z._default(z.string().check(z.trim(), z.maxLength(100, 'Gebruik ten hoogste 100 tekens')), ''),
  }),
  output: z.object({
    werkzaamheden: z.array(
      z.extend(werkzaamheid, {
        /** The name that was recognised; null: there was no zoekterm, or nothing was found and this is the whole list. */
        gevondenOp: z.nullable(z.string()),
        gelijkenis: z.nullable(z.enum(['exact', 'begin', 'lijkt'])),
      }),
    ),
    /** When nothing was found: what to try. */
    uitleg: z.nullable(z.string()),
  }),
});
export type Werkzaamheden = z.infer<typeof leesWerkzaamheden.output>;

/** A question to the person, one per screen. */
export const vraag = z.object({
  /** Key of the onderdeel, or null: asked once for the place. */
  onderdeel: z.nullable(z.string()),
  /** Key of the answer. */
  sleutel: z.string(),
  vraag: z.string(),
  /** Why we ask, and how to find it. */
  hulp: z.nullable(z.string()),
  /** A drawing in the client with this name that helps to understand the question. */
  beeld: z.nullable(z.string()),
  soort: z.enum(['ja-nee', 'getal', 'keuze', 'keuzes', 'tekst', 'datum']),
  opties: z.array(z.object({ waarde: z.string(), tekst: z.string(), uitleg: z.nullable(z.string()) })),
  eenheid: z.nullable(eenheid),
  minimum: z.nullable(z.number()),
  maximum: z.nullable(z.number()),
  /** "Weet ik niet" is an answer too. */
  magOnbekend: z.boolean(),
});
export type Vraag = z.infer<typeof vraag>;

const feitBron = feit.shape.bron;

/** What the map found at a place, for facts that are told by it. A part that is null gave no answer. */
export const kaartkennis = z.object({
  /** Per thema the klassen that lie over the place, those that only touch its border, and whether all of it was looked into. */
  themas: z.nullable(
    z.record(
      z.string(),
      z.object({ klassen: z.array(z.string()), rand: z.array(z.string()), bekeken: z.boolean(), bron: feitBron }),
    ),
  ),
  /** Locaties and gebiedsaanwijzingen by name. `zeker` false: the border was not delivered, so it may lie here. */
  gebieden: z.nullable(z.array(z.object({ naam: z.string(), bestuurslaag, zeker: z.boolean() }))),
  /** The bestuurslagen that have rules here. */
  lagen: z.nullable(z.partialRecord(bestuurslaag, feitBron)),
});
export type Kaartkennis = z.infer<typeof kaartkennis>;

/** What is known of a place, as it goes into an oordeel and is stored with it. */
export const plaatskennis = z.object({
  plaats: oordeel.shape.plaats,
  gemeenteNaam: z.nullable(z.string()),
  feiten: z.array(feit),
  /** Norms of the omgevingsplan by key: null where one may hold that was not delivered. Null: no rules known here. */
  normen: z.nullable(z.record(z.string(), z.nullable(z.number()))),
  kaart: kaartkennis,
  regelVersies: z.record(z.string(), z.string()),
  bevoegdGezag: z.string(),
  waterschap: z.string(),
});
export type Plaatskennis = z.infer<typeof plaatskennis>;

/** The oordeel on what is known now, and what is still to be asked. */
export const checkAntwoord = z.object({
  oordeel,
  /** Questions that can still change an outcome, the next one first. Never one that was answered. */
  volgendeVragen: z.array(vraag),
  /** Every question that was answered and still counts, in the order in which they are asked: to go back to. */
  beantwoord: z.array(z.extend(vraag, { antwoord: waarde })),
  voortgang: z.object({ beantwoord: z.number(), tegaan: z.number() }),
  /** Per fact of the map the question with which a person says what it must be instead. */
  betwistbaar: z.array(vraag),
});
export type CheckAntwoord = z.infer<typeof checkAntwoord>;

export const beoordeelCheck = endpoint({
  method: 'POST',
  path: '/vergunningcheck/_beoordeel',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'Beoordeel werkzaamheden op een plaats: wat er geldt, waarom, en wat er nog te vragen is; bewaart niets',
  input: checkInvoer,
  output: checkAntwoord,
});

export const leesPlaatskennis = endpoint({
  method: 'POST',
  path: '/vergunningcheck/_situatie',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'Wat de kaart van een plaats weet, om mee te tekenen en te beoordelen',
  input: z.object(rdPuntVelden),
  output: z.object({
    kennis: plaatskennis,
    /** What stands there, for the geometric rules; rings in RD metres. Null: the map gave no answer. */
    situatie: z.nullable(z.custom<Situatie>((value) => typeof value === 'object' && value !== null)),
  }),
});

const oordeelId = { id: z.uuid('Dit is geen nummer van een oordeel') };

/**
 * An oordeel that is kept. Who has its id can see it, and nothing in it names a person: of `invoer` only the answers to
 * its questions are kept, and no free text on which nothing hangs.
 */
export const bewaardOordeel = z.object({
  id: z.string(),
  /** SHA-256 of the canonical JSON (RFC 8785) of `oordeel` with `id` null. */
  hash: z.string(),
  /** False: what is kept is no longer what was made. */
  hashKlopt: z.boolean(),
  gemaaktOp: z.string(),
  /** YYYY-MM-DD: the last day on which it can be asked for. */
  bewaardTot: z.string(),
  invoer: checkInvoer,
  oordeel,
  json: z.string(),
  pdf: z.string(),
});
export type BewaardOordeel = z.infer<typeof bewaardOordeel>;

export const maakOordeel = endpoint({
  method: 'POST',
  path: '/oordelen',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'Beoordeel werkzaamheden en bewaar het oordeel, zodat het later opnieuw te zien en te herhalen is',
  input: checkInvoer,
  output: bewaardOordeel,
});

export const leesOordeel = endpoint({
  method: 'GET',
  path: '/oordelen/:id',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'Een bewaard oordeel, precies zoals het is gegeven',
  input: z.object(oordeelId),
  output: bewaardOordeel,
});

export const herhaalOordeel = endpoint({
  method: 'POST',
  path: '/oordelen/:id/_herhaal',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'Bereken een bewaard oordeel opnieuw, met de feiten en de regels van toen',
  input: z.object(oordeelId),
  output: z.object({
    /** The same came out, byte for byte. */
    gelijk: z.boolean(),
    hash: z.string(),
    oordeel,
  }),
});

/** A question to the gemeente that needs no more than to be sent. */
export const gemeenteVraag = z.object({
  aan: z.string(),
  onderwerp: z.string(),
  /** Plain text. */
  tekst: z.string(),
  /** What the question is about: keys of the facts that are missing. */
  ontbreekt: z.array(z.string()),
  kaart: z.object({
    punt: rdPunt,
    /** What was drawn, RD metres. */
    ringen: z.array(z.array(hoekpunt)),
  }),
  bijlagen: z.array(z.object({ naam: z.string(), adres: z.string() })),
});
export type GemeenteVraag = z.infer<typeof gemeenteVraag>;

export const maakGemeenteVraag = endpoint({
  method: 'POST',
  path: '/oordelen/:id/_vraag-gemeente',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary: 'De vraag aan de gemeente over wat in een oordeel nog niet bekend is, met alle antwoorden en de kaart',
  input: z.object({
    ...oordeelId,
    /** What the person adds: it is put in the text and not kept. */
    toelichting: z._default(z.string().check(z.maxLength(2_000, 'Gebruik ten hoogste 2000 tekens')), ''),
  }),
  output: gemeenteVraag,
});
