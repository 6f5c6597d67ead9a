import { bandBuren, queenBuren, zesBuren } from '../../../server/veiligheid/domain/buren.ts';
import { giSter } from '../../../server/veiligheid/domain/gi-ster.ts';
import { bepaalHotspots } from '../../../server/veiligheid/domain/hotspots.ts';
import { Prng } from '../../modelgemeente/prng.ts';
import type { Job } from '../job.ts';
import { median } from '../timings.ts';

const zijde = 100;

/** From counts to z on 10,000 cells, as when somebody drags a filter; the neighbours are known by then. */
export const giSterJob: Job = {
  name: 'gi-ster',
  uitleg: 'hotspots berekenen op 10.000 cellen, zoals bij elke beweging van een filter',
  async run({ short }) {
    const rng = new Prng('gi-ster');
    const kolom = Array.from({ length: zijde ** 2 }, (_, cel) => cel % zijde);
    const rij = kolom.map((_, cel) => Math.floor(cel / zijde));
    const [x, y] = [kolom, rij].map((as) => as.map((plaats) => plaats * 100)) as [number[], number[]];
    const aantallen = Float64Array.from(kolom, () => Math.floor(-2 * Math.log(1 - rng.next())));
    const meet = (werk: () => unknown) => {
      const tijden = Array.from({ length: short ? 50 : 500 }, () => {
        const begin = performance.now();
        werk();
        return performance.now() - begin;
      });
      return median(tijden);
    };
    const queen = queenBuren({ kolom, rij });
    const manieren = {
      queen,
      zes: zesBuren({ kolom, rij }),
      '250 m': bandBuren(x, y, 250),
      '500 m': bandBuren(x, y, 500),
    };
    const figures = Object.entries(manieren).map(([naam, buren]) => [
      `van tellingen tot z, ${naam}, ms`,
      meet(() => giSter(aantallen, buren)),
    ]);
    figures.push(['van tellingen tot q en klasse, queen, ms', meet(() => bepaalHotspots(aantallen, queen))]);
    return { figures: Object.fromEntries(figures) };
  },
};
