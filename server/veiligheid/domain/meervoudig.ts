/**
 * Testing all cells of a map at once: of 10,000 cells where nothing is going on, 500 have p ≤ 0.05. Benjamini and
 * Hochberg keep the share of such false discoveries among what is called significant below alfa.
 */

/** Levels of the bins ±1, ±2 and ±3. */
export const NIVEAUS = [0.1, 0.05, 0.01] as const;

/** Rounding of the machine may not decide: p and alfa are equal when they differ less than this share. */
const RUIS = 1 + 1e-12;

/** From low to high, without NaN. */
function gesorteerd(p: ArrayLike<number>): Float64Array {
  const alle = Float64Array.from(p).sort();
  let m = alle.length;
  while (m > 0 && Number.isNaN(alle[m - 1])) m -= 1;
  return alle.subarray(0, m);
}

/**
 * How many of the tests are significant at alfa: the largest k for which the k-th smallest p ≤ k/m·alfa.
 *
 * @param p NaN is a test that was not done: it does not count in m
 */
export function telSignificant(p: ArrayLike<number>, alfa: number): number {
  const oplopend = gesorteerd(p);
  const m = oplopend.length;
  for (let k = m; k > 0; k -= 1) if ((oplopend[k - 1] as number) * m <= k * alfa * RUIS) return k;
  return 0;
}

/**
 * The adjusted p of each test: the smallest alfa at which it is significant, as R's p.adjust(method = "BH").
 *
 * @returns in the order of p; NaN where p is NaN
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const oplopend = gesorteerd(p);
  const m = oplopend.length;
  const aangepast = new Float64Array(m);
  let laagste = 1;
  for (let k = m; k > 0; k -= 1) {
    laagste = Math.min(laagste, (m / k) * (oplopend[k - 1] as number));
    aangepast[k - 1] = laagste;
  }
  const q = new Float64Array(p.length);
  for (let cel = 0; cel < q.length; cel += 1) {
    const waarde = p[cel] as number;
    q[cel] = Number.isNaN(waarde) ? waarde : (aangepast[laatsteVan(oplopend, waarde)] as number);
  }
  return q;
}

/** Index of the last value that is not above `waarde`, which is one of them. */
function laatsteVan(oplopend: Float64Array, waarde: number): number {
  let laag = 0;
  let hoog = oplopend.length;
  while (hoog - laag > 1) {
    const midden = (laag + hoog) >>> 1;
    if ((oplopend[midden] as number) <= waarde) laag = midden;
    else hoog = midden;
  }
  return laag;
}

/**
 * The bin of each cell: 3, 2 or 1 (−3, −2 or −1 for cold) when it is significant at 0.01, 0.05 or 0.10 after correction
 * over the whole map; 0 when it is not, or was not tested.
 *
 * @param aangepast of {@link benjaminiHochberg}
 */
export function bepaalBins(z: ArrayLike<number>, aangepast: ArrayLike<number>): Int8Array {
  return Int8Array.from(z, (score, cel) => {
    let bin = 0;
    while (bin < NIVEAUS.length && (aangepast[cel] as number) <= (NIVEAUS[bin] as number) * RUIS) bin += 1;
    return score < 0 ? -bin : bin;
  });
}
