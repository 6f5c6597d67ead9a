import { onthoudBij, onthoudRond } from '../onthoud.ts';
import { lengte, min, naarLokaal, type Punt } from '../punt.ts';
import type { Ring } from '../situatie.ts';
import { naarVeelhoeken, naarVlak, omsloten, oppervlakte, type Vlak } from '../vlak.ts';
import type { Vorm } from './kaartrij.ts';

/** Smaller than this (m²) is a border that does not fit. */
const KLEINSTE_DEEL_M2 = 1;

/** A GeoJSON geometry as an area around the local origin. What is no area falls away. */
export const leesVorm = onthoudRond(({ type, coordinates }: Vorm, oorsprong: Punt): Vlak => {
  const veelhoeken =
    type === 'Polygon' ? [coordinates as Ring[]] : type === 'MultiPolygon' ? (coordinates as Ring[][]) : [];
  return omsloten(...veelhoeken.flat().map((ring) => naarLokaal(ring, oorsprong)));
});

const open = (ring: readonly Punt[]): Punt[] => ring.slice(0, -1);

/** The outer rings of an area, the largest first, without what is too small. */
export const buitenringen = onthoudBij((vlak: Vlak): Punt[][] =>
  naarVeelhoeken(vlak)
    .map(([buiten]) => open(buiten!))
    .map((ring) => ({ ring, m2: oppervlakte(naarVlak(ring)) }))
    .filter(({ m2 }) => m2 >= KLEINSTE_DEEL_M2)
    .sort((een, ander) => ander.m2 - een.m2)
    .map(({ ring }) => ring),
);

/**
 * The polygons of an area as one ring each, the largest first: a hole is joined to the outside along its shortest way,
 * there and back, so that lengths and distances to the area stay what they are.
 */
export const aaneengesloten = onthoudBij((vlak: Vlak): Punt[][] =>
  naarVeelhoeken(vlak)
    .map((ringen) => ({ ring: zonderGaten(ringen.map(open)), m2: oppervlakte(naarVlak(...ringen.map(open))) }))
    .sort((een, ander) => ander.m2 - een.m2)
    .map(({ ring }) => ring),
);

/** Holes run the other way round than the outside. */
function zonderGaten([buiten, ...gaten]: readonly Punt[][]): Punt[] {
  let rand = buiten!;
  for (const gat of gaten) {
    let beste = { ver: Number.POSITIVE_INFINITY, i: 0, k: 0 };
    rand.forEach((punt, i) => {
      gat.forEach((ander, k) => {
        const ver = lengte(min(ander, punt));
        if (ver < beste.ver) beste = { ver, i, k };
      });
    });
    const rondom = [...gat.slice(beste.k), ...gat.slice(0, beste.k + 1)];
    rand = [...rand.slice(0, beste.i + 1), ...rondom, ...rand.slice(beste.i)];
  }
  return rand;
}

export const naarRdRing = (ring: readonly Punt[], [ox, oy]: Punt): Ring =>
  ring.map(([x, y]) => [x + ox, y + oy] as const);

export const lokaal = ({ x, y }: { x: number; y: number }, oorsprong: Punt): Punt =>
  naarLokaal([[x, y]], oorsprong)[0]!;
