import type { Feature, FeatureCollection } from 'geojson';
import { type GeoJSONSource, LngLatBounds, type Map as MapLibre, type MapMouseEvent } from 'maplibre-gl';
import type { Vlakken } from '../server/geo/contract.ts';
import { naarLonLat, naarRd } from '../server/geo/projectie.ts';
import type { RdPunt } from '../server/geo/rd.ts';
import { ringVan } from '../server/veiligheid/domain/rooster.ts';
import { klasseKleuren } from './cel-kleuren.ts';
import type { Palet } from './map/kleuren.ts';
import { voorvoegsel } from './tekenvel-stijl.ts';

/** What lies over the map while somebody works in an area. RD metres. */
export interface VeldBeeld {
  cellen: readonly { cel: number; bin: number }[];
  /** In the order of the walk. */
  stops: readonly (RdPunt & { gekozen: boolean })[];
  /** From where the walk begins; null: there is no walk to draw. */
  begin: RdPunt | null;
  cirkel: (RdPunt & { straalM: number }) | null;
  regimes: readonly Vlakken[];
}

export interface VeldKaart {
  toon(beeld: VeldBeeld): void;
  /** @param box [minX, minY, maxX, maxY] in RD */
  kijkNaar(box: readonly [number, number, number, number]): void;
  stop(): void;
}

const bron = `${voorvoegsel}veld`;

/** Lays work over the map; a click on it chooses a place. */
export function startVeldKaart(map: MapLibre, palet: Palet, onPlek: (punt: RdPunt) => void): VeldKaart {
  map.addSource(bron, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const van = (soort: string) => ['==', ['get', 'soort'], soort] as never;
  const base = { source: bron };
  map.addLayer({
    ...base,
    id: `${bron}-cel`,
    type: 'fill',
    filter: van('cel'),
    paint: { 'fill-color': ['get', 'kleur'], 'fill-opacity': 0.6, 'fill-outline-color': palet.tekst },
  });
  map.addLayer({
    ...base,
    id: `${bron}-regime`,
    type: 'line',
    filter: van('regime'),
    paint: { 'line-color': palet.grens, 'line-width': 3, 'line-dasharray': [2, 1.5] },
  });
  map.addLayer({
    ...base,
    id: `${bron}-route`,
    type: 'line',
    filter: van('route'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palet.accent, 'line-width': 3, 'line-dasharray': [0.5, 2] },
  });
  map.addLayer({
    ...base,
    id: `${bron}-cirkel`,
    type: 'fill',
    filter: van('cirkel'),
    paint: { 'fill-color': palet.eigenLocatie, 'fill-opacity': 0.25, 'fill-outline-color': palet.eigenLocatie },
  });
  map.addLayer({
    ...base,
    id: `${bron}-stop`,
    type: 'circle',
    filter: van('stop'),
    paint: {
      'circle-radius': ['case', ['get', 'gekozen'], 16, 13],
      'circle-color': palet.keuzeHalo,
      'circle-stroke-color': palet.keuze,
      'circle-stroke-width': ['case', ['get', 'gekozen'], 5, 2.5],
    },
  });
  map.addLayer({
    ...base,
    id: `${bron}-nummer`,
    type: 'symbol',
    filter: van('stop'),
    layout: {
      'text-field': ['get', 'nummer'],
      'text-font': ['Noto Sans Bold'],
      'text-size': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palet.keuze },
  });
  const opKlik = ({ lngLat }: MapMouseEvent) => onPlek(naarRd({ lon: lngLat.lng, lat: lngLat.lat }));
  map.on('click', opKlik);
  return {
    toon(beeld) {
      map.getSource<GeoJSONSource>(bron)?.setData(alsKaart(beeld));
      const plek = beeld.cirkel && graden([beeld.cirkel.x, beeld.cirkel.y]);
      if (plek && !map.getBounds().contains(plek)) map.easeTo({ center: plek });
    },
    kijkNaar([minX, minY, maxX, maxY]) {
      const bounds = new LngLatBounds(graden([minX, minY]), graden([maxX, maxY]));
      map.fitBounds(bounds, { padding: 48, maxZoom: 18, maxDuration: 800 });
    },
    stop() {
      map.off('click', opKlik);
      for (const { id } of map.getStyle()?.layers ?? []) if (id.startsWith(bron)) map.removeLayer(id);
      if (map.getSource(bron)) map.removeSource(bron);
    },
  };
}

function alsKaart({ cellen, stops, begin, cirkel, regimes }: VeldBeeld): FeatureCollection {
  const vlak = (
    properties: Feature['properties'],
    ringen: readonly (readonly (readonly [number, number])[])[],
  ): Feature => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: ringen.map((ring) => ring.map(graden)) },
  });
  const lijn = [begin, ...stops].flatMap((punt) => (punt ? [graden([punt.x, punt.y])] : []));
  return {
    type: 'FeatureCollection',
    features: [
      ...cellen.map(({ cel, bin }) =>
        vlak({ soort: 'cel', kleur: klasseKleuren[bin] ?? '#888888' }, [ringVan('vierkant', cel)]),
      ),
      ...regimes.flatMap((vlakken) => vlakken.map((ringen) => vlak({ soort: 'regime' }, ringen))),
      ...(begin && lijn.length > 1
        ? [
            {
              type: 'Feature' as const,
              properties: { soort: 'route' },
              geometry: { type: 'LineString' as const, coordinates: lijn },
            },
          ]
        : []),
      ...(cirkel ? [vlak({ soort: 'cirkel' }, [rond(cirkel)])] : []),
      ...stops.map(
        ({ x, y, gekozen }, i): Feature => ({
          type: 'Feature',
          properties: { soort: 'stop', nummer: String(i + 1), gekozen },
          geometry: { type: 'Point', coordinates: graden([x, y]) },
        }),
      ),
    ],
  };
}

/** A circle as a closed ring of 48 corners: only to look at. */
const rond = ({ x, y, straalM }: RdPunt & { straalM: number }): [number, number][] =>
  Array.from({ length: 49 }, (_, i) => {
    const hoek = (i / 48) * 2 * Math.PI;
    return [x + straalM * Math.cos(hoek), y + straalM * Math.sin(hoek)];
  });

const graden = ([x, y]: readonly [number, number]): [number, number] => {
  const { lon, lat } = naarLonLat({ x, y });
  return [lon, lat];
};
