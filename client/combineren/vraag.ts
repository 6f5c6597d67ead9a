import type { Combinatie, CombineerLaag, LaagVraag, Voorwaarde } from '../../server/combineren/contract.ts';

/** The ways in which two objects can lie to each other, as one choice. */
export const liggingen = {
  binnen: { relatie: 'binnen', niet: false, label: 'helemaal binnen' },
  'niet-binnen': { relatie: 'binnen', niet: true, label: 'niet helemaal binnen' },
  overlapt: { relatie: 'overlapt', niet: false, label: 'over, geheel of voor een deel' },
  'niet-overlapt': { relatie: 'overlapt', niet: true, label: 'niet over' },
  nabij: { relatie: 'nabij', niet: false, label: 'dichtbij, op hoogstens' },
  'niet-nabij': { relatie: 'nabij', niet: true, label: 'ver weg, verder dan' },
} as const;
export type Ligging = keyof typeof liggingen;

export const liggingVan = ({ relatie, niet }: Pick<Voorwaarde, 'relatie' | 'niet'>): Ligging =>
  niet ? `niet-${relatie}` : relatie;

/** Another way to lie; a distance that was typed stays. */
export function metLigging<T extends Voorwaarde>(voorwaarde: T, ligging: Ligging): T {
  const { relatie, niet } = liggingen[ligging];
  return { ...voorwaarde, relatie, niet, meter: relatie === 'nabij' ? (voorwaarde.meter ?? 100) : voorwaarde.meter };
}

export const leegLaag: LaagVraag = { laag: '', filters: [], van: null, tot: null };
export const leegVoorwaarde: Voorwaarde = { ...leegLaag, relatie: 'nabij', meter: 100, niet: false };
export const leegVraag: Combinatie = { toon: leegLaag, voorwaarden: [] };

/** What is still missing before this can be calculated, per part; empty: nothing. */
export function watMist({ toon, voorwaarden }: Combinatie): string[] {
  const mist = toon.laag === '' ? ['Kies bij stap 1 wat u wilt zien.'] : [];
  for (const { laag, relatie, meter } of voorwaarden) {
    if (laag === '') mist.push('Kies bij stap 2 een laag, of haal de voorwaarde weg.');
    if (relatie === 'nabij' && !(meter !== null && Number.isInteger(meter) && meter >= 1 && meter <= 5_000)) {
      mist.push('Vul bij stap 2 een afstand in van 1 tot en met 5000 meter.');
    }
  }
  const dagen = [toon, ...voorwaarden].some(({ van, tot }) => van !== null && tot !== null && van > tot);
  if (dagen) mist.push('De laatste dag ligt voor de eerste. Kies een latere laatste dag.');
  return [...new Set(mist)];
}

/** The question without choices that were opened and left empty. */
export function opgeruimd({ toon, voorwaarden }: Combinatie): Combinatie {
  const ruim = <T extends LaagVraag>(laag: T): T => ({
    ...laag,
    filters: laag.filters.filter(({ waarden }) => waarden.length > 0),
  });
  return {
    toon: ruim(toon),
    voorwaarden: voorwaarden.map((een) => ({ ...ruim(een), meter: een.relatie === 'nabij' ? een.meter : null })),
  };
}

/** The layers per group, in the order of the catalogue. */
export function perGroep(lagen: readonly CombineerLaag[]): { groep: string; lagen: CombineerLaag[] }[] {
  return [...new Set(lagen.map(({ groep }) => groep))].map((groep) => ({
    groep,
    lagen: lagen.filter((laag) => laag.groep === groep),
  }));
}
