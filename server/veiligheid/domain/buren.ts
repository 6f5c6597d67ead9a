/**
 * Which cells count as near a cell, itself included.
 *
 * Cells stand in order of row, and within a row from west to east. Then the cells near one cell are a few runs of
 * consecutive cells, also where the grid has holes: three for its eight neighbours, eleven for everything within 500 m.
 * Runs are kept as compressed sparse rows in typed arrays; with running totals of the values (see gi-ster.ts) a run costs
 * one subtraction, however long it is.
 */
export interface Buren {
  /** Runs of cell i: from begin[i] up to begin[i + 1]. Length n + 1. */
  readonly begin: Uint32Array;
  /** First cell of each run. */
  readonly van: Uint32Array;
  /** One past the last cell of each run. */
  readonly tot: Uint32Array;
  /** How many cells count for cell i, itself included: 1 or more. */
  readonly aantal: Uint32Array;
}

/** Two cells at the same place, or cells that are not in order: no neighbours can be told. */
export class RoosterFout extends Error {}

/** Where cells stand in a grid: by row, then by column, no place twice. Whole numbers, also below zero. */
export interface Plaatsen {
  readonly kolom: ArrayLike<number>;
  readonly rij: ArrayLike<number>;
}

/** The columns beside `kolom` that count, in a row at `sprong` rows from `rij`: from and up to and including. */
type Strook = (kolom: number, rij: number, sprong: -1 | 0 | 1) => readonly [van: number, totEnMet: number];

/** The eight cells around a square. */
export const queenBuren = (plaatsen: Plaatsen): Buren => rijBuren(plaatsen, (kolom) => [kolom - 1, kolom + 1]);

/** The six cells around a hexagon, where every odd row stands half a cell to the right. */
export const zesBuren = (plaatsen: Plaatsen): Buren =>
  rijBuren(plaatsen, (kolom, rij, sprong) => {
    if (sprong === 0) return [kolom - 1, kolom + 1];
    return rij % 2 === 0 ? [kolom - 1, kolom] : [kolom, kolom + 1];
  });

/** Neighbours in the row itself and the rows below and above. */
function rijBuren({ kolom, rij }: Plaatsen, strook: Strook): Buren {
  const n = kolom.length;
  const rijen = new Map<number, readonly [van: number, tot: number]>();
  for (let van = 0; van < n; ) {
    const deze = rij[van] as number;
    let tot = van + 1;
    for (; tot < n && rij[tot] === deze; tot += 1) eisVolgorde(kolom[tot - 1] as number, kolom[tot] as number);
    if (rijen.has(deze) || (van > 0 && (rij[van - 1] as number) > deze))
      throw new RoosterFout('De rijen staan niet op volgorde.');
    rijen.set(deze, [van, tot]);
    van = tot;
  }
  const bouw = new Bouw(n, 3 * n);
  for (const [deze, [van, tot]] of rijen) {
    const stroken = ([-1, 0, 1] as const).flatMap((sprong) => {
      const gebied = rijen.get(deze + sprong);
      return gebied ? [{ sprong, tot: gebied[1], links: gebied[0], rechts: gebied[0] }] : [];
    });
    for (let cel = van; cel < tot; cel += 1) {
      for (const s of stroken) {
        const [eerste, laatste] = strook(kolom[cel] as number, deze, s.sprong);
        while (s.links < s.tot && (kolom[s.links] as number) < eerste) s.links += 1;
        while (s.rechts < s.tot && (kolom[s.rechts] as number) <= laatste) s.rechts += 1;
        bouw.reeks(s.links, s.rechts);
      }
      bouw.sluit(cel);
    }
  }
  return bouw.klaar();
}

function eisVolgorde(eerder: number, later: number): void {
  if (eerder === later) throw new RoosterFout('Twee cellen hebben dezelfde kolom en rij.');
  if (eerder > later) throw new RoosterFout('De kolommen staan niet op volgorde.');
}

/**
 * All cells of which the middle lies within a distance, the border itself included.
 *
 * @param x of the middles, in metres; in order of y, and for the same y in order of x
 * @param band metres, above zero
 */
export function bandBuren(x: ArrayLike<number>, y: ArrayLike<number>, band: number): Buren {
  const n = x.length;
  const stroken: { y: number; van: number; tot: number; links: number; rechts: number }[] = [];
  for (let i = 0; i < n; i += 1) {
    const vorige = stroken.at(-1);
    if (vorige && (vorige.y > (y[i] as number) || (vorige.y === y[i] && (x[i - 1] as number) > (x[i] as number)))) {
      throw new RoosterFout('De cellen staan niet op volgorde.');
    }
    if (vorige && vorige.y === y[i]) vorige.tot = i + 1;
    else stroken.push({ y: y[i] as number, van: i, tot: i + 1, links: i, rechts: i });
  }
  const grens = band * band;
  const bouw = new Bouw(n, 4 * n);
  let eerste = 0;
  let laatste = 0;
  for (const eigen of stroken) {
    while (eigen.y - (stroken[eerste] ?? eigen).y > band) eerste += 1;
    while (laatste < stroken.length && (stroken[laatste] ?? eigen).y - eigen.y <= band) laatste += 1;
    const dichtbij = stroken.slice(eerste, laatste);
    for (const strook of dichtbij) strook.links = strook.rechts = strook.van;
    for (let cel = eigen.van; cel < eigen.tot; cel += 1) {
      const hier = x[cel] as number;
      for (const strook of dichtbij) {
        const dy = strook.y - eigen.y;
        const ligtBinnen = (ander: number) => {
          const dx = (x[ander] as number) - hier;
          return dx * dx + dy * dy <= grens;
        };
        while (strook.links < strook.tot && (x[strook.links] as number) < hier && !ligtBinnen(strook.links))
          strook.links += 1;
        while (strook.rechts < strook.tot && ((x[strook.rechts] as number) <= hier || ligtBinnen(strook.rechts)))
          strook.rechts += 1;
        bouw.reeks(strook.links, strook.rechts);
      }
      bouw.sluit(cel);
    }
  }
  return bouw.klaar();
}

/** Runs as they are found; the array grows where the guess was too small. */
class Bouw {
  private readonly begin: Uint32Array;
  private readonly aantal: Uint32Array;
  private van: Uint32Array;
  private tot: Uint32Array;
  private reeksen = 0;
  private geteld = 0;

  constructor(n: number, gok: number) {
    this.begin = new Uint32Array(n + 1);
    this.aantal = new Uint32Array(n);
    this.van = new Uint32Array(gok);
    this.tot = new Uint32Array(gok);
  }

  /** Adds a run to the cell that is open; an empty one is left out. */
  reeks(van: number, tot: number): void {
    if (van >= tot) return;
    if (this.reeksen === this.van.length) {
      this.van = vergroot(this.van);
      this.tot = vergroot(this.tot);
    }
    this.van[this.reeksen] = van;
    this.tot[this.reeksen] = tot;
    this.reeksen += 1;
    this.geteld += tot - van;
  }

  sluit(cel: number): void {
    this.begin[cel + 1] = this.reeksen;
    this.aantal[cel] = this.geteld;
    this.geteld = 0;
  }

  klaar(): Buren {
    const { begin, aantal, reeksen } = this;
    return { begin, aantal, van: this.van.slice(0, reeksen), tot: this.tot.slice(0, reeksen) };
  }
}

function vergroot(vol: Uint32Array): Uint32Array {
  const ruim = new Uint32Array(2 * vol.length + 16);
  ruim.set(vol);
  return ruim;
}
