import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { connect } from '../../db/connect.ts';
import { catalogus } from '../../server/lagen/catalogus/index.ts';
import { aanbodVoor } from '../../server/ogc/domain/collecties.ts';
import { type Answer, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { aantalPanden, vulGegevens } from '../ogc-gegevens.ts';

const crs = (code: number | 'CRS84') =>
  code === 'CRS84' ? 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' : `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const shared = (naam: string) => fileURLToPath(new URL(`../../../shared/data/ogc/${naam}`, import.meta.url));
const alle = [...aanbodVoor(catalogus, ['iedereen']).collecties.keys()];

onBothEngines('OGC API Features', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    await vulGegevens(database.db);
    api = await startApi(database.db);
  });
  afterAll(() => api?.close());

  const get = (pad: string, parameters: Record<string, string> = {}) => {
    const query = new URLSearchParams(parameters).toString();
    return api.get(`/ogc/v1${pad}${query ? `?${query}` : ''}`);
  };
  const items = (id: string, parameters: Record<string, string> = {}) => get(`/collections/${id}/items`, parameters);
  const ids = async (id: string, parameters: Record<string, string>) => {
    const { status, body } = await items(id, parameters);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.features.map((feature: { id: string }) => feature.id);
  };
  const expectProblem = (answer: Answer, status: number, deel: string) => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body.detail).toContain(deel);
  };

  describe('documents', () => {
    test('every link of every document leads somewhere, as JSON and as a page', async () => {
      const gezien = new Set<string>();
      const wachtrij = ['/ogc/v1'];
      for (let pad = wachtrij.pop(); pad !== undefined; pad = wachtrij.pop()) {
        if (gezien.has(pad)) continue;
        gezien.add(pad);
        const answer = await api.get(pad);
        expect(answer.status, pad).toBe(200);
        const links = JSON.stringify(answer.body).matchAll(/"href":"([^"{]+)"/g);
        const eigen = [...links]
          .map(([, href = '']) => href.replace(api.url, ''))
          .filter((href) => href.startsWith('/'));
        // One collection of each kind is followed all the way.
        wachtrij.push(...eigen.filter((href) => !/collections\/(?!perceel|ondergrond|regels-bouw)/.test(href)));
      }
      expect([...gezien].filter((pad) => /collections\/perceel\/items/.test(pad)).length).toBeGreaterThan(1);
      expect([...gezien].some((pad) => pad.endsWith('/collections/ondergrond/tiles/WebMercatorQuad'))).toBe(true);
    });

    test('a collection tells its extent, its systems and what can be asked', async () => {
      const { body } = await get('/collections/pand');
      expect(body).toMatchObject({ id: 'pand', itemType: 'feature', storageCrs: crs(28992) });
      expect(body.crs).toEqual(expect.arrayContaining([crs('CRS84'), crs(28992), crs(3857)]));
      const [west, zuid, oost, noord] = body.extent.spatial.bbox[0];
      expect(west).toBeCloseTo(5.7551, 2);
      expect(oost - west).toBeCloseTo((aantalPanden * 6.125) / 68_500, 3);
      expect(noord).toBeGreaterThan(zuid);
      const { body: besluiten } = await get('/collections/besluiten');
      expect(besluiten.extent.temporal.interval).toEqual([['2026-01-10T00:00:00Z', '2026-03-01T00:00:00Z']]);
      const { body: queryables, type } = await get('/collections/pand/queryables');
      expect(type).toContain('application/schema+json');
      expect(Object.keys(queryables.properties)).toEqual(['geometry', 'bouwjaar', 'status', 'hoogteM']);
      expect(new Ajv2020({ strict: false, logger: false }).compile(queryables)({ bouwjaar: 'x' })).toBe(false);
    });

    test('the extent follows the data', async () => {
      await database.db('bgt_object').insert({
        identificatie: 'bgt-spoor-2',
        soort: 'spoor',
        bron_id: 'proef',
        geom: database.db.raw(`ST_GeomFromText('LINESTRING(170000 455000, 170100 455000)', 28992)`),
      });
      const voor = await get('/collections/spoor');
      await database.db.raw(`UPDATE tegel_stand SET wijziging = wijziging + 1`);
      const na = await get('/collections/spoor');
      expect(na.body.extent.spatial.bbox[0][0]).toBeLessThan(5.62);
      expect(voor.status).toBe(200);
      await database.db('bgt_object').where({ identificatie: 'bgt-spoor-2' }).delete();
      await database.db.raw(`UPDATE tegel_stand SET wijziging = wijziging + 1`);
    });

    test('the API description lists every collection with its own properties', async () => {
      const { body, type } = await get('/openapi.json');
      expect(type).toContain('application/vnd.oai.openapi+json');
      for (const id of alle) expect(Object.keys(body.paths)).toContain(`/collections/${id}/items`);
      const namen = body.paths['/collections/pand/items'].get.parameters.map(
        (p: { name?: string; $ref?: string }) => p.name ?? p.$ref,
      );
      expect(namen).toEqual(expect.arrayContaining(['bouwjaar', '#/components/parameters/bbox-crs']));
      const ongebruikt = JSON.stringify(body).matchAll(/"#\/components\/(parameters|responses)\/([^"]+)"/g);
      for (const [, soort = '', naam = ''] of ongebruikt) expect(body.components[soort]).toHaveProperty(naam);
    });

    test.skipIf(!existsSync(shared('ogcapi-features-1.yaml')))(
      'documents are what the standard describes (skipped without ../shared)',
      async () => {
        const features = parseYaml(readFileSync(shared('ogcapi-features-1.yaml'), 'utf8')).components.schemas;
        const tiles = JSON.parse(readFileSync(shared('ogcapi-tiles-1.bundled.json'), 'utf8')).components.schemas;
        const valideer = (schemas: Record<string, unknown>, naam: string, body: unknown) => {
          const ajv = new Ajv({ strict: false, logger: false });
          formats.default(ajv);
          ajv.addSchema({ $id: 'standaard', components: { schemas: openapiToJsonSchema(schemas) } });
          const check = ajv.compile({ $ref: `standaard#/components/schemas/${naam}` });
          check(body);
          return check.errors ?? null;
        };
        expect(valideer(features, 'collection', { id: 1 })).not.toBeNull();
        expect(valideer(features, 'landingPage', (await get('')).body)).toBeNull();
        expect(valideer(features, 'confClasses', (await get('/conformance')).body)).toBeNull();
        expect(valideer(features, 'collections', (await get('/collections')).body)).toBeNull();
        expect(valideer(features, 'collection', (await get('/collections/besluiten')).body)).toBeNull();
        for (const id of alle) {
          const { body } = await items(id);
          expect(body.numberReturned, id).toBeGreaterThan(0);
          expect(valideer(features, 'featureCollectionGeoJSON', body), id).toBeNull();
          const een = await get(`/collections/${id}/items/${encodeURIComponent(body.features[0].id)}`);
          expect(valideer(features, 'featureGeoJSON', een.body), id).toBeNull();
        }
        expect(Object.keys(tiles)).toContain('tileMatrixSet');
        expect(valideer(tiles, 'tileMatrixSet', (await get('/tileMatrixSets/WebMercatorQuad')).body)).toBeNull();
        expect(valideer(tiles, 'tileSet', (await get('/collections/pand/tiles/WebMercatorQuad')).body)).toBeNull();
      },
    );
  });

  describe('features', () => {
    test('the same place in every system, with the order of its axes', async () => {
      const plaats = async (code: number | 'CRS84' | null) => {
        const { body, headers } = await get(
          '/collections/huisnummer/items/9999200000000001',
          code ? { crs: crs(code) } : {},
        );
        return { crs: headers.get('content-crs'), plek: body.geometry.coordinates };
      };
      const standaard = await plaats(null);
      expect(standaard.crs).toBe(`<${crs('CRS84')}>`);
      const [lon, lat] = standaard.plek;
      expect(lon).toBeCloseTo(5.7551, 2);
      expect(lat).toBeCloseTo(52.0832, 2);
      expect(await plaats(28992)).toEqual({ crs: `<${crs(28992)}>`, plek: [180_003, 455_302] });
      expect((await plaats(4326)).plek).toEqual([lat, lon]);
      expect((await plaats(4258)).plek[0]).toBeCloseTo(lat, 5);
      const [mx, my] = (await plaats(3857)).plek;
      expect(mx).toBeCloseTo((lon * 20_037_508.342789) / 180, 0);
      expect(my).toBeGreaterThan(6_800_000);
    });

    test('pages follow each other without gaps or doubles, and only the first counts', async () => {
      const gezien: string[] = [];
      let pad: string | undefined = '/ogc/v1/collections/pand/items?limit=50';
      const tellingen: unknown[] = [];
      while (pad) {
        const { body }: Answer = await api.get(pad);
        gezien.push(...body.features.map((feature: { id: string }) => feature.id));
        tellingen.push([body.numberMatched, body.numberReturned]);
        pad = body.links.find((link: { rel: string }) => link.rel === 'next')?.href.replace(api.url, '');
        if (gezien.length === 50) {
          // What is added behind us must not shift the pages.
          await database.db.raw(
            `INSERT INTO pand SELECT '0000', NULL, NULL, '{}', NULL, geom, bron_id FROM pand LIMIT 1`,
          );
        }
      }
      await database.db('pand').where({ identificatie: '0000' }).delete();
      expect(gezien).toEqual([...new Set(gezien)].sort());
      expect(gezien.length).toBe(aantalPanden);
      expect(tellingen).toEqual([
        [aantalPanden, 50],
        [undefined, 50],
        [undefined, aantalPanden - 100],
      ]);
    });

    test('limit: 100 when not asked, more than the most is the most', async () => {
      expect((await items('pand')).body.numberReturned).toBe(100);
      expect((await items('pand', { limit: '1' })).body).toMatchObject({
        numberReturned: 1,
        numberMatched: aantalPanden,
      });
      expect((await items('pand', { limit: '9'.repeat(30) })).body.numberReturned).toBe(aantalPanden);
    });

    test('bbox in every system finds the same', async () => {
      const rd = { bbox: '180000,455290,180020,455310', 'bbox-crs': crs(28992) };
      const verwacht = await ids('pand', rd);
      expect(verwacht.length).toBe(4);
      const { body } = await items('pand', rd);
      const hoeken = body.features.flatMap((feature: { geometry: { coordinates: number[][][][] } }) =>
        feature.geometry.coordinates.flat(2),
      );
      const lon = hoeken.map(([x]: number[]) => x);
      const lat = hoeken.map(([, y]: number[]) => y);
      const vak = [Math.min(...lon) + 1e-6, Math.min(...lat), Math.max(...lon) - 3e-5, Math.max(...lat)];
      expect(await ids('pand', { bbox: vak.join(',') })).toEqual(verwacht);
      const [w, z, o, n] = vak;
      expect(await ids('pand', { bbox: [z, w, n, o].join(','), 'bbox-crs': crs(4326) })).toEqual(verwacht);
      expect(await ids('pand', { bbox: [w, z, 0, o, n, 9].join(',') })).toEqual(verwacht);
    });

    test('a huge bbox is the whole Netherlands, one elsewhere is empty', async () => {
      expect((await items('pand', { bbox: '-180,-90,180,90' })).body.numberMatched).toBe(aantalPanden);
      expect(
        (await items('pand', { bbox: '-1e300,-1e300,1e300,1e300', 'bbox-crs': crs(28992) })).body.numberMatched,
      ).toBe(aantalPanden);
      expect(
        (await items('pand', { bbox: '-1e300,-1e300,1e300,1e300', 'bbox-crs': crs(3857) })).body.numberMatched,
      ).toBe(aantalPanden);
      expect((await items('pand', { bbox: '100,-50,101,-49' })).body).toMatchObject({ numberMatched: 0, features: [] });
    });

    test('the stored geometry comes back, also where the map draws a point or a line', async () => {
      const { body } = await items('besluiten', { crs: crs(28992), onderwerp: 'bouwen' });
      expect(body.features[0].geometry).toEqual({
        type: 'Polygon',
        coordinates: [
          [
            [180_000, 455_000],
            [180_020, 455_000],
            [180_020, 455_020],
            [180_000, 455_020],
            [180_000, 455_000],
          ],
        ],
      });
      expect((await items('gemeentegrens')).body.features[0].geometry.type).toBe('MultiPolygon');
      expect(
        (await items('besluiten')).body.features.map(
          (feature: { properties: { plaatsSoort: string } }) => feature.properties.plaatsSoort,
        ),
      ).toContain('gemeente');
    });

    test('where we know nothing is part of the data', async () => {
      const { body } = await items('omstandigheid-hitte', { crs: crs(28992) });
      expect(
        body.features.map((feature: { properties: { bekend: boolean } }) => feature.properties.bekend).sort(),
      ).toEqual([false, true]);
      expect(await ids('omstandigheid-hitte', { bekend: 'false' })).toEqual(['onbekend-gm9999']);
    });

    test('an object with a strange key has an address', async () => {
      const [id] = await ids('besluiten', { onderwerp: 'plan' });
      const { body, status } = await get(`/collections/besluiten/items/${encodeURIComponent(id)}`);
      expect({ status, id: body.id }).toEqual({ status: 200, id: 'gmb 2026/3?&' });
      const page = await api.get(`/ogc/v1/collections/besluiten/items/${encodeURIComponent(id)}?f=html`);
      expect(page.body).toContain('gmb 2026/3?&#38;');
    });

    test('rules are those of the day, and of another day with datetime', async () => {
      const namen = async (parameters: Record<string, string>) => (await ids('regels-bouw', parameters)).length;
      expect(await namen({})).toBe(1);
      expect(await namen({ datetime: '2031-01-01' })).toBe(2);
      expect(await namen({ datetime: '2020-01-01' })).toBe(0);
      expect(await namen({ datetime: '../..' })).toBe(2);
      expect(await ids('besluiten', { datetime: '2026-01-11/2026-02-01' })).toEqual(['gmb-2026-2']);
      expect(await ids('besluiten', { datetime: '2026-01-10T22:00:00Z' })).toEqual(['gmb-2026-1']);
      expect(await ids('besluiten', { datetime: '2026-02-15/..' })).toEqual(['gmb 2026/3?&']);
    });
  });

  describe('filters', () => {
    test.each([
      ["onderwerp = 'kap'", ['gmb-2026-1']],
      ["titel = 'Dakkapel in ''t Dorp'", ['gmb-2026-2']],
      ["titel LIKE '%dorp'", []],
      ["CASEI(titel) LIKE CASEI('%DORP')", ['gmb-2026-2']],
      ["gepubliceerd > DATE('2026-01-10') AND onderwerp IN ('kap', 'bouwen')", ['gmb-2026-2']],
      ["gepubliceerd BETWEEN DATE('2026-01-01') AND DATE('2026-01-31')", ['gmb-2026-1']],
      ["T_AFTER(gepubliceerd, DATE('2026-02-01'))", ['gmb 2026/3?&']],
      ["T_DURING(gepubliceerd, INTERVAL('2026-01-01', '2026-02-01'))", ['gmb-2026-1']],
      ["verzonden IS NULL AND NOT (onderwerp = 'kap' OR onderwerp = 'bouwen')", ['gmb 2026/3?&']],
      ["S_WITHIN(geometry, BBOX(5.7, 52, 5.8, 52.2)) AND plaatsSoort <> 'gemeente'", ['gmb-2026-1', 'gmb-2026-2']],
    ])('besluiten: %s', async (filter, verwacht) => {
      expect((await ids('besluiten', { filter })).sort()).toEqual([...verwacht].sort());
    });

    test.each([
      ["ACCENTI(straat) = 'Cafe-plein'", 1],
      ["ACCENTI(CASEI(straat)) = ACCENTI(CASEI('CAFÉ-PLEIN'))", 1],
      ['huisnummer >= 2', 1],
      ['oppervlakteM2 IS NULL', 1],
    ])('adressen: %s', async (filter, aantal) => {
      expect((await ids('huisnummer', { filter })).length).toBe(aantal);
    });

    test('shapes in another system, in both languages, and relations that exclude each other', async () => {
      const vlak = 'POLYGON((180000 455000, 180050 455000, 180050 455050, 180000 455050, 180000 455000))';
      const rd = { 'filter-crs': crs(28992) };
      expect(await ids('perceel', { filter: `S_WITHIN(geometry, ${vlak})`, ...rd })).toEqual([
        '84900000000',
        '84900000001',
      ]);
      expect((await ids('perceel', { filter: `S_INTERSECTS(geometry, ${vlak})`, ...rd })).length).toBe(3);
      expect((await ids('perceel', { filter: `S_DISJOINT(geometry, ${vlak})`, ...rd })).length).toBe(6);
      expect(await ids('perceel', { filter: `S_OVERLAPS(geometry, ${vlak})`, ...rd })).toEqual(['84900000002']);
      expect(await ids('perceel', { filter: `S_CONTAINS(geometry, POINT(180001 455001))`, ...rd })).toEqual([
        '84900000000',
      ]);
      const json = {
        op: 's_contains',
        args: [{ property: 'geometry' }, { type: 'Point', coordinates: [180_001, 455_001] }],
      };
      expect(await ids('perceel', { filter: JSON.stringify(json), 'filter-lang': 'cql2-json', ...rd })).toEqual([
        '84900000000',
      ]);
    });

    test('every relation runs on every kind of geometry', async () => {
      for (const functie of [
        'S_INTERSECTS',
        'S_WITHIN',
        'S_CONTAINS',
        'S_DISJOINT',
        'S_EQUALS',
        'S_TOUCHES',
        'S_OVERLAPS',
        'S_CROSSES',
      ]) {
        for (const vorm of [
          'POINT(5.76 52.08)',
          'LINESTRING(5.7 52, 5.8 52.1)',
          'POLYGON((5.7 52, 5.8 52.1, 5.8 52, 5.7 52.1, 5.7 52))',
          'MULTIPOINT(5 52, 6 53)',
        ]) {
          for (const id of ['besluiten', 'spoor', 'plaatsnaam']) {
            const { status, body } = await items(id, { filter: `${functie}(geometry, ${vorm})` });
            expect(status, `${functie} ${vorm} ${id}: ${JSON.stringify(body)}`).toBe(200);
          }
        }
      }
    });

    test('a property is a parameter', async () => {
      expect(await ids('plaatsnaam', { naam: "'s-Gravenhof" })).toEqual(['BU99990101']);
      expect(await ids('perceel', { perceelnummer: '3', sectie: 'A' })).toEqual(['84900000002']);
      expect(await ids('perceel', { grootteM2: '101.5' })).toEqual(['84900000001']);
      expect(await ids('besluiten', { gepubliceerd: '2026-02-01' })).toEqual(['gmb-2026-2']);
    });
  });

  describe('bad input', () => {
    test.each<[Record<string, string>, string]>([
      [{ bbox: '6,52,5,53' }, 'bbox: de westgrens'],
      [{ bbox: '5,53,6,52' }, 'bbox: de zuidgrens'],
      [{ bbox: '5,52,6' }, 'bbox: geef 4 getallen'],
      [{ bbox: '5,52,6,NaN' }, 'bbox: geef getallen'],
      [{ bbox: '5,52,6,0x10' }, 'bbox: geef getallen'],
      [{ bbox: '-1e9,-1e9,1e9,1e9' }, 'bbox: lengtegraden'],
      [{ bbox: '5,52,6,53', 'bbox-crs': 'EPSG:28992' }, 'bbox-crs: kies uit'],
      [{ crs: crs(31370) }, 'crs: kies uit'],
      [{ filter: 'TRUE', 'filter-crs': '' }, 'filter-crs: kies uit'],
      [{ limit: '0' }, 'limit'],
      [{ limit: '-1' }, 'limit'],
      [{ limit: '1.5' }, 'limit'],
      [{ limit: 'veel' }, 'limit'],
      [{ datetime: 'gisteren' }, 'datetime'],
      [{ datetime: '2026-02-30' }, 'datetime'],
      [{ datetime: '2026-02-01/2026-01-01' }, 'datetime'],
      [{ datetime: '2026-01-01/x' }, 'datetime'],
      [{ bestaatniet: 'x' }, 'bestaatniet: deze parameter'],
      [{ onderwerp: 'a\0b' }, 'onderwerp: bevat een teken'],
      [{ gepubliceerd: '01-02-2026' }, 'gepubliceerd'],
      [{ filter: "onderwerp = 'kap" }, 'filter: Het filter'],
      [{ filter: "bestaatniet = 'x'" }, '"bestaatniet"'],
      [{ filter: 'TRUE', 'filter-lang': 'sql' }, 'filter-lang'],
      [{ filter: '{', 'filter-lang': 'cql2-json' }, 'geldige JSON'],
      [{ filter: `${'('.repeat(500)}TRUE${')'.repeat(500)}` }, 'dieper genest'],
      [{ filter: `titel = '${'x'.repeat(9_000)}'` }, 'langer dan'],
      [{ filter: '"titel" = \'\0\'' }, 'filter: bevat een teken'],
      [
        { filter: '{"op":"=","args":[{"property":"titel"},"\\u0000"]}', 'filter-lang': 'cql2-json' },
        'teken dat niet mag',
      ],
      [{ na: 'x'.repeat(600) }, 'na: deze sleutel'],
      [{ f: 'xml' }, 'f: kies json of html'],
    ])('%j', async (parameters, deel) => {
      expectProblem(await items('besluiten', parameters), 400, deel);
    });

    test('everything that is wrong is told at once', async () => {
      const { body } = await items('besluiten', { limit: '0', crs: 'x', datetime: 'x' });
      expect(body.fouten.map((fout: { veld: string }) => fout.veld)).toEqual(['crs', 'datetime', 'limit']);
    });

    test('whatever stands in a parameter, it is an answer or a problem and never a failure of ours', async () => {
      const vijandig = [
        '',
        ' ',
        "'",
        '"',
        "'; DROP TABLE besluit; --",
        "' OR '1'='1",
        '$1',
        '?',
        '??',
        '\\',
        '%',
        '%_%',
        '\ud800',
        '\u202e',
        '🏠'.repeat(50),
        'NaN',
        'Infinity',
        '1e308',
        '-1',
        '0x10',
        '2026-02-30',
        '99999-01-01',
        '9999-12-31T23:59:60Z',
        '0001-01-01T00:00:00+14:00',
        '__proto__',
        'constructor',
        '[1,2]',
        '{"op":"and"}',
        '../../etc/passwd',
        'a'.repeat(5_000),
        ','.repeat(500),
        '/',
        '../..',
        '1,2,3,4',
        '4,50,4,50',
        "titel LIKE '\\'",
        'titel IN (titel)',
        'NOT TRUE',
        'S_EQUALS(geometry,geometry)',
        "T_AFTER(gepubliceerd,INTERVAL('..','..'))",
      ];
      const namen = [
        'limit',
        'na',
        'bbox',
        'bbox-crs',
        'crs',
        'datetime',
        'filter',
        'filter-lang',
        'filter-crs',
        'f',
        'titel',
        'gepubliceerd',
      ];
      for (const naam of namen) {
        for (const waarde of vijandig) {
          const answer = await items('besluiten', { [naam]: waarde });
          expect(answer.status, `${naam}=${waarde}: ${JSON.stringify(answer.body).slice(0, 300)}`).toBeLessThan(500);
          if (answer.status >= 400) expect(answer.type).toContain('application/problem+json');
        }
      }
      expect((await items('besluiten')).body.numberMatched).toBe(3);
    });

    test('a question that takes too long is cut off and says so; the embedded engine finishes it', async () => {
      const vraag = '/ogc/v1/collections/pand/items?limit=10000&filter=S_DISJOINT(geometry,POINT(5 52))';
      if (database.engine.kind === 'embedded') {
        expect((await api.get(vraag)).status).toBe(200);
        return;
      }
      const haastig = connect(database.engine, { statementTimeoutMs: 1 });
      const andere = await startApi(haastig);
      const answer = await andere.get(vraag);
      await andere.close();
      await haastig.destroy();
      expectProblem(answer, 503, 'duurde');
      expect(answer.body.type).toBe('urn:omgevingsloket:duurt-te-lang');
    });

    test('unknown places, doubled parameters and forms that we do not have', async () => {
      expectProblem(await get('/collections/bestaatniet'), 404, 'bestaatniet');
      expectProblem(await get('/collections/bestaatniet/items'), 404, 'bestaatniet');
      expectProblem(await get('/collections/__proto__/items'), 404, '__proto__');
      expectProblem(await get('/collections/ondergrond/items'), 404, 'alleen tegels');
      expectProblem(await get('/collections/pand/items/%00'), 404, 'geen object');
      expectProblem(await get("/collections/pand/items/x'--"), 404, 'geen object');
      expectProblem(await get('/collections', { x: '1' }), 400, 'x: deze parameter');
      expectProblem(await api.get('/ogc/v1/collections/pand/items?limit=1&limit=2'), 400, 'één keer');
      expect((await api.get('/ogc/v1/collections/%E0%A4%A')).status).toBe(400);
      const xml = await fetch(`${api.url}/ogc/v1/collections`, { headers: { Accept: 'application/xml' } });
      expect(xml.status).toBe(406);
    });
  });

  describe('over HTTP', () => {
    test('a browser gets a page that is safe and complete, a program gets JSON', async () => {
      await database
        .db('besluit')
        .where({ identificatie: 'gmb-2026-1' })
        .update({ titel: '<script>alert("x")</script>' });
      for (const pad of [
        '',
        '/conformance',
        '/collections',
        '/collections/besluiten',
        '/collections/besluiten/queryables',
        '/collections/besluiten/items',
        '/collections/besluiten/items/gmb-2026-1',
        '/api',
        '/tiles',
        '/collections/pand/tiles',
        '/collections/ondergrond',
        '/tileMatrixSets',
      ]) {
        const response = await fetch(`${api.url}/ogc/v1${pad}`, {
          headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
        });
        const tekst = await response.text();
        expect(response.headers.get('content-type'), pad).toContain('text/html');
        expect(tekst).toMatch(/<html lang="nl">[\s\S]+<h1>[^<]+<\/h1>/);
        expect(tekst).not.toMatch(/<script|<style| style=| on\w+=/);
      }
      await database.db('besluit').where({ identificatie: 'gmb-2026-1' }).update({ titel: 'Kap van een eik' });
      expect((await items('besluiten')).type).toContain('application/geo+json');
      expect((await api.get('/ogc/v1/ogc.css')).type).toContain('text/css');
    });

    test('other origins may read, what did not change is not sent again', async () => {
      const eerste = await items('perceel');
      expect(eerste.headers.get('access-control-allow-origin')).toBe('*');
      expect(eerste.headers.get('access-control-expose-headers')).toContain('Content-Crs');
      const weer = () =>
        fetch(`${api.url}/ogc/v1/collections/perceel/items`, {
          headers: { 'If-None-Match': eerste.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' },
        });
      expect((await weer()).status).toBe(304);
      await database.db('perceel').where({ perceelnummer: 9 }).update({ soort_grootte: 'V' });
      expect((await weer()).status).toBe(200);
    });
  });
});

/** The schemas of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type. */
function openapiToJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(openapiToJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const omgezet = Object.fromEntries(Object.entries(rest).map(([naam, deel]) => [naam, openapiToJsonSchema(deel)]));
  return nullable === true && typeof omgezet.type === 'string' ? { ...omgezet, type: [omgezet.type, 'null'] } : omgezet;
}
