import { assemble, type Identity } from './assemble.ts';
import { type Built, build } from './build.ts';
import type { AdresDraft, Builder } from './builder.ts';
import { Names } from './names.ts';
import { Prng } from './prng.ts';

/** A position in EPSG:28992, in metres, rounded to whole millimetres. */
export type Punt = readonly [x: number, y: number];
/** Closed (first = last) and simple. */
export type Ring = readonly Punt[];
/** Outer ring counter-clockwise, then holes clockwise. */
export type Vlak = readonly Ring[];

/** What a buurt is like: it decides its streets, plots and buildings. */
export type Karakter =
  | 'centrum'
  | 'vooroorlogs'
  | 'strokenbouw'
  | 'hoogbouw'
  | 'bloemkool'
  | 'vinex'
  | 'villawijk'
  | 'bedrijventerrein'
  | 'haven'
  | 'station'
  | 'park'
  | 'sportpark'
  | 'ziekenhuis'
  | 'begraafplaats'
  | 'volkstuinen'
  | 'recreatiepark'
  | 'dorp'
  | 'buitengebied';

export interface Wijk {
  /** wk999901 */
  code: string;
  naam: string;
  inwoners: number;
  vlak: readonly Vlak[];
}

export interface Buurt {
  /** bu99990102 */
  code: string;
  naam: string;
  wijkCode: string;
  woonplaats: string;
  karakter: Karakter;
  inwoners: number;
  /** The years in which most of it was built. */
  bouwperiode: readonly [van: number, tot: number];
  vlak: readonly Vlak[];
}

export type WegKlasse =
  | 'regionaal'
  | 'hoofdweg'
  | 'winkelstraat'
  | 'gracht'
  | 'woonstraat'
  | 'woonerf'
  | 'industrie'
  | 'polderweg'
  | 'pad';

export interface Weg {
  straat: string;
  klasse: WegKlasse;
  buurtCode: string;
  /** Centre line of one stretch, from junction to junction. */
  as: readonly Punt[];
  /** From plot to plot, in metres. */
  breedte: number;
  /** km/h */
  snelheid: number;
}

export interface Water {
  soort: 'kanaal' | 'gracht' | 'haven' | 'vaart' | 'sloot' | 'vijver' | 'plas';
  naam: string;
  buurtCode: string;
  vlak: Vlak;
}

export type Bestemming =
  | 'wonen'
  | 'centrum'
  | 'gemengd'
  | 'bedrijf'
  | 'haven'
  | 'maatschappelijk'
  | 'groen'
  | 'sport'
  | 'recreatie'
  | 'agrarisch'
  | 'natuur'
  | 'verkeer'
  | 'spoor'
  | 'water';

/** A block between streets, or a stretch of polder, with one use. */
export interface Zone {
  id: number;
  bestemming: Bestemming;
  buurtCode: string;
  vlak: readonly Vlak[];
}

export type Woningtype = 'tussenwoning' | 'hoekwoning' | 'twee-onder-een-kap' | 'vrijstaand' | 'appartement';

/** Values of the BAG. */
export type Gebruiksdoel =
  | 'woonfunctie'
  | 'winkelfunctie'
  | 'bijeenkomstfunctie'
  | 'kantoorfunctie'
  | 'industriefunctie'
  | 'gezondheidszorgfunctie'
  | 'onderwijsfunctie'
  | 'sportfunctie'
  | 'logiesfunctie'
  | 'celfunctie'
  | 'overige gebruiksfunctie';

export type Eigenaar = 'particulier' | 'bedrijf' | 'corporatie' | 'gemeente' | 'waterschap' | 'spoorbeheerder' | 'rijk';

/** Percelen tile the gemeente: no overlap, no gap, and neighbours share every vertex. */
export interface Perceel {
  identificatie: string;
  /** MGA01 B 2298 */
  aanduiding: string;
  kadastraleGemeente: string;
  sectie: string;
  nummer: number;
  eigenaar: Eigenaar;
  /** Open to people in general: street, square, park, water. */
  openbaar: boolean;
  zone: number;
  buurtCode: string;
  /** m² */
  oppervlakte: number;
  vlak: Vlak;
}

export interface Pand {
  /** 16 digits, gemeente and object type as in the BAG: 9999100000000001 */
  identificatie: string;
  bouwjaar: number;
  /** Ridge, in metres above ground. */
  hoogte: number;
  /** Of the eaves; equal to hoogte under a flat roof. */
  goothoogte: number;
  bouwlagen: number;
  /** Empty for a shed or garage. */
  gebruiksdoelen: readonly Gebruiksdoel[];
  /** What it is in words: rijtjeshuis, flat, schuur, kerk, loods, boerderij ... */
  aard: string;
  woningtype?: Woningtype;
  /** The percelen on which it stands; mostly one. */
  percelen: readonly string[];
  buurtCode: string;
  vlak: Vlak;
}

export interface Adres {
  /** Of the nummeraanduiding: 9999200000000001 */
  identificatie: string;
  straat: string;
  huisnummer: number;
  huisletter: string;
  toevoeging: string;
  /** 1234AB */
  postcode: string;
  woonplaats: string;
  gebruiksdoelen: readonly Gebruiksdoel[];
  /** Of use, in m². */
  oppervlakte: number;
  /** Living here; 0 where nobody lives. */
  personen: number;
  woningtype?: Woningtype;
  pandIdentificatie: string;
  perceelIdentificatie: string;
  buurtCode: string;
  punt: Punt;
}

/** An object of the BGT other than a pand. The surfaces at height 0 and the panden together tile the gemeente. */
export interface BgtObject {
  /** G9999.0000000000000001 */
  identificatie: string;
  /** wegdeel, ondersteunendwegdeel, waterdeel, begroeidterreindeel, pand, openbareruimtelabel, vegetatieobject, paal ... */
  soort: string;
  functie?: string;
  voorkomen?: string;
  bronhouder: string;
  naam?: string;
  hoogteligging: number;
  /** Of a label: degrees counter-clockwise from east. */
  hoek?: number;
  /** One of these three. */
  vlak?: Vlak;
  lijn?: readonly Punt[];
  punt?: Punt;
}

export interface Herkenningspunt {
  soort:
    | 'station'
    | 'haven'
    | 'markt'
    | 'kerk'
    | 'gemeentehuis'
    | 'ziekenhuis'
    | 'school'
    | 'winkelcentrum'
    | 'bedrijventerrein'
    | 'recreatiepark'
    | 'sportpark'
    | 'park'
    | 'begraafplaats'
    | 'volkstuinen'
    | 'molen'
    | 'tankstation'
    | 'boerderij';
  naam: string;
  punt: Punt;
  buurtCode: string;
  /** The pand that it is, when it is one. */
  pandIdentificatie?: string;
  /** The area that it covers, when it is one. */
  vlak?: readonly Vlak[];
}

/** A whole gemeente in memory: made from inwoners and seed alone, the same on every machine. */
export interface Town {
  /** gm9999 */
  code: string;
  naam: string;
  seed: number;
  inwoners: number;
  /** YYYY-MM-DD */
  peildatum: string;
  grens: Vlak;
  woonplaatsen: readonly string[];
  wijken: readonly Wijk[];
  buurten: readonly Buurt[];
  wegen: readonly Weg[];
  /** Centre line of the railway, through the whole gemeente. */
  spoor: readonly Punt[];
  waters: readonly Water[];
  zones: readonly Zone[];
  percelen: readonly Perceel[];
  panden: readonly Pand[];
  adressen: readonly Adres[];
  bgt: readonly BgtObject[];
  herkenningspunten: readonly Herkenningspunt[];
}

export interface TownOptions {
  /** About as many people as live there; 5000 or more. */
  inwoners: number;
  seed?: number;
  /** 0 is gm9999, 1 is gm9998 ...: each at a place of its own, over no real address. */
  volgnummer?: number;
}

/**
 * Makes a whole gemeente. About 45 addresses and 47 percelen per 100 people.
 *
 * @example makeTown({ inwoners: 5000 }).percelen.length
 */
export function makeTown({ inwoners, seed = 1, volgnummer = 0 }: TownOptions): Town {
  const label = `modelgemeente ${seed} ${volgnummer}`;
  const identity: Identity = {
    code: String(9999 - volgnummer),
    naam: new Names(new Prng(label)).gemeente(volgnummer),
    hoofdplaats: new Names(new Prng(label)).hoofdplaats(volgnummer),
    kadaster: `MG${String.fromCharCode(65 + (volgnummer % 26))}`,
    firstPostcode: 1290,
    seed,
    inwoners,
    peildatum: '2026-01-01',
    oorsprong: originOf(volgnummer),
  };
  const { built, names } = layToSize(inwoners, label, identity.hoofdplaats);
  return assemble(built, names, identity, new Prng(`${label} inwoners`));
}

/** Per inhabitant. */
const target = { percelen: 0.47, adressen: 0.45 };

/** How much fuller or emptier than drawn a block of flats may become. */
const flats = { least: 0.7, most: 1.4 };

/** Lays the town with buurten of another size until it holds as many percelen as it should, then fills the flats. */
function layToSize(inwoners: number, label: string, hoofdplaats: string): { built: Built; names: Names } {
  const wanted = Math.round(inwoners * target.adressen);
  let size = inwoners < 20000 ? 200 + (115 * (inwoners - 5000)) / 15000 : 340;
  let best: { built: Built; names: Names; off: number; size: number } | undefined;
  for (let i = 0; i < 30; i += 1) {
    const names = new Names(new Prng(`${label} namen`));
    const built = build(inwoners, size, label, names, hoofdplaats);
    const { percelen, adressen } = built.builder;
    const share = percelen.length / (inwoners * target.percelen);
    const inFlats = built.builder.flats.reduce((sum, pand) => sum + pand.adressen.length, 0);
    const others = adressen.length - inFlats;
    const reach = Math.max(others + inFlats * flats.least - wanted, wanted - others - inFlats * flats.most, 0);
    const off = Math.max(Math.abs(share - 1), reach / wanted);
    if (!best || off < best.off) best = { built, names, off, size };
    if (off < 0.018) break;
    // A small town jumps from one number of streets to the next: then look around the best so far.
    const around = Math.ceil((i - 3) / 2) * (i % 2 === 0 ? 0.0015 : -0.0015);
    size = i < 4 ? size / Math.sqrt(share) : best.size * (1 + around);
  }
  if (!best) throw new Error('No town was laid');
  fillFlats(best.built.builder, wanted);
  return best;
}

/** Adds and takes away dwellings in flats until the number of addresses is right, within reason. */
function fillFlats(builder: Builder, wanted: number): void {
  const units = new Map(builder.flats.map((pand) => [pand, pand.adressen.length]));
  const removed = new Set<AdresDraft>();
  let missing = wanted - builder.adressen.length;
  let before = 0;
  while (missing !== 0 && missing !== before) {
    before = missing;
    for (const [pand, own] of units) {
      const now = pand.adressen.length;
      const last = pand.adressen[now - 1];
      if (!last || missing === 0) continue;
      if (missing > 0 && now + 1 <= own * flats.most) {
        const extra = { ...last, rang: last.rang + 1 };
        pand.adressen.push(extra);
        builder.adressen.push(extra);
        missing -= 1;
      } else if (missing < 0 && now - 1 >= own * flats.least) {
        removed.add(pand.adressen.pop() as AdresDraft);
        missing += 1;
      }
    }
  }
  const kept = builder.adressen.filter((adres) => !removed.has(adres));
  builder.adressen.splice(0, builder.adressen.length, ...kept);
  for (const [pand, own] of units) {
    for (const adres of pand.adressen) adres.oppervlakte = Math.round((adres.oppervlakte * own) / pand.adressen.length);
  }
}

/** The first lies in the Markerwaard that was never drained, the others under the North Sea: over no real address. */
function originOf(volgnummer: number): readonly [number, number] {
  if (volgnummer === 0) return [146000, 505000];
  const [column, row] = [(volgnummer - 1) % 4, Math.floor((volgnummer - 1) / 4)];
  return [8000 + column * 15000, 470000 + row * 14000];
}
