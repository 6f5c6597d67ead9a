import * as z from 'zod/mini';

/** A geometry as GeoJSON in CRS84 (lon, lat), for the map only. */
export const geometrie = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });

/** A place as [x, y] in RD metres (EPSG:28992), to the millimetre. */
const rdPaar = z.tuple([z.number(), z.number()]);

/** Polygons in RD, each its outer ring and then its holes; a ring ends where it begins. */
export const vlakken = z.array(z.array(z.array(rdPaar)));
export type Vlakken = z.infer<typeof vlakken>;

/** Box in RD metres: [minX, minY, maxX, maxY]. */
export const omhullende = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/**
 * How much of the chosen place something covers. `m2` and `procent` are null where the place is a point without
 * perceel. `rand`: only a sliver is covered, within the tolerance of the borders, so it may not apply at all.
 */
export const aandeel = z.object({
  m2: z.nullable(z.number()),
  procent: z.nullable(z.number()),
  rand: z.boolean(),
});
export type Aandeel = z.infer<typeof aandeel>;

/** What a section was asked about: the whole perceel at the point, or the point where no perceel is known. */
export const gebied = z.object({
  soort: z.enum(['perceel', 'punt']),
  kadastraleAanduiding: z.nullable(z.string()),
  oppervlakteM2: z.nullable(z.number()),
});
export type Gebied = z.infer<typeof gebied>;

/** @example 'gm0228' */
export const gemeenteCode = z.string().check(z.regex(/^gm\d{4}$/, 'Schrijf een gemeente als gm9999'));

/** A date as YYYY-MM-DD, within two centuries around now: further away is a typing error. */
export const datum = z.iso
  .date('Schrijf een datum als 2026-11-22')
  .check(z.refine((value) => value >= '1900-01-01' && value < '2200-01-01', 'Kies een datum tussen 1900 en 2200'));
