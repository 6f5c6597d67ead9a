// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { leesBesluiten } from '../server/besluiten/contract.ts';
import { zoekLocaties } from '../server/locatie/contract.ts';
import { leesRegeltekst } from '../server/regels/contract.ts';
import { ApiError, call } from './api.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const answering = (response: () => Response) => {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return response();
  });
  return asked;
};

test('a GET puts lists with commas and leaves out what was not given', async () => {
  const asked = answering(() => Response.json({}));
  await call(leesBesluiten, { x: 1.5, y: 2, soort: ['verleend', 'aanvraag'], onderwerp: [] });
  expect(asked[0]?.[0]).toBe('/api/v1/besluiten?x=1.5&y=2&soort=verleend%2Caanvraag');
});

test('path parameters go into the path, and nowhere else', async () => {
  const asked = answering(() => Response.json({}));
  await call(leesRegeltekst, { id: 12 });
  expect(asked[0]?.[0]).toBe('/api/v1/regelteksten/12');
});

test('a search goes in the body: an address does not belong in a URL', async () => {
  const asked = answering(() => Response.json({ resultaten: [], uitleg: null }));
  await call(zoekLocaties, { zoekterm: 'Brummelweg 13' });
  expect(asked[0]?.[0]).toBe('/api/v1/locaties/_zoek');
  expect(asked[0]?.[1].body).toBe('{"zoekterm":"Brummelweg 13"}');
});

test.each([
  [503, 'bron', true],
  [500, 'storing', true],
  [400, 'invoer', false],
  [404, 'invoer', false],
])('problem details of status %i become an error of kind %s', async (status, soort, tijdelijk) => {
  answering(() => Response.json({ title: 'Titel', detail: 'Doe dit.', status }, { status }));
  const error = await call(leesRegeltekst, { id: 1 }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ soort, tijdelijk, title: 'Titel', message: 'Doe dit.', status });
});

test('an answer that is no JSON, such as a page of a proxy, is no answer', async () => {
  answering(() => new Response('<h1>502</h1>', { status: 502 }));
  await expect(call(leesRegeltekst, { id: 1 })).rejects.toMatchObject({ soort: 'onbereikbaar' });
});

test('no connection says so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect(call(leesRegeltekst, { id: 1 })).rejects.toMatchObject({ soort: 'offline' });
});

test('a question that is no longer asked is aborted, and is not an error of the API', async () => {
  const controller = new AbortController();
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  const answer = call(leesRegeltekst, { id: 1 }, controller.signal).catch((caught: unknown) => caught);
  controller.abort();
  expect(await answer).not.toBeInstanceOf(ApiError);
});
