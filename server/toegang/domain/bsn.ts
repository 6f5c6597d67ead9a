const gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Nine digits that pass the eleven test of a burgerservicenummer. */
export function isBsn(tekst: string): boolean {
  if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
  return gewichten.reduce((som, gewicht, i) => som + gewicht * Number(tekst[i]), 0) % 11 === 0;
}
