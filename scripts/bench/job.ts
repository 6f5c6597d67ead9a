import type { Knex } from 'knex';
import type { Engine } from '../../db/connect.ts';

/** One request to the loket. */
export interface Vraag {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  /** Of who has logged in. */
  headers?: Record<string, string>;
}

/** How quick something answered. */
export interface Speed {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Bytes of one answer, on average. */
  bytes: number;
  count: number;
  faults: number;
  fault: string | null;
}

/** A kind of request under load, beside the same statements sent raw and beside an empty handler. */
export interface UnderLoad {
  clients: number;
  product: Speed;
  /** Null: the product asks the database nothing for it. */
  raw: Speed | null;
  empty: Speed;
}

export interface Result {
  load?: UnderLoad[];
  /** What else was measured, with its unit in the name: "alle tegels, s". Aims are set on these. */
  figures: Record<string, number>;
}

/** What a job may use. */
export interface Bench {
  /** A quick look instead of a measurement. */
  short: boolean;
  engine: Engine & { kind: 'server' };
  db: Knex;
  /** The product in a process of its own, with its pages when `pages`; started when it is first asked for. */
  loket(pages?: boolean): Promise<string>;
  /** An empty Express handler in a process of its own. */
  empty(): Promise<string>;
  /** Says on standard error what is going on. */
  tell(text: string): void;
  /** Is told what to end when the bench ends. */
  atEnd(stop: () => Promise<unknown>): void;
}

/** One thing that is measured. */
export interface Job {
  name: string;
  /** In plain Dutch: what somebody waits for. */
  uitleg: string;
  run(bench: Bench): Promise<Result>;
}
