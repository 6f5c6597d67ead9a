import type { Area, Builder, PerceelDraft, SurfaceDraft } from './builder.ts';
import type { HouseStyle } from './house.ts';
import type { Frame, Plek } from './plane.ts';
import type { Prng } from './prng.ts';
import { layLane, layRow } from './rows.ts';
import { cruciform, withCourt } from './shapes.ts';
import { type Street, stretches } from './street.ts';
import type { Gebruiksdoel, Herkenningspunt } from './town.ts';

const lane = 1.6;

/** Two rows back to back, with a back lane between them; sometimes houses that look out on the side streets. */
export function layRowsBlock(builder: Builder, rng: Prng, area: Area, style: HouseStyle): void {
  const { frame, diepte, voor, achter, links, rechts } = area;
  if (!voor || !achter) {
    layHalfBlock(builder, rng, area, style);
    return;
  }
  const terraced = style.reeks[1] > 2;
  const zone = builder.zone('wonen', area.buurt);
  let [from, to] = [0, area.lengte];
  const headDepth = Math.max(17, Math.min(26, diepte / 2));
  if (terraced && area.lengte > headDepth * 2 + 40) {
    for (const side of ['links', 'rechts'] as const) {
      const street = side === 'links' ? links : rechts;
      if (!street || street.profile.klasse === 'pad' || !rng.chance(0.45)) continue;
      const head = side === 'links' ? frame.turned(0, 0) : frame.turned(0, 0).facing(0, area.lengte);
      layRow(builder, rng, { frame: head, lengte: diepte, diepte: headDepth, street, zone, style, achterpad: false });
      const path = side === 'links' ? frame.shifted(headDepth, 0) : frame.shifted(area.lengte - headDepth - lane, 0);
      layLane(builder, path.turned(0, 0), diepte, lane, zone, null);
      if (side === 'links') from = headDepth + lane;
      else to = area.lengte - headDepth - lane;
    }
  }
  const length = to - from;
  const gap = terraced ? lane : 0;
  const split = terraced ? 0.5 : rng.range(0.46, 0.54);
  const low = (diepte - gap) * split;
  const cutsLow = layRow(builder, rng, {
    frame: frame.shifted(from, 0),
    lengte: length,
    diepte: low,
    street: voor,
    zone,
    style,
    achterpad: terraced,
  });
  const cutsHigh = layRow(builder, rng, {
    frame: frame.facing(from, diepte),
    lengte: length,
    diepte: diepte - gap - low,
    street: achter,
    zone,
    style,
    achterpad: terraced,
  });
  if (gap > 0) {
    const shares = rng.chance(0.25) ? { low: cutsLow, high: cutsHigh } : null;
    layLane(builder, frame.shifted(from, low), length, gap, zone, shares);
  }
}

/** One row on the only street there is, and green behind it. */
function layHalfBlock(builder: Builder, rng: Prng, area: Area, style: HouseStyle): void {
  const { frame, lengte, diepte } = area;
  const zone = builder.zone('wonen', area.buurt);
  const deep = Math.min(diepte, 30);
  const facing = area.voor ? frame : frame.facing(0, diepte);
  const street = area.voor ?? area.achter ?? area.links ?? area.rechts;
  if (!street) {
    layGreen(builder, rng, area, 'groenvoorziening');
    return;
  }
  layRow(builder, rng, { frame: facing, lengte, diepte: deep, street, zone, style, achterpad: false });
  if (diepte - deep > 0.1) builder.groen(facing.rect(0, deep, lengte, diepte), builder.zone('groen', area.buurt));
}

/** Lawn, shrubs and trees, and a path or a pond where there is room. */
export function layGreen(builder: Builder, rng: Prng, area: Area, functie: string, tree = 11): void {
  const { frame, lengte, diepte } = area;
  const zone = builder.zone('groen', area.buurt);
  for (const [from, to] of stretches(0, lengte, 220)) {
    builder.groen(
      frame.rect(from, 0, to, diepte),
      zone,
      functie,
      rng.pick(['gras- en kruidachtigen', 'heesters', 'bosplantsoen']),
    );
  }
  scatterTrees(builder, rng, frame, lengte, diepte, tree);
}

export function scatterTrees(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  lengte: number,
  diepte: number,
  apart: number,
): void {
  for (let a = apart / 2; a < lengte - 1; a += apart) {
    for (let b = apart / 2; b < diepte - 1; b += apart) {
      if (rng.chance(0.55)) {
        builder.boom(frame.at(Math.min(lengte - 1, a + rng.range(-3, 3)), Math.min(diepte - 1, b + rng.range(-3, 3))));
      }
    }
  }
}

/** How a block of flats is built. */
export interface FlatStyle {
  bouwlagen: readonly [number, number];
  /** Depth and length of the building. */
  diepte: number;
  lengte: readonly [number, number];
  bouwjaar: readonly [number, number];
  /** Metres of front per dwelling. */
  breedte: number;
  naam: string;
}

/** Bars of flats in the green, square to the street, each on its own perceel, with parking along the street. */
export function layFlatsBlock(builder: Builder, rng: Prng, area: Area, style: FlatStyle): void {
  const { frame, lengte, diepte, voor, achter } = area;
  const street = voor ?? achter;
  if (!street) {
    layGreen(builder, rng, area, 'groenvoorziening');
    return;
  }
  const facing = voor ? frame : frame.facing(0, diepte);
  const zone = builder.zone('wonen', area.buurt);
  const green = builder.zone('groen', area.buurt);
  const parking = Math.min(12, diepte * 0.2);
  const along = lengte > diepte * 1.6 && diepte < 60;
  const pitch = along ? Math.min(lengte, style.lengte[1] + 16) : style.diepte + 26;
  const count = Math.max(1, Math.floor(lengte / pitch));
  layParking(builder, rng, facing, lengte, parking, street, area);
  for (let i = 0; i < count; i += 1) {
    const [a0, a1] = [(lengte * i) / count, (lengte * (i + 1)) / count];
    const own = along ? Math.min(a1 - a0 - 8, style.lengte[1]) : style.diepte + 8;
    const [p0, p1] = [a0 + (a1 - a0 - own) / 2, a0 + (a1 - a0 + own) / 2];
    builder.groen(facing.rect(a0, parking, p0, diepte), green);
    builder.groen(facing.rect(p1, parking, a1, diepte), green);
    scatterTrees(builder, rng, facing.shifted(a0 + 1, parking), p0 - a0 - 2, diepte - parking, 9);
    const perceel = builder.perceel(
      facing.rect(p0, parking, p1, diepte),
      zone,
      rng.chance(0.6) ? 'corporatie' : 'particulier',
    );
    const ground = builder.surface(facing.rect(p0, parking, p1, diepte), {
      soort: 'onbegroeidterreindeel',
      voorkomen: 'erf',
    });
    const [b0, b1] = along
      ? [parking + 4, Math.min(diepte - 3, parking + 4 + style.diepte)]
      : [parking + 5, Math.min(diepte - 4, parking + 5 + rng.range(...style.lengte))];
    const [f0, f1] = [p0 + 4, p1 - 4];
    const front = along ? f1 - f0 : b1 - b0;
    if (front < 8) continue;
    const layers = rng.int(...style.bouwlagen);
    const hoogte = Math.round((layers * 2.85 + 1) * 10) / 10;
    const shape: Plek[] =
      !along && rng.chance(0.3)
        ? facing.ring([
            [f0, b0],
            [f1, b0],
            [f1, b0 + front * 0.5],
            [f1 - 1.5, b0 + front * 0.5],
            [f1 - 1.5, b1],
            [f0, b1],
          ])
        : facing.rect(f0, b0, f1, b1);
    const pand = builder.pand(builder.plane.loop(shape), ground, [perceel], {
      bouwjaar: rng.int(...style.bouwjaar),
      hoogte,
      goothoogte: hoogte,
      bouwlagen: layers,
      aard: style.naam,
      woningtype: 'appartement',
    });
    const perLayer = Math.max(1, Math.round(front / style.breedte));
    builder.flats.push(pand);
    for (let k = 0; k < perLayer * layers; k += 1) {
      const at = f0 + ((k % perLayer) / perLayer) * (f1 - f0);
      builder.adres(pand, street, facing.at(at, 0), {
        gebruiksdoelen: ['woonfunctie'],
        oppervlakte: Math.round(((front * style.diepte) / perLayer) * rng.range(0.74, 0.9)),
        woningtype: 'appartement',
        rang: k,
      });
    }
    if (!along && p1 - p0 > 12 && diepte - b1 > 12) {
      const storage = facing.rect(p0 + 1, diepte - 4, p1 - 1, diepte - 1);
      builder.pand(builder.plane.loop(storage), ground, [perceel], {
        bouwjaar: pand.bouwjaar,
        hoogte: 2.7,
        goothoogte: 2.7,
        bouwlagen: 1,
        aard: 'bergingen',
      });
    }
  }
}

/** A public strip along the street with bays for cars; also lets cars in. */
export function layParking(
  builder: Builder,
  rng: Prng,
  facing: Frame,
  lengte: number,
  deep: number,
  street: Street,
  area: Area,
): void {
  const zone = builder.zone('verkeer', area.buurt);
  const mouth = Math.min(6, lengte / 3);
  street.letDrive(facing.at(lengte / 2, 0), mouth);
  for (const [from, to] of stretches(0, lengte, 60)) {
    builder.perceel(facing.rect(from, 0, to, deep), zone, 'gemeente');
    const bay = deep * 0.48;
    builder.surface(facing.rect(from, 0, to, deep - bay), {
      soort: 'wegdeel',
      functie: 'rijbaan lokale weg',
      voorkomen: 'open verharding',
    });
    const end = to - Math.min(3, (to - from) / 4);
    builder.surface(facing.rect(from, deep - bay, end, deep), {
      soort: 'wegdeel',
      functie: 'parkeervlak',
      voorkomen: 'open verharding',
    });
    builder.surface(facing.rect(end, deep - bay, to, deep), {
      soort: 'begroeidterreindeel',
      functie: 'groenvoorziening',
      voorkomen: rng.pick(['heesters', 'bodembedekkers']),
    });
    builder.boom(facing.at((end + to) / 2, deep - bay / 2));
  }
}

/** Rows of lock-up garages, each on a perceel of its own, on both sides of a paved yard. */
export function layGarages(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, voor, achter } = area;
  const street = voor ?? achter;
  if (!street || diepte < 26) {
    layGreen(builder, rng, area, 'groenvoorziening');
    return;
  }
  const facing = voor ? frame : frame.facing(0, diepte);
  const zone = builder.zone('wonen', area.buurt);
  const public_ = builder.zone('verkeer', area.buurt);
  const [rowA, yard, rowB] = [6, 9, 6];
  const year = rng.int(1962, 1985);
  const count = Math.floor(lengte / 3);
  const wide = lengte / count;
  const start = Math.max(2, diepte / 2 - (rowA + yard + rowB) / 2);
  const entry = Math.min(6, lengte / 3);
  // The yard is reached by a drive from the street, between two pieces of green.
  const d0 = lengte / 2 - entry / 2;
  const boxes = (b0: number, b1: number, from: number, to: number) => {
    for (let i = from; i < to; i += 1) {
      const ring = facing.rect(i * wide, b0, (i + 1) * wide, b1);
      const perceel = builder.perceel(ring, zone, 'particulier');
      const ground = builder.surface(ring, { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
      builder.pand(builder.plane.loop(ring), ground, [perceel], {
        bouwjaar: year,
        hoogte: 2.6,
        goothoogte: 2.6,
        bouwlagen: 1,
        aard: 'garagebox',
      });
    }
  };
  const gapFrom = Math.floor(d0 / wide);
  const gapTo = Math.ceil((d0 + entry) / wide);
  boxes(start, start + rowA, 0, gapFrom);
  boxes(start, start + rowA, gapTo, count);
  boxes(start + rowA + yard, start + rowA + yard + rowB, 0, count);
  const road = (ring: Plek[]) => {
    builder.perceel(ring, public_, 'gemeente');
    builder.surface(ring, { soort: 'wegdeel', functie: 'rijbaan lokale weg', voorkomen: 'open verharding' });
  };
  const [g0, g1] = [gapFrom * wide, gapTo * wide];
  road(facing.rect(g0, 0, g1, start + rowA));
  street.letDrive(facing.at((g0 + g1) / 2, 0), Math.min(5, g1 - g0));
  road(facing.rect(0, start + rowA, lengte, start + rowA + yard));
  const green = builder.zone('groen', area.buurt);
  builder.groen(facing.rect(0, 0, g0, start), green, 'groenvoorziening', 'heesters');
  builder.groen(facing.rect(g1, 0, lengte, start), green, 'groenvoorziening', 'heesters');
  const end = start + rowA + yard + rowB;
  if (diepte - end > 0.1) builder.groen(facing.rect(0, end, lengte, diepte), green, 'groenvoorziening', 'bosplantsoen');
}

/** One building with a yard, for everybody: school, church, health centre, neighbourhood shops ... */
export function layInstitution(
  builder: Builder,
  rng: Prng,
  area: Area,
  what: {
    aard: string;
    gebruiksdoelen: readonly Gebruiksdoel[];
    bouwlagen: number;
    hoogte?: number;
    bouwjaar: readonly [number, number];
    /** Share of the plot that is built. */
    dekking?: number;
    eenheden?: number;
    woningen?: number;
    landmark?: { soort: Herkenningspunt['soort']; naam: string };
    eigenaar?: 'gemeente' | 'bedrijf';
  },
): void {
  const { frame, lengte, diepte, voor, achter, links, rechts } = area;
  const street = voor ?? achter ?? links ?? rechts;
  if (!street) {
    layGreen(builder, rng, area, 'groenvoorziening');
    return;
  }
  const facing = voor || !achter ? frame : frame.facing(0, diepte);
  const zone = builder.zone(what.landmark?.soort === 'winkelcentrum' ? 'gemengd' : 'maatschappelijk', area.buurt);
  const parking = diepte > 40 ? 12 : 0;
  if (parking) layParking(builder, rng, facing, lengte, parking, street, area);
  const ring = facing.rect(0, parking, lengte, diepte);
  const perceel: PerceelDraft = builder.perceel(ring, zone, what.eigenaar ?? 'bedrijf');
  const ground: SurfaceDraft = builder.surface(ring, { soort: 'onbegroeidterreindeel', voorkomen: 'open verharding' });
  const share = what.dekking ?? 0.3;
  const room = diepte - parking;
  const deep = Math.min(room - 8, Math.max(12, room * Math.sqrt(share) * 0.9));
  const wide = Math.min(lengte - 8, Math.max(14, (lengte * room * share) / deep));
  const [a0, b0] = [(lengte - wide) / 2, parking + Math.min(6, (room - deep) / 2)];
  const shape = facing.ring(
    what.aard === 'kerk' ? cruciform(a0, b0, wide, deep) : withCourt(a0, b0, wide, deep, rng.range(0.4, 0.6)),
  );
  const hoogte = what.hoogte ?? Math.round(what.bouwlagen * 3.4 * 10) / 10 + 0.6;
  const pand = builder.pand(builder.plane.loop(shape), ground, [perceel], {
    bouwjaar: rng.int(...what.bouwjaar),
    hoogte,
    goothoogte: Math.min(hoogte, what.bouwlagen * 3.4),
    bouwlagen: what.bouwlagen,
    aard: what.aard,
  });
  const units = what.eenheden ?? 1;
  for (let k = 0; k < units; k += 1) {
    builder.adres(pand, street, facing.at(a0 + (wide * (k + 0.5)) / units, 0), {
      gebruiksdoelen: what.gebruiksdoelen,
      oppervlakte: Math.round((wide * deep * 0.75 * (what.woningen ? 1 : what.bouwlagen)) / units),
      rang: k,
    });
  }
  for (let k = 0; k < (what.woningen ?? 0); k += 1) {
    builder.adres(pand, street, facing.at(a0 + (wide * (k + 0.5)) / (what.woningen ?? 1), 0), {
      gebruiksdoelen: ['woonfunctie'],
      oppervlakte: rng.int(55, 95),
      woningtype: 'appartement',
      rang: units + k,
    });
  }
  if (what.landmark) {
    builder.landmarks.push({ ...what.landmark, plek: frame.at(lengte / 2, diepte / 2), buurt: area.buurt, pand });
  }
}
