import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { datum, gebied, geometrie } from '../geo/contract.ts';
import { rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

export const besluitSoort = z.enum([
  'aanvraag',
  'verlengd',
  'verleend',
  'geweigerd',
  'buiten-behandeling',
  'ingetrokken',
  'vergunningvrij',
  'ontwerp',
  'definitief',
  'melding',
  'intrekking',
  'wijziging',
  'plan-voornemen',
  'plan-ontwerp',
  'plan-vastgesteld',
  'handhaving',
  'verkeersbesluit',
  'apv-vergunning',
  'alcohol',
  'overig',
]);
export type BesluitSoort = z.infer<typeof besluitSoort>;

export const besluitOnderwerp = z.enum([
  'bouwen',
  'kap',
  'sloop',
  'milieu',
  'inrit',
  'evenement',
  'gebruik',
  'monument',
  'natuur',
  'water',
  'verkeer',
  'horeca',
  'plan',
  'overig',
]);

/** What a person can still do against it, and until when. */
export const reactie = z.object({
  /** `onbekend`: which of them is not known, so never read it as `geen`. */
  soort: z.enum(['bezwaar', 'beroep', 'zienswijze', 'geen', 'onbekend']),
  /** `onbekend`: the day from which the term runs is not known. `nog-niet`: a later notice or a later day opens it. */
  stand: z.enum(['loopt', 'voorbij', 'onbekend', 'nog-niet', 'geen']),
  totEnMet: z.nullable(z.string()),
  dagen: z.nullable(z.number()),
  artikel: z.nullable(z.string()),
  uitleg: z.string(),
});
export type Reactie = z.infer<typeof reactie>;

export const besluit = z.object({
  identificatie: z.string(),
  soort: besluitSoort,
  onderwerp: besluitOnderwerp,
  titel: z.string(),
  zaaknummer: z.nullable(z.string()),
  bevoegdGezag: z.string(),
  /** Not taken yet: an aanvraag, an ontwerp, a plan that is being made. */
  voornemen: z.boolean(),
  gepubliceerd: z.string(),
  url: z.nullable(z.string()),
  /** Kenmerk of the zaak, when there is a page for everybody about the plan. */
  initiatief: z.optional(z.nullable(z.string())),
  /** Shortest distance in metres from the perceel (or point) to the besluit; 0: here. */
  afstandM: z.number(),
  plaatsSoort: z.string(),
  punt: rdPunt,
  geometrie,
  reactie,
  bronId: z.string(),
});
export type Besluit = z.infer<typeof besluit>;

export const besluiten = z.object({
  gebied,
  straalM: z.number(),
  /** `geen-gegevens`: no bron with besluiten covers this place, so an empty list means nothing. */
  stand: z.enum(['bekend', 'geen-gegevens']),
  /** How many match; more than the list holds means: choose a smaller radius or period. */
  totaal: z.number(),
  besluiten: z.array(besluit),
  bronnen: z.array(bron),
});
export type Besluiten = z.infer<typeof besluiten>;

const lijst = <T extends z.ZodMiniType>(item: T) =>
  z.optional(
    z.pipe(
      z.transform((value: unknown) => (typeof value === 'string' ? value.split(',') : value)),
      z.array(item),
    ),
  );

/** As many besluiten as one answer gives at most. */
export const besluitenMaximum = 500;

export const leesBesluiten = endpoint({
  method: 'GET',
  path: '/besluiten',
  role: 'iedereen',
  tag: 'Besluiten',
  summary: 'Besluiten op een plaats en daaromheen, nieuwste eerst',
  input: z.object({
    ...rdPuntVelden,
    straal: z._default(
      z.coerce
        .number('De straal is geen getal')
        .check(z.gte(0), z.lte(5_000, 'Kies een straal van ten hoogste 5.000 meter')),
      500,
    ),
    soort: lijst(besluitSoort),
    onderwerp: lijst(besluitOnderwerp),
    van: z.optional(datum),
    tot: z.optional(datum),
    maximum: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(besluitenMaximum)), 100),
  }),
  output: besluiten,
});
