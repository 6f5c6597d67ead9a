import type { Builder, BuurtDraft, SurfaceStyle } from './builder.ts';
import type { Plek } from './plane.ts';
import type { Bestemming, WegKlasse } from './town.ts';

/** One lane of a street, seen across: a carriageway, or something beside it that a side street interrupts. */
interface Lane extends SurfaceStyle {
  breedte: number;
  /** The carriageway itself: runs on past side streets. */
  rij?: boolean;
  water?: boolean;
  /** Bays for cars with a tree between them. */
  bays?: boolean;
  /** Metres between trees. */
  bomen?: number;
  /** Metres between lamps. */
  lampen?: number;
}

export interface Profile {
  klasse: WegKlasse;
  snelheid: number;
  lanes: readonly Lane[];
}

const weg = (functie: string, breedte: number, voorkomen: string, more: Partial<Lane> = {}): Lane => ({
  soort: 'wegdeel',
  functie,
  voorkomen,
  breedte,
  ...more,
});
const stoep = (breedte: number, lampen = 0): Lane => weg('voetpad', breedte, 'open verharding', { lampen });
const rijbaan = (breedte: number): Lane => weg('rijbaan lokale weg', breedte, 'open verharding', { rij: true });
const asfalt = (breedte: number, functie = 'rijbaan lokale weg'): Lane =>
  weg(functie, breedte, 'gesloten verharding', { rij: true });
const fietspad = (breedte: number): Lane => weg('fietspad', breedte, 'gesloten verharding');
const parkeren = (breedte: number): Lane => weg('parkeervlak', breedte, 'open verharding', { bays: true });
const berm = (breedte: number, bomen = 0, lampen = 0): Lane => ({
  soort: 'ondersteunendwegdeel',
  functie: 'berm',
  voorkomen: 'groenvoorziening',
  breedte,
  bomen,
  lampen,
});
const groen = (breedte: number, bomen = 0): Lane => ({
  soort: 'begroeidterreindeel',
  functie: 'groenvoorziening',
  voorkomen: 'gras- en kruidachtigen',
  breedte,
  bomen,
});
const water = (breedte: number): Lane => ({
  soort: 'waterdeel',
  functie: 'waterloop',
  voorkomen: 'gracht',
  bronhouder: 'waterschap',
  breedte,
  water: true,
  rij: true,
});
const sloot = (breedte: number): Lane => ({
  soort: 'waterdeel',
  functie: 'waterloop',
  voorkomen: 'sloot',
  bronhouder: 'waterschap',
  breedte,
});

const profile = (klasse: WegKlasse, snelheid: number, ...lanes: Lane[]): Profile => ({ klasse, snelheid, lanes });

/** Streets across, from the low side to the high side. */
export const profiles = {
  smal: profile('woonstraat', 30, stoep(1.5, 28), rijbaan(4.2), stoep(1.5)),
  woonstraat: profile('woonstraat', 30, stoep(1.8, 28), parkeren(2), rijbaan(4.8), stoep(1.8)),
  breed: profile('woonstraat', 30, stoep(2, 28), parkeren(2), rijbaan(5), parkeren(2), stoep(2)),
  laan: profile('woonstraat', 30, stoep(2, 28), groen(2.5, 9), rijbaan(5), groen(2.5, 9), stoep(2)),
  dwars: profile('woonstraat', 30, stoep(1.5, 30), rijbaan(4.8), stoep(1.5)),
  woonerf: profile('woonerf', 15, weg('woonerf', 5, 'open verharding', { rij: true }), parkeren(2.2)),
  pad: profile('pad', 15, groen(1, 14), weg('voetpad', 2.5, 'open verharding', { rij: true }), groen(1)),
  fietsroute: profile('pad', 25, groen(3, 10), weg('fietspad', 3.5, 'gesloten verharding', { rij: true }), groen(3)),
  hoofdweg: profile(
    'hoofdweg',
    50,
    stoep(2, 30),
    fietspad(2),
    berm(2.5, 11),
    asfalt(7),
    berm(2.5, 11),
    fietspad(2),
    stoep(2),
  ),
  wijkweg: profile(
    'hoofdweg',
    50,
    stoep(2, 30),
    fietspad(1.8),
    berm(1.5, 12),
    asfalt(6.4),
    berm(1.5),
    fietspad(1.8),
    stoep(2),
  ),
  ring: profile(
    'regionaal',
    80,
    berm(4, 12),
    fietspad(3),
    berm(5, 14),
    asfalt(7.2, 'rijbaan regionale weg'),
    { ...berm(3, 0, 40), functie: 'verkeerseiland' },
    asfalt(7.2, 'rijbaan regionale weg'),
    berm(6, 14),
  ),
  industrie: profile('industrie', 50, berm(2, 16), asfalt(7.5), parkeren(2.6), stoep(1.9, 35)),
  winkelstraat: profile('winkelstraat', 15, weg('voetgangersgebied', 9, 'open verharding', { rij: true, lampen: 22 })),
  gracht: profile(
    'gracht',
    30,
    stoep(2.2, 24),
    rijbaan(4.2),
    groen(1.6, 9),
    water(11),
    groen(1.6, 9),
    rijbaan(4.2),
    stoep(2.2),
  ),
  kade: profile(
    'hoofdweg',
    30,
    stoep(2.4, 28),
    parkeren(2.2),
    rijbaan(5.4),
    berm(2.5, 10),
    weg('voetpad', 2.5, 'open verharding'),
  ),
  polderweg: profile(
    'polderweg',
    60,
    sloot(3),
    berm(4, 18),
    asfalt(5.5),
    berm(2.5),
    fietspad(2.5),
    berm(1.5),
    sloot(3),
  ),
  laantje: profile('woonstraat', 15, groen(1), weg('rijbaan lokale weg', 3.6, 'half verhard', { rij: true }), groen(1)),
  tuinpad: profile('pad', 5, weg('voetpad', 2.4, 'half verhard', { rij: true })),
} satisfies Record<string, Profile>;

export function widthOf({ lanes }: Profile): number {
  return lanes.reduce((sum, lane) => sum + lane.breedte, 0);
}

interface Mouth {
  from: number;
  to: number;
  functie: string;
  voorkomen: string;
}

/** One straight stretch on the drawing board; stretches with one name are one street. */
export class Street {
  readonly axis: 'p' | 'q';
  /** Across: the low side and the high side. */
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  readonly profile: Profile;
  readonly buurt: BuurtDraft;
  readonly bestemming: Bestemming;
  naam: string;
  readonly mouths: { low: Mouth[]; high: Mouth[] } = { low: [], high: [] };
  /** Where it passes from one buurt to the next, and which that is: long roads only. */
  private readonly knots: readonly number[];
  private readonly buurtAt: ((plek: Plek) => BuurtDraft) | undefined;

  constructor(options: {
    axis: 'p' | 'q';
    low: number;
    from: number;
    to: number;
    profile: Profile;
    buurt: BuurtDraft;
    naam: string;
    bestemming?: Bestemming;
    knots?: readonly number[];
    buurtAt?: (plek: Plek) => BuurtDraft;
  }) {
    this.axis = options.axis;
    this.low = options.low;
    this.high = options.low + widthOf(options.profile);
    this.from = options.from;
    this.to = options.to;
    this.profile = options.profile;
    this.buurt = options.buurt;
    this.naam = options.naam;
    this.bestemming = options.bestemming ?? 'verkeer';
    const inner = (options.knots ?? []).filter((k) => k > this.from + 1 && k < this.to - 1).sort((a, b) => a - b);
    this.knots = [this.from, ...inner.filter((k, i) => i === 0 || k - (inner[i - 1] as number) > 1), this.to];
    this.buurtAt = options.buurtAt;
  }

  buurtOf(along: number): BuurtDraft {
    return this.buurtAt?.(this.at(along, (this.low + this.high) / 2)) ?? this.buurt;
  }

  /** The pieces in which it is registered. */
  pieces(): [number, number][] {
    const most = this.profile.klasse === 'polderweg' || this.profile.klasse === 'regionaal' ? 600 : 180;
    return this.knots.slice(1).flatMap((to, i) => stretches(this.knots[i] as number, to, most));
  }

  /** Position along and across. */
  at(along: number, across: number): Plek {
    return this.axis === 'p' ? [along, across] : [across, along];
  }

  along([p, q]: Plek): number {
    return this.axis === 'p' ? p : q;
  }

  across([p, q]: Plek): number {
    return this.axis === 'p' ? q : p;
  }

  sideOf(plek: Plek): 'low' | 'high' {
    return this.across(plek) < (this.low + this.high) / 2 ? 'low' : 'high';
  }

  /** Where the carriageway of this street runs, across. */
  carriageway(): [number, number] {
    let across = this.low;
    let [from, to] = [Infinity, -Infinity];
    for (const lane of this.profile.lanes) {
      if (lane.rij) [from, to] = [Math.min(from, across), Math.max(to, across + lane.breedte)];
      across += lane.breedte;
    }
    return [from, to];
  }

  /** Lets a side street in: what lies beside the carriageway gives way over the width of the side street's. */
  letIn(side: Street): void {
    const where = this.sideOf(side.at((side.from + side.to) / 2, side.low));
    let across = side.low;
    for (const lane of side.profile.lanes) {
      if (lane.rij && !lane.water) {
        this.mouths[where].push({
          from: across,
          to: across + lane.breedte,
          functie: lane.functie === 'rijbaan regionale weg' ? 'rijbaan lokale weg' : (lane.functie as string),
          voorkomen: lane.voorkomen as string,
        });
      }
      across += lane.breedte;
    }
  }

  /** Lets a drive in, seen from a plot. */
  letDrive(plek: Plek, width: number): void {
    const along = this.along(plek);
    this.mouths[this.sideOf(plek)].push({
      from: along - width / 2,
      to: along + width / 2,
      functie: 'inrit',
      voorkomen: 'open verharding',
    });
  }

  private rect(from: number, to: number, low: number, high: number): Plek[] {
    return [this.at(from, low), this.at(to, low), this.at(to, high), this.at(from, high)];
  }

  /** Lays its percelen and surfaces, after every mouth is known. */
  lay(builder: Builder): void {
    const { lanes } = this.profile;
    const cuts = this.pieces();
    let zone = -1;
    let before: BuurtDraft | undefined;
    for (const [from, to] of cuts) {
      const buurt = this.buurtOf((from + to) / 2);
      if (buurt !== before) zone = builder.zone(this.bestemming, buurt);
      before = buurt;
      builder.perceel(this.rect(from, to, this.low, this.high), zone, 'gemeente');
    }

    const firstRij = lanes.findIndex((lane) => lane.rij);
    const lastRij = lanes.findLastIndex((lane) => lane.rij);
    const [roadLow, roadHigh] = this.carriageway();
    for (const [side, edge, road] of [
      ['low', this.low, roadLow],
      ['high', this.high, roadHigh],
    ] as const) {
      this.mouths[side] = tidy(this.mouths[side], this.from, this.to);
      if (Math.abs(edge - road) < 0.01) continue;
      for (const mouth of this.mouths[side]) {
        builder.surface(this.rect(mouth.from, mouth.to, Math.min(edge, road), Math.max(edge, road)), {
          soort: 'wegdeel',
          functie: mouth.functie,
          voorkomen: mouth.voorkomen,
        });
      }
    }
    let across = this.low;
    lanes.forEach((lane, i) => {
      const [low, high] = [across, across + lane.breedte];
      across = high;
      const mouths = i < firstRij ? this.mouths.low : i > lastRij ? this.mouths.high : [];
      for (const [from, to] of lane.rij ? cuts : cuts.flatMap(([a, b]) => without(a, b, mouths))) {
        this.layLane(builder, lane, from, to, low, high);
      }
    });
    const middle = (this.low + this.high) / 2;
    if (this.to - this.from > 40 && this.naam) {
      for (const [from, to] of stretches(this.from, this.to, 320)) {
        const at = (from + to) / 2;
        const [x0, y0] = builder.plane.ground(...this.at(at - 5, middle));
        const [x1, y1] = builder.plane.ground(...this.at(at + 5, middle));
        const [x, y] = builder.plane.ground(...this.at(at, middle));
        builder.punten.push({ soort: 'label', plek: [x, y], naam: this.naam, hoek: slope(x1 - x0, y1 - y0) });
      }
    }
  }

  private layLane(builder: Builder, lane: Lane, from: number, to: number, low: number, high: number): void {
    const style: SurfaceStyle = { soort: lane.soort };
    if (lane.functie) style.functie = lane.functie;
    if (lane.voorkomen) style.voorkomen = lane.voorkomen;
    if (lane.bronhouder) style.bronhouder = lane.bronhouder;
    const middle = (low + high) / 2;
    if (lane.bays && to - from > 14) {
      let at = from;
      while (at < to - 0.01) {
        const bay = Math.min(to, at + 17 > to - 6 ? to : at + 17);
        builder.surface(this.rect(at, bay, low, high), style);
        at = bay;
        if (at < to - 0.01) {
          const end = at + 2.4;
          builder.surface(this.rect(at, end, low, high), {
            soort: 'begroeidterreindeel',
            functie: 'groenvoorziening',
            voorkomen: 'heesters',
          });
          builder.boom(this.at(at + 1.2, middle));
          at = end;
        }
      }
    } else {
      const surface = builder.surface(this.rect(from, to, low, high), style);
      if (lane.soort === 'waterdeel') {
        surface.water = { soort: lane.water ? 'gracht' : 'sloot', buurt: this.buurtOf((from + to) / 2) };
        if (lane.water) surface.naam = this.naam;
      }
    }
    const provincie = this.profile.klasse === 'regionaal';
    if (lane.bomen)
      for (let at = from + lane.bomen / 2; at < to; at += lane.bomen) builder.boom(this.at(at, middle), provincie);
    if (lane.lampen) {
      for (let at = from + lane.lampen / 2; at < to; at += lane.lampen)
        builder.lichtmast(this.at(at, low + 0.4), provincie);
    }
  }

  /** The centre line on the ground. */
  axisLine(builder: Builder): Plek[] {
    const middle = (this.low + this.high) / 2;
    return builder.plane.line([this.at(this.from, middle), this.at(this.to, middle)]);
  }
}

/** Equal parts of at most the given length. */
export function stretches(from: number, to: number, most: number): [number, number][] {
  const count = Math.max(1, Math.ceil((to - from) / most));
  const at = (i: number) => (i === count ? to : from + ((to - from) * i) / count);
  return Array.from({ length: count }, (_, i) => [at(i), at(i + 1)]);
}

/** Sorted and apart: a mouth that meets an earlier one gives way. */
function tidy(mouths: Mouth[], from: number, to: number): Mouth[] {
  const out: Mouth[] = [];
  const rank = (m: Mouth) => (m.functie === 'inrit' ? 1 : 0);
  for (const mouth of [...mouths].sort((a, b) => rank(a) - rank(b) || a.from - b.from)) {
    const fits =
      mouth.from >= from && mouth.to <= to && out.every((m) => mouth.from > m.to + 0.3 || mouth.to < m.from - 0.3);
    if (fits) out.push(mouth);
  }
  return out.sort((a, b) => a.from - b.from);
}

function without(from: number, to: number, mouths: readonly Mouth[]): [number, number][] {
  const out: [number, number][] = [];
  let at = from;
  for (const mouth of mouths) {
    if (mouth.to <= from || mouth.from >= to) continue;
    if (mouth.from - at > 0.01) out.push([at, mouth.from]);
    at = Math.max(at, mouth.to);
  }
  if (to - at > 0.01) out.push([at, to]);
  return out;
}

/** Degrees counter-clockwise from east between -90 and 90, so that a label never stands on its head. */
function slope(dx: number, dy: number): number {
  const [x, y] = dx < 0 ? [-dx, -dy] : [dx, dy];
  return Math.round((Math.atan2(y, x) * 1800) / Math.PI) / 10;
}
