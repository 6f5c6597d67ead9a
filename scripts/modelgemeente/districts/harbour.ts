import { layGreen } from '../blocks.ts';
import { type Area, type Builder, turned } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { stretches } from '../street.ts';
import { layHalls } from './business.ts';

/** A basin off the canal with quays, and heavy industry around it. */
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
