import * as z from 'zod/mini';
import inhoud from '../../../../data/vergunningcheck/bijbehorend-bouwwerk.json';

const getal = z.number().check(z.gte(0));
const artikel = z.object({ artikel: z.string().check(z.minLength(1)) });
const metGrens = z.extend(artikel, { grens: getal });

const velden = z.object({
  /** The line in front of the achtererfgebied: this far (m) behind the voorkant. */
  lijn: metGrens,
  monument: artikel,
  illegaal: artikel,
  gezicht: artikel,
  veiligheidszone: artikel,
  /** Ground disturbed (m²) up to which rules on archeologie do not matter. */
  archeologie: metGrens,
  grond: artikel,
  achtererfgebied: artikel,
  /** More than this (m) from openbaar toegankelijk gebied. */
  afstand: metGrens,
  hoogte: metGrens,
  verblijfsgebied: artikel,
  buitenruimte: artikel,
  /** How far (m) from the oorspronkelijk hoofdgebouw the zone at the house reaches. */
  zone: metGrens,
  hoogteBijHuis: metGrens,
  /** Above the floor of the second storey (m). */
  hoogteBovenVloer: metGrens,
  hoogteHoofdgebouw: artikel,
  /** Beyond the zone a roof must slope when it is higher (m). */
  hoogteVerder: metGrens,
  dakvorm: artikel,
  goothoogte: metGrens,
  helling: metGrens,
  /** The ridge: at most `grens`, and at most `basis` plus `maal` times the distance to the plot boundary. */
  nokhoogte: z.extend(metGrens, { basis: getal, maal: getal }),
  ondergeschiktVerder: artikel,
  ondergeschiktBijHuis: artikel,
  /** Steps that exclude each other, from small to large: `basis` plus `deel` of what lies above `boven` (m²). */
  oppervlakte: z.extend(artikel, {
    staffel: z.array(z.object({ boven: getal, basis: getal, deel: getal })).check(z.minLength(1)),
    hoogstens: getal,
  }),
  /** A movable mantelzorg unit up to this area (m²), outside the bebouwde kom, has no maximum area. */
  mantelzorg: metGrens,
  soortHoofdgebouw: artikel,
  technischGrond: artikel,
  technischHoogte: metGrens,
  technischVerblijfsgebied: artikel,
  technischBuitenruimte: artikel,
});

/** The limits of one version, each with its article. Lengths in m, areas in m², slopes in degrees. */
export type Grenzen = z.infer<typeof velden>;
export type RegelSleutel = keyof Grenzen;

const dag = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
const kop = {
  versie: z.string(),
  naam: z.string(),
  gemeente: z.nullable(z.string().check(z.regex(/^gm\d{4}$/))),
  geldigVanaf: dag,
  geldigTot: dag,
};
const bestand = z.object({
  versies: z.array(
    z.union([
      z.object({ ...kop, regels: velden, basis: z.optional(z.undefined()) }),
      z.object({ ...kop, basis: z.string(), regels: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    ]),
  ),
});

/** One version of the rules of one gemeente, or of the bruidsschat. */
export interface Regels extends Grenzen {
  versie: string;
  naam: string;
  gemeente: string | null;
  geldigVanaf: string | null;
  geldigTot: string | null;
}

/**
 * Reads the versions. A version with a `basis` says only what differs: mostly the numbers of the articles.
 *
 * @throws Error that names what is wrong: an unknown basis, an unknown rule or a limit that is no number
 */
export function readRegels(gegevens: unknown): Regels[] {
  const gelezen: Regels[] = [];
  for (const { regels, basis, ...eigen } of bestand.parse(gegevens).versies) {
    const onder = gelezen.find(({ versie }) => versie === basis);
    if (basis && !onder) throw new Error(`${eigen.versie}: de basis ${basis} is er niet`);
    const namen = Object.keys(velden.shape);
    const vreemd = Object.keys(regels).filter((naam) => !namen.includes(naam));
    if (vreemd.length > 0) throw new Error(`${eigen.versie}: onbekende regels ${vreemd.join(', ')}`);
    const samen = Object.fromEntries(
      namen.map((naam) => [naam, { ...onder?.[naam as RegelSleutel], ...Reflect.get(regels, naam) }]),
    );
    gelezen.push({ ...eigen, ...velden.parse(samen) });
  }
  return gelezen;
}

export const alleRegels: readonly Regels[] = readRegels(inhoud);

/** The rules that bind in a gemeente on a day (YYYY-MM-DD): its own, or else the bruidsschat. Null: none on that day. */
export function regelsVoor(gemeente: string | null, opDag: string, versies = alleRegels): Regels | null {
  const geldig = versies.filter(
    ({ geldigVanaf, geldigTot }) => (geldigVanaf ?? '') <= opDag && (geldigTot === null || opDag < geldigTot),
  );
  return (
    geldig.findLast((een) => een.gemeente !== null && een.gemeente === gemeente) ??
    geldig.findLast((een) => een.gemeente === null) ??
    null
  );
}

/** The rules of a stored oordeel, to repeat it. */
export const regelsMetVersie = (versie: string): Regels | null =>
  alleRegels.find((een) => een.versie === versie) ?? null;

/**
 * The most bijbehorend bouwwerk, in m², that a bebouwingsgebied may carry. What already stands counts, permitted or not.
 *
 * @source bruidsschat omgevingsplan art. 22.36 a 3°
 * @example maximumM2(regels, 200) // 70
 */
export function maximumM2({ oppervlakte }: Grenzen, bebouwingsgebiedM2: number): number {
  const { staffel, hoogstens } = oppervlakte;
  const trede = staffel.findLast(({ boven }) => bebouwingsgebiedM2 > boven) ?? staffel[0]!;
  return Math.min(hoogstens, trede.basis + trede.deel * (bebouwingsgebiedM2 - trede.boven));
}

/** The highest ridge (m) at a distance (m) from the plot boundary. */
export const hoogsteNokM = ({ nokhoogte }: Grenzen, afstandM: number): number =>
  Math.min(nokhoogte.grens, nokhoogte.maal * afstandM + nokhoogte.basis);
