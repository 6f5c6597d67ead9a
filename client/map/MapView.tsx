import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import bold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import regularExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import boldExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import type { Geometry } from 'geojson';
import {
  LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react';
import { onthoud, zonderServiceWorker } from '../gezien.ts';
import { metTekening } from '../tekenvel-stijl.ts';
import { Notice } from '../ui/Notice.tsx';
import { useOnline } from '../ui/use-online.ts';
import { achtergrondBron } from './achtergrond.ts';
import { boxVan } from './box.ts';
import { arceringNaam } from './expressie.ts';
import { drawHatching } from './hatching.ts';
import { paletten } from './kleuren.ts';
import { makeStyle } from './layers.ts';
import type { MapPlek, MapViewProps } from './map-view.types.ts';
import { hoogtesInBeeld, kantel, plaatsInPand } from './panden-3d.ts';
import { highlightBron, highlightLagen } from './selectie.ts';

setWorkerUrl(workerUrl);

const origin = () => window.location.origin;
const face = (latin: string, extended: string) => [
  { url: new URL(latin, origin()).href, 'unicode-range': ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2122'] },
  { url: new URL(extended, origin()).href, 'unicode-range': ['U+0100-02BA', 'U+1E00-1E9F', 'U+2C60-2C7F'] },
];
const fonts = {
  'Noto Sans Regular': face(regular, regularExtended),
  'Noto Sans Bold': face(bold, boldExtended),
};

/** All of the Netherlands, for when nothing else says where to look. */
const nederland: [number, number, number, number] = [3.3, 50.7, 7.3, 53.6];
/** Space around the first view, in pixels. */
const beginRuim = 16;
/** Near enough to see the percelen around the chosen one. */
const perceelZoom = 18;
/** How long an item of a list is lit before the map goes to look for it. */
const dwellMs = 300;

type Fault = 'geen-webgl' | 'tegels';

/** The one map. It shows what it is given and tells what is pointed at; it knows nothing of the rest of the page. */
export function MapView(props: MapViewProps) {
  const {
    catalogus,
    lagen,
    kleuren,
    plek,
    highlights,
    hovered,
    eigenLocatie = null,
    padding,
    vliegSleutel,
    kanteling,
  } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const latest = useRef(props);
  latest.current = props;
  /** What was lit by pointing at the map itself. */
  const pointed = useRef<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [ready, setReady] = useState(false);
  const uitleg = useId();

  const panden3d = kanteling !== null;
  // what others draw has one set of colours, and may be away
  const [achtergrondWeg, setAchtergrondWeg] = useState(false);
  const achtergrond = kleuren === 'licht' && !achtergrondWeg ? props.achtergrond : null;
  const style = useMemo(
    () =>
      makeStyle({
        ...{ catalogus, lagen, kleuren, plek, highlights, eigenLocatie, panden3d, achtergrond },
        fonts,
        origin: origin(),
      }),
    [catalogus, lagen, kleuren, plek, highlights, eigenLocatie, panden3d, achtergrond],
  );
  const wanted = useRef(style);
  wanted.current = style;
  /** What the map was told last; null until it has read its first style, because only then it can compare. */
  const applied = useRef<StyleSpecification | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const first = wanted.current;
    const ongezien = zonderServiceWorker();
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: container.current,
        style: first,
        maxZoom: 21,
        minZoom: 6,
        maxPitch: 0,
        dragRotate: false,
        attributionControl: false,
        // what appears, appears at once: every frame of a fade draws the whole map again
        fadeDuration: 0,
        transformRequest: (url, type) => {
          if (ongezien && type === 'Tile') onthoud(url);
          return { url };
        },
        locale: { 'Map.Title': 'Kaart' },
      });
    } catch {
      setFault('geen-webgl');
      return;
    }
    map.current = made;
    kantel(made, latest.current.kanteling);
    made.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-right');
    made.once('style.load', () => {
      applied.current = first;
      apply(made, wanted.current, applied);
    });
    const stop = listen(made, latest, pointed, { setFault, setReady, setAchtergrondWeg });
    made.setPadding(latest.current.padding);
    made.fitBounds(latest.current.begin ? [...latest.current.begin] : nederland, {
      padding: beginRuim,
      animate: false,
    });
    if (latest.current.plek) showPlek(made, latest.current.plek, false);
    return () => {
      stop();
      map.current = null;
      applied.current = null;
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (map.current) apply(map.current, style, applied);
  }, [style]);

  useEffect(() => {
    const canvas = map.current?.getCanvas();
    canvas?.setAttribute('aria-describedby', uitleg);
  }, [uitleg]);

  useEffect(() => {
    const made = map.current;
    // before the style has arrived there is nothing to light
    if (!made?.getSource(highlightBron) || hovered === null) return;
    const target = { source: highlightBron, id: hovered };
    made.setFeatureState(target, { hovered: true });
    return () => {
      if (map.current === made && made.getSource(highlightBron)) made.removeFeatureState(target, 'hovered');
    };
  }, [hovered]);

  useEffect(() => {
    if (hovered === null || hovered === pointed.current) return;
    const lit = latest.current.highlights.find(({ id }) => id === hovered)?.feature.geometry;
    if (!lit) return;
    // who passes over a list does not want the map to follow every item
    const waiting = setTimeout(() => map.current && showLit(map.current, lit, latest.current.plek), dwellMs);
    return () => clearTimeout(waiting);
  }, [hovered]);

  const { top, right, bottom, left } = padding;
  useEffect(() => {
    const made = map.current;
    if (!made) return;
    const set = () => void made.setPadding({ top, right, bottom, left });
    // not in the middle of a flight, which it would cut off
    if (!made.isMoving()) return set();
    made.once('moveend', set);
    return () => void made.off('moveend', set);
  }, [top, right, bottom, left]);

  const { tekenaar = null } = props;
  useEffect(() => {
    if (ready && tekenaar && map.current) return tekenaar(map.current, paletten[latest.current.kleuren]);
  }, [ready, tekenaar]);
  useEffect(() => {
    if (map.current) kantel(map.current, kanteling);
  }, [kanteling]);

  const flown = useRef(vliegSleutel);
  useEffect(() => {
    if (flown.current === vliegSleutel || !map.current || !plek) return;
    flown.current = vliegSleutel;
    showPlek(map.current, plek, true);
  }, [vliegSleutel, plek]);

  const online = useOnline();
  useEffect(() => {
    if (online) setFault((now) => (now === 'tegels' ? retry(map.current) : now));
  }, [online]);

  const beginSleutel = props.begin?.join(',');
  useEffect(() => {
    if (!beginSleutel || latest.current.plek) return;
    const [west, south, east, north] = beginSleutel.split(',').map(Number) as [number, number, number, number];
    map.current?.fitBounds([west, south, east, north], { padding: beginRuim, animate: false });
  }, [beginSleutel]);

  const midden = { left: `calc(50% + ${(left - right) / 2}px)`, top: `calc(50% + ${(top - bottom) / 2}px)` };
  return (
    <div className="kaart">
      <div ref={container} className="kaart__vlak" />
      <p id={uitleg} className="alleen-voorlezen">
        Met de pijltjestoetsen verschuift u de kaart. Met plus en min zoomt u in en uit. Met Enter kiest u de plek in
        het midden. Wat de kaart op de gekozen plek toont, staat ook als lijst op deze pagina.
      </p>
      <div className="kaart__midden" style={midden} aria-hidden="true">
        <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
          <g className="kaart__midden-halo">
            <circle cx="20" cy="20" r="16" />
            <path d="M20 11v18M11 20h18" />
          </g>
          <circle cx="20" cy="20" r="16" />
          <path d="M20 11v18M11 20h18" />
        </svg>
        <span className="kaart__midden-hint">Enter kiest deze plek</span>
      </div>
      {fault !== 'geen-webgl' && (
        <div
          className={`kaart__knoppen ${panden3d ? 'kaart__knoppen--veel' : ''}`}
          style={{ '--kaart-rechts': `${right + 12}px`, '--kaart-onder': `${bottom + 40}px` } as CSSProperties}
        >
          <ZoomButton naam="Zoom in" pad="M12 5v14M5 12h14" onClick={() => map.current?.zoomIn()} />
          <ZoomButton naam="Zoom uit" pad="M5 12h14" onClick={() => map.current?.zoomOut()} />
          {panden3d && <DraaiKnoppen draai={(graden) => draai(map.current, graden)} />}
        </div>
      )}
      {achtergrond && (
        <p className="kaart__bronvermelding" style={{ left: left + 8, bottom: bottom + 4 }}>
          <a href={achtergrond.bronUrl} rel="external noreferrer">
            {achtergrond.bronvermelding}
          </a>
        </p>
      )}
      <div className="kaart__bericht" style={{ left: left + 12, right: right + 12, top: top + 12 }}>
        {fault === 'geen-webgl' && (
          <Notice soort="warning" title="De kaart kan hier niet worden getekend" live>
            Uw browser of apparaat ondersteunt geen WebGL 2, of dat staat uit. Zoek op een adres of perceel: alles wat
            de kaart toont leest u ook in de tekst.
          </Notice>
        )}
        {fault === 'tegels' && !online && (
          <Notice soort="info" title="U bent offline: een deel van de kaart staat niet op uw apparaat" live>
            Wat u hier mist kan er wel zijn. Wij halen het op als uw verbinding terug is.
          </Notice>
        )}
        {fault === 'tegels' && online && (
          <Notice soort="warning" title="Een deel van de kaart laadt niet" live>
            <p className="nl-paragraph">
              Wat u op de kaart mist kan er wel zijn. De teksten op deze pagina werken gewoon.
            </p>
            <button
              type="button"
              className="nl-button nl-button--secondary"
              onClick={() => setFault(retry(map.current))}
            >
              <span className="nl-button__label">Laad de kaart opnieuw</span>
            </button>
          </Notice>
        )}
        {achtergrondWeg && (
          <Notice soort="info" title="U ziet onze eigen achtergrondkaart" live>
            {`${props.achtergrond?.naam ?? 'De achtergrondkaart'} laadt nu niet. De lagen van dit loket staan er gewoon op.`}
          </Notice>
        )}
        {fault === null && wordtGemaakt(catalogus) && (
          <Notice soort="info" title="De kaart wordt nog gemaakt" live>
            Dat duurt na het laden van gegevens ongeveer een minuut. Zoeken en lezen kan al.
          </Notice>
        )}
        {fault === null && !ready && (
          <p className="kaart__laden" role="status">
            De kaart wordt geladen
          </p>
        )}
      </div>
    </div>
  );
}

function ZoomButton({ naam, pad, onClick }: { naam: string; pad: string; onClick(): void }) {
  return (
    <button type="button" className="kaart__knop" aria-label={naam} title={naam} onClick={onClick}>
      <svg className="icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={pad} />
      </svg>
    </button>
  );
}

/** Turning the map with the keyboard or one finger. */
function DraaiKnoppen({ draai: naar }: { draai(graden: number | null): void }) {
  return (
    <>
      <ZoomButton naam="Draai linksom" pad="M5 8a8 8 0 1 1-1 6M5 3v5h5" onClick={() => naar(-30)} />
      <ZoomButton naam="Draai rechtsom" pad="M19 8a8 8 0 1 0 1 6M19 3v5h-5" onClick={() => naar(30)} />
      <ZoomButton naam="Leg het noorden boven" pad="M12 3 6 20l6-4 6 4L12 3Z" onClick={() => naar(null)} />
    </>
  );
}

/** @param graden with the clock as seen by the person; null: the north above */
function draai(made: MapLibre | null, graden: number | null): void {
  made?.easeTo({ bearing: graden === null ? 0 : made.getBearing() - graden });
}

/** The background has no tiles yet, so an empty map says nothing. */
const wordtGemaakt = (catalogus: MapViewProps['catalogus']) =>
  catalogus.some(({ ondergrond, stand }) => ondergrond && stand === 'wordt-gemaakt');

interface Meldingen {
  setFault(update: (fault: Fault | null) => Fault | null): void;
  setReady(ready: boolean): void;
  /** The background of others does not come: ours takes its place. */
  setAchtergrondWeg(weg: boolean): void;
}

/** Passes on what the person does with the map, and what goes wrong. */
function listen(
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

/** Shows another style; MapLibre changes only what differs. */
function apply(made: MapLibre, style: StyleSpecification, applied: { current: StyleSpecification | null }): void {
  if (applied.current === null || applied.current === style) return;
  applied.current = style;
  made.setStyle(style, { diff: true, transformStyle: metTekening });
}

/** Asks for every tile again; what went wrong before is forgotten. */
function retry(made: MapLibre | null): null {
  if (!made) return null;
  const style = made.getStyle();
  made.setStyle({ version: 8, sources: {}, layers: [] });
  made.setStyle(style);
  return null;
}

/** Brings the place into view, beside what lies over the map: the map knows its own padding. */
function showPlek(made: MapLibre, plek: MapPlek, animate: boolean): void {
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
function showLit(made: MapLibre, lit: Geometry, plek: MapPlek | null): void {
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
