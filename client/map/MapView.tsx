import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import bold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import regularExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import boldExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import { Map as MapLibre, ScaleControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { onthoud, zonderServiceWorker } from '../gezien.ts';
import { metTekening } from '../tekenvel-stijl.ts';
import { useOnline } from '../ui/use-online.ts';
import { draai, showLit, showPlek } from './camera.ts';
import { KaartKnoppen } from './KaartKnoppen.tsx';
import { KaartMeldingen } from './KaartMeldingen.tsx';
import { paletten } from './kleuren.ts';
import { makeStyle } from './layers.ts';
import { type Fault, listen } from './listen.ts';
import type { MapViewProps } from './map-view.types.ts';
import { kantel } from './panden-3d.ts';
import { highlightBron } from './selectie.ts';

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
/** How long an item of a list is lit before the map goes to look for it. */
const dwellMs = 300;

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
        <KaartKnoppen
          rechts={right}
          onder={bottom}
          onZoom={(stap) => (stap > 0 ? map.current?.zoomIn() : map.current?.zoomOut())}
          onDraai={panden3d ? (graden) => draai(map.current, graden) : null}
        />
      )}
      {achtergrond && (
        <p className="kaart__bronvermelding" style={{ left: left + 8, bottom: bottom + 4 }}>
          <a href={achtergrond.bronUrl} rel="external noreferrer">
            {achtergrond.bronvermelding}
          </a>
        </p>
      )}
      <div className="kaart__bericht" style={{ left: left + 12, right: right + 12, top: top + 12 }}>
        <KaartMeldingen
          fault={fault}
          online={online}
          ready={ready}
          catalogus={catalogus}
          achtergrondWeg={achtergrondWeg ? (props.achtergrond?.naam ?? 'De achtergrondkaart') : null}
          onOpnieuw={() => setFault(retry(map.current))}
        />
      </div>
    </div>
  );
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
