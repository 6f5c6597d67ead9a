import type { Bestemming, Buurt, Karakter, Punt, Town, Vlak } from '../town.ts';
import { doorsnede, type Vlakken, verenig } from '../vlakken.ts';
import type { Raster } from './raster.ts';

/** One area of a thema. Areas of one thema with a class do not overlap; bands of risk and of protection may. */
export interface KaartVlak {
  /** Equal to the `sleutel` of a class, or words for a value. */
  omschrijving: string;
  /** Lower limit of its class, in the eenheid of the thema; null where the class is a name. */
  waarde: number | null;
  vlak: Vlakken;
}

/** What is known of one thema, and where it was looked into. */
export interface Kaart {
  vlakken: KaartVlak[];
  dekking: Vlakken;
}

/** Lines that the town does not have of itself. */
export interface Leidingen {
  buisleiding: readonly Punt[];
  hoogspanning: readonly Punt[];
}

/** Makes the map of one thema. */
export type Maker = (town: Town, leidingen: Leidingen) => Kaart;

const landelijk: readonly Karakter[] = ['buitengebied', 'recreatiepark', 'dorp'];

export const zonesMet = (town: Town, ...bestemmingen: Bestemming[]): Vlak[] =>
  town.zones.filter((zone) => bestemmingen.includes(zone.bestemming)).flatMap(({ vlak }) => vlak);

/** The buurten that you want, as one area. */
export const buurtenDie = (town: Town, wil: (buurt: Buurt) => boolean): Vlak[] =>
  verenig(town.buurten.filter(wil).flatMap(({ vlak }) => vlak));

/** The town itself, without dorpen and polder. */
export const stad = (town: Town): Vlak[] => buurtenDie(town, ({ karakter }) => !landelijk.includes(karakter));

/** One area under these words; nothing where it is empty. */
export const alleen = (omschrijving: string, vlak: Vlakken, waarde: number | null = null): KaartVlak[] =>
  vlak.length > 0 ? [{ omschrijving, waarde, vlak }] : [];

/** Bands of a grid inside what was looked into, as areas with their lower limit. */
export function banden(
  raster: Raster,
  grenzen: readonly number[],
  binnen: Vlakken,
  woorden: (vanaf: number, tot: number | null) => string,
): KaartVlak[] {
  return raster.banden(grenzen).flatMap(({ vanaf, vlakken }, n) => {
    const vlak = doorsnede(vlakken, binnen);
    return alleen(woorden(vanaf, grenzen[n + 1] ?? null), vlak, vanaf);
  });
}
