import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../hash.ts';
import { inStukken, loadFont, schrijfbaar } from './letters.ts';
import { type Stijl, Vel } from './vel.ts';
import { unpackWoff } from './woff.ts';

const stijl: Stijl = { gewicht: 400, grootte: 10, kleur: '#000000' };
const vel = new Vel({ title: 'Proef', subject: '', author: '', created: new Date(0) });

describe('breaking text into lines', () => {
  test.each([
    ['een twee drie vier vijf zes zeven acht negen tien', 80],
    ['https://zoek.officielebekendmakingen.nl/gmb-2026-123456.html', 60],
    ['Artikel 22.27 (https://zoek.officielebekendmakingen.nl/gmb-2026) en meer', 60],
    ['x', 3],
    ['', 50],
  ])('%j in %i points loses nothing and fits', (tekst, breedte) => {
    const regels = vel.breek(tekst, breedte, stijl);
    expect(regels.join('').replace(/\s/g, '')).toBe(tekst.replace(/\s/g, ''));
    for (const regel of regels) {
      const past = vel.breedteVan(regel.trim(), stijl) <= breedte || regel.trim().length === 1;
      expect(past, regel).toBe(true);
    }
  });

  test('words on two lines stay two words', () => {
    expect(vel.breek('een twee', 20, stijl).join('')).toBe('een twee');
  });
});

describe('letters', () => {
  test('what our letters lack is written otherwise, or shows that something stood there', () => {
    expect(schrijfbaar('ten minste ≥ 3 m²\n\u0007 en 漢')).toBe('ten minste >= 3 m² en \ufffd');
    expect(schrijfbaar('Curac\u0327ao')).toBe('Curaçao');
  });

  test('a line takes its letters from the subset that has them', () => {
    expect(inStukken('Łódź in 2026', 700)).toEqual([
      { font: 'latin-ext-700', tekst: 'Ł' },
      { font: 'latin-700', tekst: 'ód' },
      { font: 'latin-ext-700', tekst: 'ź' },
      { font: 'latin-700', tekst: ' in 2026' },
    ]);
    expect(inStukken('Ελλάδα', 400)).toEqual([{ font: 'greek-400', tekst: 'Ελλάδα' }]);
  });

  test('a font is unpacked to TrueType; something else is refused', () => {
    expect(loadFont('latin-400').type).toBe('TTF');
    expect(() => unpackWoff(Buffer.from('no font at all, but long enough to be read as one'))).toThrow('WOFF');
  });
});

describe('the hash', () => {
  test('is of the content, not of the order in which it was written', () => {
    expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":null,"d":"é"}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  test('is SHA-256 of the text in UTF-8', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
