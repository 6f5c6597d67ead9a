import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { postVersturen } from '../../server/post/versturen.ts';
import { proefContext, startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { proefDiensten, proefmap } from '../diensten.ts';
import { aanDeBalie, aanvraag, proefPdf } from '../indienen.ts';
import { alsMens, mens } from '../mensen.ts';
import { inBuurgemeente, opBuurperceel, opPerceel, plantPlaats } from '../plaats.ts';

onBothEngines('From concept to receipt', (database) => {
  let api: TestApi;
  let sanne: ReturnType<typeof aanDeBalie>;
  const anoniem = () => aanDeBalie(api, null);
  const als = async (...wie: Parameters<typeof mens>) => aanDeBalie(api, await alsMens(database.db, mens(...wie)));
  const aantal = async (tabel: string, waar = {}) => (await database.db(tabel).where(waar)).length;
  /** What the queue would do with the mail of this zaak. */
  const bestel = async (zaakId: string, diensten = proefDiensten()) => {
    const [post] = await database.db('post').where({ zaak_id: zaakId });
    await postVersturen.doe({ postId: post.id }, proefContext(database.db, { diensten }));
    return post.id as string;
  };
  beforeAll(async () => {
    await plantPlaats(database.db);
    api = await startApi(database.db);
    sanne = await als('burger');
  });
  afterAll(() => api.close());

  test('somebody files with bijlagen: a zaak with a term, a receipt on screen, as PDF and by mail', async () => {
    const { body: begonnen } = await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, {
      ...opPerceel,
      vlak: [
        [146_001, 505_010],
        [146_004, 505_010],
        [146_004, 505_014],
        [146_001, 505_014],
      ],
    });
    expect(begonnen).toMatchObject({ versie: 1, eigen: true, bijlagen: [] });
    const stuk = await sanne.stuur(begonnen.id, proefPdf(), {
      naam: 'C:\\plan\\situatie.exe',
      soort: 'situatietekening',
    });
    expect(stuk.body).toMatchObject({ status: 'gekeurd', mediatype: 'application/pdf', naam: 'situatie.exe' });

    const { status, body: ontvangst } = await sanne.dien(begonnen);
    expect(status).toBe(200);
    expect(ontvangst).toMatchObject({
      kenmerk: expect.stringMatching(/^Z-2026-\d{6}$/),
      ontvangenOp: testVandaag,
      plaats: { percelen: ['MGT01 A 1'], gemeente: 'Gemeente Modelgemeente' },
      procedure: { soort: 'regulier', artikel: 'Ow 16.64 lid 1', uiterlijk: '2027-01-18' },
      // 1.1% of 12,000 is less than the minimum of 180; kappen has a fixed price
      leges: { bedrag: 345, vanaf: false },
      bijlagen: [{ naam: 'situatie.exe', bytes: proefPdf().length, sha256: stuk.body.sha256 }],
    });
    expect(ontvangst.ontbreekt.map(({ id }: { id: string }) => id)).toEqual([
      'bouwtekeningen',
      'veiligheid',
      'berekeningen',
      'boom',
    ]);
    const [zaak] = await database.db('zaak').where({ id: ontvangst.zaakId });
    expect(zaak).toMatchObject({
      status: 'ontvangen',
      bevoegd_gezag: 'gm9999',
      eigenaar: 'persoon-burger',
      uiterste_datum: '2027-01-18',
    });
    expect(await aantal('concept', { id: begonnen.id })).toBe(0);
    expect(await aantal('bijlage', { zaak_id: zaak.id, concept_id: null })).toBe(1);
    expect(await aantal('zaak_gebeurtenis', { zaak_id: zaak.id, soort: 'ontvangen' })).toBe(1);
    expect(await aantal('audit_avg', { object_id: zaak.id, handeling: 'verzamelen', uitkomst: 'gelukt' })).toBe(1);

    const pdf = await sanne.ask('GET', `/ontvangstbevestigingen/${zaak.id}/pdf`);
    expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(pdf.body.startsWith('%PDF')).toBe(true);
    const brief = await bestel(zaak.id);
    const mail = await PostalMime.parse(readFileSync(join(proefmap, 'post', `${brief}.eml`)));
    expect(mail).toMatchObject({
      to: [{ address: 'sanne@voorbeeld.example' }],
      subject: `Ontvangen: uw aanvraag omgevingsvergunning (${ontvangst.kenmerk})`,
      attachments: [{ mimeType: 'application/pdf', filename: `Ontvangstbevestiging ${ontvangst.kenmerk}.pdf` }],
    });
    expect(mail.text).toContain('18 januari 2027');
    expect(mail.text).not.toContain('schuur');
    expect(await database.db('post').where({ zaak_id: zaak.id })).toMatchObject([
      { status: 'verzonden', aan: null, tekst: null },
    ]);
  });

  test('twice is once: double click, retry after a lost answer, and the same key for something else', async () => {
    const { body: concept } = await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel);
    const sleutel = randomUUID();
    const voor = await aantal('zaak');
    const dubbel = await Promise.all([sanne.dien(concept, sleutel), sanne.dien(concept, sleutel)]);
    const later = await sanne.dien(concept, sleutel);
    // another device knows no key yet, and has the same concept open
    const ander = await sanne.dien(concept);
    expect(new Set([...dubbel, later, ander].map(({ status, body }) => `${status} ${body.kenmerk}`)).size).toBe(1);
    expect(await aantal('zaak')).toBe(voor + 1);
    expect(await aantal('post', { zaak_id: later.body.zaakId })).toBe(1);
    const { body: tweede } = await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel);
    expect(await sanne.dien(tweede, sleutel)).toMatchObject({
      status: 409,
      body: { type: 'urn:omgevingsloket:al-gebruikt' },
    });
    expect(await aantal('concept', { id: tweede.id })).toBe(1);
  });

  test('a concept is kept and resumed: by login, by the secret, never by somebody else', async () => {
    const begin = anoniem();
    const { body: concept } = await begin.begin('sloopmelding', { omschrijving: 'Schuur' }, null);
    expect(concept).toMatchObject({ eigen: false, versie: 1 });
    const vorm = { antwoorden: { omschrijving: 'Een oude schuur' }, plaats: opPerceel, stap: 'plaats' };
    const bewaard = await begin.ask('PUT', `/concepten/${concept.id}`, { versie: 1, ...vorm });
    expect(bewaard).toMatchObject({ status: 200, body: { versie: 2, stap: 'plaats', plaats: opPerceel } });
    expect(await begin.ask('PUT', `/concepten/${concept.id}`, { versie: 1, ...vorm })).toMatchObject({
      status: 409,
      body: { type: 'urn:omgevingsloket:intussen-gewijzigd', versie: 2 },
    });
    // nobody has it without the secret, and it is logged who tried
    expect((await anoniem().ask('GET', `/concepten/${concept.id}`)).status).toBe(404);
    expect(await aantal('audit_avg', { object_id: concept.id, uitkomst: 'niet-gevonden' })).toBe(1);
    // who logs in on the way takes it along; then the secret is worth nothing
    const headers = await alsMens(database.db, mens('burger'));
    const metBeide = await api.send('PUT', `${apiBase}/concepten/${concept.id}`, {
      headers: { ...headers, 'X-Loket-Sleutel': begin.sleutel },
      body: { versie: 2, ...vorm },
    });
    expect(metBeide.body).toMatchObject({ eigen: true, versie: 3 });
    expect((await begin.ask('GET', `/concepten/${concept.id}`)).status).toBe(404);
    expect((await sanne.ask('GET', `/concepten/${concept.id}`)).body.antwoorden).toEqual(vorm.antwoorden);
    expect((await sanne.ask('GET', '/concepten')).body.concepten.map(({ id }: { id: string }) => id)).toContain(
      concept.id,
    );
    const buurman = await als('burger', { persoon: 'yusuf', eigenaar: 'yusuf' });
    expect((await buurman.ask('GET', `/concepten/${concept.id}`)).status).toBe(404);
    expect((await buurman.dien({ id: concept.id, versie: 3 })).status).toBe(404);
    expect(await sanne.ask('DELETE', `/concepten/${concept.id}`)).toMatchObject({ status: 200 });
    expect((await sanne.ask('GET', `/concepten/${concept.id}`)).status).toBe(404);
  });

  test('a melding openbare ruimte needs no name, lands on its place, and shows up for who sees the same', async () => {
    const iemand = anoniem();
    const melding = { categorie: 'afval/grofvuil', omschrijving: 'Een bank op de stoep ليس هنا' };
    const { body: concept } = await iemand.begin('melding-openbare-ruimte', melding, opBuurperceel);
    // with a login it asks for the other door
    expect((await iemand.dien(concept)).status).toBe(401);
    const gedaan = await iemand.dien(concept, randomUUID(), '_melden');
    expect(gedaan).toMatchObject({ status: 200, body: { indiener: null, email: null, leges: null } });
    expect((await iemand.ask('GET', `/ontvangstbevestigingen/${gedaan.body.zaakId}`)).body).toEqual(gedaan.body);
    expect((await anoniem().ask('GET', `/ontvangstbevestigingen/${gedaan.body.zaakId}`)).status).toBe(404);
    expect(await database.db('zaak').where({ id: gedaan.body.zaakId })).toMatchObject([
      { eigenaar: null, ingediend_door: null, procedure: 'geen', uiterste_datum: '2026-11-30' },
    ]);
    const { x, y } = opBuurperceel;
    const plek = await api.get(`${apiBase}/meldplek?x=${x + 10}&y=${y}&categorie=afval/grofvuil`);
    expect(plek.body.inDeBuurt).toEqual([{ categorie: 'afval/grofvuil', ontvangenOp: testVandaag, afstandM: 10 }]);
    const ver = await api.get(`${apiBase}/meldplek?x=${x + 100}&y=${y}`);
    expect(ver.body.inDeBuurt).toEqual([]);
  });

  test('what is wrong is told per field, and nothing is filed', async () => {
    const voor = await aantal('zaak');
    const { omschrijving: _, ...zonder } = aanvraag;
    const { body: leeg } = await sanne.begin(
      'aanvraag-omgevingsvergunning',
      { ...zonder, contactNaam: 'n'.repeat(10_000) },
      null,
    );
    const fout = await sanne.dien(leeg);
    expect(fout.status).toBe(400);
    expect(fout.body.fouten.map(({ veld }: { veld: string }) => veld)).toEqual([
      'omschrijving',
      'contactNaam',
      'plaats',
    ]);
    const { body: elders } = await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, { x: 200_000, y: 400_000 });
    expect(await sanne.dien(elders)).toMatchObject({
      status: 400,
      body: { type: 'urn:omgevingsloket:andere-gemeente' },
    });
    const { body: vroeg } = await sanne.begin('bouwmelding', { begindatum: '2026-11-23' }, inBuurgemeente);
    expect((await sanne.dien(vroeg)).body.fouten).toContainEqual({
      veld: 'begindatum',
      melding: expect.stringContaining('20 december 2026'),
    });
    // a form that was replayed with a version that is gone
    expect((await sanne.dien({ id: elders.id, versie: 9 })).status).toBe(409);
    for (const invoer of [
      { zaaktype: 'koffie' },
      { zaaktype: 'sloopmelding', antwoorden: { omschrijving: 'a\u0000b' } },
      { zaaktype: 'sloopmelding', antwoorden: { omschrijving: 'a'.repeat(10_001) } },
      { zaaktype: 'sloopmelding', antwoorden: { __proto__x: { diep: 1 } } },
      { zaaktype: 'sloopmelding', plaats: { x: 1e9, y: 0 } },
    ]) {
      expect((await sanne.ask('POST', '/concepten', { id: randomUUID(), ...invoer })).status).toBe(400);
    }
    expect(await aantal('zaak')).toBe(voor);
  });

  test('a mail server that is down stops nothing: the zaak stands, and the mail goes later', async () => {
    const { body: concept } = await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel);
    const { status, body } = await sanne.dien(concept);
    expect(status).toBe(200);
    const dood = proefDiensten({
      post: { smtp: 'smtp://127.0.0.1:1', map: join(proefmap, 'dood'), van: 'loket@voorbeeld.example' },
    });
    await expect(bestel(body.zaakId, dood)).rejects.toThrow('de mailserver nam de post niet aan');
    expect(await database.db('post').where({ zaak_id: body.zaakId })).toMatchObject([{ status: 'wacht' }]);
    const brief = await bestel(body.zaakId);
    expect(existsSync(join(proefmap, 'post', `${brief}.eml`))).toBe(true);
  });

  test('a gemachtigde files for somebody else, and both are written down', async () => {
    const joris = await als('gemachtigde', { persoon: 'joris', eigenaar: 'persoon-burger', namens: 'Sanne de Vries' });
    const { body: concept } = await joris.begin(
      'aanvraag-omgevingsvergunning',
      { ...aanvraag, contactNaam: 'Joris' },
      opPerceel,
    );
    const { body } = await joris.dien(concept);
    expect(body.indiener).toEqual({ naam: 'Joris', namens: 'Sanne de Vries' });
    expect(await database.db('zaak').where({ id: body.zaakId })).toMatchObject([
      { eigenaar: 'persoon-burger', gemachtigde: 'joris', ingediend_door: 'joris' },
    ]);
    // with a role that has no right to file there is no way in, whatever the form says
    const agent = await als('politie');
    expect((await agent.dien(concept)).status).toBe(403);
    expect((await agent.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel)).status).toBe(403);
  });
});
