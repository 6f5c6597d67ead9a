import { hash } from '../../modelgemeente/prng.ts';

/** As many as are held at most, in 64 MB. */
const MEEST = 4_000_000;

/**
 * Remembers texts without keeping them, to see which comes again: 53 bits of each, in a table that grows up to a bound.
 * That two different texts look the same has a chance of less than one in a thousand for a million of them.
 */
export class Vingerafdrukken {
  #vakken = new Float64Array(1024);
  #aantal = 0;

  /** No more are remembered: from here on nothing is recognised that was not seen before. */
  get vol(): boolean {
    return this.#aantal >= MEEST;
  }

  /** @returns whether it came before */
  zagEerder(tekst: string): boolean {
    // Zero is an empty place in the table.
    const afdruk = hash(tekst, 1) * 2 ** 21 + (hash(tekst, 2) >>> 11) + 1;
    const plek = this.#plekVan(this.#vakken, afdruk);
    if (this.#vakken[plek] === afdruk) return true;
    if (this.vol) return false;
    this.#vakken[plek] = afdruk;
    this.#aantal += 1;
    if (this.#aantal * 2 > this.#vakken.length) this.#groei();
    return false;
  }

  #plekVan(vakken: Float64Array, afdruk: number): number {
    let plek = afdruk % vakken.length;
    while (vakken[plek] !== 0 && vakken[plek] !== afdruk) plek = (plek + 1) % vakken.length;
    return plek;
  }

  #groei(): void {
    const ruim = new Float64Array(this.#vakken.length * 2);
    for (const afdruk of this.#vakken) if (afdruk !== 0) ruim[this.#plekVan(ruim, afdruk)] = afdruk;
    this.#vakken = ruim;
  }
}
