import { describe, expect, test } from 'vitest';
import { begrippen, splitBegrippen } from './begrippen.ts';

describe('terms in a text', () => {
  test('are found in any case, and the longest form wins', () => {
    const delen = splitBegrippen('Een Bijbehorend bouwwerk in het achtererfgebied.');
    expect(delen.map(({ tekst, begrip }) => [tekst, begrip?.term ?? null])).toEqual([
      ['Een ', null],
      ['Bijbehorend bouwwerk', 'bijbehorend bouwwerk'],
      [' in het ', null],
      ['achtererfgebied', 'achtererfgebied'],
      ['.', null],
    ]);
  });

  test('are marked once, also across paragraphs', () => {
    const bekend = new Set<string>();
    expect(splitBegrippen('Bezwaar tegen bezwaar.', bekend).filter(({ begrip }) => begrip)).toHaveLength(1);
    expect(splitBegrippen('Nog een bezwaar.', bekend)).toEqual([{ tekst: 'Nog een bezwaar.', begrip: null }]);
  });

  test('are not found inside another word', () => {
    expect(splitBegrippen('bezwaarcommissie, subactiviteitenlijst')).toEqual([
      { tekst: 'bezwaarcommissie, subactiviteitenlijst', begrip: null },
    ]);
  });

  test('lose no letter of the text', () => {
    const tekst = 'Zienswijzen, het omgevingsplan en de omgevingsnormen; perceel (percelen)';
    expect(
      splitBegrippen(tekst)
        .map((deel) => deel.tekst)
        .join(''),
    ).toBe(tekst);
  });
});

test('every term stands once and has an explanation', () => {
  expect(new Set(begrippen.map(({ term }) => term)).size).toBe(begrippen.length);
  expect(begrippen.filter(({ uitleg }) => uitleg.length < 20)).toEqual([]);
});
