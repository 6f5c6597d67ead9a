import { useEffect, useState } from 'react';
import type { Locatie } from '../../server/locatie/contract.ts';
import { plekBewaring } from './bewaren.ts';

/** The place that this device had kept; null: none, or not known yet. */
export function useLaatstePlek(): Locatie | null {
  const [plek, setPlek] = useState<Locatie | null>(null);
  useEffect(() => {
    let weg = false;
    void readLaatstePlek().then((gevonden) => !weg && setPlek(gevonden));
    return () => {
      weg = true;
    };
  }, []);
  return plek;
}

async function readLaatstePlek(): Promise<Locatie | null> {
  if (!('caches' in window) || !(await caches.has(plekBewaring.naam))) return null;
  const cache = await caches.open(plekBewaring.naam);
  const adres = (await cache.keys()).find(({ url }) => new URL(url).pathname.endsWith('/locatie'));
  const antwoord = adres && (await cache.match(adres));
  return antwoord ? ((await antwoord.json()) as Locatie) : null;
}
