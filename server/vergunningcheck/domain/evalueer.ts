import { opVolgorde, type Uitkomst, type Waarde } from './oordeel.ts';
import { type Deelregel, feitenVan, type GrensToets, type Slot, type Toetsregel, type Voorwaarde } from './regel.ts';

/** Three answers: null is not known. */
export type Uitslag = boolean | null;

/** What is known: a fact that is absent is not known. */
export type Bekend = ReadonlyMap<string, Exclude<Waarde, null>>;

/** Measures that differ by less than this are equal: a tenth of a millimetre. */
const gelijk = 1e-4;

/** What a limit is in this case; null: it depends on a fact that is not known. */
export function grensVan({ waarde }: GrensToets, bekend: Bekend): number | null {
  if (typeof waarde === 'number') return waarde;
  const ander = bekend.get(waarde.feit);
  return typeof ander === 'number' ? ander * waarde.maal + waarde.plus : null;
}

export function voldoetAanGrens(waarde: number, vergelijking: GrensToets['vergelijking'], grens: number): boolean {
  const verschil = waarde - grens;
  switch (vergelijking) {
    case '<=':
      return verschil <= gelijk;
    case '<':
      return verschil < -gelijk;
    case '>=':
      return verschil >= -gelijk;
    case '>':
      return verschil > gelijk;
  }
}

/** One test, with what is known. */
export function toetsUitslag(toets: Toetsregel, bekend: Bekend): Uitslag {
  const gemeten = bekend.get(toets.feit);
  if (gemeten === undefined) return null;
  if (toets.soort === 'lijst') {
    const waarden: readonly unknown[] = toets.waarden;
    return Array.isArray(gemeten) ? gemeten.some((een) => waarden.includes(een)) : waarden.includes(gemeten);
  }
  const grens = grensVan(toets, bekend);
  if (grens === null || typeof gemeten !== 'number') return null;
  return voldoetAanGrens(gemeten, toets.vergelijking, grens);
}

/** A condition in the logic of Kleene: what is not known decides nothing that can be decided without it. */
export function uitslagVan(voorwaarde: Voorwaarde, toets: (regel: Toetsregel) => Uitslag): Uitslag {
  switch (voorwaarde.soort) {
    case 'niet': {
      const van = uitslagVan(voorwaarde.van, toets);
      return van === null ? null : !van;
    }
    case 'alle':
    case 'een': {
      const beslist = voorwaarde.soort === 'een';
      let onbekend = false;
      for (const van of voorwaarde.van) {
        const deel = uitslagVan(van, toets);
        if (deel === beslist) return beslist;
        onbekend ||= deel === null;
      }
      return onbekend ? null : !beslist;
    }
    default:
      return toets(voorwaarde);
  }
}

/** How a deelregel comes out. */
export interface Beslissing {
  uitkomst: Uitkomst;
  /** What decided; null: not known yet. */
  slot: Slot | null;
  /** Every outcome that is still possible, from strict to free. */
  mogelijk: readonly Uitkomst[];
  /** Conditions that are not known and can change the outcome. */
  open: readonly Voorwaarde[];
}

/**
 * Which tak decides. Where a condition is not known both ways are followed, and only when they end in different outcomes
 * is the answer `ONBEKEND`: so the answer is never freer than what the missing facts can still make of it.
 */
export function beslis({ takken, anders }: Deelregel, toets: (regel: Toetsregel) => Uitslag): Beslissing {
  const bereikt: Slot[] = [];
  const open: Voorwaarde[] = [];
  let beslist = false;
  for (const tak of takken) {
    const geldt = uitslagVan(tak.als, toets);
    if (geldt === false) continue;
    bereikt.push(tak);
    if (geldt) {
      beslist = true;
      break;
    }
    open.push(tak.als);
  }
  if (!beslist) bereikt.push(anders);
  const mogelijk = opVolgorde.filter((uitkomst) => bereikt.some((tak) => tak.uitkomst === uitkomst));
  const [enige] = mogelijk;
  return mogelijk.length === 1 && enige
    ? { uitkomst: enige, slot: bereikt[bereikt.length - 1] ?? anders, mogelijk, open: [] }
    : { uitkomst: 'ONBEKEND', slot: null, mogelijk, open };
}

/** The facts that are not known and can still change the outcome, in the order of the rules. */
export function ontbrekendeFeiten(open: readonly Voorwaarde[], bekend: Bekend): string[] {
  const mist = (voorwaarde: Voorwaarde): string[] => {
    if (uitslagVan(voorwaarde, (toets) => toetsUitslag(toets, bekend)) !== null) return [];
    switch (voorwaarde.soort) {
      case 'alle':
      case 'een':
        return voorwaarde.van.flatMap(mist);
      case 'niet':
        return mist(voorwaarde.van);
      default:
        return feitenVan(voorwaarde).filter((sleutel) => !bekend.has(sleutel));
    }
  };
  return [...new Set(open.flatMap(mist))];
}
