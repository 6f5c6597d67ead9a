import { useCallback, useEffect, useRef } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { type Leg, useVel } from '../use-vel.ts';
import type { VeldBeeld, VeldKaart } from '../veldkaart.ts';

interface Gebruik {
  onTekenaar(tekenaar: Tekenaar | null): void;
  onPlek(punt: RdPunt): void;
}

/** Lays work over the map for as long as this page is open. */
export function useVeldKaart(
  beeld: VeldBeeld,
  box: readonly [number, number, number, number] | null,
  { onTekenaar, onPlek }: Gebruik,
): void {
  const plek = useRef(onPlek);
  plek.current = onPlek;
  const laad = useCallback(async (): Promise<Leg<VeldKaart>> => {
    const { startVeldKaart } = await import('../veldkaart.ts');
    return (map, palet) => startVeldKaart(map, palet, (punt) => plek.current(punt));
  }, []);
  const kaart = useVel(onTekenaar, laad);
  useEffect(() => kaart?.toon(beeld), [kaart, beeld]);
  useEffect(() => {
    if (box) kaart?.kijkNaar(box);
  }, [kaart, box]);
}
