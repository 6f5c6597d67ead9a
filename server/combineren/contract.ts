import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { datum, geometrie } from '../geo/contract.ts';
import { rdPunt } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

/** Beside the layer that is shown, at most this many others. */
export const voorwaardenMaximum = 2;
export const filtersMaximum = 5;
export const waardenMaximum = 50;
/** The largest distance in metres. */
export const meterMaximum = 5_000;
/** How many objects come along with an answer; the counts are of all of them. */
export const objectenMaximum = 1_000;
/** How many objects a download holds. */
export const downloadMaximum = 50_000;
/** How many different values of one field can be chosen from. */
export const keuzenMaximum = 200;

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'dit is geen naam van een laag'));
const dag = z._default(z.nullable(datum), null);

const filter = z.object({
  /** A field of the layer as open data. */
  veld: z.string().check(z.maxLength(60)),
  /** The object has one of these values, written as text. */
  waarden: z.array(z.string().check(z.maxLength(300))).check(z.minLength(1), z.maxLength(waardenMaximum)),
});
export type Filter = z.infer<typeof filter>;

const laagVraag = z.object({
  laag: id,
  filters: z._default(z.array(filter).check(z.maxLength(filtersMaximum)), []),
  /** First and last day, both included; null: without end. Of a rule: in force on one of these days. */
  van: dag,
  tot: dag,
});
export type LaagVraag = z.infer<typeof laagVraag>;

/**
 * `binnen`: the whole object lies in one object of the other layer (as ST_CoveredBy, to within a square decimetre).
 * `overlapt`: they have a place in common; two areas that only touch do not. `nabij`: at most `meter` apart.
 */
export const relatie = z.enum(['binnen', 'overlapt', 'nabij']);
export type Relatie = z.infer<typeof relatie>;

const voorwaarde = z.extend(laagVraag, {
  relatie,
  /** Asked with `nabij`. */
  meter: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(meterMaximum))), null),
  /** The opposite. */
  niet: z._default(z.boolean(), false),
});
export type Voorwaarde = z.infer<typeof voorwaarde>;

/** Which objects of one layer, and how they lie to objects of others: every voorwaarde holds. */
export const combinatie = z.object({
  toon: laagVraag,
  voorwaarden: z._default(z.array(voorwaarde).check(z.maxLength(voorwaardenMaximum)), []),
});
export type Combinatie = z.infer<typeof combinatie>;

export const veldType = z.enum(['string', 'strings', 'integer', 'number', 'boolean']);

const combineerLaag = z.object({
  id: z.string(),
  titel: z.string(),
  groep: z.string(),
  beschrijving: z.string(),
  /** Fields that can be filtered on. */
  velden: z.array(z.object({ naam: z.string(), titel: z.string(), type: veldType })),
  /** A period can be chosen. */
  heeftPeriode: z.boolean(),
});
export type CombineerLaag = z.infer<typeof combineerLaag>;

export const leesCombineerLagen = endpoint({
  method: 'GET',
  path: '/combinaties/lagen',
  role: 'iedereen',
  tag: 'Combinaties',
  summary: 'De lagen die te combineren zijn, met hun velden',
  input: z.object({}),
  output: z.object({ lagen: z.array(combineerLaag) }),
});

export const leesWaarden = endpoint({
  method: 'GET',
  path: '/combinaties/lagen/:laag/waarden',
  role: 'iedereen',
  tag: 'Combinaties',
  summary: 'De waarden van een veld van een laag, de meest voorkomende eerst',
  input: z.object({ laag: id, veld: z.string().check(z.maxLength(60)) }),
  output: z.object({
    waarden: z.array(z.object({ waarde: z.string(), aantal: z.number() })),
    /** There are more values than these. */
    meer: z.boolean(),
  }),
});
export type Waarden = z.infer<typeof leesWaarden.output>;

export const schatCombinatie = endpoint({
  method: 'POST',
  path: '/combinaties/_schat',
  role: 'iedereen',
  tag: 'Combinaties',
  summary: 'Hoeveel werk een combinatie is, en of wij haar uitrekenen',
  input: combinatie,
  output: z.object({
    /** Objects per layer after its filters, in the order of the question. */
    aantallen: z.array(z.number()),
    /** Why it is too much and what to make smaller; null: it can be done. */
    teGroot: z.nullable(z.string()),
  }),
});
export type Schatting = z.infer<typeof schatCombinatie.output>;

const telling = {
  /** Objects for which every voorwaarde holds. */
  aantal: z.number(),
  /** Objects of which we do not know it, because a layer has no data there. */
  onbekend: z.number(),
  /** Planar area of the objects themselves in m²; null: they have none. */
  oppervlakteM2: z.nullable(z.number()),
  /** Per voorwaarde the area of the objects that lies in the other layer, in m²; null: not about areas. */
  overlapM2: z.array(z.nullable(z.number())),
};
const gebiedTelling = z.object({
  ...telling,
  code: z.string(),
  naam: z.string(),
  /** The layer that is shown has no data in all or part of it: none found does not mean none there. */
  zonderGegevens: z.boolean(),
});
export type GebiedTelling = z.infer<typeof gebiedTelling>;

const combinatieObject = z.object({
  sleutel: z.string(),
  titel: z.string(),
  uitkomst: z.enum(['ja', 'onbekend']),
  /** A point in it, RD metres. */
  punt: rdPunt,
  geometrie,
  buurtCode: z.nullable(z.string()),
  oppervlakteM2: z.nullable(z.number()),
  overlapM2: z.array(z.nullable(z.number())),
  /** The fields of the layer as open data. */
  eigenschappen: z.record(z.string(), z.unknown()),
});
export type CombinatieObject = z.infer<typeof combinatieObject>;

const combinatieLaag = z.object({
  id: z.string(),
  titel: z.string(),
  bronnen: z.array(bron),
  /** What of this layer does not count along. */
  weggelaten: z.nullable(z.string()),
  /** Names of the buurten where this layer has no data, in all of it or in a part. */
  zonderGegevens: z.array(z.string()),
});
export type CombinatieLaag = z.infer<typeof combinatieLaag>;

export const voerCombinatieUit = endpoint({
  method: 'POST',
  path: '/combinaties/_voer-uit',
  role: 'iedereen',
  tag: 'Combinaties',
  summary: 'Welke objecten van een laag liggen in, over of bij objecten van andere lagen; telt ze per wijk en buurt',
  input: combinatie,
  output: z.object({
    totaal: z.object(telling),
    /** By title, those of which we do not know last; at most `objectenMaximum`. */
    objecten: z.array(combinatieObject),
    /** There are more objects than the list holds. */
    meer: z.boolean(),
    wijken: z.array(gebiedTelling),
    buurten: z.array(z.extend(gebiedTelling, { wijkCode: z.string() })),
    /** What lies outside every buurt. */
    buiten: z.object(telling),
    /** In the order of the question. */
    lagen: z.array(combinatieLaag),
  }),
});
export type Uitkomst = z.infer<typeof voerCombinatieUit.output>;

/** The address of the objects of a combinatie as a file, with the keys of {@link combinatieAdres} and `vorm`. */
export const downloadPad = '/combinaties/objecten';
export const downloadVormen = ['csv', 'geojson'] as const;
export type DownloadVorm = (typeof downloadVormen)[number];
