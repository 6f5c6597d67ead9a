import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogus } from '../../server/lagen/catalogus/index.ts';
import { type Answer, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { vulGegevens } from '../ogc-gegevens.ts';

const pad = '/api/v1/combinaties';

onBothEngines('Combinaties', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    await vulGegevens(database.db);
    api = await startApi(database.db);
  });
  afterAll(() => api?.close());

  const expectProblem = (answer: Answer, status: number, deel: string) => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body.detail).toContain(deel);
  };
  const vraag = {
    toon: { laag: 'besluiten', filters: [{ veld: 'onderwerp', waarden: ['kap', 'bouwen'] }], van: '2026-01-01' },
    voorwaarden: [{ laag: 'perceel', relatie: 'binnen' }],
  };

  test('the layers are those of the catalogue, with their fields', async () => {
    const { status, body } = await api.get(`${pad}/lagen`);
    expect(status).toBe(200);
    expect(body.lagen.map(({ id }: { id: string }) => id)).toEqual(catalogus.map(({ id }) => id));
    const besluiten = body.lagen.find(({ id }: { id: string }) => id === 'besluiten');
    expect(besluiten).toMatchObject({ titel: 'Besluiten', heeftPeriode: true });
    expect(besluiten.velden.map(({ naam }: { naam: string }) => naam)).not.toContain('gepubliceerd');
  });

  test('the values of a field', async () => {
    const { body } = await api.get(`${pad}/lagen/pand/waarden?veld=gebruiksdoelen`);
    expect(body.waarden[0]).toEqual({ waarde: 'woonfunctie', aantal: 137 });
    expect(body.waarden[1].waarde).toBe('winkelfunctie');
    // the decision for the whole gemeente is not one that can be found at a place
    const { body: onderwerpen } = await api.get(`${pad}/lagen/besluiten/waarden?veld=onderwerp`);
    expect(onderwerpen.waarden.map(({ waarde }: { waarde: string }) => waarde)).toEqual(['bouwen', 'kap']);
    expectProblem(await api.get(`${pad}/lagen/geheim/waarden?veld=x`), 404, 'geen laag "geheim"');
    expectProblem(await api.get(`${pad}/lagen/pand/waarden?veld=geom`), 404, 'geen veld "geom"');
    expectProblem(await api.get(`${pad}/lagen/pand/waarden`), 400, 'veld');
  });

  test('an estimate, and the answer', async () => {
    const { body: schatting } = await api.post(`${pad}/_schat`, vraag);
    expect(schatting).toEqual({ aantallen: [2, 9], teGroot: null });
    const { status, body } = await api.post(`${pad}/_voer-uit`, vraag);
    expect(status, JSON.stringify(body)).toBe(200);
    // the hole in every other perceel has nothing to do with these two
    expect(body.objecten.map(({ sleutel }: { sleutel: string }) => sleutel).sort()).toEqual([
      'gmb-2026-1',
      'gmb-2026-2',
    ]);
    expect(body.totaal).toMatchObject({ aantal: 2, onbekend: 0, oppervlakteM2: 400, overlapM2: [400] });
    expect(body.buurten).toMatchObject([{ naam: "'s-Gravenhof", aantal: 2 }]);
    expect(body.lagen[0].weggelaten).toContain('hele gemeente');
  });

  describe('what is asked wrongly is told, and is never a 500', () => {
    test.each<[string, unknown, string]>([
      ['no layer', {}, 'toon'],
      ['an unknown layer', { toon: { laag: 'geheim' } }, 'geen laag "geheim"'],
      ['SQL for a layer', { toon: { laag: "pand'; DROP TABLE pand" } }, 'toon.laag'],
      ['an unknown field', { toon: { laag: 'pand', filters: [{ veld: 'geom', waarden: ['x'] }] } }, 'geen veld "geom"'],
      ['no values', { toon: { laag: 'pand', filters: [{ veld: 'status', waarden: [] }] } }, 'filters'],
      [
        'a number that is none',
        { toon: { laag: 'pand', filters: [{ veld: 'bouwjaar', waarden: ['x'] }] } },
        'heel getal',
      ],
      ['a period of a thing without days', { toon: { laag: 'pand', van: '2026-01-01' } }, 'geen periode'],
      ['a day that does not exist', { toon: { laag: 'besluiten', van: '2026-02-30' } }, 'datum'],
      ['near without a distance', { ...vraag, voorwaarden: [{ laag: 'pand', relatie: 'nabij' }] }, 'afstand'],
      ['a distance without end', { ...vraag, voorwaarden: [{ laag: 'pand', relatie: 'nabij', meter: 1e9 }] }, 'meter'],
      ['another relation', { ...vraag, voorwaarden: [{ laag: 'pand', relatie: 'naast' }] }, 'relatie'],
      ['four layers', { ...vraag, voorwaarden: Array(3).fill(vraag.voorwaarden[0]) }, 'voorwaarden'],
    ])('%s', async (_, gevraagd, deel) => {
      for (const operatie of ['_schat', '_voer-uit'])
        expectProblem(await api.post(`${pad}/${operatie}`, gevraagd), 400, deel);
    });
  });

  test('text of the asker is a value and nothing else', async () => {
    const kwaad = `'; DROP TABLE pand; -- ? $1 "`;
    const { status, body } = await api.post(`${pad}/_voer-uit`, {
      toon: { laag: 'pand', filters: [{ veld: 'status', waarden: [kwaad] }] },
    });
    expect([status, body.totaal?.aantal]).toEqual([200, 0]);
    expect((await api.post(`${pad}/_schat`, { toon: { laag: 'pand' } })).body.aantallen).toEqual([137]);
  });

  test('the same question as a file', async () => {
    const query = 'toon=besluiten;onderwerp=kap,bouwen;van=2026-01-01&die=binnen:perceel';
    const csv = await api.get(`${pad}/objecten?${query}&vorm=csv`);
    expect([csv.status, csv.type]).toEqual([200, expect.stringContaining('text/csv')]);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="combinatie.csv"');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    expect(csv.body).toContain("gmb-2026-2;Dakkapel in 't Dorp;ja;");
    const geojson = await api.get(`${pad}/objecten?${query}&vorm=geojson`);
    expect(geojson.type).toContain('application/geo+json');
    expect(geojson.body.vraag).toContain('Toon besluiten (onderwerp: kap of bouwen; vanaf 1 januari 2026)');
    expect(geojson.body.features).toHaveLength(2);
    const [lon, lat] = geojson.body.features.find(({ id }: { id: string }) => id === 'gmb-2026-1').geometry.coordinates;
    expect([Math.round(lon * 10) / 10, Math.round(lat * 10) / 10]).toEqual([5.8, 52.1]);
    expectProblem(await api.get(`${pad}/objecten?${query}&vorm=xls`), 400, 'vorm');
    expectProblem(await api.get(`${pad}/objecten?toon=pand&die=naast:perceel&vorm=csv`), 400, 'niet te lezen');
    expectProblem(await api.get(`${pad}/objecten?toon=geheim&vorm=csv`), 400, 'geen laag "geheim"');
    expectProblem(await api.get(`${pad}/objecten?vorm=csv`), 400, 'niet te lezen');
  });

  test('what is too much is refused with what to make smaller, before it is calculated', async () => {
    await database.db.raw(`
      INSERT INTO pand (identificatie, status, bron_id, geom)
      SELECT 'veel' || i, 'veel', 'proef',
        ST_Multi(ST_MakeEnvelope(180000 + i % 50, 455000 + i % 30, 180900 + i % 50, 455900 + i % 30, 28992))
      FROM generate_series(1, 2000) i`);
    const zwaar = { toon: { laag: 'pand' }, voorwaarden: [{ laag: 'pand', relatie: 'overlapt' }] };
    const { status, body } = await api.post(`${pad}/_schat`, zwaar);
    expect([status, body.aantallen]).toEqual([200, [2_137, 2_137]]);
    expect(body.teGroot).toContain('Kies bij Panden een waarde');
    const begin = performance.now();
    expectProblem(await api.post(`${pad}/_voer-uit`, zwaar), 422, 'te groot om meteen uit te rekenen');
    expectProblem(await api.get(`${pad}/objecten?toon=pand&die=overlapt:pand&vorm=csv`), 422, 'te groot');
    expect(performance.now() - begin).toBeLessThan(5_000);
    await database.db('pand').where({ status: 'veel' }).delete();
  });

  test('who goes away stops the work in the database', async () => {
    if (database.engine.kind !== 'server') return;
    const wachtend = async () => {
      const { rows } = await database.db.raw(
        `SELECT count(*)::integer AS aantal FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0].aantal as number;
    };
    const slot = await database.db.transaction();
    try {
      await slot.raw('LOCK TABLE pand IN ACCESS EXCLUSIVE MODE');
      const stop = new AbortController();
      const gevraagd = fetch(`${api.url}${pad}/_voer-uit`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ toon: { laag: 'pand' } }),
        signal: stop.signal,
      }).catch((error: Error) => error.name);
      await expect.poll(wachtend, { timeout: 5_000 }).toBe(1);
      stop.abort();
      expect(await gevraagd).toBe('AbortError');
      await expect.poll(wachtend, { timeout: 5_000 }).toBe(0);
    } finally {
      await slot.rollback();
    }
    expect((await api.post(`${pad}/_voer-uit`, { toon: { laag: 'pand' } })).body.totaal.aantal).toBe(137);
  });
});
