import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { naarLonLat } from '../../server/geo/projectie.ts';
import type { Laag } from '../../server/lagen/contract.ts';
import { tegelMet } from '../../server/lagen/domain.ts';
import { maakTegels } from '../../server/lagen/tegels.ts';
import { startApi, type TestApi, testVandaag as vandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';
import { readTegel } from '../tegels.ts';

onBothEngines('Kaartlagen over HTTP', (database) => {
  let api: TestApi;
  const { lon, lat } = naarLonLat(opPerceel);
  const { z, x, y } = tegelMet(lon, lat, 16);
  const tegel = (pad: string) => `/ogc/v1/collections/${pad}`;
  const hier = tegel(`ondergrond/tiles/WebMercatorQuad/${z}/${y}/${x}`);
  const lagen = async () => (await api.get('/api/v1/lagen')).body.lagen as Laag[];

  beforeAll(async () => {
    await plantPlaats(database.db);
    api = await startApi(database.db);
  }, 60_000);
  afterAll(() => api.close());

  test('the pages may ask no other server, unless the background is chosen there', async () => {
    const policy = async (from: TestApi) => (await from.get('/healthz')).headers.get('content-security-policy') ?? '';
    expect((await api.get('/api/v1/lagen')).body.achtergrond).toBeNull();
    expect(await policy(api)).not.toContain('http');
    const pdok = await startApi(database.db, {}, { achtergrond: 'pdok-grijs' });
    try {
      const { achtergrond } = (await pdok.get('/api/v1/lagen')).body;
      expect(achtergrond).toMatchObject({ bronvermelding: expect.stringContaining('Kadaster') });
      expect(achtergrond.tegels).toMatch(/^https:\/\/service\.pdok\.nl\/.+\/grijs\//);
      const directives = (await policy(pdok)).split(';').filter((directive) => directive.includes('http'));
      expect(directives).toEqual([
        "img-src 'self' data: blob: https://service.pdok.nl",
        "connect-src 'self' https://service.pdok.nl",
      ]);
    } finally {
      await pdok.close();
    }
  });

  test('before tiles are made the layers say so, and a tile is empty and soon asked again', async () => {
    expect(new Set((await lagen()).map(({ stand }) => stand))).toEqual(new Set(['wordt-gemaakt']));
    const answer = await api.get(hier);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  });

  describe('with tiles', () => {
    beforeAll(async () => {
      await maakTegels(database.db, { vandaag });
    }, 120_000);

    test('the catalogue says what has data and where its tiles are', async () => {
      const perId = new Map((await lagen()).map((laag) => [laag.id, laag]));
      expect(perId.get('pand')).toMatchObject({ stand: 'gereed', ondergrond: true });
      expect(perId.get('omstandigheid-hitte')).toMatchObject({ stand: 'leeg' });
      expect(perId.get('besluiten')?.tegels).toMatch(
        /^\/ogc\/v1\/collections\/besluiten\/tiles\/WebMercatorQuad\/\{z\}\/\{y\}\/\{x\}\?v=[a-z0-9]+$/,
      );
      expect(JSON.stringify([...perId.values()])).not.toMatch(/SELECT/);
    });

    test('a tile is row before column, gzip, and may be kept with its version', async () => {
      const { tegels } = (await lagen()).find(({ id }) => id === 'pand')!;
      const pad = tegels.replace('{z}', String(z)).replace('{y}', String(y)).replace('{x}', String(x));
      const response = await fetch(`${api.url}${pad}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const { gzipSync } = await import('node:zlib');
      const inhoud = readTegel(gzipSync(Buffer.from(await response.arrayBuffer())));
      expect(inhoud.layers.pand?.length).toBe(3);
    });

    test('what the browser already has is not sent again', async () => {
      const eerst = await fetch(`${api.url}${hier}`);
      const etag = eerst.headers.get('etag')!;
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      expect(eerst.headers.get('cache-control')).toBe('public, max-age=60');
      // without this, fetch adds no-cache by itself, which asks for the whole tile
      const vraag = (bekend: string) => ({ headers: { 'If-None-Match': bekend, 'Cache-Control': 'max-age=0' } });
      const weer = await fetch(`${api.url}${hier}`, vraag(etag));
      expect(weer.status).toBe(304);
      expect((await weer.arrayBuffer()).byteLength).toBe(0);
      const ander = await fetch(`${api.url}${hier}`, vraag('"anders"'));
      expect(ander.status).toBe(200);
    });

    test('tiles that were made again are sent at once to who knows of them, and soon to everybody', async () => {
      const plek = tegelMet(lon, lat, 15);
      const adres = async () => {
        const { tegels } = (await lagen()).find(({ id }) => id === 'besluiten')!;
        return `${api.url}${tegels.replace(/\{([xyz])\}/g, (_, as: 'x' | 'y' | 'z') => String(plek[as]))}`;
      };
      const etag = async (url: string) => (await fetch(url)).headers.get('etag');
      const oudAdres = await adres();
      const oud = await etag(oudAdres);
      const rij = await database.db('besluit').where({ identificatie: 'hier' }).first();
      const berekend = ['mercator', 'midden', 'reik_m', 'vorm', 'geojson'];
      const besluit = Object.fromEntries(Object.entries(rij).filter(([kolom]) => !berekend.includes(kolom)));
      await database.db('besluit').where({ identificatie: 'hier' }).delete();
      await maakTegels(database.db, { vandaag, collecties: ['besluiten'] });
      const nieuwAdres = await adres();
      expect(nieuwAdres).not.toBe(oudAdres);
      const nieuw = await fetch(nieuwAdres);
      expect(nieuw.headers.get('etag')).not.toBe(oud);
      expect(nieuw.headers.get('cache-control')).toContain('immutable');
      const zonderVersie = nieuwAdres.split('?')[0] as string;
      await vi.waitFor(async () => expect(await etag(zonderVersie)).toBe(nieuw.headers.get('etag')));
      expect((await fetch(oudAdres)).headers.get('cache-control')).toBe('public, max-age=60');
      await database.db('besluit').insert(besluit);
      await maakTegels(database.db, { vandaag, collecties: ['besluiten'] });
    });

    test('outside the data a tile is empty', async () => {
      expect((await api.get(tegel('ondergrond/tiles/WebMercatorQuad/16/0/0'))).status).toBe(204);
      expect((await api.get(tegel('ondergrond/tiles/WebMercatorQuad/3/2/4'))).status).toBe(204);
    });

    test.each([
      ['a negative zoom', 'ondergrond/tiles/WebMercatorQuad/-1/0/0', 400],
      ['a word', 'ondergrond/tiles/WebMercatorQuad/16/noord/0', 400],
      ['a fraction', 'ondergrond/tiles/WebMercatorQuad/16/1.5/0', 400],
      ['not a number', 'ondergrond/tiles/WebMercatorQuad/NaN/0/0', 400],
      ['a huge number', 'ondergrond/tiles/WebMercatorQuad/16/99999999999999999999/0', 400],
      ['SQL', `ondergrond/tiles/WebMercatorQuad/16/0/${encodeURIComponent("0'; DROP TABLE tegel; --")}`, 400],
      ['a zoom too deep', 'ondergrond/tiles/WebMercatorQuad/17/0/0', 404],
      ['a column beyond the world', 'ondergrond/tiles/WebMercatorQuad/2/0/4', 404],
      ['an unknown layer', 'bestaat-niet/tiles/WebMercatorQuad/16/0/0', 404],
      ['a name of an object', 'constructor/tiles/WebMercatorQuad/16/0/0', 404],
      ['a build under way', 'ondergrond~1/tiles/WebMercatorQuad/16/0/0', 404],
    ])('%s is refused with an explanation', async (_, pad, status) => {
      const answer = await api.get(tegel(pad));
      expect(answer.status).toBe(status);
      expect(answer.type).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    });

    test('the list at a place has the layers in the order asked, once each', async () => {
      const answer = await api.get(`/api/v1/lagen/hier?x=${opPerceel.x}&y=${opPerceel.y}&lagen=pand,besluiten,pand`);
      expect(answer.status).toBe(200);
      expect(answer.body.lagen.map(({ id }: { id: string }) => id)).toEqual(['pand', 'besluiten']);
      expect(answer.body.lagen[0]).toMatchObject({ naam: 'Panden', meer: false });
    });

    test('a list longer than twenty says that there is more', async () => {
      await database.db.raw(
        `INSERT INTO besluit (identificatie, soort, onderwerp, titel, bevoegd_gezag, gepubliceerd, plaats_soort, geom, bron_id)
         SELECT 'veel-' || n, 'melding', 'overig', 'Veel ' || n, 'x', '2026-01-01', 'punt',
           ST_SetSRID(ST_MakePoint(145500, 504500), 28992), 'besluiten' FROM generate_series(1, 21) n`,
      );
      const answer = await api.get('/api/v1/lagen/hier?x=145500&y=504500&lagen=besluiten');
      expect(answer.body.lagen[0].objecten).toHaveLength(20);
      expect(answer.body.lagen[0].meer).toBe(true);
    });

    test.each([
      ['an unknown layer', `x=${opPerceel.x}&y=${opPerceel.y}&lagen=pand,geheim`, 'geheim'],
      ['no place', 'lagen=pand', 'x'],
      ['a place abroad', 'x=1&y=1&lagen=pand', 'y'],
    ])('the list refuses %s and names it', async (_, query, woord) => {
      const answer = await api.get(`/api/v1/lagen/hier?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain(woord);
    });
  });
});
