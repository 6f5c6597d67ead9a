/** GeoJSON in RD metres: `Polygon` or `MultiPolygon`; anything else has no area. */
export interface Vorm {
  type: string;
  coordinates: unknown;
}

export interface KaartPand {
  identificatie: string;
  bouwjaar: number | null;
  hoogteM: number | null;
  gebruiksdoelen: string[];
  vorm: Vorm;
}

export interface KaartAdres {
  weergave: string;
  straat: string;
  gebruiksdoelen: string[];
  oppervlakteM2: number | null;
  pand: string | null;
  x: number;
  y: number;
}

/** A surface of the BGT, or a structure on it. */
export interface KaartVlak {
  soort: string;
  functie: string | null;
  voorkomen: string | null;
  /** Letter and number of who keeps it: G gemeente, P provincie, R Rijk, W waterschap, L land. */
  bronhouder: string | null;
  naam: string | null;
  vorm: Vorm;
}

/** The name of a street as it is written on the map. */
export interface KaartLabel {
  naam: string;
  /** Degrees counter-clockwise from east. */
  hoek: number | null;
  x: number;
  y: number;
}

export interface KaartBron {
  naam: string;
  peildatum: string;
  /** Tables that it fills. */
  tabellen: string[];
}

/** What the registers hold of a place and what lies around it. Every list is null when it is empty. */
export interface KaartRij {
  perceel: { identificatie: string; kadastraleAanduiding: string; vorm: Vorm } | null;
  gemeenteCode: string | null;
  /** On the perceel or touching it, and the houses beside it. */
  panden: KaartPand[] | null;
  /** On the perceel, or in one of those panden; of many that are alike in one pand the nearest few. */
  adressen: KaartAdres[] | null;
  /** Percelen beside it on which a pand of this perceel goes on, with how many adressen lie there. */
  naast: { kadastraleAanduiding: string; vorm: Vorm; adressen: number }[] | null;
  /** Adressen around the perceel, the nearest first. */
  buren: Pick<KaartAdres, 'straat' | 'x' | 'y'>[] | null;
  labels: KaartLabel[] | null;
  /** Surfaces in and around the perceel, cut off some way from it. */
  vlakken: KaartVlak[] | null;
  /** Structures on the perceel that are no pand. */
  bouwwerken: Pick<KaartVlak, 'soort' | 'functie' | 'vorm'>[] | null;
  /** The bronnen that speak about this place. */
  bronnen: KaartBron[] | null;
}
