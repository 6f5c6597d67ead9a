import { scatterTrees } from './blocks.ts';
import { type Area, type Builder, turned } from './builder.ts';
import type { Frame } from './plane.ts';
import type { Prng } from './prng.ts';
import { oval } from './shapes.ts';
import { profiles, type Street, stretches, widthOf } from './street.ts';
import { addStreet } from './streets.ts';

/**
 * Long straight plots with ditches between, farms along the road, and now and then a wood.
 *
 * @param open nothing lies behind: the far ends make the border of the gemeente, which is not straight
 */
export function layPolder(builder: Builder, rng: Prng, given: Area, nameStreet: () => string, open = false): void {
  const area = given.voor || given.achter ? given : turned(given);
  const rows = Math.max(1, Math.ceil(area.diepte / 1350));
  const width = widthOf(profiles.polderweg);
  const each = (area.diepte - (rows - 1) * width) / rows;
  let below = area.voor;
  for (let i = 0; i < rows; i += 1) {
    const b = i * (each + width);
    const above = i === rows - 1 ? area.achter : addStreet(builder, area, profiles.polderweg, b + each, nameStreet());
    layRows(builder, rng, { ...area, frame: area.frame.shifted(0, b), diepte: each, voor: below, achter: above }, open);
    below = above;
  }
}

const canal = 9;

function layRows(builder: Builder, rng: Prng, area: Area, open: boolean): void {
  const { frame, lengte, diepte, voor, achter, buurt } = area;
  if (voor && achter && diepte > 240) {
    const half = diepte / 2;
    layPlots(builder, rng, frame, lengte, half - canal / 2, voor, area);
    layPlots(builder, rng, frame.facing(0, diepte), lengte, half - canal / 2, achter, area);
    const zone = builder.zone('water', buurt);
    for (const [from, to] of stretches(0, lengte, 900)) {
      builder.perceel(frame.rect(from, half - canal / 2, to, half + canal / 2), zone, 'waterschap');
      builder.water(frame.rect(from, half - canal / 2, to, half + canal / 2), 'vaart', buurt, 'Tocht');
    }
  } else if (voor) layPlots(builder, rng, frame, lengte, diepte, voor, area, open);
  else layPlots(builder, rng, frame.facing(0, diepte), lengte, diepte, achter ?? area.links ?? area.rechts, area, open);
}

function layPlots(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  lengte: number,
  diepte: number,
  street: Street | null,
  { buurt }: Area,
  open = false,
): void {
  const [skew, dent] = [rng.range(0.25, 0.75), open ? rng.range(0.06, 0.2) : 0];
  const zone = builder.zone('agrarisch', buurt);
  const wood = builder.zone('natuur', buurt);
  const ditch = 1.5;
  const count = Math.max(1, Math.round(lengte / rng.range(190, 280)));
  const cuts = Array.from({ length: count + 1 }, (_, i) =>
    i === 0 ? 0 : i === count ? lengte : (lengte * (i + rng.range(-0.15, 0.15))) / count,
  );
  // How deep the plots are: bent only where one plot meets the next, so that ditch and plot end on one line.
  const depths = cuts.map(
    (a) => diepte * (1 - dent * (a < skew * lengte ? a / (skew * lengte) : (lengte - a) / ((1 - skew) * lengte))),
  );
  const far = (a: number) => {
    const k = Math.max(
      1,
      cuts.findIndex((cut) => cut >= a),
    );
    const [from, to] = [cuts[k - 1] as number, cuts[k] as number];
    return (depths[k - 1] as number) + (((depths[k] as number) - (depths[k - 1] as number)) * (a - from)) / (to - from);
  };
  const strip = (from: number, to: number, bend?: number) =>
    frame.ring([
      [from, 0],
      [to, 0],
      [to, far(to)],
      ...(bend === undefined ? [] : [[bend, far(bend)] as const]),
      [from, far(from)],
    ]);
  for (let i = 0; i < count; i += 1) {
    const [a0, a1] = [cuts[i] as number, cuts[i + 1] as number];
    const [d0, d1] = [i === 0 ? a0 : a0 + ditch, i === count - 1 ? a1 : a1 - ditch];
    const forest = rng.chance(0.07);
    const farm = street && !forest && a1 - a0 > 130 && diepte > 190 && rng.chance(0.62);
    if (i < count - 1) builder.water(strip(a1 - ditch, a1 + ditch, dent > 0 ? a1 : undefined), 'sloot', buurt);
    const land = (ring: ReturnType<Frame['rect']>) =>
      builder.surface(
        ring,
        forest
          ? { soort: 'begroeidterreindeel', functie: rng.pick(['loofbos', 'gemengd bos']), voorkomen: 'bosplantsoen' }
          : {
              soort: 'begroeidterreindeel',
              ...rng.weighted([
                [{ functie: 'bouwland', voorkomen: 'akkerbouw' }, 5],
                [{ functie: 'grasland agrarisch', voorkomen: 'gras- en kruidachtigen' }, 3],
                [{ functie: 'bouwland', voorkomen: 'bollenteelt' }, 1],
                [{ functie: 'fruitteelt', voorkomen: 'laagstam boomgaard' }, 1],
              ]),
              bronhouder: 'landbouw',
            },
      );
    if (!farm) {
      builder.perceel(strip(a0, a1), forest ? wood : zone, forest ? 'rijk' : 'particulier');
      land(strip(d0, d1));
      if (street && !forest) street.letDrive(frame.at((a0 + a1) / 2, 0), 5);
      continue;
    }
    const [wide, deep] = [rng.range(80, 115), rng.range(95, 150)];
    builder.perceel(
      frame.ring([
        [a0 + wide, 0],
        [a1, 0],
        [a1, far(a1)],
        [a0, far(a0)],
        [a0, deep],
        [a0 + wide, deep],
      ]),
      zone,
      'particulier',
    );
    land(
      frame.ring([
        [a0 + wide, 0],
        [d1, 0],
        [d1, far(d1)],
        [d0, far(d0)],
        [d0, deep],
        [a0 + wide, deep],
      ]),
    );
    layFarm(builder, rng, frame, [a0, d0, a0 + wide], deep, street, zone);
  }
}

function layFarm(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  [a0, d0, a1]: readonly [number, number, number],
  deep: number,
  street: Street,
  zone: number,
): void {
  const perceel = builder.perceel(frame.rect(a0, 0, a1, deep), zone, 'particulier');
  const yard = builder.surface(frame.rect(d0, 0, a1, deep), { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
  street.letDrive(frame.at((a0 + a1) / 2, 0), 5);
  const year = rng.int(1950, 1998);
  const f = frame.shifted(d0, 0);
  const wide = a1 - d0;
  const house = f.ring([
    [14, 16],
    [26, 16],
    [26, 20],
    [29, 20],
    [29, 28],
    [14, 28],
  ]);
  const pand = builder.pand(builder.plane.loop(house), yard, [perceel], {
    bouwjaar: year,
    hoogte: 9,
    goothoogte: 3.4,
    bouwlagen: 2,
    aard: 'boerderij',
    woningtype: 'vrijstaand',
  });
  builder.adres(pand, street, f.at(20, 0), {
    gebruiksdoelen: ['woonfunctie'],
    oppervlakte: rng.int(150, 260),
    woningtype: 'vrijstaand',
  });
  const barns = rng.int(1, 3);
  let b = 38;
  for (let k = 0; k < barns && b < deep - 30; k += 1) {
    const [w, d] = [rng.range(18, Math.min(46, wide - 42)), rng.range(16, 26)];
    const barn = builder.pand(builder.plane.loop(f.rect(12, b, 12 + w, b + d)), yard, [perceel], {
      bouwjaar: Math.min(2022, year + rng.int(0, 40)),
      hoogte: 8.5,
      goothoogte: 4.5,
      bouwlagen: 1,
      aard: 'stal of schuur',
    });
    if (k === 0) {
      builder.adres(barn, street, f.at(40, 0), {
        gebruiksdoelen: ['industriefunctie'],
        oppervlakte: Math.round(w * d),
        boven: true,
      });
    }
    b += d + 6;
  }
  if (rng.chance(0.3)) {
    const silo = builder.plane.loop(f.rect(wide - 16, 40, wide - 8, 48));
    builder.pand(silo, yard, [perceel], { bouwjaar: year + 5, hoogte: 11, goothoogte: 11, bouwlagen: 1, aard: 'silo' });
  }
  if (wide > 92 && deep > 110 && !builder.landmarks.some((landmark) => landmark.soort === 'molen')) {
    const mill = builder.pand(oval(builder, f, wide - 20, 78, 5, 5), yard, [perceel], {
      bouwjaar: 1781,
      hoogte: 19,
      goothoogte: 12,
      bouwlagen: 5,
      aard: 'molen',
    });
    builder.landmarks.push({
      soort: 'molen',
      naam: 'De Waardmolen',
      plek: f.at(wide - 20, 78),
      buurt: perceel.buurt,
      pand: mill,
    });
  }
  builder.landmarks.push({ soort: 'boerderij', naam: 'Boerderij', plek: f.at(20, 20), buurt: perceel.buurt, pand });
  for (let a = 4; a < wide; a += 8) builder.boom(f.at(a, deep - 4));
  for (let d = 8; d < deep - 6; d += 8) {
    builder.boom(f.at(4, d));
    builder.boom(f.at(wide - 4, d));
  }
}

/** A lake with a wooded shore. */
export function layLake(builder: Builder, rng: Prng, { frame, lengte, diepte, buurt }: Area, naam: string): void {
  const ring = frame.rect(0, 0, lengte, diepte);
  const zone = builder.zone('natuur', buurt);
  const shore = Math.min(60, lengte * 0.16, diepte * 0.16);
  const inner = frame.ring([
    [shore, shore * 1.8],
    [lengte * 0.4, shore],
    [lengte - shore * 1.4, shore * 1.2],
    [lengte - shore, diepte * 0.6],
    [lengte * 0.7, diepte - shore],
    [lengte * 0.3, diepte - shore * 1.5],
    [shore * 1.3, diepte - shore * 2],
  ]);
  const [outer, shoreline] = [builder.plane.loop(ring), builder.plane.loop(inner)];
  builder.percelen.push({ loop: outer, eigenaar: 'rijk', openbaar: true, zone, buurt });
  const wood = builder.surface(ring, { soort: 'begroeidterreindeel', functie: 'loofbos', voorkomen: 'bosplantsoen' });
  wood.minus.push(shoreline);
  const lake = builder.surface(null, {
    soort: 'waterdeel',
    functie: 'watervlakte',
    voorkomen: 'meer, plas, ven, vijver',
    bronhouder: 'waterschap',
    naam,
  });
  lake.plus.push(shoreline);
  lake.water = { soort: 'plas', buurt };
  scatterTrees(builder, rng, frame, lengte, shore, 14);
}
