import { naasteVan, tussenruimte } from './afstand.ts';
import { hoekGraden, inproduct, lengte, maal, midden, min, type Punt, type Zijde, zijdenVan } from './punt.ts';
import type { Terrein } from './terrein.ts';
import { doorsnede, naarVlak, oppervlakte } from './vlak.ts';

/** The façade from which the line is measured. */
export interface Voorkant {
  /** Unit vector out of the façade. */
  normaal: Punt;
  /** The façade lies where the inner product with `normaal` is this (m). */
  ligging: number;
}

/** The part of a façade (m) that must lie this far inside to look at the street from. */
const KIJK_M = 0.5;
/** Façades that turn less than this (degrees) from each other look the same way. */
const ZELFDE_KANT_GRADEN = 10;
/** A façade that faces the street nearly as well as the best one may be the voorkant as well. */
const BIJNA_ZO_GOED = 0.8;
const ZIET_STRAAT = 0.5;
const KLEINSTE_GEVEL_M = 1;
/** What sticks out no more than this (m) before the main mass is a bay, and no façade of its own. */
const ERKER_M = 0.5;
/** Façades this near (m) to one line are one façade. */
const EEN_LIJN_M = 0.02;
/** Blocks that differ less than this part are equally large. */
const EVEN_GROOT = 0.02;

/** How well a side looks at the street: 1 straight at it, 0 along it. */
function zietStraat({ a, b, normaal }: Zijde, straat: readonly Punt[]): number {
  const oog = min(midden(a, b), maal(normaal, KIJK_M));
  const blik = min(naasteVan(oog, straat).punt, oog);
  const ver = lengte(blik);
  return ver === 0 ? 1 : inproduct(normaal, blik) / ver;
}

interface Groep {
  normaal: Punt;
  gevels: Zijde[];
  ziet: number;
}

/** The sides that look at the street, grouped by the way they look, the best first. */
function groepeerGevels({ hoofdgebouwRing, adresStraat }: Terrein): Groep[] {
  const groepen: Groep[] = [];
  for (const zijde of zijdenVan(hoofdgebouwRing).sort((een, ander) => ander.lengteM - een.lengteM)) {
    const groep = groepen.find(
      ({ normaal }) => inproduct(normaal, zijde.normaal) > Math.cos((ZELFDE_KANT_GRADEN * Math.PI) / 180),
    );
    const ziet = zietStraat(zijde, adresStraat);
    if (!groep) groepen.push({ normaal: zijde.normaal, gevels: [zijde], ziet });
    else {
      groep.gevels.push(zijde);
      if (zijde.lengteM >= KLEINSTE_GEVEL_M) groep.ziet = Math.max(groep.ziet, ziet);
    }
  }
  return groepen.sort((een, ander) => ander.ziet - een.ziet);
}

interface Gevel {
  ligging: number;
  /** Along the façade, from and to (m). */
  van: number;
  tot: number;
  afstandM: number;
  blokM2: number;
}

/** The façades of one group, those on one line taken together. */
function voegGevelsSamen({ normaal, gevels }: Groep, terrein: Terrein): Gevel[] {
  const langs: Punt = [-normaal[1], normaal[0]];
  const samen: Gevel[] = [];
  for (const { a, b, lengteM } of gevels) {
    if (lengteM < KLEINSTE_GEVEL_M && gevels.some((gevel) => gevel.lengteM >= KLEINSTE_GEVEL_M)) continue;
    const ligging = inproduct(midden(a, b), normaal);
    const van = Math.min(inproduct(a, langs), inproduct(b, langs));
    const tot = Math.max(inproduct(a, langs), inproduct(b, langs));
    const afstandM = tussenruimte([a, b], [terrein.adresStraat])?.afstandM ?? Number.POSITIVE_INFINITY;
    const zelfde = samen.find((gevel) => Math.abs(gevel.ligging - ligging) < EEN_LIJN_M);
    if (zelfde) {
      zelfde.van = Math.min(zelfde.van, van);
      zelfde.tot = Math.max(zelfde.tot, tot);
      zelfde.afstandM = Math.min(zelfde.afstandM, afstandM);
    } else samen.push({ ligging, van, tot, afstandM, blokM2: 0 });
  }
  for (const gevel of samen) {
    const hoek = (s: number, d: number): Punt => [langs[0] * s + normaal[0] * d, langs[1] * s + normaal[1] * d];
    const { ver } = terrein;
    const strook = [
      hoek(gevel.van, gevel.ligging - ver),
      hoek(gevel.van, gevel.ligging + ver),
      hoek(gevel.tot, gevel.ligging + ver),
      hoek(gevel.tot, gevel.ligging - ver),
    ];
    gevel.blokM2 = oppervlakte(doorsnede(terrein.hoofdgebouw, naarVlak(strook.reverse())));
  }
  return samen;
}

/** The façades of one group that can be the voorkant: the nearest, and that of the largest block when that is another. */
function kiesGevels(gevels: readonly Gevel[]): Gevel[] {
  const naaste = gevels.reduce((een, ander) => {
    const verschil = ander.afstandM - een.afstandM;
    if (Math.abs(verschil) < EEN_LIJN_M) return ander.ligging > een.ligging ? ander : een;
    return verschil < 0 ? ander : een;
  });
  const grootste = gevels.reduce((een, ander) => (ander.blokM2 > een.blokM2 ? ander : een));
  if (naaste.blokM2 >= grootste.blokM2 * (1 - EVEN_GROOT)) return [naaste];
  return naaste.ligging - grootste.ligging <= ERKER_M ? [grootste] : [naaste, grootste];
}

/**
 * The façades that can be the voorkant, the most likely first: facing the openbaar toegankelijk gebied of the address, and
 * nearest to it. More than one where the law leaves it open: a house at an angle to its street, a street that turns
 * around the house, a small block before the main mass.
 *
 * @source Bbl bijlage I, achtererfgebied; domain notes on voorkant
 */
export function bepaalVoorkanten(terrein: Terrein): Voorkant[] {
  const groepen = groepeerGevels(terrein);
  const beste = groepen[0]!;
  return groepen
    .filter(
      (groep) =>
        groep === beste ||
        (groep.ziet >= Math.max(ZIET_STRAAT, BIJNA_ZO_GOED * beste.ziet) &&
          groep.gevels[0]!.lengteM >= KLEINSTE_GEVEL_M),
    )
    .flatMap((groep) =>
      kiesGevels(voegGevelsSamen(groep, terrein)).map(({ ligging }) => ({ normaal: groep.normaal, ligging })),
    );
}

/** Lines that differ less than this (degrees) are parallel: that is the roundness of millimetres. */
const EVENWIJDIG_GRADEN = 0.2;
export const isEvenwijdig = (een: Punt, ander: Punt, graden = EVENWIJDIG_GRADEN): boolean =>
  hoekGraden(een, ander) < graden;
