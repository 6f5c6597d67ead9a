import type { Tellingen } from '../contract.ts';
import type { Stelsel } from './klassen.ts';
import { codeer } from './reeks.ts';

interface Rij {
  stelsel: Stelsel;
  klasse: string;
  maand: string;
  cellen: readonly number[];
  aantallen: readonly number[];
}

interface Feiten extends Pick<Tellingen, 'bron' | 'maanden'> {
  /** Cells with exposure, in order. */
  rooster: readonly number[];
  klassen: readonly Omit<Tellingen['klassen'][number], 'tellingen'>[];
  rijen: readonly Rij[];
  gevoelig: boolean;
}

/** Turns cells by number into a text of cells by place in the grid, and counts what lies outside it. */
export function perCel(rooster: readonly number[]) {
  const plekVan = new Map(rooster.map((cel, plek) => [cel, plek]));
  return (cellen: readonly number[], aantallen: readonly number[]): { telling: string; buiten: number } => {
    const paren: [number, number][] = [];
    let buiten = 0;
    cellen.forEach((cel, i) => {
      const plek = plekVan.get(cel);
      const aantal = aantallen[i] ?? 0;
      if (plek === undefined) buiten += aantal;
      else paren.push([plek, aantal]);
    });
    return { telling: codeer(paren), buiten };
  };
}

/** Counts as they travel: per class a text per month. A class of two bronnen in one month is added up. */
export function alsTellingen({ bron, maanden, rooster, klassen, rijen, gevoelig }: Feiten): Tellingen {
  const plek = perCel(rooster);
  const uniek = [...new Set(maanden)];
  const nummerVan = new Map(uniek.map((maand, nummer) => [maand, nummer]));
  const teksten = new Map(klassen.map((k) => [`${k.stelsel} ${k.code}`, uniek.map(() => '')]));
  let buitenRooster = 0;
  for (const { stelsel, klasse, maand, cellen, aantallen } of rijen) {
    const nummer = nummerVan.get(maand);
    const tekst = teksten.get(`${stelsel} ${klasse}`);
    if (nummer === undefined || !tekst) continue;
    const { telling, buiten } = plek(cellen, aantallen);
    tekst[nummer] = telling;
    buitenRooster += buiten;
  }
  return {
    bron,
    maanden: uniek,
    klassen: klassen.map((k) => ({ ...k, tellingen: teksten.get(`${k.stelsel} ${k.code}`) ?? [] })),
    buitenRooster,
    gevoeligWeg: gevoelig,
  };
}
