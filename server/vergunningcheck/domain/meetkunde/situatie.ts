import type { Reden } from './redenen.ts';

/** RD metres (EPSG:28992), open, simple, without holes; counter-clockwise, though the other way round is read as well. */
export type Ring = readonly (readonly [x: number, y: number])[];

/** The value is not known. Not the same as "there is none", which is null. */
export type Onbekend = 'onbekend';

export type HoofdgebouwType = 'woning' | 'woonwagen' | 'tijdelijk' | 'recreatie';

/** What stands at a place, as far as it matters to a bijbehorend bouwwerk. */
export interface Situatie {
  /** `kaart`: the rings come from a map and are right to a decimetre; near a limit the answer is then `ONBEKEND`. */
  nauwkeurigheid: 'exact' | 'kaart';
  /** The plot; all of it is gebouwerf. */
  perceel: Ring;
  /** Land of others inside the plot. */
  perceelGaten?: readonly Ring[];
  /** The present main building with its later extensions; null: none is known. */
  hoofdgebouw: Ring | null;
  /** As first delivered; null: not known. */
  oorspronkelijkHoofdgebouw: Ring | null;
  /** The least that was there at first, when the whole is not known; absent: not known either. */
  oorspronkelijkHoofdgebouwMinimaal?: Ring;
  /** Other roofed structures on the plot. */
  bestaandeBijbehorendeBouwwerken: readonly Ring[];
  /** One ring per street, park and so on; null: not known. */
  openbaarToegankelijkGebied: readonly Ring[] | null;
  /** Areas of which no register says whether everybody may come there. */
  mogelijkOpenbaar?: readonly Ring[];
  /** Ways only for slow traffic to reach plots: not openbaar toegankelijk gebied. */
  achterpaden: readonly Ring[];
  /** Index in `openbaarToegankelijkGebied` of the street of the address; null: not known. */
  adresStraat: number | null;
  /** Other indexes that it may be as well. */
  adresStraatOok?: readonly number[];
  /** m above the ground. */
  hoogteHoofdgebouw: number | Onbekend;
  /** Top of the floor of the second storey, m above the ground; null: there is no such floor. */
  hoogteVloerTweedeBouwlaag: number | null | Onbekend;
  /** What no house is lower than (m), for heights that are not known. */
  minsteHoogten?: { vloerTweedeBouwlaag: number; hoofdgebouw: number };
  hoofdgebouwType: HoofdgebouwType | Onbekend;
  /** The same place when the plot is read another way: with the land beside it on which the house stands as well. */
  andersGelezen?: Situatie;
  /** Why no line may be drawn here though the rings are there, the weightiest first. */
  beletselen?: readonly Reden[];
}

/** What else holds at the place. */
export interface Omstandigheden {
  monument: 'geen' | 'gemeentelijk' | 'provinciaal' | 'rijks' | Onbekend;
  beschermdGezicht: boolean | Onbekend;
  welstandsvrij: boolean | Onbekend;
  uitgeslotenVeiligheidszone: boolean | Onbekend;
  binnenBebouwdeKom: boolean | Onbekend;
  illegaalHoofdgebouw: boolean | Onbekend;
  /** The omgevingsplan protects what may lie in the ground; absent: no. */
  archeologie?: boolean | Onbekend;
}

export interface Dak {
  /** `zadel`: the ridge is formed by two sloping planes. */
  vorm: 'plat' | 'lessenaar' | 'zadel' | Onbekend;
  /** m above the ground; null: not applicable or not known. */
  goothoogte: number | null;
  nokhoogte: number | null;
  /** Degrees. */
  helling: number | null;
  /** m from the ridge to the plot boundary. */
  nokAfstandTotPerceelgrens: number | null;
}

/** What a person wants to build. */
export interface Plan {
  ring: Ring;
  /** Highest point, m above the ground. */
  hoogte: number | Onbekend;
  dak: Dak;
  bouwlagen: number | Onbekend;
  verblijfsgebiedOpVerdieping: boolean | Onbekend;
  /** Roof terrace, balcony and the like. */
  buitenruimteBovenGrond: boolean | Onbekend;
  /** `voorbij4m`: only the part beyond the zone at the house. */
  functioneelOndergeschikt: 'geheel' | 'voorbij4m' | 'nee' | Onbekend;
  mantelzorg: boolean | Onbekend;
  /** Wholly or partly movable. */
  verplaatsbaar: boolean | Onbekend;
  scheidingswandOp4m: boolean | Onbekend;
  opDeGrond: boolean | Onbekend;
  soortWerk: 'nieuwbouw' | 'uitbreiding' | Onbekend;
}

/** Nothing is known of the place. */
export const legeSituatie: Situatie = {
  nauwkeurigheid: 'kaart',
  perceel: [],
  hoofdgebouw: null,
  oorspronkelijkHoofdgebouw: null,
  bestaandeBijbehorendeBouwwerken: [],
  openbaarToegankelijkGebied: null,
  achterpaden: [],
  adresStraat: null,
  hoogteHoofdgebouw: 'onbekend',
  hoogteVloerTweedeBouwlaag: 'onbekend',
  hoofdgebouwType: 'onbekend',
};
