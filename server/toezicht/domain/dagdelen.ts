import { queenBuren } from '../../veiligheid/domain/buren.ts';
import { bepaalHotspots, vindTekort } from '../../veiligheid/domain/hotspots.ts';
import { kolomVan, rijVan } from '../../veiligheid/domain/rooster.ts';
import type { WerkHotspots } from '../contract.ts';

type Deel = WerkHotspots['stromen'][number]['delen'][number];

/** Counts of one year, part of the day and thema, by number of cell. */
export interface DagdeelRij {
  jaar: number;
  weekdeel: string;
  dagdeel: string;
  thema: string;
  cellen: readonly number[];
  aantallen: readonly number[];
}

const weekdelen = ['doordeweeks', 'weekend'] as const;
const dagdelen = ['nacht', 'dag', 'avond'] as const;

/** Years that are counted together: one says too little of a part of the day, and ten years ago says nothing of now. */
const jarenSamen = 2;

/**
 * The hot spots of every part of the day, for who walks in one area: judged over the whole gemeente, told of that area.
 *
 * @param rooster cells with exposure of the whole gemeente, in order
 * @param hier cells of the area with the name of their buurt
 */
export function hotspotsPerDagdeel(
  rooster: readonly number[],
  rijen: readonly DagdeelRij[],
  hier: ReadonlyMap<number, string | null>,
): { jaren: number[]; delen: Deel[] } {
  const jaren = [...new Set(rijen.map(({ jaar }) => jaar))].sort((a, b) => b - a).slice(0, jarenSamen);
  const plekVan = new Map(rooster.map((cel, plek) => [cel, plek]));
  const buren = queenBuren({ kolom: rooster.map(kolomVan), rij: rooster.map(rijVan) });
  const delen = weekdelen.flatMap((weekdeel) =>
    dagdelen.map((dagdeel): Deel => {
      const aantallen = new Float64Array(rooster.length);
      const perThema = new Map<number, Map<string, number>>();
      for (const rij of rijen) {
        if (rij.weekdeel !== weekdeel || rij.dagdeel !== dagdeel || !jaren.includes(rij.jaar)) continue;
        rij.cellen.forEach((cel, i) => {
          const plek = plekVan.get(cel);
          const aantal = rij.aantallen[i] ?? 0;
          if (plek === undefined || aantal === 0) return;
          aantallen[plek] = (aantallen[plek] as number) + aantal;
          if (!hier.has(cel)) return;
          const themas = perThema.get(plek) ?? new Map<string, number>();
          perThema.set(plek, themas.set(rij.thema, (themas.get(rij.thema) ?? 0) + aantal));
        });
      }
      const tekort = vindTekort(aantallen);
      if (tekort === 'te weinig cellen') {
        const uitleg = 'Op dit deel van de dag gebeurde op te weinig plekken iets om er iets over te zeggen.';
        return { weekdeel, dagdeel, tekort: uitleg, cellen: [] };
      }
      const { bins } = bepaalHotspots(aantallen, buren);
      const cellen = [...hier].flatMap(([cel, buurt]) => {
        const plek = plekVan.get(cel);
        const bin = plek === undefined ? 0 : (bins[plek] as number);
        if (plek === undefined || bin < 1) return [];
        const themas = [...(perThema.get(plek) ?? [])]
          .map(([thema, aantal]) => ({ thema, aantal }))
          .sort((een, ander) => ander.aantal - een.aantal)
          .slice(0, 3);
        return [{ cel, bin, aantal: aantallen[plek] as number, buurt, themas }];
      });
      return { weekdeel, dagdeel, tekort: null, cellen: cellen.sort((a, b) => b.bin - a.bin || b.aantal - a.aantal) };
    }),
  );
  return { jaren, delen };
}
