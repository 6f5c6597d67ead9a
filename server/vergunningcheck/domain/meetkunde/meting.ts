import { nergens, type Verschuiving } from './achtererf.ts';
import { type Tussenruimte, tussenruimte } from './afstand.ts';
import type { Punt } from './punt.ts';
import { doorsnede, naarVlak, oppervlakte, type Vlak, verschil } from './vlak.ts';
import type { Gelezen, Scenario, Voorbereid } from './voorbereid.ts';

/** Slivers smaller than this (m²) do not count: rings that should coincide differ by a millimetre. */
export const SLIVER_M2 = 0.05;
/** Areas that differ less (m²) are equal. */
export const RUIS_M2 = 0.0001;

/** One possible reading of where the plan stands: the lines somewhere, the oorspronkelijk hoofdgebouw somehow. */
export interface Stand {
  binnen: boolean;
  gebruiktM2: number;
  maximumM2: number;
}

/** In which part a plan stands: within the zone at the house, beyond it, or in both. */
export type Deel = 'bijHuis' | 'verder' | 'beide';

/** A plan, measured at its place. */
export interface Meting {
  ring: readonly Punt[];
  plan: Vlak;
  planM2: number;
  /** Outside the unbuilt ground of the plot: surely no achtererfgebied. */
  buitenErfM2: number;
  /** Outside the achtererfgebied in the most likely reading; null: not to be computed. */
  buitenAchtererfM2: number | null;
  /** Gap to openbaar toegankelijk gebied, and to what may be that; null: there is none, or it is not known. */
  openbaar: Tussenruimte | null;
  mogelijkOpenbaar: Tussenruimte | null;
  /** Per scenario every stand, that of the most likely reading first. Empty: not to be computed. */
  standen: readonly (readonly Stand[])[];
  /** Per scenario the parts in which it can stand. */
  delen: readonly (readonly Deel[])[];
}

const buiten = (plan: Vlak, planM2: number, gebied: Vlak) => planM2 - oppervlakte(doorsnede(plan, gebied));
export const isBinnen = (buitenM2: number) => buitenM2 <= SLIVER_M2 + RUIS_M2;

/**
 * In which parts a plan can stand when the zone may end a little nearer or further. It can stand in both when it is near
 * at the largest zone and far at the smallest: somewhere between those it is both, unless it is hardly there at all.
 */
function bepaalDelen(
  { ring, plan, planM2 }: Pick<Meting, 'ring' | 'plan' | 'planM2'>,
  { oorspronkelijk, zone }: Scenario,
  grensM: number,
  margeM: number,
): Deel[] {
  if (planM2 > SLIVER_M2 && !tussenruimte(ring, [oorspronkelijk], grensM + margeM)) return ['verder'];
  const ruim = oppervlakte(doorsnede(plan, zone(grensM + margeM)));
  const krap = margeM === 0 ? ruim : oppervlakte(doorsnede(plan, zone(grensM - margeM)));
  const delen: Deel[] = [];
  if (planM2 - ruim <= SLIVER_M2) delen.push('bijHuis');
  if (krap <= SLIVER_M2) delen.push('verder');
  if (ruim > SLIVER_M2 && planM2 - krap > SLIVER_M2) delen.push('beide');
  return delen;
}

/** Every stand of one reading, for one scenario. Where the lines cannot matter only the first is looked at. */
function bepaalStanden(gelezen: Gelezen, scenario: Scenario, plan: Vlak, planM2: number, margeM2: number): Stand[] {
  const { verschuivingen } = gelezen;
  const nieuw = verschil(plan, scenario.bestaand);
  const stand = (over: Verschuiving, nieuwM2?: number): Stand => {
    const { gebied, bestaandM2, maximumM2 } = gelezen.bebouwing(over, scenario);
    return {
      binnen: isBinnen(buiten(plan, planM2, gelezen.achtererf(over))),
      gebruiktM2: bestaandM2 + (nieuwM2 ?? oppervlakte(doorsnede(nieuw, gebied))),
      maximumM2,
    };
  };
  const hier = stand(nergens);
  if (verschuivingen.length === 1) return [hier];
  const [krap, ruim] = uitersten(verschuivingen);
  const [minst, meest] = [stand(krap), stand(ruim)];
  if (!meest.binnen) return [hier];
  const genoeg = meest.gebruiktM2 <= minst.maximumM2 - margeM2;
  const teveel = minst.gebruiktM2 > meest.maximumM2 + margeM2;
  if (minst.binnen && (genoeg || teveel)) return [hier];
  return [hier, ...verschuivingen.filter((over) => over !== verschuivingen[0]).map((over) => stand(over))];
}

/** All lines as near to the house as they may be, and all as far. */
function uitersten(verschuivingen: readonly Verschuiving[]): [Verschuiving, Verschuiving] {
  const van = (kies: (...getallen: number[]) => number): Verschuiving => ({
    lijn: kies(...verschuivingen.map(({ lijn }) => lijn)),
    links: kies(...verschuivingen.map(({ links }) => links)),
    rechts: kies(...verschuivingen.map(({ rechts }) => rechts)),
  });
  return [van(Math.min), van(Math.max)];
}

/** Of a plan that cannot be drawn. */
export const nietGemeten: Meting = {
  ring: [],
  plan: [],
  planM2: 0,
  buitenErfM2: 0,
  buitenAchtererfM2: null,
  openbaar: null,
  mogelijkOpenbaar: null,
  standen: [],
  delen: [],
};

/** Measures a plan. `ring` is around the local origin of the grond. */
export function meet(voorbereid: Voorbereid, ring: readonly Punt[]): Meting {
  const { grond, onbebouwd, scenarios, lezingen, regels, marge } = voorbereid;
  const plan = naarVlak(ring);
  const planM2 = oppervlakte(plan);
  const getekend = { ring, plan, planM2 };
  const [eerste] = lezingen;
  return {
    ...getekend,
    buitenErfM2: grond ? buiten(plan, planM2, onbebouwd) : 0,
    buitenAchtererfM2: eerste ? buiten(plan, planM2, eerste.achtererf(nergens)) : null,
    openbaar: tussenruimte(ring, grond?.openbaar ?? []),
    mogelijkOpenbaar: tussenruimte(ring, grond?.mogelijkOpenbaar ?? []),
    standen: eerste
      ? scenarios.map((scenario) =>
          lezingen.flatMap((gelezen) => bepaalStanden(gelezen, scenario, plan, planM2, marge.oppervlakteM2)),
        )
      : [],
    delen: scenarios.map((scenario) => bepaalDelen(getekend, scenario, regels.zone.grens, marge.zoneM)),
  };
}
