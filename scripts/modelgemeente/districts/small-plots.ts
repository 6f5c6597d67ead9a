import { layInstitution } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { type Profile, profiles, stretches } from '../street.ts';
import { blocksOf, type NameStreet } from './blocks-of.ts';

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
