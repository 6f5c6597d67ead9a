import { afterAll, beforeAll, expect, test } from 'vitest';
import { vang, vormenOp } from '../../client/vormen.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import type { Vormen } from '../../server/vormen/contract.ts';
import { startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { inBuurgemeente, opPerceel, plantPlaats, zonderGegevens } from '../plaats.ts';

onBothEngines('Shapes to draw on', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    await plantPlaats(database.db);
    api = await startApi(database.db);
  }, 60_000);
  afterAll(() => api.close());

  const vraag = async (punt: { x: number; y: number }, rest = ''): Promise<Vormen> => {
    const { status, body } = await api.get(`${apiBase}/vormen?x=${punt.x}&y=${punt.y}${rest}`);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  const namen = ({ percelen }: Vormen) => percelen.map(({ kadastraleAanduiding }) => kadastraleAanduiding);

  test('percelen and panden with their border as it is stored, nearest first, with their bron', async () => {
    const vormen = await vraag(opPerceel);
    expect(namen(vormen)).toEqual(['MGT01 A 1', 'MGT01 A 3', 'MGT01 A 2']);
    expect(vormen.percelen[0]?.vlakken[0]?.[0]).toContainEqual([146_020, 505_030]);
    const muur = vormen.panden.find(({ identificatie }) => identificatie === 'pand-2');
    expect(muur?.vlakken[0]?.[0]).toContainEqual([146_019.95, 505_010]);
    expect(vormen.bronnen.map(({ id }) => id)).toEqual(['brk', 'panden']);
    expect(vormen.volledig).toEqual({ percelen: true, panden: true });
  });

  test('only what lies within the radius', async () => {
    expect(namen(await vraag(opPerceel, '&straal=14'))).toEqual(['MGT01 A 1', 'MGT01 A 3']);
    expect(namen(await vraag(opPerceel, '&straal=17'))).toContain('MGT01 A 2');
  });

  test('selects the smallest perceel around a point, and snaps a drawn point to the corner of a pand', async () => {
    const vormen = await vraag(opPerceel);
    expect(vormenOp(vormen, opPerceel)).toMatchObject({ perceel: { identificatie: 'perceel-1' }, pand: null });
    expect(vormenOp(vormen, { x: 146_007, y: 505_005 }).perceel?.identificatie).toBe('perceel-3');
    expect(vormenOp(vormen, { x: 146_010, y: 505_015 }).pand?.identificatie).toBe('pand-1');
    expect(vang(vormen, { x: 146_013.8, y: 505_019.7 }, 0.5)).toMatchObject({
      van: 'pand',
      identificatie: 'pand-1',
      soort: 'hoek',
      x: 146_014,
      y: 505_020,
    });
    expect(vang(vormen, { x: 146_010, y: 505_029.9 }, 0.5)).toMatchObject({ van: 'perceel', soort: 'zijde' });
    expect(vang(vormen, { x: 146_003, y: 505_025 }, 0.5)).toBeNull();
  });

  test('an empty list means nothing where no bron speaks about the whole circle', async () => {
    expect((await vraag(zonderGegevens)).volledig).toEqual({ percelen: false, panden: false });
    expect((await vraag(inBuurgemeente)).volledig).toEqual({ percelen: false, panden: false });
    // 50 m from the edge of what the bronnen know
    expect((await vraag({ x: 145_950, y: 505_100 }, '&straal=40')).volledig.percelen).toBe(true);
    expect((await vraag({ x: 145_950, y: 505_100 }, '&straal=80')).volledig.percelen).toBe(false);
  });

  test.each([
    ['x=NaN&y=505000', 'x'],
    ['x=146000', 'y'],
    ['x=146000&y=505000&straal=0', 'straal'],
    ['x=146000&y=505000&straal=251', 'straal'],
    ['x=146000&y=505000&straal=ver', 'straal'],
  ])('refuses %s', async (query, veld) => {
    const { status, type, body } = await api.get(`${apiBase}/vormen?${query}`);
    expect([status, type, body.fouten[0].veld]).toEqual([400, expect.stringContaining('problem+json'), veld]);
  });
});
