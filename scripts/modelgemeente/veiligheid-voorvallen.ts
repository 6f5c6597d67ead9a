import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { type Moment, momentOp } from '../../server/veiligheid/domain/tijd.ts';
import { Prng } from './prng.ts';
import type { Town } from './town.ts';
import { type Plaats, plekken as plekSoorten, VeiligePlekken } from './veiligheid-plekken.ts';
import { type Geplant, HERHALING, INTERVENTIE, MAANDEN, plantWaarheid } from './veiligheid-waarheid.ts';

/** One thing that happened in the invented town: it exists only while it is counted. */
export interface Gebeurd extends Plaats {
  code: string;
  moment: Moment;
}

const gewichten = z.array(z.number().check(z.gte(0)));
const uren = z.strictObject({ doordeweeks: gewichten.check(z.length(7)), weekend: gewichten.check(z.length(7)) });
const klasse = z.strictObject({
  code: z.string(),
  perDuizend: z.number().check(z.positive()),
  plek: z.enum(plekSoorten),
  uren: z.string(),
  maanden: z.string(),
});
const sensor = z.strictObject({
  maanden: z.string(),
  rust: z.optional(z.number()),
  luidst: z.optional(z.number()),
  stromen: z.array(
    z.strictObject({
      uren: z.string(),
      hoogste: z.number().check(z.positive()),
      perDag: gewichten.check(z.length(7)),
    }),
  ),
  storing: z.array(z.int().check(z.positive())),
});
const schema = z.strictObject({
  uren: z.record(z.string(), uren),
  maanden: z.record(z.string(), gewichten.check(z.length(12))),
  sensoren: z.record(z.string(), sensor),
  politie: z.array(klasse),
  meldingen: z.array(klasse),
});
type Klasse = z.infer<typeof klasse>;
export type Weging = z.infer<typeof uren>;

/** First hour of each stretch of the day that the weights speak of, and the end of the day. */
export const DAGSTUKKEN = [0, 6, 9, 12, 15, 18, 21, 24] as const;

export const readVoorvallen = () =>
  z.parse(schema, parse(readFileSync(new URL('../../data/veiligheid/modelgemeente.yaml', import.meta.url), 'utf8')));

/** From Friday 18:00 to Monday 6:00: Friday and Sunday are half weekend, their evening and morning. */
export const isWeekend = (uurVanWeek: number): boolean => uurVanWeek >= 4 * 24 + 18 || uurVanWeek < 6;

/** Days since 1970 of the first of each month, and of the first day after the last. */
export function maandgrenzen(peildatum: string): number[] {
  const [jaar = 0, maand = 0] = peildatum.split('-').map(Number);
  return Array.from({ length: MAANDEN + 1 }, (_, i) => Date.UTC(jaar, maand - 1 - MAANDEN + i, 1) / 86_400_000);
}

/** Five years in a town, up to the last whole month before the peildatum, class after class. */
export class Voorvallen {
  readonly geplant: readonly Geplant[];
  readonly #town: Town;
  readonly #plekken: VeiligePlekken;
  readonly #grenzen: readonly number[];
  readonly #gegevens = readVoorvallen();

  constructor(town: Town, peildatum: string) {
    this.#town = town;
    this.#plekken = new VeiligePlekken(town);
    this.#grenzen = maandgrenzen(peildatum);
    this.geplant = plantWaarheid(town, this.#plekken);
  }

  /** What was planted, to hold beside what is found: with the records per cell that are expected in each month. */
  get waarheid() {
    const maanden = this.#grenzen.slice(0, -1).map((dag) => momentOp(dag, null).maand);
    const geplant = this.geplant.map(({ perMaand, ...plant }) => ({
      ...plant,
      perCelPerMaand: maanden.map((maand, i) => perMaand(i, Number(maand.slice(5, 7)))),
    }));
    return { maanden, geplant, herhaling: HERHALING, interventie: INTERVENTIE };
  }

  *politie(): Generator<Gebeurd> {
    for (const soort of this.#gegevens.politie) yield* this.#toevallig(soort);
    for (const plant of this.geplant) if (plant.stelsel !== 'melding') yield* this.#geplant(plant);
  }

  *meldingen(): Generator<Gebeurd> {
    for (const soort of this.#gegevens.meldingen) yield* this.#toevallig(soort);
    for (const plant of this.geplant) if (plant.stelsel === 'melding') yield* this.#geplant(plant);
  }

  #prng(naam: string): Prng {
    return new Prng(`${this.#town.code}/${this.#town.seed}/veiligheid/${naam}`);
  }

  *#toevallig({ code, perDuizend, plek, uren: uurSoort, maanden: maandSoort }: Klasse): Generator<Gebeurd> {
    const rng = this.#prng(code);
    const [eerste, laatste] = [this.#grenzen[0] as number, this.#grenzen[MAANDEN] as number];
    const maanden = this.#gegevens.maanden[maandSoort];
    const weging = this.#gegevens.uren[uurSoort];
    if (!maanden || !weging)
      throw new Error(`data/veiligheid/modelgemeente.yaml: ${code} noemt uren of maanden die er niet zijn`);
    const zwaarste = Math.max(...maanden);
    const aantal = Math.round((perDuizend * this.#town.inwoners * (MAANDEN / 12)) / 1000);
    for (let n = 0; n < aantal; n += 1) {
      let dag: number;
      do dag = rng.int(eerste, laatste - 1);
      while (rng.next() * zwaarste > (maanden[new Date(dag * 86_400_000).getUTCMonth()] as number));
      const gebeurd = { code, ...this.#plekken.kies(rng, plek), moment: trekUur(rng, dag, weging) };
      yield gebeurd;
      if (code === HERHALING.klasse && rng.chance(HERHALING.kans)) {
        const later = dag + rng.int(1, HERHALING.dagen);
        if (later < laatste)
          yield { code, ...this.#plekken.kiesDichtbij(rng, gebeurd), moment: trekUur(rng, later, weging) };
      }
    }
  }

  *#geplant({ naam, klasse: code, cellen, perMaand, uren: uurSoort }: Geplant): Generator<Gebeurd> {
    const rng = this.#prng(`geplant ${naam} ${cellen[0]}`);
    const weging = this.#gegevens.uren[uurSoort] as Weging;
    for (let maand = 0; maand < MAANDEN; maand += 1) {
      const [begin, einde] = [this.#grenzen[maand] as number, this.#grenzen[maand + 1] as number];
      const verwacht = perMaand(maand, new Date(begin * 86_400_000).getUTCMonth() + 1);
      for (const cel of cellen) {
        for (let aantal = telling(rng, verwacht); aantal > 0; aantal -= 1) {
          const dag = uurSoort === 'uitgaan' ? weekendDag(rng, begin, einde) : rng.int(begin, einde - 1);
          yield { code, ...this.#plekken.kiesInCel(rng, cel), moment: trekUur(rng, dag, weging) };
        }
      }
    }
  }
}

/** Chances of the stretches of each weekday, by what they come from: the same few are drawn from all the time. */
const kansen = new Map<Weging, (readonly [stuk: number, gewicht: number])[][]>();

function kansenVan(weging: Weging): (readonly [stuk: number, gewicht: number])[][] {
  const eerder = kansen.get(weging);
  if (eerder) return eerder;
  const perDag = Array.from({ length: 7 }, (_, weekdag) =>
    DAGSTUKKEN.slice(0, -1).map((van, i) => {
      const soort = isWeekend(weekdag * 24 + van) ? 'weekend' : 'doordeweeks';
      return [i, (weging[soort][i] as number) * ((DAGSTUKKEN[i + 1] as number) - van)] as const;
    }),
  );
  kansen.set(weging, perDag);
  return perDag;
}

function trekUur(rng: Prng, dag: number, weging: Weging): Moment {
  // 1970 began on a Thursday
  const stuk = rng.weighted(kansenVan(weging)[(dag + 3) % 7] ?? []);
  return momentOp(dag, rng.int(DAGSTUKKEN[stuk] as number, (DAGSTUKKEN[stuk + 1] as number) - 1));
}

/** A Friday, Saturday or Sunday, three times out of four. */
function weekendDag(rng: Prng, begin: number, einde: number): number {
  let dag: number;
  do dag = rng.int(begin, einde - 1);
  while (momentOp(dag, null).weekdag < 4 && !rng.chance(0.15));
  return dag;
}

/** A count that comes by chance, with this mean. */
function telling(rng: Prng, gemiddelde: number): number {
  const grens = Math.exp(-gemiddelde);
  let aantal = -1;
  for (let kans = 1; kans > grens; kans *= rng.next()) aantal += 1;
  return aantal;
}
