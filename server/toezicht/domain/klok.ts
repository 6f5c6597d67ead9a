/** What a tablet tells of its clock. Moments in ms since 1970. */
export interface TabletTijd {
  /** When it was seen, by the clock of the tablet. */
  gezienOp: number;
  /** When it is sent, by the same clock. */
  gestuurdOp: number;
  /** How much the clock of the server was ahead when the tablet last heard of it before; null: it never did. */
  verschilVoor: number | null;
}

export interface GecorrigeerdeTijd {
  /** When it was seen, by the clock of the server; never in the future. */
  gezienOp: number;
  /** How much the clock of the tablet is behind, now. */
  verschil: number;
  /** The clock of the tablet was moved between seeing and sending: when it was seen is not certain. */
  twijfel: boolean;
}

/** Clocks that differ by less say the same, in ms: a slow network takes as long. */
const speling = 2 * 60_000;

/**
 * When something was seen, by our clock. The tablet may be hours wrong; what it measured of our clock before it lost
 * the network is nearest to the moment itself.
 *
 * @param nu clock of the server
 */
export function corrigeer({ gezienOp, gestuurdOp, verschilVoor }: TabletTijd, nu: number): GecorrigeerdeTijd {
  const verschil = nu - gestuurdOp;
  const toen = verschilVoor ?? verschil;
  return {
    gezienOp: Math.min(nu, gezienOp + toen),
    verschil,
    twijfel: Math.abs(toen - verschil) > speling || gezienOp + toen > nu + speling,
  };
}
