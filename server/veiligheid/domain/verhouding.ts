/** What a count is set against: without it a map shows where people live. */
export const noemers = ['adressen', 'inwoners'] as const;
export type Noemer = (typeof noemers)[number];

/** Below this a rate says nothing and tells on the few who live there. */
export const MINSTE_NOEMER: Readonly<Record<Noemer, number>> = { adressen: 50, inwoners: 100 };

/**
 * Counts per 1,000 adressen or inwoners.
 *
 * @param aantallen NaN: not known
 * @param aanwezig adressen or inwoners of the same cells or areas; NaN: not known
 * @param minste a rate over fewer is not given
 * @returns NaN where there is no rate: such a cell is outside the analysis, not zero
 */
export function perDuizend(aantallen: ArrayLike<number>, aanwezig: ArrayLike<number>, minste: number): Float64Array {
  return Float64Array.from(aantallen, (aantal, plek) => {
    const noemer = aanwezig[plek] as number;
    return noemer > 0 && noemer >= minste ? (1000 * aantal) / noemer : Number.NaN;
  });
}

/**
 * How far each count lies from what its adressen or inwoners would bring, if all had the same chance: in standard
 * deviations of a count that comes by chance, (count − expected) / √expected.
 *
 * This is what a map "per 1,000" is computed on. Gi* of the rates themselves would hang on cells with two adressen, where
 * one record is a rate of 500; here each cell weighs by what it can say.
 *
 * @param aantallen NaN: not known
 * @param aanwezig adressen or inwoners of the same cells
 * @returns NaN where there are none, or the count is not known: outside the analysis
 */
export function afwijkingVanVerwacht(aantallen: ArrayLike<number>, aanwezig: ArrayLike<number>): Float64Array {
  let totaal = 0;
  let noemer = 0;
  const doetMee = (plek: number) => (aanwezig[plek] as number) > 0 && !Number.isNaN(aantallen[plek]);
  for (let plek = 0; plek < aantallen.length; plek += 1) {
    if (!doetMee(plek)) continue;
    totaal += aantallen[plek] as number;
    noemer += aanwezig[plek] as number;
  }
  return Float64Array.from(aantallen, (aantal, plek) => {
    if (!doetMee(plek)) return Number.NaN;
    const verwacht = ((aanwezig[plek] as number) * totaal) / noemer;
    return verwacht > 0 ? (aantal - verwacht) / Math.sqrt(verwacht) : 0;
  });
}
