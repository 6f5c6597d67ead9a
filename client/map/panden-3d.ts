import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import type { LonLat } from '../../server/geo/rd.ts';
import { hoogsteKanteling } from '../url.ts';
import { panden3dLagen, panden3dVanaf } from './ondergrond.ts';

/** Of which panden in view the height is known; `te-ver`: too far away to show heights. */
export type HoogtesInBeeld = 'alle' | 'deels' | 'geen' | 'geen-panden' | 'te-ver';

export function hoogtesInBeeld(map: MapLibre): HoogtesInBeeld {
  if (map.getZoom() < panden3dVanaf) return 'te-ver';
  const isEr = (layer: string) =>
    map.getLayer(layer) !== undefined && map.queryRenderedFeatures({ layers: [layer] }).length > 0;
  const bekend = isEr(panden3dLagen.bekend);
  const onbekend = isEr(panden3dLagen.onbekend);
  if (bekend) return onbekend ? 'deels' : 'alle';
  return onbekend ? 'geen' : 'geen-panden';
}

/** Tilts the map, or lays it flat with the north above. */
export function kantel(map: MapLibre, kanteling: number | null): void {
  const handlers = [map.dragRotate, map.touchPitch];
  if (kanteling === null) {
    for (const handler of handlers) handler.disable();
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.setMaxPitch(0);
    map.setBearing(0);
    return;
  }
  for (const handler of handlers) handler.enable();
  map.touchZoomRotate.enableRotation();
  map.keyboard.enableRotation();
  map.setMaxPitch(hoogsteKanteling);
  if (Math.round(map.getPitch()) !== kanteling) map.easeTo({ pitch: kanteling });
}

/**
 * A place in the pand whose wall or roof stands at a point of the screen; null: none. The ground that is pointed at there
 * lies behind the pand.
 */
export function plaatsInPand(map: MapLibre, at: PointLike): LonLat | null {
  if (!map.getLayer(panden3dLagen.bekend)) return null;
  const [pand] = map.queryRenderedFeatures(at, { layers: [panden3dLagen.bekend] });
  return pand ? puntIn(pand.geometry) : null;
}

/** A point inside a surface; null for what is none. */
export function puntIn(geometry: Geometry): LonLat | null {
  const ring =
    geometry.type === 'Polygon'
      ? geometry.coordinates[0]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates[0]?.[0]
        : undefined;
  if (!ring) return null;
  const hoeken = ring.slice(0, -1);
  const midden = hoeken.reduce<Position>(
    ([lon = 0, lat = 0], hoek) => [lon + hoek[0]! / hoeken.length, lat + hoek[1]! / hoeken.length],
    [0, 0],
  );
  // of a bent shape the middle can lie outside; somewhere the line between two corners cuts off an ear
  const oren = hoeken.map((hoek, i): Position => {
    const over = hoeken[(i + 2) % hoeken.length]!;
    return [(hoek[0]! + over[0]!) / 2, (hoek[1]! + over[1]!) / 2];
  });
  const binnen = [midden, ...oren].find((punt) =>
    booleanPointInPolygon(punt, geometry as Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>, {
      ignoreBoundary: true,
    }),
  );
  return binnen ? { lon: binnen[0]!, lat: binnen[1]! } : null;
}
