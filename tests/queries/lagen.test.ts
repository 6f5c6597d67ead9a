import type { VectorTileFeature } from '@mapbox/vector-tile';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { naarLonLat, naarRd } from '../../server/geo/projectie.ts';
import { markeerVakkenVerouderd } from '../../server/lagen/bijwerken/queries.ts';
import { catalogus, collecties } from '../../server/lagen/catalogus/index.ts';
import { type TegelPlaats, tegelMet } from '../../server/lagen/domain.ts';
import { loadLagenHier, loadTegelStanden, markeerLagenVerouderd } from '../../server/lagen/queries.ts';
import { findVerouderd, houdTegelsBij, maakTegels } from '../../server/lagen/tegels.ts';
import { testVandaag as vandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { opPerceel, plantPlaats, zonderGegevens } from '../plaats.ts';
import { featuresOf, objectenOp, readTegel } from '../tegels.ts';

onBothEngines('Kaartlagen', (database) => {
  const op = (collectie: string, laag: string, punt = opPerceel, z = collectie.startsWith('omst') ? 15 : 16) =>
    objectenOp(database.db, { collectie, laag, punt, z });
  const make = (namen: string[]) => maakTegels(database.db, { vandaag, collecties: namen });
  const onvoltooid = () => database.db('tegel').where('laag', 'like', '%~%').count({ aantal: '*' }).first();

  beforeAll(async () => {
    await plantPlaats(database.db);
    const meteen = [...collecties].filter(([, lagen]) => !lagen.some(({ klaar }) => klaar));
    expect(await findVerouderd(database.db, vandaag)).toEqual(meteen.map(([naam]) => naam));
    await maakTegels(database.db, { vandaag });
  }, 120_000);

  test('after the first build nothing is old, and each set says whether it holds anything', async () => {
    expect(await findVerouderd(database.db, vandaag)).toEqual([]);
    const gevuld = new Map((await loadTegelStanden(database.db)).map((stand) => [stand.laag, stand.gevuld]));
    expect(gevuld.get('ondergrond')).toBe(true);
    expect(gevuld.get('besluiten')).toBe(true);
    expect(gevuld.get('regels-functie')).toBe(true);
    expect(gevuld.get('regels-mijnbouw')).toBe(false);
    expect(gevuld.get('omstandigheid-hitte')).toBe(false);
    expect(await onvoltooid()).toMatchObject({ aantal: expect.toSatisfy((n) => Number(n) === 0) });
  });

  describe('what a tile holds', () => {
    test('the percelen and panden of the tables, each where it lies to 15 cm', async () => {
      const percelen = await op('ondergrond', 'perceel');
      const hoeken = percelen.map(({ coordinates }) => {
        const rd = coordinates.map(([lon, lat]) => naarRd({ lon: lon!, lat: lat! }));
        return [
          Math.min(...rd.map(({ x }) => x)),
          Math.min(...rd.map(({ y }) => y)),
          Math.max(...rd.map(({ x }) => x)),
          Math.max(...rd.map(({ y }) => y)),
        ];
      });
      const stored = await database.db.raw<{ rows: { box: number[] }[] }>(
        `SELECT json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) AS box FROM perceel`,
      );
      expect(hoeken).toHaveLength(stored.rows.length);
      for (const { box } of stored.rows) {
        const nearest = hoeken.filter((hoek) => hoek.every((waarde, i) => Math.abs(waarde - box[i]!) < 0.15));
        expect(nearest, JSON.stringify(box)).toHaveLength(1);
      }
      expect(await op('ondergrond', 'pand')).toHaveLength(3);
    });

    test('house numbers as they are written', async () => {
      const nummers = (await op('ondergrond', 'huisnummer')).map(({ velden }) => velden.naam);
      expect(nummers.toSorted()).toEqual(['1', '10', '1a', '2']);
      const verderop = await op('ondergrond', 'huisnummer', { x: 146_120, y: 505_100 });
      expect(verderop.map(({ velden }) => velden.naam)).toContain('5-2');
    });

    test('percelen and house numbers only near by, names of places also far away', async () => {
      expect(await op('ondergrond', 'perceel', opPerceel, 15)).toEqual([]);
      expect(await op('ondergrond', 'huisnummer', opPerceel, 15)).toEqual([]);
      const namen = (await op('ondergrond', 'plaatsnaam', opPerceel, 10)).map(({ velden }) => velden.naam);
      expect(namen).toEqual(expect.arrayContaining(['Modelstad', 'Modeldorp']));
    });

    test('rules of today: not the ontwerp, the future or the past', async () => {
      const functies = await op('regels-functie', 'regels-functie');
      expect(functies.map(({ velden }) => velden)).toEqual([{ naam: 'Centrum', klasse: '1' }]);
    });

    test('a thema in its class, and hatched where nobody looked', async () => {
      const geluid = 'omstandigheid-geluid-weg';
      expect((await op(geluid, geluid)).map(({ velden }) => velden.klasse).toSorted()).toEqual(['1', 'onbekend']);
      expect((await op(geluid, geluid, zonderGegevens)).map(({ velden }) => velden.klasse)).toEqual(['onbekend']);
    });

    test('besluiten are counted far away, each exactly once, and stand alone near by', async () => {
      const [{ aantal } = { aantal: 0 }] = await database
        .db('besluit')
        .whereNot('plaats_soort', 'gemeente')
        .count({ aantal: '*' });
      const tegels = await database.db('tegel').where({ laag: 'besluiten' }).select('z', 'inhoud');
      for (let z = 8; z <= 14; z += 1) {
        const velden = tegels
          .filter((tegel) => tegel.z === z)
          .flatMap(({ inhoud }) => featuresOf(readTegel(inhoud), 'besluiten').map(({ properties }) => properties));
        expect(
          velden.reduce((som, { aantal: geteld }) => som + Number(geteld), 0),
          `zoom ${z}`,
        ).toBe(Number(aantal));
        expect(velden.every(({ klasse }) => klasse === undefined)).toBe(true);
      }
      const los = await op('besluiten', 'besluiten', opPerceel, 15);
      expect(los.length).toBeGreaterThan(1);
      expect(los.every(({ velden }) => velden.klasse !== undefined && velden.aantal === undefined)).toBe(true);
    });
  });

  describe('what is listed at a place', () => {
    const hier = async (ids: string[], punt = opPerceel) =>
      loadLagenHier(
        database.db,
        catalogus.filter(({ id }) => ids.includes(id)),
        punt,
        vandaag,
      );

    test('every layer answers, also the whole catalogue at once', async () => {
      const alles = await hier(catalogus.map(({ id }) => id));
      expect(alles.map(({ id }) => id).toSorted()).toEqual(catalogus.map(({ id }) => id).toSorted());
    });

    test('the perceel under the point at distance 0, with what is within 10 m, nearest first', async () => {
      const [percelen] = await hier(['perceel']);
      expect(percelen?.objecten[0]).toEqual({
        titel: 'MGT01 A 1',
        kenmerken: [{ naam: 'Grootte', waarde: '598 m²' }],
        afstandM: 0,
        punt: opPerceel,
      });
      const afstanden = percelen!.objecten.map(({ afstandM }) => afstandM);
      expect(afstanden).toEqual(afstanden.toSorted((a, b) => a - b));
      expect(afstanden.every((afstand) => afstand <= 10)).toBe(true);
    });

    test('a besluit at its true distance, and facts that are not known left out', async () => {
      const [besluiten] = await hier(['besluiten'], { x: 146_014, y: 505_010 });
      expect(besluiten?.objecten.map(({ titel, afstandM }) => [titel, afstandM])).toEqual([
        ['Besluit oud', 3.16],
        ['Besluit hier', 4],
      ]);
      const [panden] = await hier(['pand'], { x: 146_025, y: 505_015 });
      expect(panden?.objecten[0]?.kenmerken).toEqual([]);
    });

    test('where nobody looked the list says so', async () => {
      const [geluid] = await hier(['omstandigheid-geluid-weg'], zonderGegevens);
      expect(geluid?.objecten.map(({ titel }) => titel)).toEqual(['Wij hebben hier geen gegevens over']);
    });

    test('rules of today only', async () => {
      const oost = { x: 146_015, y: 505_010 };
      expect((await hier(['regels-functie'], oost))[0]?.objecten).toHaveLength(1);
      const laag = catalogus.filter(({ id }) => id === 'regels-functie');
      expect((await loadLagenHier(database.db, laag, oost, '2023-12-31'))[0]?.objecten).toEqual([]);
    });
  });

  describe('when data changes', () => {
    test('only the sets that show a table become old', async () => {
      await markeerLagenVerouderd(database.db, ['besluit', 'norm']);
      expect(await findVerouderd(database.db, vandaag)).toEqual(['besluiten']);
      await markeerLagenVerouderd(database.db, ['norm']);
      expect(await findVerouderd(database.db, vandaag)).toEqual(['besluiten']);
      await maakTegels(database.db, { vandaag });
      expect(await findVerouderd(database.db, vandaag)).toEqual([]);
    });

    test('a mark in a transaction that fails is no mark', async () => {
      const mislukt = database.db.transaction(async (trx) => {
        await markeerLagenVerouderd(trx, ['pand']);
        throw new Error('import failed');
      });
      await expect(mislukt).rejects.toThrow('import failed');
      expect(await findVerouderd(database.db, vandaag)).toEqual([]);
    });

    test('new objects appear and those that are gone disappear', async () => {
      const weg = await database.db('pand').where({ identificatie: 'schuur' }).first();
      await database.db('pand').where({ identificatie: 'schuur' }).delete();
      expect(await op('ondergrond', 'pand')).toHaveLength(3);
      await make(['ondergrond']);
      expect(await op('ondergrond', 'pand')).toHaveLength(2);
      await database.db('pand').insert(weg);
      await make(['ondergrond']);
      expect(await op('ondergrond', 'pand')).toHaveLength(3);
    });

    describe('at one place', () => {
      const plek = { x: 146_800, y: 505_800 };
      const naam = ({ z, x, y }: TegelPlaats) => `${z}/${x}/${y}`;
      /** Per tile its bytes, and what it shows. */
      const tegels = async () => {
        const rows = await database.db('tegel').where({ laag: 'besluiten' }).select('z', 'x', 'y', 'etag', 'inhoud');
        return new Map(
          rows.map((row) => [
            naam(row),
            { etag: row.etag, toont: featuresOf(readTegel(row.inhoud), 'besluiten').map(leesbaar).toSorted() },
          ]),
        );
      };
      const leesbaar = (feature: VectorTileFeature) => JSON.stringify([feature.properties, feature.loadGeometry()]);
      const toont = async () => [...(await tegels())].map(([tegel, inhoud]) => [tegel, inhoud.toont]).toSorted();
      const nieuw = {
        ...{ identificatie: 'nieuw', soort: 'melding', onderwerp: 'overig', titel: 'Nieuw', bevoegd_gezag: 'x' },
        ...{ gepubliceerd: '2026-01-01', plaats_soort: 'punt', bron_id: 'besluiten' },
        geom: `SRID=28992;POINT(${plek.x} ${plek.y})`,
      };
      const change = (work: (trx: Knex.Transaction) => Promise<unknown>) =>
        database.db.transaction(async (trx) => {
          await work(trx);
          await markeerVakkenVerouderd(trx, 'besluit', [[plek.x, plek.y, plek.x, plek.y]]);
        });

      test('a besluit that comes or goes touches only the tiles around it, which then show what all anew would show', async () => {
        const before = await tegels();
        await change((trx) => trx('besluit').insert(nieuw));
        expect(await findVerouderd(database.db, vandaag)).toEqual([]);
        expect([...(await maakTegels(database.db, { vandaag })).keys()]).toEqual(['besluiten']);
        const after = await tegels();
        const changed = [...after]
          .filter(([tegel, { etag }]) => before.get(tegel)?.etag !== etag)
          .map(([tegel]) => tegel);
        const { lon, lat } = naarLonLat(plek);
        const around = [8, 9, 10, 11, 12, 13, 14, 15].map((z) => naam(tegelMet(lon, lat, z)));
        expect(changed).toEqual(expect.arrayContaining(around));
        expect(changed.length).toBeLessThan(after.size);
        expect(await maakTegels(database.db, { vandaag })).toEqual(new Map());

        const perPlek = await toont();
        await make(['besluiten']);
        expect(await toont()).toEqual(perPlek);

        await change((trx) => trx('besluit').where({ identificatie: 'nieuw' }).delete());
        await maakTegels(database.db, { vandaag });
        expect(await toont()).toEqual([...before].map(([tegel, inhoud]) => [tegel, inhoud.toont]).toSorted());
      });

      test('what changes while all is made anew is made afterwards', async () => {
        let changed: Promise<unknown> | null = null;
        await maakTegels(database.db, {
          vandaag,
          collecties: ['besluiten'],
          voortgang: (tekst) => {
            if (!tekst.includes('deel 1 ')) changed ??= change((trx) => trx('besluit').insert(nieuw));
          },
        });
        await changed;
        expect(changed).not.toBeNull();
        await maakTegels(database.db, { vandaag });
        const shown = await toont();
        await make(['besluiten']);
        expect(shown).toEqual(await toont());
        await change((trx) => trx('besluit').where({ identificatie: 'nieuw' }).delete());
        await maakTegels(database.db, { vandaag });
      });

      test('a change of rules, or of more than can be looked at one by one, makes the whole set old', async () => {
        await markeerVakkenVerouderd(database.db, 'regeling', [[0, 0, 1, 1]]);
        expect(await findVerouderd(database.db, vandaag)).toContain('regels-functie');
        const overal = Array.from({ length: 201 }, (_, i) => [i, 0, i, 0] as const);
        await markeerVakkenVerouderd(database.db, 'besluit', overal);
        expect(await findVerouderd(database.db, vandaag)).toContain('besluiten');
        await maakTegels(database.db, { vandaag });
      });
    });

    test('data that changes while tiles are made leaves the old ones standing and the set old', async () => {
      const before = await database.db('tegel').where({ laag: 'besluiten' }).orderBy(['z', 'x', 'y']).select('etag');
      let marked: Promise<void> | null = null;
      const gemaakt = await maakTegels(database.db, {
        vandaag,
        collecties: ['besluiten'],
        voortgang: () => {
          marked ??= markeerLagenVerouderd(database.db, ['besluit']);
        },
      });
      await marked;
      expect(gemaakt.size).toBe(0);
      expect(await findVerouderd(database.db, vandaag)).toEqual(['besluiten']);
      expect(await database.db('tegel').where({ laag: 'besluiten' }).orderBy(['z', 'x', 'y']).select('etag')).toEqual(
        before,
      );
      expect(Number((await onvoltooid())?.aantal)).toBe(0);
      await maakTegels(database.db, { vandaag });
      expect(await findVerouderd(database.db, vandaag)).toEqual([]);
    });

    test('the server sees by itself what became old, and stops when asked', async () => {
      const bijhouden = houdTegelsBij(database.db, {
        vandaag: () => vandaag,
        log: pino({ level: 'silent' }),
        elkeMs: 20,
      });
      await markeerLagenVerouderd(database.db, ['besluit']);
      await vi.waitUntil(async () => (await findVerouderd(database.db, vandaag)).length === 0, {
        timeout: 30_000,
        interval: 100,
      });
      await bijhouden.stop();
      await markeerLagenVerouderd(database.db, ['besluit']);
      await new Promise((done) => setTimeout(done, 200));
      expect(await findVerouderd(database.db, vandaag)).toEqual(['besluiten']);
      await maakTegels(database.db, { vandaag });
    });

    test('a build that is stopped leaves the old tiles and nothing half', async () => {
      const control = new AbortController();
      const gemaakt = await maakTegels(database.db, {
        vandaag,
        collecties: ['ondergrond'],
        signal: control.signal,
        voortgang: (tekst) => tekst.includes('deel 3') && control.abort(),
      });
      expect(gemaakt.size).toBe(0);
      expect(await op('ondergrond', 'pand')).toHaveLength(3);
      expect(Number((await onvoltooid())?.aantal)).toBe(0);
    });

    test('on the day that a regeling ends its areas are made again', async () => {
      await database.db('regeling').where({ id: 1 }).update({ geldig_tot: '2026-12-15' });
      expect(await findVerouderd(database.db, '2026-12-14')).toEqual([]);
      const verouderd = await findVerouderd(database.db, '2026-12-15');
      expect(verouderd).toContain('regels-functie');
      expect(verouderd).not.toContain('ondergrond');
      await database.db('regeling').where({ id: 1 }).update({ geldig_tot: null });
    });
  });
});
