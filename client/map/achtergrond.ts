import type { LayerSpecification, RasterSourceSpecification } from 'maplibre-gl';
import type { Achtergrond } from '../../server/lagen/contract.ts';
import type { Ondergrond } from './ondergrond.ts';

/** Name of the source and of the layer of a background of others. */
export const achtergrondBron = 'achtergrond';

export function achtergrondSource({ tegels, zijde, minZoom, maxZoom }: Achtergrond): RasterSourceSpecification {
  // a source of 256 pixels is asked one zoom deeper than the map stands on
  return { type: 'raster', tiles: [tegels], tileSize: zijde, minzoom: minZoom, maxzoom: maxZoom };
}

/** What stays of our own background on that of others: borders that it lacks, and panden that have a height. */
export function besideAchtergrond({ onder, lijnen, hoog }: Ondergrond): Ondergrond {
  const blijft = (ids: readonly string[]) => (layer: LayerSpecification) => ids.includes(layer.id);
  return {
    onder: onder.filter(blijft(['pand-onbekend'])),
    lijnen: lijnen.filter(blijft(['perceel', 'gemeentegrens'])),
    hoog,
    teksten: [],
  };
}
