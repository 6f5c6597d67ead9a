import { QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { Endpoint } from '../server/http/endpoint.ts';
import { ApiError, call } from './api.ts';

/** Waits 2, 4, 8 ... up to 60 seconds between attempts. */
export const backoff = (attempt: number): number => Math.min(60_000, 2_000 * 2 ** attempt);

/** One client for the whole page. What was read stays fresh for five minutes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: false,
        // a source that was down is asked again by itself, ever more slowly, until it answers
        refetchInterval: ({ state }) =>
          state.error instanceof ApiError && state.error.tijdelijk ? backoff(state.errorUpdateCount - 1) : false,
      },
    },
  });
}

/**
 * The options of one question to the API. `about` names what the answer is about (the place): while filters change
 * the old answer stays in view, but never the answer about another place.
 */
export function ask<E extends Endpoint>(operation: E, input: z.input<E['input']>, about: unknown = null) {
  const queryKey: QueryKey = [operation.path, about, input];
  return queryOptions<z.output<E['output']>, Error>({
    queryKey,
    queryFn: ({ signal }) => call(operation, input, signal),
    placeholderData: (previous, previousQuery) =>
      about !== null && JSON.stringify(previousQuery?.queryKey[1]) === JSON.stringify(about) ? previous : undefined,
  });
}
