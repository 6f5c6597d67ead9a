import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { type Profile, type Street, widthOf } from '../street.ts';
import { addCrossing, addStreet } from '../streets.ts';

/** Gives the next street its name. */
export type NameStreet = (einde?: string) => string;

/** Cuts an area into bands along its depth with streets between, and each band into blocks. */
export function* blocksOf(
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
