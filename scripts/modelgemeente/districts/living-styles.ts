import type { FlatStyle } from '../blocks.ts';
import type { HouseStyle } from '../house.ts';
import { type Profile, profiles } from '../street.ts';
import type { Karakter } from '../town.ts';

/** What one block can hold. */
export type Blok = 'rijen' | '2kap' | 'vrij' | 'flats' | 'groen' | 'garages' | 'school' | 'winkels' | 'kerk' | 'zorg';

/** What a neighbourhood of houses is made of. */
export interface LivingStyle {
  streets: readonly Profile[];
  crossings: readonly Profile[];
  /** Depth of a block and its length along the street, in metres. */
  diepte: number;
  lengte: readonly [number, number];
  blocks: readonly (readonly [Blok, number])[];
  rijen: HouseStyle;
  kap: HouseStyle;
  vrij: HouseStyle;
  flats: FlatStyle;
}

const rijen: HouseStyle = {
  breedte: [5.3, 6.2],
  reeks: [4, 8],
  voortuin: [3.5, 5.5],
  huisdiepte: [8.4, 10],
  bouwlagen: [2, 2],
  bouwjaar: [1960, 1975],
  aanbouw: 0.32,
  schuur: 0.8,
  garage: 0.2,
  erker: 0.06,
  boven: 0,
  zijtuin: [1.5, 4],
  naam: 'rijtjeshuis',
};
const kap: HouseStyle = {
  ...rijen,
  breedte: [9, 11.5],
  reeks: [2, 2],
  voortuin: [4, 7],
  garage: 0.6,
  naam: 'twee-onder-een-kapwoning',
};
const vrij: HouseStyle = {
  ...rijen,
  breedte: [13.5, 20],
  reeks: [1, 1],
  voortuin: [4, 7],
  huisdiepte: [8, 11.5],
  garage: 0.5,
  schuur: 0.6,
  naam: 'vrijstaand huis',
};
const portiek: FlatStyle = {
  bouwlagen: [3, 4],
  diepte: 10,
  lengte: [34, 58],
  bouwjaar: [1952, 1966],
  breedte: 7.2,
  naam: 'portiekflat',
};
const galerij: FlatStyle = {
  bouwlagen: [7, 11],
  diepte: 12,
  lengte: [45, 72],
  bouwjaar: [1966, 1978],
  breedte: 7.4,
  naam: 'galerijflat',
};
const modern: FlatStyle = {
  bouwlagen: [4, 6],
  diepte: 15,
  lengte: [24, 40],
  bouwjaar: [1998, 2022],
  breedte: 8.5,
  naam: 'appartementengebouw',
};

const between = (style: HouseStyle, bouwjaar: readonly [number, number]): HouseStyle => ({ ...style, bouwjaar });

export const livingStyles: Partial<Record<Karakter, LivingStyle>> = {
  vooroorlogs: {
    streets: [profiles.smal, profiles.smal, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.smal],
    diepte: 42,
    lengte: [80, 150],
    blocks: [
      ['rijen', 66],
      ['2kap', 6],
      ['flats', 10],
      ['groen', 4],
      ['school', 4],
      ['kerk', 3],
      ['winkels', 5],
    ],
    rijen: {
      ...rijen,
      breedte: [4.7, 5.9],
      reeks: [6, 16],
      voortuin: [0, 0],
      huisdiepte: [8.5, 10.5],
      bouwlagen: [2, 3],
      bouwjaar: [1898, 1939],
      aanbouw: 0.55,
      schuur: 0.5,
      erker: 0.35,
      boven: 0.16,
      zijtuin: [0, 0.6],
      naam: 'herenhuis of arbeiderswoning',
    },
    kap: between(kap, [1920, 1939]),
    vrij: between(vrij, [1905, 1939]),
    flats: { ...modern, bouwjaar: [1984, 2020], bouwlagen: [3, 5] },
  },
  strokenbouw: {
    streets: [profiles.woonstraat, profiles.breed, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.pad, profiles.dwars],
    diepte: 56,
    lengte: [90, 150],
    blocks: [
      ['rijen', 42],
      ['2kap', 4],
      ['flats', 34],
      ['groen', 6],
      ['garages', 5],
      ['school', 4],
      ['winkels', 3],
      ['kerk', 2],
    ],
    rijen: { ...rijen, bouwjaar: [1949, 1966], reeks: [6, 10] },
    kap: between(kap, [1950, 1966]),
    vrij: between(vrij, [1950, 1966]),
    flats: portiek,
  },
  hoogbouw: {
    streets: [profiles.breed, profiles.breed],
    crossings: [profiles.dwars, profiles.fietsroute],
    diepte: 92,
    lengte: [110, 190],
    blocks: [
      ['flats', 62],
      ['rijen', 14],
      ['groen', 10],
      ['garages', 4],
      ['winkels', 5],
      ['zorg', 5],
    ],
    rijen: { ...rijen, bouwjaar: [1966, 1976] },
    kap: between(kap, [1968, 1980]),
    vrij: between(vrij, [1968, 1980]),
    flats: galerij,
  },
  bloemkool: {
    streets: [profiles.woonerf, profiles.woonerf, profiles.dwars],
    crossings: [profiles.pad, profiles.woonerf, profiles.pad],
    diepte: 46,
    lengte: [55, 105],
    blocks: [
      ['rijen', 66],
      ['2kap', 15],
      ['vrij', 6],
      ['groen', 8],
      ['garages', 7],
      ['school', 4],
      ['flats', 5],
      ['winkels', 2],
    ],
    rijen: {
      ...rijen,
      reeks: [3, 7],
      voortuin: [2.5, 4.5],
      huisdiepte: [9, 11],
      verspringt: 1.8,
      bouwjaar: [1971, 1985],
      aanbouw: 0.38,
    },
    kap: between(kap, [1973, 1985]),
    vrij: between(vrij, [1975, 1988]),
    flats: { ...portiek, bouwjaar: [1974, 1986], naam: 'appartementengebouw', breedte: 8 },
  },
  vinex: {
    streets: [profiles.breed, profiles.laan, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.dwars, profiles.pad],
    diepte: 50,
    lengte: [80, 140],
    blocks: [
      ['rijen', 44],
      ['2kap', 24],
      ['vrij', 22],
      ['flats', 9],
      ['groen', 5],
      ['school', 4],
      ['winkels', 2],
      ['zorg', 2],
    ],
    rijen: {
      ...rijen,
      reeks: [4, 9],
      breedte: [5.2, 6.4],
      bouwlagen: [2, 3],
      bouwjaar: [1992, 2012],
      aanbouw: 0.25,
      voortuin: [1.5, 3.5],
    },
    kap: between(kap, [1993, 2014]),
    vrij: between(vrij, [1994, 2018]),
    flats: modern,
  },
  villawijk: {
    streets: [profiles.laan, profiles.laan],
    crossings: [profiles.dwars, profiles.pad],
    diepte: 84,
    lengte: [110, 190],
    blocks: [
      ['vrij', 78],
      ['2kap', 8],
      ['groen', 12],
      ['zorg', 2],
    ],
    rijen: between(rijen, [1930, 1990]),
    kap: between({ ...kap, breedte: [12, 15] }, [1925, 1990]),
    vrij: { ...between(vrij, [1925, 2018]), breedte: [18, 30], voortuin: [8, 14], huisdiepte: [9, 14], garage: 0.7 },
    flats: modern,
  },
  dorp: {
    streets: [profiles.woonstraat, profiles.dwars],
    crossings: [profiles.dwars, profiles.pad],
    diepte: 58,
    lengte: [70, 130],
    blocks: [
      ['rijen', 26],
      ['2kap', 26],
      ['vrij', 34],
      ['groen', 5],
      ['school', 3],
      ['kerk', 3],
      ['winkels', 2],
    ],
    rijen: { ...rijen, bouwjaar: [1948, 1995] },
    kap: between(kap, [1930, 2005]),
    vrij: { ...between(vrij, [1880, 2015]), breedte: [16, 28] },
    flats: { ...modern, bouwlagen: [3, 3] },
  },
};
