import { bepaalAchtererf, nergens, type Verschuiving } from './achtererf.ts';
import { bepaalLezingen, type Lezing } from './lezing.ts';
import { onthoud } from './onthoud.ts';
import type { Punt } from './punt.ts';
import type { Reden } from './redenen.ts';
import { maximumM2, type Regels } from './regels.ts';
import { leesRing } from './ring.ts';
import type { Ring, Situatie } from './situatie.ts';
import { type Grond, leesGrond, leesTerrein, type Terrein } from './terrein.ts';
import { bepaalUitgangen } from './uitgangen.ts';
import { doorsnede, naarVlak, oppervlakte, rondom, unie, type Vlak, verschil } from './vlak.ts';

const MEESTE_LEZINGEN = 8;

/** How far a map may be off (m, m²): near a limit the answer is then not known. A choice of design, no law. */
export const kaartmarge = { afstandM: 0.1, zoneM: 0.1, lijnM: 0.1, oppervlakteM2: 0.5 } as const;
export const geenMarge = { afstandM: 0, zoneM: 0, lijnM: 0, oppervlakteM2: 0 } as const;

/** The oorspronkelijk hoofdgebouw as it is known or may have been. */
export interface Scenario {
  /** Its outline; empty: nothing of it stands there. */
  oorspronkelijk: readonly Punt[];
  /** Later parts of the hoofdgebouw. */
  later: Vlak;
  /** All that counts as bijbehorend bouwwerk already. */
  bestaand: Vlak;
  /** The ground within a distance (m) of the oorspronkelijk hoofdgebouw. */
  zone: (afstandM: number) => Vlak;
}

/** Of one reading, one place of the lines and one scenario. */
export interface Bebouwing {
  gebied: Vlak;
  gebiedM2: number;
  maximumM2: number;
  bestaandM2: number;
}

/** One way in which the law can be read here. */
export interface Gelezen {
  lezing: Lezing;
  achtererf: (over: Verschuiving) => Vlak;
  bebouwing: (over: Verschuiving, scenario: Scenario) => Bebouwing;
  /** Every place of the lines that the map leaves open; of an exact situatie only where they are. */
  verschuivingen: readonly Verschuiving[];
}

/** All that depends on the place and not on the plan: computed once, while a plan is dragged around. */
export interface Voorbereid {
  situatie: Situatie;
  regels: Regels;
  marge: typeof kaartmarge | typeof geenMarge;
  /** Plot and buildings; null: not even those can be read. */
  grond: Grond | null;
  /** The plot without the ground under the hoofdgebouw: no achtererfgebied is ever larger. */
  onbebouwd: Vlak;
  scenarios: readonly Scenario[];
  /** Empty: the achtererfgebied cannot be computed, and `reden` says why. */
  lezingen: readonly Gelezen[];
  reden: Reden | null;
}

function leesScenario(ring: Ring | null, { hoofdgebouw, bestaand, oorsprong }: Grond): Scenario {
  const gelezen = ring && leesRing(ring, oorsprong);
  const oorspronkelijk = gelezen && typeof gelezen !== 'string' ? gelezen : [];
  const vlak = oorspronkelijk.length > 0 ? naarVlak(oorspronkelijk) : [];
  const later = verschil(hoofdgebouw, vlak);
  return {
    oorspronkelijk,
    later,
    bestaand: unie(later, bestaand),
    zone: onthoud(
      (afstandM: number) => afstandM,
      (afstandM) => rondom(vlak, afstandM),
    ),
  };
}

/** The oorspronkelijk hoofdgebouw when it is known; or else the most and the least that it can have been. */
function leesScenarios(situatie: Situatie, grond: Grond): Scenario[] {
  const { oorspronkelijkHoofdgebouw, hoofdgebouw, oorspronkelijkHoofdgebouwMinimaal } = situatie;
  if (!hoofdgebouw) return [];
  const ringen = oorspronkelijkHoofdgebouw
    ? [oorspronkelijkHoofdgebouw]
    : [hoofdgebouw, oorspronkelijkHoofdgebouwMinimaal ?? null];
  return ringen.map((ring) => leesScenario(ring, grond));
}

function leesLezing(
  lezing: Lezing,
  terrein: Terrein,
  regels: Regels,
  lijnM: number,
  scenarios: readonly Scenario[],
): Gelezen | null {
  const teken = ({ lijn, links, rechts }: Verschuiving) => `${lijn} ${links} ${rechts}`;
  const { normaal, ligging } = lezing.voorkant;
  if (!bepaalUitgangen(terrein, normaal, ligging - regels.lijn.grens - lijnM)) return null;
  const achtererf = onthoud(teken, (over) => bepaalAchtererf(terrein, lezing, regels.lijn.grens, over) ?? []);
  const bebouwing = onthoud(
    ({ over, scenario }: { over: Verschuiving; scenario: Scenario }) => `${teken(over)} ${scenarios.indexOf(scenario)}`,
    ({ over, scenario }): Bebouwing => {
      const gebied = unie(achtererf(over), scenario.later);
      const gebiedM2 = oppervlakte(gebied);
      return {
        gebied,
        gebiedM2,
        maximumM2: maximumM2(regels, gebiedM2),
        bestaandM2: oppervlakte(doorsnede(scenario.bestaand, gebied)),
      };
    },
  );
  const kanten = new Set(lezing.straatzijden.map(({ kant }) => kant));
  const plaatsen = lijnM === 0 ? [0] : [0, -lijnM, lijnM];
  const opzij = (kant: 'links' | 'rechts') => (kanten.has(kant) ? plaatsen : [0]);
  return {
    lezing,
    achtererf,
    bebouwing: (over, scenario) => bebouwing({ over, scenario }),
    verschuivingen: plaatsen.flatMap((lijn) =>
      opzij('links').flatMap((links) => opzij('rechts').map((rechts) => ({ lijn, links, rechts }))),
    ),
  };
}

/** Readings that differ less (m²) are one. */
const ZELFDE_M2 = 0.05;

const verschilt = (een: Vlak, ander: Vlak) =>
  oppervlakte(verschil(een, ander)) + oppervlakte(verschil(ander, een)) >= ZELFDE_M2;

/** Every different reading of the line, for each street that may be that of the address. */
function leesLezingen(
  situatie: Situatie,
  regels: Regels,
  grond: Grond,
  lijnM: number,
  scenarios: Scenario[],
): Gelezen[] | Reden {
  const [beletsel] = situatie.beletselen ?? [];
  if (beletsel) return beletsel;
  const anders: Gelezen[] = [];
  for (const straat of [situatie.adresStraat, ...(situatie.adresStraatOok ?? [])]) {
    const terrein = leesTerrein(situatie, grond, straat);
    if (typeof terrein === 'string') return terrein;
    for (const lezing of bepaalLezingen(terrein, regels.lijn.grens)) {
      const gelezen = leesLezing(lezing, terrein, regels, lijnM, scenarios);
      if (!gelezen) return 'hoofdgebouw-te-ondiep';
      const gebied = gelezen.achtererf(nergens);
      if (anders.every((eerder) => verschilt(eerder.achtererf(nergens), gebied))) anders.push(gelezen);
    }
  }
  return anders.slice(0, MEESTE_LEZINGEN);
}

/** Situaties that were read before: dragging a plan only computes the plan. */
const gelezen = new WeakMap<Situatie, Voorbereid>();

/** Reads a situatie under some rules, once. Nothing throws: what cannot be computed has its reason. */
export function bereidVoor(situatie: Situatie, regels: Regels): Voorbereid {
  const eerder = gelezen.get(situatie);
  if (eerder?.regels === regels) return eerder;
  const voorbereid = lees(situatie, regels);
  gelezen.set(situatie, voorbereid);
  return voorbereid;
}

function lees(situatie: Situatie, regels: Regels): Voorbereid {
  const marge = situatie.nauwkeurigheid === 'kaart' ? kaartmarge : geenMarge;
  const grond = leesGrond(situatie);
  const basis = { situatie, regels, marge };
  if (typeof grond === 'string')
    return {
      ...basis,
      grond: null,
      onbebouwd: [],
      scenarios: [],
      lezingen: [],
      reden: situatie.beletselen?.[0] ?? grond,
    };
  const scenarios = leesScenarios(situatie, grond);
  const lezingen = leesLezingen(situatie, regels, grond, marge.lijnM, scenarios);
  return {
    ...basis,
    grond,
    onbebouwd: verschil(grond.perceel, grond.hoofdgebouw),
    scenarios,
    ...(typeof lezingen === 'string' ? { lezingen: [], reden: lezingen } : { lezingen, reden: null }),
  };
}
