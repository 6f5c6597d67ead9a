import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesAanmelding } from './aanmelding.ts';
import { isBsn } from './bsn.ts';
import { inlogdienst } from './inlogdienst.ts';
import { beslisSessie, type SessieStand } from './sessie.ts';
import { leesTerug } from './terug.ts';

const pseudoniem = (wie: string) => `p(${wie})`;

const dienst = inlogdienst.parse({
  id: 'proef',
  naam: 'DigiD',
  issuer: 'https://issuer.example',
  clientId: 'loket',
  publiek: true,
  claims: {
    bsn: 'bsn',
    kvk: 'kvk',
    vestiging: 'vestiging',
    namensBsn: 'namens_bsn',
    namensKvk: 'namens_kvk',
    rollen: 'groups',
    bevoegdGezag: 'org',
  },
  rollen: { 'App-Vergunningen': 'behandelaar', 'App-Boa': 'boa' },
  niveaus: { 'urn:midden': 'digid-midden' },
});
const acr = { acr: 'digid-substantieel' };

describe('who an issuer vouches for', () => {
  test('a citizen by BSN, of which nothing goes on but the pseudonym', () => {
    const wie = leesAanmelding(
      dienst,
      { sub: '1', bsn: '999900006', name: 'S. de Vries', acr: 'urn:midden' },
      pseudoniem,
    );
    expect(wie).toMatchObject({ rol: 'burger', naam: 'S. de Vries', middel: 'digid', niveau: 'midden' });
    expect(wie).toMatchObject({ persoon: 'p(bsn 999900006)', eigenaar: 'p(bsn 999900006)', bevoegdGezag: [] });
  });

  test('a company: its things belong to the company, who acts is known by the issuer', () => {
    const claims = { sub: '7', kvk: '99991234', vestiging: '999912340001', ...acr, acr: 'eherkenning-loa3' };
    expect(leesAanmelding(dienst, claims, pseudoniem)).toMatchObject({
      rol: 'ondernemer',
      persoon: 'p(https://issuer.example 7)',
      eigenaar: 'p(kvk 99991234 999912340001)',
      organisatie: { kvk: '99991234', vestiging: '999912340001', naam: null },
    });
  });

  test('a gemachtigde acts for who gave the machtiging, and reaches what that person reaches', () => {
    const zelf = leesAanmelding(dienst, { sub: '1', bsn: '999900006', ...acr }, pseudoniem);
    const ander = leesAanmelding(dienst, { sub: '2', bsn: '999900055', namens_bsn: '999900006', ...acr }, pseudoniem);
    expect(ander).toMatchObject({ rol: 'gemachtigde', persoon: 'p(bsn 999900055)' });
    expect('eigenaar' in ander && 'eigenaar' in zelf && ander.eigenaar === zelf.eigenaar).toBe(true);
  });

  test('a colleague by the groups that are configured, and no other group', () => {
    const claims = {
      sub: '9',
      groups: ['Domain Users', 'App-Boa', 'beheerder'],
      org: 'gm9999',
      acr: 'medewerker-meerfactor',
    };
    expect(leesAanmelding(dienst, claims, pseudoniem)).toMatchObject({ rollen: ['boa'], bevoegdGezag: ['gm9999'] });
  });

  test('an issuer that may not vouch for citizens makes none, and one of citizens makes no colleague', () => {
    const intern = { ...dienst, publiek: false };
    expect(leesAanmelding(intern, { sub: '1', bsn: '999900006', ...acr }, pseudoniem)).toEqual({ afgewezen: 'rol' });
    const burgers = { ...dienst, rollen: {} };
    const geknoeid = { sub: '1', bsn: '999900006', groups: ['beheerder', 'behandelaar'], ...acr };
    expect(leesAanmelding(burgers, geknoeid, pseudoniem)).toMatchObject({ rollen: ['burger'] });
  });

  test('a number that cannot be, or a level that is not known, is refused', () => {
    for (const claims of [
      { bsn: '999900007' },
      { bsn: '12345' },
      { kvk: '1' },
      { kvk: '99991234', vestiging: '12' },
      { vestiging: '999912340001' },
      { bsn: '999900006', namens_bsn: '999900007' },
    ]) {
      expect(leesAanmelding(dienst, { sub: '1', ...acr, ...claims }, pseudoniem)).toEqual({ afgewezen: 'nummer' });
    }
    for (const niveau of [undefined, 'x', 'digid-loa3', 'constructor-x']) {
      expect(leesAanmelding(dienst, { sub: '1', bsn: '999900006', acr: niveau }, pseudoniem)).toEqual({
        afgewezen: 'niveau',
      });
    }
  });
});

test('a BSN passes the eleven test or is none', () => {
  expect(['999900006', '999900055'].map(isBsn)).toEqual([true, true]);
  expect(['999900007', '000000000', '99990000', '9999000066', 'abcdefghi', ''].map(isBsn)).toEqual(
    Array(6).fill(false),
  );
});

describe('where to go after login', () => {
  test('a page of the loket, with its question', () => {
    expect(leesTerug('/locatie?x=1&y=2#regels')).toBe('/locatie?x=1&y=2#regels');
    expect(leesTerug('/inloggen/klaar')).toBe('/inloggen/klaar');
    expect(leesTerug(undefined)).toBe('/');
  });

  test.each([
    'https://kwaad.example',
    '//kwaad.example',
    '/\\kwaad.example',
    '\\\\kwaad.example',
    '/\t/kwaad.example',
    '/\n//kwaad.example',
    'javascript:alert(1)',
    '/./\\kwaad.example',
    '/..//kwaad.example',
    ' /x',
    '/inloggen?terug=/x',
    '/api/v1/sessie',
    `/${'a'.repeat(3_000)}`,
  ])('never elsewhere: %j', (gevraagd) => {
    expect(leesTerug(gevraagd)).toBe('/');
  });

  test('whatever is asked, the browser stays here', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[/\\.@:\t\n]{0,5}[a-z./\\]{0,9}$/)), (gevraagd) => {
        expect(new URL(leesTerug(gevraagd), 'https://loket.example').origin).toBe('https://loket.example');
      }),
    );
  });
});

describe('a session at a request', () => {
  const grenzen = { stilS: 1_800, maximumS: 28_800 };
  const stand = { huidig: true, onbevestigd: false, vorigeVoorbijS: null, stilS: 5, bestaatS: 100, geroteerdS: 100 };
  const beslis = (anders: Partial<SessieStand>) => beslisSessie({ ...stand, ...anders }, grenzen);

  test('ends when nothing was done for too long, and in the end whatever is done', () => {
    expect(beslis({ stilS: 1_800 })).toBe('verlopen');
    expect(beslis({ bestaatS: 28_800 })).toBe('verlopen');
    expect(beslis({ stilS: 1_799, bestaatS: 28_799 })).toMatchObject({ raak: true });
  });

  test('gets a new id every quarter of an hour; the old one works until the new one has come back, and shortly after', () => {
    expect(beslis({ geroteerdS: 900 })).toMatchObject({ roteer: true });
    expect(beslis({ onbevestigd: true })).toMatchObject({ bevestig: true, roteer: false });
    expect(beslis({ huidig: false, onbevestigd: true })).toEqual({ raak: false, bevestig: false, roteer: false });
    expect(beslis({ huidig: false, onbevestigd: true, geroteerdS: 900 })).toMatchObject({ roteer: true });
    expect(beslis({ huidig: false, vorigeVoorbijS: -10 })).toMatchObject({ roteer: false });
  });

  test('ends for both when an id comes back that was replaced', () => {
    expect(beslis({ huidig: false, vorigeVoorbijS: 0 })).toBe('herhaald');
  });
});
