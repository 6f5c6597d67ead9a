import { beforeAll, expect, test } from 'vitest';
import { toonOmstandigheden } from '../../server/omstandigheden/domain/omstandigheden.ts';
import { themas } from '../../server/omstandigheden/domain/themas.ts';
import { loadOmstandigheden } from '../../server/omstandigheden/queries.ts';
import { onBothEngines } from '../database.ts';
import { opPerceel, plantPlaats, zonderGegevens } from '../plaats.ts';

onBothEngines('Omstandigheden', (database) => {
  beforeAll(() => plantPlaats(database.db), 60_000);
  const kijk = async (punt: { x: number; y: number }) => {
    const fouten: string[] = [];
    const { gebied, perThema } = await loadOmstandigheden(
      database.db,
      punt,
      themas.map(({ key }) => key),
      (thema) => fouten.push(thema),
    );
    const { themas: antwoorden, bronnen } = toonOmstandigheden(themas, gebied, perThema);
    return { fouten, bronnen, per: Object.fromEntries(antwoorden.map((antwoord) => [antwoord.thema, antwoord])) };
  };

  test('every thema has one of three answers', async () => {
    const { per, bronnen, fouten } = await kijk(opPerceel);
    expect(Object.keys(per)).toEqual(themas.map(({ key }) => key));
    expect(per['geluid-weg']).toMatchObject({
      uitkomst: 'geldt',
      reden: null,
      vlakken: [{ waarde: 62, eenheid: 'dB', aandeel: { m2: 150, procent: 25, rand: false } }],
    });
    expect(per.monument).toMatchObject({
      uitkomst: 'geldt',
      vlakken: [{ omschrijving: 'Rijksmonument', aandeel: { m2: null, procent: null, rand: false } }],
    });
    // The area of high expectation only touches the border of the perceel.
    expect(per.archeologie).toMatchObject({ uitkomst: 'geldt-niet', reden: null, vlakken: [] });
    expect(per.bodem).toMatchObject({ uitkomst: 'onbekend', reden: 'deels' });
    expect(per['natura-2000']).toMatchObject({ uitkomst: 'onbekend', reden: 'geen-gegevens' });
    expect(bronnen.map(({ id }) => id)).toEqual(['omgeving']);
    expect(fouten).toEqual([]);
  });

  test('where nobody looked, nothing is known', async () => {
    const { per } = await kijk(zonderGegevens);
    for (const antwoord of Object.values(per)) {
      expect(antwoord, antwoord.thema).toMatchObject({ uitkomst: 'onbekend', reden: 'geen-gegevens' });
      expect(antwoord.volgendeStap, antwoord.thema).not.toBe('');
    }
  });

  test('a thema that fails does not take the others down, and is not called absent', async () => {
    await database.db.raw(`
      ALTER TABLE omstandigheid RENAME TO omstandigheid_heel;
      CREATE VIEW omstandigheid AS
        SELECT id, thema, omschrijving, eenheid, geom, bron_id,
          CASE WHEN thema = 'geluid-weg' THEN waarde / (waarde - waarde) ELSE waarde END AS waarde
        FROM omstandigheid_heel;`);
    try {
      const { per, fouten } = await kijk(opPerceel);
      expect(fouten).toEqual(['geluid-weg']);
      expect(per['geluid-weg']).toMatchObject({ uitkomst: 'onbekend', reden: 'bron-faalt' });
      expect(per.monument?.uitkomst).toBe('geldt');
      expect(per.archeologie?.uitkomst).toBe('geldt-niet');
      expect(per.bodem).toMatchObject({ uitkomst: 'onbekend', reden: 'deels' });
    } finally {
      await database.db.raw('DROP VIEW omstandigheid; ALTER TABLE omstandigheid_heel RENAME TO omstandigheid;');
    }
  });

  test('when the whole bron is gone every thema says so', async () => {
    await database.db.raw('ALTER TABLE omstandigheid RENAME TO omstandigheid_weg');
    try {
      const { per } = await kijk(opPerceel);
      for (const antwoord of Object.values(per)) expect(antwoord.reden, antwoord.thema).toBe('bron-faalt');
    } finally {
      await database.db.raw('ALTER TABLE omstandigheid_weg RENAME TO omstandigheid');
    }
  });
});
