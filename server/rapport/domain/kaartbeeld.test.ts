import { describe, expect, test } from 'vitest';
import { type KaartFeiten, type KaartObject, kaartMm, kiesVak, maakKaartbeeld } from './kaartbeeld.ts';

const vierkant = (x: number, y: number, zijde: number): KaartObject['geometrie'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + zijde, y],
      [x + zijde, y + zijde],
      [x, y + zijde],
      [x, y],
    ],
  ],
});
const object = (laag: string, sleutel: string, geometrie: KaartObject['geometrie'], rest = {}): KaartObject => ({
  laag,
  sleutel,
  klasse: null,
  hoogte: null,
  geometrie,
  ...rest,
});
const niets: KaartFeiten = { objecten: null, labels: null, perceel: null, onvolledig: false };
const uitsnede = { schaal: 1_000, vak: [0, 0, 100, 50] as [number, number, number, number] };

describe('kiesVak', () => {
  test.each([
    [[100, 100, 120, 110], 250],
    [[100, 100, 162, 110], 500],
    [[100, 100, 110, 200], 2_000],
    [[0, 0, 12_000, 3_000], 100_000],
    [[0, 0, 90_000, 3_000], 100_000],
  ] as const)('%j fits at 1:%i', (perceel, schaal) => {
    const gekozen = kiesVak({ x: 0, y: 0 }, [...perceel]);
    expect(gekozen.schaal).toBe(schaal);
    const [minX, minY, maxX, maxY] = gekozen.vak;
    expect((maxX - minX) / schaal).toBeCloseTo(kaartMm.breed / 1_000, 6);
    expect(Math.abs((minX + maxX) / 2 - (perceel[0] + perceel[2]) / 2)).toBeLessThanOrEqual(0.5);
    expect(Math.abs((minY + maxY) / 2 - (perceel[1] + perceel[3]) / 2)).toBeLessThanOrEqual(0.5);
  });

  test('a point without perceel stands in the middle of 1:1.000', () => {
    const { schaal, vak } = kiesVak({ x: 150_000.4, y: 400_000 }, null);
    expect(schaal).toBe(1_000);
    expect(vak).toEqual([149_911, 399_948, 150_089, 400_052]);
  });
});

describe('maakKaartbeeld', () => {
  test('cuts off at the border of the picture and leaves out what lies outside', () => {
    const { objecten } = maakKaartbeeld(uitsnede, {
      ...niets,
      objecten: [object('water', 'a', vierkant(-10, 10, 20)), object('water', 'b', vierkant(200, 0, 5))],
    });
    expect(objecten).toHaveLength(1);
    const punten = objecten[0]?.delen.flat() ?? [];
    expect(Math.min(...punten.map(([x]) => x))).toBe(0);
    expect(Math.max(...punten.map(([x]) => x))).toBe(10);
  });

  test('draws terrain below panden, bridges above roads, whatever the order of the database', () => {
    const objecten = [
      object('pand', 'p', vierkant(10, 10, 5)),
      object('weg', 'brug', vierkant(10, 10, 5), { hoogte: 1 }),
      object('weg', 'weg', vierkant(10, 10, 5), { klasse: 'straat' }),
      object('terrein', 't', vierkant(10, 10, 5), { klasse: 'groen' }),
    ];
    const beeld = maakKaartbeeld(uitsnede, { ...niets, objecten });
    expect(beeld.objecten.map(({ laag, klasse }) => [laag, klasse])).toEqual([
      ['terrein', 'groen'],
      ['weg', 'straat'],
      ['weg', null],
      ['pand', null],
    ]);
    expect(maakKaartbeeld(uitsnede, { ...niets, objecten: objecten.toReversed() })).toEqual(beeld);
  });

  test('leaves out corners that cannot be seen, and keeps the perceel exact', () => {
    const golf = Array.from({ length: 101 }, (_, i) => [i / 10, (i % 2) * 0.01]);
    const perceel = [
      [
        [
          [1.01, 1.02],
          [2, 1],
          [2, 2],
          [1.01, 1.02],
        ],
      ],
    ];
    const { objecten, perceel: exact } = maakKaartbeeld(uitsnede, {
      ...niets,
      objecten: [object('spoor', 's', { type: 'LineString', coordinates: golf })],
      perceel: { type: 'MultiPolygon', coordinates: perceel },
    });
    expect(objecten[0]?.vorm).toBe('lijn');
    expect(objecten[0]?.delen[0]?.length).toBeLessThan(60);
    expect(objecten[0]?.delen[0]?.at(-1)).toEqual([10, 0]);
    expect(exact).toEqual(perceel[0]);
  });

  test('house numbers only where they can be read', () => {
    const labels = [{ laag: 'huisnummer', sleutel: '1', tekst: '12', hoek: null, punt: { x: 1, y: 1 } }];
    expect(maakKaartbeeld(uitsnede, { ...niets, labels }).labels).toHaveLength(1);
    expect(maakKaartbeeld({ ...uitsnede, schaal: 5_000 }, { ...niets, labels }).labels).toEqual([]);
  });
});
