import { expect, test } from 'vitest';
import type { ZoekResultaat } from '../../server/locatie/contract.ts';
import { enigeTreffer, gevolgVan, markeer } from './zoek.ts';

const treffer = (naam: string, gelijkenis: ZoekResultaat['gelijkenis']): ZoekResultaat => ({
  soort: 'adres',
  naam,
  toelichting: null,
  punt: { x: 181209, y: 456608 },
  omhullende: null,
  gemeenteCode: 'gm0228',
  gelijkenis,
});

test('Enter goes only where one result is exactly what was typed', () => {
  const een = treffer('Brummelweg 13', 'exact');
  expect(enigeTreffer([treffer('Brummelweg 131', 'begin'), een])).toBe(een);
  expect(enigeTreffer([een, treffer('Brummelweg 13, Ede', 'exact')])).toBeNull();
  expect(enigeTreffer([treffer('Brummelweg 131', 'begin')])).toBeNull();
  expect(enigeTreffer([])).toBeNull();
});

test('a street or postcode asks for more, an area shows itself', () => {
  expect(gevolgVan({ soort: 'straat' })).toBe('verfijn');
  expect(gevolgVan({ soort: 'buurt' })).toBe('gebied');
  expect(gevolgVan({ soort: 'perceel' })).toBe('plaats');
});

test.each([
  ['Brummelweg 13, Otterlo', 'brum 13', ['Brum', '13']],
  ['Café de Brink', 'cafe', ['Café']],
  ['Ulft', 'lf', []],
  ['Plein 1940', '.*(', []],
])('marks in "%s" what was typed as "%s"', (naam, zoekterm, raak) => {
  const delen = markeer(naam, zoekterm);
  expect(delen.filter((deel) => deel.raak).map(({ tekst }) => tekst)).toEqual(raak);
  expect(delen.map(({ tekst }) => tekst).join('')).toBe(naam);
});
