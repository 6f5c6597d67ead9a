import type { Geometry } from 'geojson';

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number];

/** The box around geometries; null when they have no coordinates. */
export function boxVan(geometrieen: Iterable<Geometry>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== 'number') {
      value.forEach(visit);
      return;
    }
    [west, east] = [Math.min(west, value[0]), Math.max(east, value[0])];
    [south, north] = [Math.min(south, value[1] as number), Math.max(north, value[1] as number)];
  };
  for (const geometrie of geometrieen) {
    if (geometrie.type === 'GeometryCollection') {
      for (const deel of geometrie.geometries) visit('coordinates' in deel ? deel.coordinates : []);
    } else visit(geometrie.coordinates);
  }
  return west <= east ? [west, south, east, north] : null;
}

/** In degrees: so small around a few places that what stands there can be told, and what is near is still in view. */
const kleinste = { lon: 0.004, lat: 0.002 };
/** Around one place: what is drawn there can be seen. About 100 m. */
const kleinsteVanEen = { lon: 0.0016, lat: 0.0009 };

/**
 * The box, grown around its middle where it is too small to see anything around it.
 *
 * @param aantal of what is in it
 */
export function ruimGenoeg([west, south, east, north]: Box, aantal: number): Box {
  const kleinst = aantal === 1 ? kleinsteVanEen : kleinste;
  const lon = Math.max(0, kleinst.lon - (east - west)) / 2;
  const lat = Math.max(0, kleinst.lat - (north - south)) / 2;
  return [west - lon, south - lat, east + lon, north + lat];
}
