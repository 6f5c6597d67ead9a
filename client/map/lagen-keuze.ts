import type { Laag } from '../../server/lagen/contract.ts';
import type { LaagKeuze } from './map-view.types.ts';

/** The layers that are on when nobody chose. */
export function standaardLagen(catalogus: readonly Laag[]): LaagKeuze[] {
  return catalogus
    .filter(({ ondergrond, standaardAan, stand }) => !ondergrond && standaardAan && stand === 'gereed')
    .map(({ id }) => ({ id, dekking: 1 }));
}

/** Puts a layer on top, or takes it away. */
export function toggleLaag(lagen: readonly LaagKeuze[], id: string): LaagKeuze[] {
  return lagen.some((laag) => laag.id === id) ? lagen.filter((laag) => laag.id !== id) : [{ id, dekking: 1 }, ...lagen];
}

/** @param dekking from 0 to 1 */
export function setDekking(lagen: readonly LaagKeuze[], id: string, dekking: number): LaagKeuze[] {
  return lagen.map((laag) => (laag.id === id ? { ...laag, dekking: Math.min(1, Math.max(0, dekking)) } : laag));
}

/** Moves a layer one place up (-1) or down (1) in the pile; at the end nothing changes. */
export function moveLaag(lagen: readonly LaagKeuze[], id: string, step: -1 | 1): LaagKeuze[] {
  const from = lagen.findIndex((laag) => laag.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= lagen.length) return [...lagen];
  return lagen.map((laag, i) => (i === from ? lagen[to]! : i === to ? lagen[from]! : laag));
}

/** The layers of the switcher per group, in the order of the catalogue; those without data apart. */
export function groepen(catalogus: readonly Laag[]): { groep: string; lagen: Laag[]; leeg: Laag[] }[] {
  const namen = [...new Set(catalogus.filter(({ ondergrond }) => !ondergrond).map(({ groep }) => groep))];
  return namen.map((groep) => {
    const alle = catalogus.filter((laag) => !laag.ondergrond && laag.groep === groep);
    return {
      groep,
      lagen: alle.filter(({ stand }) => stand !== 'leeg'),
      leeg: alle.filter(({ stand }) => stand === 'leeg'),
    };
  });
}
