import { useEffect, useMemo } from 'react';
import type * as z from 'zod/mini';
import type { geometrie } from '../server/geo/contract.ts';

/** Something of a page that stands on the map too. */
export interface OpKaart {
  sleutel: string;
  /** In degrees. */
  geometrie: z.infer<typeof geometrie>;
}

/** What a page whose list is on the map gets: list and map light up together. */
export interface MetKaart {
  gemarkeerd: string | null;
  onMarkeer(sleutel: string | null): void;
  /** What the map shows. */
  onObjecten(objecten: readonly OpKaart[]): void;
}

const geen: readonly OpKaart[] = [];

/** Shows this on the map until the page goes. The same array as long as it is the same: each other one moves the map. */
export function useOpKaart(onObjecten: MetKaart['onObjecten'], objecten: readonly OpKaart[] | null): void {
  useEffect(() => onObjecten(objecten ?? geen), [onObjecten, objecten]);
  useEffect(() => () => onObjecten(geen), [onObjecten]);
}

/** The same for a page about one thing. */
export function useEenOpKaart(
  onObjecten: MetKaart['onObjecten'],
  sleutel: string,
  waar: OpKaart['geometrie'] | undefined,
): void {
  // asked anew it is another object, and the same place
  const tekst = waar && JSON.stringify(waar);
  const objecten = useMemo(() => (tekst ? [{ sleutel, geometrie: JSON.parse(tekst) }] : null), [sleutel, tekst]);
  useOpKaart(onObjecten, objecten);
}
