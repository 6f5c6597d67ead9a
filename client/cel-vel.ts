import type { Map as MapLibre } from 'maplibre-gl';
import type { Palet } from './map/kleuren.ts';

/** Corners in degrees, the last the same as the first. */
export type CelRing = readonly (readonly [lon: number, lat: number])[];

export interface CelVel {
  /** In the pixels of the map. */
  readonly canvas: HTMLCanvasElement;
  /** @param kleuren per class; a class without a colour is not drawn */
  kleur(klassen: ArrayLike<number>, kleuren: Readonly<Record<number, string>>): void;
  kies(cel: number | null): void;
  /** Draws now what waits for the next frame. */
  teken(): void;
  stop(): void;
}

/** Cells so far out of view, in degrees, are not drawn: more than the size of a cell. */
const RAND = 0.003;
/** The widest line around a cell, in pixels. */
const LIJN = 8;

/**
 * The colours of cells on a sheet of their own above the map.
 *
 * The map draws all of its layers again when one cell gets another colour: without a graphics card that takes a quarter
 * of a second. This sheet draws a few hundred coloured cells in a millisecond, at most once per frame, and follows the
 * map when that moves.
 */
export function startCelVel(map: MapLibre, ringen: readonly CelRing[], palet: Palet): CelVel {
  const canvas = document.createElement('canvas');
  canvas.ariaHidden = 'true';
  Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
  map.getCanvasContainer().append(canvas);
  const vlak = canvas.getContext('2d');
  let klassen: ArrayLike<number> = [];
  let kleuren: Readonly<Record<number, string>> = {};
  let gekozen: number | null = null;
  let beeld: number | null = null;
  /** What was drawn lies within: only that is wiped and shown anew. */
  let vuil = leegVak();
  /** Where the map put each corner, until it moves. */
  let plekken = new Map<number, readonly { x: number; y: number }[] | null>();

  const straks = () => {
    beeld ??= requestAnimationFrame(teken);
  };
  const opMeebewegen = () => {
    plekken = new Map();
  };
  /** The map has drawn itself somewhere else: in the same frame this sheet follows. */
  const opGetekend = () => {
    if (plekken.size === 0) teken();
  };

  function plekVan(cel: number): readonly { x: number; y: number }[] | null {
    const bekend = plekken.get(cel);
    if (bekend !== undefined) return bekend;
    const [west, zuid, oost, noord] = map.getBounds().toArray().flat() as [number, number, number, number];
    const ring = ringen[cel] ?? [];
    const inBeeld = ring.some(
      ([lon, lat]) => lon > west - RAND && lon < oost + RAND && lat > zuid - RAND && lat < noord + RAND,
    );
    const plek = inBeeld ? ring.map(([lon, lat]) => map.project([lon, lat])) : null;
    plekken.set(cel, plek);
    return plek;
  }

  function leg(cel: number): void {
    for (const [i, { x, y }] of (plekVan(cel) ?? []).entries()) {
      if (i === 0) vlak?.moveTo(x, y);
      else vlak?.lineTo(x, y);
      vuil = [Math.min(vuil[0], x), Math.min(vuil[1], y), Math.max(vuil[2], x), Math.max(vuil[3], y)];
    }
  }

  function teken(): void {
    if (beeld !== null) cancelAnimationFrame(beeld);
    beeld = null;
    if (!vlak) return;
    const { width, height, clientWidth, clientHeight } = map.getCanvas();
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
    }
    const pixels = clientWidth > 0 ? width / clientWidth : 1;
    vlak.setTransform(pixels, 0, 0, pixels, 0, 0);
    const [links, boven, rechts, onder] = vuil;
    if (links < rechts) vlak.clearRect(links - LIJN, boven - LIJN, rechts - links + 2 * LIJN, onder - boven + 2 * LIJN);
    vuil = leegVak();
    for (const [klasse, cellen] of perKlasse(klassen)) {
      const kleur = kleuren[klasse];
      if (!kleur) continue;
      vlak.beginPath();
      for (const cel of cellen) leg(cel);
      vlak.globalAlpha = 0.72;
      vlak.fillStyle = kleur;
      vlak.fill();
      lijn(palet.perceel, 1);
    }
    vlak.globalAlpha = 1;
    if (gekozen === null) return;
    vlak.beginPath();
    leg(gekozen);
    lijn(palet.keuzeHalo, LIJN);
    lijn(palet.keuze, 3);
  }

  function lijn(kleur: string, breed: number): void {
    if (!vlak) return;
    Object.assign(vlak, { strokeStyle: kleur, lineWidth: breed, lineJoin: 'round' });
    vlak.stroke();
  }

  map.on('move', opMeebewegen);
  map.on('resize', opMeebewegen);
  map.on('render', opGetekend);
  return {
    canvas,
    kleur(nieuw, hoe) {
      if (hoe === kleuren && isGelijk(nieuw, klassen)) return;
      klassen = nieuw;
      kleuren = hoe;
      straks();
    },
    kies(cel) {
      gekozen = cel;
      straks();
    },
    teken,
    stop() {
      if (beeld !== null) cancelAnimationFrame(beeld);
      map.off('move', opMeebewegen);
      map.off('resize', opMeebewegen);
      map.off('render', opGetekend);
      canvas.remove();
    },
  };
}

function perKlasse(klassen: ArrayLike<number>): Map<number, number[]> {
  const groepen = new Map<number, number[]>();
  for (let cel = 0; cel < klassen.length; cel += 1) {
    const klasse = klassen[cel] as number;
    if (klasse === 0) continue;
    const groep = groepen.get(klasse);
    if (groep) groep.push(cel);
    else groepen.set(klasse, [cel]);
  }
  return groepen;
}

function isGelijk(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

const leegVak = (): [links: number, boven: number, rechts: number, onder: number] => [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];
