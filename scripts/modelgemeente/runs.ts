import type { HouseStyle } from './house.ts';
import type { Prng } from './prng.ts';

/** Houses that stand against each other, and the lane after them. Metres. */
interface Run {
  plots: number[];
  /** Width of each house. */
  house: number;
  /** A lane after it, in metres; 0 is none. */
  lane: number;
  closes: boolean;
}

/** Cuts the length of a row into runs of houses that fill it exactly. */
export function runs(rng: Prng, style: HouseStyle, lengte: number, achterpad: boolean): Run[] {
  return style.reeks[1] <= 2 ? looseRuns(rng, style, lengte) : terraces(rng, style, lengte, achterpad ? 1.6 : 0);
}

/** Houses alone or in pairs: as many as fit, a little wider or narrower than wished. */
function looseRuns(rng: Prng, style: HouseStyle, lengte: number): Run[] {
  const wishes: number[][] = [];
  let total = 0;
  while (true) {
    const width = rng.range(...style.breedte);
    const plots = Array.from({ length: style.reeks[1] }, () => width);
    if (total + (width * plots.length) / 2 > lengte && wishes.length > 0) break;
    wishes.push(plots);
    total += width * plots.length;
  }
  const scale = lengte / total;
  return wishes.map((wish, i) => ({
    plots: wish.map((width) => width * scale),
    house: (wish[0] as number) * scale,
    lane: 0,
    closes: i === wishes.length - 1,
  }));
}

/** Terraces with lanes between them; what is left over becomes garden beside the last houses. */
function terraces(rng: Prng, style: HouseStyle, lengte: number, lane: number): Run[] {
  const wishes: { count: number; house: number; beside: number }[] = [];
  let left = lengte;
  while (true) {
    const house = rng.range(...style.breedte);
    const beside = rng.range(...style.zijtuin);
    const between = wishes.length > 0 ? lane : 0;
    const count = Math.min(rng.int(...style.reeks), Math.floor((left - between - 2 * beside) / house));
    if (count < Math.min(3, style.reeks[0])) {
      if (wishes.length === 0)
        wishes.push({ count: Math.max(1, Math.floor(left / house)), house: Math.min(house, left), beside: 0 });
      break;
    }
    wishes.push({ count, house, beside });
    left -= between + count * house + 2 * beside;
  }
  const used = wishes.reduce(
    (sum, { count, house, beside }) => sum + count * house + 2 * beside,
    lane * (wishes.length - 1),
  );
  let spare = lengte - used;
  for (let i = 0; i < 12; i += 1) {
    const wish = rng.pick(wishes);
    if (spare < wish.house || wish.count > style.reeks[1] + 1) continue;
    wish.count += 1;
    spare -= wish.house;
  }
  const extra = spare / wishes.length / 2;
  return wishes.map(({ count, house, beside }, i) => {
    const plots = Array.from({ length: count }, () => house);
    plots[0] = (plots[0] as number) + beside + extra;
    plots[count - 1] = (plots[count - 1] as number) + beside + extra;
    const closes = i === wishes.length - 1;
    return { plots, house, lane: closes ? 0 : lane, closes };
  });
}
