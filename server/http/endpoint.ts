import type * as z from 'zod/mini';

/** Who may call: `iedereen` needs no login. Roles of people come with the login. */
export type Role = 'iedereen';

/**
 * One operation of the API: what crosses the wire, and who may ask.
 *
 * `input` describes one flat object: for GET the path and query parameters (text, so coerce numbers), for POST the
 * JSON body. `output` is the JSON that comes back.
 */
export interface Endpoint<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  method: 'GET' | 'POST';
  /** Below /api/v1, Express style: /regelteksten/:id. */
  path: `/${string}`;
  role: Role;
  summary: string;
  tag: string;
  input: I;
  output: O;
}

export function endpoint<I extends z.ZodMiniType, O extends z.ZodMiniType>(definition: Endpoint<I, O>): Endpoint<I, O> {
  return definition;
}

export const apiBase = '/api/v1';
