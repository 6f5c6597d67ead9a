import type { Eenheid, Uitkomst, VraagSleutel, Werkzaamheid } from './oordeel.ts';

/**
 * The form in which an activiteit says its rules: plain data, so that a version of it can be stored and run again.
 *
 * A toets says what must be so ("niet hoger dan 5 m"), so that `voldoet` is always the good news; a tak that takes
 * freedom away holds when a toets does `niet`.
 */
export type Voorwaarde =
  | { soort: 'alle' | 'een'; van: readonly Voorwaarde[] }
  | { soort: 'niet'; van: Voorwaarde }
  | Toetsregel;

export type Toetsregel = GrensToets | LijstToets;

/** A number to compare with: fixed, or `maal` times another fact plus `plus`. */
export type Grenswaarde = number | { feit: string; maal: number; plus: number };

/** A measured fact against a limit. */
export interface GrensToets {
  soort: 'grens';
  id: string;
  /** What must be so: "De dakkapel is niet hoger dan 1,75 m". */
  omschrijving: string;
  feit: string;
  vergelijking: '<=' | '<' | '>' | '>=';
  waarde: Grenswaarde;
  eenheid: Eenheid;
  artikel: string;
  /** How to meet it, with {n} for how much: "Maak de dakkapel {n} lager". Null: nobody can change this quantity. */
  wijzig: string | null;
}

/** A fact that must have one of some values. */
export interface LijstToets {
  soort: 'lijst';
  id: string;
  omschrijving: string;
  feit: string;
  waarden: readonly (string | boolean)[];
  artikel: string;
  /** It tells cases apart and is no demand: where it does not hold, its tak is about something else. */
  keuze: boolean;
}

/** The outcome of a question, where it stands and what it means. */
export interface Slot {
  uitkomst: Uitkomst;
  artikel: string;
  uitleg: string;
}

/** Holds when `als` holds. */
export interface Tak extends Slot {
  als: Voorwaarde;
}

/** Answers one of the questions T, R, O, M, N: the first tak that holds decides, or else `anders`. */
export interface Deelregel {
  vraag: VraagSleutel;
  takken: readonly Tak[];
  anders: Slot;
  bevoegdGezag: 'gemeente' | 'waterschap';
}

/** A fact of an activiteit, as it is asked and as it is told. */
export interface FeitDefinitie {
  sleutel: string;
  naam: string;
  /** Who knows it: the map, the drawing, or the person. */
  van: 'kaart' | 'tekening' | 'persoon';
  /** It is the same for every onderdeel at this place: asked once. */
  vanPlaats: boolean;
  vraag: string;
  hulp: string | null;
  beeld: string | null;
  soort: 'ja-nee' | 'getal' | 'keuze' | 'keuzes' | 'tekst' | 'datum';
  opties: readonly { waarde: string; tekst: string; uitleg: string | null; zin: string }[];
  eenheid: Eenheid | null;
  minimum: number | null;
  maximum: number | null;
  /** The fact as a sentence; {waarde} is the number with its unit. */
  zin: { ja: string; nee: string } | string | null;
}

/** A kind of work that a person can do, with all its rules. */
export interface Activiteit {
  id: string;
  naam: string;
  uitleg: string;
  groep: string;
  soort: Werkzaamheid['soort'];
  zoekwoorden: readonly string[];
  /** In the order in which they are asked. */
  feiten: readonly FeitDefinitie[];
  delen: readonly Deelregel[];
  /** Measures that must agree with each other, or else an answer is wrong. */
  samenhang: readonly GrensToets[];
  /** Norms of the omgevingsplan that bind where the outcome is VRIJ_PLANTOETS. */
  plantoets: readonly GrensToets[];
  /** Judged by the geometry of what is drawn, for R and T; `vast` are answers that go without saying. Null: it is not. */
  meetkunde: { vast: Readonly<Record<string, string | boolean | number>> } | null;
  /** What a person must know that decides nothing. */
  letOp: readonly { tekst: string; artikel: string }[];
}

/** Every one holds; with none it holds. */
export const alle = (...van: Voorwaarde[]): Voorwaarde => ({ soort: 'alle', van });
/** At least one holds. */
export const een = (...van: Voorwaarde[]): Voorwaarde => ({ soort: 'een', van });
export const niet = (van: Voorwaarde): Voorwaarde => ({ soort: 'niet', van });

/** Every test in a condition, from first to last. */
export function toetsenVan(voorwaarde: Voorwaarde): Toetsregel[] {
  switch (voorwaarde.soort) {
    case 'alle':
    case 'een':
      return voorwaarde.van.flatMap(toetsenVan);
    case 'niet':
      return toetsenVan(voorwaarde.van);
    default:
      return [voorwaarde];
  }
}

/** The facts that a test looks at. */
export const feitenVan = (toets: Toetsregel): string[] =>
  toets.soort === 'grens' && typeof toets.waarde === 'object' ? [toets.feit, toets.waarde.feit] : [toets.feit];
