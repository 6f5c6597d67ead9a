import * as z from 'zod/mini';
import { rdPunt } from '../../geo/rd.ts';

/**
 * What becomes of an activiteit.
 *
 * `VRIJ_PLANTOETS`: no permit for building, while the rules of the omgevingsplan still bind. `ONBEKEND`: a deciding fact
 * is missing; the oordeel names it.
 */
export const uitkomst = z.enum([
  'VERBOD',
  'VERGUNNING',
  'MELDING',
  'INFORMATIEPLICHT',
  'ONBEKEND',
  'VRIJ_PLANTOETS',
  'VRIJ',
]);
export type Uitkomst = z.infer<typeof uitkomst>;

/** From strict to free: the order in which outcomes are shown. */
export const opVolgorde: readonly Uitkomst[] = uitkomst.options;

/** The strictest of some outcomes; of none: `ONBEKEND`, because nothing was judged. */
export const strengste = (uitkomsten: readonly Uitkomst[]): Uitkomst =>
  opVolgorde.find((kandidaat) => uitkomsten.includes(kandidaat)) ?? 'ONBEKEND';

/** Whether `een` leaves a person freer than `ander`. Not knowing is not freer than anything but what forbids or binds. */
export const isVrijer = (een: Uitkomst, ander: Uitkomst): boolean =>
  opVolgorde.indexOf(een) > opVolgorde.indexOf(ander);

/**
 * The questions that are answered apart: `T` technische bouwactiviteit, `R` bouwwerk in de omgevingsplanactiviteit, `O`
 * other permits of gemeente or verordening, `M` milieu and water, `N` other meldingen.
 */
export const vraagSleutel = z.enum(['T', 'R', 'O', 'M', 'N']);
export type VraagSleutel = z.infer<typeof vraagSleutel>;

export const waarde = z.nullable(z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]));
export type Waarde = z.infer<typeof waarde>;

export const eenheid = z.enum(['m', 'm2', 'm3', 'cm', 'graden', 'stuks', 'jaar', 'dB', 'procent', 'euro']);
export type Eenheid = z.infer<typeof eenheid>;

/** A werkzaamheid to choose, in the words of a person. */
export const werkzaamheid = z.object({
  id: z.string(),
  naam: z.string(),
  /** One sentence: what belongs to it. */
  uitleg: z.string(),
  groep: z.string(),
  /** `bouwwerk`: draw it, or type its measures. The others: only questions. */
  soort: z.enum(['bouwwerk', 'dak', 'gevel', 'terrein', 'gebruik']),
  /** What answers: rules of the house, with geometry, or a file with toepasbare regels. */
  motor: z.enum(['activiteit', 'toepasbare-regels']),
  /** Everyday words that find it. */
  zoekwoorden: z.array(z.string()),
  /** Which questions it answers at most. */
  vragen: z.array(vraagSleutel),
});
export type Werkzaamheid = z.infer<typeof werkzaamheid>;

/**
 * A sourced value, or the reason why it is missing.
 *
 * `herkomst` `betwist`: the person says that the map is wrong; the value is then the person's statement and
 * `kaartwaarde` what the map said.
 */
export const feit = z.object({
  sleutel: z.string(),
  naam: z.string(),
  stand: z.enum(['bekend', 'onbekend']),
  waarde,
  /** One plain sentence: "Uw woning is geen monument." */
  tekst: z.string(),
  herkomst: z.enum(['kaart', 'antwoord', 'tekening', 'betwist']),
  reden: z.nullable(z.enum(['geen-gegevens', 'bron-faalt', 'niet-beantwoord', 'niet-te-berekenen', 'niet-vastgelegd'])),
  bron: z.nullable(z.object({ naam: z.string(), peildatum: z.nullable(z.string()) })),
  kaartwaarde: z.optional(waarde),
  /** The onderdeel that it is a fact of; null: of the place. */
  onderdeel: z.nullable(z.string()),
  /** A person may say that this fact is wrong: it came from the map. */
  betwistbaar: z.boolean(),
});
export type Feit = z.infer<typeof feit>;

/** One quantity, from what it is to what it must become. Numbers are already rounded to the step they are drawn in. */
export const wijziging = z.object({
  /** Key of the feit that changes. */
  feit: z.string(),
  /** "Maak de schuur 0,20 m lager." */
  tekst: z.string(),
  grootheid: z.string(),
  van: z.number(),
  naar: z.number(),
  eenheid,
  /** Of a drawing that moves: where it goes, in RD metres. */
  verschuiving: z.optional(z.tuple([z.number(), z.number()])),
});
export type Wijziging = z.infer<typeof wijziging>;

/** A set of changes that together make an answer freer. */
export const voorstel = z.object({
  vraag: vraagSleutel,
  van: uitkomst,
  naar: uitkomst,
  wijzigingen: z.array(wijziging),
  /** Facts that must still turn out well: their keys. Empty: the change is enough. */
  mits: z.array(z.string()),
});
export type Voorstel = z.infer<typeof voorstel>;

/** One test of one value against one limit. */
export const toets = z.object({
  id: z.string(),
  omschrijving: z.string(),
  uitslag: z.enum(['voldoet', 'voldoet-niet', 'onbekend']),
  waarde,
  grens: waarde,
  eenheid: z.nullable(eenheid),
  /** `in`: the value is one of `grens`. */
  vergelijking: z.nullable(z.enum(['<=', '<', '>', '>=', '=', 'in'])),
  artikel: z.string(),
  /** Of the ruleset that `artikel` belongs to, as in `regelVersies`. */
  regelVersie: z.string(),
  /** Keys of the feiten that it looked at. */
  feiten: z.array(z.string()),
  /** What the answer becomes when only this toets turns over; null: it stays. */
  gevolg: z.nullable(uitkomst),
  /** The smallest change that turns this limit over; null: it is no number, or it holds. */
  wijziging: z.nullable(wijziging),
});
export type Toets = z.infer<typeof toets>;

/** What to do next, and who does it. `doel`: where in the loket, or an address. */
export const volgendeStap = z.object({
  soort: z.enum(['niets', 'beantwoord', 'meet-na', 'indienen', 'melden', 'informeren', 'vraag-gemeente', 'pas-aan']),
  tekst: z.string(),
  wie: z.string(),
  doel: z.optional(z.string()),
});
export type VolgendeStap = z.infer<typeof volgendeStap>;

export const deelOordeel = z.object({
  vraag: vraagSleutel,
  /** What the question is about, in plain words: "Technische eisen aan het bouwen". */
  naam: z.string(),
  uitkomst,
  /** Where this answer stands. */
  artikel: z.string(),
  regelVersie: z.string(),
  toetsen: z.array(toets),
  /** With `VRIJ_PLANTOETS`: whether the plan fits in the norms of the omgevingsplan at this place. */
  plantoets: z.nullable(
    z.object({ uitslag: z.enum(['past', 'past-niet', 'onbekend']), toetsen: z.array(toets), uitleg: z.string() }),
  ),
  /** Keys of the facts that must be known before there is an answer. */
  ontbreekt: z.array(z.string()),
  uitleg: z.string(),
  bevoegdGezag: z.string(),
  volgendeStap,
});
export type DeelOordeel = z.infer<typeof deelOordeel>;

export const onderdeelOordeel = z.object({
  /** Key of the onderdeel in the question that was asked. */
  onderdeel: z.string(),
  werkzaamheid: z.string(),
  naam: z.string(),
  /** The strictest of the parts; the parts are always shown. */
  uitkomst,
  delen: z.array(deelOordeel),
  kleinsteWijzigingen: z.array(voorstel),
  /** Of a bouwwerk that was drawn, in m²; null: not to be computed, or nothing was drawn. */
  meting: z.nullable(
    z.object({
      oppervlakteM2: z.nullable(z.number()),
      achtererfgebiedM2: z.nullable(z.number()),
      bebouwingsgebiedM2: z.nullable(z.number()),
      maximumM2: z.nullable(z.number()),
      gebruiktM2: z.nullable(z.number()),
      /** Why one of them is null, with what to do. */
      nietTeBerekenen: z.optional(z.string()),
    }),
  ),
});
export type OnderdeelOordeel = z.infer<typeof onderdeelOordeel>;

export const actie = z.object({
  soort: volgendeStap.shape.soort,
  tekst: z.string(),
  wie: z.string(),
  /** Last day to do it, YYYY-MM-DD; null: no term. */
  uiterlijk: z.nullable(z.string()),
  artikel: z.nullable(z.string()),
  doel: z.optional(z.string()),
});
export type Actie = z.infer<typeof actie>;

export const procedure = z.object({
  soort: z.enum(['regulier', 'uitgebreid', 'melding', 'informatie']),
  naam: z.string(),
  /** "8 weken". */
  termijn: z.string(),
  /** When the aanvraag comes in on `vanaf`: the last day to decide; of a melding the first day to start. */
  vanaf: z.string(),
  laatsteDag: z.string(),
  artikel: z.string(),
  /** How the day was reached, and what may move it. */
  uitleg: z.string(),
});
export type Procedure = z.infer<typeof procedure>;

export const indieningsvereiste = z.object({
  id: z.string(),
  tekst: z.string(),
  artikel: z.string(),
  /** Why it is asked in this case, as what follows on "omdat": "de bodem hier verdacht is"; null: always. */
  omdat: z.nullable(z.string()),
  voor: z.array(vraagSleutel),
});
export type Indieningsvereiste = z.infer<typeof indieningsvereiste>;

export const leges = z.object({
  /** Euro; null: not to be estimated yet. */
  bedrag: z.nullable(z.number()),
  /** It is at least this amount, because the costs of building are not known. */
  vanaf: z.boolean(),
  regels: z.array(z.object({ omschrijving: z.string(), bedrag: z.nullable(z.number()) })),
  tariefversie: z.string(),
  uitleg: z.string(),
});
export type Leges = z.infer<typeof leges>;

/** Something that stands in the way of an answer, in plain words, with the way out. */
export const melding = z.object({
  code: z.string(),
  onderdeel: z.nullable(z.string()),
  tekst: z.string(),
  volgendeStap,
});
export type Melding = z.infer<typeof melding>;

/** The answer of the vergunningcheck: screen, PDF and JSON are three views of this one object. */
export const oordeel = z.object({
  /** Null: not stored. */
  id: z.nullable(z.string()),
  /** YYYY-MM-DD, the day for which is judged. */
  gemaaktOp: z.string(),
  plaats: z.object({
    punt: rdPunt,
    gemeenteCode: z.nullable(z.string()),
    kadastraleAanduiding: z.nullable(z.string()),
    adres: z.nullable(z.string()),
  }),
  onderdelen: z.array(onderdeelOordeel),
  /** The strictest of all; the parts are always shown. */
  uitkomst,
  feiten: z.array(feit),
  meldingen: z.array(melding),
  acties: z.array(actie),
  procedure: z.nullable(procedure),
  indieningsvereisten: z.array(indieningsvereiste),
  leges: z.nullable(leges),
  bevoegdGezag: z.array(z.object({ naam: z.string(), voor: z.array(vraagSleutel) })),
  /** Per ruleset the version that answered. */
  regelVersies: z.record(z.string(), z.string()),
  voorbehoud: z.string(),
});
export type Oordeel = z.infer<typeof oordeel>;
