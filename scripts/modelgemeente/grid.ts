import type { Area, Builder, BuurtDraft } from './builder.ts';
import { layBridge, layCrossroads, layRail, rect } from './crossings.ts';
import { harbourMouth } from './districts/harbour.ts';
import type { Band, Cell, Layout } from './layout.ts';
import type { Names } from './names.ts';
import { Frame, type Plek } from './plane.ts';
import { type Profile, profiles, Street, widthOf } from './street.ts';

const roadOf: Partial<Record<Band['soort'], Profile>> = {
  ring: profiles.ring,
  polderweg: profiles.polderweg,
  kade: profiles.kade,
  spoorlaan: profiles.wijkweg,
};

/** The roads, the railway and the canal that run through the whole gemeente, and where they cross. */
export class Grid {
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
      layBridge(this.builder, ring, 'rijbaan lokale weg');
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
      if (horizontal)
        layBridge(builder, ring, horizontal === profiles.ring ? 'rijbaan regionale weg' : 'rijbaan lokale weg');
      if (rij.soort === 'spoor') layBridge(builder, ring, 'spoorbaan');
      for (const low of this.layout.hoofdwegen.get(this.layout.rijen.indexOf(rij)) ?? []) {
        layBridge(builder, rect(kolom.from, low, kolom.to, low + widthOf(profiles.hoofdweg)), 'rijbaan lokale weg');
      }
      return;
    }
    if (rij.soort === 'spoor') {
      const knots = vertical
        ? []
        : this.layout.cells.map((cell) => cell.p0).filter((p) => p > kolom.from + 1 && p < kolom.to - 1);
      const cuts = [kolom.from, ...[...new Set(knots)].sort((a, b) => a - b), kolom.to];
      cuts.slice(1).forEach((to, k) => {
        const from = cuts[k] as number;
        layRail(builder, from, to, rij, vertical, this.buurtAt([(from + to) / 2, (rij.from + rij.to) / 2]));
      });
      return;
    }
    if (!vertical || !horizontal) return;
    layCrossroads(builder, kolom, rij, vertical, horizontal, this.buurtAt(middle));
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
