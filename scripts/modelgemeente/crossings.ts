import type { Builder, BuurtDraft } from './builder.ts';
import type { Band } from './layout.ts';
import type { Plek } from './plane.ts';
import { type Profile, profiles } from './street.ts';

/** Where two roads cross: both carriageways, with green in the corners. */
export function layCrossroads(
  builder: Builder,
  kolom: Band,
  rij: Band,
  vertical: Profile,
  horizontal: Profile,
  buurt: BuurtDraft,
): void {
  const ring = rect(kolom.from, rij.from, kolom.to, rij.to);
  builder.perceel(ring, builder.zone('verkeer', buurt), 'gemeente');
  const [v0, v1] = carriageway(vertical, kolom.from);
  const [h0, h1] = carriageway(horizontal, rij.from);
  const regional = vertical === profiles.ring || horizontal === profiles.ring;
  builder.surface(
    [
      [v0, rij.from],
      [v1, rij.from],
      [v1, h0],
      [kolom.to, h0],
      [kolom.to, h1],
      [v1, h1],
      [v1, rij.to],
      [v0, rij.to],
      [v0, h1],
      [kolom.from, h1],
      [kolom.from, h0],
      [v0, h0],
    ],
    {
      soort: 'wegdeel',
      functie: regional ? 'rijbaan regionale weg' : 'rijbaan lokale weg',
      voorkomen: 'gesloten verharding',
    },
  );
  for (const [p0, p1] of [
    [kolom.from, v0],
    [v1, kolom.to],
  ] as const) {
    for (const [q0, q1] of [
      [rij.from, h0],
      [h1, rij.to],
    ] as const) {
      if (p1 - p0 > 0.01 && q1 - q0 > 0.01) {
        builder.surface(rect(p0, q0, p1, q1), {
          soort: 'ondersteunendwegdeel',
          functie: 'berm',
          voorkomen: 'groenvoorziening',
        });
      }
    }
  }
}

/** A stretch of the railway from p0 to p1, with the road that crosses it on the level; at the station its verges are platforms. */
export function layRail(
  builder: Builder,
  p0: number,
  p1: number,
  rij: Band,
  road: Profile | null,
  buurt: BuurtDraft,
): void {
  builder.perceel(rect(p0, rij.from, p1, rij.to), builder.zone('spoor', buurt), 'spoorbeheerder');
  const track = { soort: 'wegdeel', functie: 'spoorbaan', voorkomen: 'half verhard', bronhouder: 'spoor' } as const;
  if (road) {
    const [v0, v1] = carriageway(road, p0);
    builder.surface(rect(v0, rij.from, v1, rij.to), {
      soort: 'wegdeel',
      functie: 'rijbaan lokale weg',
      voorkomen: 'gesloten verharding',
    });
    if (v0 > p0) builder.surface(rect(p0, rij.from, v0, rij.to), track);
    if (p1 > v1) builder.surface(rect(v1, rij.from, p1, rij.to), track);
    return;
  }
  const station = buurt.karakter === 'station' ? 1 : 0;
  const [q0, q1] = [rij.from + 5.5, rij.to - 5.5];
  const verge = station
    ? ({
        soort: 'wegdeel',
        functie: 'voetgangersgebied',
        voorkomen: 'open verharding',
        bronhouder: 'spoor',
        naam: 'perron',
      } as const)
    : ({
        soort: 'ondersteunendwegdeel',
        functie: 'berm',
        voorkomen: 'groenvoorziening',
        bronhouder: 'spoor',
      } as const);
  builder.surface(rect(p0, rij.from, p1, q0), verge);
  builder.surface(rect(p0, q0, p1, q1), track);
  builder.surface(rect(p0, q1, p1, rij.to), verge);
}

/** A road or the railway over the water. */
export function layBridge(builder: Builder, ring: Plek[], functie: string): void {
  const loop = builder.plane.loop(ring);
  const rail = functie === 'spoorbaan';
  builder.above.push({
    soort: 'wegdeel',
    functie,
    voorkomen: rail ? 'half verhard' : 'gesloten verharding',
    bronhouder: rail ? 'spoor' : 'gemeente',
    plus: [loop],
    minus: [],
  });
  builder.above.push({ soort: 'overbruggingsdeel', functie: 'dek', plus: [loop], minus: [] });
}

export function rect(p0: number, q0: number, p1: number, q1: number): Plek[] {
  return [
    [p0, q0],
    [p1, q0],
    [p1, q1],
    [p0, q1],
  ];
}

function carriageway(profile: Profile, low: number): [number, number] {
  let at = low;
  let [from, to] = [Infinity, -Infinity];
  for (const lane of profile.lanes) {
    if (lane.rij) [from, to] = [Math.min(from, at), Math.max(to, at + lane.breedte)];
    at += lane.breedte;
  }
  return [from, to];
}
