import { toonAantal } from '../../domain/afscherming.ts';
import type { Herhaling } from '../contract.ts';

/** Pairs of registrations of one class within a distance (m) and a number of days, beside what chance gives. */
export interface HerhalingFeit {
  code: string;
  naam: string;
  van: string;
  tot: string;
  afstand: number;
  dagen: number;
  paren: number;
  verwacht: number;
  p: number;
}

/** The bands per class, protected. */
export function toonHerhaling({
  bron,
  rijen,
}: {
  bron: Herhaling['bron'];
  rijen: readonly HerhalingFeit[];
}): Herhaling {
  const codes = [...new Set(rijen.map(({ code }) => code))];
  return {
    bron,
    klassen: codes.map((code) => {
      const eigen = rijen.filter((rij) => rij.code === code);
      const { naam = code, van = '', tot = '' } = eigen[0] ?? {};
      return {
        ...{ code, naam, van, tot },
        vakken: eigen.map(({ afstand, dagen, paren, verwacht, p }) => {
          // few pairs give no ratio either: the two together would tell the count
          const getoond = toonAantal(paren);
          const telt = typeof getoond === 'number' && verwacht > 0;
          return {
            ...{ afstand, dagen, p, paren: getoond },
            verhouding: telt ? Math.round((10 * getoond) / verwacht) / 10 : null,
          };
        }),
      };
    }),
  };
}
