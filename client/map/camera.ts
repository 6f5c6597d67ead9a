import type { Geometry } from 'geojson';
import { LngLatBounds, type Map as MapLibre } from 'maplibre-gl';
import { boxVan } from './box.ts';
import type { MapPlek } from './map-view.types.ts';

/** Near enough to see the percelen around the chosen one. */
const perceelZoom = 18;

/** Brings the place into view, beside what lies over the map: the map knows its own padding. */
export function showPlek(made: MapLibre, plek: MapPlek, animate: boolean): void {
  const box = plek.geometry ? boundsOf(plek.geometry) : null;
  if (box) {
    const { clientWidth, clientHeight } = made.getContainer();
    const { top = 0, right = 0, bottom = 0, left = 0 } = made.getPadding();
    const free = Math.min(clientWidth - left - right, clientHeight - top - bottom);
    made.fitBounds(box, { padding: Math.max(0, Math.min(80, free / 4)), maxZoom: perceelZoom, animate });
    return;
  }
  const camera = { center: [plek.lon, plek.lat] as [number, number], zoom: Math.max(made.getZoom(), 16.5) };
  if (animate) made.flyTo({ ...camera, maxDuration: 1_500 });
  else made.jumpTo(camera);
}

/** Brings what is lit into view, together with the chosen place; when a part of it is in view, nothing moves. */
export function showLit(made: MapLibre, lit: Geometry, plek: MapPlek | null): void {
  const box = boundsOf(lit);
  if (!box) return;
  const { clientWidth, clientHeight } = made.getContainer();
  const { top = 0, right = 0, bottom = 0, left = 0 } = made.getPadding();
  const [southWest, northEast] = [made.project(box.getSouthWest()), made.project(box.getNorthEast())];
  const inView =
    northEast.x >= left &&
    southWest.x <= clientWidth - right &&
    southWest.y >= top &&
    northEast.y <= clientHeight - bottom;
  if (inView) return;
  if (plek) box.extend([plek.lon, plek.lat]);
  made.fitBounds(box, { padding: 40, maxZoom: made.getZoom() });
}

/** The box around a geometry; null when it has no coordinates. */
function boundsOf(geometry: Geometry): LngLatBounds | null {
  const box = boxVan([geometry]);
  return box && new LngLatBounds([...box]);
}

/** Turns the map. @param graden with the clock as seen by the person; null: the north above */
export function draai(made: MapLibre | null, graden: number | null): void {
  made?.easeTo({ bearing: graden === null ? 0 : made.getBearing() - graden });
}
