import { beforeAll, describe, expect, test } from 'vitest';
import { combinatie, type Relatie } from '../../server/combineren/contract.ts';
import { toUitkomst } from '../../server/combineren/domain/uitkomst.ts';
import { readVraag, type Vraag } from '../../server/combineren/domain/vraag.ts';
import { type Afbreekbaar, loadMetingen, loadUitkomst, loadWaarden } from '../../server/combineren/queries.ts';
import { catalogus } from '../../server/lagen/catalogus/index.ts';
import { aanbodVoor } from '../../server/ogc/domain/collecties.ts';
import { onBothEngines, type TestDatabase } from '../database.ts';

const { collecties } = aanbodVoor(catalogus, ['iedereen']);
const lagen = new Map(catalogus.map((laag) => [laag.id, { laag, collectie: collecties.get(laag.id)! }]));
const lees = (vraag: object): Vraag => {
  const gelezen = readVraag(combinatie.parse(vraag), lagen, '2026-11-22');
  if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
  return gelezen.vraag;
};

const [X, Y] = [180_000, 455_000];
/** A rectangle in RD metres, measured from a corner of the model. */
const rechthoek = (x: number, y: number, breed: number, hoog = breed) =>
  `POLYGON((${X + x} ${Y + y}, ${X + x + breed} ${Y + y}, ${X + x + breed} ${Y + y + hoog}, ${X + x} ${Y + y + hoog}, ${X + x} ${Y + y}))`;

/** Two buurten side by side; a monument of 100 by 100 m, cut in two pieces; monuments are known up to x = 700. */
async function vul({ db }: TestDatabase): Promise<void> {
  const geom = (wkt: string) => db.raw('ST_GeomFromText(?, 28992)', [wkt]);
  const multi = (wkt: string) => db.raw('ST_Multi(ST_GeomFromText(?, 28992))', [wkt]);
  const bron_id = 'proef';
  await db('bron').insert({
    id: bron_id,
    soort: 'proef',
    naam: 'Proefgegevens',
    licentie: 'CC0',
    gemeente_code: 'gm9999',
    peildatum: '2026-01-01',
    dekking: multi(rechthoek(-1_000, -1_000, 3_000)),
  });
  await db('wijk').insert({
    code: 'WK1',
    naam: 'Wijk',
    gemeente_code: 'gm9999',
    geom: multi(rechthoek(0, 0, 1_000)),
    bron_id,
  });
  const buurt = (code: string, x: number) => ({
    code,
    naam: code,
    wijk_code: 'WK1',
    gemeente_code: 'gm9999',
    geom: multi(rechthoek(x, 0, 500, 1_000)),
    bron_id,
  });
  await db('buurt').insert([buurt('West', 0), buurt('Oost', 500)]);
  const perceel = (nummer: number, x: number, y: number) => ({
    identificatie: `p${nummer}`,
    kadastrale_aanduiding: `MDL00 A ${nummer}`,
    kadastrale_gemeente: 'MDL00',
    sectie: nummer < 5 ? 'A' : 'B',
    perceelnummer: nummer,
    geom: multi(rechthoek(x, y, 20)),
    bron_id,
  });
  await db('perceel').insert([
    perceel(1, 0, 0), // inside
    perceel(2, 90, 0), // half inside
    perceel(3, 100, 30), // touches
    perceel(4, 600, 0), // outside, and known to be
    perceel(5, 800, 0), // where nobody looked
    perceel(6, 40, 50), // inside, over the cut between two pieces
  ]);
  const zone = (id: number, omschrijving: string) => ({
    id,
    thema: 'monument',
    omschrijving,
    geom: geom(rechthoek(0, 0, 100)),
    bron_id,
  });
  await db('omstandigheid').insert([zone(1, 'Rijksmonument'), zone(2, 'Gemeentelijk monument')]);
  await db('omstandigheid_deel').insert(
    [1, 2].flatMap((omstandigheid_id) => [
      { omstandigheid_id, geom: geom(rechthoek(0, 0, 50, 100)) },
      { omstandigheid_id, geom: geom(rechthoek(50, 0, 50, 100)) },
    ]),
  );
  await db('omstandigheid_dekking').insert({
    thema: 'monument',
    geom: multi(rechthoek(-1_000, -1_000, 1_700, 3_000)),
    bron_id,
  });
}

onBothEngines('combining layers', (database) => {
  const keuze = (signal = new AbortController().signal, limietMs = 20_000): Afbreekbaar => ({
    signal,
    limietMs,
    isServer: database.engine.kind === 'server',
  });
  const vraag = async (gevraagd: object, maximum = 100) => {
    const gelezen = lees(gevraagd);
    return toUitkomst(gelezen, await loadUitkomst(database.db, gelezen, maximum, keuze()));
  };
  /** Which percelen: those that are, and those of which it is not known. */
  const percelen = async (...voorwaarden: object[]) => {
    const { objecten } = await vraag({ toon: { laag: 'perceel' }, voorwaarden });
    const van = (welk: string) => objecten.filter(({ uitkomst }) => uitkomst === welk).map(({ sleutel }) => sleutel);
    return { ja: van('ja'), onbekend: van('onbekend') };
  };
  const monument = (relatie: Relatie, anders: object = {}) => ({ laag: 'omstandigheid-monument', relatie, ...anders });

  beforeAll(() => vul(database));

  describe('how two objects lie', () => {
    test('inside as a whole, also over the cut between two pieces of one object', async () => {
      expect(await percelen(monument('binnen'))).toEqual({ ja: ['p1', 'p6'], onbekend: ['p5'] });
    });
    test('overlapping: touching is not enough', async () => {
      expect(await percelen(monument('overlapt'))).toEqual({ ja: ['p1', 'p2', 'p6'], onbekend: ['p5'] });
    });
    test('near: up to and including the distance', async () => {
      expect(await percelen(monument('nabij', { meter: 50 }))).toEqual({
        ja: ['p1', 'p2', 'p3', 'p6'],
        onbekend: ['p5'],
      });
      expect((await percelen(monument('nabij', { meter: 499 }))).ja).not.toContain('p4');
      expect((await percelen(monument('nabij', { meter: 500 }))).ja).toContain('p4');
    });
  });

  test('not: what is unknown stays unknown, never becomes no', async () => {
    expect(await percelen(monument('binnen', { niet: true }))).toEqual({ ja: ['p2', 'p3', 'p4'], onbekend: ['p5'] });
    expect(await percelen(monument('nabij', { meter: 50, niet: true }))).toEqual({ ja: ['p4'], onbekend: ['p5'] });
  });

  test('close to the border of what is known, finding nothing is not knowing', async () => {
    // p4 ends 80 m before the border and 500 m from the monument
    expect((await percelen(monument('nabij', { meter: 79 }))).onbekend).toEqual(['p5']);
    expect((await percelen(monument('nabij', { meter: 90 }))).onbekend).toEqual(['p4', 'p5']);
  });

  test('a layer without any data makes all unknown', async () => {
    const { ja, onbekend } = await percelen({ laag: 'omstandigheid-hoogspanning', relatie: 'binnen', niet: true });
    expect([ja, onbekend]).toEqual([[], ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']]);
  });

  test('two conditions hold both; a plain no decides over an unknown', async () => {
    const sectieB = { laag: 'perceel', relatie: 'nabij', meter: 40, filters: [{ veld: 'sectie', waarden: ['B'] }] };
    // p1 lies 36 m from p6 and p2 42 m; an object does not find itself, so p6 has none near
    expect(await percelen(monument('overlapt'), { ...sectieB, niet: true })).toEqual({
      ja: ['p2', 'p6'],
      onbekend: ['p5'],
    });
    // p5 has none near either: that is a plain no, so it does not matter that the monument is unknown
    expect(await percelen(monument('overlapt'), sectieB)).toEqual({ ja: ['p1'], onbekend: [] });
  });

  test('filters and one layer alone', async () => {
    const alleen = await vraag({ toon: { laag: 'perceel', filters: [{ veld: 'sectie', waarden: ['B'] }] } });
    expect(alleen.objecten.map(({ sleutel }) => sleutel)).toEqual(['p5', 'p6']);
    const rijks = { filters: [{ veld: 'omschrijving', waarden: ['Rijksmonument', 'Iets'] }] };
    expect((await percelen(monument('binnen', rijks))).ja).toEqual(['p1', 'p6']);
    const geen = { filters: [{ veld: 'omschrijving', waarden: ['Iets'] }] };
    expect((await percelen(monument('binnen', geen))).ja).toEqual([]);
  });

  test('counts per buurt and wijk, areas in m² counted once, sources, and where data is missing', async () => {
    const uitkomst = await vraag({ toon: { laag: 'perceel' }, voorwaarden: [monument('overlapt')] }, 2);
    expect(uitkomst.totaal).toEqual({ aantal: 3, onbekend: 1, oppervlakteM2: 1_200, overlapM2: [1_000] });
    expect(uitkomst.buurten).toMatchObject([
      { naam: 'Oost', aantal: 0, onbekend: 1, oppervlakteM2: null, zonderGegevens: false },
      { naam: 'West', aantal: 3, onbekend: 0, oppervlakteM2: 1_200, overlapM2: [1_000] },
    ]);
    expect(uitkomst.wijken).toMatchObject([{ naam: 'Wijk', aantal: 3, onbekend: 1 }]);
    expect(uitkomst.lagen).toMatchObject([
      { titel: 'Percelen', zonderGegevens: [], bronnen: [{ id: 'proef', peildatum: '2026-01-01' }] },
      { zonderGegevens: ['Oost'], bronnen: [{ id: 'proef' }] },
    ]);
    expect(uitkomst.meer).toBe(true);
    const [eerste] = uitkomst.objecten;
    expect(uitkomst.objecten).toHaveLength(2);
    expect(eerste).toMatchObject({
      sleutel: 'p1',
      titel: 'MDL00 A 1',
      buurtCode: 'West',
      oppervlakteM2: 400,
      overlapM2: [400],
      geometrie: { type: 'MultiPolygon' },
      eigenschappen: { sectie: 'A', perceelnummer: 1 },
    });
    expect(eerste?.punt.x).toBeCloseTo(X + 10);
  });

  test('every layer of the catalogue can be shown and searched', async () => {
    for (const { id } of catalogus) {
      const gevraagd = { toon: { laag: id }, voorwaarden: [{ laag: id, relatie: 'overlapt' }] };
      const { totaal } = await vraag(gevraagd);
      const [toon] = await loadMetingen(database.db, lees(gevraagd), keuze());
      expect(toon?.aantal, id).toBeGreaterThanOrEqual(totaal.aantal);
    }
  });

  test('the measure of a layer and the values of a field', async () => {
    const metingen = await loadMetingen(
      database.db,
      lees({ toon: { laag: 'perceel' }, voorwaarden: [monument('binnen')] }),
      keuze(),
    );
    expect(metingen).toEqual([
      { aantal: 6, delen: 6, breedte: 20, hoogte: 20, punten: 5, bereikM2: 820 * 70 },
      { aantal: 2, delen: 4, breedte: 50, hoogte: 100, punten: 5, bereikM2: 10_000 },
    ]);
    const { toon } = lees({ toon: { laag: 'perceel' } });
    const waarden = await loadWaarden(database.db, toon, { kolom: 'sectie', type: 'string' }, keuze());
    expect(waarden).toEqual({
      waarden: [
        { waarde: 'A', aantal: 4 },
        { waarde: 'B', aantal: 2 },
      ],
      meer: false,
    });
  });

  test('agrees with the plain functions of PostGIS on three hundred shapes', async () => {
    const { db } = database;
    await db.raw(`
      INSERT INTO pand (identificatie, status, geom, bron_id)
      SELECT 'r' || i, 'proef', ST_Multi(ST_MakeEnvelope(x, y, x + 1 + i % 13, y + 1 + i % 7, 28992)), 'proef'
      FROM (SELECT i, ${X} + 2000 + (i * 7919) % 100 AS x, ${Y} + (i * 104729) % 90 AS y FROM generate_series(1, 300) i) q`);
    await db.raw(`
      INSERT INTO bgt_object (identificatie, soort, geom, bron_id)
      SELECT 'w' || i, 'waterdeel', ST_MakeEnvelope(x, y, x + 4 + i % 17, y + 4 + i % 11, 28992), 'proef'
      FROM (SELECT i, ${X} + 2000 + (i * 6151) % 100 AS x, ${Y} + (i * 3571) % 90 AS y FROM generate_series(1, 40) i) q`);
    const functies: Record<Relatie, string> = {
      binnen: 'ST_CoveredBy(a.geom, b.geom)',
      overlapt: 'ST_Intersects(a.geom, b.geom) AND NOT ST_Touches(a.geom, b.geom)',
      nabij: 'ST_Distance(a.geom, b.geom) <= 3',
    };
    const gevonden: Record<string, number> = {};
    for (const [relatie, functie] of Object.entries(functies)) {
      const { rows } = await db.raw(
        `SELECT count(*)::integer AS aantal FROM pand a
         WHERE EXISTS (SELECT FROM bgt_object b WHERE b.soort = 'waterdeel' AND ${functie})`,
      );
      const { totaal } = await vraag({
        toon: { laag: 'pand' },
        voorwaarden: [{ laag: 'water', relatie, ...(relatie === 'nabij' && { meter: 3 }) }],
      });
      expect(totaal.aantal, relatie).toBe(rows[0].aantal);
      gevonden[relatie] = totaal.aantal;
    }
    expect(gevonden.binnen).toBeGreaterThan(10);
    expect(gevonden.overlapt).toBeGreaterThan(gevonden.binnen as number);
    expect(gevonden.nabij).toBeGreaterThan(gevonden.overlapt as number);
    expect(gevonden.nabij).toBeLessThan(300);
  });

  test('a question that nobody asks any more is not started', async () => {
    const gestopt = AbortSignal.abort(new Error('weg'));
    await expect(loadUitkomst(database.db, lees({ toon: { laag: 'perceel' } }), 10, keuze(gestopt))).rejects.toThrow(
      'weg',
    );
  });

  test('the server stops a statement at its limit, and when nobody waits any more', async () => {
    if (database.engine.kind !== 'server') return;
    const slot = await database.db.transaction();
    try {
      // what reads percelen now waits for as long as this stays open
      await slot.raw('LOCK TABLE perceel IN ACCESS EXCLUSIVE MODE');
      const gevraagd = lees({ toon: { laag: 'perceel' } });
      await expect(loadUitkomst(database.db, gevraagd, 10, keuze(undefined, 300))).rejects.toMatchObject({
        code: '57014',
      });
      const stop = new AbortController();
      const begin = performance.now();
      const loopt = expect(loadUitkomst(database.db, gevraagd, 10, keuze(stop.signal))).rejects.toMatchObject({
        code: '57014',
      });
      setTimeout(() => stop.abort(), 300);
      await loopt;
      expect(performance.now() - begin).toBeLessThan(10_000);
    } finally {
      await slot.rollback();
    }
    // the connection is whole again
    expect((await vraag({ toon: { laag: 'perceel' } })).totaal.aantal).toBe(6);
  });
});
