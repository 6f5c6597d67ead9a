import { nergens } from './achtererf.ts';
import { type Punt, plus } from './punt.ts';
import type { Reden } from './redenen.ts';
import type { Regels } from './regels.ts';
import type { Situatie } from './situatie.ts';
import { naarVeelhoeken, oppervlakte, type Vlak, verschil } from './vlak.ts';
import { bereidVoor, type Voorbereid } from './voorbereid.ts';

/** Polygons in RD metres, as in GeoJSON: closed rings, the first around the others. */
export type Veelhoeken = [x: number, y: number][][][];

export type Achtererfgebied =
  | { gebied: Veelhoeken; oppervlakteM2: number }
  /** `varianten`: the area under each reading of the line; empty: there is no line at all. */
  | { nietTeBerekenen: Reden | 'meer-lijnen'; varianten: Veelhoeken[] };

/** Readings that differ less (m²) are one. */
const ZELFDE_M2 = 0.05;

export function naarRd(vlak: Vlak, oorsprong: Punt): Veelhoeken {
  return naarVeelhoeken(vlak).map((ringen) =>
    ringen.map((ring) => ring.map((punt): [number, number] => [...plus(punt, oorsprong)] as [number, number])),
  );
}

/** The different areas that the readings give. */
export function verschillendeGebieden({ lezingen }: Voorbereid): Vlak[] {
  const anders: Vlak[] = [];
  for (const { achtererf } of lezingen) {
    const gebied = achtererf(nergens);
    const bekend = anders.some(
      (eerder) => oppervlakte(verschil(gebied, eerder)) + oppervlakte(verschil(eerder, gebied)) < ZELFDE_M2,
    );
    if (!bekend) anders.push(gebied);
  }
  return anders;
}

/**
 * The achtererfgebied of a place, in RD metres: the gebouwerf behind the line a metre behind the voorkant.
 *
 * @source Bbl bijlage I
 */
export function achtererfgebied(situatie: Situatie, regels: Regels): Achtererfgebied {
  const voorbereid = bereidVoor(situatie, regels);
  const { grond, reden } = voorbereid;
  if (reden || !grond) return { nietTeBerekenen: reden ?? 'perceel-onbruikbaar', varianten: [] };
  const gebieden = verschillendeGebieden(voorbereid);
  const varianten = gebieden.map((gebied) => naarRd(gebied, grond.oorsprong));
  return varianten.length === 1
    ? { gebied: varianten[0]!, oppervlakteM2: oppervlakte(gebieden[0]!) }
    : { nietTeBerekenen: 'meer-lijnen', varianten };
}
