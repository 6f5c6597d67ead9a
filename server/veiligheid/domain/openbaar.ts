import { MINSTE_AANTAL } from './afscherming.ts';
import { queenBuren } from './buren.ts';
import { bepaalHotspots, vindTekort } from './hotspots.ts';
import { kolomVan, rijVan } from './rooster.ts';
import { afwijkingVanVerwacht } from './verhouding.ts';

interface Uitkomst {
  n: number;
  tekort: string | null;
  cellen: { bin: number; plekken: number[] }[];
}

/**
 * The hot spots that everybody may see: of each cell only its class of significance. A class never rests on fewer than
 * five records in the cell and its neighbours, and a map that holds too little shows none at all.
 *
 * @param cellen numbers of the cells of 100 m, in order; `feiten` in the same order
 */
export function hotspotsVoorIedereen(
  cellen: readonly number[],
  feiten: readonly { adressen: number; aantal: number }[],
  per: 'aantal' | 'adressen',
): Uitkomst {
  const aantallen = Float64Array.from(feiten, ({ aantal }) => aantal);
  const tekort = vindTekort(aantallen);
  const teWeinigCellen = tekort === 'te weinig cellen';
  const buren = queenBuren({ kolom: cellen.map(kolomVan), rij: cellen.map(rijVan) });
  const waarden =
    per === 'aantal'
      ? aantallen
      : afwijkingVanVerwacht(
          aantallen,
          feiten.map(({ adressen }) => adressen),
        );
  const { n, bins } = bepaalHotspots(waarden, buren);
  const perBin = new Map<number, number[]>();
  bins.forEach((bin, cel) => {
    if (bin === 0 || teWeinigCellen || telRondom(aantallen, buren, cel) < MINSTE_AANTAL) return;
    perBin.set(bin, [...(perBin.get(bin) ?? []), cel]);
  });
  return {
    n,
    tekort: teWeinigCellen ? 'In deze periode gebeurde op te weinig plekken iets om er iets over te zeggen.' : null,
    cellen: [...perBin].sort(([a], [b]) => b - a).map(([bin, plekken]) => ({ bin, plekken })),
  };
}

function telRondom(aantallen: Float64Array, { begin, van, tot }: ReturnType<typeof queenBuren>, cel: number): number {
  let som = 0;
  for (let reeks = begin[cel] as number; reeks < (begin[cel + 1] as number); reeks += 1) {
    for (let buur = van[reeks] as number; buur < (tot[reeks] as number); buur += 1) som += aantallen[buur] as number;
  }
  return som;
}
