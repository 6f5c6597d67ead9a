import type { Cell, Layout } from './layout.ts';
import type { Plek } from './plane.ts';
import { hash, type Prng } from './prng.ts';

/** Smooth noise between -1 and 1 with one bump per wavelength; arithmetic only, so the same everywhere. */
function noise(seed: number, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [s, t] = [ease(x - i), ease(y - j)];
  const at = (a: number, b: number) => hash(`${a},${b}`, seed) / 2147483648 - 1;
  const low = at(i, j) * (1 - s) + at(i + 1, j) * s;
  const high = at(i, j + 1) * (1 - s) + at(i + 1, j + 1) * s;
  return low * (1 - t) + high * t;
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** How the ground bends: the whole town a little, and some neighbourhoods on their own. */
export function makeBend(layout: Layout, rng: Prng): (p: number, q: number) => Plek {
  const seeds = Array.from({ length: 6 }, () => rng.int(1, 1e9)) as [number, number, number, number, number, number];
  const { p0, q0, p1, q1 } = layout.stad;
  const margin = Math.min(p1 - p0, q1 - q0) * 0.14;
  const long = Math.max(900, (p1 - p0) * 0.42);
  const strength = Math.min(1, (p1 - p0) / 3500);
  const own = new Map<Cell, { turn: number; wave: number }>();
  for (const cell of layout.cells) {
    const turn = rng.range(-1, 1);
    switch (cell.karakter) {
      case 'bloemkool':
        own.set(cell, { turn: turn * 0.3, wave: 9 });
        break;
      case 'villawijk':
      case 'park':
      case 'begraafplaats':
        own.set(cell, { turn: turn * 0.3, wave: 6 });
        break;
      case 'vooroorlogs':
      case 'centrum':
        own.set(cell, { turn: turn * 0.3, wave: 4 });
        break;
      case 'vinex':
      case 'strokenbouw':
        own.set(cell, { turn: turn * 0.24, wave: 0 });
        break;
    }
  }
  return (p, q) => {
    const inside = Math.min(p - p0, p1 - p, q - q0, q1 - q);
    if (inside <= 0) return [0, 0];
    const fade = inside >= margin ? 1 : ease(inside / margin);
    let x = (noise(seeds[0], p / long, q / long) * 130 * strength + noise(seeds[1], p / 480, q / 480) * 20) * fade;
    let y = (noise(seeds[2], p / long, q / long) * 130 * strength + noise(seeds[3], p / 480, q / 480) * 20) * fade;
    for (const [cell, { turn, wave }] of own) {
      if (p <= cell.p0 || p >= cell.p1 || q <= cell.q0 || q >= cell.q1) continue;
      const s = (p - cell.p0) / (cell.p1 - cell.p0);
      const t = (q - cell.q0) / (cell.q1 - cell.q0);
      const bump = 16 * s * (1 - s) * t * (1 - t) * Math.min(1, fade * 2);
      x += bump * (-turn * (q - (cell.q0 + cell.q1) / 2) + wave * noise(seeds[4], p / 95, q / 95));
      y += bump * (turn * (p - (cell.p0 + cell.p1) / 2) + wave * noise(seeds[5], p / 95, q / 95));
    }
    return [x, y];
  };
}
