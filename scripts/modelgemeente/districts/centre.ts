import { layInstitution } from '../blocks.ts';
import type { Area, Builder, SurfaceDraft } from '../builder.ts';
import type { Frame } from '../plane.ts';
import type { Prng } from '../prng.ts';
import { type Profile, profiles, type Street } from '../street.ts';
import type { Gebruiksdoel } from '../town.ts';
import { blocksOf, type NameStreet } from './blocks-of.ts';

/** The old town: shops and dwellings above them on narrow plots, canals, and in the first one the market. */
export function layCentre(builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet): void {
  const main = !builder.landmarks.some(({ soort }) => soort === 'markt');
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
