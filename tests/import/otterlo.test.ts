import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adressen } from '../../scripts/import/adressen.ts';
import { bgt } from '../../scripts/import/bgt.ts';
import { brk } from '../../scripts/import/brk.ts';
import { grenzen } from '../../scripts/import/grenzen.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { achtererfgebied } from '../../server/vergunningcheck/domain/meetkunde/gebieden.ts';
import { leesKaart } from '../../server/vergunningcheck/domain/meetkunde/kaart/van-kaart.ts';
import { regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { loadKaartRijen } from '../../server/vergunningcheck/situatie/queries.ts';
import { onBothEngines } from '../database.ts';
import { shared } from './levering.ts';

const files = {
  bgt: shared('otterlo/bgt_otterlo_citygml_imgeo2.1.1.zip'),
  brk: shared('otterlo'),
  adressen: shared('otterlo/inspire_addresses_otterlo_28992.gpkg'),
  grenzen: shared('grenzen/gemeenten-2025.geojson'),
};
const present = Object.values(files).every((path) => existsSync(path));

describe.skipIf(!present)('Otterlo (skipped where ../shared/data is not there)', () => {
  onBothEngines('The real deliveries of Otterlo', (database) => {
    const load = async (importer: typeof bgt, pad: string, opties = {}) =>
      (await runImport(database.db, importer, pad, { opties })).bronnen[0];
    const folder = mkdtempSync(join(tmpdir(), 'loket-otterlo-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const scalar = async (sql: string, ...values: (string | number)[]) =>
      Object.values((await database.db.raw(sql, values)).rows[0])[0];

    beforeAll(async () => {
      await load(grenzen, files.grenzen);
      await load(bgt, files.bgt, { gemeente: 'gm0228' });
      await load(brk, files.brk);
      await load(adressen, files.adressen);
    }, 180_000);

    test('342 gemeenten in RD, with the Dutch land area', async () => {
      expect(await database.db('gemeente').count({ n: '*' }).first()).toEqual({ n: '342' });
      expect(await database.db('gemeente').where({ code: 'gm0014' }).pluck('naam')).toEqual(['Groningen']);
      const km2 = Number(await scalar('SELECT sum(ST_Area(geom)) / 1e6 FROM gemeente'));
      expect(km2).toBeGreaterThan(34_500);
      expect(km2).toBeLessThan(35_500);
      // The tower of the Dom stands at RD 136700, 456000, in Utrecht.
      expect(
        await scalar(
          'SELECT naam FROM gemeente WHERE ST_Covers(geom, ST_SetSRID(ST_MakePoint(136700, 456000), 28992))',
        ),
      ).toBe('Utrecht');
    });

    test('panden: current ones only, parts of one pand joined, those without a BAG number kept apart', async () => {
      // 2,273 in the file, 562 of them ended: 1,711 current, of which 11 are a further part of a pand that is there.
      const panden = await database.db('pand').select('identificatie', 'bouwjaar');
      expect(panden).toHaveLength(1_700);
      expect(panden.filter(({ identificatie }) => !/^\d{16}$/.test(identificatie))).toHaveLength(25);
      expect(panden.every(({ bouwjaar }) => bouwjaar === null)).toBe(true);
      expect(
        Number(await scalar(`SELECT ST_Area(geom) FROM pand WHERE identificatie = '0228100000031255'`)),
      ).toBeCloseTo(12.757, 1);
    });

    test('topography: every class that is filled, without what has ended, arcs as lines', async () => {
      const counts = await database
        .db('bgt_object')
        .select('soort', database.db.raw('count(*)::int AS n'))
        .groupBy('soort');
      const per = Object.fromEntries(counts.map(({ soort, n }: { soort: string; n: number }) => [soort, n]));
      expect(per).toMatchObject({
        wegdeel: 1_252,
        ondersteunendwegdeel: 627,
        waterdeel: 296,
        begroeidterreindeel: 638,
        onbegroeidterreindeel: 427,
        vegetatieobject: 2_104,
        overbruggingsdeel: 1,
      });
      expect(per.pand).toBeUndefined();
      expect(Object.keys(per)).toHaveLength(21);
      expect(await scalar('SELECT count(*)::int FROM bgt_object WHERE ST_HasArc(geom) OR NOT ST_IsValid(geom)')).toBe(
        0,
      );
      const fietspaden = database.db('bgt_object').where({ functie: 'fietspad', voorkomen: 'gesloten verharding' });
      expect(await fietspaden.count({ n: '*' }).first()).toEqual({ n: '83' });
    });

    test('street names lie along their street: 66° and 79° against the clock', async () => {
      const labels = await database.db('bgt_object').where({ soort: 'openbareruimtelabel', naam: 'Beekdalseweg' });
      expect(labels.map(({ hoek }) => hoek).sort()).toEqual(['66.00', '79.30']);
    });

    test('percelen: eleven, with their aanduiding, and the plot itself rather than its label point', async () => {
      const { rows } = await database.db.raw(
        'SELECT kadastrale_aanduiding, grootte_m2::float, ST_Area(geom) AS m2 FROM perceel ORDER BY 1',
      );
      expect(rows.map((row: { kadastrale_aanduiding: string }) => row.kadastrale_aanduiding)).toEqual(
        [2298, 2299, 2300, 2318, 2320, 2351, 2352, 2353, 2354, 2625, 2626].map((nummer) => `OTL02 B ${nummer}`),
      );
      for (const { grootte_m2, m2 } of rows) expect(Math.abs(m2 - grootte_m2)).toBeLessThan(3);
      expect(rows[0]).toEqual({
        kadastrale_aanduiding: 'OTL02 B 2298',
        grootte_m2: 222,
        m2: expect.closeTo(221.34, 2),
      });
    });

    test('adressen: all, in their gemeente, and Brummelweg 13 is one of them', async () => {
      expect(await database.db('adres').count({ n: '*' }).first()).toEqual({ n: '2481' });
      expect(await database.db('adres').distinct('gemeente_code')).toEqual([{ gemeente_code: 'gm0228' }]);
      const { rows } = await database.db.raw(
        `SELECT weergave, postcode, woonplaats, round(ST_X(geom)::numeric, 1)::float AS x, round(ST_Y(geom)::numeric, 1)::float AS y
         FROM adres WHERE straat = 'Brummelweg' AND huisnummer = 13`,
      );
      expect(rows).toEqual([
        {
          weergave: 'Brummelweg 13, 6731 SW Otterlo',
          postcode: '6731SW',
          woonplaats: 'Otterlo',
          x: 181_209,
          y: 456_608,
        },
      ]);
      expect(
        await database.db('zoek_item').where({ soort: 'adres', naam: 'Brummelweg 13, 6731 SW Otterlo' }).first(),
      ).toBeTruthy();
    });

    test('each bron tells what it loaded, of which day, and where it speaks', async () => {
      const bronnen = await database.db('bron').select('id', 'gemeente_code', 'peildatum', 'aantallen').orderBy('id');
      expect(bronnen).toEqual([
        { id: 'adressen', gemeente_code: null, peildatum: '2019-04-16', aantallen: { adres: 2_481 } },
        {
          id: 'bgt-gm0228',
          gemeente_code: 'gm0228',
          peildatum: '2020-07-28',
          aantallen: { bgt_object: 7_707, pand: 1_700 },
        },
        expect.objectContaining({ id: 'brk', aantallen: { perceel: 11, bgt_object: 0 } }),
        { id: 'grenzen-gemeenten', gemeente_code: null, peildatum: '2025-01-01', aantallen: { gemeente: 342 } },
      ]);
      const speaks = async (id: string, x: number, y: number) =>
        scalar('SELECT ST_Covers(dekking, ST_SetSRID(ST_MakePoint(?, ?), 28992)) FROM bron WHERE id = ?', x, y, id);
      for (const id of ['adressen', 'bgt-gm0228', 'brk']) {
        expect([id, await speaks(id, 181_195, 456_710)]).toEqual([id, true]);
        expect([id, await speaks(id, 155_000, 463_000)]).toEqual([id, false]);
      }
    });

    test('a second import of the same bron replaces the first', async () => {
      const ids = () => database.db('perceel').orderBy('identificatie').pluck('identificatie');
      const before = await ids();
      await load(brk, files.brk);
      expect(await ids()).toEqual(before);
      const small = join(folder, 'percelen.gml');
      const gml = readFileSync(join(files.brk, 'kadastralekaart_perceel.gml'), 'utf8');
      const [head = '', first = ''] = gml.split('<kk:perceelMember>');
      writeFileSync(small, `${head}<kk:perceelMember>${first}</kk:DKK>`);
      await load(brk, small);
      expect(await ids()).toHaveLength(1);
      await load(brk, files.brk);
      expect(await ids()).toEqual(before);
    });

    test('a broken, empty, absent or other file is refused with a clear message, and changes nothing', async () => {
      const stand = () => database.db('bron').select('id', 'aantallen', 'geladen_op').orderBy('id');
      const before = await stand();
      const path = (name: string) => join(folder, name);
      const zip = readFileSync(files.bgt);
      writeFileSync(path('afgebroken.zip'), zip.subarray(0, zip.length / 2));
      writeFileSync(path('leeg.zip'), '');
      writeFileSync(
        path('afgebroken.gml'),
        readFileSync(join(files.brk, 'kadastralekaart_perceel.gml')).subarray(0, 20_000),
      );
      writeFileSync(path('tekst.gpkg'), 'geen database');
      writeFileSync(path('half.geojson'), '{"type":"FeatureCollection","features":[');
      copyFileSync(join(files.brk, 'kadastralekaart_perceel.gml'), path('percelen.xml'));
      const refused = async (importer: typeof bgt, pad: string, message: RegExp, opties = {}) =>
        expect(load(importer, pad, opties)).rejects.toThrow(message);

      await refused(bgt, path('bestaat-niet.zip'), /bestaat niet/);
      await refused(bgt, path('leeg.zip'), /is leeg/);
      await refused(bgt, path('afgebroken.zip'), /niet goed te lezen/);
      await refused(bgt, path('percelen.xml'), /geen BGT-object/);
      await refused(bgt, files.adressen, /geen goede XML/);
      await refused(brk, path('afgebroken.gml'), /geen goede XML/);
      await refused(brk, files.bgt, /geen perceel/);
      await refused(brk, path('leeg.zip'), /is leeg/);
      await refused(adressen, path('tekst.gpkg'), /--peildatum/);
      await refused(adressen, path('tekst.gpkg'), /GDAL kan dit bestand niet lezen/, { peildatum: '2026-01-31' });
      await refused(adressen, join(files.brk, 'kadastralekaart_perceel.gml'), /geen adressen/, {
        peildatum: '2026-01-31',
      });
      await refused(adressen, files.brk, /map/);
      await refused(grenzen, path('half.geojson'), /geen \(volledig\) GeoJSON/);
      await refused(grenzen, path('bestaat-niet.geojson'), /bestaat niet/);
      await refused(bgt, files.bgt, /gm en vier cijfers/, { gemeente: 'Ede' });
      expect(await stand()).toEqual(before);
    });

    test('every perceel has an achtererfgebied, or says why not; what no register holds is unknown', async () => {
      const regels = regelsVoor('gm0228', '2026-11-27')!;
      const redenen: string[] = [];
      for (const { rij } of await loadKaartRijen(database.db, '', 100)) {
        const { situatie } = leesKaart(JSON.parse(rij));
        const gebied = achtererfgebied(situatie, regels);
        redenen.push('gebied' in gebied ? 'ja' : gebied.nietTeBerekenen);
        expect(situatie).toMatchObject({ hoogteHoofdgebouw: 'onbekend', hoogteVloerTweedeBouwlaag: 'onbekend' });
      }
      expect(redenen).toHaveLength(11);
      expect(new Set(redenen)).toEqual(new Set(['ja', 'meer-lijnen', 'geen-hoofdgebouw']));
    });
  });
});
