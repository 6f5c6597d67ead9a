import type * as z from 'zod/mini';
import type { Recht } from '../toegang/domain.ts';

/** Who may call: `iedereen`, without looking at who it is; or who holds a right of the table in server/toegang/domain.ts. */
export type Eis = 'iedereen' | Recht;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation of the API: what crosses the wire, and who may ask.
 *
 * `input` describes one flat object: the parameters of the path with those of the query (GET and DELETE: text, so coerce
 * numbers) or with the fields of the JSON body. `output` is the JSON that comes back.
 */
export interface Endpoint<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
  R extends Eis = Eis,
> {
  method: Method;
  /** Below /api/v1, Express style: /regelteksten/:id. */
  path: `/${string}`;
  role: R;
  summary: string;
  tag: string;
  input: I;
  output: O;
  /** The answer is a stream of this media type instead of JSON: mounted with mountStream(). */
  antwoord?: string;
  /** The body is a stream of this media type; `input` then describes path and query: mounted with mountStream(). */
  inhoud?: string;
}

export function endpoint<I extends z.ZodMiniType, O extends z.ZodMiniType, const R extends Eis>(
  definition: Endpoint<I, O, R>,
): Endpoint<I, O, R> {
  return definition;
}

/** The fields of `input` travel in the address and not in a body. */
export const inAdres = ({ method, inhoud }: Pick<Endpoint, 'method' | 'inhoud'>): boolean =>
  method === 'GET' || method === 'DELETE' || inhoud !== undefined;

/** Our own pages send it with everything that changes something; see server/toegang/herkomst.ts. */
export const verzoekHeader = 'X-Loket-Verzoek';

export const apiBase = '/api/v1';
