import * as z from 'zod/mini';
import { themas } from './velden.ts';

/** Where a class comes from: offences and nuisance as the police register them, or meldingen openbare ruimte. */
export const stelsels = ['misdrijf', 'overlast', 'melding'] as const;
export type Stelsel = (typeof stelsels)[number];

/** Who delivers: the stelsels of the police together, or meldingen. Their counts are never added up. */
export type Stroom = 'politie' | 'melding';
export const stroomVan = (stelsel: Stelsel): Stroom => (stelsel === 'melding' ? 'melding' : 'politie');

/**
 * What is not done with a class: `totaal` is the sum of the others; `gevoelig` is shown to the public per gemeente and
 * year only; `nooit op de kaart` is kept per gemeente and year only, for everybody; `niet tonen` is not kept at all.
 */
export const bijzonderheden = ['totaal', 'gevoelig', 'nooit op de kaart', 'niet tonen'] as const;

const woorden = z.pipe(
  z.string(),
  z.transform((tekst) => tekst.split(' ').filter(Boolean)),
);
const klasse = z.object({
  stelsel: z.enum(stelsels),
  code: z.string().check(z.minLength(1)),
  naam: z.string().check(z.minLength(1)),
  thema: z.pipe(
    z.string(),
    z.transform((tekst) => tekst || null),
  ),
  ook: woorden,
  basis: z.enum(['S', 'R']),
  reden: z.string().check(z.minLength(1)),
  bijzonder: z.pipe(
    z.enum(['', ...bijzonderheden]),
    z.transform((tekst) => tekst || null),
  ),
  intern: woorden,
});
export type Klasse = z.infer<typeof klasse>;

/** The classes that this installation knows, with the thema of each. */
export class Klassentabel {
  readonly klassen: readonly Klasse[];
  readonly #opSleutel = new Map<string, Klasse>();

  /**
   * @param rijen as in data/veiligheid/klassen.csv: text per column
   * @throws Error that names every row that is wrong: a class twice, a thema that is not there, no reason
   */
  constructor(rijen: readonly Readonly<Record<string, string>>[]) {
    const fouten: string[] = [];
    const klassen: Klasse[] = [];
    for (const [i, rij] of rijen.entries()) {
      const read = klasse.safeParse(rij);
      const gevonden = read.success ? this.#neemOp(read.data) : [z.prettifyError(read.error)];
      fouten.push(...gevonden.map((fout) => `regel ${i + 2}: ${fout}`));
      if (read.success) klassen.push(read.data);
    }
    if (klassen.length === 0) fouten.push('er staat geen enkele klasse in');
    if (fouten.length > 0) throw new Error(`De tabel met klassen klopt niet:\n${fouten.join('\n')}`);
    this.klassen = klassen;
  }

  #neemOp(k: Klasse): string[] {
    const fouten = [...(k.thema ? [k.thema] : []), ...k.ook].flatMap((nummer) =>
      themas.has(nummer) ? [] : [`thema ${nummer} is er niet`],
    );
    if (k.ook.some((nummer, i) => nummer === k.thema || k.ook.indexOf(nummer) < i))
      fouten.push('een thema staat er twee keer');
    if (!k.thema && k.ook.length > 0) fouten.push('er is wel een ander thema, maar geen eerste');
    for (const code of [k.code, ...k.intern]) {
      const sleutel = `${k.stelsel} ${code}`;
      if (this.#opSleutel.has(sleutel)) fouten.push(`${k.stelsel} ${code} komt vaker voor`);
      this.#opSleutel.set(sleutel, k);
    }
    return fouten;
  }

  /**
   * The class of a record of the police: by its public code (1.1.1), its internal code (A20) or its code of nuisance.
   *
   * @returns null when the table does not know it
   */
  zoekPolitie(code: string): Klasse | null {
    return this.zoek('misdrijf', code) ?? this.zoek('overlast', code);
  }

  /** @param code `hoofd/sub` for meldingen; then `hoofd/*` stands for every sub that has no row of its own. */
  zoek(stelsel: Stelsel, code: string): Klasse | null {
    const eigen = this.#opSleutel.get(`${stelsel} ${code}`) ?? null;
    if (eigen || stelsel !== 'melding') return eigen;
    return this.#opSleutel.get(`melding ${code.split('/')[0]}/*`) ?? null;
  }
}
