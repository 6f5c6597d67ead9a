import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { achtergrondBron } from './achtergrond.ts';
import { arceringNaam } from './expressie.ts';
import { drawHatching } from './hatching.ts';
import type { MapViewProps } from './map-view.types.ts';
import { hoogtesInBeeld, plaatsInPand } from './panden-3d.ts';
import { highlightLagen } from './selectie.ts';

/** What keeps the map from being drawn, whole or in part. */
export type Fault = 'geen-webgl' | 'tegels';

interface Meldingen {
  setFault(update: (fault: Fault | null) => Fault | null): void;
  setReady(ready: boolean): void;
  /** The background of others does not come: ours takes its place. */
  setAchtergrondWeg(weg: boolean): void;
}

/** Passes on what the person does with the map, and what goes wrong. */
export function listen(
  made: MapLibre,
  latest: { readonly current: MapViewProps },
  pointed: { current: string | null },
  { setFault, setReady, setAchtergrondWeg }: Meldingen,
): () => void {
  const choose = ({ lng, lat }: { lng: number; lat: number }) => {
    // a click of who draws is a corner, not another place
    if (!latest.current.tekenaar) latest.current.onKies({ lon: lng, lat });
  };
  const point = ({ point: at }: MapMouseEvent) => {
    const layers = highlightLagen.filter((id) => made.getLayer(id));
    const id = layers.length ? made.queryRenderedFeatures(at, { layers })[0]?.properties.id : undefined;
    const found = typeof id === 'string' ? id : null;
    pointed.current = found;
    if (found !== latest.current.hovered) latest.current.onHover(found);
  };
  const canvas = made.getCanvas();
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== canvas) return;
    event.preventDefault();
    choose(made.getCenter());
  };
  canvas.addEventListener('keydown', onKey);
  made.on('click', ({ lngLat, point: at }) => {
    const inPand = plaatsInPand(made, at);
    choose(inPand ? { lng: inPand.lon, lat: inPand.lat } : lngLat);
  });
  made.on('pitchend', ({ originalEvent }) => {
    if (originalEvent && latest.current.kanteling !== null) latest.current.onKanteling(Math.round(made.getPitch()));
  });
  made.on('mousemove', point);
  made.on('mouseout', () => {
    pointed.current = null;
    if (latest.current.hovered !== null) latest.current.onHover(null);
  });
  const box = made.getContainer();
  made.once('idle', () => {
    setReady(true);
    // what turns a click into a place is here before somebody clicks
    void import('../../server/geo/projectie.ts').catch(() => {});
  });
  // tells tests and style sheets whether what is seen is where it will stay
  made.on('movestart', () => {
    box.dataset.kaart = 'beweegt';
  });
  made.on('idle', () => {
    box.dataset.kaart = 'getekend';
    if (latest.current.kanteling !== null) latest.current.onHoogtes(hoogtesInBeeld(made));
  });
  made.on('error', (event) => {
    if ('sourceId' in event && event.sourceId === achtergrondBron) setAchtergrondWeg(true);
    else if ('sourceId' in event || 'tile' in event) setFault((fault) => fault ?? 'tegels');
  });
  made.on('webglcontextlost', () => setFault((fault) => fault ?? 'tegels'));
  made.on('webglcontextrestored', () => setFault((fault) => (fault === 'tegels' ? null : fault)));
  made.setMissingStyleImageResolver((id) => {
    const kleur = id.startsWith(arceringNaam('')) ? id.slice(arceringNaam('').length) : null;
    if (kleur && !made.hasImage(id)) made.addImage(id, drawHatching(kleur), { pixelRatio: 2 });
  });
  return () => canvas.removeEventListener('keydown', onKey);
}
