/** Planar geometry the slow way, to hold the database to: every part against every part. RD metres. */

type Punt = readonly [x: number, y: number];

/** Points, lines and polygons (rings that close themselves, holes after their border) as one geometry. */
export interface Vorm {
  punten?: readonly Punt[];
  lijnen?: readonly (readonly Punt[])[];
  vlakken?: readonly (readonly (readonly Punt[])[])[];
}

const dicht = (ring: readonly Punt[]) => [...ring, ring[0] as Punt];

/** As PostGIS reads it. */
export function ewkt({ punten = [], lijnen = [], vlakken = [] }: Vorm): string {
  const reeks = (delen: readonly Punt[]) => `(${delen.map(([x, y]) => `${x} ${y}`).join(',')})`;
  const delen = [
    ...punten.map((punt) => `POINT${reeks([punt])}`),
    ...lijnen.map((lijn) => `LINESTRING${reeks(lijn)}`),
    ...vlakken.map((ringen) => `POLYGON(${ringen.map((ring) => reeks(dicht(ring))).join(',')})`),
  ];
  return `SRID=28992;${delen.length === 1 ? delen[0] : `GEOMETRYCOLLECTION(${delen.join(',')})`}`;
}

const zijden = ({ punten = [], lijnen = [], vlakken = [] }: Vorm): [Punt, Punt][] => [
  ...punten.map((punt): [Punt, Punt] => [punt, punt]),
  ...[...lijnen, ...vlakken.flat().map(dicht)].flatMap((reeks) =>
    reeks.slice(1).map((naar, i): [Punt, Punt] => [reeks[i] as Punt, naar]),
  ),
];

/** Left of a line (positive), right of it, or on it (0). */
const kant = ([ax, ay]: Punt, [bx, by]: Punt, [px, py]: Punt) =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

function puntNaarZijde([px, py]: Punt, [[ax, ay], [bx, by]]: [Punt, Punt]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const lengte2 = dx * dx + dy * dy;
  const deel = lengte2 === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / lengte2));
  return Math.hypot(px - ax - deel * dx, py - ay - deel * dy);
}

function zijdeNaarZijde(een: [Punt, Punt], ander: [Punt, Punt]): number {
  const [a, b] = een;
  const [c, d] = ander;
  if (kant(a, b, c) * kant(a, b, d) < 0 && kant(c, d, a) * kant(c, d, b) < 0) return 0;
  return Math.min(puntNaarZijde(a, ander), puntNaarZijde(b, ander), puntNaarZijde(c, een), puntNaarZijde(d, een));
}

/** By counting borders to the right, so that a hole is outside. */
function binnen({ vlakken = [] }: Vorm, [px, py]: Punt): boolean {
  return vlakken.some((ringen) => {
    const over = zijden({ lijnen: ringen.map(dicht) }).filter(
      ([[ax, ay], [bx, by]]) => ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax),
    );
    return over.length % 2 === 1;
  });
}

/** The shortest distance in metres; 0 when they touch or overlap. */
export function afstandTussen(een: Vorm, ander: Vorm): number {
  const [links, rechts] = [zijden(een), zijden(ander)];
  if (rechts.some(([punt]) => binnen(een, punt)) || links.some(([punt]) => binnen(ander, punt))) return 0;
  return Math.min(...links.flatMap((zijde) => rechts.map((andere) => zijdeNaarZijde(zijde, andere))));
}
