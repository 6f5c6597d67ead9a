import type { Request } from 'express';
import { expect, test } from 'vitest';
import { isVanOnzePaginas } from './herkomst.ts';

const verzoek = (method: string, headers: Record<string, string>) =>
  ({ method, get: (naam: string) => headers[naam.toLowerCase()] }) as Request;

/** What changes something is tested through the API; a page cannot say itself that it is a navigation. */
test.each([
  [{}, true],
  [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, true],
  [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, true],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, false],
  [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, false],
])('reading with %j: %s', (headers, verwacht) => {
  expect(isVanOnzePaginas(verzoek('GET', headers), 'https://loket.example')).toBe(verwacht);
});

test('where the browser does not say it, the origin must be ours', () => {
  const met = (origin: string) => verzoek('POST', { 'x-loket-verzoek': '1', origin });
  expect(isVanOnzePaginas(met('https://loket.example'), 'https://loket.example')).toBe(true);
  expect(isVanOnzePaginas(met('https://loket.example.kwaad.example'), 'https://loket.example')).toBe(false);
});
