import { layInstitution } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { profiles } from '../street.ts';
import { blocksOf, type NameStreet } from './blocks-of.ts';

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
