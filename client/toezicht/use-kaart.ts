import { useEffect, useRef, useState } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import type { Tekenaar } from '../tekenaar.ts';
import type { VeldBeeld, VeldKaart } from '../veldkaart.ts';

interface Gebruik {
  onTekenaar(tekenaar: Tekenaar | null): void;
  onPlek(punt: RdPunt): void;
}

/** Lays work over the map for as long as this page is open. The map may come later, or never: all of it is in the lists too. */
export function useVeldKaart(
  beeld: VeldBeeld,
  box: readonly [number, number, number, number] | null,
  { onTekenaar, onPlek }: Gebruik,
): void {
  const [kaart, setKaart] = useState<VeldKaart | null>(null);
  const plek = useRef(onPlek);
  plek.current = onPlek;
  useEffect(() => {
    let weg = false;
    void import('../veldkaart.ts').then(({ startVeldKaart }) => {
      if (weg) return;
      onTekenaar((map, palet) => {
        const nieuw = startVeldKaart(map, palet, (punt) => plek.current(punt));
        setKaart(nieuw);
        return () => {
          setKaart(null);
          nieuw.stop();
        };
      });
    });
    return () => {
      weg = true;
      onTekenaar(null);
    };
  }, [onTekenaar]);
  useEffect(() => kaart?.toon(beeld), [kaart, beeld]);
  useEffect(() => {
    if (box) kaart?.kijkNaar(box);
  }, [kaart, box]);
}
