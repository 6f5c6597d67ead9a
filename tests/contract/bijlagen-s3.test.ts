import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { openEmmer } from '../../server/bijlagen/emmer.ts';
import { type Opslag, openOpslag } from '../../server/bijlagen/opslag.ts';
import { bestandenWissen } from '../../server/bijlagen/wissen.ts';
import { bossOn } from '../../server/opdrachten/boss.ts';
import { proefContext, startApi, type TestApi } from '../api.ts';
import { freshOnServer } from '../database.ts';
import { proefDiensten, proefmap } from '../diensten.ts';
import { aanDeBalie, aanvraag, proefPdf } from '../indienen.ts';
import { alsMens, mens } from '../mensen.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';
import { startS3 } from '../s3-store.ts';

/** Files in a bucket of a real store instead of in the folder. */

const map = join(proefmap, 'onderweg');
let s3: Awaited<ReturnType<typeof startS3>>;
let opslag: Opslag;
let db: Knex;
let remove: () => Promise<void>;
beforeAll(async () => {
  const [store, fresh] = await Promise.all([startS3(), freshOnServer()]);
  s3 = store;
  opslag = openOpslag(map, openEmmer(s3.adres));
  remove = fresh.remove;
  db = connect(fresh.engine);
  await plantPlaats(db);
});
afterAll(async () => {
  await db.destroy();
  await Promise.all([remove(), s3.end()]);
});

const inDeMap = async () =>
  (await readdir(map, { recursive: true, withFileTypes: true })).filter((een) => een.isFile());

/** The api with its files in that bucket, and somebody at the form. */
async function metEmmer(adres: string) {
  const diensten = proefDiensten({ bijlagen: map, emmer: adres });
  const api: TestApi = await startApi(db, {}, { diensten });
  const sanne = aanDeBalie(api, await alsMens(db, mens('burger')));
  return { api, sanne, diensten };
}

test('a bijlage arrives in parts, is judged, and is in the bucket alone', async () => {
  const { api, sanne, diensten } = await metEmmer(s3.adres);
  const { id } = (await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel)).body;
  const heel = proefPdf('x'.repeat(300_000));
  const bijlage = randomUUID();
  expect((await sanne.stuur(id, heel, { bijlage, tot: 100_000 })).body).toMatchObject({ ontvangen: 100_000 });
  expect((await sanne.stuur(id, heel, { bijlage, vanaf: 100_000 })).body).toMatchObject({ status: 'gekeurd' });
  expect(await inDeMap()).toEqual([]);
  const { sleutel } = await db('bijlage').where({ id: bijlage }).first('sleutel');
  expect(await opslag.grootte(sleutel)).toBe(heel.length);
  expect((await buffer(opslag.lees(sleutel))).equals(heel)).toBe(true);
  expect((await sanne.ask('DELETE', `/concepten/${id}/bijlagen/${bijlage}`)).status).toBe(200);
  const [werk] = await bossOn(db).fetch<{ sleutels: string[] }>('bestanden-wissen');
  await bestandenWissen.doe(werk?.data ?? { sleutels: [] }, { ...proefContext(db), diensten });
  expect(await opslag.grootte(sleutel)).toBeNull();
  await expect(buffer(opslag.lees(sleutel))).rejects.toThrow('not in the bucket');
  await api.close();
});

test('of what arrives at the same time under one name the first stays, whatever the others hold', async () => {
  const sleutel = randomUUID();
  const stukken = Array.from({ length: 6 }, (_, i) => Buffer.from(`inhoud ${i} `.repeat(1_000)));
  await opslag.schrijf(sleutel, 0, 1, Readable.from([Buffer.from('x')]));
  const apart = await Promise.all(
    stukken.map(async (stuk) => {
      const pad = await opslag.zetApart(sleutel);
      await writeFile(pad, stuk);
      return pad;
    }),
  );
  const eerste = await Promise.all(apart.map((pad) => opslag.maakAf(sleutel, pad)));
  expect(eerste.filter(Boolean).length).toBeLessThanOrEqual(1);
  const inhoud = await buffer(opslag.lees(sleutel));
  expect(stukken.some((stuk) => stuk.equals(inhoud))).toBe(true);
  for (const [i, pad] of apart.entries()) {
    expect(await opslag.maakAf(sleutel, pad)).toBe(false);
    if (eerste[i]) expect(inhoud.equals(stukken[i] as Buffer)).toBe(true);
    await opslag.ruimOp(pad);
  }
  expect((await buffer(opslag.lees(sleutel))).equals(inhoud)).toBe(true);
  expect(await inDeMap()).toEqual([]);
});

test('what a killed server had claimed is brought by the next', async () => {
  const sleutel = randomUUID();
  await opslag.schrijf(sleutel, 0, 6, Readable.from([Buffer.from('eerste')]));
  const apart = await opslag.zetApart(sleutel);
  await mkdir(join(map, sleutel.slice(0, 2)), { recursive: true });
  await link(apart, join(map, sleutel.slice(0, 2), sleutel));
  expect(await opslag.isHeel(sleutel)).toBe(false);
  await writeFile(`${apart}.ander`, 'tweede');
  expect(await opslag.maakAf(sleutel, `${apart}.ander`)).toBe(false);
  expect(String(await buffer(opslag.lees(sleutel)))).toBe('eerste');
  await Promise.all([opslag.ruimOp(apart), opslag.ruimOp(`${apart}.ander`)]);
  expect(await inDeMap()).toEqual([]);
});

test.each([
  ['that does not answer', () => s3.adres.replace(/:\d+\//, ':9/')],
  ['without this bucket', () => `${s3.adres}-weg`],
])('a store %s loses nothing: the same file succeeds later', async (_, adresVan) => {
  const concept = await (async () => {
    const { api, sanne } = await metEmmer(adresVan());
    const { id } = (await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel)).body;
    const antwoord = await sanne.stuur(id, proefPdf());
    expect(antwoord).toMatchObject({ status: 503, body: { type: 'urn:omgevingsloket:opslag-niet-bereikbaar' } });
    expect(JSON.stringify(antwoord.body)).not.toContain('geheim');
    await api.close();
    return id;
  })();
  const { api, sanne } = await metEmmer(s3.adres);
  expect((await sanne.stuur(concept, proefPdf())).body).toMatchObject({ status: 'gekeurd' });
  await api.close();
});
