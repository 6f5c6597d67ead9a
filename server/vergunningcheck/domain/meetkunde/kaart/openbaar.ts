import { haaks, maal, type Punt, plus, type Zijde } from '../punt.ts';
import { doorsnede, naarVlak, unie, type Vlak, verschil } from '../vlak.ts';
import type { KaartRij } from './kaartrij.ts';
import { bepaalStraatkanten, type Straatkant, VERSTE_STRAAT_M } from './straat.ts';
import { deelOpenbaarIn, type Oppervlak } from './vlakken.ts';
import { aaneengesloten, leesVorm, lokaal } from './vorm.ts';

/** The ground around a plot where everybody may come, as rings around the local origin. */
export interface OpenbareGrond {
  /** The streets that may be that of the address first, the most likely in front; then all the rest. */
  openbaar: Punt[][];
  /** How many of them may be the street of the address. */
  adresStraten: number;
  mogelijkOpenbaar: Punt[][];
  achterpaden: Punt[][];
}

/** Sides of the plot whose score differs less may both be the side of the address. */
const EVEN_STERK = 0.5;
/** How far (m) before a side, and past its ends, public ground is that street. */
const STRAAT_DIEP_M = VERSTE_STRAAT_M + 3;
const STRAAT_VOORBIJ_M = 2;

/** The public ground before a side of the plot. */
function straatVoor({ zijden }: Straatkant, openbaar: Vlak): Vlak {
  const strook = ({ a, b, normaal }: Zijde) => {
    const langs = haaks(normaal);
    const [van, tot] = [plus(a, maal(langs, -STRAAT_VOORBIJ_M)), plus(b, maal(langs, STRAAT_VOORBIJ_M))];
    const uit = maal(normaal, STRAAT_DIEP_M);
    return [van, plus(van, uit), plus(tot, uit), tot];
  };
  return doorsnede(openbaar, unie(...zijden.map((zijde) => naarVlak(strook(zijde)))));
}

/**
 * @param huis a point in the house
 * @param straat the street in its address; null: not known
 */
export function leesOpenbareGrond(
  rij: KaartRij,
  perceel: { vlak: Vlak; ring: readonly Punt[] },
  huis: Punt,
  straat: string | null,
  oorsprong: Punt,
): OpenbareGrond {
  const delen = deelOpenbaarIn((rij.vlakken ?? []).map((vlak) => ({ vlak, gebied: leesVorm(vlak.vorm, oorsprong) })));
  const samen = (deel: readonly Oppervlak[]) => verschil(unie(...deel.map(({ gebied }) => gebied)), perceel.vlak);
  const openbaar = samen(delen.ja);
  const ringen = aaneengesloten(openbaar);
  const kanten = bepaalStraatkanten(perceel.ring, huis, {
    straat,
    labels: (rij.labels ?? []).map(({ naam, hoek, ...punt }) => ({ naam, hoek, punt: lokaal(punt, oorsprong) })),
    buren: (rij.buren ?? []).map(({ straat, ...punt }) => ({ straat, punt: lokaal(punt, oorsprong) })),
    wegen: delen.ja.filter(({ vlak }) => vlak.soort === 'wegdeel').flatMap(({ gebied }) => aaneengesloten(gebied)),
    openbaar: ringen,
  });
  const mogelijk = kanten.filter((kant) => kant.score > kanten[0]!.score - EVEN_STERK);
  const adresStraten = mogelijk.flatMap((kant) => aaneengesloten(straatVoor(kant, openbaar)).slice(0, 1));
  const [eerste] = adresStraten;
  return {
    openbaar: [...adresStraten, ...(eerste ? aaneengesloten(verschil(openbaar, naarVlak(eerste))) : ringen)],
    adresStraten: adresStraten.length,
    mogelijkOpenbaar: aaneengesloten(verschil(samen(delen.misschien), openbaar)),
    achterpaden: aaneengesloten(samen(delen.achterpad)),
  };
}
