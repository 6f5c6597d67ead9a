import {
  type Bekend,
  type Beslissing,
  beslis,
  grensVan,
  ontbrekendeFeiten,
  toetsUitslag,
  type Uitslag,
  uitslagVan,
} from './evalueer.ts';
import type { DeelOordeel, Toets, Voorstel } from './oordeel.ts';
import {
  type Activiteit,
  type Deelregel,
  feitenVan,
  type GrensToets,
  type Slot,
  type Tak,
  type Toetsregel,
  toetsenVan,
  type Voorwaarde,
} from './regel.ts';
import { volgendeStapNa } from './stap.ts';
import { kleinsteVoorstellen, kleinsteWijziging } from './wijziging.ts';
import { vraagNaam } from './woorden.ts';

/** What an oordeel needs to know of its surroundings, beside the facts. */
export interface Kader {
  /** An article as the gemeente numbers it. */
  noemArtikel: (artikel: string) => string;
  /** The version of the rules that an article belongs to. */
  versieVan: (artikel: string) => string;
  /** Who decides, by name. */
  gezag: Readonly<Record<Deelregel['bevoegdGezag'], string>>;
  /** Norms of the omgevingsplan at the place, by key: null where one may hold that we do not know. Null: none is known. */
  normen: ReadonlyMap<string, number | null> | null;
  /** What a person calls a fact. */
  noemFeit: (sleutel: string) => string;
  /** Facts that only the gemeente or a measurement can settle: asking the person again is of no use. */
  nietTeVragen: ReadonlySet<string>;
}

export const bopa: Slot = {
  uitkomst: 'VERGUNNING',
  artikel: 'Ow 5.1 (buitenplanse omgevingsplanactiviteit)',
  uitleg:
    'Het past niet in de maten van het omgevingsplan op deze plek. U vraagt een vergunning aan om daarvan af te wijken.',
};

type Past = NonNullable<DeelOordeel['plantoets']>['uitslag'];

/** Whether a plan fits in the norms that hold at the place. */
export function pastInPlan(normtoetsen: readonly GrensToets[], bekend: Bekend, normenBekend: boolean): Past {
  const uitslagen = normtoetsen.map((toets) => toetsUitslag(toets, bekend));
  if (uitslagen.includes(false)) return 'past-niet';
  return !normenBekend || uitslagen.length === 0 || uitslagen.includes(null) ? 'onbekend' : 'past';
}

/** How a question comes out for some facts, with whether it fits in the norms of the omgevingsplan. */
export interface DeelStand extends Beslissing {
  /** Null: there is nothing to fit in. */
  past: Past | null;
  /** The tak that decided, before the norms of the omgevingsplan. */
  tak: Slot | null;
}

/**
 * A deelregel with the norms behind it: where no permit is needed to build but the plan does not fit in the norms of the
 * omgevingsplan, a permit is needed to depart from them.
 *
 * @param normtoetsen those of the norms that hold at the place
 * @param bekend facts and norms
 */
export function standVan(
  regel: Deelregel,
  normtoetsen: readonly GrensToets[],
  bekend: Bekend,
  normenBekend: boolean,
): DeelStand {
  const beslissing = beslis(regel, (toets) => toetsUitslag(toets, bekend));
  const teToetsen =
    beslissing.uitkomst === 'VRIJ_PLANTOETS' || (beslissing.uitkomst === 'VERGUNNING' && normtoetsen.length > 0);
  const tak = beslissing.slot;
  if (!teToetsen) return { ...beslissing, past: null, tak };
  const past = pastInPlan(normtoetsen, bekend, normenBekend);
  return beslissing.uitkomst === 'VRIJ_PLANTOETS' && past === 'past-niet'
    ? { ...beslissing, uitkomst: bopa.uitkomst, slot: bopa, mogelijk: [bopa.uitkomst], past, tak }
    : { ...beslissing, past, tak };
}

/** Facts with the norms of the omgevingsplan among them. */
export const metNormen = (feiten: Bekend, { normen }: Kader): Bekend =>
  new Map([
    ...feiten,
    ...[...(normen ?? [])].flatMap(([sleutel, waarde]) => (waarde === null ? [] : [[sleutel, waarde] as const])),
  ]);

/** The norms of an activiteit that hold at the place, or may hold. */
export const normtoetsenVan = (
  { vraag }: Pick<Deelregel, 'vraag'>,
  { plantoets }: Pick<Activiteit, 'plantoets'>,
  kader: Kader,
): readonly GrensToets[] => (vraag === 'R' ? plantoets.filter((toets) => geldtHier(toets, kader)) : []);

/** One question on one activiteit, with what decided it and the smallest changes that make it freer. */
export function oordeelDeel(
  regel: Deelregel,
  activiteit: Pick<Activiteit, 'plantoets'>,
  feiten: Bekend,
  kader: Kader,
): { deel: DeelOordeel; voorstellen: Voorstel[] } {
  const normtoetsen = normtoetsenVan(regel, activiteit, kader);
  const bekend = metNormen(feiten, kader);
  const sta = (ander: Bekend) => standVan(regel, normtoetsen, ander, kader.normen !== null);
  const stand = sta(bekend);
  const { uitkomst, slot, past, open, tak } = stand;
  const ontbreekt = ontbrekendeFeiten(open, bekend);
  const toon = (toets: Toetsregel) => toonToets(toets, regel, bekend, kader);
  const getoond = zichtbareToetsen(regel, tak, bekend).filter(
    (toets) => toetsUitslag(toets, bekend) !== null || feitenVan(toets).some((sleutel) => ontbreekt.includes(sleutel)),
  );
  const artikel = slot?.artikel ?? open.flatMap(toetsenVan).find((toets) => toets.artikel)?.artikel ?? '';
  const voorstellen = kleinsteVoorstellen(
    regel.vraag,
    [...getoond, ...(past ? normtoetsen : [])].filter((toets): toets is GrensToets => toets.soort === 'grens'),
    bekend,
    (ander) => {
      const straks = sta(ander);
      return { ...straks, ontbreekt: ontbrekendeFeiten(straks.open, ander) };
    },
  );
  return {
    voorstellen,
    deel: {
      vraag: regel.vraag,
      naam: vraagNaam[regel.vraag],
      uitkomst,
      artikel: kader.noemArtikel(artikel),
      regelVersie: kader.versieVan(artikel),
      toetsen: getoond.map(toon),
      plantoets: past && toonPlantoets(past, normtoetsen, bekend, kader),
      ontbreekt,
      uitleg: slot?.uitleg ?? uitlegOnbekend(ontbreekt, kader),
      bevoegdGezag: kader.gezag[regel.bevoegdGezag],
      volgendeStap: volgendeStapNa(uitkomst, {
        wie: kader.gezag[regel.bevoegdGezag],
        past,
        teBeantwoorden: ontbreekt.some((sleutel) => !kader.nietTeVragen.has(sleutel)),
        teVeranderen: voorstellen.length > 0,
      }),
    },
  };
}

/** Keys of facts that the plantoets still waits for. */
export const ontbrekendVoorPlan = (toetsen: readonly GrensToets[], bekend: Bekend, kader: Kader): string[] => [
  ...new Set(
    toetsen
      .filter((toets) => geldtHier(toets, kader))
      .map(({ feit }) => feit)
      .filter((feit) => !bekend.has(feit)),
  ),
];

/** The omgevingsplan has this norm at the place, or may have it. */
const geldtHier = ({ waarde }: GrensToets, { normen }: Kader): boolean =>
  typeof waarde === 'number' || (normen?.has(waarde.feit) ?? false);

/**
 * The tests that belong to this case, each once: of every tak up to the one that decides. A tak about another case says
 * nothing here, and what only tells cases apart is no test to show.
 */
function zichtbareToetsen({ takken }: Deelregel, beslist: Slot | null, bekend: Bekend): Toetsregel[] {
  const tot = takken.indexOf(beslist as Tak);
  const eigenToets = (toets: Toetsregel): Uitslag => toetsUitslag(toets, bekend);
  const alleenKeuze = (toets: Toetsregel): Uitslag =>
    toets.soort === 'lijst' && toets.keuze ? eigenToets(toets) : null;
  const bijDezeZaak = (voorwaarde: Voorwaarde): Toetsregel[] => {
    switch (voorwaarde.soort) {
      case 'niet':
        return bijDezeZaak(voorwaarde.van);
      case 'een':
        if (uitslagVan(voorwaarde, alleenKeuze) !== null) return [];
        return (
          uitslagVan(voorwaarde, eigenToets) === true
            ? voorwaarde.van.filter((tak) => uitslagVan(tak, eigenToets) === true)
            : voorwaarde.van
        ).flatMap(bijDezeZaak);
      case 'alle':
        return uitslagVan(voorwaarde, alleenKeuze) === false ? [] : voorwaarde.van.flatMap(bijDezeZaak);
      default:
        return voorwaarde.soort === 'lijst' && voorwaarde.keuze ? [] : [voorwaarde];
    }
  };
  const toetsen = takken.slice(0, tot < 0 ? takken.length : tot + 1).flatMap(({ als }) => bijDezeZaak(als));
  return [...new Map(toetsen.map((toets) => [toets.id, toets])).values()];
}

function toonToets(toets: Toetsregel, regel: Deelregel, bekend: Bekend, kader: Kader): Toets {
  const gewoon = (ander: Toetsregel) => toetsUitslag(ander, bekend);
  const uitslag = gewoon(toets);
  const nu = beslis(regel, gewoon).uitkomst;
  const straks = beslis(regel, (ander) => (ander.id === toets.id ? uitslag === false : gewoon(ander))).uitkomst;
  return { ...toonLosseToets(toets, bekend, kader), gevolg: straks === nu ? null : straks };
}

/** The norms of the omgevingsplan with how a plan fits in them. */
export const toonPlantoets = (
  past: Past,
  normtoetsen: readonly GrensToets[],
  bekend: Bekend,
  kader: Kader,
): NonNullable<DeelOordeel['plantoets']> => ({
  uitslag: past,
  toetsen: normtoetsen.map((toets) => toonLosseToets(toets, bekend, kader)),
  uitleg: plantoetsUitleg(past, normtoetsen.length, kader),
});

function toonLosseToets(toets: Toetsregel, bekend: Bekend, kader: Kader): Toets {
  const uitslag = toetsUitslag(toets, bekend);
  return {
    id: toets.id,
    omschrijving: toets.omschrijving,
    uitslag: uitslag === null ? 'onbekend' : uitslag ? 'voldoet' : 'voldoet-niet',
    waarde: bekend.get(toets.feit) ?? null,
    grens:
      toets.soort === 'grens'
        ? grensVan(toets, bekend)
        : toets.waarden.length === 1
          ? (toets.waarden[0] ?? null)
          : toets.waarden.map(String),
    eenheid: toets.soort === 'grens' ? toets.eenheid : null,
    vergelijking: toets.soort === 'grens' ? toets.vergelijking : toets.waarden.length === 1 ? '=' : 'in',
    artikel: kader.noemArtikel(toets.artikel),
    regelVersie: kader.versieVan(toets.artikel),
    feiten: feitenVan(toets),
    gevolg: null,
    wijziging: toets.soort === 'grens' ? kleinsteWijziging(toets, bekend) : null,
  };
}

function plantoetsUitleg(past: Past, aantal: number, { normen }: Kader): string {
  if (normen === null) return 'Wij weten nu niet welke maten het omgevingsplan op deze plek heeft.';
  if (aantal === 0)
    return 'Wij vonden op deze plek geen maten in het omgevingsplan. Lees ook de regels over het gebruik.';
  if (past === 'past')
    return 'Het past in de maten van het omgevingsplan op deze plek. Lees ook de regels over het gebruik.';
  if (past === 'past-niet') return 'Het past niet in de maten van het omgevingsplan op deze plek.';
  return 'Wij kunnen nog niet zeggen of het past in de maten van het omgevingsplan op deze plek.';
}

const uitlegOnbekend = (ontbreekt: readonly string[], { noemFeit }: Kader): string =>
  `Wij weten nog niet genoeg. Het hangt af van: ${ontbreekt.map((sleutel) => noemFeit(sleutel).toLowerCase()).join('; ')}.`;
