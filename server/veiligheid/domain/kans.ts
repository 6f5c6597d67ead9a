import type { Buren } from './buren.ts';
import type { GiSter } from './gi-ster.ts';
import { giSter } from './gi-ster.ts';

/** More levels make the chance no better, only slower to compute. */
const NIVEAUS = 512;

/**
 * The chance that a cell is what it is by accident, without leaning on the bell curve.
 *
 * The p of Gi* assumes that the sum over a cell and its neighbours is normal. Counts of crime are small and skewed: with
 * one per cell, a quarter of all maps without any hot spot would show one somewhere. Here the sum is held against what
 * k cells drawn at random from this very map would add up to: the values of the map, folded k times with themselves.
 * That is exact for whole numbers but for one thing: a cell may be drawn twice, which makes the chance a little too
 * large on a grid of a few dozen cells. Other values, and counts that lie far apart, are first put on 512 levels.
 *
 * @param tot work out only cells whose p is at most this; the others keep their p
 * @returns per cell the larger of p and the exact two-sided chance; NaN where p is NaN
 */
export function kansOpToeval(
  waarden: ArrayLike<number>,
  buren: Buren,
  { k }: Pick<GiSter, 'k'>,
  p: ArrayLike<number>,
  tot: number,
): Float64Array {
  const kans = Float64Array.from(p);
  const kandidaten = Array.from(kans, (_, cel) => cel)
    .filter((cel) => (kans[cel] as number) <= tot)
    .sort((a, b) => (k[a] as number) - (k[b] as number));
  if (kandidaten.length === 0) return kans;
  const { niveaus, verdeling } = legOpNiveaus(waarden);
  const { som } = giSter(niveaus, buren);
  let getrokken = 0;
  let sommen = Float64Array.of(1);
  let vanaf = Float64Array.of(1);
  for (const cel of kandidaten) {
    const aantal = k[cel] as number;
    if (getrokken < aantal) {
      for (; getrokken < aantal; getrokken += 1) sommen = vouw(sommen, verdeling);
      vanaf = telVanAchteren(sommen);
    }
    const uitkomst = Math.round(som[cel] as number);
    const meer = vanaf[uitkomst] as number;
    const minder = 1 - (vanaf[uitkomst + 1] ?? 0);
    kans[cel] = Math.min(1, Math.max(kans[cel] as number, 2 * Math.min(meer, minder)));
  }
  return kans;
}

/** Values as whole levels from 0, and how large a share of the cells is at each level. */
function legOpNiveaus(waarden: ArrayLike<number>): { niveaus: Float64Array; verdeling: Float64Array } {
  let minst = Number.POSITIVE_INFINITY;
  let meest = Number.NEGATIVE_INFINITY;
  let cellen = 0;
  let heel = true;
  for (let cel = 0; cel < waarden.length; cel += 1) {
    const waarde = waarden[cel] as number;
    if (Number.isNaN(waarde)) continue;
    cellen += 1;
    minst = Math.min(minst, waarde);
    meest = Math.max(meest, waarde);
    heel &&= Number.isInteger(waarde);
  }
  const trede = heel && meest - minst < NIVEAUS ? 1 : (meest - minst) / (NIVEAUS - 1);
  const niveaus = Float64Array.from(waarden, (waarde) => Math.round((waarde - minst) / trede));
  const verdeling = new Float64Array(Math.round((meest - minst) / trede) + 1);
  for (const niveau of niveaus)
    if (!Number.isNaN(niveau)) verdeling[niveau] = (verdeling[niveau] as number) + 1 / cellen;
  return { niveaus, verdeling };
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
