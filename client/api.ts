import type * as z from 'zod/mini';
import { apiBase, type Endpoint, inAdres, verzoekHeader } from '../server/http/endpoint.ts';
import { onthoud, zonderServiceWorker } from './gezien.ts';
import { bewaardOpHeader } from './stand.ts';

/** Longer than this and the person deserves a word about it. */
const patience = 20_000;

/**
 * Why there is no answer, in words for the person.
 *
 * `offline`: this device has no connection. `onbereikbaar`: the server does not answer. `traag`: it answers too late.
 * `bron`: the server answers, a source behind it does not. `invoer`: what was asked is not possible. `storing`: a fault.
 */
export class ApiError extends Error {
  readonly soort: 'offline' | 'onbereikbaar' | 'traag' | 'bron' | 'invoer' | 'storing';
  readonly title: string;
  readonly status: number | null;
  /** What was wrong with the input, per field. */
  readonly fouten: readonly { veld: string; melding: string }[];

  constructor(init: {
    soort: ApiError['soort'];
    title: string;
    detail: string;
    status?: number;
    fouten?: ApiError['fouten'];
  }) {
    super(init.detail);
    this.name = 'ApiError';
    this.soort = init.soort;
    this.title = init.title;
    this.status = init.status ?? null;
    this.fouten = init.fouten ?? [];
  }

  /** Asking the same again can help. */
  get tijdelijk(): boolean {
    return this.soort !== 'invoer';
  }
}

/** Input as the caller writes it: fields with a default may be left out. */
type Input<E extends Endpoint> = z.input<E['input']>;

interface Antwoord<E extends Endpoint> {
  antwoord: z.output<E['output']>;
  /** When the server gave an answer that this device had kept; null: now. */
  bewaardOp: string | null;
}

/**
 * Calls one operation of the API, typed by its contract.
 *
 * @param signal aborts the request when the question is no longer asked
 * @param headers that the operation asks for beside its input
 * @throws ApiError for every answer that is not the one asked for; an AbortError when `signal` fires
 */
export async function call<E extends Endpoint>(
  operation: E,
  input: Input<E>,
  signal?: AbortSignal,
  timeoutMs?: number,
  headers: Record<string, string> = {},
): Promise<z.output<E['output']>> {
  return (await callMetStand(operation, input, signal, timeoutMs, headers)).antwoord;
}

/** As {@link call}, and says whether the answer is one that this device had kept for when there is no network. */
export async function callMetStand<E extends Endpoint>(
  operation: E,
  input: Input<E>,
  signal?: AbortSignal,
  timeoutMs = patience,
  headers: Record<string, string> = {},
): Promise<Antwoord<E>> {
  const fields = input as Record<string, unknown>;
  const timeout = AbortSignal.timeout(timeoutMs);
  const { url, rest } = fillPath(operation.path, fields);
  const plain = inAdres(operation);
  const adres = plain ? withQuery(url, rest) : url;
  if (operation.method === 'GET' && zonderServiceWorker()) onthoud(adres, operation.path);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(adres, {
      method: operation.method,
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(operation.method !== 'GET' && { [verzoekHeader]: '1' }),
        ...(!plain && { 'Content-Type': 'application/json' }),
      },
      ...(!plain && { body: JSON.stringify(rest) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    body = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) throw tooLate();
    throw noAnswer();
  }
  if (!response.ok) throw asApiError(response.status, body);
  return { antwoord: body as z.output<E['output']>, bewaardOp: response.headers.get(bewaardOpHeader) };
}

function fillPath(path: string, fields: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...fields };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { url: `${apiBase}${filled}`, rest };
}

function withQuery(url: string, fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text ? `${url}?${text}` : url;
}

const tooLate = () =>
  new ApiError({
    soort: 'traag',
    title: 'Het antwoord laat op zich wachten',
    detail: 'Het loket deed er te lang over. Probeer het opnieuw.',
  });

const noAnswer = () =>
  navigator.onLine
    ? new ApiError({
        soort: 'onbereikbaar',
        title: 'Het loket geeft geen antwoord',
        detail: 'Wij proberen het zelf opnieuw. Duurt het lang, bel dan de gemeente.',
      })
    : new ApiError({
        soort: 'offline',
        title: 'U hebt geen internet',
        detail: 'Controleer uw verbinding. Wij gaan vanzelf verder als de verbinding terug is.',
      });

/** A whole sentence says by itself what it is about; anything else needs the name of its field. */
const schrijfFout = ({ veld, melding }: ApiError['fouten'][number]): string =>
  /^\p{Lu}/u.test(melding) || !veld ? melding : `${veld}: ${melding}`;

function asApiError(status: number, body: unknown): ApiError {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const fouten = Array.isArray(problem.fouten) ? (problem.fouten as ApiError['fouten']) : [];
  const detail = typeof problem.detail === 'string' ? problem.detail : 'Probeer het opnieuw.';
  return new ApiError({
    soort: status === 503 || status === 504 ? 'bron' : status >= 500 ? 'storing' : 'invoer',
    status,
    title: typeof problem.title === 'string' ? problem.title : 'Er ging iets mis',
    detail: fouten.length > 0 ? fouten.map(schrijfFout).join('. ') : detail,
    fouten,
  });
}
