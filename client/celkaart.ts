import type { Feature } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { naarLonLat } from '../server/geo/projectie.ts';
import { type Rooster, ringVan } from '../server/veiligheid/domain/rooster.ts';
import { klasseKleuren, vergelijkKleuren } from './cel-kleuren.ts';
import { arceringNaam } from './map/expressie.ts';
import type { Palet } from './map/kleuren.ts';
import { voorvoegsel } from './tekenvel-stijl.ts';

export interface CelKaart {
  /**
   * Colours the cells.
   *
   * @param klassen per cell its class of significance, or one of the classes of a comparison
   */
  toon(klassen: ArrayLike<number>, soort: 'klasse' | 'vergelijk', zonderAdres: boolean): void;
  kies(cel: number | null): void;
  /** A picture of what is in view. */
  maakBeeld(): Promise<HTMLCanvasElement>;
  stop(): void;
}

export interface CelKaartOpties {
  rooster: Rooster;
  nummers: readonly number[];
  adressen: readonly number[];
  palet: Palet;
  /** Place of the cell in the grid. */
  onKies(cel: number): void;
}

const bron = `${voorvoegsel}cellen`;
const lagen = { vlak: `${bron}-vlak`, leeg: `${bron}-leeg`, halo: `${bron}-halo`, rand: `${bron}-rand` } as const;

/** Lays the cells over the map. What changes while somebody drags is only the state of a cell, never its shape. */
export function startCelKaart(map: MapLibre, opties: CelKaartOpties): CelKaart {
  const { rooster, nummers, adressen, palet, onKies } = opties;
  const features = nummers.map(
    (nummer, id): Feature => ({
      type: 'Feature',
      id,
      properties: { leeg: adressen[id] === 0 },
      geometry: { type: 'Polygon', coordinates: [ringVan(rooster, nummer).map(graden)] },
    }),
  );
  map.addSource(bron, { type: 'geojson', data: { type: 'FeatureCollection', features } });
  map.addLayer({
    id: lagen.vlak,
    type: 'fill',
    source: bron,
    paint: { 'fill-color': kleur(klasseKleuren), 'fill-opacity': zichtbaar, 'fill-outline-color': palet.perceel },
  });
  map.addLayer({
    id: lagen.leeg,
    type: 'fill',
    source: bron,
    filter: ['get', 'leeg'],
    layout: { visibility: 'none' },
    paint: { 'fill-pattern': arceringNaam(palet.tekstStil), 'fill-opacity': 0.5 },
  });
  const gekozen: ExpressionSpecification = ['boolean', ['feature-state', 'gekozen'], false];
  const lijn = (id: string, color: string, width: number) =>
    map.addLayer({
      id,
      type: 'line',
      source: bron,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': width, 'line-opacity': ['case', gekozen, 1, 0] },
    });
  lijn(lagen.halo, palet.keuzeHalo, 8);
  lijn(lagen.rand, palet.keuze, 3);

  const staat = new Int8Array(nummers.length);
  let soortNu: 'klasse' | 'vergelijk' = 'klasse';
  let keuze: number | null = null;
  const opKlik = ({ point }: MapMouseEvent) => kiesOp(point);
  const kiesOp = (punt: MapMouseEvent['point']) => {
    const id = map.queryRenderedFeatures(punt, { layers: [lagen.vlak] })[0]?.id;
    if (typeof id === 'number') onKies(id);
  };
  const canvas = map.getCanvas();
  const opToets = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === canvas) kiesOp(map.project(map.getCenter()));
  };
  map.on('click', opKlik);
  canvas.addEventListener('keydown', opToets);

  return {
    toon(klassen, soort, zonderAdres) {
      if (soort !== soortNu) {
        soortNu = soort;
        map.setPaintProperty(lagen.vlak, 'fill-color', kleur(soort === 'klasse' ? klasseKleuren : vergelijkKleuren));
      }
      for (let id = 0; id < staat.length; id += 1) {
        const k = klassen[id] ?? 0;
        if (staat[id] === k) continue;
        staat[id] = k;
        map.setFeatureState({ source: bron, id }, { k });
      }
      map.setLayoutProperty(lagen.leeg, 'visibility', zonderAdres ? 'visible' : 'none');
    },
    kies(cel) {
      if (keuze !== null) map.setFeatureState({ source: bron, id: keuze }, { gekozen: false });
      keuze = cel;
      if (cel === null) return;
      map.setFeatureState({ source: bron, id: cel }, { gekozen: true });
      const [lon, lat] = midden(ringVan(rooster, nummers[cel] ?? 0).map(graden));
      if (!map.getBounds().contains([lon, lat])) map.easeTo({ center: [lon, lat] });
    },
    maakBeeld: () =>
      new Promise((klaar) => {
        map.once('render', () => {
          const beeld = document.createElement('canvas');
          beeld.width = canvas.width;
          beeld.height = canvas.height;
          beeld.getContext('2d')?.drawImage(canvas, 0, 0);
          klaar(beeld);
        });
        map.triggerRepaint();
      }),
    stop() {
      map.off('click', opKlik);
      canvas.removeEventListener('keydown', opToets);
      for (const laag of Object.values(lagen)) if (map.getLayer(laag)) map.removeLayer(laag);
      if (map.getSource<GeoJSONSource>(bron)) map.removeSource(bron);
    },
  };
}

const klasse: ExpressionSpecification = ['coalesce', ['feature-state', 'k'], 0];
const zichtbaar: ExpressionSpecification = ['case', ['==', klasse, 0], 0.04, 0.72];

const kleur = (kleuren: Readonly<Record<number, string>>): ExpressionSpecification =>
  ['match', klasse, ...Object.entries(kleuren).flatMap(([k, hex]) => [Number(k), hex]), '#888888'] as never;

const graden = ([x, y]: readonly [number, number]): [number, number] => {
  const { lon, lat } = naarLonLat({ x, y });
  return [lon, lat];
};

const midden = (ring: readonly [number, number][]): [number, number] => {
  const hoeken = ring.slice(1);
  const gemiddeld = (as: 0 | 1) => hoeken.reduce((som, punt) => som + punt[as], 0) / hoeken.length;
  return [gemiddeld(0), gemiddeld(1)];
};
