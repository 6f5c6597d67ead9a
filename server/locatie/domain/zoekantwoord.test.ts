import { describe, expect, test } from 'vitest';
import { kiesPlaats, toonZoekresultaten, type ZoekItem } from './zoekantwoord.ts';
import { parseZoekterm } from './zoekterm.ts';

const item = (soort: ZoekItem['soort'], naam: string, kern: string, extra: Partial<ZoekItem> = {}): ZoekItem => ({
  soort,
  naam,
  toelichting: null,
  punt: { x: 146_000, y: 505_000 },
  omhullende: null,
  gemeenteCode: 'gm9999',
  zoek: `${kern} modelstad`,
  kern,
  gewicht: 1,
  opBegin: true,
  lijkt: 1,
  ...extra,
});

const toon = (term: string, items: ZoekItem[], maximum = 8) => toonZoekresultaten(parseZoekterm(term), items, maximum);
const namen = (term: string, items: ZoekItem[]) =>
  toon(term, items).resultaten.map(({ naam, gelijkenis }) => `${naam}: ${gelijkenis}`);

describe('how well a result fits', () => {
  const een = item('adres', 'Dorpsstraat 1', 'dorpsstraat 1', { zoek: 'dorpsstraat 1 modelstad 1234ab' });
  const eenA = item('adres', 'Dorpsstraat 1a', 'dorpsstraat 1a', { gewicht: 2 });
  const tien = item('adres', 'Dorpsstraat 10', 'dorpsstraat 10', { gewicht: 3 });

  test('exact is the whole of it, however far the woonplaats has been typed', () => {
    for (const term of ['dorpsstraat 1', 'Dorpsstraat 1 mod', 'dorpsstraat 1 modelstad']) {
      expect(namen(term, [tien, eenA, een])[0], term).toBe('Dorpsstraat 1: exact');
    }
    expect(namen('dorpsstraat 1', [tien, eenA, een])).toEqual([
      'Dorpsstraat 1: exact',
      'Dorpsstraat 1a: begin',
      'Dorpsstraat 10: begin',
    ]);
  });

  test('what only resembles the term is never exact, and is left out beside something exact', () => {
    const geraden = { ...een, opBegin: false, lijkt: 1 };
    expect(namen('dorpsstraat 1', [geraden])).toEqual(['Dorpsstraat 1: lijkt']);
    expect(namen('dorpsstraat 10', [tien, { ...eenA, opBegin: false, lijkt: 0.9 }])).toEqual(['Dorpsstraat 10: exact']);
  });

  test('guesses come with the best first', () => {
    const a = item('straat', 'Dorpslaan', 'dorpslaan', { opBegin: false, lijkt: 0.5 });
    const b = item('straat', 'Dorpsstraat', 'dorpsstraat', { opBegin: false, lijkt: 0.8, gewicht: 9 });
    expect(namen('dorpstraat', [a, b])).toEqual(['Dorpsstraat: lijkt', 'Dorpslaan: lijkt']);
  });

  test('the same place found in two ways is shown once', () => {
    expect(namen('dorpsstraat 1', [een, { ...een, zoek: '1234ab 1', kern: '1234ab 1' }])).toEqual([
      'Dorpsstraat 1: exact',
    ]);
  });
});

describe('one place without doubt', () => {
  const adres = (x: number) => item('adres', `Dorpsstraat 1 (${x})`, 'dorpsstraat 1', { punt: { x, y: 505_000 } });

  test('a single exact adres, perceel or coordinate', () => {
    expect(kiesPlaats(toon('dorpsstraat 1', [adres(1)]))?.punt.x).toBe(1);
    expect(kiesPlaats(toon('155000, 463000', []))).toMatchObject({ soort: 'coordinaat', naam: 'RD 155000 463000' });
  });

  test('not two of them, not a street, not a guess', () => {
    expect(kiesPlaats(toon('dorpsstraat 1', [adres(1), adres(2)]))).toBeNull();
    expect(kiesPlaats(toon('dorpsstraat', [item('straat', 'Dorpsstraat', 'dorpsstraat')]))).toBeNull();
    expect(kiesPlaats(toon('dorpstraat 1', [{ ...adres(1), opBegin: false, lijkt: 0.9 }]))).toBeNull();
  });

  test('more places than the list holds are still more than one', () => {
    expect(kiesPlaats(toon('dorpsstraat 1', [adres(1), adres(2)], 2))).toBeNull();
  });
});

test.each([
  ['???', /Typ een adres/],
  ['48.85, 2.35', /niet in Nederland/],
  ['ABC01 D 9', /perceel kennen wij niet/],
  ['nergens', /Controleer de spelling/],
])('%s is explained', (term, uitleg) => {
  const { resultaten, uitleg: gegeven } = toon(term, []);
  expect(resultaten).toEqual([]);
  expect(gegeven).toMatch(uitleg);
});
