import { lengteBij } from '../afstand.ts';
import {
  eenheid,
  hoekGraden,
  inproduct,
  lengte,
  maal,
  midden,
  min,
  type Punt,
  plus,
  type Zijde,
  zijdenVan,
} from '../punt.ts';

/** A side of the plot along which public ground lies. */
export interface Straatkant {
  /** Out of the plot. */
  normaal: Punt;
  zijden: Zijde[];
  /** How strongly the map says that this is the street of the address. */
  score: number;
}

/** What the map says of streets, around the local origin. */
export interface Straatkennis {
  /** The street in the address; null: there is no address, or there are several. */
  straat: string | null;
  labels: readonly { naam: string; hoek: number | null; punt: Punt }[];
  buren: readonly { straat: string; punt: Punt }[];
  /** Roads and pavements, and every public area together. */
  wegen: readonly Punt[][];
  openbaar: readonly Punt[][];
}

/** Sides that turn less than this (degrees) are one side. */
const EEN_KANT_GRADEN = 30;
const AANGRENZEND_M = 0.5;
/** Less public ground than this (m) along a side is a corner that touches. */
const KLEINSTE_TOEGANG_M = 1.5;
/** How far (m) public ground may lie before a plot that touches none. */
export const VERSTE_STRAAT_M = 12;
/** A street name counts for less as its line lies further from the side (m). */
const LABEL_OPZIJ_M = 12;
const LABEL_VER_M = 150;
const BUUR_VER_M = 25;

/** The sides of the plot, those in line together. */
function groepeerZijden(ring: readonly Punt[]): Zijde[][] {
  const kanten: { normaal: Punt; zijden: Zijde[] }[] = [];
  for (const zijde of zijdenVan(ring).sort((een, ander) => ander.lengteM - een.lengteM)) {
    const kant = kanten.find(
      ({ normaal }) => inproduct(normaal, zijde.normaal) > 0 && hoekGraden(normaal, zijde.normaal) < EEN_KANT_GRADEN,
    );
    if (kant) kant.zijden.push(zijde);
    else kanten.push({ normaal: zijde.normaal, zijden: [zijde] });
  }
  return kanten.map(({ zijden }) => zijden);
}

const langs = (zijden: readonly Zijde[], ringen: readonly Punt[][], binnenM: number) =>
  zijden.map((zijde) => ({ zijde, m: lengteBij(zijde.a, zijde.b, ringen, binnenM) })).filter(({ m }) => m > 0.2);

/**
 * The sides of a plot that can lie at the street of its address, the most likely first. The name on the map beside a side
 * weighs most, then the neighbours along it, then whether a road runs there, and how near the house stands.
 *
 * @param huis a point in the house
 */
export function bepaalStraatkanten(perceelRing: readonly Punt[], huis: Punt, kennis: Straatkennis): Straatkant[] {
  const kanten = groepeerZijden(perceelRing);
  const aan = (binnenM: number) =>
    kanten
      .map((zijden) => langs(zijden, kennis.openbaar, binnenM))
      .filter((delen) => delen.reduce((som, { m }) => som + m, 0) >= KLEINSTE_TOEGANG_M);
  const gevonden = aan(AANGRENZEND_M);
  return (gevonden.length > 0 ? gevonden : aan(VERSTE_STRAAT_M))
    .map((delen) => {
      const normaal = eenheid(delen.reduce<Punt>((som, { zijde, m }) => plus(som, maal(zijde.normaal, m)), [0, 0]));
      const zijden = delen.map(({ zijde }) => zijde);
      return { normaal, zijden, score: weeg(normaal, zijden, huis, kennis) };
    })
    .sort((een, ander) => ander.score - een.score);
}

function weeg(normaal: Punt, zijden: readonly Zijde[], huis: Punt, kennis: Straatkennis): number {
  const { straat, labels, buren, wegen } = kennis;
  const langste = zijden.reduce((een, ander) => (ander.lengteM > een.lengteM ? ander : een));
  const plek = midden(langste.a, langste.b);
  const langsKant = eenheid(min(langste.b, langste.a));
  const aanWeg = zijden.some(({ a, b }) => lengteBij(a, b, wegen, 2 * AANGRENZEND_M) > KLEINSTE_TOEGANG_M) ? 1 : 0;
  const nabij = Math.exp(-Math.max(0, inproduct(min(plek, huis), normaal)) / 15);
  return (
    2 * naamgeving(plek, langsKant, normaal, straat, labels) +
    burenLangs(huis, plek, langsKant, normaal, straat, buren) +
    aanWeg +
    nabij
  );
}

/** From -1 (another street is named here) to 1 (this one is). */
function naamgeving(
  plek: Punt,
  langsKant: Punt,
  normaal: Punt,
  straat: string | null,
  labels: Straatkennis['labels'],
): number {
  const sterkte = (eigen: boolean) =>
    Math.max(
      0,
      ...labels
        .filter(({ naam }) => (naam === straat) === eigen)
        .map(({ hoek, punt }) => {
          const rad = ((hoek ?? 0) * Math.PI) / 180;
          const lijn: Punt = hoek === null ? langsKant : [Math.cos(rad), Math.sin(rad)];
          const van = min(punt, plek);
          // where the line of the name passes the side, measured out of the plot
          const dwars: Punt = [-lijn[1], lijn[0]];
          const buiten = inproduct(van, dwars) * Math.sign(inproduct(dwars, normaal) || 1);
          if (buiten < -2) return 0;
          const gelijk = Math.abs(inproduct(lijn, langsKant)) ** 4;
          return gelijk * Math.exp(-Math.max(0, buiten) / LABEL_OPZIJ_M) * Math.exp(-lengte(van) / LABEL_VER_M);
        }),
    );
  return straat === null ? 0 : sterkte(true) - sterkte(false);
}

/** Neighbours on the same street lie along the side or across it; on another street they speak against it. */
function burenLangs(
  huis: Punt,
  plek: Punt,
  langsKant: Punt,
  normaal: Punt,
  straat: string | null,
  buren: Straatkennis['buren'],
): number {
  if (straat === null) return 0;
  const totKant = inproduct(min(plek, huis), normaal);
  let voor = 0;
  let gewicht = 0;
  for (const buur of buren) {
    const van = min(buur.punt, huis);
    const ver = lengte(van);
    if (ver < 0.5) continue;
    const uit = inproduct(van, normaal);
    const erover = uit > totKant + 2;
    const ernaast = Math.abs(uit) < Math.abs(inproduct(van, langsKant)) / 2;
    if (!erover && !ernaast) continue;
    const zwaar = Math.exp(-ver / BUUR_VER_M);
    gewicht += zwaar;
    voor += (buur.straat === straat ? 1 : -1) * zwaar;
  }
  return gewicht === 0 ? 0 : voor / gewicht;
}
