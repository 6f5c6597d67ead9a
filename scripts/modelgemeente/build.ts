import { makeBend } from './bend.ts';
import { type Area, Builder, type BuurtDraft } from './builder.ts';
import {
  harbourMouth,
  layAllotments,
  layBusiness,
  layCemetery,
  layCentre,
  layHarbour,
  layHolidayPark,
  layHospital,
  layPark,
  laySports,
  layStation,
} from './districts.ts';
import { type Band, type Cell, type Layout, makeLayout } from './layout.ts';
import { layLiving, livingStyles } from './living.ts';
import type { Names } from './names.ts';
import { Frame, Plane, type Plek } from './plane.ts';
import { layLake, layPolder } from './polder.ts';
import { Prng } from './prng.ts';
import { type Profile, profiles, Street, widthOf } from './street.ts';
import type { Karakter } from './town.ts';

export interface Built {
  builder: Builder;
  buurten: readonly BuurtDraft[];
  wijken: readonly { nummer: number; naam: string }[];
  spoor: readonly Plek[];
}

const roadOf: Partial<Record<Band['soort'], Profile>> = {
  ring: profiles.ring,
  polderweg: profiles.polderweg,
  kade: profiles.kade,
  spoorlaan: profiles.wijkweg,
};
const periods: Record<Karakter, readonly [number, number]> = {
  centrum: [1650, 1935],
  vooroorlogs: [1898, 1939],
  strokenbouw: [1949, 1966],
  hoogbouw: [1966, 1978],
  bloemkool: [1971, 1985],
  vinex: [1992, 2018],
  villawijk: [1925, 2015],
  bedrijventerrein: [1964, 2021],
  haven: [1935, 2010],
  station: [1885, 2022],
  park: [1900, 1990],
  sportpark: [1970, 2015],
  ziekenhuis: [1968, 2015],
  begraafplaats: [1928, 1968],
  volkstuinen: [1960, 2010],
  recreatiepark: [1972, 2019],
  dorp: [1880, 2015],
  buitengebied: [1950, 2020],
};

/** Lays a whole gemeente on the drawing board. */
export function build(inwoners: number, size: number, seed: string, names: Names, hoofdplaats: string): Built {
  const rng = new Prng(seed);
  const layout = makeLayout(inwoners, size, rng.fork('layout'));
  const plane = new Plane(layout.stad, makeBend(layout, rng.fork('bend')));
  const builder = new Builder(plane);
  const wijken = new Map<string, { nummer: number; naam: string }>();
  const buurten: BuurtDraft[] = [];
  const wijkOf = (key: string, naam: () => string) => {
    let wijk = wijken.get(key);
    if (!wijk) {
      wijk = { nummer: wijken.size + 1, naam: naam() };
      wijken.set(key, wijk);
    }
    return wijk.nummer;
  };
  const addBuurt = (karakter: Karakter, wijk: number, woonplaats: string, naam: string): BuurtDraft => {
    const thema =
      karakter === 'centrum'
        ? 'binnenstad'
        : karakter === 'bedrijventerrein' || karakter === 'haven'
          ? 'industrie'
          : karakter === 'recreatiepark'
            ? 'recreatie'
            : (names.themas.filter((t) => t !== 'recreatie' && t !== 'industrie' && t !== 'binnenstad')[
                buurten.length % (names.themas.length - 3)
              ] as string);
    const buurt: BuurtDraft = {
      nummer: buurten.length,
      wijk,
      naam,
      karakter,
      woonplaats,
      thema,
      bouwperiode: periods[karakter],
    };
    buurten.push(buurt);
    return buurt;
  };

  const buurtOf = new Map<Cell, BuurtDraft>();
  const perRow = new Map<string, number>();
  for (const cell of layout.cells) {
    const rowKey = `${cell.kolom} ${cell.rij} ${cell.row}`;
    const index = perRow.get(rowKey) ?? 0;
    perRow.set(rowKey, index + 1);
    const central = cell.karakter === 'centrum' || cell.karakter === 'station';
    const key = central ? 'centrum' : `${cell.kolom} ${cell.rij} ${Math.floor(cell.row / 3)} ${Math.floor(index / 3)}`;
    const wijk = wijkOf(key, () => (central ? 'Centrum' : names.wijk()));
    buurtOf.set(
      cell,
      addBuurt(cell.karakter, wijk, hoofdplaats, names.buurt(livingStyles[cell.karakter] ? 'wonen' : cell.karakter)),
    );
  }
  const outside = wijkOf('buitengebied', () => 'Dorpen en buitengebied');
  const { stad } = layout;
  const rural = ['Noord', 'Oost', 'Zuid', 'West'].map((kant) =>
    addBuurt('buitengebied', outside, hoofdplaats, `Buitengebied ${kant}`),
  );
  const ruralAt = (p: number, q: number): BuurtDraft => {
    const side = q > stad.q1 ? 0 : q < stad.q0 ? 2 : p > stad.p1 ? 1 : 3;
    return rural[side] as BuurtDraft;
  };
  const nearest = ([p, q]: Plek): BuurtDraft => {
    if (p < stad.p0 - 50 || p > stad.p1 + 50 || q < stad.q0 - 50 || q > stad.q1 + 50) return ruralAt(p, q);
    let best: BuurtDraft | undefined;
    let least = Infinity;
    for (const [cell, buurt] of buurtOf) {
      const away = Math.max(cell.p0 - p, p - cell.p1, 0) + Math.max(cell.q0 - q, q - cell.q1, 0);
      if (away < least) [best, least] = [buurt, away];
    }
    return best as BuurtDraft;
  };

  const { kolommen, rijen } = layout;
  const grid = new Grid(builder, layout, nearest, names);
  grid.layRoads();

  const polders: { area: Area; corner: boolean; open: boolean }[] = [];
  kolommen.forEach((kolom, i) => {
    rijen.forEach((rij, j) => {
      const blocks = ['polder', 'stad'];
      if (!blocks.includes(kolom.soort) || !blocks.includes(rij.soort)) return;
      const inTown = kolom.soort === 'stad' && rij.soort === 'stad';
      if (!inTown) {
        const area = grid.area(i, j, ruralAt((kolom.from + kolom.to) / 2, (rij.from + rij.to) / 2));
        const outer = j === 0 || j === rijen.length - 1;
        if (outer && (i === 0) === (j === 0) && (i === 0 || i === kolommen.length - 1)) return;
        polders.push({ area, corner: kolom.soort === 'polder' && rij.soort === 'polder', open: outer });
        return;
      }
      for (const { cell, area } of grid.cells(i, j, buurtOf)) layCell(builder, rng, cell.karakter, area, names);
    });
  });

  const dorpen = Math.max(1, Math.round(layout.cells.length / 36));
  const free = rng.fork('dorpen').shuffle(polders.filter(({ area, corner }) => corner && area.voor && area.links));
  const special = new Map<Area, 'dorp' | 'recreatie'>();
  free.slice(0, dorpen).forEach(({ area }) => {
    special.set(area, 'dorp');
  });
  const lake = free[dorpen] ?? polders.find(({ area }) => area.voor && area.links && !special.has(area));
  if (lake) special.set(lake.area, 'recreatie');
  for (const { area, open } of polders) {
    const own = rng.fork(`polder ${area.frame.p} ${area.frame.q}`);
    const nameStreet = () => names.polderweg();
    const kind = special.get(area);
    if (!kind) {
      layPolder(builder, own, area, nameStreet, open);
      continue;
    }
    const [wide, deep] = [Math.min(size * 1.05, area.lengte * 0.55), Math.min(size * 0.95, area.diepte * 0.55)];
    const naam = kind === 'dorp' ? names.dorp() : names.buurt('recreatiepark');
    const buurt = addBuurt(
      kind === 'dorp' ? 'dorp' : 'recreatiepark',
      outside,
      kind === 'dorp' ? naam : hoofdplaats,
      naam,
    );
    const part: Area = { ...area, lengte: wide, diepte: deep, buurt, achter: null, rechts: null };
    layCell(builder, own, buurt.karakter, part, names);
    const above: Area = {
      ...area,
      frame: area.frame.shifted(0, deep),
      lengte: wide,
      diepte: area.diepte - deep,
      voor: null,
      rechts: null,
    };
    if (kind === 'recreatie') layLake(builder, own, { ...above, buurt }, 'De Grote Plas');
    else layPolder(builder, own, above, nameStreet);
    layPolder(
      builder,
      own,
      { ...area, frame: area.frame.shifted(wide, 0), lengte: area.lengte - wide, links: null },
      nameStreet,
    );
  }
  for (const street of builder.streets) street.lay(builder);
  return { builder, buurten, wijken: [...wijken.values()], spoor: grid.railway() };
}

function layCell(builder: Builder, all: Prng, karakter: Karakter, area: Area, names: Names): void {
  const rng = all.fork(`cell ${area.buurt.nummer}`);
  const nameStreet = (einde?: string) => names.straat(area.buurt.thema, einde);
  const living = livingStyles[karakter];
  if (living) {
    layLiving(builder, rng, area, living, nameStreet);
    return;
  }
  switch (karakter) {
    case 'centrum':
      layCentre(builder, rng, area, nameStreet, !builder.landmarks.some((landmark) => landmark.soort === 'markt'));
      return;
    case 'bedrijventerrein':
      layBusiness(builder, rng, area, nameStreet);
      builder.landmarks.push({
        soort: 'bedrijventerrein',
        naam: area.buurt.naam,
        plek: area.frame.at(area.lengte / 2, area.diepte / 2),
        buurt: area.buurt,
        gebied: true,
      });
      return;
    case 'haven':
      layHarbour(builder, rng, area);
      return;
    case 'station':
      layStation(builder, rng, area, nameStreet);
      return;
    case 'park':
      layPark(builder, rng, area);
      return;
    case 'sportpark':
      laySports(builder, rng, area);
      return;
    case 'ziekenhuis':
      layHospital(builder, rng, area);
      return;
    case 'begraafplaats':
      layCemetery(builder, rng, area);
      return;
    case 'volkstuinen':
      layAllotments(builder, rng, area, nameStreet);
      return;
    case 'recreatiepark':
      layHolidayPark(builder, rng, area, nameStreet);
      return;
  }
}

/** The roads, the railway and the canal that run through the whole gemeente, and where they cross. */
class Grid {
  private readonly streets = new Map<string, Street>();
  private readonly bandNames = new Map<Band, string>();
  private readonly builder: Builder;
  private readonly layout: Layout;
  private readonly buurtAt: (plek: Plek) => BuurtDraft;
  private readonly names: Names;

  constructor(builder: Builder, layout: Layout, buurtAt: (plek: Plek) => BuurtDraft, names: Names) {
    this.builder = builder;
    this.layout = layout;
    this.buurtAt = buurtAt;
    this.names = names;
    const quays = ['Westerkade', 'Oosterkade'];
    const tracks = ['Spoorlaan', 'Stationsweg'];
    const rings = ['Ringweg West', 'Ringweg Oost', 'Ringweg Zuid', 'Ringweg Noord'];
    for (const band of [...layout.kolommen, ...layout.rijen]) {
      const name =
        band.soort === 'ring'
          ? rings.shift()
          : band.soort === 'kade'
            ? quays.shift()
            : band.soort === 'spoorlaan'
              ? tracks.shift()
              : band.soort === 'polderweg'
                ? names.polderweg()
                : '';
      this.bandNames.set(band, name ?? '');
    }
  }

  layRoads(): void {
    const { kolommen, rijen, cells } = this.layout;
    const isBlock = (band: Band) => band.soort === 'polder' || band.soort === 'stad';
    kolommen.forEach((kolom, i) => {
      rijen.forEach((rij, j) => {
        const [vertical, horizontal] = [this.profileOf(kolom, kolommen), this.profileOf(rij, rijen)];
        if (isBlock(kolom) && isBlock(rij)) return;
        if (isBlock(rij) && vertical) this.layVertical(i, j, vertical);
        else if (isBlock(kolom) && horizontal) {
          const street = new Street({
            axis: 'p',
            low: rij.from,
            from: kolom.from,
            to: kolom.to,
            profile: horizontal,
            buurt: this.buurtAt([(kolom.from + kolom.to) / 2, rij.from]),
            naam: this.bandNames.get(rij) as string,
            knots: cells.flatMap((cell) => [cell.p0]),
            buurtAt: this.buurtAt,
          });
          this.add(i, j, street);
        } else this.layCrossing(kolom, rij, vertical, horizontal);
      });
    });
  }

  /** The middle of the tracks. */
  railway(): Plek[] {
    const { kolommen, rijen } = this.layout;
    const rail = rijen.find((band) => band.soort === 'spoor') as Band;
    const q = (rail.from + rail.to) / 2;
    return this.builder.plane.line([
      [(kolommen[0] as Band).from, q],
      [(kolommen[kolommen.length - 1] as Band).to, q],
    ]);
  }

  area(i: number, j: number, buurt: BuurtDraft): Area {
    const [kolom, rij] = [this.layout.kolommen[i] as Band, this.layout.rijen[j] as Band];
    return {
      frame: Frame.upright(kolom.from, rij.from),
      lengte: kolom.to - kolom.from,
      diepte: rij.to - rij.from,
      buurt,
      voor: this.streets.get(`${i} ${j - 1}`) ?? null,
      achter: this.streets.get(`${i} ${j + 1}`) ?? null,
      links: this.streets.get(`${i - 1} ${j}`) ?? null,
      rechts: this.streets.get(`${i + 1} ${j}`) ?? null,
    };
  }

  /** The cells of one quarter with the roads between them. */
  *cells(i: number, j: number, buurtOf: ReadonlyMap<Cell, BuurtDraft>): Iterable<{ cell: Cell; area: Area }> {
    const outer = this.area(i, j, this.buurtAt([0, 0]));
    const own = this.layout.cells.filter((cell) => cell.kolom === i && cell.rij === j);
    const lows = this.layout.hoofdwegen.get(j) ?? [];
    const between: (Street | null)[] = [outer.voor];
    lows.forEach((low) => {
      const street = new Street({
        axis: 'p',
        low,
        from: outer.frame.p,
        to: outer.frame.p + outer.lengte,
        profile: profiles.hoofdweg,
        buurt: outer.buurt,
        naam: this.names.hoofdweg(),
        knots: own.map((cell) => cell.p0),
        buurtAt: this.buurtAt,
      });
      this.builder.streets.push(street);
      outer.links?.letIn(street);
      outer.rechts?.letIn(street);
      between.push(street);
    });
    between.push(outer.achter);
    const rows = between.length - 1;
    for (let row = 0; row < rows; row += 1) {
      const cells = own.filter((cell) => cell.row === row);
      let left = outer.links;
      for (const [k, cell] of cells.entries()) {
        const next = cells[k + 1];
        let right = outer.rechts;
        const [voor, achter] = [between[row] ?? null, between[row + 1] ?? null];
        if (next) {
          right = new Street({
            axis: 'q',
            low: cell.p1,
            from: cell.q0,
            to: cell.q1,
            profile: profiles.wijkweg,
            buurt: buurtOf.get(cell) as BuurtDraft,
            naam: this.names.hoofdweg(),
          });
          this.builder.streets.push(right);
          voor?.letIn(right);
          achter?.letIn(right);
        }
        const area: Area = {
          frame: Frame.upright(cell.p0, cell.q0),
          lengte: cell.p1 - cell.p0,
          diepte: cell.q1 - cell.q0,
          buurt: buurtOf.get(cell) as BuurtDraft,
          voor,
          achter,
          links: left,
          rechts: right,
        };
        yield { cell, area };
        left = right;
      }
    }
  }

  private profileOf(band: Band, list: readonly Band[]): Profile | null {
    if (band.soort === 'spoorlaan' && list.indexOf(band) > list.findIndex((other) => other.soort === 'spoor'))
      return profiles.laan;
    return roadOf[band.soort] ?? null;
  }

  private add(i: number, j: number, street: Street): void {
    this.streets.set(`${i} ${j}`, street);
    this.builder.streets.push(street);
  }

  /** A road, the canal or the railway along one block; a quay gives way to the mouth of the harbour. */
  private layVertical(i: number, j: number, profile: Profile): void {
    const { cells } = this.layout;
    const [kolom, rij] = [this.layout.kolommen[i] as Band, this.layout.rijen[j] as Band];
    const make = (from: number, to: number) =>
      new Street({
        axis: 'q',
        low: kolom.from,
        from,
        to,
        profile,
        buurt: this.buurtAt([kolom.from, (from + to) / 2]),
        naam: this.bandNames.get(kolom) as string,
        knots: cells.filter((cell) => cell.rij === j).map((cell) => cell.q0),
        buurtAt: this.buurtAt,
      });
    const harbours = cells
      .filter((cell) => cell.karakter === 'haven' && cell.rij === j && cell.aanKanaal && cell.kolom === i + 1)
      .sort((a, b) => a.q0 - b.q0);
    let from = rij.from;
    const parts: Street[] = [];
    for (const cell of harbours) {
      const mouth = harbourMouth(cell.q1 - cell.q0);
      const [q0, q1] = [cell.q0 + mouth.from, cell.q0 + mouth.to];
      parts.push(make(from, q0));
      const buurt = this.buurtAt([kolom.to + 1, (q0 + q1) / 2]);
      const ring = rect(kolom.from, q0, kolom.to, q1);
      this.builder.perceel(ring, this.builder.zone('water', buurt), 'gemeente');
      this.builder.water(ring, 'haven', buurt, 'Havenmond');
      this.bridge(ring, 'rijbaan lokale weg');
      from = q1;
    }
    parts.push(make(from, rij.to));
    for (const part of parts.slice(0, -1)) this.builder.streets.push(part);
    const main = parts.length > 1 ? new SplitStreet(parts) : (parts[0] as Street);
    this.streets.set(`${i} ${j}`, main);
    this.builder.streets.push(parts[parts.length - 1] as Street);
  }

  private layCrossing(kolom: Band, rij: Band, vertical: Profile | null, horizontal: Profile | null): void {
    const { builder } = this;
    const ring = rect(kolom.from, rij.from, kolom.to, rij.to);
    const middle: Plek = [(kolom.from + kolom.to) / 2, (rij.from + rij.to) / 2];
    const buurt = this.buurtAt(middle);
    if (kolom.soort === 'kanaal') {
      const pieces = this.layout.cells
        .map((cell) => cell.q0)
        .filter((q) => q > rij.from + 1 && q < rij.to - 1)
        .sort((a, b) => a - b)
        .filter((q, k, list) => k === 0 || q - (list[k - 1] as number) > 1);
      let from = rij.from;
      for (const to of [...pieces, rij.to]) {
        const part = rect(kolom.from, from, kolom.to, to);
        const own = this.buurtAt([middle[0], (from + to) / 2]);
        builder.perceel(part, builder.zone('water', own), 'waterschap');
        builder.water(part, 'kanaal', own, 'Markerkanaal');
        from = to;
      }
      if (horizontal) this.bridge(ring, horizontal === profiles.ring ? 'rijbaan regionale weg' : 'rijbaan lokale weg');
      if (rij.soort === 'spoor') this.bridge(ring, 'spoorbaan');
      for (const low of this.layout.hoofdwegen.get(this.layout.rijen.indexOf(rij)) ?? []) {
        this.bridge(rect(kolom.from, low, kolom.to, low + widthOf(profiles.hoofdweg)), 'rijbaan lokale weg');
      }
      return;
    }
    if (rij.soort === 'spoor') {
      const knots = vertical
        ? []
        : this.layout.cells.map((cell) => cell.p0).filter((p) => p > kolom.from + 1 && p < kolom.to - 1);
      const cuts = [kolom.from, ...[...new Set(knots)].sort((a, b) => a - b), kolom.to];
      cuts.slice(1).forEach((to, k) => {
        this.layRail(cuts[k] as number, to, rij, vertical);
      });
      return;
    }
    if (!vertical || !horizontal) return;
    builder.perceel(ring, builder.zone('verkeer', buurt), 'gemeente');
    const [v0, v1] = carriageway(vertical, kolom.from);
    const [h0, h1] = carriageway(horizontal, rij.from);
    const regional = vertical === profiles.ring || horizontal === profiles.ring;
    builder.surface(
      [
        [v0, rij.from],
        [v1, rij.from],
        [v1, h0],
        [kolom.to, h0],
        [kolom.to, h1],
        [v1, h1],
        [v1, rij.to],
        [v0, rij.to],
        [v0, h1],
        [kolom.from, h1],
        [kolom.from, h0],
        [v0, h0],
      ],
      {
        soort: 'wegdeel',
        functie: regional ? 'rijbaan regionale weg' : 'rijbaan lokale weg',
        voorkomen: 'gesloten verharding',
      },
    );
    for (const [p0, p1] of [
      [kolom.from, v0],
      [v1, kolom.to],
    ] as const) {
      for (const [q0, q1] of [
        [rij.from, h0],
        [h1, rij.to],
      ] as const) {
        if (p1 - p0 > 0.01 && q1 - q0 > 0.01) {
          builder.surface(rect(p0, q0, p1, q1), {
            soort: 'ondersteunendwegdeel',
            functie: 'berm',
            voorkomen: 'groenvoorziening',
          });
        }
      }
    }
  }

  private layRail(p0: number, p1: number, rij: Band, road: Profile | null): void {
    const { builder } = this;
    const buurt = this.buurtAt([(p0 + p1) / 2, (rij.from + rij.to) / 2]);
    builder.perceel(rect(p0, rij.from, p1, rij.to), builder.zone('spoor', buurt), 'spoorbeheerder');
    const track = { soort: 'wegdeel', functie: 'spoorbaan', voorkomen: 'half verhard', bronhouder: 'spoor' } as const;
    if (road) {
      const [v0, v1] = carriageway(road, p0);
      builder.surface(rect(v0, rij.from, v1, rij.to), {
        soort: 'wegdeel',
        functie: 'rijbaan lokale weg',
        voorkomen: 'gesloten verharding',
      });
      if (v0 > p0) builder.surface(rect(p0, rij.from, v0, rij.to), track);
      if (p1 > v1) builder.surface(rect(v1, rij.from, p1, rij.to), track);
      return;
    }
    const station = buurt.karakter === 'station' ? 1 : 0;
    const [q0, q1] = [rij.from + 5.5, rij.to - 5.5];
    const verge = station
      ? ({
          soort: 'wegdeel',
          functie: 'voetgangersgebied',
          voorkomen: 'open verharding',
          bronhouder: 'spoor',
          naam: 'perron',
        } as const)
      : ({
          soort: 'ondersteunendwegdeel',
          functie: 'berm',
          voorkomen: 'groenvoorziening',
          bronhouder: 'spoor',
        } as const);
    builder.surface(rect(p0, rij.from, p1, q0), verge);
    builder.surface(rect(p0, q0, p1, q1), track);
    builder.surface(rect(p0, q1, p1, rij.to), verge);
  }

  private bridge(ring: Plek[], functie: string): void {
    const loop = this.builder.plane.loop(ring);
    const rail = functie === 'spoorbaan';
    this.builder.above.push({
      soort: 'wegdeel',
      functie,
      voorkomen: rail ? 'half verhard' : 'gesloten verharding',
      bronhouder: rail ? 'spoor' : 'gemeente',
      plus: [loop],
      minus: [],
    });
    this.builder.above.push({ soort: 'overbruggingsdeel', functie: 'dek', plus: [loop], minus: [] });
  }
}

/** A road that water interrupts: who comes in is let into the part where he comes. */
class SplitStreet extends Street {
  private readonly parts: readonly Street[];

  constructor(parts: readonly Street[]) {
    const [first, last] = [parts[0] as Street, parts[parts.length - 1] as Street];
    super({
      axis: first.axis,
      low: first.low,
      from: first.from,
      to: last.to,
      profile: first.profile,
      buurt: first.buurt,
      naam: first.naam,
    });
    this.parts = parts;
  }

  override letIn(side: Street): void {
    const at = (side.low + side.high) / 2;
    this.parts.find((part) => part.from <= at && at <= part.to)?.letIn(side);
  }

  override letDrive(plek: Plek, width: number): void {
    const at = this.along(plek);
    this.parts.find((part) => part.from <= at && at <= part.to)?.letDrive(plek, width);
  }
}

function rect(p0: number, q0: number, p1: number, q1: number): Plek[] {
  return [
    [p0, q0],
    [p1, q0],
    [p1, q1],
    [p0, q1],
  ];
}

function carriageway(profile: Profile, low: number): [number, number] {
  let at = low;
  let [from, to] = [Infinity, -Infinity];
  for (const lane of profile.lanes) {
    if (lane.rij) [from, to] = [Math.min(from, at), Math.max(to, at + lane.breedte)];
    at += lane.breedte;
  }
  return [from, to];
}
