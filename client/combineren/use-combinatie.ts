import { useCallback, useEffect, useState } from 'react';
import {
  combinatie,
  type Schatting,
  schatCombinatie,
  type Uitkomst,
  voerCombinatieUit,
} from '../../server/combineren/contract.ts';
import { type CombinatieAdres, parseCombinatie } from '../../server/combineren/domain/adres.ts';
import { ApiError, call } from '../api.ts';

/** The server stops by itself after twenty seconds, and says so: wait for that. */
const wachtMs = 40_000;

export type Stand =
  | { fase: 'leeg' }
  | { fase: 'onleesbaar' }
  /** `aantallen` are known once the estimate is there. `sinds` as in performance.now(). */
  | { fase: 'bezig'; sinds: number; aantallen: number[] | null }
  | { fase: 'gestopt' }
  | { fase: 'te-groot'; uitleg: string }
  | { fase: 'fout'; error: Error }
  | { fase: 'klaar'; uitkomst: Uitkomst; aantallen: number[] };

/** Answers the question of the address: estimates it, and calculates it when it is not too much. */
export function useCombinatie({ toon, die, en }: CombinatieAdres) {
  const [stand, setStand] = useState<Stand>({ fase: 'leeg' });
  const [keer, setKeer] = useState(0);
  const [stoppen, setStoppen] = useState<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `keer` asks the same question again
  useEffect(() => {
    if (toon === '') {
      setStand({ fase: 'leeg' });
      return;
    }
    const vraag = combinatie.safeParse(parseCombinatie({ toon, die, en }));
    if (!vraag.success) {
      setStand({ fase: 'onleesbaar' });
      return;
    }
    const stop = new AbortController();
    let weg = false;
    const sinds = performance.now();
    setStoppen(stop);
    setStand({ fase: 'bezig', sinds, aantallen: null });
    const reken = async (): Promise<Stand> => {
      const { aantallen, teGroot }: Schatting = await call(schatCombinatie, vraag.data, stop.signal, wachtMs);
      if (teGroot !== null) return { fase: 'te-groot', uitleg: teGroot };
      if (!weg) setStand({ fase: 'bezig', sinds, aantallen });
      const uitkomst = await call(voerCombinatieUit, vraag.data, stop.signal, wachtMs);
      return { fase: 'klaar', uitkomst, aantallen };
    };
    reken()
      .catch((error: unknown): Stand => {
        if (stop.signal.aborted) return { fase: 'gestopt' };
        return { fase: 'fout', error: error instanceof Error ? error : new Error(String(error)) };
      })
      .then((klaar) => {
        if (!weg) setStand(klaar);
      });
    return () => {
      weg = true;
      stop.abort();
    };
  }, [toon, die, en, keer]);

  return {
    stand,
    stop: useCallback(() => stoppen?.abort(), [stoppen]),
    opnieuw: useCallback(() => setKeer((nu) => nu + 1), []),
  };
}

/** Asking the same again can help. */
export const isTijdelijk = (error: Error): boolean => !(error instanceof ApiError) || error.tijdelijk;
