import { type FlatStyle, layFlatsBlock, layGarages, layGreen, layInstitution, layRowsBlock } from './blocks.ts';
import { type Area, type Builder, turned } from './builder.ts';
import type { Prng } from './prng.ts';
import type { HouseStyle } from './rows.ts';
import { type Profile, profiles, Street, widthOf } from './street.ts';
import type { Karakter } from './town.ts';

type Blok = 'rijen' | '2kap' | 'vrij' | 'flats' | 'groen' | 'garages' | 'school' | 'winkels' | 'kerk' | 'zorg';

/** What a neighbourhood of houses is made of. */
export interface LivingStyle {
  streets: readonly Profile[];
  crossings: readonly Profile[];
  /** Depth of a block and its length along the street, in metres. */
  diepte: number;
  lengte: readonly [number, number];
  blocks: readonly (readonly [Blok, number])[];
  rijen: HouseStyle;
  kap: HouseStyle;
  vrij: HouseStyle;
  flats: FlatStyle;
}

const rijen: HouseStyle = {
  breedte: [5.3, 6.2],
  reeks: [4, 8],
  voortuin: [3.5, 5.5],
  huisdiepte: [8.4, 10],
  bouwlagen: [2, 2],
  bouwjaar: [1960, 1975],
  aanbouw: 0.32,
  schuur: 0.8,
  garage: 0.2,
  erker: 0.06,
  boven: 0,
  zijtuin: [1.5, 4],
  naam: 'rijtjeshuis',
};
const kap: HouseStyle = {
  ...rijen,
  breedte: [9, 11.5],
  reeks: [2, 2],
  voortuin: [4, 7],
  garage: 0.6,
  naam: 'twee-onder-een-kapwoning',
};
const vrij: HouseStyle = {
  ...rijen,
  breedte: [13.5, 20],
  reeks: [1, 1],
  voortuin: [4, 7],
  huisdiepte: [8, 11.5],
  garage: 0.5,
  schuur: 0.6,
  naam: 'vrijstaand huis',
};
const portiek: FlatStyle = {
  bouwlagen: [3, 4],
  diepte: 10,
  lengte: [34, 58],
  bouwjaar: [1952, 1966],
  breedte: 7.2,
  naam: 'portiekflat',
};
const galerij: FlatStyle = {
  bouwlagen: [7, 11],
  diepte: 12,
  lengte: [45, 72],
  bouwjaar: [1966, 1978],
  breedte: 7.4,
  naam: 'galerijflat',
};
const modern: FlatStyle = {
  bouwlagen: [4, 6],
  diepte: 15,
  lengte: [24, 40],
  bouwjaar: [1998, 2022],
  breedte: 8.5,
  naam: 'appartementengebouw',
};

const between = (style: HouseStyle, bouwjaar: readonly [number, number]): HouseStyle => ({ ...style, bouwjaar });

export const livingStyles: Partial<Record<Karakter, LivingStyle>> = {
  vooroorlogs: {
    streets: [profiles.smal, profiles.smal, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.smal],
    diepte: 42,
    lengte: [80, 150],
    blocks: [
      ['rijen', 66],
      ['2kap', 6],
      ['flats', 10],
      ['groen', 4],
      ['school', 4],
      ['kerk', 3],
      ['winkels', 5],
    ],
    rijen: {
      ...rijen,
      breedte: [4.7, 5.9],
      reeks: [6, 16],
      voortuin: [0, 0],
      huisdiepte: [8.5, 10.5],
      bouwlagen: [2, 3],
      bouwjaar: [1898, 1939],
      aanbouw: 0.55,
      schuur: 0.5,
      erker: 0.35,
      boven: 0.16,
      zijtuin: [0, 0.6],
      naam: 'herenhuis of arbeiderswoning',
    },
    kap: between(kap, [1920, 1939]),
    vrij: between(vrij, [1905, 1939]),
    flats: { ...modern, bouwjaar: [1984, 2020], bouwlagen: [3, 5] },
  },
  strokenbouw: {
    streets: [profiles.woonstraat, profiles.breed, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.pad, profiles.dwars],
    diepte: 56,
    lengte: [90, 150],
    blocks: [
      ['rijen', 42],
      ['2kap', 4],
      ['flats', 34],
      ['groen', 6],
      ['garages', 5],
      ['school', 4],
      ['winkels', 3],
      ['kerk', 2],
    ],
    rijen: { ...rijen, bouwjaar: [1949, 1966], reeks: [6, 10] },
    kap: between(kap, [1950, 1966]),
    vrij: between(vrij, [1950, 1966]),
    flats: portiek,
  },
  hoogbouw: {
    streets: [profiles.breed, profiles.breed],
    crossings: [profiles.dwars, profiles.fietsroute],
    diepte: 92,
    lengte: [110, 190],
    blocks: [
      ['flats', 62],
      ['rijen', 14],
      ['groen', 10],
      ['garages', 4],
      ['winkels', 5],
      ['zorg', 5],
    ],
    rijen: { ...rijen, bouwjaar: [1966, 1976] },
    kap: between(kap, [1968, 1980]),
    vrij: between(vrij, [1968, 1980]),
    flats: galerij,
  },
  bloemkool: {
    streets: [profiles.woonerf, profiles.woonerf, profiles.dwars],
    crossings: [profiles.pad, profiles.woonerf, profiles.pad],
    diepte: 46,
    lengte: [55, 105],
    blocks: [
      ['rijen', 66],
      ['2kap', 15],
      ['vrij', 6],
      ['groen', 8],
      ['garages', 7],
      ['school', 4],
      ['flats', 5],
      ['winkels', 2],
    ],
    rijen: {
      ...rijen,
      reeks: [3, 7],
      voortuin: [2.5, 4.5],
      huisdiepte: [9, 11],
      verspringt: 1.8,
      bouwjaar: [1971, 1985],
      aanbouw: 0.38,
    },
    kap: between(kap, [1973, 1985]),
    vrij: between(vrij, [1975, 1988]),
    flats: { ...portiek, bouwjaar: [1974, 1986], naam: 'appartementengebouw', breedte: 8 },
  },
  vinex: {
    streets: [profiles.breed, profiles.laan, profiles.woonstraat],
    crossings: [profiles.dwars, profiles.dwars, profiles.pad],
    diepte: 50,
    lengte: [80, 140],
    blocks: [
      ['rijen', 44],
      ['2kap', 24],
      ['vrij', 22],
      ['flats', 9],
      ['groen', 5],
      ['school', 4],
      ['winkels', 2],
      ['zorg', 2],
    ],
    rijen: {
      ...rijen,
      reeks: [4, 9],
      breedte: [5.2, 6.4],
      bouwlagen: [2, 3],
      bouwjaar: [1992, 2012],
      aanbouw: 0.25,
      voortuin: [1.5, 3.5],
    },
    kap: between(kap, [1993, 2014]),
    vrij: between(vrij, [1994, 2018]),
    flats: modern,
  },
  villawijk: {
    streets: [profiles.laan, profiles.laan],
    crossings: [profiles.dwars, profiles.pad],
    diepte: 84,
    lengte: [110, 190],
    blocks: [
      ['vrij', 78],
      ['2kap', 8],
      ['groen', 12],
      ['zorg', 2],
    ],
    rijen: between(rijen, [1930, 1990]),
    kap: between({ ...kap, breedte: [12, 15] }, [1925, 1990]),
    vrij: { ...between(vrij, [1925, 2018]), breedte: [18, 30], voortuin: [8, 14], huisdiepte: [9, 14], garage: 0.7 },
    flats: modern,
  },
  dorp: {
    streets: [profiles.woonstraat, profiles.dwars],
    crossings: [profiles.dwars, profiles.pad],
    diepte: 58,
    lengte: [70, 130],
    blocks: [
      ['rijen', 26],
      ['2kap', 26],
      ['vrij', 34],
      ['groen', 5],
      ['school', 3],
      ['kerk', 3],
      ['winkels', 2],
    ],
    rijen: { ...rijen, bouwjaar: [1948, 1995] },
    kap: between(kap, [1930, 2005]),
    vrij: { ...between(vrij, [1880, 2015]), breedte: [16, 28] },
    flats: { ...modern, bouwlagen: [3, 3] },
  },
};

/** Streets, and between them blocks of houses, over a whole buurt. */
export function layLiving(
  builder: Builder,
  rng: Prng,
  given: Area,
  style: LivingStyle,
  nameStreet: () => string,
): void {
  const area = given.lengte >= given.diepte === rng.chance(0.8) ? given : turned(given);
  const { frame, lengte, diepte, buurt } = area;
  const profile = rng.pick(style.streets);
  const sw = widthOf(profile);
  const count = Math.max(1, Math.round((diepte + sw) / (style.diepte + sw)));
  const deep = (diepte - (count - 1) * sw) / count;
  const rows: (Street | null)[] = [area.voor];
  for (let i = 1; i < count; i += 1)
    rows.push(addStreet(builder, area, profile, i * deep + (i - 1) * sw, nameStreet()));
  rows.push(area.achter);
  const special = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const b = i * (deep + sw);
    const want = rng.range(...style.lengte);
    const crossings = Math.max(0, Math.round(lengte / want) - 1);
    let from = 0;
    let left = area.links;
    for (let k = 0; k <= crossings; k += 1) {
      const ideal = (lengte * (k + 1)) / (crossings + 1);
      const cross = rng.pick(style.crossings);
      const width = widthOf(cross);
      const to = k === crossings ? lengte : Math.min(lengte - 30, ideal + rng.range(-0.14, 0.14) * want) - width / 2;
      const street =
        k === crossings
          ? area.rechts
          : addCrossing(builder, area, cross, to, b, b + deep, rows[i] ?? null, rows[i + 1] ?? null, nameStreet);
      const block: Area = {
        frame: frame.shifted(from, b),
        lengte: to - from,
        diepte: deep,
        buurt,
        voor: rows[i] ?? null,
        achter: rows[i + 1] ?? null,
        links: left,
        rechts: street,
      };
      layBlock(builder, rng, block, style, chooseBlock(builder, rng, style, block, special));
      from = to + width;
      left = street;
    }
  }
}

/** Each kind of facility at most once per buurt. */
function chooseBlock(builder: Builder, rng: Prng, style: LivingStyle, block: Area, special: Set<string>): Blok {
  let kind = rng.weighted(style.blocks);
  // Even the smallest town has one shopping centre in a neighbourhood.
  if (!builder.landmarks.some(({ soort }) => soort === 'winkelcentrum') && block.buurt.karakter === 'hoogbouw')
    kind = 'winkels';
  if (['school', 'winkels', 'kerk', 'zorg'].includes(kind)) {
    if (special.has(kind) || block.lengte > 190) kind = (style.blocks[0] as readonly [Blok, number])[0];
    else special.add(kind);
  }
  if ((kind === 'groen' || kind === 'garages') && block.lengte > 130)
    kind = (style.blocks[0] as readonly [Blok, number])[0];
  return kind;
}

function layBlock(builder: Builder, rng: Prng, block: Area, style: LivingStyle, kind: Blok): void {
  const frontGarden =
    style.rijen.voortuin[1] === 0
      ? {
          voortuin: rng.pick([
            [0, 0],
            [0, 0],
            [1.5, 3],
          ] as const),
        }
      : {};
  switch (kind) {
    case 'rijen':
      layRowsBlock(builder, rng, block, { ...style.rijen, ...frontGarden });
      return;
    case '2kap':
      layRowsBlock(builder, rng, block, style.kap);
      return;
    case 'vrij':
      layRowsBlock(builder, rng, block, style.vrij);
      return;
    case 'flats':
      layFlatsBlock(builder, rng, block, style.flats);
      return;
    case 'groen':
      layGreen(builder, rng, block, 'groenvoorziening');
      return;
    case 'garages':
      layGarages(builder, rng, block);
      return;
    case 'school':
      layInstitution(builder, rng, block, {
        aard: 'school',
        gebruiksdoelen: ['onderwijsfunctie'],
        bouwlagen: rng.int(1, 2),
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.28,
        eigenaar: 'gemeente',
        landmark: { soort: 'school', naam: `Basisschool ${rng.pick(schools)}` },
      });
      return;
    case 'kerk':
      layInstitution(builder, rng, block, {
        aard: 'kerk',
        gebruiksdoelen: ['bijeenkomstfunctie'],
        bouwlagen: 1,
        hoogte: rng.int(14, 32),
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.2,
        landmark: { soort: 'kerk', naam: rng.pick(churches) },
      });
      return;
    case 'zorg':
      layInstitution(builder, rng, block, {
        aard: 'woonzorgcentrum',
        gebruiksdoelen: ['gezondheidszorgfunctie'],
        bouwlagen: 4,
        bouwjaar: [1978, 2016],
        dekking: 0.35,
        woningen: 40,
      });
      return;
    case 'winkels':
      layInstitution(builder, rng, block, {
        aard: 'winkelcentrum',
        gebruiksdoelen: ['winkelfunctie'],
        bouwlagen: 3,
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.4,
        eenheden: rng.int(7, 14),
        woningen: rng.int(12, 24),
        landmark: { soort: 'winkelcentrum', naam: `Winkelcentrum ${block.buurt.naam}` },
      });
      return;
  }
}

const schools = [
  'De Regenboog',
  'De Vuurtoren',
  'Het Kompas',
  'De Zeester',
  'De Springplank',
  'Het Palet',
  'De Schelp',
  'De Wegwijzer',
  'De Horizon',
  'Het Anker',
];
const churches = [
  'Opstandingskerk',
  'Sint-Nicolaaskerk',
  'Goede Herderkerk',
  'Pauluskerk',
  'Ontmoetingskerk',
  'Maranathakerk',
];

/** A street over the whole length of an area, letting itself into the streets at both ends. */
export function addStreet(builder: Builder, area: Area, profile: Profile, b: number, naam: string): Street {
  const [p0, q0] = area.frame.at(0, b);
  const [p1, q1] = area.frame.at(area.lengte, b + widthOf(profile));
  return place(builder, area, profile, p0, q0, p1, q1, naam, [area.links, area.rechts]);
}

/** A street across an area at a, between two depths. */
export function addCrossing(
  builder: Builder,
  area: Area,
  profile: Profile,
  a: number,
  b0: number,
  b1: number,
  low: Street | null,
  high: Street | null,
  nameStreet: () => string,
): Street {
  const [p0, q0] = area.frame.at(a, b0);
  const [p1, q1] = area.frame.at(a + widthOf(profile), b1);
  return place(builder, area, profile, p0, q0, p1, q1, profile.klasse === 'pad' ? '' : nameStreet(), [low, high]);
}

function place(
  builder: Builder,
  area: Area,
  profile: Profile,
  p0: number,
  q0: number,
  p1: number,
  q1: number,
  naam: string,
  ends: readonly (Street | null)[],
): Street {
  const width = widthOf(profile);
  const axis = Math.abs(Math.abs(q1 - q0) - width) < 0.001 && Math.abs(Math.abs(p1 - p0) - width) > 0.001 ? 'p' : 'q';
  const street = new Street({
    axis,
    low: axis === 'p' ? Math.min(q0, q1) : Math.min(p0, p1),
    from: axis === 'p' ? Math.min(p0, p1) : Math.min(q0, q1),
    to: axis === 'p' ? Math.max(p0, p1) : Math.max(q0, q1),
    profile,
    buurt: area.buurt,
    naam,
  });
  builder.streets.push(street);
  for (const end of ends) end?.letIn(street);
  return street;
}
