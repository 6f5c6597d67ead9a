import { describe, expect, test } from 'vitest';
import { parseZoekterm } from './zoekterm.ts';

const tekst = (term: string) => {
  const vraag = parseZoekterm(term);
  return vraag.soort === 'tekst' ? vraag : null;
};
const punt = (term: string) => {
  const vraag = parseZoekterm(term);
  return vraag.soort === 'coordinaat' ? [vraag.stelsel, vraag.punt.x, vraag.punt.y] : null;
};

describe('coordinates', () => {
  test.each([
    '181200, 456710',
    '181200 456710',
    '181200,456710',
    '181200.00;456710.00',
    'x=181200 y=456710',
    'x: 181200, y: 456710',
    'Y=456710 X=181200',
    'RD 181200 456710',
    '456710, 181200',
    '181200\t456710',
  ])('RD: %s', (term) => expect(punt(term)).toEqual(['RD', 181_200, 456_710]));

  test('decimals with a comma', () => {
    expect(punt('181200,5; 456710,25')).toEqual(['RD', 181_200.5, 456_710.25]);
    expect(punt('181200,5 456710,25')).toEqual(['RD', 181_200.5, 456_710.25]);
  });

  test.each([
    '52.1 5.77',
    '52,1; 5,77',
    '52,1, 5,77',
    '52.1, 5.77',
    '5.77 52.1',
    'N 52.1 E 5.77',
    '52.1° N, 5.77° O',
    '52.1N 5.77E',
    'lat=52.1 lon=5.77',
    'lon 5.77, lat 52.1',
  ])('WGS84: %s', (term) => expect(punt(term)).toEqual(['WGS84', 181_228.67, 456_930.76]));

  test.each(['181.200 456.710', '181.200,00; 456.710,00', 'POINT(181200 456710)', 'POINT (181200 456710)'])(
    'RD as other programmes write it: %s',
    (term) => expect(punt(term)).toEqual(['RD', 181_200, 456_710]),
  );

  test.each([`52°6'0"N 5°46'12"E`, '52° 6′ 0″ N, 5° 46′ 12″ O', `N 52° 6' E 5° 46.2'`, '52°6.0 5°46,2'])(
    'degrees with minutes: %s',
    (term) => expect(punt(term)).toEqual(['WGS84', 181_228.67, 456_930.76]),
  );

  test.each(['48.85 2.35', '0,0', '999999 999999', 'x=1 y=2', '51.5, -0.12'])('not in the Netherlands: %s', (term) =>
    expect(parseZoekterm(term).soort).toBe('buiten-nederland'),
  );

  test.each(['1 2', '6731 13', '13', '1234567 12'])('no coordinates: %s', (term) =>
    expect(parseZoekterm(term).soort).toBe('tekst'),
  );
});

describe('postcode and huisnummer', () => {
  test.each(['6731BX 13a', '6731 bx, 13a', '6731bx13a', '6731 BX 13 A', '13a 6731BX'])('%s', (term) =>
    expect(tekst(term)).toMatchObject({ vormen: ['6731bx 13a'], postcode: '6731bx' }),
  );

  test('an addition stands apart', () => {
    expect(tekst('6731BX 13-2')?.vormen).toEqual(['6731bx 13 2']);
    expect(tekst('6731BX 13 bis')?.vormen).toEqual(['6731bx 13 bis']);
  });

  test('behind an adres it only narrows', () => {
    expect(tekst('Brummelweg 13, 6731 SW Otterlo')).toMatchObject({
      vormen: ['brummelweg 13 otterlo'],
      postcode: '6731sw',
    });
    expect(tekst('6731 SW Otterlo')?.vormen).toEqual(['6731sw otterlo', 'otterlo']);
  });

  test('a number and a word are no postcode', () => {
    expect(tekst('Laan 1940 noord 3')?.postcode).toBeNull();
    expect(tekst('0123 AB')?.postcode).toBeNull();
  });
});

describe('kadastrale aanduiding', () => {
  test.each([
    'OTL02 B 2298',
    'OTL02B2298',
    'otl02-b-2298',
    'OTL02B02298G0000',
    'OTL02 sectie B nummer 2298',
    'otl02 b nr 2298',
  ])('%s', (term) => expect(tekst(term)).toMatchObject({ vormen: ['otl02 b 2298'], alsPerceel: true }));

  test('while it is typed', () => {
    expect(tekst('otl02')?.vormen).toEqual(['otl02']);
    expect(tekst('otl02 b')?.vormen).toEqual(['otl02 b']);
    expect(tekst('otl02b22')?.vormen).toEqual(['otl02 b 22']);
  });

  test('with the name of the kadastrale gemeente', () => {
    expect(tekst('otterlo b 2298')?.vormen).toContain('otterlo b 2298');
    expect(tekst('Otterlo sectie B nr 02298')?.vormen).toContain('otterlo b 2298');
  });
});

describe('other text', () => {
  test('without diacritics, signs and capitals', () => {
    expect(tekst("'s-Gravenweg  12")?.vormen).toEqual(['s gravenweg 12']);
    expect(tekst('RUÏNELAAN 5')?.vormen).toEqual(['ruinelaan 5']);
    expect(tekst('IJsselkade')?.vormen).toEqual(['ijsselkade']);
    expect(tekst('Ĳsselkade')?.vormen).toEqual(['ijsselkade']);
  });

  test('a letter after a number may belong to it or begin the woonplaats', () => {
    expect(tekst('brummelweg 13 o')?.vormen).toEqual(['brummelweg 13o', 'brummelweg 13 o']);
  });

  test.each(['', '???', '   ', '-', '🏠'])('nothing to search for: "%s"', (term) =>
    expect(parseZoekterm(term).soort).toBe('leeg'),
  );
});

test('a street and its number without a space between them', () => {
  expect(tekst('Heerenhof36a')?.vormen).toEqual(['heerenhof36a', 'heerenhof 36a']);
});
