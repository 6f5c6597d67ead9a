import * as z from 'zod/mini';

/** A place in RD New (EPSG:28992), in metres. The truth for storage, distance, area and law. */
export interface RdPunt {
  readonly x: number;
  readonly y: number;
}

/** A place in WGS84, in degrees. Exists only at the edge: browser and GeoJSON. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** The area of use of RD New: outside it a coordinate is a mistake, not a place. */
export const rdBereik = { minX: -7_000, maxX: 300_000, minY: 289_000, maxY: 629_000 } as const;

export const inRdBereik = ({ x, y }: RdPunt): boolean =>
  x >= rdBereik.minX && x <= rdBereik.maxX && y >= rdBereik.minY && y <= rdBereik.maxY;

/** Rounds to whole centimetres, the precision in which places are exchanged. */
export const opCentimeter = (metres: number): number => Math.round(metres * 100) / 100;

/** Planar distance in metres. */
export const afstandM = (een: RdPunt, ander: RdPunt): number => Math.hypot(een.x - ander.x, een.y - ander.y);

const coordinate = (minimum: number, maximum: number, letter: string) =>
  z.coerce
    .number(`${letter} is geen getal`)
    .check(
      z.gte(minimum, `${letter} ligt buiten Nederland (RD-meters)`),
      z.lte(maximum, `${letter} ligt buiten Nederland (RD-meters)`),
    );

/** The input fields of a place in RD metres, to spread into the input of an endpoint. */
export const rdPuntVelden = {
  x: coordinate(rdBereik.minX, rdBereik.maxX, 'x'),
  y: coordinate(rdBereik.minY, rdBereik.maxY, 'y'),
};

export const rdPunt = z.object({ x: z.number(), y: z.number() });
