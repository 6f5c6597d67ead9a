import { lengteBij, naasteVan } from './afstand.ts';
import {
  eenheid,
  haaks,
  hoekGraden,
  inproduct,
  maal,
  midden,
  min,
  type Punt,
  plus,
  type Zijde,
  zijdenVan,
} from './punt.ts';
import type { Terrein } from './terrein.ts';
import { bepaalUitgangen } from './uitgangen.ts';
import { bepaalVoorkanten, isEvenwijdig, type Voorkant } from './voorkant.ts';

/** A side of the plot along openbaar toegankelijk gebied: what lies beyond this line is voorerfgebied. */
export interface Straatzijde {
  kant: 'links' | 'rechts';
  /** Unit vector to the street. */
  normaal: Punt;
  /**
   * `zijgevel`: the line follows the outermost side façade. `uitgang`: it starts where the front line leaves the house and
   * runs along `normaal`, but never enters the yard behind the house.
   */
  volgt: 'zijgevel' | 'uitgang';
}

/** One way to read where the line runs. */
export interface Lezing {
  voorkant: Voorkant;
  /** Directions (unit vectors) in which the line runs on from the house, parallel to the street. */
  links: Punt;
  rechts: Punt;
  straatzijden: Straatzijde[];
}

/** A plot side adjoins a public area when more than half of it lies within this distance (m). */
const GRENST_M = 0.5;
/** Sides of the front that turn less than this (degrees) are one front. */
const EEN_FRONT_GRADEN = 15;
const GEBOGEN_GRADEN = 2;
const ZIJSTRAAT_SCHEEF_GRADEN = 0.5;
/** A wing that stands further out than this (m). */
const INSPRONG_M = 0.05;
/** A plot side is a side, no front or rear, when its normal turns more than 45 degrees from that of the voorkant. */
const SCHUIN = Math.SQRT1_2;

const grenstAan = ({ a, b, lengteM }: Zijde, ringen: readonly (readonly Punt[])[]): boolean =>
  lengteBij(a, b, ringen, GRENST_M) > lengteM / 2;

type Richtingen = readonly [links: Punt, rechts: Punt];

/** Directions of the line left and right of the house: along the plot edge at the street of the address. */
function bepaalRichtingen({ normaal, ligging }: Voorkant, terrein: Terrein, diepteM: number): Richtingen[] {
  const langs = haaks(normaal);
  const recht: Richtingen = [langs, maal(langs, -1)];
  const naarVoren = zijdenVan(terrein.perceelRing).filter((zijde) => inproduct(zijde.normaal, normaal) > 0.6);
  const aanStraat = (ringen: Terrein['openbaar']) => naarVoren.filter((zijde) => grenstAan(zijde, ringen));
  let front = aanStraat([terrein.adresStraat]);
  if (front.length === 0) front = aanStraat(terrein.openbaar);
  if (front.length === 0) front = [straatrand({ normaal, ligging }, terrein)];
  const langste = front.reduce((een, ander) => (ander.lengteM > een.lengteM ? ander : een));
  const delen = front.filter((zijde) => hoekGraden(zijde.normaal, langste.normaal) < EEN_FRONT_GRADEN);
  const koorde = eenheid(delen.reduce<Punt>((som, { a, b }) => plus(som, min(b, a)), [0, 0]));
  const naar = (richting: Punt): Richtingen => {
    const links = inproduct(richting, langs) >= 0 ? richting : maal(richting, -1);
    return [links, maal(links, -1)];
  };
  const gevonden = [isEvenwijdig(koorde, langs) ? recht : naar(koorde)];
  const lang = delen.filter(({ lengteM }) => lengteM >= 1);
  if (lang.some((zijde) => hoekGraden(zijde.normaal, haaks(koorde)) >= GEBOGEN_GRADEN)) {
    const langsPlaats = ({ a, b }: Zijde) => inproduct(midden(a, b), langs);
    const opRij = lang.toSorted((een, ander) => langsPlaats(ander) - langsPlaats(een));
    const richting = ({ a, b }: Zijde) => naar(eenheid(min(b, a)));
    gevonden.push([richting(opRij[0]!)[0], richting(opRij.at(-1)!)[1]]);
  }
  const uitgangen = bepaalUitgangen(terrein, normaal, ligging - diepteM);
  const kruist =
    gevonden[0] !== recht &&
    uitgangen &&
    gevonden.some((richtingen) => kruistHuis(terrein, normaal, uitgangen, richtingen));
  return kruist ? [...gevonden, recht] : gevonden;
}

/** Whether the line, once it has left the house, would cross it again. */
function kruistHuis(
  { hoofdgebouwRing }: Terrein,
  normaal: Punt,
  [uitLinks, uitRechts]: Richtingen,
  [links, rechts]: Richtingen,
): boolean {
  const ligtVoor = (punt: Punt, uitgang: Punt, richting: Punt) => {
    const van = min(punt, uitgang);
    const dwars = haaks(richting);
    const naarVoren = inproduct(dwars, normaal) > 0 ? dwars : maal(dwars, -1);
    return inproduct(van, richting) > INSPRONG_M && inproduct(van, naarVoren) > INSPRONG_M;
  };
  const langs = haaks(normaal);
  return hoofdgebouwRing.some(
    (punt) =>
      (inproduct(min(punt, uitLinks), langs) > INSPRONG_M && ligtVoor(punt, uitLinks, links)) ||
      (inproduct(min(punt, uitRechts), langs) < -INSPRONG_M && ligtVoor(punt, uitRechts, rechts)),
  );
}

/** The edge of the street nearest to the voorkant, for a plot that does not adjoin its street. */
function straatrand({ normaal, ligging }: Voorkant, { adresStraat, hoofdgebouwRing }: Terrein): Zijde {
  const midden_ = hoofdgebouwRing.reduce<Punt>(
    (som, punt) => plus(som, maal(punt, 1 / hoofdgebouwRing.length)),
    [0, 0],
  );
  const oog = plus(midden_, maal(normaal, ligging - inproduct(midden_, normaal)));
  return zijdenVan(adresStraat)
    .filter((zijde) => inproduct(zijde.normaal, normaal) < 0)
    .map((zijde) => ({ zijde, ver: naasteVan(oog, [zijde.a, zijde.b]).afstandM }))
    .reduce((een, ander) => (ander.ver < een.ver ? ander : een)).zijde;
}

/** The readings of one side of the plot; null: no street runs along it. */
function bepaalStraatzijden(kant: 'links' | 'rechts', voorkant: Voorkant, terrein: Terrein): (Straatzijde | null)[] {
  const zeker = leesStraatzijden(kant, voorkant, terrein, terrein.openbaar);
  if (zeker.length > 0) return zeker;
  const misschien =
    terrein.mogelijkOpenbaar.length === 0
      ? []
      : leesStraatzijden(kant, voorkant, terrein, [...terrein.openbaar, ...terrein.mogelijkOpenbaar]);
  return [null, ...misschien];
}

/** The readings when this is all the public ground: none when no street runs along this side. */
function leesStraatzijden(
  kant: 'links' | 'rechts',
  { normaal }: Voorkant,
  terrein: Terrein,
  openbaar: Terrein['openbaar'],
): Straatzijde[] {
  const naarBuiten = maal(haaks(normaal), kant === 'links' ? 1 : -1);
  const zijden = zijdenVan(terrein.perceelRing).filter(
    (zijde) => Math.abs(inproduct(zijde.normaal, normaal)) <= SCHUIN && inproduct(zijde.normaal, naarBuiten) > 0,
  );
  const bij = zijden.map((zijde) => ({ zijde, m: lengteBij(zijde.a, zijde.b, openbaar, GRENST_M) }));
  const straatM = bij.reduce((som, { m }) => som + m, 0);
  if (straatM <= zijden.reduce((som, { lengteM }) => som + lengteM, 0) / 2) return [];
  const straat = eenheid(bij.reduce<Punt>((som, { zijde, m }) => plus(som, maal(zijde.normaal, m)), [0, 0]));
  const gevels = zijdenVan(terrein.hoofdgebouwRing).filter(
    (zijde) => zijde.lengteM >= 1 && inproduct(zijde.normaal, straat) > SCHUIN,
  );
  const buitenste = gevels.toSorted(
    (een, ander) => inproduct(midden(ander.a, ander.b), straat) - inproduct(midden(een.a, een.b), straat),
  )[0];
  const gevel = buitenste?.normaal ?? naarBuiten;
  const lezingen: Straatzijde[] = [{ kant, normaal: gevel, volgt: 'zijgevel' }];
  if (!isEvenwijdig(gevel, straat, ZIJSTRAAT_SCHEEF_GRADEN)) lezingen.push({ kant, normaal: straat, volgt: 'uitgang' });
  else if (springtIn(gevel, gevels)) lezingen.push({ kant, normaal: gevel, volgt: 'uitgang' });
  return lezingen;
}

/** Whether the façades at a side do not lie on one line. */
function springtIn(normaal: Punt, gevels: readonly Zijde[]): boolean {
  const liggingen = gevels.map(({ a, b }) => inproduct(midden(a, b), normaal));
  return Math.max(...liggingen) - Math.min(...liggingen) > INSPRONG_M;
}

/**
 * Every way in which the line can be read at this place, the most likely first. Mostly one. More where the law gives no
 * clear line: see {@link bepaalVoorkanten}, a bent street, a side street at an angle, a set-back wing at a side street.
 */
export function bepaalLezingen(terrein: Terrein, diepteM: number): Lezing[] {
  const lezingen: Lezing[] = [];
  for (const voorkant of bepaalVoorkanten(terrein)) {
    const links = bepaalStraatzijden('links', voorkant, terrein);
    const rechts = bepaalStraatzijden('rechts', voorkant, terrein);
    for (const [naarLinks, naarRechts] of bepaalRichtingen(voorkant, terrein, diepteM)) {
      for (const een of links.length > 0 ? links : [null]) {
        for (const ander of rechts.length > 0 ? rechts : [null]) {
          const straatzijden = [een, ander].filter((zijde) => zijde !== null);
          lezingen.push({ voorkant, links: naarLinks, rechts: naarRechts, straatzijden });
        }
      }
    }
  }
  return lezingen;
}
