/**
 * Planar topology on a grid of millimetres. A surface is a sum of rings of vertex numbers: shared edges
 * of neighbours cancel, and what is left is the border. So unions and differences need no overlay of
 * polygons and cannot leave slivers.
 */

/** Vertex numbers, counter-clockwise, not closed. */
export type Loop = readonly number[];

const snap = 2;
const bucket = 16;

/** Every vertex once, in whole millimetres from the origin; points within 2 mm are one vertex. */
export class Vertices {
  x = new Int32Array(1 << 16);
  y = new Int32Array(1 << 16);
  count = 0;
  private next = new Int32Array(1 << 16);
  private heads = new Int32Array(1 << 17).fill(-1);

  add(x: number, y: number): number {
    const cx = Math.floor(x / bucket);
    const cy = Math.floor(y / bucket);
    const rx = x - cx * bucket;
    const ry = y - cy * bucket;
    const x0 = rx < snap ? cx - 1 : cx;
    const x1 = rx >= bucket - snap ? cx + 1 : cx;
    const y0 = ry < snap ? cy - 1 : cy;
    const y1 = ry >= bucket - snap ? cy + 1 : cy;
    for (let i = x0; i <= x1; i += 1) {
      for (let j = y0; j <= y1; j += 1) {
        for (let v = this.heads[this.slot(i, j)] as number; v >= 0; v = this.next[v] as number) {
          if (Math.abs((this.x[v] as number) - x) <= snap && Math.abs((this.y[v] as number) - y) <= snap) return v;
        }
      }
    }
    if (this.count === this.x.length) this.grow();
    const v = this.count++;
    const slot = this.slot(cx, cy);
    this.x[v] = x;
    this.y[v] = y;
    this.next[v] = this.heads[slot] as number;
    this.heads[slot] = v;
    return v;
  }

  /** Twice the signed area in mm²; positive when counter-clockwise. */
  area2(loop: Loop): number {
    const [x0, y0] = [this.x[loop[0] as number] as number, this.y[loop[0] as number] as number];
    let sum = 0;
    for (let i = 1; i + 1 < loop.length; i += 1) {
      const [a, b] = [loop[i] as number, loop[i + 1] as number];
      sum +=
        ((this.x[a] as number) - x0) * ((this.y[b] as number) - y0) -
        ((this.x[b] as number) - x0) * ((this.y[a] as number) - y0);
    }
    return sum;
  }

  private slot(cx: number, cy: number): number {
    let h = Math.imul(cx, 0x85ebca6b) ^ Math.imul(cy, 0xc2b2ae35);
    h ^= h >>> 15;
    return (h >>> 0) & (this.heads.length - 1);
  }

  private grow(): void {
    const size = this.x.length * 2;
    const widen = (from: Int32Array) => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    this.x = widen(this.x);
    this.y = widen(this.y);
    this.next = widen(this.next);
    this.heads = new Int32Array(size * 2).fill(-1);
    for (let v = 0; v < this.count; v += 1) {
      const slot = this.slot(Math.floor((this.x[v] as number) / bucket), Math.floor((this.y[v] as number) / bucket));
      this.next[v] = this.heads[slot] as number;
      this.heads[slot] = v;
    }
  }
}

/**
 * Gives every edge the vertices of the others that lie on it (within 2 mm), so that neighbours share
 * whole edges. The loops together are one layer; vertices of other layers play no part.
 */
export function node(vertices: Vertices, loops: readonly Loop[]): number[][] {
  const cell = 8000;
  const used = new Uint8Array(vertices.count);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const loop of loops) {
    for (const v of loop) {
      used[v] = 1;
      minX = Math.min(minX, vertices.x[v] as number);
      maxX = Math.max(maxX, vertices.x[v] as number);
      minY = Math.min(minY, vertices.y[v] as number);
      maxY = Math.max(maxY, vertices.y[v] as number);
    }
  }
  const columns = Math.floor((maxX - minX) / cell) + 1;
  const rows = Math.floor((maxY - minY) / cell) + 1;
  const cellOf = (v: number) =>
    Math.floor(((vertices.y[v] as number) - minY) / cell) * columns +
    Math.floor(((vertices.x[v] as number) - minX) / cell);
  const start = new Int32Array(columns * rows + 1);
  for (let v = 0; v < vertices.count; v += 1) if (used[v]) (start[cellOf(v) + 1] as number)++;
  for (let i = 0; i < columns * rows; i += 1) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const fill = start.slice();
  const content = new Int32Array(start[columns * rows] as number);
  for (let v = 0; v < vertices.count; v += 1) {
    if (used[v]) {
      const c = cellOf(v);
      content[fill[c] as number] = v;
      fill[c] = (fill[c] as number) + 1;
    }
  }

  const found: { v: number; t: number }[] = [];
  const onEdge = (a: number, b: number) => {
    found.length = 0;
    const [ax, ay] = [vertices.x[a] as number, vertices.y[a] as number];
    const [bx, by] = [vertices.x[b] as number, vertices.y[b] as number];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.sqrt(dx * dx + dy * dy);
    const firstRow = Math.floor((Math.min(ay, by) - snap - minY) / cell);
    const lastRow = Math.floor((Math.max(ay, by) + snap - minY) / cell);
    for (let row = Math.max(0, firstRow); row <= Math.min(rows - 1, lastRow); row += 1) {
      let [left, right] = [Math.min(ax, bx), Math.max(ax, bx)];
      if (firstRow !== lastRow && dy !== 0) {
        const t0 = (minY + row * cell - snap - ay) / dy;
        const t1 = (minY + (row + 1) * cell + snap - ay) / dy;
        const low = Math.max(0, Math.min(t0, t1));
        const high = Math.min(1, Math.max(t0, t1));
        const [x0, x1] = [ax + dx * low, ax + dx * high];
        [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
      }
      const firstColumn = Math.max(0, Math.floor((left - snap - minX) / cell));
      const lastColumn = Math.min(columns - 1, Math.floor((right + snap - minX) / cell));
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const c = row * columns + column;
        for (let k = start[c] as number; k < (start[c + 1] as number); k += 1) {
          const v = content[k] as number;
          if (v === a || v === b) continue;
          const [px, py] = [(vertices.x[v] as number) - ax, (vertices.y[v] as number) - ay];
          if (Math.abs(px * dy - py * dx) > snap * length) continue;
          const t = (px * dx + py * dy) / length;
          if (t > 0 && t < length) found.push({ v, t });
        }
      }
    }
    found.sort((p, q) => p.t - q.t || p.v - q.v);
  };

  return loops.map((loop) => {
    const out: number[] = [];
    for (let i = 0; i < loop.length; i += 1) {
      const [a, b] = [loop[i] as number, loop[(i + 1) % loop.length] as number];
      out.push(a);
      if (a < b) {
        onEdge(a, b);
        for (const { v } of found) out.push(v);
      } else {
        onEdge(b, a);
        for (let k = found.length - 1; k >= 0; k -= 1) out.push((found[k] as { v: number }).v);
      }
    }
    return out;
  });
}

/** The border of (the sum of plus) less (the sum of minus): outer loops counter-clockwise, holes clockwise. */
export function border(vertices: Vertices, plus: Iterable<Loop>, minus: Iterable<Loop> = []): number[][] {
  const base = vertices.count;
  const edges = new Set<number>();
  const put = (a: number, b: number) => {
    if (!edges.delete(b * base + a)) {
      if (edges.has(a * base + b)) throw new Error(`Two surfaces overlap at ${place(vertices, a)}`);
      edges.add(a * base + b);
    }
  };
  for (const loop of plus) {
    for (let i = 0; i < loop.length; i += 1) put(loop[i] as number, loop[(i + 1) % loop.length] as number);
  }
  for (const loop of minus) {
    for (let i = 0; i < loop.length; i += 1) put(loop[(i + 1) % loop.length] as number, loop[i] as number);
  }
  const out = new Map<number, number[]>();
  for (const edge of edges) {
    const a = Math.floor(edge / base);
    const list = out.get(a);
    if (list) list.push(edge - a * base);
    else out.set(a, [edge - a * base]);
  }
  const loops: number[][] = [];
  for (const edge of edges) {
    const from = Math.floor(edge / base);
    if (!out.get(from)?.includes(edge - from * base)) continue;
    const walk = [from];
    let [previous, current] = [from, take(out, from, edge - from * base)];
    while (current !== from || walk.length < 2) {
      walk.push(current);
      const choices = out.get(current) as number[] | undefined;
      if (!choices?.length) throw new Error(`A border does not close at ${place(vertices, current)}`);
      const following =
        choices.length === 1 ? (choices[0] as number) : sharpestLeft(vertices, previous, current, choices);
      take(out, current, following);
      [previous, current] = [current, following];
    }
    splitAtRepeats(walk, loops);
  }
  return loops;
}

function take(out: Map<number, number[]>, from: number, to: number): number {
  const list = out.get(from) as number[];
  list.splice(list.indexOf(to), 1);
  return to;
}

function sharpestLeft(vertices: Vertices, previous: number, at: number, choices: readonly number[]): number {
  const ux = (vertices.x[previous] as number) - (vertices.x[at] as number);
  const uy = (vertices.y[previous] as number) - (vertices.y[at] as number);
  let [best, bestTurn] = [choices[0] as number, Infinity];
  for (const choice of choices) {
    const vx = (vertices.x[choice] as number) - (vertices.x[at] as number);
    const vy = (vertices.y[choice] as number) - (vertices.y[at] as number);
    const turn = clockwiseTurn(ux * vx + uy * vy, uy * vx - ux * vy);
    if (turn < bestTurn) [best, bestTurn] = [choice, turn];
  }
  return best;
}

/** Grows with the clockwise angle, from 0 to 4, without the functions that differ between machines. */
function clockwiseTurn(dot: number, cross: number): number {
  const t = dot / (Math.abs(dot) + Math.abs(cross));
  const turn = cross >= 0 ? 1 - t : 3 + t;
  return turn === 0 ? 4 : turn;
}

/** A walk that passes a vertex twice is really two loops that touch there. */
function splitAtRepeats(walk: readonly number[], loops: number[][]): void {
  const seen = new Map<number, number>();
  const stack: number[] = [];
  for (const v of walk) {
    const at = seen.get(v);
    if (at !== undefined) {
      const loop = stack.splice(at);
      for (const w of loop) seen.delete(w);
      loops.push(loop);
    }
    seen.set(v, stack.length);
    stack.push(v);
  }
  loops.push(stack);
}

function place(vertices: Vertices, v: number): string {
  return `(${(vertices.x[v] as number) / 1000}, ${(vertices.y[v] as number) / 1000}) m from the origin`;
}

/** Groups loops into polygons: each outer loop with the holes inside it. */
export function polygons(vertices: Vertices, loops: readonly number[][]): number[][][] {
  const outers = loops.filter((loop) => vertices.area2(loop) > 0);
  const holes = loops.filter((loop) => vertices.area2(loop) < 0);
  const out = outers.map((loop) => [loop]);
  for (const hole of holes) {
    const home = out.length === 1 ? out[0] : out.find(([outer]) => contains(vertices, outer as number[], hole));
    if (!home) throw new Error(`A hole lies in no surface at ${place(vertices, hole[0] as number)}`);
    home.push(hole);
  }
  return out;
}

/** Whether the middle of the first edge of the inner loop lies in the outer one. */
function contains(vertices: Vertices, outer: readonly number[], inner: readonly number[]): boolean {
  const [a, b] = [inner[0] as number, inner[1] as number];
  const x = ((vertices.x[a] as number) + (vertices.x[b] as number)) / 2;
  const y = ((vertices.y[a] as number) + (vertices.y[b] as number)) / 2;
  let inside = false;
  for (let i = 0; i < outer.length; i += 1) {
    const [p, q] = [outer[i] as number, outer[(i + 1) % outer.length] as number];
    const [px, py] = [vertices.x[p] as number, vertices.y[p] as number];
    const [qx, qy] = [vertices.x[q] as number, vertices.y[q] as number];
    if (py > y !== qy > y && x < ((qx - px) * (y - py)) / (qy - py) + px) inside = !inside;
  }
  return inside;
}
