import { randomBytes } from 'node:crypto';

/** Where this action stands in a chain of actions, over organisations: W3C Trace Context. */
export interface Trace {
  /** 16 bytes. */
  traceId: Buffer;
  /** 8 bytes, of this action. */
  spanId: Buffer;
  /** 8 bytes, of the action that asked for this one; null: it begins here. */
  parentSpanId: Buffer | null;
}

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/;

/** Continues the trace of the header `traceparent`, or begins one when there is none or it cannot be read. */
export function traceFrom(header: string | undefined): Trace {
  const [, trace, parent] = traceparent.exec(header ?? '') ?? [];
  const spanId = randomBytes(8);
  if (!trace || !parent || /^0+$/.test(trace) || /^0+$/.test(parent)) {
    return { traceId: randomBytes(16), spanId, parentSpanId: null };
  }
  return { traceId: Buffer.from(trace, 'hex'), spanId, parentSpanId: Buffer.from(parent, 'hex') };
}
