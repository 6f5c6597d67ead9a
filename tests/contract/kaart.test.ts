import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';

onBothEngines('The endpoints of the location card', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    await plantPlaats(database.db);
    api = await startApi(database.db);
  }, 60_000);
  afterAll(() => api.close());

  const plaats = `x=${opPerceel.x}&y=${opPerceel.y}`;
  const get = async (path: string, status = 200) => {
    const answer = await api.get(`${apiBase}${path}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    if (status >= 400) expect(answer.type).toContain('application/problem+json');
    return answer.body;
  };
  const veldMet = async (path: string) => {
    const { fouten } = await get(path, 400);
    return [...new Set(fouten.map(({ veld }: { veld: string }) => veld))];
  };

  test('GET /begin', async () => {
    const { gemeenten, omhullendeLonLat, voorbeelden } = await get('/begin');
    expect(gemeenten.map(({ code }: { code: string }) => code)).toContain('gm9999');
    expect(omhullendeLonLat[0]).toBeGreaterThan(5);
    expect(voorbeelden).toHaveLength(3);
  });

  test('GET /locatie', async () => {
    expect((await get(`/locatie?${plaats}`)).perceel.kadastraleAanduiding).toBe('MGT01 A 1');
    expect(await veldMet('/locatie?x=NaN&y=505000')).toEqual(['x']);
    expect(await veldMet('/locatie?x=146000')).toEqual(['y']);
    expect(await veldMet('/locatie?x=146000&y=1e9')).toEqual(['y']);
  });

  describe('POST /locaties/_zoek', () => {
    const zoek = (body: unknown) => api.post(`${apiBase}/locaties/_zoek`, body);

    test('finds, and explains when it does not', async () => {
      const { status, body } = await zoek({ zoekterm: '  Dorpsstraat\t2 ' });
      expect([status, body.resultaten[0].naam, body.uitleg]).toEqual([200, 'Dorpsstraat 2, 1234 AB Modelstad', null]);
      expect((await zoek({ zoekterm: 'qqqqzzzz' })).body).toMatchObject({
        resultaten: [],
        uitleg: expect.stringContaining('Controleer de spelling'),
      });
      expect((await zoek({ zoekterm: 'dorps', maximum: 2 })).body.resultaten).toHaveLength(2);
    });

    test.each([
      [{}],
      [{ zoekterm: '' }],
      [{ zoekterm: '   ' }],
      [{ zoekterm: 'a\u0000b' }],
      [{ zoekterm: 'a\u001bb' }],
      [{ zoekterm: 'a\ud800b' }],
      [{ zoekterm: 'x'.repeat(201) }],
      [{ zoekterm: 12 }],
      [{ zoekterm: ['a'] }],
      [{ zoekterm: 'a', maximum: 0 }],
      [{ zoekterm: 'a', maximum: 1.5 }],
    ])('refuses %j', async (body) => expect((await zoek(body)).status).toBe(400));
  });

  test('GET /regels', async () => {
    const { datum, activiteiten } = await get(`/regels?${plaats}`);
    expect(datum).toBe('2026-11-22');
    expect(activiteiten.length).toBeGreaterThan(5);
    expect((await get(`/regels?${plaats}&datum=2023-06-01`)).datum).toBe('2023-06-01');
    expect(await veldMet(`/regels?${plaats}&datum=2026-02-30`)).toEqual(['datum']);
    expect(await veldMet(`/regels?${plaats}&datum=morgen`)).toEqual(['datum']);
  });

  test('GET /regelteksten/:id', async () => {
    expect(await get('/regelteksten/11')).toMatchObject({ nummer: 'Artikel 11', regeling: { status: 'geldend' } });
    await get('/regelteksten/123456', 404);
    expect(await veldMet('/regelteksten/0')).toEqual(['id']);
    expect(await veldMet('/regelteksten/een')).toEqual(['id']);
    expect(await veldMet('/regelteksten/99999999999')).toEqual(['id']);
  });

  test('GET /omstandigheden', async () => {
    const { gebied, themas } = await get(`/omstandigheden?${plaats}`);
    expect(gebied).toEqual({ soort: 'perceel', kadastraleAanduiding: 'MGT01 A 1', oppervlakteM2: 600 });
    expect(themas.length).toBeGreaterThan(10);
    expect(await veldMet('/omstandigheden?x=146000&y=')).toEqual(['y']);
  });

  test('GET /besluiten', async () => {
    expect((await get(`/besluiten?${plaats}`)).straalM).toBe(500);
    const { besluiten } = await get(`/besluiten?${plaats}&straal=100&soort=aanvraag,verleend&van=2026-01-01`);
    expect(besluiten.map(({ identificatie }: { identificatie: string }) => identificatie)).toEqual([
      'op 100 m',
      'hier',
    ]);
    expect(await veldMet(`/besluiten?${plaats}&straal=5001`)).toEqual(['straal']);
    expect(await veldMet(`/besluiten?${plaats}&straal=ver`)).toEqual(['straal']);
    expect(await veldMet(`/besluiten?${plaats}&soort=bezwaarschrift`)).toEqual(['soort.0']);
    expect(await veldMet(`/besluiten?${plaats}&van=2026-13-01`)).toEqual(['van']);
    expect(await veldMet(`/besluiten?${plaats}&van=2026-02-01&tot=2026-01-01`)).toEqual(['tot']);
  });

  test('GET /bronnen', async () => {
    const { bronnen } = await get('/bronnen');
    expect(bronnen).toHaveLength(9);
    expect(bronnen[0]).toMatchObject({
      soort: 'proef',
      peildatum: '2026-01-31',
      aantallen: { adres: 3 },
      afgekeurd: { 'zonder geometrie': 1 },
      geladenOp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });
});
