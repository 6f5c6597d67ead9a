import { readFileSync } from 'node:fs';
import type { Prng } from './prng.ts';

interface NameData {
  gemeenten: readonly string[];
  hoofdplaatsen: readonly string[];
  dorpen: readonly string[];
  wijken: readonly string[];
  buurten: Readonly<Record<string, readonly string[]>>;
  themas: Readonly<Record<string, readonly string[]>>;
  /** Ends of street names, with how often they occur. */
  eindes: readonly (readonly [string, number])[];
  hoofdwegen: readonly string[];
  polderwegen: readonly string[];
}

const data = JSON.parse(
  readFileSync(new URL('../../data/modelgemeente/namen.json', import.meta.url), 'utf8'),
) as NameData;

/** Gives out names, each once. */
export class Names {
  private readonly used = new Set<string>();
  private readonly queues = new Map<string, string[]>();
  private readonly rng: Prng;
  readonly themas: readonly string[];

  constructor(rng: Prng) {
    this.rng = rng;
    this.themas = rng.shuffle(Object.keys(data.themas));
  }

  gemeente(index: number): string {
    return data.gemeenten[index] ?? `Modelgemeente ${index + 1}`;
  }

  hoofdplaats(index: number): string {
    return data.hoofdplaatsen[index] ?? `Modelstad ${index + 1}`;
  }

  dorp(): string {
    return this.next('dorp', data.dorpen);
  }

  wijk(): string {
    return this.next('wijk', data.wijken);
  }

  buurt(karakter: string): string {
    return this.next(`buurt ${karakter}`, data.buurten[karakter] ?? (data.buurten.wonen as readonly string[]));
  }

  hoofdweg(): string {
    return this.next('hoofdweg', data.hoofdwegen);
  }

  polderweg(): string {
    return this.next('polderweg', data.polderwegen);
  }

  /** A street name in the theme of a buurt; it ends as asked, or as streets do. */
  straat(thema: string, einde?: string): string {
    const words = data.themas[thema] as readonly string[];
    for (let i = 0; i < 40; i += 1) {
      const name = join(this.rng.pick(words), einde ?? this.rng.weighted(data.eindes));
      if (!this.used.has(name)) {
        this.used.add(name);
        return name;
      }
    }
    return this.straat(this.rng.pick(this.themas), einde);
  }

  private next(kind: string, list: readonly string[]): string {
    let queue = this.queues.get(kind);
    if (!queue?.length) {
      const round = [...this.used].filter((name) => list.some((word) => name.startsWith(word))).length >= list.length;
      queue = this.rng.shuffle(list).map((word) => (round ? this.numbered(word) : word));
      this.queues.set(kind, queue);
    }
    const name = queue.pop() as string;
    this.used.add(name);
    return name;
  }

  private numbered(word: string): string {
    for (const end of [
      ' Noord',
      ' Zuid',
      ' Oost',
      ' West',
      ' Midden',
      ...Array.from({ length: 50 }, (_, i) => ` ${i + 2}`),
    ]) {
      if (!this.used.has(word + end)) return word + end;
    }
    return word;
  }
}

/** "Van Speijk" + "straat" is Van Speijkstraat; a word that ends in its own kind stays as it is. */
function join(word: string, end: string): string {
  return word.endsWith('-') ? word.slice(0, -1) + end : word + end;
}
