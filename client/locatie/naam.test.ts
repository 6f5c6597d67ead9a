import { expect, test } from 'vitest';
import type { Locatie } from '../../server/locatie/contract.ts';
import { naamVan, vanafGekozen } from './naam.ts';

const adres = (weergave: string, x: number) => ({ weergave, punt: { x, y: 505_000 } }) as Locatie['adressen'][number];
const flat = [adres('Hof 1, 1290 AA Markerstad', 10), adres('Hof 3, 1290 AA Markerstad', 20), adres('Hof 5', 30)];
const plek = (x: number, adressen = flat) =>
  ({ punt: { x, y: 505_000 }, adressen, perceel: null }) as unknown as Locatie;

test('of several adressen the chosen one gives its name and stands first', () => {
  expect(naamVan(plek(20))).toBe('Hof 3 en 2 andere adressen');
  expect(vanafGekozen(plek(29)).map(({ weergave }) => weergave)).toEqual([
    'Hof 5',
    ...flat.slice(0, 2).map((a) => a.weergave),
  ]);
  expect(naamVan(plek(14))).toBe('Hof 1 en 2 andere adressen');
});

test('one adres is named in full, none gives way to the perceel or the coordinates', () => {
  expect(naamVan(plek(0, flat.slice(1, 2)))).toBe('Hof 3, 1290 AA Markerstad');
  expect(naamVan({ ...plek(7, []), perceel: { kadastraleAanduiding: 'MGA01 B 11' } } as Locatie)).toBe(
    'Perceel MGA01 B 11',
  );
  expect(naamVan(plek(7, []))).toBe('Plek 7, 505000');
});
