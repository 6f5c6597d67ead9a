import type { Feature, Geometry } from 'geojson';
import type { LonLat } from '../../server/geo/rd.ts';
import type { Achtergrond, Laag } from '../../server/lagen/contract.ts';
import type { Tekenaar } from '../tekenaar.ts';
import type { MapKleuren } from './kleuren.ts';
import type { HoogtesInBeeld } from './panden-3d.ts';

/** The chosen place, with the outline of its perceel when that is known. CRS84 (lon, lat) throughout: screen only. */
export interface MapPlek extends LonLat {
  geometry?: Geometry;
}

/** One chosen layer. The list goes from top to bottom: the first lies on top on the map. */
export interface LaagKeuze {
  id: string;
  /** 0 (not visible) up to and including 1. */
  dekking: number;
}

/** A shape that belongs to an item in a list: both light up together. */
export interface Highlight {
  /** The same id as the item in the list. */
  id: string;
  feature: Feature<Geometry>;
}

/** Where the device says that it is. */
export interface EigenLocatie extends LonLat {
  nauwkeurigheidM: number;
}

/** What lies over the map, in CSS pixels: what is chosen comes into view beside it. */
export interface MapPadding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface MapViewProps {
  /** What GET /lagen answers: background layers and the layers of the switcher. */
  catalogus: readonly Laag[];
  lagen: readonly LaagKeuze[];
  /** [west, south, east, north]: what is in view at first when no place is chosen. */
  begin: readonly [number, number, number, number] | null;
  plek: MapPlek | null;
  /** The place is moved into view when this changes; leave it alone when the person clicked the map. */
  vliegSleutel?: string;
  highlights: readonly Highlight[];
  hovered: string | null;
  onHover(id: string | null): void;
  onKies(lonLat: LonLat): void;
  eigenLocatie?: EigenLocatie | null;
  /** Who draws on the map now; null: a click chooses a place. */
  tekenaar?: Tekenaar | null;
  padding: MapPadding;
  kleuren: MapKleuren;
  /** A background of others; null: our own. */
  achtergrond: Achtergrond | null;
  /** How steep the map is seen, in degrees, with the panden as high as they are; null: flat. */
  kanteling: number | null;
  /** The person tilted the map by hand. */
  onKanteling(kanteling: number): void;
  /** What is known of the heights of the panden in view; only while the map is tilted. */
  onHoogtes(hoogtes: HoogtesInBeeld): void;
}
