/** What one slice of load brought. */
export interface Timings {
  /** Milliseconds per answer. */
  ms: number[];
  perSecond: number;
  /** Of the answers together, as they came over the line. */
  bytes: number;
  faults: number;
  /** The first thing that went wrong. */
  fault: string | null;
}

/** Collects answers for a bounded time; what comes later does not count. */
export class Timing {
  readonly #start = performance.now();
  readonly #until: number;
  readonly #seconds: number;
  readonly #ms: number[] = [];
  #bytes = 0;
  #faults = 0;
  #fault: string | null = null;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#until = this.#start + seconds * 1000;
  }

  get over(): boolean {
    return performance.now() >= this.#until;
  }

  add(ms: number, bytes: number): void {
    if (this.over && this.#ms.length > 0) return;
    this.#ms.push(ms);
    this.#bytes += bytes;
  }

  addFault(text: string): void {
    this.#faults += 1;
    this.#fault ??= text;
  }

  result(): Timings {
    const seconds = Math.max(this.#seconds, this.#ms.length === 1 ? (this.#ms[0] as number) / 1000 : 0);
    return {
      ms: this.#ms,
      perSecond: this.#ms.length / seconds,
      bytes: this.#bytes,
      faults: this.#faults,
      fault: this.#fault,
    };
  }
}

/** Several slices as one. */
export function join(slices: readonly Timings[]): Timings {
  const seconds = slices.reduce((sum, { ms, perSecond }) => sum + (perSecond > 0 ? ms.length / perSecond : 0), 0);
  const ms = slices.flatMap((slice) => slice.ms);
  return {
    ms,
    perSecond: seconds > 0 ? ms.length / seconds : 0,
    bytes: slices.reduce((sum, { bytes }) => sum + bytes, 0),
    faults: slices.reduce((sum, { faults }) => sum + faults, 0),
    fault: slices.find(({ fault }) => fault)?.fault ?? null,
  };
}

/** The value that a share of the values stays below or meets; NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
