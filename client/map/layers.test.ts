import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { achtergronden } from '../../server/lagen/catalogus/achtergrond.ts';
import { catalogus as definities } from '../../server/lagen/catalogus/index.ts';
import { type Laag, laag as laagSchema } from '../../server/lagen/contract.ts';
import { classColour } from './expressie.ts';
import type { MapKleuren } from './kleuren.ts';
import { paletten } from './kleuren.ts';
import { makeStyle, type StyleInput } from './layers.ts';
import { metresPerPixel } from './selectie.ts';

/** The real catalogue, as the server tells it. */
const catalogus: Laag[] = definities.map((definitie) =>
  laagSchema.parse({
    ...definitie,
    stand: 'gereed',
    tegels: `/ogc/v1/collections/${definitie.collectie}/tiles/WebMercatorQuad/{z}/{y}/{x}?v=1`,
  }),
);
const perceel = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [5.1, 52.1],
      [5.2, 52.1],
      [5.2, 52.2],
      [5.1, 52.1],
    ],
  ],
};
const input: StyleInput = {
  catalogus,
  lagen: [
    { id: 'besluiten', dekking: 1 },
    { id: 'regels-functie', dekking: 0.5 },
    { id: 'omstandigheid-geluid-weg', dekking: 0.8 },
  ],
  kleuren: 'licht',
  plek: { lon: 5.1, lat: 52.1, geometry: perceel },
  highlights: [{ id: 'gmb-1', feature: { type: 'Feature', geometry: perceel, properties: { titel: 'x' } } }],
  eigenLocatie: { lon: 5.1, lat: 52.1, nauwkeurigheidM: 30 },
  panden3d: false,
  achtergrond: null,
  fonts: { 'Noto Sans Regular': '/a.woff2', 'Noto Sans Bold': '/b.woff2' },
  origin: 'https://loket.example',
};
const kleurnamen: MapKleuren[] = ['licht', 'donker', 'contrast'];
const order = (style = makeStyle(input)) => style.layers.map(({ id }) => id);

describe('the style', () => {
  test.each(kleurnamen)('is a valid style with every layer of the catalogue on (%s)', (kleuren) => {
    const lagen = catalogus.filter(({ ondergrond }) => !ondergrond).map(({ id }) => ({ id, dekking: 1 }));
    expect(validateStyleMin(makeStyle({ ...input, kleuren, lagen }))).toEqual([]);
  });

  test('is the same for the same input, so that nothing is drawn again', () => {
    expect(makeStyle(input)).toEqual(makeStyle(input));
  });

  test('asks the background as one tile set and a layer only when it is on', () => {
    const { sources } = makeStyle(input);
    expect(Object.keys(sources).toSorted()).toEqual([
      'besluiten',
      'eigen-locatie',
      'highlights',
      'omstandigheid-geluid-weg',
      'ondergrond',
      'plek',
      'regels-functie',
    ]);
    expect(sources.ondergrond).toMatchObject({
      tiles: ['https://loket.example/ogc/v1/collections/ondergrond/tiles/WebMercatorQuad/{z}/{y}/{x}?v=1'],
      maxzoom: 16,
    });
  });

  test('asks nothing outside this site', () => {
    const addresses = JSON.stringify(makeStyle(input)).match(/https?:\/\/[^/"]+/g);
    expect(new Set(addresses)).toEqual(new Set(['https://loket.example']));
  });

  test('draws the first of the list on top, all of them over the ground and below the selection', () => {
    const ids = order();
    const at = (id: string) => ids.indexOf(id);
    expect(at('terrein')).toBeGreaterThan(at('grond'));
    expect(at('omstandigheid-geluid-weg-vlak')).toBeGreaterThan(at('pand'));
    expect(at('regels-functie-vlak')).toBeGreaterThan(at('omstandigheid-geluid-weg-vlak'));
    expect(at('besluiten-punt')).toBeGreaterThan(at('regels-functie-tekst'));
    expect(at('straatnaam')).toBeGreaterThan(at('regels-functie-rand'));
    expect(ids.slice(-3)).toEqual(['plek-halo', 'plek-lijn', 'plek-punt']);
  });

  test('leaves out a layer that does not exist, and the background from the choice', () => {
    const lagen = [
      { id: 'bestaat-niet', dekking: 1 },
      { id: 'pand', dekking: 1 },
    ];
    expect(order(makeStyle({ ...input, lagen }))).toEqual(order(makeStyle({ ...input, lagen: [] })));
  });

  test('hatches what is not known instead of colouring it', () => {
    const { layers } = makeStyle(input);
    const onbekend = layers.find(({ id }) => id === 'omstandigheid-geluid-weg-onbekend');
    expect(onbekend).toMatchObject({ filter: ['all', expect.anything(), ['==', ['get', 'klasse'], 'onbekend']] });
    expect(onbekend?.paint).toHaveProperty('fill-pattern');
    const vlak = layers.find(({ id }) => id === 'omstandigheid-geluid-weg-vlak') as { filter: unknown[] };
    expect(JSON.stringify(vlak.filter)).toContain('["!=",["get","klasse"],"onbekend"]');
  });

  test('visibility weakens every part of a layer', () => {
    const fill = (dekking: number) =>
      makeStyle({ ...input, lagen: [{ id: 'regels-functie', dekking }] }).layers.find(
        ({ id }) => id === 'regels-functie-vlak',
      )?.paint as Record<string, number>;
    expect(fill(0.5)['fill-opacity']).toBeCloseTo(fill(1)['fill-opacity']! / 2);
    expect(fill(0)['fill-opacity']).toBe(0);
  });

  test('a highlight carries the id of its list item', () => {
    expect(makeStyle(input).sources.highlights).toMatchObject({
      promoteId: 'id',
      data: { features: [{ properties: { titel: 'x', id: 'gmb-1' } }] },
    });
  });

  test('a wide area among the highlights is an outline: many of them would hide the map', () => {
    const lit = (id: string, graden: number) => ({
      id,
      feature: {
        type: 'Feature' as const,
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [5.2, 52.5],
            [5.2 + graden, 52.5],
          ],
        },
        properties: {},
      },
    });
    expect(
      makeStyle({ ...input, highlights: [lit('smal', 0.001), lit('wijd', 0.01)] }).sources.highlights,
    ).toMatchObject({
      data: { features: [{ properties: { groot: false } }, { properties: { groot: true } }] },
    });
  });

  test('panden in 3D stand as high as their bron says, and one without a height lies flat and hatched', () => {
    const style = makeStyle({ ...input, panden3d: true });
    expect(validateStyleMin(style)).toEqual([]);
    const find = (id: string) => style.layers.find((layer) => layer.id === id);
    expect(find('pand-hoog')).toMatchObject({
      type: 'fill-extrusion',
      filter: ['has', 'hoogte'],
      paint: { 'fill-extrusion-height': ['get', 'hoogte'] },
    });
    expect(find('pand-onbekend')).toMatchObject({ filter: ['!', ['has', 'hoogte']] });
    expect(find('pand-onbekend')?.paint).toHaveProperty('fill-pattern');
    const ids = order(style);
    expect(ids.indexOf('plek-lijn')).toBeGreaterThan(ids.indexOf('pand-hoog'));
    expect(order().some((id) => id === 'pand-hoog' || id === 'pand-onbekend')).toBe(false);
  });

  test('a background of others takes the place of our surfaces and names, not of borders and layers', () => {
    const style = makeStyle({ ...input, achtergrond: achtergronden.pdok });
    expect(validateStyleMin(style)).toEqual([]);
    const addresses = JSON.stringify(style).match(/https?:\/\/[^/"]+/g);
    expect(new Set(addresses)).toEqual(new Set(['https://loket.example', 'https://service.pdok.nl']));
    const ids = order(style);
    expect(ids.slice(0, 2)).toEqual(['grond', 'achtergrond']);
    expect(ids).toEqual(expect.arrayContaining(['perceel', 'gemeentegrens', 'regels-functie-vlak', 'plek-lijn']));
    for (const id of ['terrein', 'weg', 'pand', 'straatnaam']) expect(ids).not.toContain(id);
  });

  test('the chosen perceel is a line of 3 pixels with a halo', () => {
    const find = (id: string) => makeStyle(input).layers.find((layer) => layer.id === id)?.paint;
    expect(find('plek-lijn')).toMatchObject({ 'line-width': 3 });
    expect(find('plek-halo')).toMatchObject({ 'line-width': 8 });
  });

  test('a place without perceel is a point', () => {
    const { sources } = makeStyle({ ...input, plek: { lon: 5, lat: 52 } });
    expect(sources.plek).toMatchObject({ data: { features: [{ geometry: { type: 'Point', coordinates: [5, 52] } }] } });
  });
});

test('each class has the colour of the legend', () => {
  const functies = catalogus.find(({ id }) => id === 'regels-functie')!;
  const expressie = classColour(functies) as unknown[];
  expect(expressie.slice(0, 2)).toEqual(['match', ['get', 'klasse']]);
  for (const { waarde, kleur } of functies.legenda) expect(expressie[expressie.indexOf(waarde) + 1]).toBe(kleur);
});

test('a pixel is as wide on the ground as WebMercator says', () => {
  expect(metresPerPixel(52.2, 0)).toBeCloseTo(47_972, -2);
  expect(metresPerPixel(52.2, 18)).toBeCloseTo(0.183, 3);
});

/** WCAG contrast between two colours. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high, low] = [light(a), light(b)].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(kleurnamen)('contrast (%s)', (kleuren) => {
  const palet = paletten[kleuren];
  const grounds = [palet.grond, palet.water, palet.pand, ...Object.values(palet.terrein), ...Object.values(palet.weg)];

  test('text reads on its halo, and the selection stands out from its own', () => {
    expect(contrast(palet.tekst, palet.tekstHalo)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palet.tekstStil, palet.tekstHalo)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palet.keuze, palet.keuzeHalo)).toBeGreaterThanOrEqual(7);
  });

  test('the selection and the highlights stand out on every ground', () => {
    for (const ground of grounds) {
      expect(contrast(palet.keuze, ground), ground).toBeGreaterThanOrEqual(3);
      expect(
        Math.max(contrast(palet.accent, ground), contrast(palet.keuzeHalo, ground)),
        ground,
      ).toBeGreaterThanOrEqual(3);
    }
  });
});
