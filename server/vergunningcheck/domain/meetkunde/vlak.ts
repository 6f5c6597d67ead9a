import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import type { Punt } from './punt.ts';

/**
 * Areas as whole micrometres around the local origin: boolean operations on whole numbers cannot fail. Outer
 * rings run counter-clockwise, holes clockwise.
 */
export type Vlak = Paths64;

const PER_METER = 1_000_000;
/** A round corner is drawn with chords that stay within this of the arc (m). */
const BOOG_M = 0.001;

export const leeg: Vlak = [];

export const naarVlak = (...ringen: readonly (readonly Punt[])[]): Vlak =>
  ringen.map((ring) => ring.map(([x, y]) => ({ x: Math.round(x * PER_METER), y: Math.round(y * PER_METER) })));

const naarRing = (pad: Path64): [x: number, y: number][] => pad.map(({ x, y }) => [x / PER_METER, y / PER_METER]);

/** Each polygon with its holes behind it, as closed rings. */
export function naarVeelhoeken(vlak: Vlak): [x: number, y: number][][][] {
  const boom = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, vlak, null, boom, FillRule.NonZero);
  const dicht = (pad: Path64) => {
    const ring = naarRing(pad);
    return [...ring, ring[0]!];
  };
  const takken = (tak: PolyTree64 | PolyPath64) => Array.from({ length: tak.count }, (_, index) => tak.child(index));
  const lees = (tak: PolyPath64): [number, number][][][] => {
    const gaten = takken(tak);
    return [
      [dicht(tak.poly!), ...gaten.map((gat) => dicht(gat.poly!))],
      ...gaten.flatMap((gat) => takken(gat).flatMap(lees)),
    ];
  };
  return takken(boom).flatMap(lees);
}

/** m² */
export const oppervlakte = (vlak: Vlak): number => Clipper.areaPaths(vlak) / (PER_METER * PER_METER);

export function unie(...vlakken: readonly Vlak[]): Vlak {
  const gevuld = vlakken.filter(({ length }) => length > 0);
  return gevuld.length === 0 ? leeg : Clipper.union(gevuld.flat(), FillRule.NonZero);
}

/** Whether all of one area lies to one side of all of another. */
function liggenApart(een: Vlak, ander: Vlak): boolean {
  const [a, b] = [Clipper.getBoundsPaths(een), Clipper.getBoundsPaths(ander)];
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

export const doorsnede = (een: Vlak, ander: Vlak): Vlak =>
  een.length === 0 || ander.length === 0 || liggenApart(een, ander)
    ? leeg
    : Clipper.intersect(een, ander, FillRule.NonZero);

export const verschil = (een: Vlak, ander: Vlak): Vlak =>
  een.length === 0 || ander.length === 0 ? een : Clipper.difference(een, ander, FillRule.NonZero);

/** All within a distance (m): round at the corners, because a distance is the shortest one. */
export const rondom = (vlak: Vlak, afstandM: number): Vlak =>
  Clipper.inflatePaths(vlak, afstandM * PER_METER, JoinType.Round, EndType.Polygon, 2, BOOG_M * PER_METER);

/** What rings enclose, in whichever direction they run: what lies inside two of them is a hole. */
export const omsloten = (...ringen: readonly (readonly Punt[])[]): Vlak =>
  Clipper.union(naarVlak(...ringen), FillRule.EvenOdd);

/** The ring without the corners that lie within `afstandM` of the line between their neighbours. */
export const vereenvoudig = (ring: readonly Punt[], afstandM: number): Punt[] =>
  naarRing(Clipper.simplifyPath(naarVlak(ring)[0] ?? [], afstandM * PER_METER, true));

/** So many areas are joined at once: a sweep over few of them is quick. */
const TEGELIJK = 64;

/** Many areas that lie beside each other as one: first those that are near each other in the list. */
export function samenvoegen(vlakken: readonly Vlak[]): Vlak {
  let delen = vlakken;
  while (delen.length > 1) {
    delen = Array.from({ length: Math.ceil(delen.length / TEGELIJK) }, (_, i) =>
      unie(...delen.slice(i * TEGELIJK, (i + 1) * TEGELIJK)),
    );
  }
  return delen[0] ?? leeg;
}
