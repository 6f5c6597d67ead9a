import type { Knex } from 'knex';
import { beforeAll, describe, expect, test } from 'vitest';
import { gewoon, schuurtje } from '../../scripts/achtererf/schuurtje.ts';
import { judgeBijbehorendBouwwerk } from '../../server/vergunningcheck/domain/meetkunde/bijbehorend-bouwwerk.ts';
import { achtererfgebied } from '../../server/vergunningcheck/domain/meetkunde/gebieden.ts';
import { toonKaartfeiten } from '../../server/vergunningcheck/domain/meetkunde/kaart/feiten.ts';
import { leesKaart } from '../../server/vergunningcheck/domain/meetkunde/kaart/van-kaart.ts';
import { regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { loadPlaatsgegevens } from '../../server/vergunningcheck/queries.ts';
import { loadKaartRij, loadKaartRijen } from '../../server/vergunningcheck/situatie/queries.ts';
import { onBothEngines } from '../database.ts';

const [X, Y] = [148_000, 505_000];
const vak = (x1: number, y1: number, x2: number, y2: number) =>
  `SRID=28992;MULTIPOLYGON(((${[
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
    [x1, y1],
  ]
    .map(([x, y]) => `${X + x!} ${Y + y!}`)
    .join(',')})))`;
const punt = (x: number, y: number) => `SRID=28992;POINT(${X + x} ${Y + y})`;
const regels = regelsVoor('gm9999', '2026-11-27')!;

/**
 * Three houses of one row on the Lindelaan, the last at the corner of the Dwarsstraat, with a back lane behind; a house
 * that stands on two plots; a block of flats; a field.
 */
async function plantStraat(db: Knex): Promise<void> {
  const bron = (id: string, tabel: string) => ({
    id,
    soort: 'proef',
    naam: `Bron ${id}`,
    licentie: 'CC0',
    gemeente_code: 'gm9999',
    peildatum: '2026-01-31',
    dekking: vak(-500, -500, 500, 500),
    aantallen: JSON.stringify({ [tabel]: 9 }),
    afgekeurd: '{}',
  });
  const perceel = (nummer: number, geom: string) => ({
    identificatie: `p${nummer}`,
    kadastrale_aanduiding: `MGT01 A ${nummer}`,
    kadastrale_gemeente: 'Modelstad',
    sectie: 'A',
    perceelnummer: nummer,
    geom,
    bron_id: 'brk',
  });
  const pand = (nummer: number, geom: string, bouwjaar: number | null, doelen: string[], hoogte: number | null) => ({
    identificatie: `h${nummer}`,
    bouwjaar,
    gebruiksdoelen: doelen,
    hoogte_m: hoogte,
    geom,
    bron_id: 'bag',
  });
  const adres = (
    nummer: number,
    huisnummer: number,
    pandNummer: number,
    x: number,
    y: number,
    straat = 'Lindelaan',
  ) => ({
    identificatie: `a${nummer}`,
    weergave: `${straat} ${huisnummer}, Modelstad`,
    straat,
    huisnummer,
    gemeente_code: 'gm9999',
    pand_identificatie: `h${pandNummer}`,
    gebruiksdoelen: ['woonfunctie'],
    geom: punt(x, y),
    bron_id: 'adr',
  });
  let teller = 0;
  const vlak = (soort: string, functie: string | null, voorkomen: string, geom: string, rest: object = {}) => ({
    identificatie: `b${++teller}`,
    soort,
    functie,
    voorkomen,
    bronhouder: 'G9999',
    geom,
    bron_id: 'bgt',
    ...rest,
  });
  await db.transaction(async (trx) => {
    await trx('bron').insert([
      bron('brk', 'perceel'),
      bron('bag', 'pand'),
      bron('adr', 'adres'),
      bron('bgt', 'bgt_object'),
    ]);
    await trx('perceel').insert([
      perceel(1, vak(0, 0, 6, 28)),
      perceel(2, vak(6, 0, 12, 28)),
      perceel(3, vak(12, 0, 21, 28)),
      perceel(4, vak(-12, 0, -6, 28)),
      perceel(5, vak(-6, 0, 0, 28)),
      perceel(6, vak(-60, 0, -20, 28)),
      perceel(7, vak(-200, 100, -100, 200)),
      perceel(8, vak(-500, 100, -400, 200)),
      perceel(9, vak(-500, -200, -400, -100)),
    ]);
    await trx('pand').insert([
      pand(1, vak(0, 4, 6, 13), 1970, ['woonfunctie'], 8.4),
      pand(2, vak(6, 4, 12, 16), 1970, ['woonfunctie'], 8.4),
      pand(3, vak(12, 4, 18, 13), 1971, ['woonfunctie'], 8.4),
      pand(4, vak(-10, 5, -4, 14), 1920, ['woonfunctie'], null),
      pand(5, vak(-58, 4, -22, 14), 1980, ['woonfunctie'], 12),
      pand(6, vak(0, 25, 3, 28), null, [], 2.5),
      pand(8, vak(-480, 120, -420, 180), 1990, ['kantoorfunctie', 'woonfunctie'], 30),
      pand(9, vak(-490, -190, -460, -160), 1990, ['kantoorfunctie'], 12),
      pand(10, vak(-440, -190, -420, -170), 1990, ['woonfunctie'], 40),
    ]);
    await trx('adres').insert([
      adres(1, 1, 1, 3, 8),
      adres(2, 3, 2, 9, 8),
      adres(3, 5, 3, 15, 8),
      adres(4, 7, 4, -8, 9),
      adres(5, 9, 5, -30, 8),
      adres(6, 11, 5, -40, 8),
      adres(7, 13, 5, -50, 8),
      adres(8, 2, 5, 40, 20, 'Dwarsstraat'),
      ...Array.from({ length: 70 }, (_, i) => ({
        ...adres(100 + i, 100 + i, 8, -450, 150, 'Hoogbouw'),
        gebruiksdoelen: [i < 67 ? 'kantoorfunctie' : 'woonfunctie'],
      })),
      ...Array.from({ length: 70 }, (_, i) => adres(200 + i, 200 + i, 10, -430, -180, 'Torenhof')),
      { ...adres(300, 300, 9, -475, -175, 'Torenhof'), gebruiksdoelen: ['kantoorfunctie'] },
    ]);
    await trx('bgt_object').insert([
      vlak('wegdeel', 'voetpad', 'open verharding', vak(-80, -2, 21, 0)),
      vlak('wegdeel', 'rijbaan lokale weg', 'gesloten verharding', vak(-80, -8, 21, -2)),
      vlak('wegdeel', 'rijbaan lokale weg', 'gesloten verharding', vak(21, -8, 27, 60)),
      vlak('wegdeel', 'voetpad', 'open verharding', vak(-14, 28, 21, 29.5), { naam: 'achterpad' }),
      vlak('onbegroeidterreindeel', null, 'erf', vak(0, 0, 21, 28)),
      vlak('begroeidterreindeel', null, 'bouwland', vak(-300, 60, -50, 300)),
      vlak('overigbouwwerk', 'overkapping', 'x', vak(3.5, 26, 5.5, 28)),
      { ...vlak('openbareruimtelabel', 'Weg', 'x', punt(-20, -5), { naam: 'Lindelaan', hoek: 0 }) },
      { ...vlak('openbareruimtelabel', 'Weg', 'x', punt(24, 40), { naam: 'Dwarsstraat', hoek: 90 }) },
    ]);
    await trx.raw('ANALYZE');
  });
}

onBothEngines('The situatie of a place', (database) => {
  beforeAll(() => plantStraat(database.db), 60_000);
  const kijk = async (x: number, y: number) => {
    const rij = await loadKaartRij(database.db, { x: X + x, y: Y + y });
    return { rij, kaart: leesKaart(rij) };
  };
  const ring = (x: number, y: number, breed: number, diep: number) =>
    [
      [x, y],
      [x + breed, y],
      [x + breed, y + diep],
      [x, y + diep],
    ].map(([a, b]) => [X + a!, Y + b!] as const);

  test('a house in a row: what stands there, the street of the address, and what stood there at least', async () => {
    const { rij, kaart } = await kijk(3, 20);
    const { situatie } = kaart;
    expect(kaart).toMatchObject({ straat: 'Lindelaan', pand: { identificatie: 'h1' } });
    expect(situatie).toMatchObject({
      nauwkeurigheid: 'kaart',
      hoogteHoofdgebouw: 8.4,
      hoogteVloerTweedeBouwlaag: 'onbekend',
      hoofdgebouwType: 'woning',
      adresStraat: 0,
      adresStraatOok: [],
      oorspronkelijkHoofdgebouw: null,
    });
    expect(situatie.beletselen).toBeUndefined();
    expect(situatie.bestaandeBijbehorendeBouwwerken).toHaveLength(2);
    expect(situatie.achterpaden).toHaveLength(1);
    expect(achtererfgebied(situatie, regels)).toMatchObject({ oppervlakteM2: expect.closeTo(6 * 15, 3) });
    const feiten = Object.fromEntries(toonKaartfeiten(rij, kaart).map((feit) => [feit.sleutel, feit]));
    expect(feiten.hoofdgebouw).toMatchObject({
      stand: 'bekend',
      tekst: 'Het hoofdgebouw is Lindelaan 1, Modelstad: 54 m², uit 1970.',
      bron: { naam: 'Bron bag', peildatum: '2026-01-31' },
    });
    expect(feiten.bestaandeBijbehorendeBouwwerken).toMatchObject({ waarde: 13 });
    expect(feiten.hoogteVloerTweedeBouwlaag).toMatchObject({ stand: 'onbekend', reden: 'geen-gegevens', bron: null });
  });

  test('what the neighbours in the row do not have may have been added', async () => {
    const minimaal = async (x: number) => (await kijk(x, 20)).kaart.situatie.oorspronkelijkHoofdgebouwMinimaal!;
    const diep = (een: readonly (readonly [number, number])[]) => Math.max(...een.map(([, y]) => y - Y)) - 4;
    expect(diep(await minimaal(9))).toBeCloseTo(9.3, 6);
    expect(diep(await minimaal(3))).toBeCloseTo(9, 6);
  });

  test('a corner: beside the side façade is voorerf, behind the house a shed is vrij', async () => {
    const { situatie } = (await kijk(15, 20)).kaart;
    expect(achtererfgebied(situatie, regels)).toMatchObject({ oppervlakteM2: expect.closeTo(6 * 15, 3) });
    const oordeel = (plan: ReturnType<typeof schuurtje>) => judgeBijbehorendBouwwerk(situatie, gewoon, plan, regels);
    expect(oordeel(schuurtje(ring(12.5, 23, 3, 4))).omgevingsplan).toBe('VRIJ');
    expect(oordeel(schuurtje(ring(18.3, 20, 2, 4))).omgevingsplan).toBe('VERGUNNING');
  });

  test('a house on two plots is read both ways; from the other plot its address is elsewhere', async () => {
    const { situatie } = (await kijk(-11, 20)).kaart;
    const oppervlakken = [situatie, situatie.andersGelezen!].map((een) =>
      achtererfgebied({ ...een, andersGelezen: undefined as never }, regels),
    );
    expect(oppervlakken).toMatchObject([{ oppervlakteM2: expect.any(Number) }, { oppervlakteM2: expect.any(Number) }]);
    const oordeel = (plan: ReturnType<typeof schuurtje>) => judgeBijbehorendBouwwerk(situatie, gewoon, plan, regels);
    expect(oordeel(schuurtje(ring(-11.5, 23, 3, 4))).omgevingsplan).toBe('VRIJ');
    expect(oordeel(schuurtje(ring(-5, 23, 3, 4)))).toMatchObject({
      omgevingsplan: 'ONBEKEND',
      twijfel: expect.arrayContaining([{ toets: 'achtererfgebied', oorzaak: 'feit', feiten: ['perceel'] }]),
    });
    expect((await kijk(-2, 20)).kaart.situatie.beletselen).toEqual(['hoofdgebouw-op-ander-perceel']);
  });

  test.each([
    ['flats', [-40, 20], 'meer-woningen'],
    ['a field', [-150, 150], 'geen-hoofdgebouw'],
    ['no perceel', [200, 200], 'geen-perceel'],
    ['outside every map', [9_000, 9_000], 'geen-perceel'],
  ] as const)('%s: why there is no line', async (_, [x, y], reden) => {
    const { rij, kaart } = await kijk(x, y);
    expect(achtererfgebied(kaart.situatie, regels)).toEqual({ nietTeBerekenen: reden, varianten: [] });
    const oordeel = judgeBijbehorendBouwwerk(kaart.situatie, gewoon, schuurtje(ring(x, y, 3, 4)), regels);
    expect(oordeel).toMatchObject({ omgevingsplan: 'ONBEKEND', reden });
    for (const { stand, bron, tekst } of toonKaartfeiten(rij, kaart))
      expect([stand, bron !== null, tekst !== '']).not.toContain('');
  });

  test('a block with more woningen than a house is one, however many offices have an address there', async () => {
    const { kaart } = await kijk(-450, 150);
    expect(kaart.situatie.beletselen).toEqual(['meer-woningen']);
    const vraag = { themas: [], werkzaamheden: [] };
    const gegevens = await loadPlaatsgegevens(
      database.db,
      { x: X - 450, y: Y + 150 },
      '2026-11-27',
      vraag,
      (_, fout) => {
        throw fout;
      },
    );
    expect(gegevens.gebouwen?.adressen).toMatchObject({ aantal: 70, metDoel: 70, woningen: 3 });
  });

  test('a tower beside it does not hide the address of the hoofdgebouw', async () => {
    const { rij, kaart } = await kijk(-475, -175);
    expect(kaart.adressen).toMatchObject([{ weergave: 'Torenhof 300, Modelstad' }]);
    expect(kaart.situatie.beletselen).toEqual(['meer-hoofdgebouwen']);
    expect(rij.adressen!.length).toBeLessThan(10);
  });

  test('without a map of the streets nothing is said of them', async () => {
    const rij = await loadKaartRij(database.db, { x: X + 3, y: Y + 20 });
    const zonder = leesKaart({
      ...rij,
      vlakken: null,
      bronnen: rij.bronnen!.filter(({ tabellen }) => !tabellen.includes('bgt_object')),
    });
    expect(achtererfgebied(zonder.situatie, regels)).toMatchObject({ nietTeBerekenen: 'openbaar-gebied-onbekend' });
  });

  test('many at a time give the same rows, in order', async () => {
    const rijen = [...(await loadKaartRijen(database.db, '', 4)), ...(await loadKaartRijen(database.db, 'p4', 10))];
    expect(rijen.map(({ identificatie }) => identificatie)).toEqual([
      'p1',
      'p2',
      'p3',
      'p4',
      'p5',
      'p6',
      'p7',
      'p8',
      'p9',
    ]);
    const samen = leesKaart(JSON.parse(rijen[0]!.rij));
    expect(samen.situatie.perceel).toEqual((await kijk(3, 20)).kaart.situatie.perceel);
  });

  describe('is found through the indexes', () => {
    test('of percelen, panden, adressen and topography', async () => {
      const vragen: { sql: string; bindings: readonly unknown[] }[] = [];
      database.db.on('query', (vraag) => vragen.push(vraag));
      await loadKaartRij(database.db, { x: X + 3, y: Y + 20 });
      const { sql, bindings } = vragen.find((vraag) => vraag.sql.includes('gebied AS MATERIALIZED'))!;
      const plan = await database.db.transaction(async (trx) => {
        await trx.raw('SET LOCAL enable_seqscan = off');
        const { rows } = await trx.raw(`EXPLAIN ${sql.replaceAll(/\$\d+/g, '?')}`, bindings as string[]);
        return rows.map((rij: Record<string, string>) => Object.values(rij)[0]).join('\n');
      });
      for (const index of [
        'perceel_geom',
        'pand_geom',
        'adres_geom',
        'adres_pand',
        'bgt_object_geom',
        'bron_dekking',
      ]) {
        expect(plan).toContain(index);
      }
      expect(plan).not.toMatch(/Seq Scan on (perceel|pand|adres|bgt_object)\b/);
    });
  });
});
