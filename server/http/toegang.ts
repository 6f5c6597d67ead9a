import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { Bereik, Kader, Persoon } from '../toegang/domain.ts';
import type { Handeling } from '../verantwoording/domain.ts';
import type { Eis, Endpoint } from './endpoint.ts';
import type { Problem } from './problem.ts';

/** What a handler says about its use of data, for the log. No content. */
export interface Verantwoording {
  /** Pseudonyms of whose personal data it is. Empty: nobody's, such as totals. */
  betrokkenen: readonly string[];
  /** The thing that is read or written: { soort: 'zaak', id }. */
  object?: { soort: string; id: string };
  /** As usual `raadplegen` for reading and `wijzigen` for writing. */
  handeling?: Handeling;
}

/** The session in which somebody acts. */
export interface Sessie {
  wie: Persoon;
  /** The login service that vouched for who it is. */
  dienst: string;
  /** SHA-256 of its id. */
  hash: Buffer;
  /** Seconds until it ends when nothing is done, and whatever is done. */
  verlooptOverS: number;
  uiterlijkOverS: number;
}

/** What a handler gets of who calls it. */
export interface Toegang<W extends Persoon | null = Persoon> {
  wie: W;
  /** Null: without login. */
  sessie: Sessie | null;
  /**
   * How far the right reaches, so what the query must select: all (`R`), totals (`A`), what belongs to `wie.eigenaar`
   * (`O`), what the task asks for within `wie.bevoegdGezag` (`T`). Null: only to give something.
   */
  bereik: Bereik | null;
  kader: Kader;
  /**
   * Writes what was done to the log. Give it the transaction of the act, so that one does not stand without the other.
   *
   * Who reads or writes as a task (`T`) must be accounted for by the handler: it alone knows whose data it is. For the
   * other reaches a handler that says nothing is logged as it stands, with the person himself as who it is about (`O`).
   */
  verantwoord(db: Knex, verantwoording: Verantwoording): Promise<void>;
  /**
   * The answer for a thing that exists but is not of this person: not found, exactly as if it did not exist. It is
   * logged. Throw what comes back.
   */
  nietVanU(object: { soort: string; id: string }, detail: string): Promise<Problem>;
}

/** What a handler gets, by what its endpoint asks. */
export type ToegangVan<R extends Eis> = R extends 'iedereen'
  ? null
  : R extends { anoniem: true }
    ? Toegang<Persoon | null>
    : Toegang;

/** A request that was let in, and how it ended. */
export interface Doorgang {
  toegang: Toegang<Persoon | null> | null;
  /** The answer can go: what must be logged is logged. */
  slaag(): Promise<void>;
  /** The handler threw. */
  faal(error: unknown): Promise<void>;
}

/** Lets requests in. */
export interface Poort {
  /**
   * @throws Problem 401 when a login is needed; 403 when the role has no right, the level of assurance is too low, or the
   * request was not made by our own pages
   */
  open(request: Request, response: Response, operation: Endpoint): Promise<Doorgang>;
}

/** Everybody: nobody is looked at and nothing is logged. */
export const vrijeDoorgang: Doorgang = { toegang: null, slaag: async () => {}, faal: async () => {} };
