/**
 * Reproducible chance: sfc32 (Chris Doty-Humphrey), seeded from text. Only 32-bit integer arithmetic,
 * so every machine draws the same numbers.
 */
export class Prng {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
    this.a = hash(name, 0x9e3779b9);
    this.b = hash(name, 0x243f6a88);
    this.c = hash(name, 0xb7e15162);
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** An independent stream: what is drawn here does not shift what is drawn elsewhere. */
  fork(label: string | number): Prng {
    return new Prng(`${this.name}/${label}`);
  }

  /** 0 up to, not including, 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  range(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return (list[list.length - 1] as readonly [T, number])[0];
  }

  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  }
}

/** FNV-1a with a final avalanche. */
export function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
