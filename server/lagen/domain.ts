import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry } from 'geojson';

/** A tile in the scheme WebMercatorQuad: z, column, row (from the north). */
export interface TegelPlaats {
  z: number;
  x: number;
  y: number;
}

/** Deepest zoom with tiles in any set. */
export const diepsteZoom = 16;
/** Widest zoom with tiles. */
export const hoogsteZoom = 8;

/**
 * How far the objects around a tile belong to it, as a share of its side, so that lines and outlines are not cut off in
 * view. It is a little more than what the tile itself keeps (64 of 4096).
 */
export const tegelMarge = 0.02;

/** A range of zooms that is made from one reading of the data, block by block; a block is a tile of zoom `van`. */
export interface Zoomband {
  van: number;
  tot: number;
}

/**
 * The bands down to zoom `tot`. Small blocks where there is much to read, large ones where there is little: memory
 * stays bounded.
 */
export const zoombanden = (veel: boolean, tot: number): readonly Zoomband[] =>
  veel
    ? [
        { van: 8, tot: 11 },
        { van: 12, tot: 13 },
        { van: 14, tot },
      ]
    : [
        { van: 8, tot: 11 },
        { van: 12, tot },
      ];

/** [west, south, east, north] in degrees. */
export type LonLatBox = readonly [number, number, number, number];

/** The tiles of one zoom that touch a box, row by row. */
export function tegelsIn([west, south, east, north]: LonLatBox, z: number): TegelPlaats[] {
  const noordwest = tegelMet(west, north, z);
  const zuidoost = tegelMet(east, south, z);
  const gevonden: TegelPlaats[] = [];
  for (let y = noordwest.y; y <= zuidoost.y; y += 1) {
    for (let x = noordwest.x; x <= zuidoost.x; x += 1) gevonden.push({ z, x, y });
  }
  return gevonden;
}

/** The tiles of one zoom to which something in a box belongs: those that touch it, or lie within their margin of it. */
export function tegelsRond([west, south, east, north]: LonLatBox, z: number): TegelPlaats[] {
  const breedte = (360 / 2 ** z) * tegelMarge;
  const hoogte = breedte * Math.cos((Math.min(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return tegelsIn([west - breedte, south - hoogte, east + breedte, north + hoogte], z);
}

/** The tile in which a place in degrees lies. */
export function tegelMet(lon: number, lat: number, z: number): TegelPlaats {
  const breed = 2 ** z;
  const phi = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * breed);
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * breed);
  return { z, x: Math.min(Math.max(x, 0), breed - 1), y: Math.min(Math.max(y, 0), breed - 1) };
}

/** The tiles of zoom `z` inside a block. */
export function tegelsVanBlok(blok: TegelPlaats, z: number): TegelPlaats[] {
  const deel = 2 ** (z - blok.z);
  return Array.from({ length: deel * deel }, (_, i) => ({
    z,
    x: blok.x * deel + (i % deel),
    y: blok.y * deel + Math.floor(i / deel),
  }));
}

/** One object to draw: the lowest and highest zoom that show it, its fields, and its shape in degrees. */
export type TegelObject = readonly [
  van: number,
  tot: number,
  velden: Readonly<Record<string, string | number | null>>,
  geometrie: Geometry | null,
];

/**
 * Encodes the tiles of one block.
 *
 * Each layer becomes a source layer. Shapes are simplified per zoom to about a third of a pixel, and exact at the deepest
 * zoom: to 10 cm at zoom 16, 40 cm at zoom 14.
 *
 * @param tot the last zoom to encode
 * @param diepste the deepest zoom of the whole set, where shapes are exact
 * @param lagen objects per layer that touch the block, in the order in which they are drawn
 * @returns Mapbox Vector Tiles, not compressed; tiles without anything are left out
 */
export function* encodeBlok(
  blok: TegelPlaats,
  tot: number,
  diepste: number,
  lagen: Readonly<Record<string, readonly TegelObject[]>>,
): Generator<TegelPlaats & { inhoud: Uint8Array }> {
  const indexen = Object.entries(lagen)
    .filter(([, objecten]) => objecten.length > 0)
    .map(([laag, objecten]) => ({
      laag,
      index: new GeoJSONVT(
        {
          type: 'FeatureCollection',
          features: objecten.flatMap((object) =>
            object[3] ? { type: 'Feature' as const, geometry: object[3], properties: object as object } : [],
          ),
        },
        {
          maxZoom: diepste,
          indexMaxZoom: 0,
          indexMaxPoints: 0,
          tolerance: 3,
          extent: 4096,
          buffer: 64,
          wrap: false,
        },
      ),
    }));
  for (let z = blok.z; z <= tot; z += 1) {
    for (const plaats of tegelsVanBlok(blok, z)) {
      const gevuld: Record<string, { features: GeoJSONVTFeature[] }> = {};
      for (const { laag, index } of indexen) {
        const features = visible(index.getTile(z, plaats.x, plaats.y)?.features ?? [], z);
        if (features.length > 0) gevuld[laag] = { features };
      }
      if (Object.keys(gevuld).length === 0) continue;
      yield { ...plaats, inhoud: fromGeojsonVt(gevuld as never, { version: 2, extent: 4096 }) };
    }
  }
}

/** The objects that this zoom shows, with their own fields instead of the object that carried them along. */
function visible(features: readonly GeoJSONVTFeature[], z: number): GeoJSONVTFeature[] {
  return features.flatMap((feature) => {
    const [van, tot, velden] = feature.tags as unknown as TegelObject;
    if (z < van || z > tot) return [];
    return { ...feature, tags: Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== null)) };
  });
}
