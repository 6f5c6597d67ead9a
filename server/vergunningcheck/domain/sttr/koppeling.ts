import * as z from 'zod/mini';
import { gebiedenVraag, themaVraag } from '../kaartvraag.ts';
import { eenheid, indieningsvereiste, uitkomst, volgendeStap, vraagSleutel, werkzaamheid } from '../oordeel.ts';

/**
 * What stands beside a file of toepasbare regels: how its words become an oordeel. The file itself says what decides;
 * this says what a conclusie means, which facts the map can give, and what a person does next.
 */

const antwoord = z.union([z.boolean(), z.string()]);
const tekst = z.string().check(z.minLength(1));
const datum = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'geef jaar, maand en dag, zoals 2026-01-31'));

/** Where the map answers a question; the same forms as in data/vergunningcheck/kaartfeiten.json. */
const kaart = z.union([
  /** A fact that the check knows already: what each of its values answers. */
  z.strictObject({ feit: tekst, antwoorden: z.array(z.tuple([antwoord, antwoord])) }),
  gebiedenVraag,
  themaVraag,
]);
export type KoppelingKaart = z.infer<typeof kaart>;

const vraag = z.strictObject({
  /** The fact in two or three words. */
  naam: tekst,
  /** The fact as a sentence: for yes and no, or with {waarde}. */
  zin: z.union([z.strictObject({ ja: tekst, nee: tekst }), tekst]),
  eenheid: z._default(z.nullable(eenheid), null),
  minimum: z._default(z.nullable(z.number()), null),
  maximum: z._default(z.nullable(z.number()), null),
  /** It is a fact of the place, asked once for everything that is done there. */
  vanPlaats: z._default(z.boolean(), false),
  kaart: z._default(z.nullable(kaart), null),
});

const conclusie = z.strictObject({
  uitkomst,
  /** What it means, for the case that the rule that decided has no toelichting of its own. */
  uitleg: tekst,
  volgendeStap,
});

const deel = z.strictObject({
  /** Name of the decision in the file. */
  beslissing: tekst,
  vraag: vraagSleutel,
  naam: tekst,
  /** Where the rules stand, for a rule without an annotation of its own. */
  artikel: tekst,
  /** Null: burgemeester en wethouders. */
  bevoegdGezag: z._default(z.nullable(tekst), null),
  /** By the value of the decision. */
  conclusies: z.record(z.string(), conclusie),
  /** What of this was not checked against the text of the law; null: all of it was. */
  voorbehoud: z._default(z.nullable(tekst), null),
  /** How many weeks before the start a melding or information must be in; null: no term. */
  wekenVooraf: z._default(z.nullable(z.number()), null),
});
export type KoppelingDeel = z.infer<typeof deel>;

export const koppeling = z.strictObject({
  werkzaamheid: z.omit(werkzaamheid, { motor: true, vragen: true }),
  versie: tekst,
  geldigVanaf: datum,
  /** First day on which it no longer holds; null: no end is known. */
  geldigTot: z._default(z.nullable(datum), null),
  /** By the id of the uitvoeringsregel. */
  vragen: z.record(z.string(), vraag),
  delen: z.array(deel).check(z.minLength(1)),
  /** What to hand in, by the values of the decision about indieningsvereisten. */
  vereisten: z._default(z.record(z.string(), z.omit(indieningsvereiste, { id: true })), {}),
});
export type Koppeling = z.infer<typeof koppeling>;
