import proj4 from 'proj4';
import { type LonLat, opCentimeter, type RdPunt } from './rd.ts';

/** EPSG:28992 as PROJ 9 and PostGIS transform it, so that both give the same centimetre. */
const rd =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 ' +
  '+units=m +no_defs';

/** WGS84 degrees to RD metres, rounded to centimetres. */
export function naarRd({ lon, lat }: LonLat): RdPunt {
  const [x = Number.NaN, y = Number.NaN] = proj4('EPSG:4326', rd, [lon, lat]);
  return { x: opCentimeter(x), y: opCentimeter(y) };
}

/** RD metres to WGS84 degrees with seven decimals (a centimetre), for the map. */
export function naarLonLat({ x, y }: RdPunt): LonLat {
  const [lon = Number.NaN, lat = Number.NaN] = proj4(rd, 'EPSG:4326', [x, y]);
  return { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) };
}
