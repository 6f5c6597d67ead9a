import { layInstitution } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Frame } from '../plane.ts';
import type { Prng } from '../prng.ts';
import { profiles, type Street } from '../street.ts';
import type { Gebruiksdoel } from '../town.ts';
import { blocksOf, type NameStreet } from './blocks-of.ts';

/** Halls and yards on wide plots; now and then a building shared by small firms. */
export function layBusiness(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet): void {
  for (const { block, row, rows, column } of blocksOf(
    builder,
    rng,
    area,
    116,
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
        false,
      );
    } else layHalls(builder, rng, block, false);
  }
  builder.landmarks.push({
    soort: 'bedrijventerrein',
    naam: area.buurt.naam,
    plek: area.frame.at(area.lengte / 2, area.diepte / 2),
    buurt: area.buurt,
    gebied: true,
  });
}

/** Halls on both streets of a block. `heavy`: wider plots, for the haven. */
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
