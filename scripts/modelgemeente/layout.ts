import type { Prng } from './prng.ts';
import { profiles, widthOf } from './street.ts';
import type { Karakter } from './town.ts';

/** A band of the drawing board, over its whole width or height. */
export interface Band {
  soort: 'polder' | 'stad' | 'ring' | 'polderweg' | 'kade' | 'kanaal' | 'spoor' | 'spoorlaan';
  from: number;
  to: number;
}

/** A buurt of the town: a rectangle between main roads. */
export interface Cell {
  /** Which of the four quarters, by column and row band. */
  kolom: number;
  rij: number;
  p0: number;
  q0: number;
  p1: number;
  q1: number;
  row: number;
  karakter: Karakter;
  /** Distance to the middle of the centre as a share of the farthest. */
  afstand: number;
  /** Touches the east quay of the canal. */
  aanKanaal: boolean;
}

export interface Layout {
  kolommen: readonly Band[];
  rijen: readonly Band[];
  cells: readonly Cell[];
  /** Per row band: the main streets through it, low side. */
  hoofdwegen: ReadonlyMap<number, readonly number[]>;
  /** The part that bends. */
  stad: { p0: number; q0: number; p1: number; q1: number };
  centrum: readonly [number, number];
}

export const kanaalBreedte = 30;
export const spoorBreedte = 22;
const share: readonly (readonly [Karakter, number])[] = [
  ['station', 0.008],
  ['centrum', 0.03],
  ['haven', 0.018],
  ['bedrijventerrein', 0.08],
  ['ziekenhuis', 0.009],
  ['park', 0.05],
  ['begraafplaats', 0.009],
  ['volkstuinen', 0.012],
  ['sportpark', 0.03],
  ['villawijk', 0.11],
  ['vooroorlogs', 0.1],
  ['strokenbouw', 0.13],
  ['hoogbouw', 0.05],
  ['bloemkool', 0.17],
];

/**
 * Where everything lies: a town of four quarters around a canal and a railway, in a polder of squares.
 *
 * @param size metres; the side of a buurt
 */
export function makeLayout(inwoners: number, size: number, rng: Prng): Layout {
  const cellsWanted = Math.max(16, Math.round(inwoners / 1250));
  const rows = Math.max(4, Math.round(Math.sqrt(cellsWanted * 0.95)));
  const columns = Math.max(4, Math.round(cellsWanted / rows));
  const west = Math.max(2, Math.round(columns * 0.6));
  const east = Math.max(2, columns - west);
  const north = Math.max(2, Math.round(rows * 0.38));
  const south = Math.max(2, rows - north);
  const [wide, high] = [size * 1.12, size * 0.92];
  const polder = Math.max(520, Math.min(1250, size * 2.6));
  const roadWidth = widthOf(profiles.hoofdweg);
  const across = (count: number) => count * wide + (count - 1) * widthOf(profiles.wijkweg);
  const up = (count: number) => count * high + (count - 1) * roadWidth;
  const kolommen = bands(
    [
      ['polder', polder * 0.9],
      ['polderweg', widthOf(profiles.polderweg)],
      ['polder', polder],
      ['ring', widthOf(profiles.ring)],
      ['stad', across(west)],
      ['kade', widthOf(profiles.kade)],
      ['kanaal', kanaalBreedte],
      ['kade', widthOf(profiles.kade)],
      ['stad', across(east)],
      ['ring', widthOf(profiles.ring)],
      ['polder', polder * 1.1],
      ['polderweg', widthOf(profiles.polderweg)],
      ['polder', polder * 0.8],
    ],
    4,
  );
  const rijen = bands(
    [
      ['polder', polder * 0.85],
      ['polderweg', widthOf(profiles.polderweg)],
      ['polder', polder],
      ['ring', widthOf(profiles.ring)],
      ['stad', up(south)],
      ['spoorlaan', widthOf(profiles.wijkweg)],
      ['spoor', spoorBreedte],
      ['spoorlaan', widthOf(profiles.laan)],
      ['stad', up(north)],
      ['ring', widthOf(profiles.ring)],
      ['polder', polder * 0.95],
    ],
    4,
  );
  const cells: Cell[] = [];
  const hoofdwegen = new Map<number, number[]>();
  const quarters = (list: readonly Band[]) => list.flatMap((band, i) => (band.soort === 'stad' ? [i] : []));
  for (const rij of quarters(rijen)) {
    const count = rij === quarters(rijen)[0] ? south : north;
    const band = rijen[rij] as Band;
    const cuts = uneven(rng, band.from, band.to, count, roadWidth, 0.1);
    hoofdwegen.set(
      rij,
      cuts.slice(1).map(([from]) => from - roadWidth),
    );
    for (const kolom of quarters(kolommen)) {
      const { from, to } = kolommen[kolom] as Band;
      const many = kolom === quarters(kolommen)[0] ? west : east;
      cuts.forEach(([q0, q1], row) => {
        const parts = uneven(rng, from, to, many, widthOf(profiles.wijkweg), 0.16);
        parts.forEach(([p0, p1], i) => {
          cells.push({
            kolom,
            rij,
            p0,
            q0,
            p1,
            q1,
            row,
            karakter: 'vinex',
            afstand: 0,
            aanKanaal: kolom === quarters(kolommen)[1] && i === 0,
          });
        });
      });
    }
  }
  const canal = kolommen.find((band) => band.soort === 'kanaal') as Band;
  const rail = rijen.find((band) => band.soort === 'spoor') as Band;
  const centrum: [number, number] = [canal.from - wide * 0.75, rail.from - high * (inwoners > 40000 ? 2 : 1.5)];
  assign(cells, centrum, rng);
  return {
    kolommen,
    rijen,
    cells,
    hoofdwegen,
    stad: {
      p0: (kolommen[4] as Band).from,
      q0: (rijen[4] as Band).from,
      p1: (kolommen[8] as Band).to,
      q1: (rijen[8] as Band).to,
    },
    centrum,
  };
}

/** Bands one after another; the origin of the drawing board is where the numbered band begins. */
function bands(list: readonly (readonly [Band['soort'], number])[], origin: number): Band[] {
  let at = -list.slice(0, origin).reduce((sum, [, width]) => sum + width, 0);
  return list.map(([soort, width]) => {
    const from = at;
    at += width;
    return { soort, from, to: at };
  });
}

function uneven(rng: Prng, from: number, to: number, count: number, gap: number, jitter: number): [number, number][] {
  const each = (to - from - (count - 1) * gap) / count;
  const out: [number, number][] = [];
  let at = from;
  for (let i = 0; i < count; i += 1) {
    const end = i === count - 1 ? to : from + (i + 1) * each + i * gap + rng.range(-jitter, jitter) * each;
    out.push([at, end]);
    at = end + gap;
  }
  return out;
}

/** Gives each cell its character: facilities where they belong, then houses from old to new outwards. */
function assign(cells: Cell[], [cp, cq]: readonly [number, number], rng: Prng): void {
  const distance = (cell: Cell) => {
    const dp = (cell.p0 + cell.p1) / 2 - cp;
    const dq = (cell.q0 + cell.q1) / 2 - cq;
    return Math.sqrt(dp * dp + dq * dq);
  };
  const farthest = Math.max(...cells.map(distance));
  for (const cell of cells) cell.afstand = distance(cell) / farthest;
  const north = Math.max(...cells.map((cell) => cell.rij));
  const east = Math.max(...cells.map((cell) => cell.kolom));
  const topOfSouth = Math.max(...cells.filter((cell) => cell.rij < north).map((cell) => cell.row));
  const near = (ideal: number) => (cell: Cell) => Math.abs(cell.afstand - ideal) + rng.next() * 0.12;
  const cost: Partial<Record<Karakter, (cell: Cell) => number>> = {
    station: (c) => (c.rij < north && c.row === topOfSouth && c.kolom < east ? c.afstand : 9),
    centrum: (c) => c.afstand + (c.kolom === east || c.rij === north ? 0.5 : 0),
    haven: (c) => (c.aanKanaal && c.rij < north ? c.row * 0.1 : 9 + c.afstand),
    bedrijventerrein: (c) =>
      Math.abs(c.afstand - 0.75) + (c.kolom === east ? 0 : 0.6) + (c.rij < north ? 0 : 0.25) + rng.next() * 0.1,
    ziekenhuis: near(0.5),
    park: (c) => Math.abs(c.afstand - 0.45) * 0.4 + rng.next(),
    begraafplaats: near(0.6),
    volkstuinen: near(0.95),
    sportpark: near(0.85),
    villawijk: (c) =>
      Math.abs(c.afstand - 0.85) + (c.kolom === east ? 0.5 : 0) + (c.rij === north ? 0 : 0.15) + rng.next() * 0.2,
    vooroorlogs: (c) => c.afstand + rng.next() * 0.04,
    strokenbouw: (c) => c.afstand + rng.next() * 0.15,
    hoogbouw: (c) => Math.abs(c.afstand - 0.5) + rng.next() * 0.15,
    bloemkool: (c) => c.afstand + rng.next() * 0.12,
  };
  // Every kind at least once, and at least one buurt for the newest houses; a small town gives up second ones.
  const counts = new Map(share.map(([karakter, part]) => [karakter, Math.max(1, Math.round(part * cells.length))]));
  while ([...counts.values()].reduce((sum, n) => sum + n, 0) > cells.length - 1) {
    const [most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    counts.set(most, (counts.get(most) as number) - 1);
  }
  const left = new Set(cells);
  for (const [karakter] of share) {
    const wanted = counts.get(karakter) as number;
    for (let i = 0; i < wanted && left.size > 1; i += 1) {
      let best: Cell | undefined;
      let least = Infinity;
      for (const cell of left) {
        const value = (cost[karakter] as (cell: Cell) => number)(cell);
        if (value < least) [best, least] = [cell, value];
      }
      if (!best) break;
      best.karakter = karakter;
      left.delete(best);
    }
  }
}
