import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeerCheck,
  leegCheck,
  leesCheck,
  metAntwoord,
  metBetwisting,
  metWerkzaamheid,
  zonderOnderdeel,
} from './check.ts';

const vol = () => {
  let check = metWerkzaamheid(metWerkzaamheid(leegCheck, 'dakkapel-voor'), 'dakkapel-achter');
  check = metAntwoord(check, { onderdeel: 'o1', sleutel: 'hoogteDakkapel' }, 1.75);
  check = metAntwoord(check, { onderdeel: null, sleutel: 'illegaalHoofdgebouw' }, false);
  return metBetwisting(check, 'monument', 'gemeentelijk');
};

describe('A check', () => {
  test('travels in a link and comes back the same', () => {
    expect(leesCheck(codeerCheck(vol()))).toEqual(vol());
  });

  test('keeps every text that a person can type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (tekst) => {
        const schoon = tekst.replace(/[\p{Cc}\p{Cs}]/gu, '');
        const check = metAntwoord(metWerkzaamheid(leegCheck, 'terras'), { onderdeel: 'o1', sleutel: 'naam' }, schoon);
        expect(leesCheck(codeerCheck(check))).toEqual(check);
      }),
    );
  });

  test.each(['', 'onzin', 'e30', '%%%', btoa('{"onderdelen":[{"sleutel":"1"}]}')])(
    'that a link does not hold whole is none: %j',
    (tekst) => {
      expect(leesCheck(tekst)).toBeNull();
    },
  );

  test('answers a question of one onderdeel without touching another', () => {
    const [een, ander] = metAntwoord(vol(), { onderdeel: 'o2', sleutel: 'hoogteDakkapel' }, null).onderdelen;
    expect(een?.antwoorden).toEqual({ hoogteDakkapel: 1.75 });
    expect(ander?.antwoorden).toEqual({ hoogteDakkapel: null });
  });

  test('gives a new onderdeel a key that is not in use', () => {
    const check = metWerkzaamheid(zonderOnderdeel(vol(), 'o1'), 'terras');
    expect(check.onderdelen.map(({ sleutel }) => sleutel)).toEqual(['o2', 'o3']);
  });

  test('takes back what was contested', () => {
    expect(metBetwisting(vol(), 'monument', null).betwist).toEqual({});
  });
});
