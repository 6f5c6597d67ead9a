import { beforeAll, describe, expect, test } from 'vitest';
import { puntInRd } from '../../db/punt.ts';
import { naarLonLat, naarRd } from '../../server/geo/projectie.ts';
import { loadBegin } from '../../server/locatie/begin/queries.ts';
import { toonBegin, toonLocatie } from '../../server/locatie/domain/locatie.ts';
import { kiesPlaats, toonZoekresultaten } from '../../server/locatie/domain/zoekantwoord.ts';
import { parseZoekterm } from '../../server/locatie/domain/zoekterm.ts';
import { loadLocatie } from '../../server/locatie/queries.ts';
import { findZoekItems, rebuildZoekItems } from '../../server/locatie/zoeken/queries.ts';
import { onBothEngines } from '../database.ts';
import { inBuurgemeente, opBuurperceel, opPerceel, plantPlaats, zonderGegevens, zonderGrens } from '../plaats.ts';

onBothEngines('Locatie', (database) => {
  beforeAll(() => plantPlaats(database.db), 60_000);
  const locatie = async (punt: { x: number; y: number }) => toonLocatie(punt, await loadLocatie(database.db, punt));
  const zoek = async (term: string, maximum = 8) => {
    const vraag = parseZoekterm(term);
    return toonZoekresultaten(
      vraag,
      vraag.soort === 'tekst' ? await findZoekItems(database.db, vraag, maximum) : [],
      maximum,
    );
  };
  const namen = async (term: string) => (await zoek(term)).resultaten.map(({ naam, gelijkenis }) => [naam, gelijkenis]);

  describe('what lies at a point', () => {
    test('the perceel with its area, adressen and panden', async () => {
      const hier = await locatie(opPerceel);
      expect(hier.perceel).toMatchObject({
        kadastraleAanduiding: 'MGT01 A 1',
        grootteM2: 598,
        oppervlakteM2: 600,
        omhullende: [146_000, 505_000, 146_020, 505_030],
        geometrie: { type: 'MultiPolygon' },
      });
      expect(hier.gemeente).toMatchObject({ stand: 'eigen', code: 'gm9999', naam: 'Modelgemeente' });
      expect(hier.wijk?.naam).toBe('Oost');
      expect(hier.buurt?.naam).toBe('Hofbuurt');
      expect(hier.bronnen.map(({ id }) => id)).toEqual(['adressen', 'brk', 'panden']);
    });

    test('an adres on the street belongs where its pand mainly stands', async () => {
      expect((await locatie(opPerceel)).adressen.map(({ identificatie }) => identificatie)).toEqual(['a1', 'a1a']);
      expect((await locatie(opBuurperceel)).adressen.map(({ identificatie }) => identificatie)).toEqual(['a2']);
    });

    test('a sliver of the wall of a neighbour is no pand here, a shed that stands partly here is', async () => {
      expect(
        (await locatie(opPerceel)).panden.map(({ identificatie, opPerceelM2 }) => [identificatie, opPerceelM2]),
      ).toEqual([
        ['pand-1', 100],
        ['schuur', 0.9],
      ]);
    });

    test('of percelen that overlap the smallest answers', async () => {
      expect((await locatie({ x: 146_007, y: 505_004 })).perceel?.kadastraleAanduiding).toBe('MGT01 A 3');
    });

    test('a bron that speaks here and has nothing says: geen', async () => {
      const leeg = await locatie({ x: 146_250, y: 505_250 });
      expect([leeg.perceelStand, leeg.adressenStand, leeg.pandenStand]).toEqual(['geen', 'geen', 'geen']);
    });

    test('where no bron speaks we do not know', async () => {
      const leeg = await locatie(zonderGegevens);
      expect([leeg.perceelStand, leeg.adressenStand, leeg.pandenStand]).toEqual(Array(3).fill('geen-gegevens'));
      expect(leeg.gemeente.stand).toBe('eigen');
    });

    test('a gemeente that is not ours is named, and without a border we do not know', async () => {
      await database.db('bron').where({ id: 'plan-buur' }).update({ gemeente_code: null });
      expect((await locatie(inBuurgemeente)).gemeente).toMatchObject({ stand: 'andere', naam: 'Buurgemeente' });
      await database.db('bron').where({ id: 'plan-buur' }).update({ gemeente_code: 'gm9998' });
      expect((await locatie(inBuurgemeente)).gemeente.stand).toBe('eigen');
      expect((await locatie(zonderGrens)).gemeente).toMatchObject({ stand: 'onbekend', code: null, naam: null });
    });

    test('the database and the server turn RD into degrees alike', async () => {
      for (const punt of [opPerceel, zonderGrens, { x: 20_000, y: 375_000 }, { x: 270_000, y: 600_000 }]) {
        const { lonLat } = await locatie(punt);
        expect(naarLonLat(punt)).toEqual(lonLat);
        const terug = naarRd(lonLat);
        expect(Math.hypot(terug.x - punt.x, terug.y - punt.y)).toBeLessThan(0.03);
      }
    });
  });

  describe('search', () => {
    test('an adres in every notation', async () => {
      for (const term of [
        'Dorpsstraat 1a',
        'dorpsstraat 1 A Modelstad',
        '1234AB 1a',
        '1234 ab, 1 a',
        'DORPSSTRAAT 1a, 1234 AB Modelstad',
      ]) {
        expect(kiesPlaats(await zoek(term))?.naam, term).toBe('Dorpsstraat 1a, 1234 AB Modelstad');
      }
      for (const term of ['ruinelaan 5-2', 'Ruïnelaan 5 2', '1235XY 5-2']) {
        expect(kiesPlaats(await zoek(term))?.naam, term).toBe('Ruïnelaan 5-2, 1235 XY Modelstad');
      }
      expect(kiesPlaats(await zoek('s gravenweg 3'))?.naam).toBe("'s-Gravenweg 3, 1235 XZ Modelstad");
    });

    test('an adres in two places is shown twice and never guessed', async () => {
      const antwoord = await zoek('Dorpsstraat 1');
      expect(
        antwoord.resultaten
          .filter(({ gelijkenis }) => gelijkenis === 'exact')
          .map(({ naam }) => naam)
          .sort(),
      ).toEqual(['Dorpsstraat 1, 1234 AB Modelstad', 'Dorpsstraat 1, 1234 CD Modeldorp']);
      expect(kiesPlaats(antwoord)).toBeNull();
      expect(antwoord.uitleg).toContain('meer plaatsen');
      expect(kiesPlaats(await zoek('dorpsstraat 1 modeldorp'))?.naam).toBe('Dorpsstraat 1, 1234 CD Modeldorp');
      expect(kiesPlaats(await zoek('dorpsstraat 1 1234cd'))?.naam).toBe('Dorpsstraat 1, 1234 CD Modeldorp');
    });

    test('exact comes before what begins so, and a street before its adressen', async () => {
      expect((await namen('dorpsstraat')).slice(0, 3)).toEqual([
        ['Dorpsstraat', 'exact'],
        ['Dorpsstraat', 'exact'],
        ['Dorpsstraat 1, 1234 CD Modeldorp', 'begin'],
      ]);
      expect((await namen('dorpsstraat 1')).map(([naam]) => naam)).toContain('Dorpsstraat 10, 1234 AB Modelstad');
    });

    test('a long street begins with its lowest numbers', async () => {
      const rijen = Array.from({ length: 120 }, (_, i) => ({
        soort: 'adres',
        ref: `lang-${i + 1}`,
        naam: `Langelaan ${i + 1}`,
        zoek: `langelaan ${i + 1} modelstad`,
        gewicht: 7_000_001 + i,
        punt: puntInRd(database.db, { x: 146_000, y: 505_000 }),
      }));
      await database.db('zoek_item').insert(rijen);
      expect((await namen('langel')).map(([naam]) => naam)).toEqual(rijen.slice(0, 8).map(({ naam }) => naam));
      await database.db('zoek_item').whereLike('ref', 'lang-%').delete();
    });

    test('a typing error is forgiven and called one', async () => {
      const antwoord = await zoek('Dorpstraat 2');
      expect(antwoord.resultaten[0]).toMatchObject({ naam: 'Dorpsstraat 2, 1234 AB Modelstad', gelijkenis: 'lijkt' });
      expect(antwoord.uitleg).toContain('niet precies');
      expect(kiesPlaats(antwoord)).toBeNull();
    });

    test('a wrong postcode makes it no exact adres', async () => {
      expect(kiesPlaats(await zoek('Dorpsstraat 2 9999ZZ'))).toBeNull();
    });

    test('a perceel by code, by name, and while it is typed', async () => {
      for (const term of ['MGT01 A 2', 'mgt01a2', 'MGT01A00002G0000', 'modelstad a 2', 'Modelstad sectie A nummer 2']) {
        expect(kiesPlaats(await zoek(term)), term).toMatchObject({ soort: 'perceel', naam: 'MGT01 A 2' });
      }
      expect((await namen('mgt01 a')).length).toBe(3);
    });

    test('woonplaats, postcode, wijk, buurt and gemeente', async () => {
      const soort = async (term: string) => (await zoek(term)).resultaten[0]?.soort;
      expect(await soort('modelstad')).toBe('woonplaats');
      expect(await soort('1234 AB')).toBe('postcode');
      expect(await soort('oost')).toBe('wijk');
      expect(await soort('hofb')).toBe('buurt');
      expect(await soort('modelgem')).toBe('gemeente');
      expect((await zoek('modelstad')).resultaten[0]?.omhullende).toHaveLength(4);
    });

    test('nothing is explained, and wildcards of SQL are plain signs', async () => {
      for (const term of ['qqqqzzzz', '%', '_____', "'; DROP TABLE zoek_item; --"]) {
        const { resultaten, uitleg } = await zoek(term);
        expect(resultaten, term).toEqual([]);
        expect(uitleg, term).toMatch(/\w/);
      }
    });

    test('items follow their tables', async () => {
      await database.db.transaction(async (trx) => {
        await trx('adres').where({ identificatie: 'a10' }).delete();
        await rebuildZoekItems(trx, ['adres']);
      });
      expect(await namen('dorpsstraat 10')).not.toContainEqual(['Dorpsstraat 10, 1234 AB Modelstad', 'exact']);
      expect(kiesPlaats(await zoek('MGT01 A 2'))).not.toBeNull();
    });
  });

  test('the start names own gemeenten and places of different uses', async () => {
    const begin = toonBegin(await loadBegin(database.db));
    expect(begin.gemeenten).toEqual([
      { code: 'gm9998', naam: 'Buurgemeente' },
      { code: 'gm9999', naam: 'Modelgemeente' },
    ]);
    expect(begin.omhullende).toEqual([145_900, 504_900, 146_300, 505_300]);
    expect(begin.voorbeelden.map(({ toelichting }) => toelichting)).toEqual([
      'Een woning',
      'Een winkel',
      'Een monument',
    ]);
  });
});
