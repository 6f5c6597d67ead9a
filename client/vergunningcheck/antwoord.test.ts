import { describe, expect, test } from 'vitest';
import type { Vraag } from '../../server/vergunningcheck/contract.ts';
import { alsInvoer, leesInvoer, schrijfAntwoord } from './antwoord.ts';

const vraag = (velden: Partial<Vraag>): Vraag => ({
  onderdeel: 'o1',
  sleutel: 'hoogte',
  vraag: 'Hoe hoog?',
  hulp: null,
  beeld: null,
  soort: 'getal',
  opties: [],
  eenheid: 'm',
  minimum: 0,
  maximum: 10,
  magOnbekend: true,
  ...velden,
});

describe('An answer in the fields', () => {
  test.each([
    ['1,75', 1.75],
    ['1.75', 1.75],
    ['  2 m', 2],
    ['0', 0],
    ['10 meter', 10],
  ])('%j is the number %d', (tekst, antwoord) => {
    expect(leesInvoer(vraag({}), tekst)).toEqual({ antwoord });
  });

  test('reads points for thousands beside a comma', () => {
    expect(leesInvoer(vraag({ eenheid: 'euro', maximum: 1e7 }), '1.234.567,50')).toEqual({ antwoord: 1_234_567.5 });
  });

  test.each(['', 'hoog', '-1', '10,01', '1,2,3', 'Infinity'])('%j is no number that can be right', (tekst) => {
    expect(leesInvoer(vraag({}), tekst)).toEqual({ fout: 'Vul een getal in van 0 m tot 10 m.' });
  });

  test('an untouched choice is not an answer', () => {
    expect(leesInvoer(vraag({ soort: 'ja-nee' }), '')).toHaveProperty('fout');
    expect(leesInvoer(vraag({ soort: 'keuzes' }), [])).toHaveProperty('fout');
    expect(leesInvoer(vraag({ soort: 'ja-nee' }), 'nee')).toEqual({ antwoord: false });
  });

  test('comes back in the fields as it was given', () => {
    for (const [soort, antwoord] of [
      ['getal', 1.75],
      ['ja-nee', false],
      ['keuzes', ['a', 'b']],
    ] as const) {
      const eigen = vraag({ soort });
      const waarde = typeof antwoord === 'object' ? [...antwoord] : antwoord;
      expect(leesInvoer(eigen, alsInvoer(eigen, waarde))).toEqual({ antwoord: waarde });
    }
  });

  test('is read back in words', () => {
    const keuze = vraag({ soort: 'keuze', opties: [{ waarde: 'plat', tekst: 'Een plat dak', uitleg: null }] });
    expect(schrijfAntwoord(keuze, 'plat')).toBe('Een plat dak');
    expect(schrijfAntwoord(vraag({}), 1.75)).toBe('1,75 m');
    expect(schrijfAntwoord(vraag({}), null)).toBe('Weet ik niet');
  });
});
