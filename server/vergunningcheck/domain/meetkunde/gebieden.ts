import { nergens } from './achtererf.ts';
import { type Punt, plus } from './punt.ts';
import type { Reden } from './redenen.ts';
import type { Regels } from './regels.ts';
import type { Situatie } from './situatie.ts';
import { naarVeelhoeken, oppervlakte, type Vlak } from './vlak.ts';
import { bereidVoor } from './voorbereid.ts';

/** Polygons in RD metres, as in GeoJSON: closed rings, the first around the others. */
export type Veelhoeken = [x: number, y: number][][][];

export type Achtererfgebied =
  | { gebied: Veelhoeken; oppervlakteM2: number }
  /** `varianten`: the area under each reading of the line; empty: there is no line at all. */
  | { nietTeBerekenen: Reden | 'meer-lijnen'; varianten: Veelhoeken[] };

function naarRd(vlak: Vlak, oorsprong: Punt): Veelhoeken {
  return naarVeelhoeken(vlak).map((ringen) =>
    ringen.map((ring) => ring.map((punt): [number, number] => [...plus(punt, oorsprong)] as [number, number])),
  );
}

/**
 * The achtererfgebied of a place, in RD metres: the gebouwerf behind the line a metre behind the voorkant.
 *
 * @source Bbl bijlage I
 */
export function achtererfgebied(situatie: Situatie, regels: Regels): Achtererfgebied {
  const manieren = [situatie, ...(situatie.andersGelezen ? [situatie.andersGelezen] : [])];
  const varianten: { gebied: Veelhoeken; oppervlakteM2: number }[] = [];
  for (const manier of manieren) {
    const { grond, reden, lezingen } = bereidVoor(manier, regels);
    if (reden || !grond) return { nietTeBerekenen: reden ?? 'perceel-onbruikbaar', varianten: [] };
    for (const { achtererf } of lezingen) {
      const vlak = achtererf(nergens);
      varianten.push({ gebied: naarRd(vlak, grond.oorsprong), oppervlakteM2: oppervlakte(vlak) });
    }
  }
  const [enige, ...andere] = varianten;
  return enige && andere.length === 0
    ? enige
    : { nietTeBerekenen: 'meer-lijnen', varianten: varianten.map(({ gebied }) => gebied) };
}
