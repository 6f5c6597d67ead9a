import type { Feiten } from '../../scripts/geval/werkzaamheid.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { type Activiteit, toetsenVan } from '../../server/vergunningcheck/domain/regel.ts';
import { opStap, stapVan } from '../../server/vergunningcheck/domain/woorden.ts';

/** Draws that are the same on every machine. */
export function maakTrekking(zaad: number): (hoeveel: number) => number {
  let stand = zaad;
  return (hoeveel) => {
    stand = (Math.imul(stand, 1664525) + 1013904223) >>> 0;
    return Math.floor((stand / 4294967296) * hoeveel);
  };
}

/** Values that each fact of an activiteit can have: every option, and of a number some on both sides of every limit. */
export function mogelijkeWaarden(activiteit: Activiteit): Map<string, Exclude<Waarde, null>[]> {
  const grenzen = [
    ...activiteit.delen.flatMap(({ takken }) => takken.flatMap(({ als }) => toetsenVan(als))),
    ...activiteit.plantoets,
  ].flatMap((toets) => (toets.soort === 'grens' ? [toets] : []));
  return new Map(
    activiteit.feiten.map(({ sleutel, soort, opties, minimum, maximum }): [string, Exclude<Waarde, null>[]] => {
      if (soort === 'ja-nee') return [sleutel, [true, false]];
      if (soort !== 'getal') return [sleutel, opties.map(({ waarde }) => waarde)];
      const rond = grenzen
        .filter(({ feit }) => feit === sleutel)
        .flatMap(({ waarde, eenheid }) => {
          const grens = typeof waarde === 'number' ? waarde : 1;
          const stap = stapVan[eenheid];
          return [grens - 3 * stap, grens - stap, grens, grens + stap, grens + 7 * stap].map((een) =>
            opStap(een, stap),
          );
        });
      const binnen = rond.filter((een) => een >= (minimum ?? 0) && een <= (maximum ?? een));
      return [sleutel, binnen.length > 0 ? binnen : [minimum ?? 1]];
    }),
  );
}

/** Facts drawn at random; one in `leeg` is not known. */
export function trekFeiten(
  waarden: ReadonlyMap<string, Exclude<Waarde, null>[]>,
  trek: (hoeveel: number) => number,
  leeg: number,
): Feiten {
  return Object.fromEntries(
    [...waarden].map(([sleutel, keuzes]) => [
      sleutel,
      leeg > 0 && trek(leeg) === 0 ? null : keuzes[trek(keuzes.length)]!,
    ]),
  );
}
