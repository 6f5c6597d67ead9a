import * as z from 'zod/mini';

/** A computed result: the keys of `verwacht` for its kind. A value that is not defined is null. */
export type Uitkomst = Readonly<Record<string, unknown>>;

/** A case that was read and checked, of any kind. */
export interface Geval {
  readonly id: string;
  readonly verwacht: Uitkomst | null;
  /** From the input alone. Throws when the case cannot be computed, such as for a day that does not exist. */
  readonly compute: () => Uitkomst;
}

/** One kind of case file: reads the parsed JSON of a whole file. Throws a ZodError when it does not fit the format. */
export type Kind = (bestand: unknown) => readonly Geval[];

/** The fields that a case of every kind has. */
export const gevalVelden = {
  id: z.string().check(z.minLength(1)),
  toelichting: z.optional(z.string()),
};
