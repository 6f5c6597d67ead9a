import { Clipper, ClipType, EndType, FillRule, JoinType, type Paths64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import type { Punt, Ring, Vlak } from './town.ts';

/**
 * Planar geometry on vlakken in EPSG:28992, in metres. The clipper works on whole millimetres, counted from a point
 * near the town so that its products stay exact.
 */

const origin = { x: 146_000, y: 505_000 };
const scale = 1000;
/** How far, in millimetres, the chord of a rounded corner may lie from its arc. */
const arcTolerance = 300;
/** How far, in millimetres, a line that is drawn here may be straightened. */
const chord = 150;

export type Vlakken = readonly Vlak[];

const toPath = (punten: readonly Punt[]) =>
  punten.map(([x, y]) => ({ x: Math.round((x - origin.x) * scale), y: Math.round((y - origin.y) * scale) }));

const toPaths = (vlakken: Vlakken): Paths64 => vlakken.flatMap((vlak) => vlak.map((ring) => toPath(ring)));

function toRing(path: { x: number; y: number }[]): Ring {
  const ring: Punt[] = path.map(({ x, y }) => [
    Math.round(origin.x * scale + x) / scale,
    Math.round(origin.y * scale + y) / scale,
  ]);
  return [...ring, ring[0] as Punt];
}

/** The vlakken of a result, without what rounding leaves: holes under 1 m² and vlakken under 0.1 m². */
function collect(node: PolyPath64, found: Vlak[]): Vlak[] {
  for (let i = 0; i < node.count; i += 1) {
    const outer = node.child(i);
    const holes: Ring[] = [];
    for (let j = 0; j < outer.count; j += 1) {
      const hole = outer.child(j);
      if (hole.poly && Math.abs(hole.area()) > 1e6) holes.push(toRing(hole.poly));
      collect(hole, found);
    }
    const own = outer.poly ? Math.abs(Clipper.area(outer.poly)) : 0;
    if (outer.poly && own > 1e5) found.push([toRing(outer.poly), ...holes]);
  }
  return found;
}

function clip(type: ClipType, subject: Paths64, other: Paths64 | null, rule = FillRule.NonZero): Vlak[] {
  if (subject.length === 0) return [];
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(type, subject, other, tree, rule);
  return collect(tree, []);
}

/** One surface, without overlap or inner borders. */
export const verenig = (vlakken: Vlakken): Vlak[] => clip(ClipType.Union, toPaths(vlakken), null);

/**
 * Rings in any direction, where an odd number of them lies around what is inside.
 *
 * @param ruw how far, in metres, the result may lie from the rings for the sake of fewer corners
 */
export const uitRingen = (ringen: readonly Ring[], ruw: number): Vlak[] => {
  const paths = Clipper.simplifyPaths(
    ringen.map((ring) => toPath(ring)),
    ruw * scale,
  );
  return clip(ClipType.Union, paths, null, FillRule.EvenOdd);
};

export const doorsnede = (a: Vlakken, b: Vlakken): Vlak[] => clip(ClipType.Intersection, toPaths(a), toPaths(b));

export const verschil = (a: Vlakken, b: Vlakken): Vlak[] => clip(ClipType.Difference, toPaths(a), toPaths(b));

/** Everything within so many metres; negative: what remains when the border moves inward. */
export function buffer(vlakken: Vlakken, meter: number, hoek: 'rond' | 'recht' = 'rond'): Vlak[] {
  const join = hoek === 'rond' ? JoinType.Round : JoinType.Miter;
  const merged = Clipper.union(toPaths(vlakken), FillRule.NonZero);
  const grown = Clipper.inflatePaths(merged, meter * scale, join, EndType.Polygon, 2, arcTolerance);
  return clip(ClipType.Union, Clipper.simplifyPaths(grown, chord), null);
}

/** Closes what lies between buildings up to `sluit` metres apart, and stays `marge` metres outside their walls. */
export function omhul(vlakken: Vlakken, marge: number, sluit: number): Vlak[] {
  const out = marge + sluit / 2;
  const merged = Clipper.union(toPaths(vlakken), FillRule.NonZero);
  const grown = Clipper.inflatePaths(merged, out * scale, JoinType.Miter, EndType.Polygon, 2, arcTolerance);
  const shrunk = Clipper.inflatePaths(grown, -(sluit / 2) * scale, JoinType.Miter, EndType.Polygon, 2, arcTolerance);
  return clip(ClipType.Union, Clipper.simplifyPaths(shrunk, chord), null);
}

/** A strip of so many metres on both sides of lines. */
export function strook(lijnen: readonly (readonly Punt[])[], meter: number): Vlak[] {
  const paths = lijnen.map((lijn) => toPath(lijn));
  const grown = Clipper.inflatePaths(paths, meter * scale, JoinType.Round, EndType.Round, 2, arcTolerance);
  return clip(ClipType.Union, Clipper.simplifyPaths(grown, chord), null);
}

export const cirkel = ([x, y]: Punt, meter: number, stappen = 48): Vlak => {
  const ring: Punt[] = [];
  for (let i = 0; i < stappen; i += 1) {
    const hoek = (2 * Math.PI * i) / stappen;
    ring.push([x + meter * Math.cos(hoek), y + meter * Math.sin(hoek)]);
  }
  return [[...ring, ring[0] as Punt]];
};

function ringOppervlakte(ring: Ring): number {
  const [x0, y0] = ring[0] as Punt;
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] as Punt;
    const [bx, by] = ring[i] as Punt;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(twice) / 2;
}

/** m² */
export const oppervlakte = (vlakken: Vlakken): number =>
  vlakken.reduce((sum, vlak) => sum + vlak.reduce((net, ring, i) => net + (i ? -1 : 1) * ringOppervlakte(ring), 0), 0);

/** Mean of the corners of the outer ring: near enough to tell in which cell or block something lies. */
export function midden(vlak: Vlak): Punt {
  const ring = vlak[0] as Ring;
  let [x, y] = [0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    x += (ring[i] as Punt)[0];
    y += (ring[i] as Punt)[1];
  }
  return [x / (ring.length - 1), y / (ring.length - 1)];
}

export function omhullende(vlakken: Vlakken): { x0: number; y0: number; x1: number; y1: number } {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const vlak of vlakken) {
    for (const [x, y] of vlak[0] as Ring) {
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  return { x0, y0, x1, y1 };
}

export function ligtIn([x, y]: Punt, vlakken: Vlakken): boolean {
  let inside = false;
  for (const vlak of vlakken) {
    for (const ring of vlak) {
      for (let i = 1; i < ring.length; i += 1) {
        const [ax, ay] = ring[i - 1] as Punt;
        const [bx, by] = ring[i] as Punt;
        if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
      }
    }
  }
  return inside;
}

export function afstandTotLijn([x, y]: Punt, lijn: readonly Punt[]): number {
  let least = Infinity;
  for (let i = 1; i < lijn.length; i += 1) {
    const [ax, ay] = lijn[i - 1] as Punt;
    const [dx, dy] = [(lijn[i] as Punt)[0] - ax, (lijn[i] as Punt)[1] - ay];
    const length2 = dx * dx + dy * dy;
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}

const getal = (value: number) => String(Math.round(value * 1000) / 1000);
const punten = (lijn: readonly Punt[]) => `(${lijn.map(([x, y]) => `${getal(x)} ${getal(y)}`).join(',')})`;

export const ewktPunt = ([x, y]: Punt): string => `SRID=28992;POINT(${getal(x)} ${getal(y)})`;

export const ewktLijn = (lijn: readonly Punt[]): string => `SRID=28992;LINESTRING${punten(lijn)}`;

/** MULTIPOLYGON, also of one vlak. */
export const ewktVlakken = (vlakken: Vlakken): string =>
  `SRID=28992;MULTIPOLYGON(${vlakken.map((vlak) => `(${vlak.map(punten).join(',')})`).join(',')})`;
