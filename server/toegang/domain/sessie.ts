/** How long a session lives, in seconds. */
export interface SessieGrenzen {
  /** Without any act. */
  stilS: number;
  /** From login on, whatever happens. */
  maximumS: number;
}

/** An id is replaced after this; the old one then still works for requests that were under way. */
export const roteerNaS = 15 * 60;
export const uitloopS = 30;
/** The moment of the last act is kept to within this: not every request writes. */
const raakNaS = 60;

/** How a session stands at a request, in seconds by the clock of the database. */
export interface SessieStand {
  /** False: the request came with the id from before the last change. */
  huidig: boolean;
  /** The last change of id has not been confirmed by a request with the new one. */
  onbevestigd: boolean;
  /** Seconds since the old id stopped to work; null: it works. */
  vorigeVoorbijS: number | null;
  stilS: number;
  bestaatS: number;
  geroteerdS: number;
}

export type SessieStap = 'verlopen' | 'herhaald' | { raak: boolean; bevestig: boolean; roteer: boolean };

/**
 * What to do with a session at a request.
 *
 * `herhaald`: an id came that was replaced and whose successor is in use. One of the two has been stolen, so the session
 * ends for both. An id whose successor was never seen stays good: that answer may have been lost on the way.
 */
export function beslisSessie(stand: SessieStand, grenzen: SessieGrenzen): SessieStap {
  if (stand.stilS >= grenzen.stilS || stand.bestaatS >= grenzen.maximumS) return 'verlopen';
  if (!stand.huidig && stand.vorigeVoorbijS !== null && stand.vorigeVoorbijS >= 0) return 'herhaald';
  return {
    raak: stand.stilS >= raakNaS,
    bevestig: stand.huidig && stand.onbevestigd,
    roteer: (stand.huidig || stand.onbevestigd) && stand.geroteerdS >= roteerNaS,
  };
}
