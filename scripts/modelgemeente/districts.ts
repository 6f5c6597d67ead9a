import { layGreen, layInstitution, scatterTrees } from './blocks.ts';
import { type Area, type Builder, type SurfaceDraft, turned } from './builder.ts';
import { addCrossing, addStreet } from './living.ts';
import type { Frame } from './plane.ts';
import type { Prng } from './prng.ts';
import { type Profile, profiles, type Street, stretches, widthOf } from './street.ts';
import type { Loop } from './topology.ts';
import type { Gebruiksdoel } from './town.ts';

type NameStreet = (einde?: string) => string;

/** Cuts an area into bands along its depth with streets between, and each band into blocks. */
function* blocksOf(
  builder: Builder,
  rng: Prng,
  area: Area,
  deep: number,
  length: number,
  street: () => Profile,
  crossing: () => Profile,
  nameStreet: NameStreet,
): Iterable<{ block: Area; row: number; rows: number; column: number; columns: number }> {
  const first = street();
  const sw = widthOf(first);
  const rows = Math.max(1, Math.round((area.diepte + sw) / (deep + sw)));
  const profilesOf = Array.from({ length: rows - 1 }, (_, i) => (i === 0 ? first : street()));
  const taken = profilesOf.reduce((sum, profile) => sum + widthOf(profile), 0);
  const each = (area.diepte - taken) / rows;
  const streets: (Street | null)[] = [area.voor];
  const starts: number[] = [0];
  let b = each;
  for (const profile of profilesOf) {
    streets.push(addStreet(builder, area, profile, b, nameStreet(profile.klasse === 'gracht' ? 'gracht' : undefined)));
    b += widthOf(profile);
    starts.push(b);
    b += each;
  }
  streets.push(area.achter);
  for (let row = 0; row < rows; row += 1) {
    const columns = Math.max(1, Math.round(area.lengte / length));
    let from = 0;
    let left = area.links;
    for (let column = 0; column < columns; column += 1) {
      const last = column === columns - 1;
      const profile = crossing();
      const ideal = (area.lengte * (column + 1)) / columns;
      const to = last ? area.lengte : ideal + rng.range(-0.12, 0.12) * length - widthOf(profile) / 2;
      const start = starts[row] as number;
      const right = last
        ? area.rechts
        : addCrossing(
            builder,
            area,
            profile,
            to,
            start,
            start + each,
            streets[row] ?? null,
            streets[row + 1] ?? null,
            () => '',
          );
      yield {
        block: {
          ...area,
          frame: area.frame.shifted(from, start),
          lengte: to - from,
          diepte: each,
          voor: streets[row] ?? null,
          achter: streets[row + 1] ?? null,
          links: left,
          rechts: right,
        },
        row,
        rows,
        column,
        columns,
      };
      from = to + widthOf(profile);
      left = right;
    }
  }
}

/** The old town: shops and dwellings above them on narrow plots, canals, and in the middle the market. */
export function layCentre(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet, main: boolean): void {
  const streets = [profiles.gracht, profiles.winkelstraat, profiles.smal, profiles.gracht, profiles.winkelstraat];
  let used = main ? 0 : 1;
  const street = () => streets[used++ % streets.length] as Profile;
  let market = !main;
  for (const { block, row, rows, column } of blocksOf(
    builder,
    rng,
    area,
    44,
    95,
    street,
    () => rng.pick([profiles.smal, profiles.winkelstraat]),
    nameStreet,
  )) {
    if (!market && row === Math.floor(rows / 2)) {
      market = true;
      layMarket(builder, block);
    } else if (main && row === Math.floor(rows / 2) && column === 1) {
      layInstitution(builder, rng, block, {
        aard: 'kerk',
        gebruiksdoelen: ['bijeenkomstfunctie'],
        bouwlagen: 1,
        hoogte: 62,
        bouwjaar: [1648, 1672],
        dekking: 0.4,
        landmark: { soort: 'kerk', naam: 'Grote Kerk' },
      });
    } else if (main && row === Math.max(0, Math.floor(rows / 2) - 1) && column === 0) {
      layInstitution(builder, rng, block, {
        aard: 'gemeentehuis',
        gebruiksdoelen: ['kantoorfunctie', 'bijeenkomstfunctie'],
        bouwlagen: 4,
        bouwjaar: [1986, 1994],
        dekking: 0.55,
        eigenaar: 'gemeente',
        landmark: { soort: 'gemeentehuis', naam: 'Gemeentehuis' },
      });
    } else layShopBlock(builder, rng, block);
  }
}

function layMarket(builder: Builder, { frame, lengte, diepte, buurt }: Area): void {
  const ring = frame.rect(0, 0, lengte, diepte);
  const zone = builder.zone('verkeer', buurt);
  builder.perceel(ring, zone, 'gemeente');
  const square = builder.surface(ring, {
    soort: 'wegdeel',
    functie: 'voetgangersgebied',
    voorkomen: 'open verharding',
  });
  for (let a = 6; a < lengte; a += 9) for (const b of [3, diepte - 3]) builder.boom(frame.at(a, b));
  for (let a = 14; a < lengte; a += 22) builder.lichtmast(frame.at(a, diepte / 2));
  builder.landmarks.push({ soort: 'markt', naam: 'Markt', plek: frame.at(lengte / 2, diepte / 2), buurt });
  const perceel = builder.percelen[builder.percelen.length - 1];
  if (perceel) {
    const kiosk = builder.plane.loop(frame.rect(lengte * 0.2, diepte * 0.4, lengte * 0.2 + 4, diepte * 0.4 + 4));
    builder.pand(kiosk, square, [perceel], {
      bouwjaar: 1912,
      hoogte: 4.5,
      goothoogte: 3.2,
      bouwlagen: 1,
      aard: 'kiosk',
    });
  }
}

/** Closed block: narrow buildings up to the street, shops below, dwellings above, yards and sheds behind. */
function layShopBlock(builder: Builder, rng: Prng, { frame, lengte, diepte, voor, achter, buurt }: Area): void {
  const zone = builder.zone('centrum', buurt);
  const half = diepte * rng.range(0.45, 0.55);
  for (const [facing, deep, street] of [
    [frame, half, voor],
    [frame.facing(0, diepte), diepte - half, achter],
  ] as const) {
    if (!street) continue;
    let s = 0;
    let erf = builder.surface(null, { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
    while (s < lengte - 0.01) {
      const wish = rng.weighted<number>([
        [5.2, 4],
        [6.5, 5],
        [8, 3],
        [11, 1],
        [16, 0.5],
      ]);
      const end = lengte - s < wish * 1.6 ? lengte : s + wish;
      if (rng.chance(0.2)) erf = builder.surface(null, { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
      layShop(builder, rng, facing, s, end, deep, street, zone, erf);
      s = end;
    }
  }
}

function layShop(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  s0: number,
  s1: number,
  deep: number,
  street: Street,
  zone: number,
  erf: SurfaceDraft,
): void {
  const ring = frame.rect(s0, 0, s1, deep);
  erf.plus.push(builder.plane.loop(ring));
  const perceel = builder.perceel(ring, zone, rng.chance(0.4) ? 'bedrijf' : 'particulier');
  const main = Math.min(deep - 3, rng.range(9, 13));
  const full = rng.chance(0.3);
  const back = full ? deep : Math.min(deep - 2, main + rng.range(2, 7));
  const cut = s0 + (s1 - s0) * rng.range(0.4, 0.65);
  const shape = full
    ? ring
    : frame.ring([
        [s0, 0],
        [s1, 0],
        [s1, main],
        [cut, main],
        [cut, back],
        [s0, back],
      ]);
  const layers = rng.int(2, 4);
  const goot = Math.round(layers * 31) / 10;
  const bouwjaar = rng.weighted<number>([
    [rng.int(1640, 1800), 3],
    [rng.int(1860, 1935), 6],
    [rng.int(1955, 2018), 3],
  ]);
  const pand = builder.pand(builder.plane.loop(shape), erf, [perceel], {
    bouwjaar,
    hoogte: goot + 3.2,
    goothoogte: goot,
    bouwlagen: layers,
    aard: 'winkel-woonpand',
  });
  const at = frame.at((s0 + s1) / 2, 0);
  const ground: readonly Gebruiksdoel[] = rng.weighted<readonly Gebruiksdoel[]>([
    [['winkelfunctie'], 46],
    [['bijeenkomstfunctie'], 20],
    [['kantoorfunctie'], 9],
    [['gezondheidszorgfunctie'], 3],
    [['logiesfunctie'], 2],
    [['woonfunctie'], 20],
  ]);
  const homes = ground[0] === 'woonfunctie';
  builder.adres(pand, street, at, {
    gebruiksdoelen: ground,
    oppervlakte: Math.round((s1 - s0) * (homes ? main : back) * 0.85),
    ...(homes ? { woningtype: 'appartement' as const } : {}),
  });
  const above = Math.max(0, layers - 1 - (rng.chance(0.25) ? 1 : 0)) * (s1 - s0 > 9 ? 2 : 1);
  for (let i = 0; i < above; i += 1) {
    builder.adres(pand, street, at, {
      gebruiksdoelen: ['woonfunctie'],
      oppervlakte: rng.int(48, 96),
      woningtype: 'appartement',
      boven: true,
    });
  }
  if (!full && deep - back > 4 && rng.chance(0.35)) {
    const shed = builder.plane.loop(frame.rect(s0, deep - 2.5, s0 + Math.min(3, s1 - s0 - 1), deep));
    builder.pand(shed, erf, [perceel], {
      bouwjaar: Math.max(1900, bouwjaar),
      hoogte: 2.7,
      goothoogte: 2.4,
      bouwlagen: 1,
      aard: 'schuur',
    });
  }
}

/** Halls and yards on wide plots; now and then a building shared by small firms. */
export function layBusiness(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet, heavy = false): void {
  for (const { block, row, rows, column } of blocksOf(
    builder,
    rng,
    area,
    heavy ? 140 : 116,
    210,
    () => profiles.industrie,
    () => profiles.industrie,
    nameStreet,
  )) {
    if (column === 0 && row === rows - 1 && block.lengte > 60) {
      layInstitution(
        builder,
        rng,
        { ...block, lengte: 46, rechts: null },
        {
          aard: 'tankstation',
          gebruiksdoelen: ['winkelfunctie'],
          bouwlagen: 1,
          hoogte: 5,
          bouwjaar: [1985, 2016],
          dekking: 0.12,
          landmark: { soort: 'tankstation', naam: `Tankstation ${block.buurt.naam}` },
        },
      );
      layHalls(
        builder,
        rng,
        { ...block, frame: block.frame.shifted(46, 0), lengte: block.lengte - 46, links: null },
        heavy,
      );
    } else layHalls(builder, rng, block, heavy);
  }
}

export function layHalls(
  builder: Builder,
  rng: Prng,
  { frame, lengte, diepte, voor, achter, buurt }: Area,
  heavy: boolean,
): void {
  const zone = builder.zone(heavy ? 'haven' : 'bedrijf', buurt);
  const both = voor && achter;
  for (const [facing, deep, street] of [
    [frame, both ? diepte / 2 : diepte, voor],
    [frame.facing(0, diepte), both ? diepte / 2 : diepte, achter],
  ] as const) {
    if (!street) continue;
    let s = 0;
    while (s < lengte - 0.01) {
      const wish = rng.range(heavy ? 50 : 24, heavy ? 100 : 64);
      const end = lengte - s < wish * 1.5 ? lengte : s + wish;
      layHall(builder, rng, facing, s, end, deep, street, zone);
      s = end;
    }
  }
}

function layHall(
  builder: Builder,
  rng: Prng,
  frame: Frame,
  s0: number,
  s1: number,
  deep: number,
  street: Street,
  zone: number,
): void {
  const ring = frame.rect(s0, 0, s1, deep);
  const perceel = builder.perceel(ring, zone, 'bedrijf');
  const yard = builder.surface(ring, {
    soort: 'onbegroeidterreindeel',
    voorkomen: rng.pick(['gesloten verharding', 'open verharding', 'erf']),
  });
  street.letDrive(frame.at(s0 + Math.min(8, (s1 - s0) / 2), 0), 6);
  if (rng.chance(0.06)) return;
  const [a0, a1] = [s0 + rng.range(2, 8), s1 - rng.range(2, 6)];
  const front = rng.range(6, 14);
  const back = Math.min(deep - 3, front + (deep - front) * rng.range(0.55, 0.92));
  const office = Math.min(9, (back - front) / 3);
  const notch = a0 + (a1 - a0) * rng.range(0.3, 0.6);
  const shape = frame.ring([
    [a0, front],
    [notch, front],
    [notch, front + office],
    [a1, front + office],
    [a1, back],
    [a0, back],
  ]);
  const hoogte = rng.range(6, 12);
  const shared = rng.chance(0.16);
  const units = shared ? rng.int(4, 12) : rng.int(1, 2);
  const pand = builder.pand(builder.plane.loop(shape), yard, [perceel], {
    bouwjaar: rng.int(1964, 2021),
    hoogte: Math.round(hoogte * 10) / 10,
    goothoogte: Math.round(hoogte * 10) / 10,
    bouwlagen: hoogte > 9 ? 2 : 1,
    aard: shared ? 'bedrijfsverzamelgebouw' : 'bedrijfshal',
  });
  for (let k = 0; k < units; k += 1) {
    builder.adres(pand, street, frame.at(a0 + ((a1 - a0) * (k + 0.5)) / units, 0), {
      gebruiksdoelen: rng.weighted<readonly Gebruiksdoel[]>([
        [['industriefunctie'], 6],
        [['industriefunctie', 'kantoorfunctie'], 3],
        [['kantoorfunctie'], 1.5],
        [['winkelfunctie'], 0.7],
        [['sportfunctie'], 0.3],
      ]),
      oppervlakte: Math.round(((a1 - a0) * (back - front) * 0.9) / units),
      rang: k,
    });
  }
  if (rng.chance(0.06)) {
    builder.adres(pand, street, frame.at(a1 - 1, 0), {
      gebruiksdoelen: ['woonfunctie'],
      oppervlakte: rng.int(90, 150),
      woningtype: 'appartement',
      rang: 99,
    });
  }
}

/** A basin off the canal with quays, and heavy industry around it.. */
export function layHarbour(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const { from, to } = harbourMouth(diepte);
  const basin = lengte * 0.78;
  const quay = 14;
  const zone = builder.zone('water', buurt);
  for (const [a0, a1] of stretches(0, basin, 400)) builder.perceel(frame.rect(a0, from, a1, to), zone, 'gemeente');
  builder.water(frame.rect(0, from, basin, to), 'haven', buurt, 'Binnenhaven');
  builder.landmarks.push({
    soort: 'haven',
    naam: 'Binnenhaven',
    plek: frame.at(basin / 2, (from + to) / 2),
    buurt,
    gebied: true,
  });
  const low = { ...area, diepte: from, achter: null };
  const high = { ...area, frame: frame.shifted(0, to), diepte: diepte - to, voor: null };
  const paved = (part: Area, b0: number, b1: number) => {
    builder.perceel(frame.rect(0, b0, basin, b1), builder.zone('haven', part.buurt), 'gemeente');
    builder.surface(frame.rect(0, b0, basin, b1), { soort: 'onbegroeidterreindeel', voorkomen: 'gesloten verharding' });
  };
  paved(low, from - quay, from);
  paved(high, to, to + quay);
  layHalls(builder, rng, { ...low, lengte: basin, diepte: from - quay }, true);
  layHalls(
    builder,
    rng,
    { ...high, frame: frame.shifted(0, to + quay), lengte: basin, diepte: diepte - to - quay },
    true,
  );
  const end = turned({ ...area, frame: frame.shifted(basin, 0), lengte: lengte - basin, links: null });
  if (end.achter) layHalls(builder, rng, end, true);
  else layGreen(builder, rng, end, 'groenvoorziening');
}

/** Where the water of the harbour meets its left side. */
export function harbourMouth(diepte: number): { from: number; to: number } {
  return { from: diepte * 0.5 - 22, to: diepte * 0.5 + 22 };
}

/** Station square, buses, offices and a hotel; the platforms lie in the railway itself. */
export function layStation(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet): void {
  const { frame, lengte, diepte, buurt, achter } = area;
  const square = Math.min(70, diepte * 0.35);
  const zone = builder.zone('verkeer', buurt);
  const ring = frame.rect(0, diepte - square, lengte, diepte);
  const perceel = builder.perceel(ring, zone, 'gemeente');
  const plein = builder.surface(ring, { soort: 'wegdeel', functie: 'voetgangersgebied', voorkomen: 'open verharding' });
  const [a0, a1] = [lengte * 0.3, lengte * 0.7];
  const pand = builder.pand(builder.plane.loop(frame.rect(a0, diepte - 20, a1, diepte - 4)), plein, [perceel], {
    bouwjaar: 1885,
    hoogte: 12,
    goothoogte: 9,
    bouwlagen: 2,
    aard: 'station',
  });
  const street = achter ?? area.voor;
  if (street) {
    for (let k = 0; k < 4; k += 1) {
      builder.adres(pand, street, frame.at(a0 + ((a1 - a0) * k) / 4, diepte), {
        gebruiksdoelen: k === 0 ? ['overige gebruiksfunctie'] : ['winkelfunctie'],
        oppervlakte: k === 0 ? 600 : 90,
        rang: k,
      });
    }
  }
  for (let a = 8; a < lengte; a += 12) builder.boom(frame.at(a, diepte - square + 5));
  builder.landmarks.push({ soort: 'station', naam: 'Station', plek: frame.at(lengte / 2, diepte - 12), buurt, pand });
  const rest = { ...area, diepte: diepte - square, achter: null };
  for (const { block, row, column } of blocksOf(
    builder,
    rng,
    rest,
    62,
    90,
    () => profiles.breed,
    () => profiles.dwars,
    nameStreet,
  )) {
    const hotel = row === 0 && column === 0;
    layInstitution(builder, rng, block, {
      aard: hotel ? 'hotel' : 'kantoorgebouw',
      gebruiksdoelen: hotel ? ['logiesfunctie'] : ['kantoorfunctie'],
      bouwlagen: rng.int(4, 9),
      bouwjaar: [1978, 2022],
      dekking: 0.5,
      eenheden: hotel ? 1 : rng.int(3, 9),
      woningen: hotel ? 0 : rng.pick([0, 24, 40]),
    });
  }
}

/** Lawns, woods, paths and a pond; also the shape of a cemetery and of sports fields. */
export function layPark(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const zone = builder.zone('groen', buurt);
  const water = builder.zone('water', buurt);
  const path = 3;
  const columns = stretches(0, lengte, 120);
  const rows = stretches(0, diepte, 110);
  const pond = [Math.floor(columns.length / 2), Math.floor(rows.length / 2)];
  columns.forEach(([a0, a1], i) => {
    rows.forEach(([b0, b1], j) => {
      const [a2, b2] = [i === columns.length - 1 ? a1 : a1 - path, j === rows.length - 1 ? b1 : b1 - path];
      const part = frame.rect(a0, b0, a2, b2);
      builder.perceel(frame.rect(a0, b0, a1, b1), i === pond[0] && j === pond[1] ? water : zone, 'gemeente');
      const walk = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'half verhard' };
      if (a2 < a1) builder.surface(frame.rect(a2, b0, a1, b1), walk);
      if (b2 < b1) builder.surface(frame.rect(a0, b2, a2, b1), walk);
      if (i === pond[0] && j === pond[1]) {
        const shore = builder.surface(part, {
          soort: 'begroeidterreindeel',
          functie: 'groenvoorziening',
          voorkomen: 'gras- en kruidachtigen',
        });
        const loop = oval(builder, frame, (a0 + a2) / 2, (b0 + b2) / 2, (a2 - a0) * 0.4, (b2 - b0) * 0.38);
        shore.minus.push(loop);
        const draft = builder.surface(null, {
          soort: 'waterdeel',
          functie: 'watervlakte',
          voorkomen: 'meer, plas, ven, vijver',
          bronhouder: 'waterschap',
          naam: 'Parkvijver',
        });
        draft.plus.push(loop);
        draft.water = { soort: 'vijver', buurt };
      } else {
        const wood = rng.chance(0.4);
        builder.surface(part, {
          soort: 'begroeidterreindeel',
          functie: wood ? 'loofbos' : 'groenvoorziening',
          voorkomen: wood ? 'bosplantsoen' : 'gras- en kruidachtigen',
        });
        scatterTrees(builder, rng, frame.shifted(a0, b0), a2 - a0, b2 - b0, wood ? 12 : 24);
      }
    });
  });
  builder.landmarks.push({
    soort: 'park',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}

/** A quarter of a circle in four steps, in numbers that need no sine. */
const quarter = [
  [1, 0],
  [0.924, 0.383],
  [0.71, 0.71],
  [0.383, 0.924],
] as const;

/** An oval of sixteen corners, as vertices. */
export function oval(builder: Builder, frame: Frame, a: number, b: number, ra: number, rb: number): Loop {
  const points = [
    ...quarter.map(([x, y]) => [x, y] as const),
    ...quarter.map(([x, y]) => [-y, x] as const),
    ...quarter.map(([x, y]) => [-x, -y] as const),
    ...quarter.map(([x, y]) => [y, -x] as const),
  ];
  return builder.plane.groundLoop(points.map(([x, y]) => builder.plane.ground(...frame.at(a + x * ra, b + y * rb))));
}

export function laySports(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const zone = builder.zone('sport', buurt);
  const head = Math.min(60, diepte * 0.3);
  layInstitution(
    builder,
    rng,
    { ...area, lengte: Math.min(lengte, 140), diepte: head, achter: null, rechts: null },
    {
      aard: 'clubgebouw',
      gebruiksdoelen: ['sportfunctie', 'bijeenkomstfunctie'],
      bouwlagen: 1,
      bouwjaar: [1970, 2015],
      dekking: 0.2,
      eigenaar: 'gemeente',
      eenheden: 2,
    },
  );
  if (lengte > 140.1) builder.groen(frame.rect(140, 0, lengte, head), zone);
  const columns = stretches(0, lengte, 84);
  const rows = stretches(head, diepte, 124);
  for (const [a0, a1] of columns) {
    for (const [b0, b1] of rows) {
      builder.perceel(frame.rect(a0, b0, a1, b1), zone, 'gemeente');
      const edge = builder.surface(frame.rect(a0, b0, a1, b1), {
        soort: 'begroeidterreindeel',
        functie: 'groenvoorziening',
        voorkomen: 'heesters',
      });
      const field = frame.rect(a0 + 6, b0 + 6, a1 - 6, b1 - 6);
      edge.minus.push(builder.plane.loop(field));
      const synthetic = rng.chance(0.35);
      builder.surface(
        field,
        synthetic
          ? { soort: 'onbegroeidterreindeel', voorkomen: 'half verhard' }
          : { soort: 'begroeidterreindeel', functie: 'grasland overig', voorkomen: 'gras- en kruidachtigen' },
      );
    }
  }
  builder.landmarks.push({
    soort: 'sportpark',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}

export function layCemetery(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const head = Math.min(44, diepte * 0.3);
  layInstitution(
    builder,
    rng,
    { ...area, diepte: head, achter: null },
    {
      aard: 'aula',
      gebruiksdoelen: ['bijeenkomstfunctie'],
      bouwlagen: 1,
      bouwjaar: [1928, 1968],
      dekking: 0.1,
      eigenaar: 'gemeente',
    },
  );
  const zone = builder.zone('maatschappelijk', buurt);
  for (const [a0, a1] of stretches(0, lengte, 46)) {
    for (const [b0, b1] of stretches(head, diepte, 40)) {
      builder.perceel(frame.rect(a0, b0, a1, b1), zone, 'gemeente');
      const [a2, b2] = [a1 < lengte - 0.1 ? a1 - 2.5 : a1, b1 < diepte - 0.1 ? b1 - 2.5 : b1];
      const walk = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'half verhard' };
      if (a2 < a1) builder.surface(frame.rect(a2, b0, a1, b1), walk);
      if (b2 < b1) builder.surface(frame.rect(a0, b2, a2, b1), walk);
      builder.surface(frame.rect(a0, b0, a2, b2), {
        soort: 'begroeidterreindeel',
        functie: 'groenvoorziening',
        voorkomen: rng.pick(['gras- en kruidachtigen', 'heesters']),
      });
      scatterTrees(builder, rng, frame.shifted(a0, b0), a2 - a0, b2 - b0, 13);
    }
  }
  builder.landmarks.push({
    soort: 'begraafplaats',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}

export function layHospital(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const own = Math.min(lengte * 0.6, 260);
  layInstitution(
    builder,
    rng,
    { ...area, lengte: own, rechts: null },
    {
      aard: 'ziekenhuis',
      gebruiksdoelen: ['gezondheidszorgfunctie'],
      bouwlagen: 6,
      bouwjaar: [1974, 1986],
      dekking: 0.34,
      landmark: { soort: 'ziekenhuis', naam: `Ziekenhuis ${buurt.naam}` },
    },
  );
  const rest = { ...area, frame: frame.shifted(own, 0), lengte: lengte - own, links: null };
  layInstitution(
    builder,
    rng,
    { ...rest, diepte: diepte / 2, achter: null },
    {
      aard: 'scholengemeenschap',
      gebruiksdoelen: ['onderwijsfunctie'],
      bouwlagen: 3,
      bouwjaar: [1968, 2012],
      landmark: { soort: 'school', naam: 'Markerwaard College' },
    },
  );
  layInstitution(
    builder,
    rng,
    { ...rest, frame: rest.frame.shifted(0, diepte / 2), diepte: diepte / 2, voor: null },
    {
      aard: 'verpleeghuis',
      gebruiksdoelen: ['gezondheidszorgfunctie'],
      bouwlagen: 5,
      bouwjaar: [1980, 2015],
      woningen: 110,
    },
  );
}

/** Many small gardens with a shed on each. */
export function layAllotments(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet): void {
  laySmallPlots(builder, rng, area, nameStreet, {
    deep: 38,
    length: 170,
    breedte: 12,
    street: profiles.tuinpad,
    bestemming: 'recreatie',
    aard: 'tuinhuisje',
    landmark: 'volkstuinen',
  });
}

/** Holiday homes on small plots along narrow lanes. */
export function layHolidayPark(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet): void {
  laySmallPlots(builder, rng, area, nameStreet, {
    deep: 40,
    length: 150,
    breedte: 15,
    street: profiles.laantje,
    bestemming: 'recreatie',
    aard: 'recreatiewoning',
    landmark: 'recreatiepark',
  });
}

function laySmallPlots(
  builder: Builder,
  rng: Prng,
  area: Area,
  nameStreet: NameStreet,
  how: {
    deep: number;
    length: number;
    breedte: number;
    street: Profile;
    bestemming: 'recreatie';
    aard: string;
    landmark: 'volkstuinen' | 'recreatiepark';
  },
): void {
  const zone = builder.zone(how.bestemming, area.buurt);
  const cabins = how.landmark === 'recreatiepark';
  for (const { block, column, row } of blocksOf(
    builder,
    rng,
    area,
    how.deep,
    how.length,
    () => how.street,
    () => how.street,
    nameStreet,
  )) {
    const { frame, lengte, diepte, voor, achter } = block;
    if (cabins && row === 1 && column === 0) {
      layInstitution(builder, rng, block, {
        aard: 'receptie en zwembad',
        gebruiksdoelen: ['bijeenkomstfunctie', 'sportfunctie'],
        bouwlagen: 1,
        bouwjaar: [1988, 2005],
        dekking: 0.3,
      });
      continue;
    }
    for (const [facing, street] of [
      [frame, voor],
      [frame.facing(0, diepte), achter],
    ] as const) {
      for (const [s0, s1] of stretches(0, lengte, how.breedte)) {
        const ring = facing.rect(s0, 0, s1, diepte / 2);
        const perceel = builder.perceel(ring, zone, cabins ? 'particulier' : 'gemeente');
        perceel.openbaar = false;
        const ground = builder.surface(
          ring,
          cabins
            ? { soort: 'onbegroeidterreindeel', voorkomen: 'erf' }
            : { soort: 'begroeidterreindeel', functie: 'groenvoorziening', voorkomen: 'planten' },
        );
        if (!rng.chance(0.92)) continue;
        const [w, d] = cabins ? [rng.range(6, 8.5), rng.range(7, 9.5)] : [rng.range(2.5, 4), rng.range(3, 5)];
        const a = s0 + (s1 - s0 - w) * rng.range(0.25, 0.75);
        const b = rng.range(3, diepte / 2 - d - 3);
        const pand = builder.pand(builder.plane.loop(facing.rect(a, b, a + w, b + d)), ground, [perceel], {
          bouwjaar: rng.int(1972, 2019),
          hoogte: cabins ? 4.8 : 2.6,
          goothoogte: cabins ? 2.9 : 2.2,
          bouwlagen: 1,
          aard: how.aard,
        });
        if (cabins && street) {
          builder.adres(pand, street, facing.at((s0 + s1) / 2, 0), {
            gebruiksdoelen: ['logiesfunctie'],
            oppervlakte: Math.round(w * d * 0.9),
          });
        }
      }
    }
  }
  builder.landmarks.push({
    soort: how.landmark,
    naam: area.buurt.naam,
    plek: area.frame.at(area.lengte / 2, area.diepte / 2),
    buurt: area.buurt,
    gebied: true,
  });
}
