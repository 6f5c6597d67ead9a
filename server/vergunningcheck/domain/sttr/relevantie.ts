import { DeelEvaluatie, type Voorbereid } from './deels.ts';
import type { Stand } from './stand.ts';

/** Columns that may be looked at to find out whether questions matter; some 20 ms of work. */
const maxWerk = 4_000;

/** Values by id of the question. */
type Bekend = ReadonlyMap<string, unknown>;

/**
 * Which questions can still change the outcome of a file.
 *
 * A question matters when there are two ways to answer it, and answers to the other open questions, that lead to
 * different outcomes. Such a pair is looked for; that there is none is only sure when all has been tried. When that
 * takes too much work the question counts as one that matters: asking too much is a nuisance, asking too little is wrong.
 */
export class Relevantie {
  readonly #voorbereid: Voorbereid;
  readonly #bekend: Bekend;
  readonly #volgorde: ReadonlyMap<string, number>;
  readonly #onthouden = new Map<string, Stand>();
  #werk = 0;

  constructor(voorbereid: Voorbereid, bekend: Bekend) {
    this.#voorbereid = voorbereid;
    this.#bekend = bekend;
    this.#volgorde = new Map(voorbereid.bestand.vragen.map(({ id }, plaats) => [id, plaats]));
  }

  /** Questions on which the outcome seems to hang, in the order of the file: never too few. */
  kandidaten(): string[] {
    return this.#opVolgorde(this.#standen(this.#bekend));
  }

  isRelevant(vraag: string): boolean {
    const waarden = this.#voorbereid.klassen.get(vraag)?.waarden ?? null;
    // A value that is reckoned with has no list of answers to try.
    if (waarden === null) return true;
    const [eerste, ...andere] = waarden;
    const gezien = new Set<string>();
    return andere.some((waarde) =>
      this.#verschilt(new Map(this.#bekend).set(vraag, eerste), new Map(this.#bekend).set(vraag, waarde), gezien),
    );
  }

  #standen(bekend: Bekend): Stand[] {
    const evaluatie = new DeelEvaluatie(this.#voorbereid, bekend, this.#onthouden);
    const standen = this.#voorbereid.bestand.hoofdbeslissingen.map(({ id }) => evaluatie.standVan(id));
    this.#werk += evaluatie.werk;
    return standen;
  }

  /** Whether the open questions can be answered so that the outcomes of both differ. */
  #verschilt(een: Bekend, ander: Bekend, gezien: Set<string>): boolean {
    const a = this.#standen(een);
    const b = this.#standen(ander);
    if (a.every((stand, plaats) => gelijk(stand, b[plaats] as Stand))) return false;
    if (a.some((stand, plaats) => zekerAnders(stand, b[plaats] as Stand))) return true;
    const paar = `${a.map(({ sleutel }) => sleutel)}~${b.map(({ sleutel }) => sleutel)}`;
    if (gezien.has(paar)) return false;
    if (this.#werk > maxWerk) return true;
    const open = this.#opVolgorde([...a, ...b]);
    const volgende = this.#kortste(open);
    if (!volgende) return true;
    const verschil = volgende.waarden.some((waarde) =>
      this.#verschilt(new Map(een).set(volgende.id, waarde), new Map(ander).set(volgende.id, waarde), gezien),
    );
    if (!verschil) gezien.add(paar);
    return verschil;
  }

  /** The question with the fewest answers to try; null: of none is there a list. */
  #kortste(open: readonly string[]): { id: string; waarden: readonly unknown[] } | null {
    let kortste: { id: string; waarden: readonly unknown[] } | null = null;
    for (const id of open) {
      const waarden = this.#voorbereid.klassen.get(id)?.waarden;
      if (waarden && waarden.length < (kortste?.waarden.length ?? Number.POSITIVE_INFINITY)) kortste = { id, waarden };
    }
    return kortste;
  }

  #opVolgorde(standen: readonly Stand[]): string[] {
    const wacht = new Set(standen.flatMap((stand) => (stand.bekend ? [] : [...stand.wacht])));
    return [...wacht].sort((a, b) => (this.#volgorde.get(a) ?? 0) - (this.#volgorde.get(b) ?? 0));
  }
}

/** A list of outcomes says each of them once. */
const uitkomstVan = ({ waarde, sleutel }: Stand & { bekend: true }): string =>
  Array.isArray(waarde) ? [...new Set(waarde.map((een) => JSON.stringify(een)))].join() : sleutel;

/** Settled on the same outcome, or in the same state. */
const gelijk = (a: Stand, b: Stand): boolean =>
  a.bekend && b.bekend ? uitkomstVan(a) === uitkomstVan(b) : a.sleutel === b.sleutel;

/** Two settled outcomes that are not the same, or one that the other can no longer become. */
function zekerAnders(a: Stand, b: Stand): boolean {
  if (a.bekend && b.bekend) return uitkomstVan(a) !== uitkomstVan(b);
  if (a.bekend) return b.bekend === false && b.mogelijk !== null && !bevat(b.mogelijk, a.waarde);
  if (b.bekend) return a.mogelijk !== null && !bevat(a.mogelijk, b.waarde);
  return a.mogelijk !== null && b.mogelijk !== null && !a.mogelijk.some((waarde) => bevat(b.mogelijk ?? [], waarde));
}

const bevat = (waarden: readonly unknown[], gezocht: unknown) => {
  const sleutel = JSON.stringify(gezocht);
  return waarden.some((waarde) => JSON.stringify(waarde) === sleutel);
};
