import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { vi } from 'vitest';
import type * as z from 'zod/mini';
import { createQueryClient } from '../../client/query.ts';
import { apiBase, type Endpoint } from '../../server/http/endpoint.ts';

// a busy machine renders slowly; what does not come stays away
configure({ asyncUtilTimeout: 10_000 });

/** An answer that is not the one asked for, as the server sends it. */
export class TestProblem {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, title: string, detail: string) {
    this.status = status;
    this.body = { type: 'urn:omgevingsloket:test', title, status, detail };
  }
}

interface Route {
  matches(method: string, path: string): boolean;
  answer(fields: Record<string, string>): unknown;
}

/**
 * One operation of the API in a component test. What it answers is held against the contract, so that a test cannot
 * pass on data that the server would never send.
 */
export function route<E extends Endpoint>(
  operation: E,
  answer: (fields: Record<string, string>) => z.output<E['output']> | TestProblem,
): Route {
  const pattern = new RegExp(`^${apiBase}${operation.path.replace(/:\w+/g, '[^/]+')}$`);
  return {
    matches: (method, path) => method === operation.method && pattern.test(path),
    answer: (fields) => {
      const given = answer(fields);
      return given instanceof TestProblem ? given : operation.output.parse(given);
    },
  };
}

/** Puts an API of these operations behind `fetch`; what is asked is told back, newest last. */
export function serve(routes: readonly Route[]): { method: string; path: string; fields: Record<string, string> }[] {
  const asked: { method: string; path: string; fields: Record<string, string> }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://loket.test');
    const method = init.method ?? 'GET';
    const fields: Record<string, string> = {
      ...Object.fromEntries(url.searchParams),
      ...(typeof init.body === 'string' ? JSON.parse(init.body) : {}),
    };
    asked.push({ method, path: url.pathname, fields });
    const found = routes.find((one) => one.matches(method, url.pathname));
    const answer = found ? found.answer(fields) : new TestProblem(404, 'Niet gevonden', url.pathname);
    init.signal?.throwIfAborted();
    return answer instanceof TestProblem
      ? Response.json(answer.body, { status: answer.status })
      : Response.json(answer);
  });
  return asked;
}

/** Shows a part of the page with everything around it that it counts on. `adres()` is what the address bar holds. */
export function show(ui: ReactNode, at = '/') {
  let adres = at;
  const client = createQueryClient();
  const shown = render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        {ui}
        <Watch
          onMove={(to) => {
            adres = to;
          }}
        />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { ...shown, client, adres: () => adres };
}

function Watch({ onMove }: { onMove(to: string): void }) {
  const { pathname, search } = useLocation();
  onMove(`${pathname}${search}`);
  return null;
}
