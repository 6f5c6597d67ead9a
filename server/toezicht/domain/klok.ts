/** What a tablet tells of its clock. Moments in ms since 1970. */
export interface TabletTijd {
  /** When it was seen, by the clock of the tablet. */
  gezienOp: number;
  /** When it is sent, by the same clock. */
  gestuurdOp: number;
  /** How much the clock of the server was ahead when the tablet last heard of it before; null: it never did. */
  verschilVoor: number | null;
  /** The tablet saw that its clock was moved since, before this was seen: what it knew of ours says nothing any more. */
  klokVerzet: boolean;
}

export interface GecorrigeerdeTijd {
  /** When it was seen, by the clock of the server; never in the future. */
  gezienOp: number;
  /** How much the clock of the tablet is behind, now. */
  verschil: number;
  /** The clock of the tablet was moved between seeing and sending: when it was seen is not certain. */
  twijfel: boolean;
}

/** How long ago something was, by a clock that may be moved. Moments and durations in ms. */
export interface Verloop {
  /** What went by so far: never less than before. */
  leeftijd: number;
  /** When it was looked at last, by the same clock. */
  gezienOp: number;
  /** The clock was moved back meanwhile: what time it is, is not known. */
  teruggezet: boolean;
}

/**
 * Lets time go by. A clock that is moved back makes nothing younger; one that is moved forward makes it older, which
 * only means that it goes too early.
 */
export function verstrijk({ leeftijd, gezienOp, teruggezet }: Verloop, nu: number): Verloop {
  const stap = nu - gezienOp;
  return { leeftijd: leeftijd + Math.max(0, stap), gezienOp: nu, teruggezet: teruggezet || stap < -speling };
}

/** Clocks that differ by less say the same, in ms: a slow network takes as long. */
const speling = 2 * 60_000;

/**
 * When something was seen, by our clock. The tablet may be hours wrong; what it measured of our clock before it lost
 * the network is nearest to the moment itself.
 *
 * @param nu clock of the server
 */
export function corrigeer(
  { gezienOp, gestuurdOp, verschilVoor, klokVerzet }: TabletTijd,
  nu: number,
): GecorrigeerdeTijd {
  const verschil = nu - gestuurdOp;
  const toen = klokVerzet ? verschil : (verschilVoor ?? verschil);
  return {
    gezienOp: Math.min(nu, gezienOp + toen),
    verschil,
    twijfel: klokVerzet || Math.abs(toen - verschil) > speling || gezienOp + toen > nu + speling,
  };
}
