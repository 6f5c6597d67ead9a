import type { Punt } from './punt.ts';
import { naarLokaal } from './punt.ts';
import type { Reden } from './redenen.ts';
import { leesRing } from './ring.ts';
import type { Ring, Situatie } from './situatie.ts';
import { doorsnede, naarVlak, oppervlakte, unie, type Vlak, vereenvoudig, verschil } from './vlak.ts';

/** Corners that lie this near (m) to the line between their neighbours are no corners: rounding, or an extra point. */
const GEEN_HOEK_M = 0.005;

/** A situatie around a local origin, read and repaired: what does not depend on any line. */
export interface Terrein {
  oorsprong: Punt;
  perceel: Vlak;
  /** Without corners that are none. */
  perceelRing: Punt[];
  hoofdgebouw: Vlak;
  hoofdgebouwRing: Punt[];
  bestaand: Vlak;
  openbaar: (readonly Punt[])[];
  mogelijkOpenbaar: (readonly Punt[])[];
  /** The area of the street of the address. */
  adresStraat: readonly Punt[];
  /** Longer than anything at the place (m). */
  ver: number;
}

export function bepaalOorsprong(perceel: Ring): Punt {
  const laagste = (index: 0 | 1) => Math.floor(Math.min(...perceel.map((punt) => punt[index])));
  return perceel.length === 0 ? [0, 0] : [laagste(0), laagste(1)];
}

/** Rings of a map, of which those that are no area fall away. */
const leesBruikbaar = (ringen: readonly Ring[], oorsprong: Punt): (readonly Punt[])[] =>
  ringen.map((ring) => leesRing(ring, oorsprong)).filter((ring) => typeof ring !== 'string');

/** What of the place is sure without any line: plot and buildings. */
export type Grond = Pick<
  Terrein,
  'oorsprong' | 'perceel' | 'perceelRing' | 'bestaand' | 'openbaar' | 'mogelijkOpenbaar'
> & {
  hoofdgebouw: Vlak;
  hoofdgebouwRing: Punt[] | null;
};

export function leesGrond(situatie: Situatie): Grond | Reden {
  const oorsprong = bepaalOorsprong(situatie.perceel);
  const perceel = leesRing(situatie.perceel, oorsprong);
  if (typeof perceel === 'string') return 'perceel-onbruikbaar';
  const gaten = naarVlak(...leesBruikbaar(situatie.perceelGaten ?? [], oorsprong));
  const hoofdgebouw = situatie.hoofdgebouw && leesRing(situatie.hoofdgebouw, oorsprong);
  if (typeof hoofdgebouw === 'string') return 'hoofdgebouw-onbruikbaar';
  return {
    oorsprong,
    perceel: verschil(naarVlak(perceel), gaten),
    perceelRing: vereenvoudig(perceel, GEEN_HOEK_M),
    hoofdgebouw: hoofdgebouw ? naarVlak(hoofdgebouw) : [],
    hoofdgebouwRing: hoofdgebouw && vereenvoudig(hoofdgebouw, GEEN_HOEK_M),
    bestaand: unie(naarVlak(...leesBruikbaar(situatie.bestaandeBijbehorendeBouwwerken, oorsprong))),
    openbaar: leesBruikbaar(situatie.openbaarToegankelijkGebied ?? [], oorsprong),
    mogelijkOpenbaar: leesBruikbaar(situatie.mogelijkOpenbaar ?? [], oorsprong),
  };
}

/** The terrein on which lines can be drawn, or why they cannot. */
export function leesTerrein(situatie: Situatie, grond: Grond, adresStraat = situatie.adresStraat): Terrein | Reden {
  const { hoofdgebouwRing } = grond;
  if (!hoofdgebouwRing) return 'geen-hoofdgebouw';
  const opPerceel = oppervlakte(doorsnede(grond.hoofdgebouw, grond.perceel));
  if (opPerceel < oppervlakte(grond.hoofdgebouw) / 2) return 'hoofdgebouw-buiten-perceel';
  const { openbaarToegankelijkGebied } = situatie;
  if (openbaarToegankelijkGebied === null) return 'openbaar-gebied-onbekend';
  const straat = adresStraat === null ? undefined : openbaarToegankelijkGebied[adresStraat];
  const straatRing = straat && leesRing(straat, grond.oorsprong);
  if (!straatRing || typeof straatRing === 'string') return 'geen-adresstraat';
  const alles = [...naarLokaal(situatie.perceel, grond.oorsprong), ...straatRing, ...hoofdgebouwRing];
  const spanne = (index: 0 | 1) => {
    const waarden = alles.map((punt) => punt[index]);
    return Math.max(...waarden) - Math.min(...waarden);
  };
  return { ...grond, hoofdgebouwRing, adresStraat: straatRing, ver: 2 * (spanne(0) + spanne(1)) + 10 };
}
