import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Vlakken } from './contract.ts';
import { afstandM, type RdPunt } from './rd.ts';

/** Whether a point lies in polygons or on their border. Planar. */
export function ligtIn(vlakken: Vlakken, { x, y }: RdPunt): boolean {
  return booleanPointInPolygon([x, y], { type: 'MultiPolygon', coordinates: vlakken });
}

/** A point on a border to snap to: a corner, or the nearest point of a side. */
export interface Vangpunt extends RdPunt {
  soort: 'hoek' | 'zijde';
  /** From the point that was given, in metres. */
  afstandM: number;
}

/**
 * The point of a border to which `punt` snaps: the nearest corner within `bereikM`, else the nearest point of a side;
 * null when the border is further away. Planar, RD metres; a corner is exactly the corner that is stored.
 */
export function vangpunt(vlakken: Vlakken, punt: RdPunt, bereikM: number): Vangpunt | null {
  let hoek: Vangpunt | null = null;
  let zijde: Vangpunt | null = null;
  const nader = (soort: Vangpunt['soort'], { x, y }: RdPunt, beste: Vangpunt | null): Vangpunt | null => {
    const afstand = afstandM(punt, { x, y });
    return afstand <= (beste?.afstandM ?? bereikM) ? { soort, x, y, afstandM: afstand } : beste;
  };
  for (const ring of vlakken.flat()) {
    for (const [i, [x, y]] of ring.entries()) {
      const volgende = ring[i + 1];
      if (!volgende) continue;
      hoek = nader('hoek', { x, y }, hoek);
      zijde = nader('zijde', voetpunt(punt, { x, y }, { x: volgende[0], y: volgende[1] }), zijde);
    }
  }
  return hoek ?? zijde;
}

/** The point of a border that lies nearest to `punt`; null: there is no border. Planar, RD metres. */
export function dichtsteRand(vlakken: Vlakken, punt: RdPunt): (RdPunt & { afstandM: number }) | null {
  let beste: (RdPunt & { afstandM: number }) | null = null;
  for (const ring of vlakken.flat()) {
    for (const [i, [x, y]] of ring.entries()) {
      const volgende = ring[i + 1];
      if (!volgende) continue;
      const rand = voetpunt(punt, { x, y }, { x: volgende[0], y: volgende[1] });
      const afstand = afstandM(punt, rand);
      if (!beste || afstand < beste.afstandM) beste = { ...rand, afstandM: afstand };
    }
  }
  return beste;
}

/** The point of the side from `van` to `naar` that lies nearest to `punt`. */
function voetpunt(punt: RdPunt, van: RdPunt, naar: RdPunt): RdPunt {
  const [dx, dy] = [naar.x - van.x, naar.y - van.y];
  const lengte2 = dx * dx + dy * dy;
  const deel = lengte2 === 0 ? 0 : ((punt.x - van.x) * dx + (punt.y - van.y) * dy) / lengte2;
  const binnen = Math.min(1, Math.max(0, deel));
  return { x: van.x + binnen * dx, y: van.y + binnen * dy };
}
