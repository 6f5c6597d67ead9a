import type { Builder, PandDraft, PerceelDraft, SurfaceDraft } from './builder.ts';
import { lieApart, liesInside } from './ground.ts';
import type { Frame, Plek } from './plane.ts';
import type { Prng } from './prng.ts';
import { type Street, stretches } from './street.ts';
import type { Loop } from './topology.ts';
import type { Woningtype } from './town.ts';

type Span = readonly [number, number];

/** How the houses of a row are built. Lengths in metres. */
export interface HouseStyle {
  /** Width of a plot. */
  breedte: Span;
  /** Houses that stand against each other. */
  reeks: Span;
  /** From the street to the house. */
  voortuin: Span;
  /** Depth of the house. */
  huisdiepte: Span;
  bouwlagen: Span;
  bouwjaar: Span;
  /** Chance of an extension, a shed, a garage, a bay window, and of a dwelling above another. */
  aanbouw: number;
  schuur: number;
  garage: number;
  erker: number;
  boven: number;
  /** Garden beside the last house of a run. */
  zijtuin: Span;
  /** How far one house may stand behind the other. */
  verspringt?: number;
  plat?: boolean;
  naam: string;
}

export interface Row {
  /** s along the street, d away from it. */
  frame: Frame;
  lengte: number;
  diepte: number;
  street: Street;
  zone: number;
  style: HouseStyle;
  /** A back lane runs behind: a lane between two runs leads to it. */
  achterpad: boolean;
}

/** Where the plots of a row end at the back, for those who lay the back lane. */
export type Cuts = [number, number][];

/** Lays plots, houses and what stands behind them along one side of a street. */
export function layRow(builder: Builder, rng: Prng, row: Row): Cuts {
  const cuts: Cuts = [];
  const { style, frame, diepte, zone } = row;
  let s = 0;
  let lean = 0;
  for (const run of runs(rng, row)) {
    const erf = builder.surface(null, { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
    const setback = rng.range(...style.voortuin);
    const depth = rng.range(...style.huisdiepte);
    const year = rng.int(...style.bouwjaar);
    const layers = rng.int(...style.bouwlagen);
    run.plots.forEach((width, i) => {
      const last = i === run.plots.length - 1;
      const end = last && run.closes ? row.lengte : s + width;
      const leans = style.reeks[1] <= 2 && last && !run.closes && rng.chance(0.4);
      const nextLean = leans ? rng.range(-0.06, 0.06) * diepte : 0;
      const plot = frame.ring([
        [s, 0],
        [end, 0],
        [end + nextLean, diepte],
        [s + lean, diepte],
      ]);
      const perceel = layPlot(builder, rng, row, plot, [s, end], [lean, nextLean], erf);
      const neighbours = run.plots.length;
      const type: Woningtype =
        neighbours === 1
          ? 'vrijstaand'
          : neighbours === 2
            ? 'twee-onder-een-kap'
            : i === 0 || last
              ? 'hoekwoning'
              : 'tussenwoning';
      layHouse(builder, rng, row, {
        plot: [s, end],
        lean: Math.max(Math.abs(lean), Math.abs(nextLean)),
        width: run.house,
        left: i === 0,
        right: last,
        setback: setback + (style.verspringt ? rng.int(0, 1) * style.verspringt : 0),
        depth: neighbours === 1 ? rng.range(...style.huisdiepte) : depth,
        year: neighbours <= 2 ? rng.int(...style.bouwjaar) : year,
        layers,
        type,
        perceel,
        erf,
        ground: builder.plane.points(erf.plus[erf.plus.length - 1] as Loop),
      });
      cuts.push([s + lean, end + nextLean]);
      s = end;
      lean = nextLean;
    });
    if (run.lane > 0) {
      const end = s + run.lane;
      builder.perceel(frame.rect(s, 0, end, diepte), zone, 'gemeente');
      builder.surface(frame.rect(s, 0, end, diepte), achterpadStyle);
      cuts.push([s, end]);
      s = end;
    }
  }
  return cuts;
}

export const achterpadStyle = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'open verharding', naam: 'achterpad' };

interface Run {
  plots: number[];
  /** Width of each house. */
  house: number;
  /** A lane after it, in metres; 0 is none. */
  lane: number;
  closes: boolean;
}

/** Cuts the length of a row into runs of houses that fill it exactly. */
function runs(rng: Prng, row: Row): Run[] {
  const { style, lengte } = row;
  return style.reeks[1] <= 2 ? looseRuns(rng, style, lengte) : terraces(rng, style, lengte, row.achterpad ? 1.6 : 0);
}

/** Houses alone or in pairs: as many as fit, a little wider or narrower than wished. */
function looseRuns(rng: Prng, style: HouseStyle, lengte: number): Run[] {
  const wishes: number[][] = [];
  let total = 0;
  while (true) {
    const width = rng.range(...style.breedte);
    const plots = Array.from({ length: style.reeks[1] }, () => width);
    if (total + (width * plots.length) / 2 > lengte && wishes.length > 0) break;
    wishes.push(plots);
    total += width * plots.length;
  }
  const scale = lengte / total;
  return wishes.map((wish, i) => ({
    plots: wish.map((width) => width * scale),
    house: (wish[0] as number) * scale,
    lane: 0,
    closes: i === wishes.length - 1,
  }));
}

/** Terraces with lanes between them; what is left over becomes garden beside the last houses. */
function terraces(rng: Prng, style: HouseStyle, lengte: number, lane: number): Run[] {
  const wishes: { count: number; house: number; beside: number }[] = [];
  let left = lengte;
  while (true) {
    const house = rng.range(...style.breedte);
    const beside = rng.range(...style.zijtuin);
    const between = wishes.length > 0 ? lane : 0;
    const count = Math.min(rng.int(...style.reeks), Math.floor((left - between - 2 * beside) / house));
    if (count < Math.min(3, style.reeks[0])) {
      if (wishes.length === 0)
        wishes.push({ count: Math.max(1, Math.floor(left / house)), house: Math.min(house, left), beside: 0 });
      break;
    }
    wishes.push({ count, house, beside });
    left -= between + count * house + 2 * beside;
  }
  const used = wishes.reduce(
    (sum, { count, house, beside }) => sum + count * house + 2 * beside,
    lane * (wishes.length - 1),
  );
  let spare = lengte - used;
  for (let i = 0; i < 12; i += 1) {
    const wish = rng.pick(wishes);
    if (spare < wish.house || wish.count > style.reeks[1] + 1) continue;
    wish.count += 1;
    spare -= wish.house;
  }
  const extra = spare / wishes.length / 2;
  return wishes.map(({ count, house, beside }, i) => {
    const plots = Array.from({ length: count }, () => house);
    plots[0] = (plots[0] as number) + beside + extra;
    plots[count - 1] = (plots[count - 1] as number) + beside + extra;
    const closes = i === wishes.length - 1;
    return { plots, house, lane: closes ? 0 : lane, closes };
  });
}

/** One plot as a perceel, or as two where its owner once bought a strip or half of the neighbour's ground. */
function layPlot(
  builder: Builder,
  rng: Prng,
  row: Row,
  ring: Plek[],
  [s0, s1]: Span,
  [lean0, lean1]: Span,
  erf: SurfaceDraft,
): PerceelDraft[] {
  erf.plus.push(builder.plane.loop(ring));
  const { frame, diepte, zone } = row;
  const straight = lean0 === 0 && lean1 === 0;
  if (straight && rng.chance(0.05)) {
    const at = diepte - rng.range(3.5, 6);
    const front = builder.perceel(frame.rect(s0, 0, s1, at), zone, 'particulier');
    const back = builder.perceel(frame.rect(s0, at, s1, diepte), zone, 'particulier');
    return [front, back];
  }
  if (straight && s1 - s0 > 9 && rng.chance(0.12)) {
    const at = s0 + (s1 - s0) * rng.range(0.4, 0.6);
    const one = builder.perceel(frame.rect(s0, 0, at, diepte), zone, 'particulier');
    const two = builder.perceel(frame.rect(at, 0, s1, diepte), zone, 'particulier');
    return [one, two];
  }
  return [builder.perceel(ring, zone, rng.chance(0.28) && s1 - s0 < 9 ? 'corporatie' : 'particulier')];
}

interface House {
  plot: Span;
  lean: number;
  width: number;
  left: boolean;
  right: boolean;
  setback: number;
  depth: number;
  year: number;
  layers: number;
  type: Woningtype;
  perceel: PerceelDraft[];
  erf: SurfaceDraft;
  /** Corners of the plot on the ground. */
  ground: readonly Plek[];
}

function layHouse(builder: Builder, rng: Prng, row: Row, house: House): void {
  const { style, frame, diepte, street } = row;
  const [s0, s1] = house.plot;
  const attached = house.type === 'tussenwoning' || house.type === 'hoekwoning';
  const pair = house.type === 'twee-onder-een-kap';
  const depth = Math.min(house.depth, diepte - house.setback - 4);
  const front = house.setback;
  const back = front + depth;
  let x0 = s0;
  let x1 = s1;
  if (attached) {
    if (house.left && !house.right) x0 = Math.max(s0, s1 - house.width);
    if (house.right && !house.left) x1 = Math.min(s1, s0 + house.width);
  } else if (pair) {
    const beside = Math.min(3.4, (s1 - s0) * 0.36);
    if (house.left) x0 = s0 + beside;
    if (house.right) x1 = s1 - beside;
  }
  const goot = round(house.layers * 2.75 + (style.plat ? 0.3 : rng.range(-0.2, 0.4)));
  const nok = style.plat ? goot : round(goot + Math.min(6, depth * rng.range(0.3, 0.42)));
  const facts = {
    bouwjaar: house.year,
    hoogte: nok,
    goothoogte: goot,
    bouwlagen: house.layers,
    aard: style.naam,
    woningtype: house.type,
  };
  let pand: PandDraft;
  let extensionTo = back;
  let outline: Plek[] | null = null;
  if (house.type === 'vrijstaand') {
    const plot = house.ground;
    const room = s1 - s0 - 2 * house.lean;
    let width = Math.max(5, Math.min(room - Math.min(6, room * 0.35), rng.range(0.5, 0.68) * room, 13));
    const middle = (s0 + s1) / 2 + rng.range(-0.1, 0.1) * (room - width);
    let deep = Math.min(depth, diepte - front - 4);
    let shape = villa(builder, rng, frame, middle, width, front, deep);
    for (let i = 0; i < 10 && !shape.corners.every((corner) => liesInside(plot, corner, 0.8)); i += 1) {
      [width, deep] = [width * 0.88, deep * 0.94];
      shape = villa(builder, rng, frame, middle, width, front, deep);
    }
    [x0, x1] = [middle - width / 2, middle + width / 2];
    outline = shape.corners;
    pand = builder.pand(builder.plane.groundLoop(shape.ring), house.erf, house.perceel, facts);
    extensionTo = front + deep + 1;
  } else {
    const ring: [number, number][] = [[x0, front]];
    const bay = rng.chance(style.erker) && front > 2 && x1 - x0 > 4.4;
    if (bay) {
      ring.push([x0 + 0.9, front], [x0 + 0.9, front - 0.7], [x0 + 3.3, front - 0.7], [x0 + 3.3, front]);
    }
    ring.push([x1, front], [x1, back]);
    const room = diepte - back;
    if (rng.chance(style.aanbouw) && room > 8) {
      extensionTo = back + rng.pick([2.5, 3, 3, 3.5, 4]);
      const full = rng.chance(0.45);
      const from = full || rng.chance(0.5) ? x0 : x0 + (x1 - x0) * 0.4;
      const to = full || from > x0 ? x1 : x0 + (x1 - x0) * 0.6;
      if (to < x1) ring.push([to, back]);
      ring.push([to, extensionTo], [from, extensionTo]);
      if (from > x0) ring.push([from, back]);
    }
    if (ring[ring.length - 1]?.[0] !== x0 || extensionTo === back) ring.push([x0, back]);
    pand = builder.pand(builder.plane.loop(frame.ring(dedupe(ring))), house.erf, house.perceel, facts);
  }
  const use = Math.round(
    (x1 - x0) * depth * (house.layers + (style.plat ? 0 : 0.45)) * (house.type === 'vrijstaand' ? 0.68 : 0.82),
  );
  const at = frame.at((x0 + x1) / 2, 0);
  if (attached && rng.chance(style.boven)) {
    pand.woningtype = 'appartement';
    pand.aard = 'beneden- en bovenwoning';
    const half = Math.round(use / 2);
    builder.adres(pand, street, at, { gebruiksdoelen: ['woonfunctie'], oppervlakte: half, woningtype: 'appartement' });
    builder.adres(pand, street, at, {
      gebruiksdoelen: ['woonfunctie'],
      oppervlakte: use - half,
      woningtype: 'appartement',
      boven: true,
    });
  } else {
    const practice = rng.chance(0.012);
    builder.adres(pand, street, at, {
      gebruiksdoelen: practice
        ? ['woonfunctie', rng.pick(['kantoorfunctie', 'gezondheidszorgfunctie'])]
        : ['woonfunctie'],
      oppervlakte: use,
      woningtype: house.type,
    });
  }
  layOutbuildings(builder, rng, row, house, [x0, x1], [front, back, extensionTo], outline);
}

/** A detached house: truly rectangular on the ground, whatever the street does; sometimes with a wing. */
function villa(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  middle: number,
  width: number,
  front: number,
  depth: number,
): { ring: Plek[]; corners: Plek[] } {
  const [ox, oy] = builder.plane.ground(...frame.at(middle, front));
  const [px, py] = builder.plane.ground(...frame.at(middle + 1, front));
  const [qx, qy] = builder.plane.ground(...frame.at(middle, front + 1));
  const length = Math.sqrt((px - ox) * (px - ox) + (py - oy) * (py - oy));
  const [ux, uy] = [(px - ox) / length, (py - oy) / length];
  const side = ux * (qy - oy) - uy * (qx - ox) > 0 ? 1 : -1;
  const [vx, vy] = [-uy * side, ux * side];
  const half = width / 2;
  const box: [number, number][] = [
    [-half, 0],
    [half, 0],
    [half, depth],
    [-half, depth],
  ];
  const kind = rng.next();
  let shape = box;
  if (kind < 0.35) {
    shape = [
      [-half, 0],
      [half, 0],
      [half, depth * 0.6],
      [half * 0.2, depth * 0.6],
      [half * 0.2, depth],
      [-half, depth],
    ];
  } else if (kind < 0.55) {
    shape = [
      [-half, 1.2],
      [-half * 0.1, 1.2],
      [-half * 0.1, 0],
      [half, 0],
      [half, depth],
      [-half, depth],
    ];
  }
  const place = ([a, b]: readonly [number, number]): Plek => [ox + ux * a + vx * b, oy + uy * a + vy * b];
  return { ring: shape.map(place), corners: box.map(place) };
}

const shed = { hoogte: 2.6, goothoogte: 2.3, bouwlagen: 1, aard: 'schuur' };
const carport = { hoogte: 2.9, goothoogte: 2.9, bouwlagen: 1, aard: 'garage' };

/** Sheds at the back, garages beside the house. */
function layOutbuildings(
  builder: Builder,
  rng: Prng,
  { style, frame, diepte }: Row,
  house: House,
  [x0, x1]: Span,
  [front, back, extensionTo]: readonly [number, number, number],
  outline: readonly Plek[] | null,
): void {
  const [s0, s1] = house.plot;
  const bouwjaar = Math.min(2024, house.year + rng.pick([0, 0, 0, 3, 8, 15]));
  const put = (a0: number, b0: number, a1: number, b1: number, facts: typeof shed) => {
    const ring = frame.rect(a0, b0, a1, b1);
    const onGround = ring.map(([p, q]) => builder.plane.ground(p, q));
    if (outline && !lieApart(outline, onGround, 0.5)) return;
    builder.pand(builder.plane.loop(ring), house.erf, house.perceel, { ...facts, bouwjaar });
  };

  const [leftRoom, rightRoom] = [x0 - s0, s1 - x1];
  const freeSide = Math.max(leftRoom, rightRoom);
  const wantsGarage = house.type === 'vrijstaand' || house.type === 'twee-onder-een-kap';
  let garageEnd = 0;
  if (wantsGarage && house.lean === 0 && rng.chance(style.garage) && freeSide >= 3) {
    const from = Math.max(front + 3, back - 4);
    const gap = house.type === 'vrijstaand' ? 0.9 : 0;
    const width = Math.min(3.6, freeSide - gap - 0.3);
    garageEnd = Math.min(diepte - 2, from + rng.range(5.6, 7));
    if (width > 2.6) {
      if (leftRoom >= rightRoom) put(s0, from, s0 + width, garageEnd, carport);
      else put(s1 - width, from, s1, garageEnd, carport);
    } else garageEnd = 0;
  }
  const clear = Math.max(extensionTo, garageEnd) + 1.5;
  if (rng.chance(style.schuur) && diepte - clear > 3.2 && house.lean === 0) {
    const [wide, deep] = [Math.min(rng.pick([2, 2.2, 2.5, 3]), s1 - s0 - 1.2), rng.pick([2.5, 3, 3, 3.6])];
    const off = rng.chance(0.7) ? 0 : rng.range(0.3, 0.9);
    const b1 = diepte - off;
    const b0 = Math.max(clear, b1 - deep);
    const left = rng.chance(0.5);
    const a0 = left ? s0 + off : s1 - off - wide;
    put(a0, b0, a0 + wide, b1, shed);
  } else if (house.lean > 0 && rng.chance(style.schuur) && diepte - clear > 6) {
    const middle = (s0 + s1) / 2;
    put(middle - 1.5, diepte - 4.2, middle + 1.5, diepte - 1.2, shed);
  }
}

/** A back lane: one public strip, or a share of it for every house. */
export function layLane(
  builder: Builder,
  frame: Frame,
  lengte: number,
  width: number,
  zone: number,
  shares: { low: Cuts; high: Cuts } | null,
): void {
  for (const [from, to] of stretches(0, lengte, 200)) builder.surface(frame.rect(from, 0, to, width), achterpadStyle);
  if (!shares) {
    builder.perceel(frame.rect(0, 0, lengte, width), zone, 'gemeente');
    return;
  }
  for (const [a, b] of shares.low) builder.perceel(frame.rect(a, 0, b, width / 2), zone, 'particulier');
  for (const [a, b] of shares.high) builder.perceel(frame.rect(a, width / 2, b, width), zone, 'particulier');
}

function dedupe(ring: readonly [number, number][]): [number, number][] {
  return ring.filter(([a, b], i) => {
    const [p, q] = ring[(i + ring.length - 1) % ring.length] as [number, number];
    return Math.abs(a - p) > 0.01 || Math.abs(b - q) > 0.01;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
