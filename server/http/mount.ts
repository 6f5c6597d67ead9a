import type { Response, Router } from 'express';
import type * as z from 'zod/mini';
import { apiBase, type Endpoint } from './endpoint.ts';
import { type Fault, invalidInput, Problem } from './problem.ts';

/** JSON that PostgreSQL made: sent as it is, and parsed only where output is validated. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export interface MountOptions {
  /** Check each answer against its contract: in tests and development. */
  validateOutput: boolean;
}

/**
 * Registers an operation: validates the input, calls the handler, and sends (and checks) its answer.
 *
 * The handler may stop its work when `signal` fires: then nobody waits for the answer any more.
 */
export function mount<I extends z.ZodMiniType, O extends z.ZodMiniType>(
  router: Router,
  operation: Endpoint<I, O>,
  { validateOutput }: MountOptions,
  handle: (input: z.infer<I>, signal: AbortSignal) => Promise<z.infer<O> | JsonText>,
): void {
  const method = operation.method === 'GET' ? 'get' : 'post';
  router[method](`${apiBase}${operation.path}`, async (request, response) => {
    const given: unknown =
      operation.method === 'GET'
        ? { ...withoutEmpty(request.query), ...request.params }
        : { ...asObject(request.body), ...request.params };
    const input = operation.input.safeParse(given);
    if (!input.success) throw invalidInput(input.error.issues.map(asFault));
    const answer = await handle(input.data, goneSignal(response));
    if (validateOutput) {
      operation.output.parse(answer instanceof JsonText ? JSON.parse(answer.text) : answer);
    }
    response
      .type('application/json')
      .set('API-Version', '1.0.0')
      .set('Cache-Control', 'no-store')
      .send(answer instanceof JsonText ? answer.text : JSON.stringify(answer));
  });
}

/** Fires when the asker goes away before the answer was sent. */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** An empty query parameter is one that was not given: it must not read as the number zero. */
function withoutEmpty(query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

function asObject(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new Problem({
    status: 415,
    type: 'geen-json-object',
    title: 'Stuur een JSON-object',
    detail: 'Stuur een JSON-object met Content-Type: application/json.',
  });
}

function asFault(issue: z.core.$ZodIssue): Fault {
  return { veld: issue.path.join('.'), melding: issue.message };
}
