import proj4 from 'proj4';
import { inRdBereik } from '../../server/geo/rd.ts';

/** The definition that PostGIS uses for EPSG:28992: within 0.2 m of RDNAPTRANS. */
const rd =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
  '+ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857,0.350733,-1.87035,4.0812 +units=m +no_defs';
const wgs84ToRd = proj4('WGS84', rd);

/**
 * A position in WGS84 degrees as RD metres (EPSG:28992), in millimetres.
 *
 * @returns null outside the Netherlands
 */
export function toRd(lon: number, lat: number): [x: number, y: number] | null {
  if (!(lon > 2 && lon < 8.5 && lat > 50 && lat < 56)) return null;
  const [x, y] = wgs84ToRd.forward([lon, lat]).map((metres) => Math.round(metres * 1000) / 1000) as [number, number];
  return inRdBereik({ x, y }) ? [x, y] : null;
}
