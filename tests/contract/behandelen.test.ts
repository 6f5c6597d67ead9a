import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { type Answer, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alsMens, mens } from '../mensen.ts';
import { readPdf } from '../pdf.ts';
import { maakZaak } from '../zaak.ts';

type Headers = Record<string, string>;

/** From a zaak that was filed to a besluit on the map. The tests take place on 22 November 2026, a Sunday. */
onBothEngines('Handling a zaak', (database) => {
  let api: TestApi;
  let petra: Headers;
  let mo: Headers;
  let sanne: Headers;
  beforeAll(async () => {
    const { db } = database;
    api = await startApi(db);
    petra = await alsMens(db, mens('behandelaar', { persoon: 'petra', naam: 'Petra Jansen' }));
    mo = await alsMens(db, mens('behandelaar', { persoon: 'mo', naam: 'Mo Kaya' }));
    sanne = await alsMens(db, mens('burger'));
  });
  afterAll(() => api.close());

  const lees = (headers: Headers, path: string) => api.send('GET', `${apiBase}${path}`, { headers });
  const doe = (headers: Headers, path: string, body: unknown) =>
    api.send('POST', `${apiBase}${path}`, { headers, body });

  /** An act with the version that is there now. */
  async function handel(headers: Headers, id: string, naam: string, body: object = {}): Promise<Answer> {
    const { versie } = (await lees(headers, `/behandelingen/${id}`)).body;
    return doe(headers, `/behandelingen/${id}/_${naam}`, { versie, ...body });
  }
  const besluit = {
    resultaat: 'verleend',
    motivering: 'Het past in het omgevingsplan.',
    voorschriften: ['Bouw veilig.'],
    onomkeerbaar: false,
  };
  const omschrijving = 'het plaatsen van een dakkapel';

  test('a zaak is taken, completed, decided and published: on the map at once with the last day to object', async () => {
    const { db } = database;
    const id = await maakZaak(db);
    const zaak = { zaak_id: id };
    expect((await handel(petra, id, 'publiceer-aanvraag', { omschrijving })).body).toMatchObject({
      status: 409,
      detail: 'Neem eerst de zaak in behandeling.',
    });
    expect((await handel(petra, id, 'neem')).body).toMatchObject({
      status: 'in-behandeling',
      behandelaar: { naam: 'Petra Jansen', ikzelf: true },
      termijn: { uiterlijk: '2027-01-11', dagen: 50 },
    });
    expect((await handel(petra, id, 'publiceer-aanvraag', { omschrijving })).status).toBe(200);
    expect(await db('besluit').where({ zaaknummer: (await db('zaak').where({ id }).first()).kenmerk })).toMatchObject([
      { soort: 'aanvraag', onderwerp: 'bouwen', ontvangen: '2026-11-16', verzonden: null },
    ]);
    expect(await db('tegel_wijziging').where({ laag: 'besluiten' })).not.toHaveLength(0);

    const gevraagd = await handel(petra, id, 'vraag-aanvulling', { wat: ['Een tekening'], uiterlijk: '2026-12-06' });
    expect(gevraagd.body).toMatchObject({
      status: 'aanvulling-gevraagd',
      termijn: { opgeschortSinds: '2026-11-22', dagen: null },
    });
    expect((await lees(sanne, `/zaken/${id}`)).body).toMatchObject({
      aanvulling: { wat: ['Een tekening'], uiterlijk: '2026-12-06' },
      volgende: { wie: 'u', datum: '2026-12-06' },
    });
    // as if it was asked ten days ago: the days between do not count
    await db('zaak').where({ id }).update({ opgeschort_sinds: '2026-11-12' });
    expect((await doe(sanne, `/zaken/${id}/_vul-aan`, { toelichting: 'Het dak is van pannen.' })).body).toMatchObject({
      status: 'in-behandeling',
      aanvulling: null,
      volgende: { wie: 'gemeente', datum: '2027-01-20' },
    });

    const besloten = await handel(petra, id, 'besluit', { besluit, omschrijving });
    expect(besloten.body).toMatchObject({ status: 'besloten', resultaat: 'verleend' });
    const { x, y } = besloten.body.punt;
    const { body: kaart } = await lees({}, `/besluiten?x=${x}&y=${y}&straal=0`);
    expect(kaart.besluiten.map(({ soort }: { soort: string }) => soort).sort()).toEqual(['aanvraag', 'verleend']);
    const verleend = kaart.besluiten.find(({ soort }: { soort: string }) => soort === 'verleend');
    expect(verleend).toMatchObject({
      titel: expect.stringContaining('omgevingsvergunning, het plaatsen van een dakkapel, Proefstraat'),
      reactie: { soort: 'bezwaar', stand: 'loopt', totEnMet: '2027-01-04' },
    });
    expect(JSON.stringify(kaart)).not.toContain('Sanne');
    expect((await lees({}, verleend.url)).body).toMatchObject({
      tekst: expect.stringContaining('maandag 4 januari 2027'),
    });
    expect((await lees(sanne, `/zaken/${id}`)).body).toMatchObject({
      kan: { bezwaar: true, intrekken: false },
      volgende: { datum: '2027-01-04' },
    });
    // each act left its event, and its line in the log under the name of who did it
    expect((await db('zaak_gebeurtenis').where(zaak).orderBy('id')).map(({ soort }) => soort)).toEqual([
      'ontvangen',
      'in-behandeling',
      'gepubliceerd',
      'aanvulling-gevraagd',
      'aangevuld',
      'besloten',
    ]);
    const log = await db('audit_avg').where({ persoon: 'petra', object_id: id, handeling: 'wijzigen' }).orderBy('id');
    expect(log.map(({ bewerking, uitkomst }) => `${bewerking.split('_')[1]} ${uitkomst}`)).toEqual([
      'neem gelukt',
      'publiceer-aanvraag gelukt',
      'vraag-aanvulling gelukt',
      'besluit gelukt',
    ]);
  });

  test('two at once: the second hears that the first was there, and nothing of the first is undone', async () => {
    const id = await maakZaak(database.db);
    const { versie } = (await lees(mo, `/behandelingen/${id}`)).body;
    const [een, twee] = await Promise.all([petra, mo].map((wie) => doe(wie, `/behandelingen/${id}/_neem`, { versie })));
    const antwoorden = [een, twee] as Answer[];
    expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(antwoorden.find(({ status }) => status === 409)?.body).toMatchObject({
      type: 'urn:omgevingsloket:intussen-gewijzigd',
      versie: versie + 1,
      detail: expect.stringContaining('Wat u hebt ingevuld, staat er nog'),
    });
    expect(await database.db('zaak_gebeurtenis').where({ zaak_id: id })).toHaveLength(2);
  });

  test('an extension is given once and within the term, and an ontwerp comes before a besluit with the extensive procedure', async () => {
    const { db } = database;
    const id = await maakZaak(db);
    await handel(petra, id, 'neem');
    const verleng = { weken: 6, reden: 'Wij wachten op advies.', omschrijving };
    expect((await handel(petra, id, 'verleng', verleng)).body).toMatchObject({
      status: 'verlengd',
      termijn: { uiterlijk: '2027-02-22', verlengdMetWeken: 6 },
    });
    expect((await handel(petra, id, 'verleng', verleng)).body.detail).toMatch(/al een keer verlengd.*Ow 16.64 lid 2/);

    const groot = await maakZaak(db);
    await handel(petra, groot, 'neem');
    expect(
      (await handel(petra, groot, 'kies-procedure', { procedure: 'uitgebreid', reden: 'verplicht' })).body,
    ).toMatchObject({ procedure: 'uitgebreid', termijn: { uiterlijk: '2027-05-16' } });
    expect((await handel(petra, groot, 'besluit', { besluit, omschrijving })).body.detail).toMatch(/eerst het ontwerp/);
    const ontwerp = await handel(petra, groot, 'leg-ter-inzage', { besluit, omschrijving, vanaf: '2026-11-23' });
    expect(ontwerp.body).toMatchObject({ status: 'ontwerp-ter-inzage', termijn: { zienswijzenTot: '2027-01-04' } });
    expect((await handel(petra, groot, 'besluit', { besluit, omschrijving })).body.detail).toMatch(/nog reageren/);
    await db('zaak').where({ id: groot }).update({ ter_inzage_op: '2026-10-01' });
    const { body } = await handel(petra, groot, 'besluit', { besluit, omschrijving });
    expect(body.bekendmakingen.map(({ soort }: { soort: string }) => soort)).toEqual(['ontwerp', 'definitief']);
  });

  test('the besluit is a tagged PDF that says what was decided, why, and what can be done; the same each time', async () => {
    const id = await maakZaak(database.db);
    await handel(petra, id, 'neem');
    const { body } = await handel(petra, id, 'besluit', { besluit, omschrijving });
    const [document] = body.documenten;
    const haal = async (headers: Headers, soort: string) => {
      const antwoord = await fetch(`${api.url}${apiBase}/${soort}/${id}/documenten/${document.id}`, { headers });
      expect(antwoord.headers.get('content-type')).toBe('application/pdf');
      return new Uint8Array(await antwoord.arrayBuffer());
    };
    const bytes = await haal(sanne, 'zaken');
    expect(Buffer.from(await haal(petra, 'behandelingen')).equals(bytes)).toBe(true);
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({ taal: 'nl-NL', fouten: [] });
    const tekst = pdf.hoofdstukken.flatMap(({ alineas, rijen }) => [...alineas, ...rijen.flat()]).join(' ');
    for (const deel of [
      'Het past in het omgevingsplan',
      '1. Bouw veilig',
      'Sanne de Vries',
      'maandag 4 januari 2027',
      'Awb 6:5',
    ]) {
      expect(tekst).toContain(deel);
    }
  });

  test('an adviser sees the question and what was laid before him, and nothing else; he answers once', async () => {
    const { db } = database;
    const id = await maakZaak(db);
    await handel(petra, id, 'neem');
    const [gedeeld, ander] = ['10000000-0000-4000-8000-00000000000', '20000000-0000-4000-8000-00000000000'].map(
      (begin) => `${begin}${id.length % 10}`,
    );
    const bijlage = {
      zaak_id: id,
      soort: 'overig',
      mediatype: 'application/pdf',
      bytes: 3,
      sha256: 'a'.repeat(64),
      status: 'gekeurd',
    };
    await db('bijlage').insert([
      { ...bijlage, id: gedeeld, naam: 'constructie.pdf', sleutel: 'een' },
      { ...bijlage, id: ander, naam: 'prive.pdf', sleutel: 'twee' },
    ]);
    const vraag = { aanRol: 'veiligheidsregio', vraag: 'Is het veilig?', uiterlijk: '2026-12-06', bijlagen: [gedeeld] };
    const [gevraagd] = (await handel(petra, id, 'vraag-advies', vraag)).body.adviezen;
    const nadia = await alsMens(db, mens('veiligheidsregio'));
    const geert = await alsMens(db, mens('waterschap'));
    expect((await lees(nadia, '/adviezen')).body.adviezen).toMatchObject([
      { id: gevraagd.id, vraag: 'Is het veilig?' },
    ]);
    const { body } = await lees(nadia, `/adviezen/${gevraagd.id}`);
    expect(body.bijlagen.map(({ naam }: { naam: string }) => naam)).toEqual(['constructie.pdf']);
    expect(JSON.stringify(body)).not.toMatch(/prive|sanne@/);
    expect((await lees(geert, `/adviezen/${gevraagd.id}`)).status).toBe(404);
    expect((await lees(geert, '/adviezen')).body.adviezen).toEqual([]);
    expect((await lees(nadia, `/behandelingen/${id}`)).status).toBe(403);
    const advies = { uitkomst: 'negatief', advies: 'De vluchtweg is te smal.' };
    expect((await doe(nadia, `/adviezen/${gevraagd.id}/_geef`, advies)).body).toMatchObject(advies);
    expect((await doe(nadia, `/adviezen/${gevraagd.id}/_geef`, advies)).status).toBe(409);
    expect((await lees(petra, `/behandelingen/${id}`)).body.adviezen).toMatchObject([advies]);
  });

  describe('the work that waits', () => {
    test('has what runs out first on top, page after page, by filter, and only of the own gemeente', async () => {
      const { db } = database;
      for (const [i, uiterste_datum] of ['2026-11-20', '2026-11-25', '2026-12-01', '2027-03-01'].entries()) {
        await maakZaak(db, { zaaktype: 'evenement', uiterste_datum, omschrijving: `Feest ${i}` });
      }
      await maakZaak(db, { zaaktype: 'evenement', bevoegd_gezag: 'gm0228', omschrijving: 'Feest elders' });
      const vraag = async (query: string) => (await lees(petra, `/werkvoorraad?zaaktype=evenement&${query}`)).body;
      const namen = ({ zaken }: { zaken: { omschrijving: string }[] }) => zaken.map((een) => een.omschrijving);
      const eerste = await vraag('aantal=3');
      expect(namen(eerste)).toEqual(['Feest 0', 'Feest 1', 'Feest 2']);
      expect(namen(await vraag(`aantal=3&na=${eerste.volgende}`))).toEqual(['Feest 3']);
      expect(namen(await vraag('termijn=te-laat'))).toEqual(['Feest 0']);
      expect(namen(await vraag('termijn=twee-weken'))).toEqual(['Feest 0', 'Feest 1', 'Feest 2']);
      expect(namen(await vraag('zoek=feest%203'))).toEqual(['Feest 3']);
      expect(namen(await vraag('zoek=%25'))).toEqual([]);
      expect(namen(await vraag('van=mij'))).toEqual([]);
      const nummer = '00000000-0000-4000-8000-000000000000';
      for (const na of ['x', `2026-02-30_${nummer}`, `2026-02-03_${nummer}_x`]) {
        expect((await lees(petra, `/werkvoorraad?na=${na}`)).status, na).toBe(400);
      }
      expect((await lees(petra, `/werkvoorraad?na=infinity_${nummer}`)).status).toBe(200);
    });
  });

  describe('Mijn zaken', () => {
    test('are his own: another gets 404 as for what does not exist, and it is logged', async () => {
      const { db } = database;
      const id = await maakZaak(db, { eigenaar: 'iemand-anders' });
      const vreemd = await lees(sanne, `/zaken/${id}`);
      const niets = await lees(sanne, '/zaken/00000000-0000-4000-8000-000000000000');
      expect([vreemd.status, vreemd.body.detail]).toEqual([niets.status, niets.body.detail]);
      expect(await db('audit_avg').where({ object_id: id })).toMatchObject([
        { persoon: 'persoon-burger', uitkomst: 'niet-gevonden' },
      ]);
      for (const daad of ['bericht', 'trek-in']) {
        expect((await doe(sanne, `/zaken/${id}/_${daad}`, { tekst: 'x' })).status, daad).toBe(404);
      }
      expect((await lees(petra, `/zaken/${id}`)).status).toBe(404);
      expect((await lees(sanne, '/zaken')).body.zaken.map((zaak: { id: string }) => zaak.id)).not.toContain(id);
    });

    test('a gemachtigde sees those of who sent him, goes on with one, corrects contact and takes it back', async () => {
      const { db } = database;
      const id = await maakZaak(db, { eigenaar: 'gever' });
      const joris = await alsMens(
        db,
        mens('gemachtigde', { eigenaar: 'gever', naam: 'Joris Bakker', namens: 'Sanne' }),
      );
      expect((await lees(joris, '/zaken')).body.zaken).toMatchObject([
        { id, klaar: false, volgende: { wie: 'gemeente' } },
      ]);
      expect((await doe(joris, `/zaken/${id}/_neem-over`, {})).body.kan.overnemen).toBe(false);
      const contact = { email: 'joris@voorbeeld.example', telefoon: null };
      const goed = await api.send('PUT', `${apiBase}/zaken/${id}/contact`, { headers: joris, body: contact });
      expect(goed.body.contact).toMatchObject(contact);
      const weg = { email: null, telefoon: '06 12345678' };
      const leeg = await api.send('PUT', `${apiBase}/zaken/${id}/contact`, { headers: joris, body: weg });
      expect(leeg.body.contact).toMatchObject(weg);
      expect((await doe(joris, `/zaken/${id}/_trek-in`, { reden: 'Het gaat niet door.' })).body).toMatchObject({
        status: 'ingetrokken',
        kan: { intrekken: false, beoordelen: true },
      });
      expect((await doe(joris, `/zaken/${id}/_trek-in`, {})).status).toBe(409);
      expect((await doe(joris, `/zaken/${id}/_beoordeel`, { cijfer: 4 })).body).toMatchObject({ tevredenheid: 4 });
      expect((await lees(joris, '/zaken-uitvoer')).body.zaken).toHaveLength(1);
    });

    test('an aanvraag that was on the map is there as withdrawn when it is taken back, without why', async () => {
      const { db } = database;
      const id = await maakZaak(db);
      await handel(petra, id, 'neem');
      await handel(petra, id, 'publiceer-aanvraag', { omschrijving });
      await doe(sanne, `/zaken/${id}/_trek-in`, { reden: 'Het geld is op.' });
      const { punt } = (await lees(petra, `/behandelingen/${id}`)).body;
      const { besluiten } = (await lees({}, `/besluiten?x=${punt.x}&y=${punt.y}&straal=0`)).body;
      const ingetrokken = besluiten.find(({ soort }: { soort: string }) => soort === 'ingetrokken');
      expect(ingetrokken).toMatchObject({
        titel: expect.stringContaining('Ingetrokken aanvraag: omgevingsvergunning, het plaatsen van een dakkapel'),
        reactie: { soort: 'onbekend', totEnMet: null },
      });
      const { tekst } = (await lees({}, ingetrokken.url)).body;
      expect(tekst).toMatch(/heeft de aanvraag .* ingetrokken.*\n\nEr komt geen besluit/);
      expect(tekst).not.toContain('geld');
    });

    test('a melding that was done is opened again', async () => {
      const { db } = database;
      const melding = await maakZaak(db, {
        zaaktype: 'melding-openbare-ruimte',
        procedure: 'geen',
        uiterste_datum: '2026-11-23',
      });
      await handel(petra, melding, 'neem');
      expect((await handel(petra, melding, 'rond-af', { resultaat: 'opgelost' })).body).toMatchObject({
        status: 'afgehandeld',
      });
      expect((await doe(sanne, `/zaken/${melding}/_heropen`, { reden: 'De lamp is weer kapot.' })).body.status).toBe(
        'in-behandeling',
      );
    });
  });
});
