import type { Request, RequestHandler, Response, Router } from 'express';
import type * as z from 'zod/mini';
import { apiBase, type Eis, type Endpoint, inAdres } from './endpoint.ts';
import { meldingVan } from './meldingen.ts';
import { type Fault, invalidInput, Problem } from './problem.ts';
import { type Doorgang, type Poort, type ToegangVan, vrijeDoorgang } from './toegang.ts';

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
  /** Lets in who may; without it only what is for everybody can be mounted. */
  poort?: Poort;
}

/**
 * Registers an operation: lets in who may, validates the input, calls the handler, and sends (and checks) its answer.
 *
 * The handler may stop its work when `signal` fires: then nobody waits for the answer any more. `toegang` says who asks
 * and how far his right reaches; it is null for an operation for everybody. `exchange` is for who sets a cookie.
 */
export function mount<I extends z.ZodMiniType, O extends z.ZodMiniType, R extends Eis>(
  router: Router,
  operation: Endpoint<I, O, R>,
  options: MountOptions,
  handle: (
    input: z.infer<I>,
    signal: AbortSignal,
    toegang: ToegangVan<R>,
    exchange: { request: Request; response: Response },
  ) => Promise<z.infer<O> | JsonText>,
): void {
  register(router, operation, options, async (request, response, { toegang, slaag }) => {
    const input = readInput(operation, request);
    const answer = await handle(input, goneSignal(response), toegang as ToegangVan<R>, { request, response });
    if (options.validateOutput) {
      operation.output.parse(answer instanceof JsonText ? JSON.parse(answer.text) : answer);
    }
    await slaag();
    response.type('application/json').send(answer instanceof JsonText ? answer.text : JSON.stringify(answer));
  });
}

/** What a handler of a stream gets to read from and write to. */
export interface Stroom {
  request: Request;
  response: Response;
  signal: AbortSignal;
  /** Call it before the first byte of the answer goes out: what must be logged is logged. */
  slaag(): Promise<void>;
}

/**
 * Registers an operation whose body or answer is a stream of bytes (`inhoud`, `antwoord`): the handler reads and writes it.
 * Who may ask is guarded as with mount().
 */
export function mountStream<I extends z.ZodMiniType, O extends z.ZodMiniType, R extends Eis>(
  router: Router,
  operation: Endpoint<I, O, R>,
  options: MountOptions,
  handle: (input: z.infer<I>, stroom: Stroom, toegang: ToegangVan<R>) => Promise<void>,
): void {
  register(router, operation, options, async (request, response, { toegang, slaag }) => {
    const input = readInput(operation, request);
    await handle(input, { request, response, signal: goneSignal(response), slaag }, toegang as ToegangVan<R>);
    await slaag();
  });
}

function register(
  router: Router,
  operation: Endpoint,
  { poort }: MountOptions,
  answer: (request: Request, response: Response, doorgang: Doorgang) => Promise<void>,
): void {
  const openbaar = operation.role === 'iedereen';
  if (!openbaar && !poort)
    throw new Error(`${operation.method} ${operation.path} asks for a right, and there is no poort`);
  const handler: RequestHandler = async (request, response) => {
    response.set({ 'API-Version': '1.0.0', 'Cache-Control': 'no-store' });
    const doorgang = openbaar || !poort ? vrijeDoorgang : await poort.open(request, response, operation);
    try {
      await answer(request, response, doorgang);
    } catch (error) {
      await doorgang.faal(error);
      throw error;
    }
  };
  const method = operation.method.toLowerCase() as Lowercase<Endpoint['method']>;
  router[method](`${apiBase}${operation.path}`, handler);
}

function readInput<I extends z.ZodMiniType>(operation: Endpoint<I>, request: Request): z.infer<I> {
  const fields = inAdres(operation) ? withoutEmpty(request.query) : asObject(request.body);
  const input = operation.input.safeParse({ ...fields, ...request.params }, { error: meldingVan });
  if (!input.success) throw invalidInput(input.error.issues.map(asFault));
  return input.data;
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
