import type { Buren } from './buren.ts';
import { type GiSter, giSter } from './gi-ster.ts';
import { benjaminiHochberg, NIVEAUS } from './meervoudig.ts';

/** More levels make the chance no better, only slower to compute. */
const TREDEN = 256;

/** Cells that are significant at this level are no part of what is ordinary. */
const APART = 0.05;
/** Where more than this share of the cells stands apart there is no ordinary left to draw from. */
const MEEST_APART = 0.25;

/**
 * The q of each cell, without leaning on the bell curve: the chance that what is found is accident, corrected for all
 * cells of the map.
 *
 * The p of Gi* takes the sum over a cell and its neighbours for normal. Counts of crime are small and skewed: with one
 * per cell, a quarter of all maps on which nothing is going on would show a hot spot somewhere. Here the sum is held
 * against what k cells drawn at random from this very map would add up to: the distribution of the values of the map,
 * folded k times with itself. That is exact for whole numbers, but that a cell may be drawn twice, which makes the chance
 * a little too large on a grid of a few dozen cells. Other values, and counts that lie far apart, are first put on 256
 * levels. The chance of a cell is the larger of this one and its p.
 *
 * It goes in steps. A hot spot itself makes high values look ordinary, and hides the edge of it and other hot spots. So
 * what is significant stands apart, and the rest is held against what is left, until nothing is added. On a map without
 * hot spots there is only the first step.
 *
 * @param p two-sided, of the same cells
 * @returns NaN where p is NaN
 */
export function bepaalQ(waarden: ArrayLike<number>, buren: Buren, { n, k }: GiSter, p: Float64Array): Float64Array {
  // Whoever has a p above the highest level cannot become significant.
  const kandidaten = Uint32Array.from(p, (_, cel) => cel)
    .filter((cel) => (p[cel] as number) <= NIVEAUS[0])
    .sort((a, b) => (k[a] as number) - (k[b] as number));
  if (kandidaten.length === 0) return benjaminiHochberg(p);
  const niveaus = legOpNiveaus(waarden);
  const { som } = giSter(niveaus, buren);
  const apart = new Set<number>();
  for (;;) {
    const kans = Float64Array.from(p);
    const sommen = new Sommen(niveaus, apart);
    for (const cel of kandidaten) {
      const tweezijdig = sommen.tweezijdig(k[cel] as number, Math.round(som[cel] as number));
      kans[cel] = Math.max(kans[cel] as number, tweezijdig);
    }
    const q = benjaminiHochberg(kans);
    const erbij = kandidaten.filter((cel) => (q[cel] as number) <= APART && !apart.has(cel));
    if (erbij.length === 0 || apart.size + erbij.length > MEEST_APART * n) return q;
    for (const cel of erbij) apart.add(cel);
  }
}

/** Values as whole levels from 0; NaN stays. */
function legOpNiveaus(waarden: ArrayLike<number>): Float64Array {
  let minst = Number.POSITIVE_INFINITY;
  let meest = Number.NEGATIVE_INFINITY;
  let heel = true;
  for (let cel = 0; cel < waarden.length; cel += 1) {
    const waarde = waarden[cel] as number;
    if (Number.isNaN(waarde)) continue;
    if (waarde < minst) minst = waarde;
    if (waarde > meest) meest = waarde;
    heel &&= Number.isInteger(waarde);
  }
  const trede = heel && meest - minst < TREDEN ? 1 : (meest - minst) / (TREDEN - 1);
  return Float64Array.from(waarden, (waarde) => Math.round((waarde - minst) / trede));
}

/** What a number of cells, drawn at random, add up to. Ask for more and more cells, never for fewer. */
class Sommen {
  private readonly verdeling: Float64Array;
  private getrokken = 0;
  private kansen: Float64Array = Float64Array.of(1);
  /** The chance of each sum or more. */
  private vanaf: Float64Array = Float64Array.of(1);

  constructor(niveaus: Float64Array, apart: ReadonlySet<number>) {
    const aantallen: number[] = [];
    let cellen = 0;
    for (const [cel, niveau] of niveaus.entries()) {
      if (Number.isNaN(niveau) || apart.has(cel)) continue;
      aantallen[niveau] = (aantallen[niveau] ?? 0) + 1;
      cellen += 1;
    }
    this.verdeling = Float64Array.from(aantallen, (aantal) => (aantal ?? 0) / cellen);
  }

  /** Twice the smaller of the chances of this sum or more, and of this sum or less. */
  tweezijdig(cellen: number, som: number): number {
    if (this.getrokken < cellen) {
      for (; this.getrokken < cellen; this.getrokken += 1) this.kansen = vouw(this.kansen, this.verdeling);
      this.vanaf = telVanAchteren(this.kansen);
    }
    const minder = 1 - (this.vanaf[som + 1] ?? 0);
    return Math.min(1, 2 * Math.min(this.vanaf[som] ?? 0, minder));
  }
}

/** The distribution of a sum of which one more is drawn. */
function vouw(sommen: Float64Array, verdeling: Float64Array): Float64Array {
  const nieuw = new Float64Array(sommen.length + verdeling.length - 1);
  for (let niveau = 0; niveau < verdeling.length; niveau += 1) {
    const deel = verdeling[niveau] as number;
    if (deel === 0) continue;
    for (let som = 0; som < sommen.length; som += 1) {
      nieuw[niveau + som] = (nieuw[niveau + som] as number) + deel * (sommen[som] as number);
    }
  }
  return nieuw;
}

/** The chance of each sum or more; the smallest are added first, so that they are not lost. */
function telVanAchteren(kansen: Float64Array): Float64Array {
  const vanaf = new Float64Array(kansen.length);
  let geteld = 0;
  for (let som = kansen.length - 1; som >= 0; som -= 1) {
    geteld += kansen[som] as number;
    vanaf[som] = geteld;
  }
  return vanaf;
}
