import { hashKey, onlineManager, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { Endpoint } from '../server/http/endpoint.ts';
import { ApiError, callMetStand } from './api.ts';

/** Waits 2, 4, 8 ... up to 60 seconds between attempts. */
export const backoff = (attempt: number): number => Math.min(60_000, 2_000 * 2 ** attempt);

/** How long before a kept answer is asked for again, in ms. */
const bewaardVersenNa = 8_000;

/** Answers that this device had kept, by the hash of their question: when the server gave them. */
const bewaard = new Map<string, string>();

/** When the server gave the answer to a question that this device had kept, as a timestamp; null: it is of now. */
export const bewaardOp = ({ queryHash }: { queryHash: string }): string | null => bewaard.get(queryHash) ?? null;

/**
 * When to ask again by itself: a source that was down ever more slowly, until it answers; and what this device had kept
 * for when there is no network.
 */
export const verversNa = (query: {
  queryHash: string;
  state: { error: Error | null; errorUpdateCount: number };
}): number | false => {
  const { error, errorUpdateCount } = query.state;
  if (error instanceof ApiError && error.tijdelijk) return backoff(errorUpdateCount - 1);
  return bewaardOp(query) ? bewaardVersenNa : false;
};

/** One client for the whole page. What was read stays fresh for five minutes. */
export function createQueryClient(): QueryClient {
  onlineManager.setOnline(navigator.onLine);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: (query) => (bewaardOp(query) ? 0 : 5 * 60_000),
        refetchOnWindowFocus: false,
        retry: false,
        refetchInterval: verversNa,
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
    // what is read the device may have kept; what is sent waits for the network
    networkMode: operation.method === 'GET' ? 'offlineFirst' : 'online',
    queryFn: async ({ signal }) => {
      const { antwoord, bewaardOp: op } = await callMetStand(operation, input, signal);
      if (op) bewaard.set(hashKey(queryKey), op);
      else bewaard.delete(hashKey(queryKey));
      return antwoord;
    },
    placeholderData: (previous, previousQuery) =>
      about !== null && JSON.stringify(previousQuery?.queryKey[1]) === JSON.stringify(about) ? previous : undefined,
  });
}
