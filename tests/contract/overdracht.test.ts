import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import type { Diensten } from '../../server/diensten.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { OpdrachtFout } from '../../server/opdrachten/opdracht.ts';
import { startWerk } from '../../server/opdrachten/werk.ts';
import { zaakBijwerken } from '../../server/overdracht/bijwerken.ts';
import { zaakOverdragen } from '../../server/overdracht/overdragen.ts';
import { startApi, type TestApi, testVandaag } from '../api.ts';
import { freshOnServer } from '../database.ts';
import { proefDiensten } from '../diensten.ts';
import { aanDeBalie, aanvraag, proefPdf } from '../indienen.ts';
import { alsMens, mens } from '../mensen.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';
import { notificatieToken, startZaaksysteem } from '../zaaksysteem.ts';
import { gebruikt, heeftSpecificaties } from '../zaaksysteem-spec.ts';

describe.skipIf(!heeftSpecificaties)('Handing over to a zaaksysteem (skipped without ../shared)', () => {
  let db: Knex;
  let api: TestApi;
  let daar: Awaited<ReturnType<typeof startZaaksysteem>>;
  let diensten: Diensten;
  let weg: () => Promise<void>;
  let balie: ReturnType<typeof aanDeBalie>;

  beforeAll(async () => {
    daar = await startZaaksysteem();
    const fresh = await freshOnServer();
    db = connect(fresh.engine);
    diensten = proefDiensten({ zaaksystemen: [daar.instelling] });
    api = await startApi(db, {}, { diensten });
    weg = fresh.remove;
    await plantPlaats(db);
    balie = aanDeBalie(api, await alsMens(db, mens('burger')));
  });
  afterAll(async () => {
    await api?.close();
    await daar?.stop();
    await db?.destroy();
    await weg?.();
  });
  beforeEach(() => {
    daar.stoor(() => null);
    daar.oproepen.length = 0;
  });

  const context = () => ({
    db,
    log: pino({ level: 'silent' }),
    vandaag: () => testVandaag,
    diensten,
    publicUrl: api.url,
  });
  const draagOver = (zaakId: string) => zaakOverdragen.doe({ zaakId }, context());
  const opdrachtenVan = (soort: string) => db('opdracht.job').where({ name: soort, state: 'created' });

  /** Somebody files an aanvraag with two files. */
  async function dienIn(): Promise<{ id: string; kenmerk: string }> {
    const { body: concept } = await balie.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel);
    for (const naam of ['plan.pdf', 'foto.pdf']) await balie.stuur(concept.id, proefPdf(naam), { naam });
    const { body } = await balie.dien(concept);
    return { id: body.zaakId, kenmerk: body.kenmerk };
  }

  /** What stands in the zaaksysteem of a zaak, counted. */
  function tel(kenmerk: string) {
    const zaken = daar.lijst('zaken/zaken').filter(({ identificatie }) => identificatie === kenmerk);
    const van = (soort: string) => daar.lijst(soort).filter(({ zaak }) => zaak === zaken[0]?.url);
    const stukken = van('zaken/zaakinformatieobjecten').map(({ informatieobject }) => informatieobject);
    return {
      zaken: zaken.length,
      rollen: van('zaken/rollen').length,
      objecten: van('zaken/zaakobjecten').length,
      eigenschappen: van('zaken/zaken/zaakeigenschappen').length,
      stukken: new Set(stukken).size,
      koppelingen: stukken.length,
      statussen: van('zaken/statussen').map(({ statustype }) => daar.naamVan(statustype)),
      resultaten: van('zaken/resultaten').map(({ resultaattype }) => daar.naamVan(resultaattype)),
      besluiten: van('besluiten/besluiten').length,
    };
  }
  const volledig = {
    zaken: 1,
    rollen: 1,
    objecten: 2,
    eigenschappen: 2,
    stukken: 3,
    koppelingen: 3,
    statussen: ['Ontvangen'],
    resultaten: [],
    besluiten: 0,
  };

  test('the mock lets nothing by that the specification does not allow, nor anybody without the right token', async () => {
    const goed = await daar.bewijs();
    const vraag = async (url: string, token: string) => {
      const headers = { 'Content-Type': 'application/json', 'Accept-Crs': 'EPSG:4326', 'Content-Crs': 'EPSG:4326' };
      const init = { method: 'POST', headers: { ...headers, Authorization: `Bearer ${token}` }, body: '{"zaak": 5}' };
      return (await fetch(url, init)).status;
    };
    for (const [naam, { doet }] of Object.entries(gebruikt)) {
      for (const doen of doet.filter((een) => een.startsWith('post') && !een.endsWith('lock'))) {
        const pad = doen.slice('post /'.length).replace('{zaak_uuid}', randomUUID());
        const url = `${daar.instelling[naam as keyof typeof gebruikt]}${pad}`;
        expect([await vraag(url, goed), await vraag(url, `${goed}x`)], doen).toEqual([400, 403]);
      }
    }
  });

  test('what is filed goes to the zaaksysteem with files, place and people, and is the same zaak when it goes again', async () => {
    const { id, kenmerk } = await dienIn();
    expect(await db('overdracht').where({ zaak_id: id })).toMatchObject([{ url: null, versie: 0 }]);
    expect((await opdrachtenVan('zaak-overdragen')).map(({ data }) => data)).toContainEqual({ zaakId: id });

    await draagOver(id);
    expect(daar.oproepen.filter(({ status }) => status >= 400)).toEqual([]);
    expect(tel(kenmerk)).toEqual(volledig);
    const gemaakt = daar.oproepen.filter(({ methode }) => methode === 'post');
    expect(gemaakt.map(({ wat }) => wat)).toEqual([
      ...Array(3).fill('documenten/enkelvoudiginformatieobjecten'),
      'zaken/zaken',
      'zaken/rollen',
      ...Array(2).fill('zaken/zaakobjecten'),
      ...Array(2).fill('zaken/zaken/zaakeigenschappen'),
      ...Array(3).fill('zaken/zaakinformatieobjecten'),
      'zaken/statussen',
    ]);
    expect(gemaakt[3]?.lichaam).toMatchObject({
      identificatie: kenmerk,
      startdatum: testVandaag,
      uiterlijkeEinddatumAfdoening: '2027-01-18',
      zaakgeometrie: { type: 'Point' },
      kenmerken: [{ kenmerk, bron: 'Omgevingsloket' }],
    });
    const [plan] = gemaakt.filter(({ lichaam }) => lichaam?.bestandsnaam === 'plan.pdf');
    expect(Buffer.from(String(plan?.lichaam?.inhoud), 'base64')).toEqual(proefPdf('plan.pdf'));
    expect(await db('audit_avg').where({ object_id: id, handeling: 'verstrekken' })).toMatchObject([{ rol: 'loket' }]);

    daar.oproepen.length = 0;
    await draagOver(id);
    expect(daar.oproepen.filter(({ methode }) => methode !== 'get')).toEqual([]);
  });

  test('a large file goes in the parts that are asked for, and is whole and there once when it was broken off', async () => {
    daar.instelling.inDelenVanaf = 1_000;
    try {
      const groot = proefPdf('groot'.repeat(2_000));
      const { body: concept } = await balie.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel);
      await balie.stuur(concept.id, groot, { naam: 'groot.pdf' });
      const { body } = await balie.dien(concept);
      const doe = () => zaakOverdragen.doe({ zaakId: body.zaakId }, context());
      let delen = 0;
      daar.stoor(({ wat }) => {
        if (wat !== 'documenten/bestandsdelen') return null;
        delen += 1;
        return delen === 2 ? 'weg' : null;
      });
      await expect(doe()).rejects.toThrow('antwoordt niet');
      await doe();
      expect(daar.oproepen.filter(({ status }) => status >= 400)).toEqual([]);
      const gevonden = daar
        .lijst('documenten/enkelvoudiginformatieobjecten')
        .filter(({ bestandsnaam }) => bestandsnaam === 'groot.pdf');
      expect(gevonden).toMatchObject([{ bestandsomvang: groot.length, bestandsdelen: [], locked: false }]);
      expect(Buffer.from(String(gevonden[0]?.inhoud), 'base64')).toEqual(groot);
      expect(tel(body.kenmerk)).toMatchObject({ zaken: 1, stukken: 2, koppelingen: 2 });
      // Prism itself refuses a part without the lock
      const deel = new FormData();
      deel.set('inhoud', new Blob(['x']));
      const headers = { Authorization: `Bearer ${await daar.bewijs()}` };
      const adres = `${daar.instelling.documenten}bestandsdelen/${randomUUID()}`;
      const antwoord = await fetch(adres, { method: 'PUT', headers, body: deel });
      expect([antwoord.status, (await antwoord.json()).code]).toEqual([400, 'prism']);
    } finally {
      daar.instelling.inDelenVanaf = 10_000_000;
    }
  });

  test('broken off after any thing that it made, it goes on where it was: nothing is there twice', async () => {
    const { id, kenmerk } = await dienIn();
    let pogingen = 0;
    for (let klaar = false; !klaar && pogingen < 40; pogingen += 1) {
      let gemaakt = 0;
      // done there, but the answer is lost: as when this server dies just after it
      daar.stoor(({ methode }) => (methode !== 'get' && ++gemaakt === 1 ? 'verloren' : null));
      klaar = await draagOver(id).then(
        () => true,
        (error) => {
          expect(error).toBeInstanceOf(OpdrachtFout);
          return false;
        },
      );
    }
    expect(pogingen).toBe(14);
    expect(tel(kenmerk)).toEqual(volledig);
  });

  test('while one worker has it, another does not; one that died lets go by itself', async () => {
    const { id, kenmerk } = await dienIn();
    await db('overdracht')
      .where({ zaak_id: id })
      .update({ bezig_tot: db.raw(`now() + interval '1 minute'`) });
    await expect(draagOver(id)).rejects.toThrow('wordt al overgedragen');
    expect(daar.oproepen).toEqual([]);
    await db('overdracht')
      .where({ zaak_id: id })
      .update({ bezig_tot: db.raw('now()') });
    await draagOver(id);
    expect(tel(kenmerk)).toEqual(volledig);
  });

  test('a zaaksysteem that is down or half answers: the beheerder sees it, and has it done again', async () => {
    const { id, kenmerk } = await dienIn();
    await db('opdracht.job').where({ name: 'zaak-overdragen' }).whereRaw(`data->>'zaakId' <> ?`, [id]).delete();
    await db('opdracht.job').where({ name: 'zaak-overdragen' }).update({ retry_limit: 0 });
    daar.stoor(({ nummer }) => (nummer < 12 ? null : nummer % 2 ? 'weg' : 'kapot'));
    const headers = await alsMens(db, mens('beheerder'));
    const mislukt = async () => (await api.send('GET', `${apiBase}/opdrachten`, { headers })).body.mislukt;
    const werk = await startWerk([zaakOverdragen], context(), { pollS: 0.5 });
    await expect.poll(mislukt, { timeout: 20_000, interval: 200 }).toHaveLength(1);
    const [{ id: opdracht, soort, fout }] = await mislukt();
    expect([soort, fout]).toEqual([
      'zaak-overdragen',
      expect.stringMatching(/^het zaaksysteem antwoord(t 503 op|t niet) /),
    ]);
    expect(tel(kenmerk).zaken).toBe(0);

    daar.stoor(() => null);
    expect((await api.send('POST', `${apiBase}/opdrachten/${opdracht}/_herhaal`, { headers, body: {} })).status).toBe(
      200,
    );
    await expect.poll(() => tel(kenmerk), { timeout: 20_000, interval: 200 }).toEqual(volledig);
    await werk.stop();
  });

  test('what a behandelaar does goes along: status, verlenging, besluit with its document, result and end', async () => {
    const { id, kenmerk } = await dienIn();
    await draagOver(id);
    await db('opdracht.job').where({ name: 'zaak-overdragen' }).delete();
    const headers = await alsMens(db, mens('behandelaar'));
    const handel = async (naam: string, velden: object = {}) => {
      const { versie } = (await api.send('GET', `${apiBase}/behandelingen/${id}`, { headers })).body;
      const antwoord = await api.send('POST', `${apiBase}/behandelingen/${id}/_${naam}`, {
        headers,
        body: { versie, ...velden },
      });
      expect(antwoord.status, JSON.stringify(antwoord.body)).toBe(200);
      await draagOver(id);
    };
    await handel('neem');
    expect(await opdrachtenVan('zaak-overdragen')).toHaveLength(1);
    const omschrijving = 'een schuur';
    await handel('verleng', { weken: 6, reden: 'Er is meer tijd nodig.', omschrijving });
    const besluit = { resultaat: 'verleend', motivering: 'Het past.', voorschriften: [], onomkeerbaar: false };
    await handel('besluit', { omschrijving, besluit });
    await handel('rond-af', { resultaat: null });
    expect(tel(kenmerk)).toEqual({
      ...volledig,
      stukken: 4,
      koppelingen: 4,
      statussen: ['Ontvangen', 'In behandeling', 'Besluit genomen', 'Afgehandeld'],
      resultaten: ['Verleend'],
      besluiten: 1,
    });
    const [zaak] = daar.lijst('zaken/zaken').filter(({ identificatie }) => identificatie === kenmerk);
    const { uiterste_datum } = await db('zaak').where({ id }).first();
    expect(uiterste_datum > '2027-01-18').toBe(true);
    expect(zaak).toMatchObject({ uiterlijkeEinddatumAfdoening: uiterste_datum, verlenging: { duur: 'P42D' } });
    expect(daar.lijst('besluiten/besluiten').at(-1)).toMatchObject({
      zaak: zaak?.url,
      datum: testVandaag,
      verzenddatum: testVandaag,
      publicatiedatum: testVandaag,
      uiterlijkeReactiedatum: '2027-01-04',
    });
    expect(daar.lijst('besluiten/besluitinformatieobjecten')).toHaveLength(1);
    await draagOver(id);
    expect(tel(kenmerk).statussen).toHaveLength(4);
  });

  test('what is done in the zaaksysteem shows in Mijn zaken after a notificatie, and only after a right one', async () => {
    const { id } = await dienIn();
    await draagOver(id);
    const { url } = await db('overdracht').where({ zaak_id: id }).first();
    const bericht = {
      kanaal: 'zaken',
      hoofdObject: url,
      resource: 'status',
      resourceUrl: url,
      actie: 'create',
      aanmaakdatum: '2026-11-22T10:00:00Z',
      kenmerken: {},
    };
    const meld = (body: object, token = notificatieToken) =>
      api.send('POST', `${apiBase}/zaaksysteem/notificaties`, { headers: { Authorization: token }, body });
    expect((await meld(bericht, 'Bearer iemand-anders')).status).toBe(401);
    expect((await meld({ ...bericht, hoofdObject: 'geen adres' })).status).toBe(400);
    expect((await meld({ ...bericht, hoofdObject: 'https://elders.example/zaken/1' })).status).toBe(200);
    expect((await meld({ ...bericht, resource: 'rol' })).status).toBe(200);
    expect(await opdrachtenVan('zaak-bijwerken')).toEqual([]);
    expect((await meld(bericht)).body).toEqual(bericht);
    expect((await opdrachtenVan('zaak-bijwerken')).map(({ data }) => data)).toEqual([{ zaakId: id }]);
    expect(
      await db('audit_avg').where({ object_id: id, gegeven: 'zaaksysteem', handeling: 'verzamelen' }),
    ).toHaveLength(2);

    const lees = async () => (await balie.ask('GET', `/zaken/${id}`)).body;
    const werkBij = () => zaakBijwerken.doe({ zaakId: id }, context());
    const eerst = await lees();
    await werkBij();
    expect((await lees()).tijdlijn).toEqual(eerst.tijdlijn);

    daar.zetStatus(url, 'In behandeling');
    await werkBij();
    daar.zetStatus(url, 'Advies gevraagd', 'De brandweer kijkt mee.');
    await werkBij();
    await werkBij();
    const nu = await lees();
    expect(nu.status).toBe('in-behandeling');
    expect(nu.tijdlijn.slice(-2).map(({ tekst }: { tekst: string }) => tekst)).toEqual([
      'De gemeente zette uw zaak op: In behandeling.',
      'De gemeente zette uw zaak op: Advies gevraagd. De brandweer kijkt mee.',
    ]);
    expect(await db('post').where({ zaak_id: id, onderwerp: `Nieuws over uw zaak ${nu.kenmerk}` })).toHaveLength(2);

    // a change of our own goes there, and does not set back what they did
    await draagOver(id);
    expect(tel(nu.kenmerk).statussen.at(-1)).toBe('Advies gevraagd');
  });
});
