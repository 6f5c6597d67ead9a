/** What crosses between the main thread and the worker that runs the embedded database. */
export type Question = { id: number } & (
  | { kind: 'query'; sql: string; values: unknown[]; blob?: Uint8Array }
  | { kind: 'exec'; sql: string }
  | { kind: 'close' }
);

export interface Answer {
  id: number;
  rows?: unknown[];
  rowCount?: number;
  /** Missing when PostGIS swallowed an exception: the statement failed although no error came. */
  command?: string | undefined;
  fields?: { name: string; dataTypeID: number }[];
  error?: Record<string, string | undefined>;
}
