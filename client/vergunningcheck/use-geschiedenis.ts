import { useCallback, useState } from 'react';

interface Stand<T> {
  nu: T;
  eerder: readonly T[];
  later: readonly T[];
}

export interface Geschiedenis<T> {
  nu: T;
  /** Shows a state that is not a step yet: while something is dragged. */
  toon(waarde: T): void;
  /** Makes a step that can be undone; `vanaf` is the state before the dragging began. */
  stap(waarde: T, vanaf: T): void;
  terug: (() => T) | null;
  opnieuw: (() => T) | null;
}

/** How many steps can be undone. */
const meeste = 100;

/** A value with undo and redo. */
export function useGeschiedenis<T>(begin: T): Geschiedenis<T> {
  const [{ nu, eerder, later }, zet] = useState<Stand<T>>({ nu: begin, eerder: [], later: [] });
  const toon = useCallback((waarde: T) => zet((stand) => ({ ...stand, nu: waarde })), []);
  const stap = useCallback(
    (waarde: T, vanaf: T) =>
      zet((stand) => ({ nu: waarde, eerder: [...stand.eerder, vanaf].slice(-meeste), later: [] })),
    [],
  );
  const vorige = eerder[eerder.length - 1];
  const volgende = later[later.length - 1];
  return {
    nu,
    toon,
    stap,
    terug:
      vorige === undefined
        ? null
        : () => {
            zet({ nu: vorige, eerder: eerder.slice(0, -1), later: [...later, nu] });
            return vorige;
          },
    opnieuw:
      volgende === undefined
        ? null
        : () => {
            zet({ nu: volgende, eerder: [...eerder, nu], later: later.slice(0, -1) });
            return volgende;
          },
  };
}
