import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { encodeBlok, type TegelObject, tegelMet, tegelsIn, tegelsVanBlok, zoombanden } from './domain.ts';

const read = (inhoud: Uint8Array) => new VectorTile(new PbfReader(inhoud));

/** A square of about 40 m around a place in the middle of tile 14/8453/5380. */
const place = { lon: 5.7545, lat: 52.5308 };
const square = (half: number): TegelObject[3] => ({
  type: 'Polygon',
  coordinates: [
    [
      [place.lon - half, place.lat - half],
      [place.lon + half, place.lat - half],
      [place.lon + half, place.lat + half],
      [place.lon - half, place.lat + half],
      [place.lon - half, place.lat - half],
    ],
  ],
});

describe('places of tiles', () => {
  test('a place lies in the tile that contains it', () => {
    const { z, x, y } = tegelMet(5.769, 52.098, 14);
    const west = (x / 2 ** z) * 360 - 180;
    const north = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
    expect(west).toBeLessThanOrEqual(5.769);
    expect(west + 360 / 2 ** z).toBeGreaterThan(5.769);
    expect(north).toBeGreaterThanOrEqual(52.098);
    expect(tegelMet(5.769, north - 1e-9, 14).y).toBe(y);
    expect(tegelMet(5.769, north + 1e-9, 14).y).toBe(y - 1);
  });

  test('a place beyond the edge of the world stays in the last tile', () => {
    expect(tegelMet(200, 89.9, 3)).toEqual({ z: 3, x: 7, y: 0 });
  });

  test('a box has every tile that it touches, once', () => {
    const tegels = tegelsIn([5.7, 52.0, 5.8, 52.1], 12);
    expect(new Set(tegels.map(({ x, y }) => `${x}/${y}`)).size).toBe(tegels.length);
    expect(tegels).toContainEqual(tegelMet(5.75, 52.05, 12));
    expect(tegels[0]).toEqual(tegelMet(5.7, 52.1, 12));
    expect(tegels.at(-1)).toEqual(tegelMet(5.8, 52.0, 12));
  });

  test('the tiles of a block tile it', () => {
    expect(tegelsVanBlok({ z: 12, x: 3, y: 5 }, 12)).toEqual([{ z: 12, x: 3, y: 5 }]);
    const kinderen = tegelsVanBlok({ z: 12, x: 3, y: 5 }, 14);
    expect(kinderen).toHaveLength(16);
    expect(kinderen.every(({ x, y }) => x >> 2 === 3 && y >> 2 === 5)).toBe(true);
  });

  test.each([true, false])('the bands follow on each other down to the deepest zoom (%s)', (veel) => {
    const zooms = zoombanden(veel, 16).flatMap(({ van, tot }) =>
      Array.from({ length: tot - van + 1 }, (_, i) => van + i),
    );
    expect(zooms).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });
});

describe('encoding', () => {
  const blok = tegelMet(place.lon, place.lat, 14);
  const encode = (lagen: Record<string, TegelObject[]>) => [...encodeBlok(blok, 16, 16, lagen)];

  test('a shape stands where it was, to 10 cm, with its fields and without the empty ones', () => {
    const tegels = encode({ pand: [[14, 24, { soort: 'huis', leeg: null, aantal: 3 }, square(0.0003)]] });
    const middelste = tegelMet(place.lon, place.lat, 16);
    const tegel = tegels.find(({ z, x, y }) => z === 16 && x === middelste.x && y === middelste.y);
    const feature = read(tegel!.inhoud).layers.pand!.feature(0);
    expect(feature.properties).toEqual({ soort: 'huis', aantal: 3 });
    const geometry = feature.toGeoJSON(middelste.x, middelste.y, 16).geometry;
    expect(geometry.type).toBe('Polygon');
    const ring = (geometry as { coordinates: number[][][] }).coordinates[0]!;
    const lons = ring.map(([lon]) => lon!);
    expect(Math.min(...lons)).toBeCloseTo(place.lon - 0.0003, 5);
    expect(Math.max(...lons)).toBeCloseTo(place.lon + 0.0003, 5);
  });

  test('each zoom shows what begins there, and no longer what ends before', () => {
    const tegels = encode({
      vroeg: [[14, 14, {}, square(0.0003)]],
      laat: [[16, 24, {}, square(0.0003)]],
    });
    const lagenOp = (zoom: number) =>
      new Set(tegels.filter(({ z }) => z === zoom).flatMap((t) => Object.keys(read(t.inhoud).layers)));
    expect(lagenOp(14)).toEqual(new Set(['vroeg']));
    expect(lagenOp(15)).toEqual(new Set());
    expect(lagenOp(16)).toEqual(new Set(['laat']));
  });

  test('nothing gives no tiles, and a shape without geometry is left out', () => {
    expect(encode({})).toEqual([]);
    expect(encode({ pand: [] })).toEqual([]);
    expect(encode({ pand: [[14, 24, {}, null]] })).toEqual([]);
  });

  test('a block keeps to itself: what lies elsewhere is not in its tiles', () => {
    const elders = { type: 'Point' as const, coordinates: [place.lon + 0.2, place.lat] };
    expect(encode({ punt: [[14, 24, {}, elders]] })).toEqual([]);
  });
});
