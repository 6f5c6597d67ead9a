import type { Buren } from './buren.ts';

/** Gi* of every cell of a map, in the order of the cells. */
export interface GiSter {
  /** How many cells take part. */
  n: number;
  /** Mean and standard deviation (divided by n) of the values of these cells. */
  gemiddelde: number;
  s: number;
  /** Cells that count for each cell, itself included. */
  k: Uint32Array;
  /** Sum of the values of these cells. */
  som: Float64Array;
  /** Standard scores; NaN where Gi* is not defined. */
  z: Float64Array;
}

/**
 * The local statistic Gi* of Getis and Ord, with weight 1 for a cell itself and each cell near it:
 *
 *     z = (Σ near x − k·mean) / (S·√((n·k − k²)/(n − 1)))
 *
 * A value NaN is a cell outside the analysis: it counts nowhere, and has no z. There is no z either when all values
 * are equal (nothing differs from anything), or for a cell to which every cell is near (there is no rest to compare
 * with). A cell without neighbours only counts itself (k = 1), and its z says how far it is from the mean.
 *
 * Sums are exact for counts. For other values they are taken from the mean and with the rounding of each addition kept,
 * so that z stays within 1e-9 of one that sums each neighbourhood by itself, for a million cells as well.
 */
export function giSter(waarden: ArrayLike<number>, buren: Buren): GiSter {
  const lopend = new Lopend(waarden);
  const { n, s, midden, afwijking, totaal, aanwezig } = lopend;
  const cellen = waarden.length;
  const k = new Uint32Array(cellen);
  const som = new Float64Array(cellen);
  const z = new Float64Array(cellen);
  for (let cel = 0; cel < cellen; cel += 1) {
    let dichtbij = 0;
    let tel = 0;
    const einde = buren.begin[cel + 1] as number;
    for (let reeks = buren.begin[cel] as number; reeks < einde; reeks += 1) {
      const van = buren.van[reeks] as number;
      const tot = buren.tot[reeks] as number;
      dichtbij += (totaal[tot] as number) - (totaal[van] as number);
      if (aanwezig) tel += (aanwezig[tot] as number) - (aanwezig[van] as number);
    }
    if (!aanwezig) tel = buren.aantal[cel] as number;
    k[cel] = tel;
    som[cel] = dichtbij + midden * tel;
    const doetMee = !aanwezig || aanwezig[cel + 1] !== aanwezig[cel];
    z[cel] = doetMee ? (dichtbij - afwijking * tel) / (s * Math.sqrt((tel * (n - tel)) / (n - 1))) : Number.NaN;
  }
  // Nothing to divide by: an exact zero above it would give NaN, a rounded one infinity.
  if (s === 0) z.fill(Number.NaN);
  else for (let cel = 0; cel < cellen; cel += 1) if (k[cel] === n) z[cel] = Number.NaN;
  return { n, gemiddelde: midden + afwijking, s, k, som, z };
}

/** Running totals of the values from a whole number near their mean, and of the cells that take part. */
class Lopend {
  readonly n: number;
  readonly s: number;
  /** What was taken from each value: whole, so that counts stay whole. */
  readonly midden: number;
  /** How far the mean lies from it. */
  readonly afwijking: number;
  readonly totaal: Float64Array;
  /** Null when all cells take part. */
  readonly aanwezig: Uint32Array | null;

  constructor(waarden: ArrayLike<number>) {
    const cellen = waarden.length;
    let n = 0;
    let som = 0;
    let minst = Number.POSITIVE_INFINITY;
    let meest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < cellen; i += 1) {
      const waarde = waarden[i] as number;
      if (Number.isNaN(waarde)) continue;
      n += 1;
      som += waarde;
      if (waarde < minst) minst = waarde;
      if (waarde > meest) meest = waarde;
    }
    this.n = n;
    this.midden = n === 0 ? 0 : Math.round(som / n);
    this.totaal = new Float64Array(cellen + 1);
    this.aanwezig = n === cellen ? null : new Uint32Array(cellen + 1);
    let geteld = 0;
    let rest = 0;
    for (let i = 0; i < cellen; i += 1) {
      const waarde = waarden[i] as number;
      const telt = !Number.isNaN(waarde);
      if (telt) {
        // Neumaier: what an addition rounds away is kept apart.
        const erbij = waarde - this.midden;
        const nieuw = geteld + erbij;
        rest += Math.abs(geteld) >= Math.abs(erbij) ? geteld - nieuw + erbij : erbij - nieuw + geteld;
        geteld = nieuw;
      }
      this.totaal[i + 1] = geteld + rest;
      if (this.aanwezig) this.aanwezig[i + 1] = (this.aanwezig[i] as number) + (telt ? 1 : 0);
    }
    this.afwijking = (geteld + rest) / n;
    let kwadraten = 0;
    for (let i = 0; i < cellen; i += 1) {
      const waarde = waarden[i] as number;
      if (!Number.isNaN(waarde)) kwadraten += (waarde - this.midden - this.afwijking) ** 2;
    }
    this.s = n > 0 && meest > minst ? Math.sqrt(kwadraten / n) : 0;
  }
}
