import type { Builder } from './builder.ts';
import type { Frame } from './plane.ts';
import type { Loop } from './topology.ts';

/** A quarter of a circle in four steps, in numbers that need no sine. */
const quarter = [
  [1, 0],
  [0.924, 0.383],
  [0.71, 0.71],
  [0.383, 0.924],
] as const;

/** An oval of sixteen corners, as vertices. */
export function oval(builder: Builder, frame: Frame, a: number, b: number, ra: number, rb: number): Loop {
  const points = [
    ...quarter.map(([x, y]) => [x, y] as const),
    ...quarter.map(([x, y]) => [-y, x] as const),
    ...quarter.map(([x, y]) => [-x, -y] as const),
    ...quarter.map(([x, y]) => [y, -x] as const),
  ];
  return builder.plane.groundLoop(points.map(([x, y]) => builder.plane.ground(...frame.at(a + x * ra, b + y * rb))));
}

/** Two wings around a court at the back. */
export function withCourt(a: number, b: number, wide: number, deep: number, share: number): [number, number][] {
  return [
    [a, b],
    [a + wide, b],
    [a + wide, b + deep],
    [a + wide * 0.7, b + deep],
    [a + wide * 0.7, b + deep * share],
    [a + wide * 0.3, b + deep * share],
    [a + wide * 0.3, b + deep],
    [a, b + deep],
  ];
}

/** A church: tower, nave, transept and a choir with slanting sides, its length along the street. */
export function cruciform(a: number, b: number, wide: number, deep: number): [number, number][] {
  const [long, broad] = [Math.min(wide, 58), Math.min(deep, 30)];
  const middle = b + broad / 2;
  const at = (x: number, y: number): [number, number] => [a + (wide - long) / 2 + x * long, middle + (y * broad) / 2];
  const outline: [number, number][] = [
    [0, 0.25],
    [0.14, 0.25],
    [0.14, 0.55],
    [0.55, 0.55],
    [0.55, 1],
    [0.75, 1],
    [0.75, 0.55],
    [0.9, 0.55],
    [1, 0.2],
  ];
  return [...outline.map(([x, y]) => at(x, -y)), ...outline.reverse().map(([x, y]) => at(x, y))];
}
