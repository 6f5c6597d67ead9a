import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { type GeoJSONSource, LngLatBounds, type Map as MapLibre } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { naarLonLat, naarRd } from '../server/geo/projectie.ts';
import type { RdPunt } from '../server/geo/rd.ts';
import type { Palet } from './map/kleuren.ts';
import { voorvoegsel } from './tekenvel-stijl.ts';

/** Open, RD metres. */
type Ring = readonly (readonly [x: number, y: number])[];

/** What lies around the drawing, in RD metres: only to look at. */
export interface TekenAchtergrond {
  /** Where the law gives room, shaded. Closed rings, the first around the others. */
  gebieden: readonly (readonly (readonly (readonly [number, number])[])[])[];
  /** Other bouwwerken of the same check. */
  andere: readonly Ring[];
  /** Text beside a place: the length of a side, outside it. */
  teksten: readonly { punt: readonly [number, number]; tekst: string; buiten: keyof typeof anker }[];
}

export interface TekenOpties {
  palet: Palet;
  /** Where a point snaps to within `bereikM` metres; null: nowhere. */
  vang(punt: RdPunt, bereikM: number): RdPunt | null;
  /** The ring while it is drawn or dragged, in whole centimetres; `klaar` when it is let go. */
  onRing(ring: Ring, klaar: boolean): void;
}

export interface Tekenvel {
  /** Shows a ring to be changed; null: none, and the next click begins one. */
  toon(ring: Ring | null): void;
  achtergrond(inhoud: TekenAchtergrond): void;
  /** Comes near enough to work in centimetres. */
  kijkNaar(ring: Ring): void;
  stop(): void;
}

const vangPixels = 12;
/** Pixels around what the map looks at: there the lengths of the sides fit. A phone has no room to spare. */
const ruim = { smal: 16, breed: 48 } as const;
const bron = `${voorvoegsel}achtergrond`;

/** Puts a sheet to draw on over the map. One ring at a time; the map keeps moving under it. */
export function startTekenvel(map: MapLibre, { palet, vang, onRing }: TekenOpties): Tekenvel {
  legAchtergrond(map, palet);
  const klik = (event: { lng: number; lat: number }): [number, number] | undefined => {
    const bereikM = vangPixels * meterPerPixel(map);
    const gevangen = vang(naarRd({ lon: event.lng, lat: event.lat }), bereikM);
    if (!gevangen) return undefined;
    const { lon, lat } = naarLonLat(gevangen);
    return [lon, lat];
  };
  const snapping = { toCustom: klik };
  const kleuren = { fillColor: palet.accent, outlineColor: palet.keuze } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId: voorvoegsel.slice(0, -1) }),
    modes: [
      new TerraDrawPolygonMode({
        snapping: { ...snapping, toDegree: { degree: 90 } },
        pointerDistance: 24,
        keyEvents: { cancel: 'Escape', finish: 'Enter' },
        styles: { ...kleuren, fillOpacity: 0.25, outlineWidth: 3 } as never,
      }),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        pointerDistance: 24,
        keyEvents: null,
        flags: {
          polygon: {
            feature: {
              draggable: true,
              coordinates: { draggable: true, midpoints: true, deletable: true, snappable: snapping },
            },
          },
        },
        styles: {
          selectedPolygonColor: palet.accent,
          selectedPolygonOutlineColor: palet.keuze,
          selectedPolygonFillOpacity: 0.25,
          selectedPolygonOutlineWidth: 3,
          selectionPointWidth: 7,
          selectionPointColor: palet.keuzeHalo,
          selectionPointOutlineColor: palet.keuze,
          selectionPointOutlineWidth: 3,
          midPointColor: palet.keuzeHalo,
          midPointOutlineColor: palet.keuze,
          midPointWidth: 4,
          midPointOutlineWidth: 2,
        } as never,
      }),
    ],
  });
  draw.start();
  let zelf = false;
  let id: string | number | null = null;
  const lees = (sleutel: string | number): Ring | null => {
    const { geometry } = draw.getSnapshotFeature(sleutel) ?? {};
    if (geometry?.type !== 'Polygon') return null;
    const punten = (geometry as Polygon).coordinates[0]?.slice(0, -1) ?? [];
    return punten.map(([lon = 0, lat = 0]) => {
      const { x, y } = naarRd({ lon, lat });
      return [x, y] as const;
    });
  };
  const meld = (sleutel: string | number, klaar: boolean) => {
    const ring = lees(sleutel);
    if (ring && ring.length >= 3) onRing(ring, klaar);
  };
  draw.on('change', (ids, soort) => {
    if (zelf || soort === 'delete' || id === null) return;
    if (ids.includes(id)) meld(id, false);
  });
  draw.on('finish', (sleutel) => {
    if (id !== sleutel) {
      id = sleutel;
      draw.setMode('select');
      draw.selectFeature(sleutel);
    }
    meld(sleutel, true);
  });
  draw.setMode('polygon');

  return {
    toon(ring) {
      zelf = true;
      if (ring === null || ring.length < 3) {
        id = null;
        draw.clear();
        draw.setMode('polygon');
      } else {
        const geometry: Polygon = { type: 'Polygon', coordinates: [naarGraden(ring)] };
        if (id !== null && draw.hasFeature(id)) draw.updateFeatureGeometry(id, geometry);
        else {
          draw.clear();
          draw.setMode('select');
          const [toegevoegd] = draw.addFeatures([{ type: 'Feature', geometry, properties: { mode: 'polygon' } }]);
          id = toegevoegd?.valid ? (toegevoegd.id ?? null) : null;
          if (id !== null) draw.selectFeature(id);
        }
      }
      zelf = false;
    },
    achtergrond(inhoud) {
      map.getSource<GeoJSONSource>(bron)?.setData(alsKaart(inhoud));
    },
    kijkNaar(ring) {
      const bounds = new LngLatBounds();
      for (const punt of ring) bounds.extend(graden(punt));
      const padding = map.getContainer().clientWidth < 600 ? ruim.smal : ruim.breed;
      if (!bounds.isEmpty()) map.fitBounds(bounds, { padding, maxZoom: 21, maxDuration: 800 });
    },
    stop() {
      draw.stop();
      for (const { id: laag } of map.getStyle()?.layers ?? []) {
        if (laag.startsWith(bron)) map.removeLayer(laag);
      }
      if (map.getSource(bron)) map.removeSource(bron);
    },
  };
}

function legAchtergrond(map: MapLibre, palet: Palet): void {
  if (map.getSource(bron)) return;
  // as it is: made simpler, a strip of some centimetres beside a house becomes a triangle over it
  map.addSource(bron, { type: 'geojson', tolerance: 0, data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({
    id: `${bron}-gebied`,
    type: 'fill',
    source: bron,
    filter: ['==', ['get', 'soort'], 'gebied'],
    paint: { 'fill-color': palet.accent, 'fill-opacity': 0.16 },
  });
  map.addLayer({
    id: `${bron}-rand`,
    type: 'line',
    source: bron,
    filter: ['in', ['get', 'soort'], ['literal', ['gebied', 'ander']]],
    paint: { 'line-color': palet.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
  });
  map.addLayer({
    id: `${bron}-tekst`,
    type: 'symbol',
    source: bron,
    filter: ['==', ['get', 'soort'], 'tekst'],
    layout: {
      'text-field': ['get', 'tekst'],
      'text-font': ['Noto Sans Bold'],
      'text-size': 14,
      'text-anchor': ['get', 'anker'],
      'text-radial-offset': 0.8,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palet.tekst, 'text-halo-color': palet.tekstHalo, 'text-halo-width': 2 },
  });
}

/** The side of a text that lies at its place, by where the text stands. */
const anker = { noord: 'bottom', oost: 'left', zuid: 'top', west: 'right' } as const;

function alsKaart({ gebieden, andere, teksten }: TekenAchtergrond): FeatureCollection {
  const vlak = (soort: string, coordinates: number[][][]): Feature => ({
    type: 'Feature',
    properties: { soort },
    geometry: { type: 'Polygon', coordinates },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...gebieden.map((ringen) =>
        vlak(
          'gebied',
          ringen.map((ring) => ring.map(graden)),
        ),
      ),
      ...andere.map((ring) => vlak('ander', [naarGraden(ring)])),
      ...teksten.map(
        ({ punt, tekst, buiten }): Feature => ({
          type: 'Feature',
          properties: { soort: 'tekst', tekst, anker: anker[buiten] },
          geometry: { type: 'Point', coordinates: graden(punt) },
        }),
      ),
    ],
  };
}

const graden = ([x, y]: readonly [number, number]): [number, number] => {
  const { lon, lat } = naarLonLat({ x, y });
  return [lon, lat];
};

/** An open ring in RD as a closed one in degrees. */
function naarGraden(ring: Ring): [number, number][] {
  const punten = ring.map(graden);
  const [eerste] = punten;
  return eerste ? [...punten, eerste] : [];
}

const meterPerPixel = (map: MapLibre): number =>
  (40_075_016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
