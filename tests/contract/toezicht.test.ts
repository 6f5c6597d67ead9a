import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { type Answer, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alsMens, mens } from '../mensen.ts';
import { cellen } from '../veiligheid.ts';
import { maakZaak } from '../zaak.ts';

type Headers = Record<string, string>;
const pad = `${apiBase}/toezicht`;
/** The smallest PNG that is one. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const vlak = (x1: number, y1: number, x2: number, y2: number) =>
  `SRID=28992;MULTIPOLYGON(((${x1} ${y1},${x2} ${y1},${x2} ${y2},${x1} ${y2},${x1} ${y1})))`;

onBothEngines('Supervision in the street', (database) => {
  let api: TestApi;
  let anouk: Headers;
  let ricardo: Headers;
  let petra: Headers;
  let marieke: Headers;
  let buiten: Headers;
  beforeAll(async () => {
    const { db } = database;
    await db.transaction(async (trx) => {
      const bron = (id: string) => ({
        id,
        soort: 'proef',
        naam: `Bron ${id}`,
        licentie: 'CC0',
        peildatum: '2026-01-01',
      });
      await trx('bron').insert(
        ['gebieden', 'politie', 'regimes'].map((id) => ({ ...bron(id), gemeente_code: 'gm9999' })),
      );
      const waar = { gemeente_code: 'gm9999', bron_id: 'gebieden' };
      const [west, oost] = [vlak(145_000, 504_000, 145_600, 505_000), vlak(145_600, 504_000, 146_200, 505_000)];
      const geheel = vlak(145_000, 504_000, 146_200, 505_000);
      await trx('gemeente').insert({ code: 'gm9999', naam: 'Proefstad', geom: geheel, bron_id: 'gebieden' });
      await trx('wijk').insert([
        { ...waar, code: 'wk999901', naam: 'West', geom: west },
        { ...waar, code: 'wk999902', naam: 'Oost', geom: oost },
      ]);
      await trx('buurt').insert([
        { ...waar, code: 'bu99990101', naam: 'West', wijk_code: 'wk999901', geom: west },
        { ...waar, code: 'bu99990201', naam: 'Oost', wijk_code: 'wk999902', geom: oost },
      ]);
      await trx('adres').insert(
        [1, 2].map((n) => ({
          ...{ identificatie: `a${n}`, weergave: `Markt ${n}`, straat: 'Markt', huisnummer: n, bron_id: 'gebieden' },
          ...{ huisletter: n === 2 ? 'a' : '', geom: `SRID=28992;POINT(${145_140 + 20 * n} 504150.4)` },
        })),
      );
      await trx('cel_noemer').insert(
        cellen.map((cel, plek) => ({
          ...{ rooster: 'vierkant', cel, gemeente_code: 'gm9999', adressen: 20, woningen: 18, inwoners: 40, weg: true },
          buurt_code: plek % 12 < 6 ? 'bu99990101' : 'bu99990201',
        })),
      );
      await trx('veiligheid_maand').insert({
        ...{ stroom: 'politie', maand: '2025-12-01', gelezen: 600, geplaatst: 600, bron_id: 'politie' },
      });
      await trx('regime_gebied').insert({
        ...{ id: 'markt', regime: 'alcoholverbod', naam: 'De markt', artikel: 'APV art. 2:48', bron_id: 'regimes' },
        geom: vlak(145_100, 504_100, 145_300, 504_300),
      });
      await trx('regime_bekend').insert({ regime: 'alcoholverbod', bron_id: 'regimes' });
      const warm = cellen.filter((_, plek) => plek % 12 < 3 && plek < 36);
      const rustig = cellen.filter((cel) => !warm.includes(cel));
      await trx('cel_dagdeel').insert({
        ...{ stroom: 'politie', rooster: 'vierkant', jaar: 2025, weekdeel: 'weekend', dagdeel: 'nacht', thema: '2.3' },
        ...{
          cellen: [...warm, ...rustig],
          aantallen: [...warm.map(() => 40), ...rustig.map(() => 1)],
          bron_id: 'politie',
        },
      });
    });
    api = await startApi(db);
    const als = (rol: Parameters<typeof mens>[0], persoon: string, anders = {}) =>
      alsMens(db, mens(rol, { persoon, naam: persoon, ...anders }));
    anouk = await als('toezichthouder', 'Anouk');
    ricardo = await als('boa', 'Ricardo');
    petra = await als('behandelaar', 'Petra');
    marieke = await als('beleidsmaker', 'Marieke');
    buiten = await als('toezichthouder', 'Buiten', { bevoegdGezag: ['gm0228'] });
  });
  afterAll(() => api?.close());

  const lees = (wie: Headers, path: string) => api.send('GET', `${pad}${path}`, { headers: wie });
  const gezien = {
    ...{
      thema: '1.2',
      gezien: 'Zwerfvuil naast de bakken',
      maatregel: 'Gewaarschuwd',
      adviezen: ['vergunning', 'beheer'],
    },
    ...{ x: 145_150, y: 504_150, nauwkeurigheidM: 8, plaats: 'De markt' },
    ...{ gezienOp: '2026-11-20T09:00:00+01:00', gestuurdOp: new Date().toISOString(), verschilVoor: 0 },
  };
  const bewaar = (wie: Headers, id: string, anders = {}, soort = 'bevindingen') =>
    api.send('PUT', `${pad}/${soort}/${id}`, { headers: wie, body: { ...gezien, ...anders } });
  const handel = (wie: Headers, id: string, versie: number, handeling: string, anders = {}) =>
    api.send('POST', `${pad}/bevindingen/${id}/_handel`, {
      headers: wie,
      body: {
        ...{ handelingId: randomUUID(), versie, handeling, tekst: 'Zo is het.' },
        ...{ gedaanOp: gezien.gezienOp, gestuurdOp: gezien.gestuurdOp, ...anders },
      },
    });
  const stuur = async (wie: Headers, id: string, foto: string, soort: string, van = 0, tot = png.length) => {
    const vraag = new URLSearchParams({ naam: 'foto.png', soort, bytes: `${png.length}`, vanaf: `${van}` });
    const antwoord = await fetch(`${api.url}${pad}/bevindingen/${id}/fotos/${foto}?${vraag}`, {
      method: 'PUT',
      headers: { ...wie, 'Content-Type': 'application/octet-stream' },
      body: png.subarray(van, tot),
    });
    return { status: antwoord.status, body: await antwoord.json() };
  };
  const tel = async (tabel: string) => Number((await database.db(tabel).count({ n: '*' }).first())?.n);
  const logOver = async (wet: 'avg' | 'wpg', object: string) =>
    database.db(`audit_${wet}`).where({ object_id: object }).orderBy('id').pluck('handeling');

  test('what holds where a circle lies: inside, outside, and on the border with the way to walk', async () => {
    const regime = ({ body }: Answer) => body.regimes.find((een: { regime: string }) => een.regime === 'alcoholverbod');
    const optreden = (x: number, wie: Headers = ricardo) => lees(wie, `/optreden?x=${x}&y=504200&straal=15`);
    expect(regime(await optreden(145_200))).toMatchObject({
      uitkomst: 'geldt',
      gebied: 'De markt',
      artikel: 'APV art. 2:48',
    });
    expect(regime(await optreden(145_600))).toMatchObject({
      uitkomst: 'geldt-niet',
      bron: { naam: 'Bron regimes' },
    });
    const rand = await optreden(145_295);
    expect(regime(rand)).toMatchObject({
      uitkomst: 'onbekend',
      loop: [{ naar: 'binnen', meters: 10, richting: 'het westen' }, {}],
    });
    expect(rand.body).toMatchObject({ gebied: { uitkomst: 'ja' }, activiteitenBekend: false });
    expect((await optreden(145_200, {})).body).toMatchObject({ gebied: { uitkomst: 'nee' }, bevoegdheden: [] });
    expect((await lees(ricardo, '/optreden?x=145200&y=504200&straal=5000')).status).toBe(400);
    const { body: mee } = await lees({}, '/plekfeiten?gebied=wk999901');
    expect(mee.regimes[0]).toMatchObject({
      naam: 'De markt',
      vlakken: [[expect.arrayContaining([[145_100, 504_100]])]],
    });
  });

  test('a place has a name: of the nearest adres, from an area that goes along too', async () => {
    expect((await lees({}, '/plaatsnaam?x=145175&y=504150')).body).toEqual({
      adres: { naam: 'Markt 2a', afstandM: 5 },
      gemeente: { code: 'gm9999', naam: 'Proefstad' },
    });
    expect((await lees({}, '/plaatsnaam?x=200000&y=400000')).body).toEqual({ adres: null, gemeente: null });
    const { body } = await lees({}, '/plaatsen?gebied=wk999901');
    const adressen = [
      [145_160, 504_150, '1'],
      [145_180, 504_150, '2a'],
    ];
    expect(body.straten).toEqual([{ naam: 'Markt', adressen }]);
    expect(body.vlakken[0][0]).toContainEqual([145_600, 505_000]);
    expect((await lees({}, '/plaatsen?gebied=wk999902')).body.straten).toEqual([]);
    expect((await lees({}, '/plaatsen?gebied=wk123456')).status).toBe(404);
  });

  test('hot spots of a part of the day and the work list: for the task, in the own gemeente, each in its log', async () => {
    const { body } = await lees(ricardo, '/hotspots?gebied=wk999901');
    const nacht = body.stromen[0].delen.find(
      (deel: { dagdeel: string; weekdeel: string }) => deel.dagdeel === 'nacht' && deel.weekdeel === 'weekend',
    );
    expect(nacht.cellen.length).toBeGreaterThan(3);
    expect(nacht.cellen[0]).toMatchObject({ bin: 3, aantal: 40, themas: [{ thema: '2.3', aantal: 40 }] });
    expect(
      (await lees(ricardo, '/hotspots?gebied=wk999902')).body.stromen[0].delen.flatMap(
        ({ cellen: c }: { cellen: unknown[] }) => c,
      ),
    ).toEqual([]);
    expect((await lees(buiten, '/hotspots?gebied=wk999901')).status).toBe(404);
    expect((await lees(petra, '/hotspots?gebied=wk999901')).status).toBe(403);
    expect(await logOver('wpg', 'wk999901')).toContain('raadplegen');

    const melding = await maakZaak(database.db, {
      zaaktype: 'melding-openbare-ruimte',
      omschrijving: 'Volle bak',
      eigenaar: 'yusuf',
    });
    await database.db('zaak').where({ id: melding }).update({ punt: 'SRID=28992;POINT(145210 504210)' });
    const { body: lijst } = await lees(anouk, '/werklijst?gebied=wk999901');
    expect(lijst.stops).toContainEqual(
      expect.objectContaining({ id: melding, soort: 'melding', tekst: 'Volle bak', x: 145_210 }),
    );
    expect(JSON.stringify(lijst)).not.toContain('yusuf');
    expect((await lees(marieke, '/werklijst?gebied=wk999901')).status).toBe(403);
    expect(await database.db('dataverwerking_avg').where({ data_subject_id: 'yusuf' }).first()).toBeTruthy();
  });

  test('what was seen stays one however often it is sent, and another under its number is refused', async () => {
    const id = randomUUID();
    const voor = await tel('bevinding');
    const [een, twee] = await Promise.all([
      bewaar(anouk, id),
      bewaar(anouk, id, { gestuurdOp: new Date(Date.now() + 1).toISOString() }),
    ]);
    expect([een?.status, twee?.status]).toEqual([200, 200]);
    expect(await tel('bevinding')).toBe(voor + 1);
    expect(een?.body).toMatchObject({
      versie: 1,
      staat: 'toegewezen',
      team: 'vergunningen',
      ikzelf: true,
      door: 'Anouk',
      ...{ klokTwijfel: false, adres: 'Markt 1' },
    });
    expect((await bewaar(anouk, id, { gezien: 'Iets anders' })).status).toBe(409);
    expect((await bewaar(ricardo, id)).status).toBe(409);
    expect((await bewaar(anouk, randomUUID(), { x: 200_000, y: 400_000 })).body).toMatchObject({
      status: 400,
      title: 'Deze plek ligt buiten uw gemeente',
    });
    const los = randomUUID();
    expect((await bewaar(anouk, los, { melding: randomUUID() })).body).toMatchObject({
      ...{ status: 400, title: 'Deze melding is er niet', detail: expect.stringContaining('zonder de melding') },
    });
    // what was refused left nothing behind: put right it has the same number
    expect((await bewaar(anouk, los)).body).toMatchObject({ id: los, melding: null, versie: 1 });
    expect((await bewaar(petra, randomUUID())).status).toBe(403);
    expect((await bewaar(anouk, randomUUID(), { thema: '9.9', gezien: '' })).status).toBe(400);
    expect(await logOver('avg', id)).toEqual(['wijzigen', 'wijzigen']);
    expect(await logOver('wpg', id)).toEqual([]);

    const scheef = await bewaar(anouk, randomUUID(), { gezienOp: '2031-01-01T00:00:00Z', verschilVoor: null });
    expect(scheef.body).toMatchObject({ klokTwijfel: true, tabletOp: expect.stringMatching(/^2031|^2030-12-31/) });
    expect(Date.parse(scheef.body.gezienOp)).toBeLessThanOrEqual(Date.now());
    // moments that a database cannot keep as they stand
    expect((await bewaar(anouk, randomUUID(), { gezienOp: '0000-01-01T00:00:00Z' })).status).toBe(400);
    const ver = await bewaar(anouk, randomUUID(), { gezienOp: '2026-11-20T09:00:00+23:59' });
    expect([ver.status, Date.parse(ver.body.tabletOp)]).toEqual([200, Date.UTC(2026, 10, 19, 9, 1)]);
  });

  test('it is assigned, closed with a photo, disputed and opened again; who saw an older version hears so', async () => {
    const id = randomUUID();
    await bewaar(anouk, id);
    expect((await handel(anouk, id, 1, 'sluit')).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('foto'),
    });
    const foto = randomUUID();
    expect((await stuur(anouk, id, foto, 'bewijs', 0, 30)).body).toMatchObject({ status: 'ontvangen', ontvangen: 30 });
    expect((await stuur(anouk, id, foto, 'bewijs', 30)).body).toMatchObject({ status: 'gekeurd' });
    expect((await stuur(anouk, id, foto, 'bewijs')).body).toMatchObject({ status: 'gekeurd' });
    const handelingId = randomUUID();
    const dicht = await handel(anouk, id, 1, 'sluit', { handelingId });
    expect(dicht.body).toMatchObject({ staat: 'gesloten', versie: 2, kan: ['heropen'] });
    expect((await handel(anouk, id, 1, 'sluit', { handelingId })).body).toEqual(dicht.body);
    expect(await handel(anouk, id, 1, 'sluit', { handelingId, tekst: 'Iets anders.' })).toMatchObject({
      status: 409,
      body: { type: 'urn:omgevingsloket:nummer-bestaat' },
    });
    expect((await handel(ricardo, id, 1, 'betwist')).body).toMatchObject({
      ...{ status: 409, type: 'urn:omgevingsloket:intussen-gewijzigd', versie: 2 },
      detail: expect.stringContaining('Anouk: Sluit af.'),
    });
    expect((await handel(anouk, id, 2, 'betwist')).status).toBe(409);
    expect((await handel(ricardo, id, 2, 'betwist')).body).toMatchObject({ staat: 'betwist', versie: 3 });
    expect((await handel(anouk, id, 3, 'heropen')).body).toMatchObject({
      staat: 'open',
      verloop: [{}, {}, {}, { soort: 'heropen' }],
    });
    expect((await handel(buiten, id, 4, 'neem-op')).status).toBe(404);
    const bytes = await fetch(`${api.url}${pad}/bevindingen/${id}/fotos/${foto}`, { headers: ricardo });
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(png);
    await expect(database.db('bevinding_gebeurtenis').where({ bevinding_id: id }).del()).rejects.toThrow();
  });

  test('colleagues see what their task asks for: vergunningen, totals, and nothing of offences', async () => {
    await bewaar(anouk, randomUUID(), { adviezen: ['communicatie'] });
    const strafbaar = randomUUID();
    expect((await bewaar(ricardo, strafbaar, {}, 'registraties')).status).toBe(200);
    expect((await bewaar(anouk, randomUUID(), {}, 'registraties')).status).toBe(403);
    expect((await lees(anouk, `/registraties/${strafbaar}`)).status).toBe(403);
    expect((await lees(ricardo, `/bevindingen/${strafbaar}`)).status).toBe(404);
    expect(await logOver('wpg', strafbaar)).toEqual(['wijzigen']);
    const { body } = await lees(petra, '/bevindingen');
    expect(body.bevindingen.length).toBeGreaterThan(0);
    expect(
      body.bevindingen.every(
        ({ adviezen, kan }: { adviezen: string[]; kan: string[] }) =>
          adviezen.includes('vergunning') && kan.length === 0,
      ),
    ).toBe(true);
    expect((await lees(marieke, '/bevindingen')).body).toMatchObject({
      status: 404,
      detail: expect.stringContaining('korte cyclus'),
    });
    const { body: cyclus } = await lees(marieke, '/cyclus?gemeente=gm9999');
    expect(cyclus.weken).toHaveLength(8);
    const [thema] = cyclus.themas;
    expect(thema).toMatchObject({ thema: '1.2', gesloten: 0 });
    expect(thema.open).toBe(await tel('bevinding'));
    expect((await lees(ricardo, '/bevindingen?gebied=wk999902')).body.bevindingen).toEqual([]);
    expect((await lees(ricardo, '/bevindingen?gebied=wk999901&staat=open')).body.bevindingen.length).toBe(1);
  });
});
