import { gunzipSync } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import type { Knex } from 'knex';
import { PbfReader } from 'pbf';
import { naarLonLat } from '../server/geo/projectie.ts';
import type { RdPunt } from '../server/geo/rd.ts';
import { tegelMet } from '../server/lagen/domain.ts';

export const readTegel = (inhoud: Uint8Array): VectorTile => new VectorTile(new PbfReader(gunzipSync(inhoud)));

/** The objects of one source layer in the tile around a place, as the browser gets them. */
export async function objectenOp(
  db: Knex,
  { collectie, laag, punt, z }: { collectie: string; laag: string; punt: RdPunt; z: number },
): Promise<{ feature: VectorTileFeature; velden: Record<string, unknown>; coordinates: number[][] }[]> {
  const { lon, lat } = naarLonLat(punt);
  const { x, y } = tegelMet(lon, lat, z);
  const row = await db('tegel').where({ laag: collectie, z, x, y }).first('inhoud');
  if (!row) return [];
  return featuresOf(readTegel(row.inhoud), laag).map((feature) => ({
    feature,
    velden: feature.properties,
    coordinates: (JSON.stringify(feature.toGeoJSON(x, y, z).geometry).match(/\[-?[\d.]+,-?[\d.]+\]/g) ?? []).map(
      (pair) => JSON.parse(pair),
    ),
  }));
}

export function featuresOf(tegel: VectorTile, laag: string): VectorTileFeature[] {
  const layer = tegel.layers[laag];
  return layer ? Array.from({ length: layer.length }, (_, i) => layer.feature(i)) : [];
}
