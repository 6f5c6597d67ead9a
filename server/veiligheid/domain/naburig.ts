/**
 * Near repeat: whether what happens near an earlier event also happens soon after it more often than chance allows
 * (Knox). After a burglary the same house and those near it run more risk for some weeks.
 *
 * Works on single events, and so only where these may be: while a delivery is read. Never for the public.
 */

/** Upper ends of the bands, both included: the same place, up to 100 m, 200 m, 400 m; and days between the two. */
export const AFSTANDEN = [0, 100, 200, 400] as const;
export const DAGEN = [7, 14, 28] as const;

/** Places in whole millimetres RD, with the day as a number. Three arrays of the same length. */
export interface Gebeurtenissen {
  readonly xMm: ArrayLike<number>;
  readonly yMm: ArrayLike<number>;
  readonly dag: ArrayLike<number>;
}

/** Pairs of events in one band of distance and one of time. */
export interface KnoxVak {
  /** Band, by its upper end: metres and days. */
  afstand: number;
  dagen: number;
  paren: number;
  /** Mean number of pairs when the days are dealt out anew over the same places. */
  verwacht: number;
  /** paren / verwacht; NaN when none were expected. */
  verhouding: number;
  /** Share of the deals, this one among them, that had at least so many pairs. */
  p: number;
}

/**
 * Counts pairs per band, and compares with what comes from dealing out the same days over the same places.
 *
 * @param toeval numbers from 0 up to, not including, 1; the same numbers give the same answer
 * @param keer how often the days are dealt out
 * @returns every band of distance, from near to far, and in it every band of time
 */
export function knox({ xMm, yMm, dag }: Gebeurtenissen, toeval: () => number, keer = 999): KnoxVak[] {
  const paren = vindParen(xMm, yMm);
  const dagen = Float64Array.from(dag);
  const gevonden = telParen(paren, dagen);
  const vakken = gevonden.length;
  const som = new Float64Array(vakken);
  const minstensZoveel = new Float64Array(vakken);
  const geschud = dagen.slice();
  for (let ronde = 0; ronde < keer; ronde += 1) {
    schud(geschud, toeval);
    telParen(paren, geschud).forEach((aantal, vak) => {
      som[vak] = (som[vak] as number) + aantal;
      if (aantal >= (gevonden[vak] as number)) minstensZoveel[vak] = (minstensZoveel[vak] as number) + 1;
    });
  }
  return Array.from(gevonden, (aantal, vak) => {
    const verwacht = (som[vak] as number) / keer;
    return {
      afstand: AFSTANDEN[Math.floor(vak / DAGEN.length)] as number,
      dagen: DAGEN[vak % DAGEN.length] as number,
      paren: aantal,
      verwacht,
      verhouding: verwacht > 0 ? aantal / verwacht : Number.NaN,
      p: (1 + (minstensZoveel[vak] as number)) / (1 + keer),
    };
  });
}

/** Pairs of events within the largest distance: the two, and the first of the boxes of their band of distance. */
interface Paren {
  a: Int32Array;
  b: Int32Array;
  vak: Int32Array;
}

function vindParen(xMm: ArrayLike<number>, yMm: ArrayLike<number>): Paren {
  const ver = (AFSTANDEN[AFSTANDEN.length - 1] as number) * 1000;
  const emmers = new Map<number, number[]>();
  const emmer = (kolom: number, rij: number) => rij * 4096 + kolom;
  const [a, b, vak]: number[][] = [[], [], []];
  for (let i = 0; i < xMm.length; i += 1) {
    const [x, y] = [xMm[i] as number, yMm[i] as number];
    const [kolom, rij] = [Math.floor(x / ver), Math.floor(y / ver)];
    for (let dr = -1; dr <= 1; dr += 1) {
      for (let dk = -1; dk <= 1; dk += 1) {
        for (const j of emmers.get(emmer(kolom + dk, rij + dr)) ?? []) {
          const meters = Math.hypot(x - (xMm[j] as number), y - (yMm[j] as number)) / 1000;
          const band = AFSTANDEN.findIndex((grens) => meters <= grens);
          if (band < 0) continue;
          a?.push(i);
          b?.push(j);
          vak?.push(band * DAGEN.length);
        }
      }
    }
    const eigen = emmers.get(emmer(kolom, rij));
    if (eigen) eigen.push(i);
    else emmers.set(emmer(kolom, rij), [i]);
  }
  return { a: Int32Array.from(a ?? []), b: Int32Array.from(b ?? []), vak: Int32Array.from(vak ?? []) };
}

function telParen({ a, b, vak }: Paren, dag: Float64Array): Float64Array {
  const vakken = new Float64Array(AFSTANDEN.length * DAGEN.length);
  const [week, tweeWeken, vierWeken] = DAGEN;
  for (let paar = 0; paar < a.length; paar += 1) {
    const ertussen = Math.abs((dag[a[paar] as number] as number) - (dag[b[paar] as number] as number));
    if (ertussen > vierWeken) continue;
    const welk = (vak[paar] as number) + (ertussen <= week ? 0 : ertussen <= tweeWeken ? 1 : 2);
    vakken[welk] = (vakken[welk] as number) + 1;
  }
  return vakken;
}

/** Fisher-Yates. */
function schud(dagen: Float64Array, toeval: () => number): void {
  for (let i = dagen.length - 1; i > 0; i -= 1) {
    const j = Math.floor(toeval() * (i + 1));
    const hulp = dagen[i] as number;
    dagen[i] = dagen[j] as number;
    dagen[j] = hulp;
  }
}
