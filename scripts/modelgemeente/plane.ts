import { type Loop, Vertices } from './topology.ts';

/** A position on the drawing board: metres along (east) and up (north), before the ground bends it. */
export type Plek = readonly [p: number, q: number];

/** Metres between the lines of the mesh on which the bend is fixed; between them it is bilinear. */
export const maas = 32;

/**
 * From the drawing board, on which a town is nothing but rectangles, to the ground.
 *
 * The bend is fixed at the nodes of a mesh and bilinear within it, so a straight line along a mesh
 * direction stays straight between mesh lines, and a point computed on it from either side is the same.
 * Far from the town nothing bends: the polder is straight.
 */
export class Plane {
  readonly vertices = new Vertices();
  private readonly columns: number;
  private readonly rows: number;
  private readonly i0: number;
  private readonly j0: number;
  private readonly dx: Float64Array;
  private readonly dy: Float64Array;
  private readonly bends: Uint8Array;

  /** @param bend displacement in metres at a position; zero outside the box */
  constructor(box: { p0: number; q0: number; p1: number; q1: number }, bend: (p: number, q: number) => Plek) {
    this.i0 = Math.floor(box.p0 / maas) - 1;
    this.j0 = Math.floor(box.q0 / maas) - 1;
    this.columns = Math.ceil(box.p1 / maas) + 2 - this.i0;
    this.rows = Math.ceil(box.q1 / maas) + 2 - this.j0;
    this.dx = new Float64Array(this.columns * this.rows);
    this.dy = new Float64Array(this.columns * this.rows);
    this.bends = new Uint8Array(this.columns * this.rows);
    for (let j = 0; j < this.rows; j += 1) {
      for (let i = 0; i < this.columns; i += 1) {
        const k = j * this.columns + i;
        const [x, y] = bend((this.i0 + i) * maas, (this.j0 + j) * maas);
        this.dx[k] = x;
        this.dy[k] = y;
        if (x !== 0 || y !== 0) {
          for (const n of [k, k - 1, k - this.columns, k - this.columns - 1]) if (n >= 0) this.bends[n] = 1;
        }
      }
    }
  }

  /** Metres from the origin, not rounded. */
  ground(p: number, q: number): Plek {
    let [x, y] = [p, q];
    const i = Math.floor(p / maas) - this.i0;
    const j = Math.floor(q / maas) - this.j0;
    if (i >= 0 && j >= 0 && i < this.columns - 1 && j < this.rows - 1) {
      const k = j * this.columns + i;
      if (this.bends[k]) {
        const s = p / maas - i - this.i0;
        const t = q / maas - j - this.j0;
        x += mix(this.dx, k, this.columns, s, t);
        y += mix(this.dy, k, this.columns, s, t);
      }
    }
    // A turn with whole numbers (9, 40, 41) is the same on every machine.
    return [(40 * x - 9 * y) / 41, (9 * x + 40 * y) / 41];
  }

  vertex(p: number, q: number): number {
    const [x, y] = this.ground(p, q);
    return this.vertices.add(Math.round(x * 1000), Math.round(y * 1000));
  }

  vertexAt([x, y]: Plek): number {
    return this.vertices.add(Math.round(x * 1000), Math.round(y * 1000));
  }

  /** A ring on the drawing board as vertices on the ground, counter-clockwise, bent where the ground bends. */
  loop(ring: readonly Plek[]): Loop {
    const out: number[] = [];
    const push = (v: number) => {
      if (out[out.length - 1] !== v) out.push(v);
    };
    for (let i = 0; i < ring.length; i += 1) {
      const [p0, q0] = ring[i] as Plek;
      const [p1, q1] = ring[(i + 1) % ring.length] as Plek;
      push(this.vertex(p0, q0));
      for (const [p, q] of this.crossings(p0, q0, p1, q1)) push(this.vertex(p, q));
    }
    while (out.length > 1 && out[0] === out[out.length - 1]) out.pop();
    return this.turned(out);
  }

  /** The same for a ring that is given on the ground. */
  groundLoop(ring: readonly Plek[]): Loop {
    return this.turned(ring.map((plek) => this.vertexAt(plek)));
  }

  /** Where the vertices of a loop are on the ground. */
  points(loop: Loop): Plek[] {
    return loop.map((v) => [(this.vertices.x[v] as number) / 1000, (this.vertices.y[v] as number) / 1000]);
  }

  /** A line on the drawing board as positions on the ground. */
  line(points: readonly Plek[]): Plek[] {
    const out: Plek[] = [];
    points.forEach(([p, q], i) => {
      out.push(this.ground(p, q));
      const next = points[i + 1];
      if (next) for (const [r, s] of this.crossings(p, q, next[0], next[1])) out.push(this.ground(r, s));
    });
    return out;
  }

  private turned(loop: number[]): Loop {
    return this.vertices.area2(loop) < 0 ? loop.reverse() : loop;
  }

  private *crossings(p0: number, q0: number, p1: number, q1: number): Iterable<Plek> {
    const along = Math.abs(q0 - q1) < 1e-6 ? 0 : Math.abs(p0 - p1) < 1e-6 ? 1 : -1;
    if (along < 0) return;
    const [from, to] = along === 0 ? [p0, p1] : [q0, q1];
    const step = from < to ? 1 : -1;
    let k = step > 0 ? Math.ceil(from / maas) : Math.floor(from / maas);
    for (; step > 0 ? k * maas < to - 0.004 : k * maas > to + 0.004; k += step) {
      if (Math.abs(k * maas - from) < 0.004) continue;
      const [p, q] = along === 0 ? [k * maas, q0] : [p0, k * maas];
      if (this.bentNear(p, q)) yield [p, q];
    }
  }

  private bentNear(p: number, q: number): boolean {
    for (const [dp, dq] of [
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ] as const) {
      const i = Math.floor((p + dp) / maas) - this.i0;
      const j = Math.floor((q + dq) / maas) - this.j0;
      if (i >= 0 && j >= 0 && i < this.columns - 1 && j < this.rows - 1 && this.bends[j * this.columns + i])
        return true;
    }
    return false;
  }
}

function mix(values: Float64Array, k: number, columns: number, s: number, t: number): number {
  const low = (values[k] as number) * (1 - s) + (values[k + 1] as number) * s;
  const high = (values[k + columns] as number) * (1 - s) + (values[k + columns + 1] as number) * s;
  return low * (1 - t) + high * t;
}

/** A place to work in with its own axes: a along the street, b away from it. */
export class Frame {
  readonly p: number;
  readonly q: number;
  private readonly ap: number;
  private readonly aq: number;
  private readonly bp: number;
  private readonly bq: number;

  private constructor(p: number, q: number, ap: number, aq: number, bp: number, bq: number) {
    this.p = p;
    this.q = q;
    this.ap = ap;
    this.aq = aq;
    this.bp = bp;
    this.bq = bq;
  }

  /** a runs east and b north. */
  static upright(p: number, q: number): Frame {
    return new Frame(p, q, 1, 0, 0, 1);
  }

  /** a runs north and b east. */
  static lying(p: number, q: number): Frame {
    return new Frame(p, q, 0, 1, 1, 0);
  }

  at(a: number, b: number): Plek {
    return [this.p + a * this.ap + b * this.bp, this.q + a * this.aq + b * this.bq];
  }

  shifted(a: number, b: number): Frame {
    const [p, q] = this.at(a, b);
    return new Frame(p, q, this.ap, this.aq, this.bp, this.bq);
  }

  /** Looks back: b runs the other way from a new origin. */
  facing(a: number, b: number): Frame {
    const [p, q] = this.at(a, b);
    return new Frame(p, q, this.ap, this.aq, -this.bp, -this.bq);
  }

  /** a runs the other way from a new origin. */
  mirrored(a: number, b: number): Frame {
    const [p, q] = this.at(a, b);
    return new Frame(p, q, -this.ap, -this.aq, this.bp, this.bq);
  }

  /** Swaps the axes: the new a is the old b. */
  turned(a: number, b: number): Frame {
    const [p, q] = this.at(a, b);
    return new Frame(p, q, this.bp, this.bq, this.ap, this.aq);
  }

  rect(a0: number, b0: number, a1: number, b1: number): Plek[] {
    return [this.at(a0, b0), this.at(a1, b0), this.at(a1, b1), this.at(a0, b1)];
  }

  ring(points: readonly (readonly [a: number, b: number])[]): Plek[] {
    return points.map(([a, b]) => this.at(a, b));
  }
}
