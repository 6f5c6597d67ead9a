import type { Uitkomst } from './geval.ts';

/** Room for the rounding of the machine itself, so that a difference of exactly the tolerance still passes. */
const RUIS = 1e-9;

const DECIMALEN = new Set(['z', 'S', 's', 'som', 'variantie', 'gemiddelde']);

/** How far two numbers below a key may lie apart: areas in m² 0.2, statistics 0.0002, everything else nothing. */
function tolerantie(key: string, verwacht: number): number {
  if (key.endsWith('M2')) return 0.2 + RUIS;
  if (DECIMALEN.has(key)) return 0.0002 + RUIS;
  if (key === 'p') return Math.max(0.000001, 0.0001 * Math.abs(verwacht)) * (1 + RUIS);
  return 0;
}

function isGelijk(verwacht: unknown, gevonden: unknown, key: string): boolean {
  if (typeof verwacht === 'number' && typeof gevonden === 'number') {
    return Math.abs(verwacht - gevonden) <= tolerantie(key, verwacht);
  }
  if (Array.isArray(verwacht)) {
    return (
      Array.isArray(gevonden) &&
      gevonden.length === verwacht.length &&
      verwacht.every((deel, index) => isGelijk(deel, gevonden[index], key))
    );
  }
  if (typeof verwacht === 'object' && verwacht !== null) {
    return (
      typeof gevonden === 'object' &&
      gevonden !== null &&
      Object.entries(verwacht).every(([deel, waarde]) => isGelijk(waarde, Reflect.get(gevonden, deel), deel))
    );
  }
  return verwacht === gevonden;
}

/** Whether every key of `verwacht` agrees with what was found. Keys that `verwacht` leaves out are not compared. */
export const komtOvereen = (verwacht: Uitkomst, uitkomst: Uitkomst): boolean => isGelijk(verwacht, uitkomst, '');
