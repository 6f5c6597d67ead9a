import { useEffect, useRef, useState } from 'react';
import type { Rooster } from '../../server/veiligheid/domain/rooster.ts';
import type { CelKaart } from '../celkaart.ts';
import type { Tekenaar } from '../tekenaar.ts';

interface CelKaartVraag {
  rooster: Rooster;
  nummers: readonly number[];
  adressen: readonly number[];
}

/**
 * Lays the cells over the map for as long as this page is open. The map itself may come later, or never: everything
 * stands in the list as well.
 */
export function useCelKaart(
  vraag: CelKaartVraag | null,
  gekozen: number | null,
  { onKies, onTekenaar }: { onKies(cel: number): void; onTekenaar(tekenaar: Tekenaar | null): void },
): CelKaart | null {
  const [kaart, setKaart] = useState<CelKaart | null>(null);
  const kies = useRef(onKies);
  kies.current = onKies;
  useEffect(() => {
    if (!vraag) return;
    let weg = false;
    void import('../celkaart.ts').then(({ startCelKaart }) => {
      if (weg) return;
      onTekenaar((map, palet) => {
        const nieuw = startCelKaart(map, { ...vraag, palet, onKies: (cel) => kies.current(cel) });
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
  }, [vraag, onTekenaar]);
  useEffect(() => kaart?.kies(gekozen), [kaart, gekozen]);
  return kaart;
}

/** Colours the cells. */
export function useGekleurd(
  kaart: CelKaart | null,
  beeld: { klassen: ArrayLike<number>; soort: 'klasse' | 'vergelijk'; zonderAdres: boolean } | null,
): void {
  useEffect(() => {
    if (kaart && beeld) kaart.toon(beeld.klassen, beeld.soort, beeld.zonderAdres);
  }, [kaart, beeld]);
}
