import type { Builder, PandDraft, PerceelDraft, SurfaceDraft } from './builder.ts';
import { lieApart, liesInside } from './ground.ts';
import type { Frame, Plek } from './plane.ts';
import type { Prng } from './prng.ts';
import type { Street } from './street.ts';
import type { Woningtype } from './town.ts';

export type Span = readonly [number, number];

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

/** One side of a street. */
export interface Strip {
  /** s along the street, d away from it. */
  frame: Frame;
  diepte: number;
  street: Street;
  style: HouseStyle;
}

/** Where a house comes on its plot. */
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

/** One house with its addresses, and what stands beside and behind it. */
export function layHouse(builder: Builder, rng: Prng, row: Strip, house: House): void {
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
  { style, frame, diepte }: Strip,
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

function dedupe(ring: readonly [number, number][]): [number, number][] {
  return ring.filter(([a, b], i) => {
    const [p, q] = ring[(i + ring.length - 1) % ring.length] as [number, number];
    return Math.abs(a - p) > 0.01 || Math.abs(b - q) > 0.01;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
