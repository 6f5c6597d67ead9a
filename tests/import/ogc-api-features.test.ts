import { afterEach, expect, test } from 'vitest';
import { ogcApiFeatures } from '../../scripts/import/ogc-api-features.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { onBothEngines } from '../database.ts';
import { type OgcFeature, type OgcGedrag, type OgcServer, startOgcServer } from './ogc-server.ts';

const ring = (x: number, y: number, zijde: number) => [
  [x, y],
  [x + zijde, y],
  [x + zijde, y + zijde],
  [x, y + zijde],
  [x, y],
];

const perceel = (nummer: number, extra: Record<string, unknown> = {}): OgcFeature => ({
  id: `uuid-${nummer}`,
  properties: {
    identificatie_lokaal_id: `8492000000${nummer}`,
    akr_kadastrale_gemeente_code_waarde: 'OTL02',
    kadastrale_gemeente_waarde: 'Otterlo',
    sectie: 'B',
    perceelnummer: nummer,
    kadastrale_grootte_waarde: 100,
    soort_grootte_waarde: 'Vastgesteld',
    ...extra,
  },
  geometry: { type: 'Polygon', coordinates: [ring(181_000 + nummer * 10, 456_000, 10)] },
});

const percelen = Array.from({ length: 7 }, (_, index) => perceel(index + 1));

const pand = (nummer: number, extra: Record<string, unknown> = {}): OgcFeature => ({
  id: `pand-uuid-${nummer}`,
  properties: {
    identificatie: `022810000000000${nummer}`,
    bouwjaar: 1934,
    status: 'Pand in gebruik',
    gebruiksdoel: 'winkelfunctie,woonfunctie',
    ...extra,
  },
  geometry: { type: 'Polygon', coordinates: [ring(181_000 + nummer * 10, 456_100, 8)] },
});

const verblijfsobject = (nummer: number, extra: Record<string, unknown> = {}): OgcFeature => ({
  id: `vbo-uuid-${nummer}`,
  properties: {
    identificatie: `022801000000000${nummer}`,
    hoofdadres_identificatie: `022820000000000${nummer}`,
    openbare_ruimte_naam: 'Brummelweg',
    huisnummer: nummer,
    huisletter: 'A',
    toevoeging: null,
    postcode: '6731SW',
    woonplaats_naam: 'Otterlo',
    bronhouder_identificatie: '0228',
    gebruiksdoel: 'woonfunctie',
    oppervlakte: 120,
    status: 'Verblijfsobject in gebruik',
    'pand.href': [`http://elders.example/collections/pand/items/pand-uuid-${nummer}`],
    ...extra,
  },
  geometry: { type: 'Point', coordinates: [181_004 + nummer * 10, 456_104] },
});

onBothEngines('The importer of OGC API Features', (database) => {
  let server: OgcServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  async function importFrom(gedrag: OgcGedrag, opties: Record<string, string>) {
    server = await startOgcServer(gedrag);
    return (await runImport(database.db, ogcApiFeatures, server.url, { opties })).bronnen[0];
  }
  const nummers = () => database.db('perceel').orderBy('perceelnummer').pluck('perceelnummer');

  test('reads all pages in RD and takes over licence, counts and area', async () => {
    const bron = await importFrom(
      { collecties: { perceel: percelen }, pageSize: 3, rd: true, numberMatched: 7 },
      { collectie: 'perceel', bron: 'proef', peildatum: '2026-01-31' },
    );
    expect(bron).toMatchObject({ id: 'proef', peildatum: '2026-01-31', aantallen: { perceel: 7 }, afgekeurd: [] });
    expect(server?.requests).toHaveLength(3);
    expect(server?.requests[0]?.searchParams.get('crs')).toBe('http://www.opengis.net/def/crs/EPSG/0/28992');
    const { rows } = await database.db.raw(
      `SELECT kadastrale_aanduiding, ST_AsText(geom) AS wkt, ST_Area(dekking) AS dekking, licentie
       FROM perceel JOIN bron ON bron.id = bron_id WHERE perceelnummer = 1`,
    );
    expect(rows).toEqual([
      {
        kadastrale_aanduiding: 'OTL02 B 1',
        wkt: 'MULTIPOLYGON(((181010 456000,181020 456000,181020 456010,181010 456010,181010 456000)))',
        dekking: 700,
        licentie: 'CC0 1.0',
      },
    ]);
  });

  test('transforms longitude and latitude when the server has no RD', async () => {
    const { rows } = await database.db.raw(
      `SELECT ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(?), 28992), 4326), 12)::json AS lonlat`,
      [JSON.stringify(perceel(1).geometry)],
    );
    await importFrom(
      { collecties: { perceel: [perceel(1)] }, pageSize: 3, naarLonLat: () => rows[0].lonlat },
      { collectie: 'perceel', bron: 'proef' },
    );
    const { rows: distance } = await database.db.raw(
      `SELECT ST_HausdorffDistance(geom, ST_SetSRID(ST_GeomFromGeoJSON(?), 28992)) AS m FROM perceel`,
      [JSON.stringify(perceel(1).geometry)],
    );
    expect(distance).toHaveLength(1);
    expect(distance[0].m).toBeLessThan(0.001);
  });

  test('asks only for a bbox, and knows that square whole', async () => {
    await importFrom(
      { collecties: { perceel: [perceel(1)] }, pageSize: 3, rd: true },
      { collectie: 'perceel', bron: 'proef', bbox: '181000,456000,181500,456500' },
    );
    expect(server?.requests[0]?.searchParams.get('bbox')).toBe('181000,456000,181500,456500');
    expect(server?.requests[0]?.searchParams.get('bbox-crs')).toBe('http://www.opengis.net/def/crs/EPSG/0/28992');
    const { rows } = await database.db.raw(`SELECT ST_Area(dekking) AS m2 FROM bron WHERE id = 'proef'`);
    expect(rows).toEqual([{ m2: 250_000 }]);
  });

  test('ties verblijfsobjecten to their pand, leaves out what is gone, and rejects what misses a field', async () => {
    const bron = await importFrom(
      {
        collecties: {
          pand: [pand(1), pand(2, { bouwjaar: 1005 }), pand(3, { status: 'Pand gesloopt' })],
          verblijfsobject: [
            verblijfsobject(1),
            verblijfsobject(2, { status: 'Verblijfsobject ingetrokken' }),
            verblijfsobject(3, { openbare_ruimte_naam: null }),
          ],
        },
        pageSize: 2,
        rd: true,
      },
      { collectie: 'pand,verblijfsobject', bron: 'bag' },
    );
    expect(bron?.aantallen).toEqual({ pand: 2, adres: 1 });
    expect(bron?.weggelaten).toEqual({
      'pand met status "Pand gesloopt"': 1,
      'adres met status "Verblijfsobject ingetrokken"': 1,
    });
    expect(bron?.afgekeurd).toEqual([
      {
        reden: 'verblijfsobject: het veld openbare_ruimte_naam ontbreekt of klopt niet',
        aantal: 1,
        voorbeelden: ['vbo-uuid-3'],
      },
    ]);
    expect(await database.db('pand').select('bouwjaar', 'gebruiksdoelen').orderBy('identificatie')).toEqual([
      { bouwjaar: 1934, gebruiksdoelen: ['winkelfunctie', 'woonfunctie'] },
      { bouwjaar: null, gebruiksdoelen: ['winkelfunctie', 'woonfunctie'] },
    ]);
    expect(
      await database.db('adres').select('weergave', 'gemeente_code', 'pand_identificatie', 'oppervlakte_m2'),
    ).toEqual([
      {
        weergave: 'Brummelweg 1A, 6731 SW Otterlo',
        gemeente_code: 'gm0228',
        pand_identificatie: '0228100000000001',
        oppervlakte_m2: 120,
      },
    ]);
  });

  test('keeps BGT panden without a BAG number apart, and joins parts of one pand', async () => {
    const part = (lokaalId: string, bagNumber: string, x: number): OgcFeature => ({
      id: lokaalId,
      properties: { lokaal_id: lokaalId, identificatie_bag_pnd: bagNumber, status: 'bestaand' },
      geometry: { type: 'Polygon', coordinates: [ring(x, 456_300, 10)] },
    });
    await importFrom(
      {
        collecties: {
          pand: [
            part('b1', '0228109999999999', 181_000),
            part('b2', '0228109999999999', 181_050),
            part('b3', '0228100000000009', 181_100),
            part('b4', '0228100000000009', 181_110),
          ],
        },
        pageSize: 5,
        rd: true,
      },
      { collectie: 'pand', bron: 'bgt-panden' },
    );
    const { rows } = await database.db.raw(
      `SELECT identificatie, ST_Area(geom) AS m2 FROM pand WHERE bron_id = 'bgt-panden' ORDER BY 1`,
    );
    expect(rows).toEqual([
      { identificatie: '0228100000000009', m2: 200 },
      { identificatie: 'b1', m2: 100 },
      { identificatie: 'b2', m2: 100 },
    ]);
  });

  test('leaves out historic BGT objects and turns the angle of labels', async () => {
    const wegdeel = (id: string, extra = {}): OgcFeature => ({
      id,
      properties: {
        lokaal_id: id,
        functie: 'fietspad',
        fysiek_voorkomen: 'open verharding',
        relatieve_hoogteligging: 0,
        ...extra,
      },
      geometry: { type: 'Polygon', coordinates: [ring(181_000, 456_200, 5)] },
    });
    const label: OgcFeature = {
      id: 'l1',
      properties: { lokaal_id: 'l1', openbare_ruimte_naam: 'Brummelweg', hoek: -66 },
      geometry: { type: 'Point', coordinates: [181_000, 456_200] },
    };
    const bron = await importFrom(
      {
        collecties: {
          wegdeel: [wegdeel('w1'), wegdeel('w2', { eind_registratie: '2020-01-01T00:00:00Z' })],
          openbareruimtelabel: [label],
        },
        pageSize: 5,
        rd: true,
      },
      { collectie: 'wegdeel,openbareruimtelabel', bron: 'bgt' },
    );
    expect(bron?.weggelaten).toEqual({ 'historisch object (beëindigd)': 1 });
    expect(await database.db('bgt_object').select('soort', 'functie', 'naam', 'hoek').orderBy('soort')).toEqual([
      { soort: 'openbareruimtelabel', functie: null, naam: 'Brummelweg', hoek: '66.00' },
      { soort: 'wegdeel', functie: 'fietspad', naam: null, hoek: null },
    ]);
  });

  test('tries a page again when the server is busy for a moment', async () => {
    let refusals = 1;
    const bron = await importFrom(
      {
        collecties: { perceel: percelen },
        pageSize: 4,
        rd: true,
        stoor: (url, response) => {
          if (url.searchParams.get('cursor') !== '4' || refusals-- <= 0) return false;
          response.writeHead(503).end();
          return true;
        },
      },
      { collectie: 'perceel', bron: 'proef' },
    );
    expect(bron?.aantallen).toEqual({ perceel: 7 });
  });

  test('leaves the old data when the server fails halfway, lies, or never ends', async () => {
    const opties = { collectie: 'perceel', bron: 'proef' };
    const good = { collecties: { perceel: percelen }, pageSize: 2, rd: true };
    await importFrom(good, opties);
    const before = await nummers();
    expect(before).toHaveLength(7);
    const halfway = (stoor: NonNullable<OgcGedrag['stoor']>) => async () => {
      await server?.close();
      await importFrom(
        { ...good, stoor: (url, response) => url.searchParams.get('cursor') === '4' && stoor(url, response) },
        opties,
      );
    };
    const page = (response: { writeHead(status: number): void; end(text: string): void }, body: string) => {
      response.writeHead(200);
      response.end(body);
      return true;
    };
    await expect(halfway((_url, response) => !!response.writeHead(403).end())()).rejects.toThrow('HTTP 403');
    await expect(halfway((_url, response) => page(response, '<html>onderhoud</html>'))()).rejects.toThrow(
      'geeft geen JSON',
    );
    await expect(
      halfway((_url, response) => page(response, '{"type":"FeatureCollection","features":[{"i'))(),
    ).rejects.toThrow('geeft geen JSON');
    await expect(halfway((_url, response) => page(response, '{"type":"Iets anders"}'))()).rejects.toThrow(
      'OGC API Features',
    );
    await expect(
      halfway((url, response) =>
        page(
          response,
          JSON.stringify({
            type: 'FeatureCollection',
            features: [perceel(9)],
            links: [{ rel: 'next', href: url.href }],
          }),
        ),
      )(),
    ).rejects.toThrow('blijft naar dezelfde pagina verwijzen');
    await server?.close();
    await expect(importFrom({ ...good, numberMatched: 9 }, opties)).rejects.toThrow('gaf 7 van de 9 objecten');
    expect(await nummers()).toEqual(before);
  });

  test('stops when ever new links lead to the same features', async () => {
    let n = 0;
    await expect(
      importFrom(
        {
          collecties: { perceel: percelen },
          pageSize: 2,
          rd: true,
          stoor: (url, response) => {
            if (!url.pathname.endsWith('/items')) return false;
            const next = new URL(url);
            next.searchParams.set('token', String(++n));
            response.writeHead(200, { 'content-type': 'application/json' });
            response.end(
              JSON.stringify({
                type: 'FeatureCollection',
                features: [perceel(1)],
                links: [{ rel: 'next', href: next.href }],
              }),
            );
            return true;
          },
        },
        { collectie: 'perceel', bron: 'proef' },
      ),
    ).rejects.toThrow('blijft naar dezelfde pagina verwijzen');
    expect(n).toBe(2);
  });

  test('says what is wrong with an address, a collection or a bbox', async () => {
    const wrong = (pad: string, opties: Record<string, string>) =>
      expect(runImport(database.db, ogcApiFeatures, pad, { opties })).rejects;
    server = await startOgcServer({ collecties: {}, pageSize: 1 });
    await wrong('/etc/passwd', { collectie: 'pand' }).toThrow('geen webadres');
    await wrong(server.url, {}).toThrow('Geef met --collectie');
    await wrong(server.url, { collectie: 'toString' }).toThrow('kennen wij niet');
    await wrong(server.url, { collectie: 'pand' }).toThrow('HTTP 404');
    await wrong(server.url, { collectie: 'pand', bbox: '5.1,52.0,5.2,52.1' }).toThrow('--bbox');
    await wrong(server.url, { collectie: 'pand', gemeente: 'Ede' }).toThrow('--gemeente');
    await wrong(server.url, { collectie: 'pand', peildatum: '2026-02-30' }).toThrow('--peildatum');
  });
});
