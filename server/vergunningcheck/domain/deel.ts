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
  type Tak,
  type Toetsregel,
  toetsenVan,
  type Voorwaarde,
} from './regel.ts';
import { volgendeStapNa } from './stap.ts';
import { kleinsteVoorstellen, kleinsteWijziging, type Stand } from './wijziging.ts';
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

const bopa = 'Ow 5.1 (buitenplanse omgevingsplanactiviteit)';

/** One question on one activiteit, with what decided it and the smallest changes that make it freer. */
export function oordeelDeel(
  regel: Deelregel,
  { plantoets }: Pick<Activiteit, 'plantoets'>,
  bekend: Bekend,
  kader: Kader,
): { deel: DeelOordeel; voorstellen: Voorstel[] } {
  const beslissing = beslis(regel, (toets) => toetsUitslag(toets, bekend));
  const normtoetsen = plantoets.filter((toets) => geldtHier(toets, kader));
  const metNormen = new Map([
    ...bekend,
    ...[...(kader.normen ?? [])].flatMap(([sleutel, waarde]) => (waarde === null ? [] : [[sleutel, waarde] as const])),
  ]);
  const past = beslissing.uitkomst === 'VRIJ_PLANTOETS' ? pastInPlan(normtoetsen, metNormen, kader) : null;
  const stand = standVan(regel, normtoetsen, metNormen);
  const slot =
    past === 'past-niet'
      ? {
          artikel: bopa,
          uitleg:
            'Het past niet in de maten van het omgevingsplan op deze plek. U vraagt een vergunning aan om daarvan af te wijken.',
        }
      : beslissing.slot;
  const ontbreekt = ontbrekendeFeiten(beslissing.open, bekend);
  const toon = (toets: Toetsregel) => toonToets(toets, regel, metNormen, kader);
  const getoond = zichtbareToetsen(regel, beslissing, bekend).filter(
    (toets) => toetsUitslag(toets, bekend) !== null || feitenVan(toets).some((sleutel) => ontbreekt.includes(sleutel)),
  );
  const artikel = slot?.artikel ?? beslissing.open.flatMap(toetsenVan).find((toets) => toets.artikel)?.artikel ?? '';
  const voorstellen = kleinsteVoorstellen(
    regel.vraag,
    [...getoond, ...(past ? normtoetsen : [])].filter((toets): toets is GrensToets => toets.soort === 'grens'),
    metNormen,
    (ander) => standVan(regel, normtoetsen, ander),
  );
  return {
    voorstellen,
    deel: {
      vraag: regel.vraag,
      naam: vraagNaam[regel.vraag],
      uitkomst: stand.uitkomst,
      artikel: kader.noemArtikel(artikel),
      regelVersie: kader.versieVan(artikel),
      toetsen: getoond.map(toon),
      plantoets: past && {
        uitslag: past,
        toetsen: normtoetsen.map(toon),
        uitleg: plantoetsUitleg(past, normtoetsen.length, kader),
      },
      ontbreekt,
      uitleg: slot?.uitleg ?? uitlegOnbekend(ontbreekt, kader),
      bevoegdGezag: kader.gezag[regel.bevoegdGezag],
      volgendeStap: volgendeStapNa(stand.uitkomst, {
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

type Past = NonNullable<DeelOordeel['plantoets']>['uitslag'];

function pastInPlan(normtoetsen: readonly GrensToets[], bekend: Bekend, { normen }: Kader): Past {
  const uitslagen = normtoetsen.map((toets) => toetsUitslag(toets, bekend));
  if (uitslagen.includes(false)) return 'past-niet';
  return normen === null || uitslagen.length === 0 || uitslagen.includes(null) ? 'onbekend' : 'past';
}

function standVan(regel: Deelregel, normtoetsen: readonly GrensToets[], bekend: Bekend): Stand {
  const { uitkomst, mogelijk, open } = beslis(regel, (toets) => toetsUitslag(toets, bekend));
  const pastNiet = uitkomst === 'VRIJ_PLANTOETS' && normtoetsen.some((toets) => toetsUitslag(toets, bekend) === false);
  return pastNiet
    ? { uitkomst: 'VERGUNNING', mogelijk: ['VERGUNNING'], ontbreekt: [] }
    : { uitkomst, mogelijk, ontbreekt: ontbrekendeFeiten(open, bekend) };
}

/**
 * The tests that belong to this case, each once: of every tak up to the one that decides. A tak about another case says
 * nothing here, and what only tells cases apart is no test to show.
 */
function zichtbareToetsen({ takken }: Deelregel, { slot }: Beslissing, bekend: Bekend): Toetsregel[] {
  const tot = takken.indexOf(slot as Tak);
  const eigenToets = (toets: Toetsregel): Uitslag => toetsUitslag(toets, bekend);
  const alleenKeuze = (toets: Toetsregel): Uitslag =>
    toets.soort === 'lijst' && toets.keuze ? eigenToets(toets) : null;
  const bijDezeZaak = (voorwaarde: Voorwaarde): Toetsregel[] => {
    switch (voorwaarde.soort) {
      case 'niet':
        return bijDezeZaak(voorwaarde.van);
      case 'alle':
      case 'een':
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
    gevolg: straks === nu ? null : straks,
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
