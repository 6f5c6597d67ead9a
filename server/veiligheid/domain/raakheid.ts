import type { Buren } from './buren.ts';
import { giSter } from './gi-ster.ts';

/**
 * Prediction accuracy index: the share of the incidents that was caught, divided by the share of the area that was
 * pointed at. 1 is no better than chance.
 *
 * @example pai({ raak: 40, totaal: 200, aangewezen: 0.5, geheel: 10 }) // 4
 */
export const pai = (m: { raak: number; totaal: number; aangewezen: number; geheel: number }): number =>
  m.raak / m.totaal / (m.aangewezen / m.geheel);

/**
 * Prediction efficiency index: what was caught, out of the most that any area of that size could catch. 0 to 1.
 *
 * @example pei(40, 80) // 0.5
 */
export const pei = (raak: number, meest: number): number => raak / meest;

/** One way of pointing at cells, judged over several months. */
export interface Oordeel {
  pai: { gemiddelde: number; spreiding: number };
  pei: { gemiddelde: number; spreiding: number };
}

export interface Vergelijking {
  hotspots: Oordeel;
  /** Simply the cells that had most in the year before. */
  naief: Oordeel;
  /** Months that were tried; months in which nothing happened cannot be. */
  maanden: number;
  /** Only then the map of hot spots adds something to a list of last year's counts: do not show it otherwise. */
  beter: boolean;
}

/**
 * Judges the map on what came after it: from twelve months before, point at cells; count what the month itself brought
 * there; move on a month, twelve times. The cells with the highest Gi* against those with the highest counts.
 *
 * @param aantallen step after step (months): of cell i in month t at t·cellen + i
 * @param kies how many cells each may point at
 * @returns null when there are less than 24 months
 */
export function vergelijkMetNaief(aantallen: ArrayLike<number>, buren: Buren, kies: number): Vergelijking | null {
  const cellen = buren.aantal.length;
  const maanden = aantallen.length / cellen;
  if (maanden < 24) return null;
  const van = (maand: number, cel: number) => aantallen[maand * cellen + cel] as number;
  const uitslag = { hotspots: [] as Treffer[], naief: [] as Treffer[] };
  for (let maand = maanden - 12; maand < maanden; maand += 1) {
    const jaar = new Float64Array(cellen);
    for (let eerder = maand - 12; eerder < maand; eerder += 1) {
      for (let cel = 0; cel < cellen; cel += 1) jaar[cel] = (jaar[cel] as number) + van(eerder, cel);
    }
    const dezeMaand = Float64Array.from(jaar, (_, cel) => van(maand, cel));
    const totaal = dezeMaand.reduce((som, aantal) => som + aantal, 0);
    if (totaal === 0) continue;
    const vang = (op: Float64Array) => hoogste(op, kies).reduce((som, cel) => som + (dezeMaand[cel] as number), 0);
    const meest = vang(dezeMaand);
    const meet = (raak: number): Treffer => ({
      pai: pai({ raak, totaal, aangewezen: kies, geheel: cellen }),
      pei: pei(raak, meest),
    });
    uitslag.hotspots.push(meet(vang(giSter(jaar, buren).z)));
    uitslag.naief.push(meet(vang(jaar)));
  }
  const hotspots = vatSamen(uitslag.hotspots);
  const naief = vatSamen(uitslag.naief);
  const beter = hotspots.pai.gemiddelde > naief.pai.gemiddelde && hotspots.pei.gemiddelde > naief.pei.gemiddelde;
  return { hotspots, naief, maanden: uitslag.naief.length, beter };
}

interface Treffer {
  pai: number;
  pei: number;
}

/** The cells with the highest values; among equals the first. */
const hoogste = (waarden: Float64Array, aantal: number): number[] =>
  Array.from(waarden, (_, cel) => cel)
    .sort((a, b) => (waarden[b] as number) - (waarden[a] as number) || a - b)
    .slice(0, aantal);

function vatSamen(treffers: readonly Treffer[]): Oordeel {
  const van = (maat: keyof Treffer) => {
    const gemiddelde = treffers.reduce((som, treffer) => som + treffer[maat], 0) / treffers.length;
    const kwadraten = treffers.reduce((som, treffer) => som + (treffer[maat] - gemiddelde) ** 2, 0);
    return { gemiddelde, spreiding: Math.sqrt(kwadraten / Math.max(1, treffers.length - 1)) };
  };
  return { pai: van('pai'), pei: van('pei') };
}
