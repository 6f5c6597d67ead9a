/** Before the end there is a warning; so long before it, in seconds. */
export const waarschuwVoorS = 120;

export type Stand = 'rustig' | 'bijna' | 'voorbij';

/**
 * How a session stands, and when to look again.
 *
 * @param overS seconds until it ends, as the server said
 * @param sindsS seconds since the server said so
 */
export function staVan(overS: number, sindsS: number): { stand: Stand; kijkOverS: number } {
  const nog = overS - sindsS;
  if (nog <= 0) return { stand: 'voorbij', kijkOverS: Number.POSITIVE_INFINITY };
  if (nog <= waarschuwVoorS) return { stand: 'bijna', kijkOverS: nog };
  return { stand: 'rustig', kijkOverS: nog - waarschuwVoorS };
}

/** "2 minuten", "1 minuut", "30 seconden": few different texts, so that a screen reader is not kept talking. */
export function noemDuur(seconden: number): string {
  if (seconden > 90) return `${Math.round(seconden / 60)} minuten`;
  return seconden > 30 ? '1 minuut' : '30 seconden';
}
