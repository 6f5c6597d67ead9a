import { ligtIn, tussenruimte } from '../afstand.ts';
import type { Punt } from '../punt.ts';
import type { Reden } from '../redenen.ts';
import type { HoofdgebouwType, Onbekend } from '../situatie.ts';
import { doorsnede, oppervlakte, unie, type Vlak, verschil } from '../vlak.ts';
import type { KaartAdres, KaartPand, KaartRij } from './kaartrij.ts';
import { heeftDak } from './vlakken.ts';
import { buitenringen, leesVorm, lokaal } from './vorm.ts';

/** A pand with a part on the plot. */
interface OpPerceel {
  pand: KaartPand;
  /** That part. */
  vlak: Vlak;
  m2: number;
  heelM2: number;
  adressen: KaartAdres[];
}

export interface Gebouwen {
  hoofd: OpPerceel | null;
  /** Its outline on the plot. */
  hoofdRing: Punt[] | null;
  /** Other roofed structures on the plot. */
  overig: Punt[][];
  type: HoofdgebouwType | Onbekend;
  beletselen: Reden[];
  /** Land beside the plot that may belong to the same gebouwerf; empty: none. */
  erfErnaast: Vlak;
  /** Houses that were built in one row with the hoofdgebouw: against it, and in the same years. */
  rijgenoten: Punt[][];
}

const KLEINSTE_DEEL_M2 = 1;
/** More dwellings in one building are a block of flats: then the garden is nobody's back garden. */
export const MEESTE_WONINGEN = 2;
/** The part of a pand that may lie on other land before it is a house on two plots. */
const OP_ANDER_PERCEEL = 0.05;

/** Houses of one row are built within so many years. */
const EEN_RIJ_JAREN = 2;
/** What is nearer to each other than this (m) on a map may stand against each other. */
export const TEGEN_ELKAAR_M = 0.3;

/** The panden that stand in one row with a pand, as far as they were read: each against the one before. */
function vindRijgenoten({ pand }: OpPerceel, { panden }: KaartRij, oorsprong: Punt): Punt[][] {
  const omtrek = ({ vorm }: KaartPand) => buitenringen(leesVorm(vorm, oorsprong))[0] ?? [];
  const tijdgenoten = (panden ?? []).filter(
    (ander) =>
      ander.identificatie !== pand.identificatie &&
      ander.bouwjaar !== null &&
      pand.bouwjaar !== null &&
      Math.abs(ander.bouwjaar - pand.bouwjaar) <= EEN_RIJ_JAREN &&
      ander.gebruiksdoelen.length > 0,
  );
  const over = tijdgenoten.map(omtrek).filter((ring) => ring.length > 0);
  const rij = [omtrek(pand)];
  for (let nieuw = true; nieuw; ) {
    nieuw = false;
    for (const ring of over) {
      const ruimte = rij.includes(ring) ? null : tussenruimte(ring, rij, TEGEN_ELKAAR_M);
      if (!ruimte || ruimte.afstandM > TEGEN_ELKAAR_M) continue;
      rij.push(ring);
      nieuw = true;
    }
  }
  return rij.slice(1);
}

function leesPanden({ panden, adressen }: KaartRij, perceel: Vlak, oorsprong: Punt): OpPerceel[] {
  return (panden ?? []).flatMap((pand) => {
    const heel = leesVorm(pand.vorm, oorsprong);
    const vlak = doorsnede(heel, perceel);
    const m2 = oppervlakte(vlak);
    if (m2 < KLEINSTE_DEEL_M2) return [];
    const ringen = buitenringen(heel);
    const hierin = (adres: KaartAdres) => ringen.some((ring) => ligtIn(lokaal(adres, oorsprong), ring));
    const bijPand = (adressen ?? []).filter((adres) =>
      adres.pand === null ? hierin(adres) : adres.pand === pand.identificatie,
    );
    return [{ pand, vlak, m2, heelM2: oppervlakte(heel), adressen: bijPand }];
  });
}

/** The largest pand with an address; else the largest that serves to live or work in. */
function kiesHoofdgebouw(panden: readonly OpPerceel[]): OpPerceel | null {
  const grootste = (lijst: readonly OpPerceel[]) => lijst.toSorted((een, ander) => ander.m2 - een.m2)[0] ?? null;
  return (
    grootste(panden.filter(({ adressen }) => adressen.length > 0)) ??
    grootste(panden.filter(({ pand }) => pand.gebruiksdoelen.length > 0))
  );
}

export const isWoning = ({ gebruiksdoelen }: KaartAdres): boolean => gebruiksdoelen.includes('woonfunctie');

function bepaalBeletselen(hoofd: OpPerceel, panden: readonly OpPerceel[], perceel: Vlak, oorsprong: Punt): Reden[] {
  const { adressen } = hoofd;
  const ringen = buitenringen(perceel);
  const hierMetAdres = (adres: KaartAdres) => ringen.some((ring) => ligtIn(lokaal(adres, oorsprong), ring));
  const redenen: (Reden | false)[] = [
    adressen.filter(isWoning).length > MEESTE_WONINGEN && 'meer-woningen',
    panden.filter((pand) => pand.adressen.length > 0).length > 1 && 'meer-hoofdgebouwen',
    adressen.length > 0 && !adressen.some(hierMetAdres) && 'hoofdgebouw-op-ander-perceel',
  ];
  return redenen.filter((reden) => reden !== false);
}

/** The land beside the plot on which the hoofdgebouw goes on, and where nobody else has an address. */
function vindErfErnaast({ pand, heelM2, m2 }: OpPerceel, { naast }: KaartRij, oorsprong: Punt): Vlak {
  if (heelM2 - m2 <= OP_ANDER_PERCEEL * heelM2) return [];
  const heel = leesVorm(pand.vorm, oorsprong);
  const vlakken = (naast ?? []).filter(({ adressen }) => adressen === 0).map(({ vorm }) => leesVorm(vorm, oorsprong));
  return vlakken.filter((vlak) => oppervlakte(doorsnede(heel, vlak)) > KLEINSTE_DEEL_M2).flat();
}

function bepaalType({ pand, adressen }: OpPerceel): HoofdgebouwType | Onbekend {
  const doelen = new Set([...pand.gebruiksdoelen, ...adressen.flatMap(({ gebruiksdoelen }) => gebruiksdoelen)]);
  if (doelen.size === 0 || (doelen.has('logiesfunctie') && !doelen.has('woonfunctie'))) return 'onbekend';
  return 'woning';
}

/** Which building on the plot is the hoofdgebouw, what else stands there, and what stands in the way of a line. */
export function leesGebouwen(rij: KaartRij, perceel: Vlak, oorsprong: Punt): Gebouwen {
  const panden = leesPanden(rij, perceel, oorsprong);
  const hoofd = kiesHoofdgebouw(panden);
  const bouwwerken = (rij.bouwwerken ?? []).filter(heeftDak).map(({ vorm }) => leesVorm(vorm, oorsprong));
  const overig = unie(...panden.filter((pand) => pand !== hoofd).map(({ vlak }) => vlak), ...bouwwerken);
  return {
    hoofd,
    hoofdRing: (hoofd && buitenringen(hoofd.vlak)[0]) ?? null,
    overig: buitenringen(verschil(doorsnede(overig, perceel), hoofd?.vlak ?? [])),
    type: hoofd ? bepaalType(hoofd) : 'onbekend',
    beletselen: hoofd ? bepaalBeletselen(hoofd, panden, perceel, oorsprong) : [],
    erfErnaast: hoofd ? vindErfErnaast(hoofd, rij, oorsprong) : [],
    rijgenoten: hoofd ? vindRijgenoten(hoofd, rij, oorsprong) : [],
  };
}
