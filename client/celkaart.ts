import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { naarLonLat } from '../server/geo/projectie.ts';
import { type Rooster, ringVan } from '../server/veiligheid/domain/rooster.ts';
import { klasseKleuren, vergelijkKleuren } from './cel-kleuren.ts';
import { startCelVel } from './cel-vel.ts';
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
const lagen = { vlak: `${bron}-vlak`, leeg: `${bron}-leeg` } as const;

/** Lays the cells over the map. Their shapes are a layer of the map, their colours a sheet above it (cel-vel.ts). */
export function startCelKaart(map: MapLibre, opties: CelKaartOpties): CelKaart {
  const { rooster, nummers, adressen, palet, onKies } = opties;
  const ringen = nummers.map((nummer) => ringVan(rooster, nummer).map(graden));
  const features = ringen.map(
    (ring, id): Feature => ({
      type: 'Feature',
      id,
      properties: { leeg: adressen[id] === 0 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }),
  );
  map.addSource(bron, { type: 'geojson', data: { type: 'FeatureCollection', features } });
  map.addLayer({
    id: lagen.vlak,
    type: 'fill',
    source: bron,
    paint: { 'fill-color': '#888888', 'fill-opacity': 0.04, 'fill-outline-color': palet.perceel },
  });
  map.addLayer({
    id: lagen.leeg,
    type: 'fill',
    source: bron,
    filter: ['get', 'leeg'],
    layout: { visibility: 'none' },
    paint: { 'fill-pattern': arceringNaam(palet.tekstStil), 'fill-opacity': 0.5 },
  });
  const vel = startCelVel(map, ringen, palet);
  let arcering = false;
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
      vel.kleur(klassen, soort === 'klasse' ? klasseKleuren : vergelijkKleuren);
      if (zonderAdres === arcering) return;
      arcering = zonderAdres;
      map.setLayoutProperty(lagen.leeg, 'visibility', zonderAdres ? 'visible' : 'none');
    },
    kies(cel) {
      vel.kies(cel);
      if (cel === null) return;
      const [lon, lat] = midden(ringen[cel] ?? []);
      if (!map.getBounds().contains([lon, lat])) map.easeTo({ center: [lon, lat] });
    },
    maakBeeld: () =>
      new Promise((klaar) => {
        map.once('render', () => {
          const beeld = document.createElement('canvas');
          beeld.width = canvas.width;
          beeld.height = canvas.height;
          const vlak = beeld.getContext('2d');
          vel.teken();
          for (const laag of [canvas, vel.canvas]) vlak?.drawImage(laag, 0, 0);
          klaar(beeld);
        });
        map.triggerRepaint();
      }),
    stop() {
      vel.stop();
      map.off('click', opKlik);
      canvas.removeEventListener('keydown', opToets);
      for (const laag of Object.values(lagen)) if (map.getLayer(laag)) map.removeLayer(laag);
      if (map.getSource<GeoJSONSource>(bron)) map.removeSource(bron);
    },
  };
}

const graden = ([x, y]: readonly [number, number]): [number, number] => {
  const { lon, lat } = naarLonLat({ x, y });
  return [lon, lat];
};

const midden = (ring: readonly [number, number][]): [number, number] => {
  const hoeken = ring.slice(1);
  const gemiddeld = (as: 0 | 1) => hoeken.reduce((som, punt) => som + punt[as], 0) / hoeken.length;
  return [gemiddeld(0), gemiddeld(1)];
};
