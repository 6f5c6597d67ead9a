import { randomUUID } from 'node:crypto';
import knexPostgis from 'knex-postgis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { puntInRd } from '../../db/punt.ts';
import type { Diensten } from '../../server/diensten.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { burenbrievenMaken } from '../../server/inspraak/buren/maken.ts';
import { findPost } from '../../server/post/queries.ts';
import { startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { proefDiensten } from '../diensten.ts';
import { aanDeBalie, contact, proefPdf } from '../indienen.ts';
import { alsMens, mens } from '../mensen.ts';
import { readPdf } from '../pdf.ts';
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
  let diensten: Diensten;
  let petra: Headers;
  let buur: Headers;
  let ander: Headers;
  beforeAll(async () => {
    const { db } = database;
    diensten = proefDiensten();
    api = await startApi(db, {}, { diensten });
    // zaken that are filed are numbered apart from those that the tests put there
    await db.raw(`SELECT setval('zaak_nummer', 9000)`);
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
    const geom = puntInRd(db, { x: 150_000, y: 500_000 });
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

  test('something else under the same number is not thrown away in silence, and one that nobody sees is none', async () => {
    const id = randomUUID();
    const eerste = await geef(buur, { besluit: 'open' }, { id });
    expect((await geef(buur, { besluit: 'open' }, { id })).body).toEqual(eerste.body);
    for (const anders of [{ tekst: 'Toch niet.' }, { adres: 'Elders 1' }, { belang: 'x' }, { email: 'a@b.example' }]) {
      expect(await geef(buur, { besluit: 'open' }, { id, ...anders }), JSON.stringify(anders)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining(eerste.body.kenmerk) },
      });
    }
    expect((await geef(buur, { besluit: 'open' }, { tekst: ' \u200b\n' })).status).toBe(400);
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
    const genomen = { resultaat: 'verleend', motivering: 'Het past.', voorschriften: [], onomkeerbaar: false };
    await handel('neem', {});
    const { body } = await handel('leg-ter-inzage', {
      besluit: genomen,
      omschrijving: 'het bouwen van een schuur',
      vanaf: '2026-11-22',
    });
    const over = { besluit: body.bekendmakingen[0].identificatie, id: randomUUID() };
    const balie = aanDeBalie(api, buur);
    const concept = (await balie.begin('zienswijze', {}, null)).body.id;
    const pdf = proefPdf('uitzicht');
    const bijlage = randomUUID();
    await balie.stuur(concept, pdf, { naam: 'uitzicht.pdf', bijlage, tot: 20 });
    const meer = { email: 'fatma@voorbeeld.example', adres: 'Proefstraat 1', concept };
    expect((await geef(buur, over, meer)).body.fouten).toMatchObject([{ veld: 'bijlagen' }]);
    await balie.stuur(concept, pdf, { naam: 'uitzicht.pdf', bijlage, vanaf: 20 });
    // the files of somebody else, and an aanvraag that is being written, do not go along
    expect((await geef(ander, over, meer)).body.fouten).toMatchObject([{ veld: 'bijlagen' }]);
    const schets = (await balie.begin('sloopmelding', {}, null)).body.id;
    expect((await geef(buur, over, { concept: schets })).status).toBe(400);
    expect((await lees(buur, '/concepten')).body.concepten.map(({ id }: { id: string }) => id)).toEqual([schets]);
    const [een, nog] = await Promise.all([geef(buur, over, meer), geef(buur, over, meer)]);
    expect(een.body).toMatchObject({
      kenmerk: expect.stringMatching(/^R-2026-\d{6}$/),
      soort: 'zienswijze',
      naam: 'Fatma Yilmaz',
      uiterlijk: '2027-01-04',
      bijlagen: [{ id: bijlage, naam: 'uitzicht.pdf', bytes: pdf.length }],
    });
    expect(nog.body).toEqual(een.body);
    expect((await geef(ander, over)).status).toBe(404);
    expect(await db('zienswijze').where({ id: over.id })).toHaveLength(1);
    const post = await db('post').where({ aan: meer.email });
    expect(post).toHaveLength(1);
    expect(post[0].tekst).toContain(een.body.kenmerk);
    expect(post[0].tekst).not.toContain('tuin');
    expect((await findPost(db, post[0].id))?.document).toMatchObject({
      titel: `Ontvangstbevestiging ${een.body.kenmerk}`,
      mediatype: 'application/pdf',
    });

    // who gave it and who handles it read the paper and the file; nobody else does
    const haal = (wie: Headers, wat: string) =>
      fetch(`${api.url}${apiBase}/zienswijzen/${over.id}/${wat}`, { headers: wie });
    const bon = await readPdf(new Uint8Array(await (await haal(buur, 'ontvangstbevestiging/pdf')).arrayBuffer()));
    expect(bon).toMatchObject({ taal: 'nl-NL', fouten: [] });
    for (const wat of [een.body.kenmerk, 'tuin', 'Proefstraat 1', 'uitzicht.pdf'])
      expect(JSON.stringify(bon.hoofdstukken)).toContain(wat);
    expect(Buffer.from(await (await haal(petra, `bijlagen/${bijlage}`)).arrayBuffer()).equals(pdf)).toBe(true);
    for (const wat of ['ontvangstbevestiging/pdf', `bijlagen/${bijlage}`]) {
      expect((await haal(ander, wat)).status).toBe(404);
    }
    expect((await haal(buur, `bijlagen/${randomUUID()}`)).status).toBe(404);

    // when there is a besluit he hears what he can do against it
    await db('zaak').where({ id: zaak }).update({ ter_inzage_op: '2026-10-01' });
    await handel('besluit', { besluit: genomen, omschrijving: 'het bouwen van een schuur' });
    const bericht = await db('post').where({ aan: meer.email }).whereLike('onderwerp', 'Er is een besluit%');
    expect(bericht).toMatchObject([
      { tekst: expect.stringContaining('in beroep bij de rechtbank t/m maandag 4 januari 2027') },
    ]);

    const gezien = await lees(petra, `/zienswijzen?zaak=${zaak}`);
    expect(gezien.body).toMatchObject({ totaal: 1, zienswijzen: [{ naam: 'Fatma Yilmaz', adres: 'Proefstraat 1' }] });
    const log = await db('audit_avg').where({ persoon: 'petra', gegeven: 'zienswijze' }).orderBy('id');
    expect(log).toMatchObject(
      [over.id, zaak].map((object_id) => ({ handeling: 'raadplegen', object_id, uitkomst: 'gelukt' })),
    );
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

  test('the neighbours of a plan: by distance or buurt, and one letter per adres without names, kept and logged', async () => {
    const { db } = database;
    const punt = (x: number, y: number) => puntInRd(db, { x, y });
    const st = knexPostgis(db);
    const vak = (x: number, y: number, rand: number) => st.multi(st.makeEnvelope(x, y, x + rand, y + rand, 28992));
    await db('bron').insert({
      id: 'bag',
      soort: 'bag',
      naam: 'BAG',
      licentie: 'CC0 1.0',
      peildatum: '2026-11-01',
      aantallen: JSON.stringify({ adres: 4 }),
      dekking: vak(150_000, 505_000, 1_000),
    });
    await db('perceel').insert({
      identificatie: 'p1',
      kadastrale_aanduiding: 'MRK01 A 1',
      kadastrale_gemeente: 'MRK01',
      sectie: 'A',
      perceelnummer: 1,
      geom: vak(150_400, 505_400, 20),
      bron_id: 'bag',
    });
    await db('buurt').insert({
      code: 'BU99990001',
      naam: 'Proefbuurt',
      wijk_code: 'WK999900',
      gemeente_code: 'gm9999',
      geom: vak(150_350, 505_300, 115),
      bron_id: 'bag',
    });
    const adres = (id: string, huisnummer: number, x: number, y: number, anders: object = {}) => ({
      identificatie: id,
      weergave: id,
      straat: 'Proefstraat',
      huisnummer,
      postcode: '9999AA',
      woonplaats: 'Markerstad',
      gebruiksdoelen: ['woonfunctie'],
      geom: punt(x, y),
      bron_id: 'bag',
      ...anders,
    });
    await db('adres').insert([
      adres('zelf', 1, 150_410, 505_410),
      // 50 m and 50.1 m from the border of the perceel, 60 m and more from the point
      adres('grens', 3, 150_470, 505_410, { toevoeging: 'hs' }),
      adres('winkel', 5, 150_470.1, 505_410, { gebruiksdoelen: ['winkelfunctie'] }),
      adres('zuid', 10, 150_410, 505_310),
    ]);
    const zaak = await maakZaak(db, {
      behandelaar: 'petra',
      punt: punt(150_410, 505_410),
      perceel: ['MRK01 A 1'],
    } as object);
    const buren = async (vraag: string, wie = petra) => lees(wie, `/behandelingen/${zaak}/buren?${vraag}`);
    const ids = ({ body }: { body: { adressen: { id: string }[] } }) => body.adressen.map(({ id }) => id);
    const dichtbij = await buren('afstand=50');
    expect(ids(dichtbij)).toEqual(['zelf', 'grens']);
    expect(dichtbij.body).toMatchObject({ vanaf: 'perceel', stand: 'bekend', aantal: 2, keuze: 'binnen 50 meter' });
    expect(dichtbij.body.adressen[1]).toMatchObject({
      straatregel: 'Proefstraat 3-hs',
      afstandM: 50,
      eigenPerceel: false,
    });
    expect(ids(await buren('afstand=51'))).toEqual(['zelf', 'grens', 'winkel']);
    expect(ids(await buren('buurt=BU99990001'))).toEqual(['zelf', 'zuid']);
    expect((await buren('afstand=1000')).body.stand).toBe('deels');
    for (const vraag of [
      '',
      'afstand=0',
      'afstand=1001',
      'afstand=x',
      'buurt=BU00000000',
      'afstand=5&buurt=BU99990001',
    ]) {
      expect((await buren(vraag)).status, vraag).toBe(400);
    }
    const elders = await alsMens(db, mens('behandelaar', { persoon: 'elders', bevoegdGezag: ['gm0228'] }));
    expect((await buren('afstand=50', elders)).status).toBe(404);

    const brief = randomUUID();
    const maak = (wie: Headers, meer: object = {}) =>
      api.send('POST', `${apiBase}/behandelingen/${zaak}/_burenbrief`, {
        headers: wie,
        body: {
          brief,
          afstand: 51,
          eigenPerceel: false,
          titel: 'Een plan',
          tekst: 'Regel een.\n\nRegel twee.',
          ...meer,
        },
      });
    const een = await maak(petra);
    expect(een.body).toMatchObject({ id: brief, aantal: 2, keuze: 'binnen 51 meter' });
    expect((await maak(petra)).body).toEqual(een.body);
    for (const anders of [{ titel: 'Anders' }, { eigenPerceel: true }, { afstand: 50 }]) {
      expect(await maak(petra, anders)).toMatchObject({
        status: 409,
        body: { type: expect.stringContaining('nummer-bestaat') },
      });
    }
    // the paper is made apart from who asks for it, tells how far it is, and is then kept
    const stand = async () => (await lees(petra, `/behandelingen/${zaak}/burenbrieven/${brief}`)).body;
    expect(await stand()).toEqual(een.body);
    const opdracht = { zaakId: zaak, brief };
    expect(await db('opdracht.job').where({ name: 'burenbrieven-maken' }).pluck('data')).toEqual([opdracht]);
    const context = { db, log: pino({ level: 'silent' }), vandaag: () => testVandaag, diensten, publicUrl: api.url };
    for (let keer = 0; keer < 2; keer += 1) await burenbrievenMaken.doe(opdracht, context);
    expect(await stand()).toMatchObject({ klaar: true, aantal: 2 });
    const haal = (vorm: string, wie = petra) =>
      fetch(`${api.url}${apiBase}/behandelingen/${zaak}/burenbrieven/${brief}/${vorm}`, { headers: wie });
    const pdf = await readPdf(new Uint8Array(await (await haal('pdf')).arrayBuffer()));
    expect(pdf).toMatchObject({ taal: 'nl-NL', fouten: [] });
    const csv = await (await haal('csv')).text();
    expect(csv.split('\r\n')[2]).toBe('winkel;Proefstraat 5;9999 AA  Markerstad;nee;nee;50,1');
    expect(csv).not.toMatch(/Sanne|Vries/);
    expect((await haal('pdf', elders)).status).toBe(404);
    const log = await db('audit_avg').where({ object_id: brief, uitkomst: 'gelukt' });
    expect(log.map(({ handeling }) => handeling)).toEqual(['verstrekken', 'verstrekken']);
    expect(await db('zaak_gebeurtenis').where({ zaak_id: zaak, soort: 'burenbrief' })).toHaveLength(1);
  });

  test('bezwaar is a zaak of its own: in time, late and unknown are taken and marked; beroep is not for this loket', async () => {
    const { db } = database;
    const geom = puntInRd(db, { x: 150_000, y: 500_000 });
    const verleend = { soort: 'verleend', procedure: 'regulier', ter_inzage: null };
    await db('besluit').insert(
      [
        besluit('op-tijd', { ...verleend, verzonden: '2026-11-20' }),
        besluit('al-voorbij', { ...verleend, verzonden: '2026-09-01' }),
        besluit('dag-onbekend', { ...verleend, verzonden: null }),
      ].map((rij) => ({ ...rij, geom })),
    );
    const balie = aanDeBalie(api, buur);
    const dienIn = async (id: string, meer: object = {}) => {
      const antwoorden = { besluit: id, omschrijving: 'Mijn tuin krijgt geen zon.', ...contact, ...meer };
      const concept = await balie.begin('bezwaar', antwoorden, { x: 150_000, y: 500_000 });
      return balie.dien(concept.body);
    };
    // decided within 6 weeks after the last day to object (Awb 7:10); late or unknown: after receipt
    for (const [id, uiterlijk, beslissen, tijdig] of [
      ['op-tijd', '2027-01-04', '2027-02-15', true],
      ['al-voorbij', '2026-10-13', '2027-01-04', false],
      ['dag-onbekend', null, '2027-01-04', null],
    ] as const) {
      expect((await lees({}, `/inspraak/${id}`)).body.weg, id).toMatchObject({ soort: 'bezwaar', kan: true });
      const { status, body } = await dienIn(id, { waaromLater: 'Ik lag in het ziekenhuis.' });
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toMatchObject({
        ding: 'bezwaar',
        procedure: { uiterlijk: beslissen },
        rechtsmiddelen: [expect.stringContaining('Awb 6:16'), expect.anything(), expect.anything()],
      });
      expect(body.stappen[0].regels[0].antwoord).toBe(`Ontwerp ${id}`);
      const { body: dossier } = await lees(petra, `/behandelingen/${body.zaakId}`);
      expect(dossier).toMatchObject({
        termijn: { uiterlijk: beslissen, verlengArtikel: 'Awb 7:10 lid 3' },
        bezwaarTegen: { besluit: id, uiterlijk },
        resultaten: ['gegrond', 'ongegrond', 'niet-ontvankelijk'],
      });
      const teLaat = dossier.verloop.some(({ soort }: { soort: string }) => soort === 'te-laat');
      expect(teLaat, id).toBe(tijdig === false);
    }
    expect((await dienIn('later')).body.fouten).toMatchObject([
      { veld: 'besluit', melding: expect.stringContaining('rechter') },
    ]);
    expect((await dienIn('water')).body.fouten).toMatchObject([{ veld: 'besluit' }]);
    expect((await dienIn('bestaat-niet')).body.fouten).toMatchObject([{ veld: 'besluit' }]);
  });

  test('a decision on bezwaar goes to who objected, is not published, and leaves beroep; the zaak it is against tells of it', async () => {
    const { db } = database;
    const zaak = await maakZaak(db);
    const handel = async (id: string, naam: string, body: object = {}) => {
      const { versie } = (await lees(petra, `/behandelingen/${id}`)).body;
      return api.send('POST', `${apiBase}/behandelingen/${id}/_${naam}`, { headers: petra, body: { versie, ...body } });
    };
    const besluiten = { motivering: 'Het past.', voorschriften: [], onomkeerbaar: false };
    await handel(zaak, 'neem');
    const besloten = await handel(zaak, 'besluit', {
      besluit: { resultaat: 'verleend', ...besluiten },
      omschrijving: 'een schuur',
    });
    const [{ identificatie }] = besloten.body.bekendmakingen;
    const balie = aanDeBalie(api, buur);
    const antwoorden = { besluit: identificatie, omschrijving: 'Te hoog.', ...contact };
    const concept = await balie.begin('bezwaar', antwoorden, { x: 150_000, y: 500_000 });
    const { zaakId } = (await balie.dien(concept.body)).body;
    expect((await lees(petra, `/behandelingen/${zaak}`)).body.bezwaren).toMatchObject([{ zaakId, tijdig: true }]);
    const sanne = await alsMens(db, mens('burger'));
    const vanSanne = (await lees(sanne, `/zaken/${zaak}`)).body;
    expect(vanSanne).toMatchObject({ bezwaar: null, kan: { bezwaar: true } });
    expect(JSON.stringify(vanSanne)).toContain('een bezwaar tegen het besluit (Awb 6:14)');
    expect(JSON.stringify(vanSanne)).not.toMatch(/Te hoog|Fatma/);

    await handel(zaakId, 'neem');
    const voor = await db('besluit').count();
    const { body } = await handel(zaakId, 'besluit', {
      besluit: { resultaat: 'ongegrond', ...besluiten },
      omschrijving: 'bezwaar',
    });
    expect(body).toMatchObject({ status: 'besloten', resultaat: 'ongegrond', bekendmakingen: [] });
    expect(await db('besluit').count()).toEqual(voor);
    expect((await lees(buur, `/zaken/${zaakId}`)).body).toMatchObject({
      reactie: { soort: 'beroep', stand: 'loopt', totEnMet: '2027-01-04' },
      kan: { bezwaar: false },
    });
    expect((await handel(zaakId, 'rond-af', { resultaat: null })).body).toMatchObject({ status: 'afgehandeld' });
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
      { id: randomUUID(), besluit: 'open', tekst: 'x', email: 'rekcah\u202e@voorbeeld.nl' },
    ]) {
      const { status } = await api.send('POST', `${apiBase}/zienswijzen`, { headers: buur, body });
      expect(status, JSON.stringify(body)).toBe(400);
    }
    expect((await geef(buur, { besluit: 'bestaat-niet' })).status).toBe(404);
    expect((await lees({}, '/inspraak/bestaat-niet')).status).toBe(404);
  });
});
