import type { Plek } from './plane.ts';

/** Whether a point lies inside a ring and at least this far from its edges, in the unit of the ring. */
export function liesInside(ring: readonly Plek[], [x, y]: Plek, margin: number): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i += 1) {
    const [ax, ay] = ring[i] as Plek;
    const [bx, by] = ring[(i + 1) % ring.length] as Plek;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    const [ex, ey] = [x - ax - t * dx, y - ay - t * dy];
    if (ex * ex + ey * ey < margin * margin) return false;
  }
  return inside;
}

/** Whether two convex rings lie this far apart, seen along one of their edges. */
export function lieApart(one: readonly Plek[], other: readonly Plek[], margin: number): boolean {
  for (const ring of [one, other]) {
    for (let i = 0; i < ring.length; i += 1) {
      const [ax, ay] = ring[i] as Plek;
      const [bx, by] = ring[(i + 1) % ring.length] as Plek;
      const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
      if (length === 0) continue;
      const [nx, ny] = [(by - ay) / length, (ax - bx) / length];
      const along = (points: readonly Plek[]) => points.map(([x, y]) => x * nx + y * ny);
      const [p, q] = [along(one), along(other)];
      if (Math.min(...p) - Math.max(...q) >= margin || Math.min(...q) - Math.max(...p) >= margin) return true;
    }
  }
  return false;
}
