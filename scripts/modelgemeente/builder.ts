import type { Frame, Plane, Plek } from './plane.ts';
import type { Street } from './street.ts';
import type { Loop } from './topology.ts';
import type { Bestemming, Eigenaar, Gebruiksdoel, Herkenningspunt, Karakter, Water, Woningtype } from './town.ts';

/** A buurt while it is being made; it gets its surface from its percelen. */
export interface BuurtDraft {
  nummer: number;
  wijk: number;
  naam: string;
  karakter: Karakter;
  woonplaats: string;
  thema: string;
  bouwperiode: readonly [number, number];
}

export interface ZoneDraft {
  bestemming: Bestemming;
  buurt: BuurtDraft;
}

export interface PerceelDraft {
  loop: Loop;
  eigenaar: Eigenaar;
  openbaar: boolean;
  zone: number;
  buurt: BuurtDraft;
}

export interface SurfaceStyle {
  soort: string;
  functie?: string;
  voorkomen?: string;
  bronhouder?: 'gemeente' | 'waterschap' | 'spoor' | 'landbouw' | 'provincie';
  naam?: string;
}

/** One BGT surface: the sum of its loops less the panden that stand on it. */
export interface SurfaceDraft extends SurfaceStyle {
  plus: Loop[];
  minus: Loop[];
  water?: { soort: Water['soort']; buurt: BuurtDraft };
}

export interface AdresDraft {
  street: Street;
  /** On the drawing board: where its front is. */
  front: Plek;
  /** Order among addresses with the same front. */
  rang: number;
  /** Shares the house number of the one before and differs by letter. */
  boven: boolean;
  gebruiksdoelen: readonly Gebruiksdoel[];
  oppervlakte: number;
  woningtype?: Woningtype;
  pand: PandDraft;
  perceel: PerceelDraft;
}

export interface PandDraft {
  loop: Loop;
  bouwjaar: number;
  hoogte: number;
  goothoogte: number;
  bouwlagen: number;
  aard: string;
  woningtype?: Woningtype;
  percelen: PerceelDraft[];
  buurt: BuurtDraft;
  adressen: AdresDraft[];
  gebruiksdoelen: readonly Gebruiksdoel[];
}

export interface PuntDraft {
  soort: 'boom' | 'lichtmast' | 'label';
  plek: Plek;
  naam?: string;
  hoek?: number;
  provincie?: boolean;
}

export interface LandmarkDraft {
  soort: Herkenningspunt['soort'];
  naam: string;
  plek: Plek;
  buurt: BuurtDraft;
  pand?: PandDraft;
  /** Covers its whole buurt. */
  gebied?: boolean;
}

/** Collects everything that is laid on the drawing board; what it means together is decided in assemble.ts. */
export class Builder {
  readonly percelen: PerceelDraft[] = [];
  readonly surfaces: SurfaceDraft[] = [];
  /** Surfaces above ground level (bridges): no part of the tiling. */
  readonly above: SurfaceDraft[] = [];
  readonly panden: PandDraft[] = [];
  readonly adressen: AdresDraft[] = [];
  readonly streets: Street[] = [];
  readonly zones: ZoneDraft[] = [];
  readonly punten: PuntDraft[] = [];
  readonly landmarks: LandmarkDraft[] = [];
  readonly plane: Plane;
  /** Buildings of which the number of dwellings can be a little more or less. */
  readonly flats: PandDraft[] = [];

  constructor(plane: Plane) {
    this.plane = plane;
  }

  zone(bestemming: Bestemming, buurt: BuurtDraft): number {
    this.zones.push({ bestemming, buurt });
    return this.zones.length - 1;
  }

  perceel(ring: readonly Plek[], zone: number, eigenaar: Eigenaar): PerceelDraft {
    const { buurt, bestemming } = this.zones[zone] as ZoneDraft;
    const openbaar =
      eigenaar !== 'particulier' && eigenaar !== 'bedrijf' && eigenaar !== 'corporatie' && bestemming !== 'spoor';
    const draft = { loop: this.plane.loop(ring), eigenaar, openbaar, zone, buurt };
    this.percelen.push(draft);
    return draft;
  }

  surface(ring: readonly Plek[] | null, style: SurfaceStyle): SurfaceDraft {
    const draft: SurfaceDraft = { ...style, plus: ring ? [this.plane.loop(ring)] : [], minus: [] };
    this.surfaces.push(draft);
    return draft;
  }

  water(ring: readonly Plek[], soort: Water['soort'], buurt: BuurtDraft, naam?: string): SurfaceDraft {
    const draft = this.surface(ring, {
      soort: 'waterdeel',
      functie: soort === 'vijver' || soort === 'plas' || soort === 'haven' ? 'watervlakte' : 'waterloop',
      voorkomen:
        soort === 'sloot' ? 'sloot' : soort === 'vijver' || soort === 'plas' ? 'meer, plas, ven, vijver' : soort,
      bronhouder: 'waterschap',
      ...(naam ? { naam } : {}),
    });
    draft.water = { soort, buurt };
    return draft;
  }

  /** A public perceel with one surface. */
  groen(
    ring: readonly Plek[],
    zone: number,
    functie = 'groenvoorziening',
    voorkomen = 'gras- en kruidachtigen',
  ): SurfaceDraft {
    this.perceel(ring, zone, 'gemeente');
    return this.surface(ring, { soort: 'begroeidterreindeel', functie, voorkomen });
  }

  /**
   * @param loop on the ground
   * @param on the surface in which it leaves a hole
   */
  pand(
    loop: Loop,
    on: SurfaceDraft,
    percelen: PerceelDraft[],
    facts: Omit<PandDraft, 'loop' | 'percelen' | 'buurt' | 'adressen' | 'gebruiksdoelen'>,
  ): PandDraft {
    const draft: PandDraft = {
      ...facts,
      loop,
      percelen,
      buurt: (percelen[0] as PerceelDraft).buurt,
      adressen: [],
      gebruiksdoelen: [],
    };
    on.minus.push(loop);
    this.panden.push(draft);
    return draft;
  }

  adres(
    pand: PandDraft,
    street: Street,
    front: Plek,
    facts: {
      gebruiksdoelen: readonly Gebruiksdoel[];
      oppervlakte: number;
      woningtype?: Woningtype;
      boven?: boolean;
      rang?: number;
    },
  ): void {
    const draft: AdresDraft = {
      boven: false,
      rang: pand.adressen.length,
      ...facts,
      street,
      front,
      pand,
      perceel: pand.percelen[0] as PerceelDraft,
    };
    pand.adressen.push(draft);
    this.adressen.push(draft);
  }

  boom(plek: Plek, provincie = false): void {
    this.punten.push({ soort: 'boom', plek: this.plane.ground(plek[0], plek[1]), provincie });
  }

  lichtmast(plek: Plek, provincie = false): void {
    this.punten.push({ soort: 'lichtmast', plek: this.plane.ground(plek[0], plek[1]), provincie });
  }
}

/** A rectangle to fill, with its buurt and the streets around it, as seen from its own axes. */
export interface Area {
  frame: Frame;
  /** Length along a, in metres. */
  lengte: number;
  /** Depth along b, in metres. */
  diepte: number;
  buurt: BuurtDraft;
  /** The streets at b = 0, b = diepte, a = 0 and a = lengte. */
  voor: Street | null;
  achter: Street | null;
  links: Street | null;
  rechts: Street | null;
}

/** The same area with a and b exchanged. */
export function turned(area: Area): Area {
  return {
    ...area,
    frame: area.frame.turned(0, 0),
    lengte: area.diepte,
    diepte: area.lengte,
    voor: area.links,
    achter: area.rechts,
    links: area.voor,
    rechts: area.achter,
  };
}
