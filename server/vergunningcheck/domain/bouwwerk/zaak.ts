import type { Kader } from '../deel.ts';
import type { Bekend } from '../evalueer.ts';
import type { Plan } from '../meetkunde/situatie.ts';
import type { BouwwerkToets } from '../meetkunde/toetsen.ts';
import type { Toets, Uitkomst } from '../oordeel.ts';
import type { Activiteit } from '../regel.ts';
import { metHoofdletter } from '../woorden.ts';
import { feitNaam, type leesOmstandigheden } from './plan.ts';
import { toonWijziging } from './voorstel.ts';

/** A drawn bouwwerk at hand, with what stays the same while the drawing changes. */
export interface Zaak {
  activiteit: Activiteit;
  kader: Kader;
  bekend: Bekend;
  plan: Plan;
  vervalt: ReturnType<typeof leesOmstandigheden>['vervalt'];
  isGetekend: boolean;
}

/** What the rules of the house call a fact of the geometric rules. */
export const naam = (feit: string): string => feitNaam[feit] ?? feit;

/** A condition of the geometric rules as the oordeel shows it. */
export const toonToets = (toets: BouwwerkToets, nu: Uitkomst): Toets => ({
  id: toets.id,
  omschrijving: metHoofdletter(toets.omschrijving),
  uitslag: toets.uitslag,
  waarde: toets.waarde,
  grens: toets.grens,
  eenheid: toets.eenheid,
  vergelijking: toets.vergelijking,
  artikel: toets.artikel.startsWith('art.') ? `omgevingsplan ${toets.artikel}` : toets.artikel,
  regelVersie: toets.regelVersie,
  feiten: toets.feiten.map(naam),
  gevolg: toets.gevolg === nu ? null : toets.gevolg,
  wijziging: toets.wijziging && toonWijziging(toets.wijziging),
});
