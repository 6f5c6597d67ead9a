import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alsMens, mens } from '../mensen.ts';
import { maakZaak } from '../zaak.ts';

type Headers = Record<string, string>;

/** A notice of another bron than this loket. */
const besluit = (identificatie: string, anders: object = {}) => ({
  identificatie,
  soort: 'ontwerp',
  onderwerp: 'bouwen',
  titel: `Ontwerp ${identificatie}`,
  zaaknummer: identificatie,
  procedure: 'uitgebreid',
  bevoegd_gezag: 'Markerstad',
  gemeente_code: 'gm9999',
  gepubliceerd: '2026-11-01',
  ter_inzage: '2026-11-02',
  plaats_soort: 'punt',
  bron_id: 'proef',
  ...anders,
});

/** The tests take place on Sunday 22 November 2026. */
onBothEngines('Having a say', (database) => {
  let api: TestApi;
  let petra: Headers;
  let buur: Headers;
  let ander: Headers;
  beforeAll(async () => {
    const { db } = database;
    api = await startApi(db);
    petra = await alsMens(db, mens('behandelaar', { persoon: 'petra', naam: 'Petra Jansen' }));
    buur = await alsMens(db, mens('burger', { persoon: 'buur', eigenaar: 'buur', naam: 'Fatma Yilmaz' }));
    ander = await alsMens(db, mens('burger', { persoon: 'ander', eigenaar: 'ander' }));
    await db('bron').insert({
      id: 'proef',
      soort: 'proef',
      naam: 'Proef',
      licentie: 'CC0 1.0',
      peildatum: '2026-11-01',
      gemeente_code: 'gm9999',
    });
    await db('gemeente').insert({
      code: 'gm9999',
      naam: 'Markerstad',
      geom: db.raw(`ST_Multi(ST_MakeEnvelope(140000, 490000, 160000, 510000, 28992))`),
      bron_id: 'proef',
    });
    const geom = db.raw(`ST_SetSRID(ST_MakePoint(150000, 500000), 28992)`);
    await db('besluit').insert(
      [
        besluit('open'),
        besluit('eerste-dag', { ter_inzage: '2026-11-22' }),
        besluit('over-weekend', { ter_inzage: '2026-10-11' }),
        besluit('te-laat', { ter_inzage: '2026-10-10' }),
        besluit('later', { zaaknummer: 'te-laat', soort: 'definitief', gepubliceerd: '2026-11-20' }),
        besluit('morgen', { ter_inzage: '2026-11-23' }),
        besluit('onbekend', { ter_inzage: null }),
        besluit('feest', { onderwerp: 'evenement' }),
        besluit('water', { bevoegd_gezag: 'waterschap Markermeren' }),
        besluit('plan', { soort: 'plan-voornemen', procedure: null, ter_inzage: null }),
        besluit('aanvraag', { soort: 'aanvraag', procedure: null, ter_inzage: null }),
      ].map((rij) => ({ ...rij, geom })),
    );
  });
  afterAll(() => api.close());

  const lees = async (headers: Headers, path: string) => api.send('GET', `${apiBase}${path}`, { headers });
  const geef = (headers: Headers, over: object, meer: object = {}) =>
    api.send('POST', `${apiBase}/zienswijzen`, {
      headers,
      body: { id: randomUUID(), ...over, tekst: 'Mijn tuin krijgt geen zon meer 🌞', ...meer },
    });

  test.each([
    ['open', { soort: 'zienswijze', kan: true, wie: 'iedereen', artikel: 'Ow 16.23 en Awb 3:16' }, 200],
    ['eerste-dag', { soort: 'zienswijze', kan: true }, 200],
    ['over-weekend', { soort: 'zienswijze', kan: true, uitleg: expect.stringContaining('maandag 23 november') }, 200],
    [
      'te-laat',
      { soort: 'zienswijze', kan: false, watNog: [expect.stringContaining('Ontwerp later'), expect.anything()] },
      409,
    ],
    ['morgen', { soort: 'zienswijze', kan: false }, 409],
    ['onbekend', { soort: 'zienswijze', kan: true, uitleg: expect.stringContaining('weten dus niet') }, 200],
    ['feest', { soort: 'zienswijze', kan: true, wie: 'belanghebbende', artikel: 'Awb 3:15 en 3:16' }, 400],
    ['water', { soort: 'geen', kan: false, watNog: [expect.stringContaining('waterschap Markermeren')] }, 409],
    ['plan', { soort: 'reactie', kan: true, artikel: 'Ow 16.29' }, 200],
    ['aanvraag', { soort: 'geen', kan: false }, 409],
    ['later', { soort: 'beroep', kan: false, wie: 'belanghebbende' }, 409],
  ] as const)('what can be done with "%s" is told, and only that is taken', async (id, weg, status) => {
    const gezien = (await lees({}, `/inspraak/${id}`)).body.weg;
    expect(gezien).toMatchObject(weg);
    const antwoord = await geef(buur, { besluit: id });
    expect(antwoord.status, JSON.stringify(antwoord.body)).toBe(status);
    if (status === 409) expect(antwoord.body.detail).toBe([gezien.uitleg, ...gezien.watNog].join(' '));
  });

  test('who is touched by what lies outside the Omgevingswet says why', async () => {
    const antwoord = await geef(buur, { besluit: 'feest' }, { belang: 'Ik woon naast het veld.' });
    expect(antwoord.body).toMatchObject({ soort: 'zienswijze', belang: 'Ik woon naast het veld.' });
  });

  test('a zienswijze on a zaak of this loket: once, with a mail without its content, seen by its behandelaar and nobody else', async () => {
    const { db } = database;
    const zaak = await maakZaak(db, { procedure: 'uitgebreid' });
    const handel = async (naam: string, body: object) => {
      const { versie } = (await lees(petra, `/behandelingen/${zaak}`)).body;
      return api.send('POST', `${apiBase}/behandelingen/${zaak}/_${naam}`, {
        headers: petra,
        body: { versie, ...body },
      });
    };
    await handel('neem', {});
    const { body } = await handel('leg-ter-inzage', {
      besluit: { resultaat: 'verleend', motivering: 'Het past.', voorschriften: [], onomkeerbaar: false },
      omschrijving: 'het bouwen van een schuur',
      vanaf: '2026-11-22',
    });
    const over = { besluit: body.bekendmakingen[0].identificatie, id: randomUUID() };
    const meer = { email: 'fatma@voorbeeld.example', adres: 'Proefstraat 1' };
    const [een, nog] = await Promise.all([geef(buur, over, meer), geef(buur, over, meer)]);
    expect(een.body).toMatchObject({
      kenmerk: expect.stringMatching(/^R-2026-\d{6}$/),
      soort: 'zienswijze',
      naam: 'Fatma Yilmaz',
      uiterlijk: '2027-01-04',
    });
    expect(nog.body).toEqual(een.body);
    expect((await geef(ander, over)).status).toBe(404);
    expect(await db('zienswijze').where({ id: over.id })).toHaveLength(1);
    const post = await db('post').where({ aan: meer.email });
    expect(post).toHaveLength(1);
    expect(post[0].tekst).toContain(een.body.kenmerk);
    expect(post[0].tekst).not.toContain('tuin');

    const gezien = await lees(petra, `/zienswijzen?zaak=${zaak}`);
    expect(gezien.body).toMatchObject({ totaal: 1, zienswijzen: [{ naam: 'Fatma Yilmaz', adres: 'Proefstraat 1' }] });
    const log = await db('audit_avg').where({ persoon: 'petra', gegeven: 'zienswijze' });
    expect(log).toMatchObject([{ handeling: 'raadplegen', object_id: zaak, uitkomst: 'gelukt' }]);
    const anders = await alsMens(db, mens('behandelaar', { persoon: 'elders', bevoegdGezag: ['gm0228'] }));
    expect((await lees(anders, `/zienswijzen?zaak=${zaak}`)).body.totaal).toBe(0);
    const eigen = (await lees(buur, '/zienswijzen')).body.zienswijzen;
    expect(eigen[0]).toMatchObject({ id: over.id, zaak: body.kenmerk });
    expect((await lees(ander, '/zienswijzen')).body).toEqual({ totaal: 0, zienswijzen: [] });
    // who filed the zaak, and who reads what was published, learn no name
    const sanne = await alsMens(db, mens('burger'));
    expect(JSON.stringify((await lees(sanne, `/zaken/${zaak}`)).body)).not.toMatch(/Fatma|R-2026/);
    expect(JSON.stringify((await lees({}, `/inspraak/${over.besluit}`)).body)).not.toMatch(/Fatma/);
  });

  test('a page for everybody tells of a plan without names, takes reactions until its day, and tells what came of them', async () => {
    const { db } = database;
    const zaak = await maakZaak(db);
    const { kenmerk } = await db('zaak').where({ id: zaak }).first();
    const schrijf = (versie: number, anders: object = {}) =>
      api.send('PUT', `${apiBase}/behandelingen/${zaak}/initiatief`, {
        headers: petra,
        body: {
          versie,
          titel: 'Een dakkapel',
          plan: 'Er komt een dakkapel.',
          reagerenTot: '2026-12-01',
          zichtbaar: true,
          ...anders,
        },
      });
    expect((await lees({}, `/initiatieven/${kenmerk}`)).status).toBe(404);
    expect((await schrijf(0)).body.detail).toBe('Neem eerst de zaak in behandeling.');
    await db('zaak').where({ id: zaak }).update({ behandelaar: 'petra' });
    expect((await schrijf(0, { reagerenTot: '2026-11-21' })).status).toBe(400);
    expect((await schrijf(0)).body).toMatchObject({ versie: 1, reacties: 0, kanNiet: null });
    expect((await schrijf(0)).status).toBe(409);
    const pagina = (await lees({}, `/initiatieven/${kenmerk}`)).body;
    expect(pagina).toMatchObject({
      titel: 'Een dakkapel',
      reacties: 0,
      uitkomst: '',
      weg: { soort: 'reactie', kan: true },
    });
    expect(JSON.stringify(pagina)).not.toMatch(/Sanne|Vries|persoon/);
    const email = 'fatma.plan@voorbeeld.example';
    expect((await geef(buur, { initiatief: kenmerk }, { email })).body).toMatchObject({
      soort: 'reactie',
      zaak: kenmerk,
    });
    await schrijf(1, { uitkomst: 'Het dak wordt lager.' });
    expect((await lees({}, `/initiatieven/${kenmerk}`)).body).toMatchObject({
      reacties: 1,
      uitkomst: 'Het dak wordt lager.',
    });
    const post = (await db('post').where({ aan: email })).map(({ onderwerp }) => onderwerp);
    expect(post).toEqual(expect.arrayContaining([expect.stringContaining('Wat met uw reactie is gedaan')]));
    await db('initiatief').where({ zaak_id: zaak }).update({ reageren_tot: '2026-11-21' });
    expect((await geef(buur, { initiatief: kenmerk })).body.detail).toMatch(/U kon reageren t\/m zaterdag 21 november/);
    await schrijf(2, { zichtbaar: false });
    expect((await lees({}, `/initiatieven/${kenmerk}`)).status).toBe(404);
    expect((await geef(buur, { initiatief: kenmerk })).status).toBe(404);
  });

  test('bad input is refused with what to do', async () => {
    for (const body of [
      { id: randomUUID(), tekst: 'x' },
      { id: randomUUID(), besluit: 'open', initiatief: 'Z-2026-000001', tekst: 'x' },
      { id: randomUUID(), besluit: 'open', tekst: '  ' },
      { id: randomUUID(), besluit: 'open', tekst: 'a'.repeat(20_001) },
      { id: 'x', besluit: 'open', tekst: 'x' },
      { id: randomUUID(), besluit: "' OR 1=1", tekst: 'x' },
      { id: randomUUID(), besluit: 'open', tekst: 'x', email: 'geen adres' },
    ]) {
      const { status } = await api.send('POST', `${apiBase}/zienswijzen`, { headers: buur, body });
      expect(status, JSON.stringify(body)).toBe(400);
    }
    expect((await geef(buur, { besluit: 'bestaat-niet' })).status).toBe(404);
    expect((await lees({}, '/inspraak/bestaat-niet')).status).toBe(404);
  });
});
