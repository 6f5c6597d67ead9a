import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, IRouter, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One input that is wrong: where, and what to do about it. */
export interface Fault {
  veld: string;
  melding: string;
}

interface ProblemInit {
  status: number;
  /** The kind of problem in kebab-case; becomes `type` as a URN. */
  type: string;
  title: string;
  detail: string;
  fouten?: Fault[];
  /** More for the program that asks, such as the level of assurance that is needed. */
  meer?: Record<string, unknown>;
}

/** An answer that is not what was asked for, as RFC 9457 problem details. Throw it from a request handler. */
export class Problem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor({ status, type, title, detail, fouten, meer }: ProblemInit) {
    super(detail);
    this.status = status;
    this.body = { ...meer, type: `urn:omgevingsloket:${type}`, title, status, detail, ...(fouten ? { fouten } : {}) };
  }
}

export const invalidInput = (fouten: Fault[]) =>
  new Problem({
    status: 400,
    type: 'ongeldige-invoer',
    title: 'De invoer klopt niet',
    detail: fouten.map(({ veld, melding }) => (veld ? `${veld}: ${melding}` : melding)).join('; '),
    fouten,
  });

export const notFound = (detail: string) =>
  new Problem({ status: 404, type: 'niet-gevonden', title: 'Niet gevonden', detail });

/** A source that this answer needs does not answer now; what is asked may exist. */
export const sourceDown = (bron: string) =>
  new Problem({
    status: 503,
    type: 'bron-niet-bereikbaar',
    title: 'Een bron geeft nu geen antwoord',
    detail: `De bron "${bron}" is nu niet bereikbaar. Wij weten dus niet wat hier geldt. Probeer het over een minuut opnieuw.`,
  });

/**
 * The last of all routes: what is asked for is not there, or not in this way.
 *
 * @param routers know in which ways it can be asked; of each only its own routes are looked at
 */
export const unknownPath =
  (...routers: readonly IRouter[]): RequestHandler =>
  (request, response) => {
    const path = `${request.baseUrl}${request.path}`;
    const methods = routers
      .flatMap(({ stack }) => stack)
      .flatMap((layer) => (layer.route && matches(layer, path) ? layer.route.stack : []))
      .map(({ method }) => method.toUpperCase());
    if (methods.length === 0) throw notFound(`Er is geen pagina of gegeven op ${path}.`);
    const allow = [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort().join(', ');
    response.set('Allow', allow);
    throw new Problem({
      status: 405,
      type: 'methode-kan-niet',
      title: 'Dit kan niet op deze manier',
      detail: `${request.method} kan niet op ${path}. Gebruik ${allow.replace(/, (?=\w+$)/, ' of ')}.`,
    });
  };

/** Express 5 has it, its types do not. */
const matches = (layer: object, path: string): boolean => (layer as { match(path: string): boolean }).match(path);

/** PostgreSQL and driver codes that mean: the database is away or too busy, not that the request was wrong. */
const unreachable = /^(08|57P|53|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN)/;

function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const { type, status, code, name, message } = error as Record<string, unknown>;
  if (type === 'entity.too.large') {
    return new Problem({ status: 413, type: 'te-groot', title: 'Te groot', detail: 'Het bericht is groter dan 1 MB.' });
  }
  if (type === 'entity.parse.failed') {
    return new Problem({
      status: 400,
      type: 'ongeldige-json',
      title: 'Geen geldige JSON',
      detail: 'Het bericht is geen geldige JSON.',
    });
  }
  if (code === '57014') {
    return new Problem({
      status: 503,
      type: 'duurt-te-lang',
      title: 'Deze vraag duurt te lang',
      detail:
        'De vraag is afgebroken omdat het antwoord te lang duurde. Kies een kleiner gebied of een kortere periode.',
    });
  }
  const text = `${String(code ?? '')} ${String(message ?? '')}`;
  if (
    unreachable.test(String(code ?? '')) ||
    name === 'KnexTimeoutError' ||
    /connection (terminated|timeout)|embedded database has stopped|timeout expired|client has encountered a connection error/i.test(
      text,
    )
  ) {
    return sourceDown('database');
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem({
      status,
      type: 'ongeldig-verzoek',
      title: 'Ongeldig verzoek',
      detail: 'Het verzoek klopt niet.',
    });
  }
  return null;
}

/** The last handler: every error leaves as problem+json; what we did not foresee is logged and answered without internals. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = asProblem(error);
    const instance = `urn:uuid:${randomUUID()}`;
    if (!known || known.status >= 500) log.error({ err: error, instance, path: request.path }, 'request failed');
    const problem =
      known ??
      new Problem({
        status: 500,
        type: 'storing',
        title: 'Er ging iets mis bij ons',
        detail: `Probeer het opnieuw. Blijft het misgaan, geef dan dit nummer door aan de gemeente: ${instance}.`,
      });
    if (problem.status === 401) response.set('WWW-Authenticate', 'Loket realm="omgevingsloket"');
    response
      .status(problem.status)
      .type('application/problem+json')
      .set('Cache-Control', 'no-store')
      .send(JSON.stringify({ ...problem.body, instance }));
  };
}
