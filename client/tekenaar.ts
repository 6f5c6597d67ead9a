import type { Map as MapLibre } from 'maplibre-gl';
import type { Palet } from './map/kleuren.ts';

/** Takes the map over to draw on; what it returns gives the map back. */
export type Tekenaar = (map: MapLibre, palet: Palet) => () => void;
