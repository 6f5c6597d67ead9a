import { type Buren, bandBuren, queenBuren, zesBuren } from '../../server/veiligheid/domain/buren.ts';
import { bepaalHotspots, vindTekort } from '../../server/veiligheid/domain/hotspots.ts';
import { mannKendall } from '../../server/veiligheid/domain/mann-kendall.ts';
import { bepaalKubus, MINSTE_STAPPEN, type Patroon } from '../../server/veiligheid/domain/patroon.ts';
import { ontcijfer } from '../../server/veiligheid/domain/reeks.ts';
import { kolomVan, middenVan, type Rooster, rijVan } from '../../server/veiligheid/domain/rooster.ts';
import { afwijkingVanVerwacht } from '../../server/veiligheid/domain/verhouding.ts';

/** What the counting starts from: the grid, and for each group (a class, a part of the day) a text per step of time. */
export interface Bestand {
  rooster: Rooster;
  /** Cells within so many metres count with a cell; null: those that touch it. */
  band: number | null;
  /** Numbers of the cells, in order. */
  nummers: readonly number[];
  adressen: readonly number[];
  reeksen: readonly (readonly string[])[];
}

export type Per = 'aantal' | 'adressen';

/** From a step up to and including another. */
export interface Stappen {
  van: number;
  tot: number;
}

export interface Vraag extends Stappen {
  /** Which groups count. */
  groepen: readonly number[];
  per: Per;
  /** Another period to hold this one against. */
  naast: Stappen | null;
}

/** The map of one period; every array is in the order of the cells. */
export interface Beeld {
  aantallen: Float64Array;
  /** What would have been here if all were spread evenly over the cells, or over the adressen. NaN: not reckoned with. */
  verwacht: Float64Array;
  z: Float64Array;
  q: Float64Array;
  bins: Int8Array;
  /** Cells that count for each cell, itself included, and the records in them. */
  buren: Uint32Array;
  rondom: Float64Array;
  /** Cells that take part. */
  n: number;
  totaal: number;
  tekort: ReturnType<typeof vindTekort>;
}

export interface Antwoord {
  nu: Beeld;
  naast: Beeld | null;
}

/** How each cell went through time, in steps of a quarter. */
export interface Verloop {
  patronen: Patroon[];
  /** Of the score of each cell (Mann-Kendall): S, and its two-sided p. */
  trends: { S: number; p: number }[];
  stappen: number;
}

function burenVan({ rooster, band, nummers }: Bestand): Buren {
  if (band !== null) {
    const middens = nummers.map((nummer) => middenVan(rooster, nummer));
    return bandBuren(
      middens.map(([x]) => x),
      middens.map(([, y]) => y),
      band,
    );
  }
  const plaatsen = { kolom: nummers.map(kolomVan), rij: nummers.map(rijVan) };
  return rooster === 'vierkant' ? queenBuren(plaatsen) : zesBuren(plaatsen);
}

/** Counts and judges as often as somebody moves a filter. */
export class Rekenaar {
  readonly #bestand: Bestand;
  readonly #buren: Buren;
  readonly #plekken: readonly (readonly Uint16Array[])[];

  constructor(bestand: Bestand) {
    this.#bestand = bestand;
    this.#buren = burenVan(bestand);
    const { reeksen, nummers } = bestand;
    this.#plekken = reeksen.map((stappen) => stappen.map((tekst) => ontcijfer(tekst, nummers.length)));
  }

  reken({ naast, ...vraag }: Vraag): Antwoord {
    return { nu: this.#beeld(vraag), naast: naast && this.#beeld({ ...vraag, ...naast }) };
  }

  #tel(groepen: readonly number[], { van, tot }: Stappen): Float64Array {
    const aantallen = new Float64Array(this.#bestand.nummers.length);
    for (const groep of groepen) {
      for (let stap = van; stap <= tot; stap += 1) {
        for (const plek of this.#plekken[groep]?.[stap] ?? []) aantallen[plek] = (aantallen[plek] as number) + 1;
      }
    }
    return aantallen;
  }

  #beeld({ groepen, per, ...stappen }: Omit<Vraag, 'naast'>): Beeld {
    const { adressen } = this.#bestand;
    const aantallen = this.#tel(groepen, stappen);
    const waarden = per === 'aantal' ? aantallen : afwijkingVanVerwacht(aantallen, adressen);
    const { n, z, q, bins, k } = bepaalHotspots(waarden, this.#buren);
    const tekort = vindTekort(aantallen);
    if (tekort === 'te weinig cellen') {
      // so little gives no outcome at all: not a hot spot, and not "no hot spot" either
      bins.fill(0);
      z.fill(Number.NaN);
      q.fill(Number.NaN);
    }
    const totaal = aantallen.reduce((som, aantal) => som + aantal, 0);
    const telt = (cel: number) => per === 'aantal' || (adressen[cel] as number) > 0;
    const noemer = adressen.reduce((som, aantal) => som + aantal, 0);
    const metAdres = aantallen.reduce((som, aantal, cel) => som + (telt(cel) ? aantal : 0), 0);
    return {
      aantallen,
      verwacht: aantallen.map((_, cel) => {
        if (!telt(cel)) return Number.NaN;
        return per === 'aantal' ? totaal / n : ((adressen[cel] as number) * metAdres) / noemer;
      }),
      ...{ z, q, bins, n, totaal, buren: k },
      rondom: this.#rondom(aantallen),
      tekort,
    };
  }

  #rondom(aantallen: Float64Array): Float64Array {
    const { begin, van, tot } = this.#buren;
    return aantallen.map((_, cel) => {
      let som = 0;
      for (let reeks = begin[cel] as number; reeks < (begin[cel + 1] as number); reeks += 1) {
        for (let buur = van[reeks] as number; buur < (tot[reeks] as number); buur += 1)
          som += aantallen[buur] as number;
      }
      return som;
    });
  }

  /**
   * The category of each cell over all steps, three steps (a quarter) at a time, counted back from the last.
   *
   * @param gaten steps that are not there: a quarter with one cannot be judged
   * @returns null when there are too few quarters
   */
  verloop(groepen: readonly number[], stappen: number, gaten: ReadonlySet<number>): Verloop | null {
    const cellen = this.#bestand.nummers.length;
    const kwartalen: Float64Array[] = [];
    for (let tot = stappen - 1; tot >= 2; tot -= 3) {
      if ([tot, tot - 1, tot - 2].some((stap) => gaten.has(stap))) break;
      kwartalen.unshift(this.#tel(groepen, { van: tot - 2, tot }));
    }
    if (kwartalen.length < MINSTE_STAPPEN) return null;
    const waarden = new Float64Array(cellen * kwartalen.length);
    for (const [stap, aantallen] of kwartalen.entries()) waarden.set(aantallen, stap * cellen);
    const { patronen, z } = bepaalKubus(waarden, this.#buren);
    const trends = patronen.map((_, cel) => {
      const { S, p } = mannKendall(kwartalen.map((_kwartaal, stap) => z[stap * cellen + cel] as number));
      return { S, p };
    });
    return { patronen, trends, stappen: kwartalen.length };
  }
}
