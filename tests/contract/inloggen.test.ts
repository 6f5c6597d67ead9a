import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { inlogdienst } from '../../server/toegang/domain/inlogdienst.ts';
import { isRole, rollen } from '../../server/toegang/domain/rollen.ts';
import type { Instellingen } from '../../server/toegang/instellingen.ts';
import { oefenmensen } from '../../server/toegang/oefenomgeving/mensen.ts';
import { startApi, type TestApi } from '../api.ts';
import { Browser } from '../browser.ts';
import { onBothEngines } from '../database.ts';
import { type Issuer, startIssuer } from '../issuer.ts';

const sessie = `${apiBase}/sessie`;
const bsns = oefenmensen.flatMap(({ claims }) => [claims.bsn, claims.namens_bsn].filter((een) => een !== undefined));

const instellingen = (url: string, anders: Partial<Instellingen>): Instellingen => ({
  publicUrl: url,
  lokaalUrl: url,
  grenzen: { stilS: 1_800, maximumS: 28_800 },
  diensten: [],
  oefenomgeving: false,
  sleutel: Buffer.alloc(32, 7),
  ...anders,
});

const wieBen = async (browser: Browser) => (await browser.lees(sessie)).body.ingelogd;

onBothEngines('Logging in, in the practice environment', (database) => {
  let api: TestApi;
  let browser: Browser;
  let logboek = '';
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(regel, _, klaar) {
        logboek += regel;
        klaar();
      },
    }),
  );
  beforeAll(async () => {
    api = await startApi(database.db, (url) => ({ toegang: instellingen(url, { oefenomgeving: true }) }), { log });
  });
  afterAll(() => api.close());
  beforeEach(() => {
    browser = new Browser(api.url);
  });

  test('every invented person comes in, in his own role, and together they have them all', async () => {
    const gezien = new Set<string>();
    for (const mens of oefenmensen) {
      const ander = new Browser(api.url);
      expect(await ander.logIn(mens.id), mens.id).toBe(`${api.url}/`);
      const wie = await wieBen(ander);
      expect(wie, mens.id).toMatchObject({ naam: mens.naam, zekerheid: expect.stringMatching(/\S/) });
      if (mens.rollen.length > 0) expect(wie).toMatchObject({ rollen: mens.rollen, bevoegdGezag: ['gm9999'] });
      for (const rol of wie.rollen) gezien.add(rol);
    }
    expect([...gezien].sort()).toEqual(Object.keys(rollen).filter(isRole).sort());
  });

  test('a BSN goes nowhere: not into a table, an address, the log or an answer', async () => {
    const adressen: string[] = [];
    for (const mens of ['sanne', 'joris']) {
      const ander = new Browser(api.url);
      adressen.push(await ander.logIn(mens, { tot: '/inloggen/antwoord' }));
      await ander.ga(adressen.at(-1) ?? '');
      adressen.push(JSON.stringify(await wieBen(ander)));
    }
    const { rows: tabellen } = await database.db.raw(
      `SELECT format('%I.%I', table_schema, table_name) AS naam FROM information_schema.tables
       WHERE table_schema IN ('public', 'opdracht') AND table_type = 'BASE TABLE'`,
    );
    const inhoud = await Promise.all(
      tabellen.map(async ({ naam }: { naam: string }) => {
        const { rows } = await database.db.raw(`SELECT t::text AS rij FROM ${naam} t LIMIT 5000`);
        return JSON.stringify(rows);
      }),
    );
    expect(inhoud.join()).toContain('Sanne de Vries');
    for (const bsn of bsns) {
      for (const [waar, tekst] of Object.entries({ tabellen: inhoud.join(), adressen: adressen.join(), logboek })) {
        expect(tekst.includes(bsn), waar).toBe(false);
      }
    }
  });

  test('the same person has the same pseudonym, and a gemachtigde reaches what is of the other', async () => {
    for (const mens of ['sanne', 'sanne', 'joris']) await new Browser(api.url).logIn(mens);
    const rijen = await database.db('sessie').whereIn('naam', ['Sanne de Vries', 'Joris Bakker']);
    const van = (naam: string) => rijen.filter((rij) => rij.naam === naam);
    expect(new Set(van('Sanne de Vries').map(({ persoon }) => persoon)).size).toBe(1);
    const [joris] = van('Joris Bakker');
    expect(joris).toMatchObject({
      rol: 'gemachtigde',
      namens: 'Sanne de Vries',
      eigenaar: van('Sanne de Vries')[0].persoon,
    });
    expect(joris.persoon).not.toBe(joris.eigenaar);
  });

  test('a lower level is what it is', async () => {
    await browser.logIn('sanne', { niveau: 'midden', vraag: '?niveau=dossier' });
    expect(await wieBen(browser)).toMatchObject({ zekerheid: 'DigiD Midden' });
  });

  test('goes back to the page where somebody was, and never to another site', async () => {
    const vraag = (terug: string) => `?${new URLSearchParams({ terug })}`;
    const tot = `${api.url}/locatie`;
    expect(await browser.logIn('petra', { vraag: vraag('/locatie?x=1'), tot })).toBe(`${tot}?x=1`);
    for (const kwaad of ['https://kwaad.example', '//kwaad.example/x', '/\\kwaad.example']) {
      expect(await new Browser(api.url).logIn('petra', { vraag: vraag(kwaad) }), kwaad).toBe(`${api.url}/`);
    }
  });

  test('is logged, and so is logging out', async () => {
    await browser.logIn('ineke');
    await browser.vraag(sessie, { method: 'DELETE' });
    const regels = await database.db('audit_avg').where({ rol: 'auditor' }).orderBy('id', 'desc').limit(2);
    expect(regels.map(({ bewerking }) => bewerking)).toEqual(['DELETE /sessie', 'inloggen']);
    expect(await wieBen(browser)).toBeNull();
  });

  test('gives a new session id, and ends what this browser had', async () => {
    await browser.logIn('sanne');
    const eerst = browser.kopie();
    await browser.logIn('yusuf');
    expect(await wieBen(browser)).toMatchObject({ naam: 'Yusuf Demir' });
    expect(await wieBen(eerst)).toBeNull();
  });

  describe('holds against', () => {
    const antwoord = (mens = 'sanne') => browser.logIn(mens, { tot: '/inloggen/antwoord' });
    const reden = async (wie: Browser, adres: string) => new URL((await wie.ga(adres)).url).searchParams.get('reden');

    test('an answer that is used again, here or by who copied everything', async () => {
      const adres = await antwoord();
      const dief = browser.kopie();
      expect((await browser.ga(adres)).url).toBe(`${api.url}/`);
      expect(await reden(dief, adres)).toBe('verlopen');
      expect(await reden(browser, adres)).toBe('verlopen');
      expect(await wieBen(dief)).toBeNull();
    });

    test('an answer that belongs to the login of another browser', async () => {
      const adres = await antwoord('petra');
      const slachtoffer = new Browser(api.url);
      expect(await reden(slachtoffer, adres)).toBe('verlopen');
      await slachtoffer.vraag('/inloggen');
      expect(await reden(slachtoffer, adres)).toBe('geweigerd');
      expect(await wieBen(slachtoffer)).toBeNull();
    });

    test('a code, state or issuer that was changed on the way', async () => {
      for (const [naam, waarde] of [
        ['code', 'verzonnen'],
        ['state', 'verzonnen'],
        ['iss', 'https://kwaad.example'],
      ] as const) {
        browser = new Browser(api.url);
        const adres = new URL(await antwoord());
        adres.searchParams.set(naam, waarde);
        expect(await reden(browser, adres.href), naam).toBe('geweigerd');
        expect(await wieBen(browser), naam).toBeNull();
      }
    });

    test('an attempt that took too long', async () => {
      const adres = await antwoord();
      await database.db('inlogpoging').update({ verloopt_op: database.db.raw(`now() - interval '1 second'`) });
      expect(await reden(browser, adres)).toBe('verlopen');
    });

    test('somebody who does not exist, or a level that he has not', async () => {
      for (const keuze of [{ mens: 'beheerder' }, { mens: 'sanne', niveau: 'meerfactor' }, { niveau: 'hoog' }, {}]) {
        const pagina = await browser.ga('/inloggen');
        const gevolg = await browser.vraag(pagina.url, { method: 'POST', body: new URLSearchParams(keuze as never) });
        expect(gevolg.status).toBe(400);
      }
    });
  });

  test('who changes his mind goes back, not logged in', async () => {
    const pagina = await browser.ga('/inloggen?terug=/begrippen');
    const { url } = await browser.ga(`${pagina.url}/_stop`, { method: 'POST' });
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ reden: 'geweigerd', terug: '/begrippen' });
  });

  test('another name of this machine goes on by the one that the cookies are of', async () => {
    const { port } = new URL(api.url);
    const antwoord = await fetch(`http://localhost:${port}/inloggen?terug=/bronnen`, { redirect: 'manual' });
    expect(antwoord.headers.get('location')).toBe(
      `${api.url}/inloggen?dienst=oefenomgeving&niveau=geen&terug=${encodeURIComponent('/bronnen')}`,
    );
  });

  test('its page has no script, and a policy of its own', async () => {
    const { response } = await browser.ga('/inloggen');
    expect(response?.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(await response?.text()).toMatch(/Dit is een oefenomgeving/);
  });
});

onBothEngines('Logging in with a service by configuration', (database) => {
  let api: TestApi;
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await startIssuer();
    const medewerkers = inlogdienst.parse({
      id: 'werk',
      naam: 'uw werkaccount',
      issuer: issuer.url,
      clientId: 'loket',
      clientSecret: 'geheim',
      claims: { rollen: 'groups', niveau: 'amr' },
      rollen: { vergunningen: 'behandelaar' },
      niveaus: { '*': 'medewerker-meerfactor' },
      bevoegdGezag: ['gm9999'],
    });
    api = await startApi(database.db, (url) => ({ toegang: instellingen(url, { diensten: [medewerkers] }) }));
  });
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });
  beforeEach(() => {
    Object.assign(issuer, {
      zegt: {},
      tekent: 'goed',
      weg: false,
      userinfo: { groups: ['vergunningen'], name: 'Kim' },
    });
  });

  const logIn = async () => {
    const browser = new Browser(api.url);
    const { url } = await browser.ga('/inloggen');
    return { browser, reden: new URL(url).searchParams.get('reden') };
  };

  test('works by what the service says of itself, and ends there too', async () => {
    const { browser, reden } = await logIn();
    expect(reden).toBeNull();
    expect(await wieBen(browser)).toMatchObject({ naam: 'Kim', rol: 'behandelaar', bevoegdGezag: ['gm9999'] });
    const uit = await (await browser.vraag(sessie, { method: 'DELETE' })).json();
    expect(uit.naar).toBe(
      `${issuer.url}/uit?${new URLSearchParams({ post_logout_redirect_uri: `${api.url}/`, client_id: 'loket' })}`,
    );
  });

  const nu = () => Math.floor(Date.now() / 1_000);

  test('clocks may differ by a minute', async () => {
    issuer.zegt = { iat: nu() + 50, exp: nu() + 100 };
    expect((await logIn()).reden).toBeNull();
    issuer.zegt = { iat: nu() - 120, exp: nu() - 50 };
    expect((await logIn()).reden).toBeNull();
  });

  test.each([
    ['signed by somebody else', { tekent: 'andere-sleutel' }],
    ['not signed', { tekent: 'geen' }],
    ['signed with the public key as a secret', { tekent: 'hmac' }],
    ['meant for another client', { zegt: { aud: 'ander' } }],
    ['of another issuer', { zegt: { iss: 'https://kwaad.example' } }],
    ['of another login', { zegt: { nonce: 'verzonnen' } }],
    ['without a nonce', { zegt: { nonce: undefined } }],
    ['that ran out', { zegt: { iat: 1_000, exp: 2_000 } }],
    ['that begins later', { zegt: { nbf: Math.floor(Date.now() / 1_000) + 600 } }],
  ] as const)('a token %s is refused', async (_, anders) => {
    Object.assign(issuer, anders);
    const { browser, reden } = await logIn();
    expect(reden).toBe('geweigerd');
    expect(await wieBen(browser)).toBeNull();
  });

  test('a role that the configuration does not know is none, whatever else is claimed', async () => {
    issuer.zegt = { groups: ['beheerder', 'behandelaar'], rollen: ['beheerder'], bsn: '999900006' };
    expect((await logIn()).reden).toBe('rol');
  });

  test('a service that is away is said to be, and asked again at the next login', async () => {
    const andere = await startApi(database.db, (url) => ({
      toegang: instellingen(url, {
        diensten: [inlogdienst.parse({ id: 'weg', naam: 'x', issuer: issuer.url, clientId: 'loket', publiek: true })],
      }),
    }));
    issuer.weg = true;
    const browser = new Browser(andere.url);
    expect(new URL((await browser.ga('/inloggen')).url).searchParams.get('reden')).toBe('dienst');
    issuer.weg = false;
    issuer.zegt = { acr: 'digid-midden', bsn: '999900006' };
    await browser.ga('/inloggen');
    expect(await wieBen(browser)).toMatchObject({ rol: 'burger' });
    await andere.close();
  });

  test('where nothing is configured there is nothing to log in with', async () => {
    const kaal = await startApi(database.db);
    const antwoord = await fetch(`${kaal.url}/inloggen`, { redirect: 'manual' });
    expect(antwoord.headers.get('location')).toBe('/inloggen/mislukt?reden=niet-ingericht');
    expect((await fetch(`${kaal.url}/oefenomgeving/auth`)).status).toBe(404);
    await kaal.close();
  });
});
