import { useCallback, useRef } from 'react';
import type { Tekenaar } from './tekenaar.ts';
import type { TekenOpties, Tekenvel } from './tekenvel.ts';
import { type Leg, useVel } from './use-vel.ts';

interface Gebruik extends Omit<TekenOpties, 'palet'> {
  /** Fills a sheet that was just laid. */
  onLeg(vel: Tekenvel): void;
}

/** Lays a sheet to draw on over the map. @returns null while no sheet lies there */
export function useTekenvel(onTekenaar: (tekenaar: Tekenaar | null) => void, gebruik: Gebruik): Tekenvel | null {
  const nu = useRef(gebruik);
  nu.current = gebruik;
  const laad = useCallback(async (): Promise<Leg<Tekenvel>> => {
    const { startTekenvel } = await import('./tekenvel.ts');
    return (map, palet) => {
      const vel = startTekenvel(map, {
        palet,
        vang: (punt, bereikM) => nu.current.vang(punt, bereikM),
        onRing: (ring, klaar) => nu.current.onRing(ring, klaar),
      });
      nu.current.onLeg(vel);
      return vel;
    };
  }, []);
  return useVel(onTekenaar, laad);
}
