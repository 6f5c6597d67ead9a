import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Palet } from './map/kleuren.ts';
import type { Tekenaar } from './tekenaar.ts';

/** Lays something over the map, in the colours that the map has now. */
export type Leg<Vel> = (map: MapLibre, palet: Palet) => Vel;

/**
 * Lays something over the map for as long as this part of the page stands. Its code comes after the text, and the map
 * itself may come later, or never: all that lies there can be read and typed beside it too.
 *
 * @param laad gets what lays it; another function lays it anew, null takes it away
 * @returns null while nothing lies there
 */
export function useVel<Vel extends { stop(): void }>(
  onTekenaar: (tekenaar: Tekenaar | null) => void,
  laad: (() => Promise<Leg<Vel>>) | null,
): Vel | null {
  const [vel, setVel] = useState<Vel | null>(null);
  useEffect(() => {
    if (!laad) return;
    let weg = false;
    void laad().then((leg) => {
      if (weg) return;
      onTekenaar((map, palet) => {
        const nieuw = leg(map, palet);
        setVel(nieuw);
        return () => {
          setVel(null);
          nieuw.stop();
        };
      });
    });
    return () => {
      weg = true;
      onTekenaar(null);
    };
  }, [laad, onTekenaar]);
  return vel;
}
