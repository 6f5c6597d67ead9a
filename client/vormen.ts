import { useQuery } from '@tanstack/react-query';
import type { RdPunt } from '../server/geo/rd.ts';
import { ligtIn, type Vangpunt, vangpunt } from '../server/geo/vlakken.ts';
import { leesVormen, type Vormen, vormenStraal } from '../server/vormen/contract.ts';
import { ask } from './query.ts';

/**
 * The percelen and panden around a place in full precision (RD, millimetres). Ask around the place that is worked on,
 * not around the pointer: one answer then serves the whole drawing.
 *
 * @param straalM reach in metres
 */
export function useVormen(plaats: RdPunt | null, straalM: number = vormenStraal.gewoon) {
  return useQuery({
    ...ask(leesVormen, { ...(plaats ?? { x: 0, y: 0 }), straal: straalM }, plaats),
    enabled: plaats !== null,
  });
}

/** What a click selects: the smallest perceel and the smallest pand at a point; null: none that we know of. */
export function vormenOp(
  { percelen, panden }: Pick<Vormen, 'percelen' | 'panden'>,
  punt: RdPunt,
): { perceel: Vormen['percelen'][number] | null; pand: Vormen['panden'][number] | null } {
  return { perceel: kleinsteMet(percelen, punt), pand: kleinsteMet(panden, punt) };
}

function kleinsteMet<V extends Vormen['percelen'][number] | Vormen['panden'][number]>(
  vormen: readonly V[],
  punt: RdPunt,
): V | null {
  const hier = vormen.filter(({ vlakken }) => ligtIn(vlakken, punt));
  return hier.toSorted((a, b) => a.oppervlakteM2 - b.oppervlakteM2)[0] ?? null;
}

/** A point to snap to, with what it belongs to. */
export interface Vangst extends Vangpunt {
  van: 'perceel' | 'pand';
  identificatie: string;
}

/**
 * Where a drawn point snaps to: a corner before a side, and then the nearest. A pand before a perceel at equal distance.
 *
 * @param bereikM how near, in metres: about ten pixels at the zoom of the map
 */
export function vang(
  { percelen, panden }: Pick<Vormen, 'percelen' | 'panden'>,
  punt: RdPunt,
  bereikM: number,
): Vangst | null {
  const gevonden = [
    ...panden.map((vorm) => ({ van: 'pand' as const, ...vorm })),
    ...percelen.map((vorm) => ({ van: 'perceel' as const, ...vorm })),
  ].flatMap(({ van, identificatie, vlakken }): Vangst[] => {
    const punten = vangpunt(vlakken, punt, bereikM);
    return punten ? [{ van, identificatie, ...punten }] : [];
  });
  return gevonden.toSorted((a, b) => rang(a) - rang(b) || a.afstandM - b.afstandM)[0] ?? null;
}

const rang = ({ soort }: Vangpunt) => (soort === 'hoek' ? 0 : 1);
