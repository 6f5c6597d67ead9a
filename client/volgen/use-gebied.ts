import { useState } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import type { Locatie } from '../../server/locatie/contract.ts';
import type { VolgGebied } from '../../server/volgen/contract.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { leesHoeken, schrijfHoeken } from './hoeken.ts';

/** Where somebody is, and the map: what an area is chosen with. */
export interface Plek {
  plaats: RdPunt | null;
  plaatsNaam: string | null;
  locatie: Locatie | null;
  onZoek(): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** The area that is being chosen. */
export interface GebiedStand {
  soort: VolgGebied['soort'];
  straal: number;
  /** Of an own area: a corner per line. */
  hoeken: string;
  /** Of a place: the one that was pointed at, else the one it began with. */
  punt: RdPunt | null;
  /** What it comes to; null: something is still to be chosen. */
  gebied: VolgGebied | null;
  zet(nieuw: { soort?: VolgGebied['soort']; straal?: number; hoeken?: string }): void;
}

/** @param begin what was followed until now; null: nothing */
export function useGebied({ plaats, locatie }: Plek, begin: VolgGebied | null): GebiedStand {
  const [stand, setStand] = useState({
    soort: begin?.soort ?? 'plek',
    straal: begin?.soort === 'plek' ? begin.straal : 500,
    hoeken: begin?.soort === 'gebied' ? schrijfHoeken(begin.ring) : '',
  });
  const { soort, straal, hoeken } = stand;
  const punt = plaats ?? (begin?.soort === 'plek' ? { x: begin.x, y: begin.y } : null);

  function kies(): VolgGebied | null {
    if (soort === 'gebied') {
      const ring = leesHoeken(hoeken);
      return ring && ring.length >= 3 ? { soort, ring } : null;
    }
    if (soort === 'plek') return punt && { soort, ...punt, straal };
    const code = locatie?.[soort]?.code;
    if (code) return { soort, code };
    return begin?.soort === soort ? begin : null;
  }
  return { ...stand, punt, gebied: kies(), zet: (nieuw) => setStand((nu) => ({ ...nu, ...nieuw })) };
}

/** What to do when no area is chosen yet. */
export const zonderGebied = ({ soort }: Pick<GebiedStand, 'soort'>): string =>
  soort === 'gebied'
    ? 'Teken het gebied op de kaart, of vul minstens drie hoeken in: x en y op één regel.'
    : 'Kies eerst een plek: zoek een adres of wijs een plek aan op de kaart.';
