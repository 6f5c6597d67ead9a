import Ajv2020 from 'ajv/dist/2020.js';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import type { Uittreksel } from '../../server/rapport/contract.ts';
import { canonicalJson, sha256 } from '../../server/rapport/hash.ts';
import { startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { readPdf } from '../pdf.ts';
import { opBuurperceel, opPerceel, plantPlaats, zonderGegevens } from '../plaats.ts';
import { vindVerschillen } from '../uittreksel.ts';

/** The first engine leaves its hash here for the second. */
const hashes: string[] = [];

onBothEngines('The endpoints of extracts', (database) => {
  let api: TestApi;
  let db: Knex;
  beforeAll(async () => {
    db = database.db;
    await plantPlaats(db);
    api = await startApi(db);
  }, 120_000);
  afterAll(() => api.close());

  const maak = async (vraag: object = opPerceel): Promise<{ id: string; hash: string; json: string; pdf: string }> => {
    const { status, body } = await api.post(`${apiBase}/uittreksels`, vraag);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const lees = async (path: string): Promise<Uittreksel> => {
    const { status, body } = await api.get(path);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const pdfVan = async (path: string) => {
    const response = await fetch(`${api.url}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    return readPdf(new Uint8Array(await response.arrayBuffer()));
  };

  test('what is made comes back as it was, with a hash that anybody can check', async () => {
    const { id, hash, json } = await maak();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
    const uittreksel = await lees(json);
    expect(uittreksel).toMatchObject({ id, hash, hashKlopt: true, bewaardTot: '2031-12-31' });
    expect(sha256(canonicalJson(uittreksel.inhoud))).toBe(hash);
    expect(uittreksel.inhoud.vraag).toEqual({ punt: opPerceel, datum: testVandaag, straalM: 500 });
    expect(uittreksel.inhoud.locatie.perceel?.kadastraleAanduiding).toBe('MGT01 A 1');
    expect(JSON.stringify(uittreksel.inhoud)).not.toMatch(/lonLat/);
  });

  test('the card says the same as the extract', async () => {
    const { inhoud } = await lees((await maak()).json);
    const plaats = `x=${opPerceel.x}&y=${opPerceel.y}`;
    const omstandigheden = await lees(`${apiBase}/omstandigheden?${plaats}`);
    expect(inhoud.omstandigheden).toEqual(omstandigheden);
    // biome-ignore lint/suspicious/noExplicitAny: both are checked against their contracts elsewhere
    const regels: any = await lees(`${apiBase}/regels?${plaats}`);
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const bewaard: any = inhoud.regels;
    const namen = (van: typeof regels) =>
      van.activiteiten.flatMap(
        (activiteit: { naam: string; aanduidingen: { artikel: string; kwalificatie: string }[] }) =>
          activiteit.aanduidingen.map(({ artikel, kwalificatie }) => `${activiteit.naam} ${artikel} ${kwalificatie}`),
      );
    expect(namen(bewaard).sort()).toEqual(namen(regels).sort());
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const besluiten: any = await lees(`${apiBase}/besluiten?${plaats}&maximum=500`);
    const kern = (van: { identificatie: string; reactie: unknown }[]) =>
      van.map(({ identificatie, reactie }) => [identificatie, reactie]).sort();
    // biome-ignore lint/suspicious/noExplicitAny: as above
    expect(kern((inhoud.besluiten as any).besluiten)).toEqual(kern(besluiten.besluiten));
  });

  test('the same place, day and data give the same hash and are kept once, on either engine', async () => {
    const een = await maak();
    expect(await maak()).toEqual(een);
    expect((await maak({ ...opPerceel, datum: testVandaag })).hash).toBe(een.hash);
    expect((await maak({ ...opPerceel, datum: '2026-11-23' })).hash).not.toBe(een.hash);
    expect((await maak(opBuurperceel)).hash).not.toBe(een.hash);
    expect((await maak({ ...opPerceel, straal: 10 })).hash).not.toBe(een.hash);
    const zonder = await maak(zonderGegevens);
    hashes.push(`${een.hash} ${zonder.hash}`);
    expect(new Set(hashes).size, 'both engines').toBe(1);
  });

  test('keys that the database hands out are not in the hash; a text that changes is', async () => {
    const { hash } = await maak();
    await db.transaction((trx) =>
      trx.raw(`
        UPDATE regeling SET id = 900000 - id;
        UPDATE locatie SET regeling_id = 900000 - regeling_id;
        UPDATE activiteit SET regeling_id = 900000 - regeling_id;
        UPDATE gebiedsaanwijzing SET regeling_id = 900000 - regeling_id;
        UPDATE norm SET regeling_id = 900000 - regeling_id;
        UPDATE regeltekst SET regeling_id = 900000 - regeling_id, id = 800000 - id;
        UPDATE juridische_regel SET regeltekst_id = 800000 - regeltekst_id;`),
    );
    // an import gives new numbers to all that the server may have kept of the rules; here it starts anew instead
    await api.close();
    api = await startApi(db.withUserParams({}));
    expect((await maak()).hash).toBe(hash);
    await db.raw(`UPDATE regeltekst SET tekst = tekst || ' en meer'`);
    expect((await maak()).hash).not.toBe(hash);
  });

  test('an extract stays what it was when the data changes, and so does its PDF', async () => {
    const voor = await maak({ ...opPerceel, datum: '2026-03-03' });
    const { inhoud } = await lees(voor.json);
    await db('pand').where({ identificatie: 'pand-1' }).update({ bouwjaar: 1899 });
    expect((await maak({ ...opPerceel, datum: '2026-03-03' })).hash).not.toBe(voor.hash);
    expect((await lees(voor.json)).inhoud).toEqual(inhoud);
    const pdf = await pdfVan(voor.pdf);
    expect(vindVerschillen(inhoud, pdf)).toEqual([]);
    const begin = pdf.hoofdstukken[0]?.rijen.flat().join(' ');
    expect(begin).toContain(voor.hash);
    expect(begin).toContain('3 maart 2026');
  });

  test('what was changed after it was made is shown as changed', async () => {
    const { id, json, pdf } = await maak({ ...opPerceel, datum: '2026-04-04' });
    await db.raw(`UPDATE uittreksel SET inhoud = replace(inhoud, '1899', '1999') WHERE id = ?`, [id]);
    expect((await lees(json)).hashKlopt).toBe(false);
    expect((await pdfVan(pdf)).hoofdstukken[0]?.alineas.join(' ')).toContain('Dit uittreksel is veranderd');
  });

  test('a section that fails is in the extract as failed, never absent, and the PDF says so', async () => {
    await db.raw('ALTER TABLE besluit RENAME TO besluit_weg');
    try {
      const { json, pdf } = await maak();
      const { inhoud } = await lees(json);
      expect(inhoud.besluiten).toMatchObject({ status: 503, type: 'urn:omgevingsloket:bron-niet-bereikbaar' });
      expect(inhoud.ontbreekt.map(({ wat }) => wat)).toContain('Alle besluiten');
      const gelezen = await pdfVan(pdf);
      expect(gelezen.hoofdstukken[0]?.alineas.join(' ')).toContain('onvolledig');
      expect(vindVerschillen(inhoud, gelezen)).toEqual([]);
    } finally {
      await db.raw('ALTER TABLE besluit_weg RENAME TO besluit');
    }
  });

  test('the published schema is that of the content', async () => {
    const { status, body, type } = await api.get(`${apiBase}/schemas/uittreksel`);
    expect([status, type]).toEqual([200, expect.stringContaining('application/schema+json')]);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(body);
    const { inhoud } = await lees((await maak()).json);
    expect(validate(inhoud), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...inhoud, ontbreekt: undefined })).toBe(false);
  });

  test('the PDF is not sent again to who has it', async () => {
    const { pdf } = await maak(opBuurperceel);
    const first = await fetch(`${api.url}${pdf}`);
    await first.arrayBuffer();
    const again = await fetch(`${api.url}${pdf}`, {
      // without its own word here, fetch asks for a fresh answer
      headers: { 'If-None-Match': first.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  describe('what cannot be', () => {
    test.each([
      [{}],
      [{ x: 146_003 }],
      [{ x: 'a', y: 505_020 }],
      [{ x: 1e9, y: 505_020 }],
      [{ ...opPerceel, datum: '2026-02-30' }],
      [{ ...opPerceel, datum: 'gisteren' }],
      [{ ...opPerceel, datum: '9999-01-01' }],
      [{ ...opPerceel, straal: -1 }],
      [{ ...opPerceel, straal: 5_001 }],
    ])('POST %j is refused', async (vraag) => {
      const { status, type } = await api.post(`${apiBase}/uittreksels`, vraag);
      expect([status, type]).toEqual([400, expect.stringContaining('application/problem+json')]);
    });

    test.each(['', '/pdf'])('an id that is none, or that nobody made%s', async (deel) => {
      for (const [id, verwacht] of [
        ['1', 400],
        ["' OR 1=1", 400],
        ['0f0e7c1e-9b1a-4b2e-8f3a-1a2b3c4d5e6f', 404],
      ] as const) {
        const { status, type } = await api.get(`${apiBase}/uittreksels/${encodeURIComponent(id)}${deel}`);
        expect([id, status, type]).toEqual([id, verwacht, expect.stringContaining('application/problem+json')]);
      }
    });

    test('more extracts in an hour than the loket keeps', async () => {
      await db.raw(`
        INSERT INTO uittreksel (hash, inhoud, peildata, bewaard_tot)
        SELECT md5(i::text) || md5(i::text), '{}', '{}', '2031-12-31' FROM generate_series(1, 600) i`);
      const { status, type } = await api.post(`${apiBase}/uittreksels`, { ...opPerceel, datum: '2026-05-05' });
      expect([status, type]).toEqual([429, expect.stringContaining('application/problem+json')]);
      await maak(opBuurperceel);
      await db.raw(
        `UPDATE uittreksel SET gemaakt_op = gemaakt_op - interval '2 hours', bewaard_tot = '2026-11-21' WHERE inhoud = '{}'`,
      );
      await maak({ ...opPerceel, datum: '2026-05-05' });
      expect(await db('uittreksel').where({ inhoud: '{}' })).toEqual([]);
    });
  });
});
