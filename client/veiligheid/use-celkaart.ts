import { useEffect, useMemo, useRef } from 'react';
import type { Rooster } from '../../server/veiligheid/domain/rooster.ts';
import type { CelKaart } from '../celkaart.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { type Leg, useVel } from '../use-vel.ts';

interface CelKaartVraag {
  rooster: Rooster;
  nummers: readonly number[];
  adressen: readonly number[];
}

/** Lays the cells over the map for as long as this page is open. */
export function useCelKaart(
  vraag: CelKaartVraag | null,
  gekozen: number | null,
  { onKies, onTekenaar }: { onKies(cel: number): void; onTekenaar(tekenaar: Tekenaar | null): void },
): CelKaart | null {
  const kies = useRef(onKies);
  kies.current = onKies;
  const laad = useMemo(
    () =>
      vraag &&
      (async (): Promise<Leg<CelKaart>> => {
        const { startCelKaart } = await import('../celkaart.ts');
        return (map, palet) => startCelKaart(map, { ...vraag, palet, onKies: (cel) => kies.current(cel) });
      }),
    [vraag],
  );
  const kaart = useVel(onTekenaar, laad);
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
