import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bestandenWissen } from '../../server/bijlagen/wissen.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { bossOn } from '../../server/opdrachten/boss.ts';
import { geenLogin } from '../../server/toegang/instellingen.ts';
import { hashOf } from '../../server/toegang/koekjes.ts';
import { findSessie } from '../../server/toegang/queries.ts';
import { bewaartermijnenUitvoeren } from '../../server/verantwoording/opruimen.ts';
import { type Answer, startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { proefDiensten } from '../diensten.ts';
import { alsMens, mens } from '../mensen.ts';
import { maakZaak } from '../zaak.ts';

type Headers = Record<string, string>;

const sessie = `${apiBase}/sessie`;
const idOf = (headers: Headers) => headers.Cookie?.split('=')[1] ?? '';

/** The headers with what the answer set as cookie; null: it set none. */
function volgende(headers: Headers, { headers: gekregen }: Answer): Headers | null {
  const [koekje] = gekregen.getSetCookie().filter((een) => een.startsWith('loket-sessie='));
  return koekje ? { ...headers, Cookie: koekje.split(';')[0] ?? '' } : null;
}

onBothEngines('Sessions', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(database.db);
  });
  afterAll(() => api.close());

  const wieBen = async (headers: Headers) => (await api.send('GET', sessie, { headers })).body.ingelogd;
  const handel = (headers: Headers) => api.send('POST', `${sessie}/_verleng`, { headers, body: {} });
  /** As if this much time went by, by the clock of the database. */
  const later = (headers: Headers, kolommen: readonly string[], seconden: number) =>
    database.db.raw(
      `UPDATE sessie SET ${kolommen.map((kolom) => `${kolom} = ${kolom} - :seconden * interval '1 second'`).join(', ')}
       WHERE :hash IN (id_hash, vorige_hash)`,
      { seconden, hash: hashOf(idOf(headers)) },
    );

  test('say who is logged in, what he may, and until when', async () => {
    expect((await api.send('GET', sessie)).body).toEqual({ ingelogd: null, diensten: [], oefenomgeving: false });
    const headers = await alsMens(database.db, mens('burger', { naam: 'Sanne de Vries' }));
    expect(await wieBen(headers)).toMatchObject({
      naam: 'Sanne de Vries',
      rol: 'burger',
      zekerheid: 'DigiD Substantieel',
      rechten: { eigenDossier: 'OW', sessie: 'OW' },
    });
    expect((await wieBen(headers)).rechten).not.toHaveProperty('boaRegistratie');
  });

  test('keep nothing with which somebody could act: the table holds hashes', async () => {
    const headers = await alsMens(database.db, mens('burger'));
    const rijen = await database.db('sessie').select();
    expect(JSON.stringify(rijen)).not.toContain(idOf(headers));
    expect(rijen.some((rij) => rij.id_hash.equals(hashOf(idOf(headers))))).toBe(true);
  });

  test('that are made up, cut off or of another kind are nobody', async () => {
    for (const id of ['x', 'a'.repeat(43), '', "' OR 1=1 --", 'a'.repeat(5_000)]) {
      const headers = { Cookie: `loket-sessie=${encodeURIComponent(id)}` };
      expect(await wieBen(headers), id).toBeNull();
      expect((await handel({ ...headers, 'X-Loket-Verzoek': '1' })).status, id).toBe(401);
    }
  });

  test('end after half an hour without an act, and looking does not count as one', async () => {
    const headers = await alsMens(database.db, mens('burger'));
    await later(headers, ['gezien_op'], 1_700);
    expect((await wieBen(headers)).verlooptOverS).toBeLessThan(101);
    await handel(headers);
    expect((await wieBen(headers)).verlooptOverS).toBeGreaterThan(1_790);
    await later(headers, ['gezien_op'], 1_801);
    expect(await wieBen(headers)).toBeNull();
    expect((await handel(headers)).status).toBe(401);
  });

  test('end after eight hours whatever is done', async () => {
    const headers = await alsMens(database.db, mens('behandelaar'));
    await later(headers, ['begonnen_op'], 28_801);
    expect((await handel(headers)).body.type).toBe('urn:omgevingsloket:inloggen-nodig');
  });

  test('get a new id in time; the old one works until the new one came back, and after that it ends the session', async () => {
    const oud = await alsMens(database.db, mens('burger'));
    await later(oud, ['geroteerd_op'], 901);
    const antwoorden = await Promise.all([handel(oud), handel(oud), handel(oud)]);
    expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200]);
    const gezet = antwoorden.map((antwoord) => volgende(oud, antwoord)).filter((een) => een !== null);
    expect(gezet).toHaveLength(1);
    const nieuw = gezet[0] as Headers;

    // the answer got lost: who still holds the old id goes on
    expect((await handel(oud)).status).toBe(200);
    // the new one arrives: the old one works for what was under way
    expect((await handel(nieuw)).status).toBe(200);
    expect((await handel(oud)).status).toBe(200);
    await later(oud, ['vorige_tot'], 31);
    expect((await handel(oud)).status).toBe(401);
    expect((await handel(nieuw)).status).toBe(401);
    expect(await findSessie(database.db, hashOf(idOf(nieuw)))).toBeNull();
  });

  test('a lost answer loses nobody: the old id is replaced once more when that is due', async () => {
    const oud = await alsMens(database.db, mens('burger'));
    await later(oud, ['geroteerd_op'], 901);
    expect(volgende(oud, await handel(oud))).not.toBeNull();
    await later(oud, ['geroteerd_op'], 901);
    const nieuw = volgende(oud, await handel(oud));
    expect(nieuw && (await wieBen(nieuw))).not.toBeNull();
  });

  test('end at logout, on this device or on every one', async () => {
    const wie = mens('burger', { persoon: 'met-drie-apparaten' });
    const [een, twee, drie] = [
      await alsMens(database.db, wie),
      await alsMens(database.db, wie),
      await alsMens(database.db, wie),
    ];
    const uit = await api.send('DELETE', sessie, { headers: een });
    expect(uit.body).toMatchObject({ beeindigd: 1 });
    expect(uit.headers.getSetCookie()[0]).toMatch(/^loket-sessie=;.*Expires=Thu, 01 Jan 1970/);
    expect([await wieBen(een), (await wieBen(twee)).rol]).toEqual([null, 'burger']);
    expect((await api.send('DELETE', `${sessie}?overal=true`, { headers: twee })).body).toMatchObject({ beeindigd: 2 });
    expect(await wieBen(drie)).toBeNull();
    expect((await api.send('DELETE', sessie)).body).toMatchObject({ beeindigd: 0 });
  });

  test('let somebody act in another of his own roles, under a new id', async () => {
    const headers = await alsMens(database.db, mens('toezichthouder', { rollen: ['toezichthouder', 'boa'] }));
    const wissel = (rol: string) => api.send('PUT', `${sessie}/rol`, { headers, body: { rol } });
    expect((await wissel('beheerder')).body.fouten).toEqual([{ veld: 'rol', melding: 'Deze rol hebt u niet' }]);
    const nieuw = volgende(headers, await wissel('boa'));
    expect(nieuw && idOf(nieuw)).not.toBe(idOf(headers));
    expect(nieuw && (await wieBen(nieuw))).toMatchObject({ rol: 'boa', rechten: { boaRegistratie: 'TW' } });
  });

  test('with TLS are in a cookie that no other host and no script can set or read', async () => {
    const toegang = { ...geenLogin, publicUrl: 'https://loket.example' };
    const veilig = await startApi(database.db, { toegang });
    const headers = await alsMens(database.db, mens('burger'));
    expect((await veilig.send('GET', sessie, { headers })).body.ingelogd).toBeNull();
    const metTls = { ...headers, Cookie: `__Host-${headers.Cookie}` };
    expect((await veilig.send('GET', sessie, { headers: metTls })).body.ingelogd).toMatchObject({ rol: 'burger' });
    await later(headers, ['geroteerd_op'], 901);
    const gezet = (
      await veilig.send('POST', `${sessie}/_verleng`, { headers: metTls, body: {} })
    ).headers.getSetCookie();
    expect(gezet).toEqual([
      expect.stringMatching(/^__Host-loket-sessie=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    await veilig.close();
  });

  describe('are believed from our own pages only', () => {
    const zonder = (headers: Headers, ...weg: string[]) =>
      Object.fromEntries(Object.entries(headers).filter(([naam]) => !weg.includes(naam)));

    test('what changes something: by header, and by where the browser says it comes from', async () => {
      const headers = await alsMens(database.db, mens('burger'));
      const kaal = zonder(headers, 'Sec-Fetch-Site', 'X-Loket-Verzoek');
      const onze = { 'X-Loket-Verzoek': '1' };
      for (const [extra, status] of [
        [{ ...onze, 'Sec-Fetch-Site': 'same-origin' }, 200],
        [{ ...onze }, 200],
        [{ ...onze, Origin: 'http://localhost' }, 200],
        [{ 'Sec-Fetch-Site': 'same-origin' }, 403],
        [{ ...onze, 'Sec-Fetch-Site': 'cross-site' }, 403],
        [{ ...onze, 'Sec-Fetch-Site': 'same-site' }, 403],
        [{ ...onze, 'Sec-Fetch-Site': 'none' }, 403],
        [{ ...onze, Origin: 'https://kwaad.example' }, 403],
        [{ ...onze, Origin: 'null' }, 403],
        [{}, 403],
      ] as const) {
        expect((await handel({ ...kaal, ...extra })).status, JSON.stringify(extra)).toBe(status);
      }
      expect((await wieBen(headers)).rol).toBe('burger');
    });

    test('a form of another page does nothing, and another page is not told who is here', async () => {
      const headers = await alsMens(database.db, mens('burger'));
      const vanElders = { Cookie: headers.Cookie ?? '', 'Sec-Fetch-Site': 'cross-site' };
      expect((await api.send('DELETE', sessie, { headers: vanElders })).body).toMatchObject({ beeindigd: 0 });
      expect(await wieBen(vanElders)).toBeNull();
      expect(await wieBen(headers)).not.toBeNull();
      const vooraf = await api.send('OPTIONS', sessie, {
        headers: { Origin: 'https://kwaad.example', 'Access-Control-Request-Headers': 'x-loket-verzoek' },
      });
      expect(vooraf.headers.get('access-control-allow-credentials')).toBeNull();
      expect(vooraf.headers.get('access-control-allow-headers')).not.toMatch(/x-loket-verzoek/i);
    });
  });
});

onBothEngines('What must be logged', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(database.db);
  });
  afterAll(() => api.close());

  const auditor = () => alsMens(database.db, mens('auditor'));

  test('cannot be changed or removed', async () => {
    const headers = await auditor();
    await api.send('GET', `${apiBase}/logboeken/avg?persoon=een`, { headers });
    await api.send('GET', `${apiBase}/logboeken/wpg?persoon=een`, { headers });
    for (const wet of ['avg', 'wpg']) {
      for (const tabel of [`audit_${wet}`, `dataverwerking_${wet}`]) {
        expect(await database.db(tabel).first(), tabel).toBeDefined();
        const verboden = /cannot be changed or removed/;
        await expect(database.db.raw(`DELETE FROM ${tabel}`), tabel).rejects.toThrow(verboden);
        await expect(database.db.raw(`TRUNCATE ${tabel}`), tabel).rejects.toThrow(verboden);
        await expect(database.db.raw(`UPDATE ${tabel} SET trace_id = trace_id`), tabel).rejects.toThrow(verboden);
      }
    }
  });

  test('is kept as long as it must be, as is what was taken back, and then removed every night', async () => {
    const { db } = database;
    const diensten = proefDiensten();
    const akte = async (oud: string) => {
      const [trace_id, span_id] = [randomBytes(16), randomBytes(8)];
      const op = db.raw('now() - CAST(? AS interval)', [oud]);
      const ms = db.raw('(extract(epoch FROM now() - CAST(? AS interval)) * 1000)::bigint', [oud]);
      await db('audit_wpg').insert({
        ...{ op, trace_id, span_id, rol: 'boa', bevoegd_gezag: ['gm9999'], bewerking: oud, handeling: 'raadplegen' },
        ...{ gegeven: 'boaRegistratie', grondslag: '', doel: '', uitkomst: 'gelukt' },
      });
      await db('dataverwerking_wpg').insert({
        ...{ trace_id, span_id, status: 'Ok', name: oud, start_time: ms, end_time: ms },
        ...{ processing_activity_id: 'x', data_subject_id: 'iemand', data_subject_id_type: 'pseudoniem' },
      });
    };
    for (const oud of ['5 years 1 day', '4 years 11 months']) await akte(oud);
    const sleutel = randomUUID();
    await diensten.opslag.schrijf(sleutel, 0, 4, Readable.from([Buffer.from('plan')]));
    await diensten.opslag.maakAf(sleutel, await diensten.opslag.zetApart(sleutel));
    const trekIn = async (oud: string) => {
      const gewijzigd_op = db.raw('now() - CAST(? AS interval)', [oud]);
      const id = await maakZaak(db, { status: 'ingetrokken' });
      await db('zaak').where({ id }).update({ gewijzigd_op });
      await db('post').insert({ zaak_id: id, aan: 'a@b.example', onderwerp: oud, tekst: '', gemaakt_op: gewijzigd_op });
      return id;
    };
    const [lang, kort] = [await trekIn('13 months'), await trekIn('11 months')];
    const lopend = await maakZaak(db);
    await db('bijlage').insert({
      id: randomUUID(),
      zaak_id: lang,
      soort: 'plan',
      naam: 'plan.pdf',
      bytes: 4,
      sleutel,
      status: 'gekeurd',
      sha256: 'a'.repeat(64),
      mediatype: 'application/pdf',
    });
    for (const zaak_id of [kort, lopend]) {
      await expect(db('zaak_gebeurtenis').where({ zaak_id }).delete()).rejects.toThrow(/cannot be changed or removed/);
    }

    const log = pino({ level: 'silent' });
    const context = { db, log, vandaag: () => testVandaag, diensten, publicUrl: api.url };
    await bewaartermijnenUitvoeren.doe({}, context);
    for (const [tabel, kolom] of [
      ['audit_wpg', 'bewerking'],
      ['dataverwerking_wpg', 'name'],
    ] as const) {
      const over = await db(tabel).pluck(kolom);
      expect(over).toContain('4 years 11 months');
      expect(over).not.toContain('5 years 1 day');
    }
    const ids = await db('zaak').pluck('id');
    expect([lang, kort, lopend].map((id) => ids.includes(id))).toEqual([false, true, true]);
    expect(await db('post').whereIn('onderwerp', ['13 months', '11 months']).pluck('onderwerp')).toEqual(['11 months']);
    for (const { data } of await bossOn(db).fetch<{ sleutels: string[] }>('bestanden-wissen')) {
      await bestandenWissen.doe(data, context);
    }
    expect(await diensten.opslag.grootte(sleutel)).toBeNull();
    expect(await db('audit_avg').where({ object_id: lang })).toMatchObject([
      { handeling: 'vernietigen', rol: 'loket' },
    ]);
  });

  test('the auditor reads who did what, when and why, page by page and by filter; and that is logged too', async () => {
    const headers = await auditor();
    const lees = async (vraag: string) =>
      (await api.send('GET', `${apiBase}/logboeken/avg?${vraag}`, { headers })).body;
    for (let i = 0; i < 5; i += 1) await lees(`persoon=p${i}`);
    const eerste = await lees('aantal=3&rol=auditor&gegeven=logboekAvg');
    expect(eerste.regels).toHaveLength(3);
    expect(eerste.regels[0]).toMatchObject({
      persoon: 'persoon-auditor',
      bevoegdGezag: ['gm9999'],
      bewerking: 'GET /logboeken/avg',
      handeling: 'raadplegen',
      doel: 'Controle op het gebruik van persoonsgegevens',
      objectSoort: 'logboek',
      uitkomst: 'gelukt',
    });
    const tweede = await lees(`aantal=3&voor=${eerste.volgende}`);
    const ids = [...eerste.regels, ...tweede.regels].map(({ id }: { id: string }) => Number(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort((a, b) => b - a)).toEqual(ids);
    expect((await lees('van=2999-01-01')).status).toBe(400);
    expect((await lees('van=2100-01-01')).regels).toEqual([]);
    expect((await lees('tot=2020-01-01')).regels).toEqual([]);
    expect((await lees('uitkomst=geweigerd')).regels).toEqual([]);
  });

  test('the log of data processing has the fields of the standard, one line per data subject', async () => {
    const headers = {
      ...(await auditor()),
      traceparent: '00-0123456789abcdef0123456789abcdef-0011223344556677-01',
    };
    await api.send('GET', `${apiBase}/logboeken/avg?persoon=betrokkene-1`, { headers });
    const { body } = await api.send('GET', `${apiBase}/dataverwerkingen/avg?betrokkene=betrokkene-1`, { headers });
    expect(body.regels).toHaveLength(1);
    const [regel] = body.regels;
    expect(regel).toMatchObject({
      trace_id: '0123456789abcdef0123456789abcdef',
      parent_span_id: '0011223344556677',
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      status: 'Ok',
      name: 'GET /logboeken/avg',
      resource: { 'service.name': 'omgevingsloket' },
      attributes: {
        'dpl.core.processing_activity_id': `http://localhost${apiBase}/verwerkingsactiviteiten/logboekAvg`,
        'dpl.core.data_subject_id': 'betrokkene-1',
        'dpl.core.data_subject_id_type': 'pseudoniem',
      },
    });
    expect(regel.end_time).toBeGreaterThanOrEqual(regel.start_time);
    expect(Math.abs(Date.now() - regel.start_time)).toBeLessThan(60_000);
    const register = await api.get(`${apiBase}/verwerkingsactiviteiten/logboekAvg`);
    expect(register.body).toMatchObject({ wet: 'AVG', grondslag: expect.stringContaining('AVG') });
    const traceId = '0123456789abcdef0123456789abcdef';
    const opTrace = await api.send('GET', `${apiBase}/dataverwerkingen/avg?traceId=${traceId}`, { headers });
    expect(opTrace.body.regels.length).toBeGreaterThanOrEqual(2);
  });

  test('somebody sees what was done with his own data, and nothing of another', async () => {
    const headers = await auditor();
    await api.send('GET', `${apiBase}/logboeken/avg?persoon=van-sanne`, { headers });
    await api.send('GET', `${apiBase}/logboeken/avg?persoon=van-ander`, { headers });
    const sanne = await alsMens(database.db, mens('burger', { persoon: 'van-sanne', eigenaar: 'van-sanne' }));
    const lees = async () => (await api.send('GET', `${apiBase}/eigen-verwerkingen`, { headers: sanne })).body;
    const eerst = await lees();
    expect(eerst.verwerkingen).toEqual([
      {
        op: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        naam: 'Logboek AVG',
        doel: 'Controle op het gebruik van persoonsgegevens',
        grondslag: 'AVG art. 6 lid 1 onder c',
        handeling: 'raadplegen',
        rol: 'auditor',
        doorUzelf: false,
        gelukt: true,
      },
    ]);
    // looking at it is one more, by herself
    expect((await lees()).verwerkingen[0]).toMatchObject({
      naam: 'Wat met u is vastgelegd',
      doorUzelf: true,
      rol: 'burger',
    });
  });
});
