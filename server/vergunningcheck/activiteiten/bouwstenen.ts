import type { Uitkomst } from '../domain/oordeel.ts';
import {
  type Activiteit,
  type FeitDefinitie,
  feitenVan,
  type GrensToets,
  type LijstToets,
  type Slot,
  type Tak,
  toetsenVan,
  type Voorwaarde,
} from '../domain/regel.ts';
import { plaatsfeiten, uitlegfeiten } from './plaatsfeiten.ts';

export const grens = (toets: Omit<GrensToets, 'soort' | 'wijzig'> & { wijzig?: string }): GrensToets => ({
  ...toets,
  soort: 'grens',
  wijzig: toets.wijzig ?? null,
});

/** A demand on a fact that is no number. */
export const moet = (
  id: string,
  feit: string,
  waarden: readonly (string | boolean)[],
  omschrijving: string,
  artikel: string,
): LijstToets => ({ soort: 'lijst', id, feit, waarden, omschrijving, artikel, keuze: false });

/** Tells cases apart. */
export const bij = (feit: string, ...waarden: (string | boolean)[]): LijstToets => ({
  soort: 'lijst',
  id: `${feit}=${waarden.join('|')}`,
  feit,
  waarden,
  omschrijving: '',
  artikel: '',
  keuze: true,
});

export const slot = (uitkomst: Uitkomst, artikel: string, uitleg: string): Slot => ({ uitkomst, artikel, uitleg });

export const tak = (als: Voorwaarde, uitkomst: Uitkomst, artikel: string, uitleg: string): Tak => ({
  als,
  uitkomst,
  artikel,
  uitleg,
});

/** The facts of the place that the geometric rules look at. */
const vanMeetkunde = [
  'monument',
  'gezicht',
  'uitlegGezicht',
  'welstandsvrij',
  'veiligheidszone',
  'archeologie',
  'uitlegArcheologie',
  'bebouwdeKom',
  'illegaalHoofdgebouw',
];

type Optioneel = 'plantoets' | 'samenhang' | 'letOp' | 'meetkunde';

/**
 * An activiteit. Its own facts come first, in the order in which they are asked; the facts of the place that its rules
 * look at come behind them by themselves.
 */
export function activiteit(eigen: Omit<Activiteit, Optioneel> & Partial<Pick<Activiteit, Optioneel>>): Activiteit {
  const { delen, feiten, plantoets = [], samenhang = [], letOp = [], meetkunde = null } = eigen;
  const gezien = new Set([
    ...delen.flatMap(({ takken }) => takken.flatMap(({ als }) => toetsenVan(als))).flatMap(feitenVan),
    ...plantoets.flatMap(feitenVan),
    ...(meetkunde ? vanMeetkunde : []),
  ]);
  const gedeeld = Object.values<FeitDefinitie>({ ...plaatsfeiten, ...uitlegfeiten }).filter(
    ({ sleutel }) => gezien.has(sleutel) && !feiten.some((al) => al.sleutel === sleutel),
  );
  return { ...eigen, plantoets, samenhang, letOp, meetkunde, feiten: [...feiten, ...gedeeld] };
}
