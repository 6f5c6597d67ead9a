import type { Builder, PerceelDraft, SurfaceDraft } from './builder.ts';
import { layHouse, type Span, type Strip } from './house.ts';
import type { Frame, Plek } from './plane.ts';
import type { Prng } from './prng.ts';
import { runs } from './runs.ts';
import { stretches } from './street.ts';
import type { Loop } from './topology.ts';
import type { Woningtype } from './town.ts';

export interface Row extends Strip {
  lengte: number;
  zone: number;
  /** A back lane runs behind: a lane between two runs leads to it. */
  achterpad: boolean;
}

/** Where the plots of a row end at the back, for those who lay the back lane. */
export type Cuts = [number, number][];

/** Lays plots, houses and what stands behind them along one side of a street. */
export function layRow(builder: Builder, rng: Prng, row: Row): Cuts {
  const cuts: Cuts = [];
  const { style, frame, diepte, zone } = row;
  let s = 0;
  let lean = 0;
  for (const run of runs(rng, style, row.lengte, row.achterpad)) {
    const erf = builder.surface(null, { soort: 'onbegroeidterreindeel', voorkomen: 'erf' });
    const setback = rng.range(...style.voortuin);
    const depth = rng.range(...style.huisdiepte);
    const year = rng.int(...style.bouwjaar);
    const layers = rng.int(...style.bouwlagen);
    run.plots.forEach((width, i) => {
      const last = i === run.plots.length - 1;
      const end = last && run.closes ? row.lengte : s + width;
      const leans = style.reeks[1] <= 2 && last && !run.closes && rng.chance(0.4);
      const nextLean = leans ? rng.range(-0.06, 0.06) * diepte : 0;
      const plot = frame.ring([
        [s, 0],
        [end, 0],
        [end + nextLean, diepte],
        [s + lean, diepte],
      ]);
      const perceel = layPlot(builder, rng, row, plot, [s, end], [lean, nextLean], erf);
      const neighbours = run.plots.length;
      const type: Woningtype =
        neighbours === 1
          ? 'vrijstaand'
          : neighbours === 2
            ? 'twee-onder-een-kap'
            : i === 0 || last
              ? 'hoekwoning'
              : 'tussenwoning';
      layHouse(builder, rng, row, {
        plot: [s, end],
        lean: Math.max(Math.abs(lean), Math.abs(nextLean)),
        width: run.house,
        left: i === 0,
        right: last,
        setback: setback + (style.verspringt ? rng.int(0, 1) * style.verspringt : 0),
        depth: neighbours === 1 ? rng.range(...style.huisdiepte) : depth,
        year: neighbours <= 2 ? rng.int(...style.bouwjaar) : year,
        layers,
        type,
        perceel,
        erf,
        ground: builder.plane.points(erf.plus[erf.plus.length - 1] as Loop),
      });
      cuts.push([s + lean, end + nextLean]);
      s = end;
      lean = nextLean;
    });
    if (run.lane > 0) {
      const end = s + run.lane;
      builder.perceel(frame.rect(s, 0, end, diepte), zone, 'gemeente');
      builder.surface(frame.rect(s, 0, end, diepte), achterpadStyle);
      cuts.push([s, end]);
      s = end;
    }
  }
  return cuts;
}

const achterpadStyle = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'open verharding', naam: 'achterpad' };

/** One plot as a perceel, or as two where its owner once bought a strip or half of the neighbour's ground. */
function layPlot(
  builder: Builder,
  rng: Prng,
  row: Row,
  ring: Plek[],
  [s0, s1]: Span,
  [lean0, lean1]: Span,
  erf: SurfaceDraft,
): PerceelDraft[] {
  erf.plus.push(builder.plane.loop(ring));
  const { frame, diepte, zone } = row;
  const straight = lean0 === 0 && lean1 === 0;
  if (straight && rng.chance(0.05)) {
    const at = diepte - rng.range(3.5, 6);
    const front = builder.perceel(frame.rect(s0, 0, s1, at), zone, 'particulier');
    const back = builder.perceel(frame.rect(s0, at, s1, diepte), zone, 'particulier');
    return [front, back];
  }
  if (straight && s1 - s0 > 9 && rng.chance(0.12)) {
    const at = s0 + (s1 - s0) * rng.range(0.4, 0.6);
    const one = builder.perceel(frame.rect(s0, 0, at, diepte), zone, 'particulier');
    const two = builder.perceel(frame.rect(at, 0, s1, diepte), zone, 'particulier');
    return [one, two];
  }
  return [builder.perceel(ring, zone, rng.chance(0.28) && s1 - s0 < 9 ? 'corporatie' : 'particulier')];
}

/** A back lane: one public strip, or a share of it for every house. */
export function layLane(
  builder: Builder,
  frame: Frame,
  lengte: number,
  width: number,
  zone: number,
  shares: { low: Cuts; high: Cuts } | null,
): void {
  for (const [from, to] of stretches(0, lengte, 200)) builder.surface(frame.rect(from, 0, to, width), achterpadStyle);
  if (!shares) {
    builder.perceel(frame.rect(0, 0, lengte, width), zone, 'gemeente');
    return;
  }
  for (const [a, b] of shares.low) builder.perceel(frame.rect(a, 0, b, width / 2), zone, 'particulier');
  for (const [a, b] of shares.high) builder.perceel(frame.rect(a, width / 2, b, width), zone, 'particulier');
}
