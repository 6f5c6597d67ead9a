import * as z from 'zod/mini';
import lijst from '../../../data/veiligheid/sensoren.json';
import { maandenTussen } from './periode.ts';
import { UREN_PER_WEEK } from './tijd.ts';

const sensor = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** `drukte`: people per measurement. `geluid`: decibel. */
  soort: z.enum(['drukte', 'geluid']),
  gemeente: z.string().check(z.regex(/^gm\d{4}$/)),
  plaats: z.string().check(z.minLength(1)),
  meet: z.string().check(z.minLength(1)),
  doel: z.string().check(z.minLength(1)),
  grondslag: z.string().check(z.minLength(1)),
  persoonsgegevens: z.boolean(),
  bewaartermijn: z.string().check(z.minLength(1)),
  eigenaar: z.string().check(z.minLength(1)),
});
export type Sensor = z.infer<typeof sensor>;

/**
 * The register of sensors, by id: what is not in it may not be measured.
 *
 * @throws Error that names what is wrong in data/veiligheid/sensoren.json
 */
export function readSensoren(inhoud: unknown): ReadonlyMap<string, Sensor> {
  const read = z.object({ sensoren: z.array(sensor) }).safeParse(inhoud);
  if (!read.success) throw new Error(`data/veiligheid/sensoren.json klopt niet:\n${z.prettifyError(read.error)}`);
  const opId = new Map(read.data.sensoren.map((een) => [een.id, een]));
  if (opId.size < read.data.sensoren.length)
    throw new Error('data/veiligheid/sensoren.json noemt een sensor twee keer.');
  return opId;
}

export const sensoren = readSensoren(lijst);

/** Adds up measurements of one hour of the week without keeping them. */
export class Uurmeting {
  metingen = 0;
  hoogste = Number.NEGATIVE_INFINITY;
  #som = 0;
  readonly #soort: Sensor['soort'];

  constructor(soort: Sensor['soort']) {
    this.#soort = soort;
  }

  /** @param keer so many measurements, of which `waarde` is the mean */
  voegToe(waarde: number, keer = 1): void {
    this.metingen += keer;
    this.hoogste = Math.max(this.hoogste, waarde);
    this.#som += keer * (this.#soort === 'geluid' ? 10 ** (waarde / 10) : waarde);
  }

  /** The mean; of noise the level of the mean energy (Leq), because decibels cannot be added up. */
  get gemiddeld(): number {
    const gemiddeld = this.#som / this.metingen;
    return this.#soort === 'geluid' ? 10 * Math.log10(gemiddeld) : gemiddeld;
  }
}

interface UurFeit {
  sensor: string;
  /** YYYY-MM */
  maand: string;
  uur: number;
  metingen: number;
  waarde: number;
  hoogste: number;
}

/**
 * Every sensor of the register in a gemeente, with what it measured over these months together. A sensor without any
 * measurement is unknown; months without one between those that it measured in are named.
 */
export function toonSensoren(rijen: readonly UurFeit[], gemeente: string) {
  const hier = [...sensoren.values()].filter((een) => een.gemeente === gemeente);
  return hier.map(({ id, soort, plaats, meet, doel }) => {
    const eigen = rijen.filter(({ sensor: van }) => van === id);
    const uren = Array.from({ length: UREN_PER_WEEK }, () => new Uurmeting(soort));
    for (const { uur, metingen, waarde } of eigen) uren[uur]?.voegToe(waarde, metingen);
    const maanden = new Set(eigen.map(({ maand }) => maand).sort());
    const [van, tot] = [[...maanden][0], [...maanden].at(-1)];
    return {
      ...{ id, soort, plaats, meet, doel },
      periode: van && tot ? { van, tot } : null,
      zonder: van && tot ? maandenTussen(van, tot).filter((maand) => !maanden.has(maand)) : [],
      uren: uren.map((uur) => (uur.metingen === 0 ? null : Math.round(10 * uur.gemiddeld) / 10)),
      hoogste: eigen.length === 0 ? null : Math.round(10 * Math.max(...eigen.map((een) => een.hoogste))) / 10,
    };
  });
}
