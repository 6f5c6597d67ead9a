import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import type { Diensten } from '../diensten.ts';

/** What the work of an opdracht may use. */
export interface OpdrachtContext {
  db: Knex;
  log: Logger;
  /** Today in the Netherlands, YYYY-MM-DD. */
  vandaag: () => string;
  diensten: Diensten;
  /** Where people reach the loket, without a path: for addresses in mail. */
  publicUrl: string;
}

/**
 * A kind of work that is done later and outlives a crash: a mail, a delivery to another system. One file in its subject
 * and one line in ./register.ts.
 *
 * It is done at least once: a server that dies half way leaves it to be done again. So `doe` must bear being repeated,
 * for example by sending a kenmerk along.
 */
export interface Opdracht<D extends z.ZodMiniType = z.ZodMiniType> {
  /** Kebab-case, and never changed: work of before an upgrade still carries it. */
  soort: string;
  /** What is kept of it. Refer to what is stored; personal data does not belong in a queue. */
  data: D;
  /** How often it is tried again before somebody has to look at it. */
  herhalingen: number;
  /** The first wait in seconds; each next one is twice as long. */
  wachtS: number;
  /** Seconds after which it is taken for dead and given to another. */
  termijnS: number;
  /** Repeats by itself, as a cron expression in Dutch time. */
  elke?: string;
  /** @throws OpdrachtFout when it failed for a reason that may be read; any other error shows as a fault */
  doe(data: z.output<D>, context: OpdrachtContext): Promise<void>;
}

/** Tries for about a day: 10 s, 20 s, 40 s, ... 6 hours. */
export const gewoonGeduld = { herhalingen: 12, wachtS: 10, termijnS: 60 } as const;

export function opdracht<D extends z.ZodMiniType>(definition: Opdracht<D>): Opdracht<D> {
  return definition;
}

/** Why an opdracht failed, in words that hold nothing personal: the beheerder reads them. */
export class OpdrachtFout extends Error {
  override readonly name = 'OpdrachtFout';
}
