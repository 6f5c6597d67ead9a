import type { Area, Builder } from './builder.ts';
import { type Profile, Street, widthOf } from './street.ts';

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
