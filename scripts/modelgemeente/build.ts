import { makeBend } from './bend.ts';
import { type Area, Builder, type BuurtDraft } from './builder.ts';
import { layDistrict } from './districts/index.ts';
import { livingStyles } from './districts/living-styles.ts';
import { Grid } from './grid.ts';
import { type Cell, makeLayout } from './layout.ts';
import type { Names } from './names.ts';
import { Plane, type Plek } from './plane.ts';
import { layLake, layPolder } from './polder.ts';
import { Prng } from './prng.ts';
import type { Karakter } from './town.ts';

export interface Built {
  builder: Builder;
  buurten: readonly BuurtDraft[];
  wijken: readonly { nummer: number; naam: string }[];
  spoor: readonly Plek[];
}

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
      for (const { cell, area } of grid.cells(i, j, buurtOf)) layDistrict(builder, rng, cell.karakter, area, names);
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
    layDistrict(builder, own, buurt.karakter, part, names);
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
