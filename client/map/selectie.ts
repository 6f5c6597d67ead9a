import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { boxVan } from './box.ts';
import { isPunt, isVlak } from './expressie.ts';
import type { Palet } from './kleuren.ts';
import type { EigenLocatie, Highlight, MapPlek } from './map-view.types.ts';

export const highlightBron = 'highlights';
/** Layers on which a pointer finds a highlight. */
export const highlightLagen = ['highlight-vlak', 'highlight-lijn', 'highlight-punt'] as const;

/** The line of what has a length; `breedte` in CSS pixels. */
const omtrek = (
  id: string,
  source: string,
  kleur: string,
  breedte: number | ExpressionSpecification,
): LayerSpecification => ({
  id,
  type: 'line',
  source,
  filter: ['!', isPunt],
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: { 'line-color': kleur, 'line-width': breedte },
});

export function highlightLayers(palet: Palet): LayerSpecification[] {
  const hovered = (on: number, off: number): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', 'hovered'], false],
    on,
    off,
  ];
  return [
    {
      id: 'highlight-vlak',
      type: 'fill',
      source: highlightBron,
      filter: isVlak,
      paint: {
        'fill-color': palet.accent,
        'fill-opacity': ['case', ['get', 'groot'], hovered(0.2, 0), hovered(0.4, 0.12)],
      },
    },
    omtrek('highlight-halo', highlightBron, palet.keuzeHalo, hovered(8, 4)),
    omtrek('highlight-lijn', highlightBron, palet.accent, hovered(4, 2)),
    {
      id: 'highlight-punt',
      type: 'circle',
      source: highlightBron,
      filter: isPunt,
      paint: {
        'circle-color': palet.accent,
        'circle-radius': hovered(11, 7),
        'circle-stroke-color': palet.keuzeHalo,
        'circle-stroke-width': hovered(4, 2),
      },
    },
  ];
}

/** The chosen perceel: 3 px with a halo, above everything. Without perceel the point itself. */
export function selectionLayers(palet: Palet): LayerSpecification[] {
  return [
    omtrek('plek-halo', 'plek', palet.keuzeHalo, 8),
    omtrek('plek-lijn', 'plek', palet.keuze, 3),
    {
      id: 'plek-punt',
      type: 'circle',
      source: 'plek',
      filter: isPunt,
      paint: {
        'circle-color': palet.keuze,
        'circle-radius': 6,
        'circle-stroke-color': palet.keuzeHalo,
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** A circle as wide as the device is unsure, and a dot in the middle. */
export function ownLocationLayers(eigenLocatie: EigenLocatie | null, palet: Palet): LayerSpecification[] {
  if (!eigenLocatie) return [];
  const pixelsAtZero = eigenLocatie.nauwkeurigheidM / metresPerPixel(eigenLocatie.lat, 0);
  return [
    {
      id: 'eigen-locatie-onzeker',
      type: 'circle',
      source: 'eigen-locatie',
      paint: {
        'circle-color': palet.eigenLocatie,
        'circle-opacity': 0.15,
        'circle-stroke-color': palet.eigenLocatie,
        'circle-stroke-width': 1.5,
        'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, pixelsAtZero, 24, pixelsAtZero * 2 ** 24],
      },
    },
    {
      id: 'eigen-locatie',
      type: 'circle',
      source: 'eigen-locatie',
      paint: {
        'circle-color': palet.eigenLocatie,
        'circle-radius': 7,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** Metres on the ground that one CSS pixel covers, with tiles of 512 pixels. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.685_578_5 * Math.cos((lat * Math.PI) / 180)) / 512 / 2 ** zoom;
}

export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

export const point = ({ lon, lat }: { lon: number; lat: number }): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: {},
});

export function plekData(plek: MapPlek | null): FeatureCollection {
  if (!plek) return collection([]);
  if (!plek.geometry) return collection([point(plek)]);
  return collection([{ type: 'Feature', geometry: plek.geometry, properties: {} }, point(plek)]);
}

/** Degrees of longitude, some 200 m, from which an area is shown by its outline: many of them together hide the map. */
const grootVanaf = 0.003;

export function highlightData(highlights: readonly Highlight[]): FeatureCollection {
  return collection(
    highlights.map(({ id, feature }) => {
      const box = boxVan([feature.geometry]);
      const groot = box !== null && box[2] - box[0] > grootVanaf;
      return { ...feature, properties: { ...feature.properties, id, groot } };
    }),
  );
}
