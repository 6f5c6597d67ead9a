/**
 * The grids on which counts are kept: cells of one hectare that lie over the whole country at fixed places, so that a
 * cell has the same number in each delivery, year and gemeente.
 *
 * Positions are whole millimetres in RD (EPSG:28992): a point on the border of two cells then always falls in the same.
 * Metres are only for drawing.
 */

/** Squares of 100 m, as the CBS has them; or hexagons of the same area, with every odd row half a cell to the right. */
export const roosters = ['vierkant', 'zeshoek'] as const;
export type Rooster = (typeof roosters)[number];

/** Side of a square, in millimetres. */
const ZIJDE = 100_000;
/** From the middle of a hexagon to its corners, in millimetres: the area differs less than 0.2 m² from that of a square. */
const STRAAL = 62_040;
const BREEDTE = Math.sqrt(3) * STRAAL;
/** From one row of hexagons to the next. */
const RIJHOOGTE = 1.5 * STRAAL;

/** More than there are columns in the country, so that one number holds row and column. */
const KOLOMMEN = 4096;

/** A cell as one number: row × 4096 + column. Sorting by it sorts by row, and within a row from west to east. */
export const celNummer = (kolom: number, rij: number): number => rij * KOLOMMEN + kolom;

export const kolomVan = (cel: number): number => cel % KOLOMMEN;
export const rijVan = (cel: number): number => Math.floor(cel / KOLOMMEN);

/**
 * The cell in which a position lies. A position on a border belongs to the cell to the east or north of it.
 *
 * @param xMm RD, whole millimetres, 0 or more (all of the country is)
 * @example celVan('vierkant', 152_750_000, 458_050_000) // celNummer(1527, 4580)
 */
export function celVan(rooster: Rooster, xMm: number, yMm: number): number {
  if (rooster === 'vierkant') return celNummer(Math.floor(xMm / ZIJDE), Math.floor(yMm / ZIJDE));
  // The nearest middle, which lies in the row below or above.
  const onder = Math.floor(yMm / RIJHOOGTE);
  let beste = -1;
  let kleinste = Number.POSITIVE_INFINITY;
  for (let rij = onder + 1; rij >= onder; rij -= 1) {
    const kolom = Math.floor(xMm / BREEDTE - inspringen(rij) + 0.5);
    const dx = xMm - (kolom + inspringen(rij)) * BREEDTE;
    const dy = yMm - rij * RIJHOOGTE;
    const afstand = dx * dx + dy * dy;
    if (afstand < kleinste) {
      kleinste = afstand;
      beste = celNummer(kolom, rij);
    }
  }
  return beste;
}

/** How far the row stands to the right, in cells. */
const inspringen = (rij: number): number => (rij % 2 === 0 ? 0 : 0.5);

/** The middle of a cell in RD metres. */
export function middenVan(rooster: Rooster, cel: number): [x: number, y: number] {
  const [kolom, rij] = [kolomVan(cel), rijVan(cel)];
  if (rooster === 'vierkant') return [((kolom + 0.5) * ZIJDE) / 1000, ((rij + 0.5) * ZIJDE) / 1000];
  return [((kolom + inspringen(rij)) * BREEDTE) / 1000, (rij * RIJHOOGTE) / 1000];
}

/** The border of a cell in RD metres, rounded to millimetres: closed, counter-clockwise. */
export function ringVan(rooster: Rooster, cel: number): [x: number, y: number][] {
  const [x, y] = middenVan(rooster, cel);
  const hoeken: readonly (readonly [number, number])[] =
    rooster === 'vierkant'
      ? [
          [-ZIJDE / 2, -ZIJDE / 2],
          [ZIJDE / 2, -ZIJDE / 2],
          [ZIJDE / 2, ZIJDE / 2],
          [-ZIJDE / 2, ZIJDE / 2],
        ]
      : [
          [0, -STRAAL],
          [BREEDTE / 2, -STRAAL / 2],
          [BREEDTE / 2, STRAAL / 2],
          [0, STRAAL],
          [-BREEDTE / 2, STRAAL / 2],
          [-BREEDTE / 2, -STRAAL / 2],
        ];
  const ring = hoeken.map(([dx, dy]): [number, number] => [
    Math.round(x * 1000 + dx) / 1000,
    Math.round(y * 1000 + dy) / 1000,
  ]);
  return [...ring, ring[0] as [number, number]];
}

/**
 * Puts squares of 100 m together to larger ones, for the countryside, where a hectare holds next to nothing.
 *
 * @param factor 2 makes squares of 200 m, 5 of 500 m
 * @returns the number of each larger cell in a grid of its own (celNummer of kolom/factor, rij/factor)
 */
export const vergroof = (cel: number, factor: number): number =>
  celNummer(Math.floor(kolomVan(cel) / factor), Math.floor(rijVan(cel) / factor));
