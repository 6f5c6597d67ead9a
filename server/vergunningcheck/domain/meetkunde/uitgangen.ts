import { haaks, inproduct, maal, type Punt, plus, zijdenVan } from './punt.ts';
import type { Terrein } from './terrein.ts';

/** Where the line leaves the house, left and right; null: the house is nowhere as deep as that. */
export function bepaalUitgangen({ hoofdgebouwRing }: Terrein, normaal: Punt, ligging: number): [Punt, Punt] | null {
  const langs = haaks(normaal);
  const snijpunten: Punt[] = [];
  for (const { a, b } of zijdenVan(hoofdgebouwRing)) {
    const van = inproduct(a, normaal) - ligging;
    const tot = inproduct(b, normaal) - ligging;
    if (van < 0 === tot < 0) continue;
    snijpunten.push(plus(a, maal([b[0] - a[0], b[1] - a[1]], van / (van - tot))));
  }
  if (snijpunten.length < 2) return null;
  snijpunten.sort((een, ander) => inproduct(ander, langs) - inproduct(een, langs));
  return [snijpunten[0]!, snijpunten.at(-1)!];
}
