import { type Kans, kanNiet, mogelijk, niet, wel } from './kans.ts';
import { SLIVER_M2 } from './meting.ts';
import type { RegelSleutel } from './regels.ts';
import {
  bepaalUitkomsten,
  type Omgevingsplan,
  onzekerRecht,
  past,
  technischeToetsen,
  uitsluitend,
} from './uitkomst.ts';
import { type Getoetst, grensNokM, hoogsteBovenVloerM, hoogteVan, perDeel, vanDak } from './voorwaarden.ts';
import { bepaalWijziging, type Wijziging } from './wijziging.ts';

/** One test of one value against one limit. */
export interface BouwwerkToets {
  id: RegelSleutel;
  omschrijving: string;
  uitslag: 'voldoet' | 'voldoet-niet' | 'onbekend';
  waarde: number | string | boolean | null;
  grens: number | string | boolean | null;
  eenheid: 'm' | 'm2' | 'graden' | null;
  vergelijking: '<=' | '>' | '=' | null;
  artikel: string;
  regelVersie: string;
  /** Keys of the facts that it looks at. */
  feiten: string[];
  /** Of those, what is not known. */
  ontbreekt: string[];
  /** What the omgevingsplan says when only this test turns over; null: the same. */
  gevolg: Omgevingsplan | 'ONBEKEND' | null;
  wijziging: Wijziging | null;
}

type Beschrijving = Pick<BouwwerkToets, 'omschrijving' | 'waarde' | 'grens' | 'eenheid' | 'vergelijking' | 'feiten'>;

const jaNee = (omschrijving: string, feiten: string[], waarde: unknown, grens: boolean | string): Beschrijving => ({
  omschrijving,
  waarde: waarde === 'onbekend' || waarde === undefined ? null : (waarde as string | boolean),
  grens,
  eenheid: null,
  vergelijking: '=',
  feiten,
});

const hoogstens = (
  omschrijving: string,
  feiten: string[],
  waarde: number | null | 'onbekend',
  grens: number | null | 'onbekend',
  eenheid: 'm' | 'm2' | 'graden' = 'm',
): Beschrijving => ({
  omschrijving,
  waarde: typeof waarde === 'number' ? Math.round(waarde * 100) / 100 : null,
  grens: typeof grens === 'number' ? Math.round(grens * 1000) / 1000 : null,
  eenheid,
  vergelijking: '<=',
  feiten,
});

/** The stand in which the least area is left. */
export const krapsteStand = ({ meting }: Getoetst) =>
  meting.standen
    .map(([eerste]) => eerste!)
    .toSorted((een, ander) => een.maximumM2 - een.gebruiktM2 - (ander.maximumM2 - ander.gebruiktM2))[0] ?? null;

/** What each test looks at, in words and numbers. */
function beschrijf(getoetst: Getoetst, sleutel: RegelSleutel): Beschrijving {
  const { omstandigheden, plan, meting, voorbereid } = getoetst;
  const { regels, situatie } = voorbereid;
  const hoogte = hoogteVan(plan);
  switch (sleutel) {
    case 'monument':
      return jaNee('het is geen monument', ['monument'], omstandigheden.monument, 'geen');
    case 'illegaal':
      return jaNee(
        'het hoofdgebouw is met vergunning gebouwd',
        ['illegaalHoofdgebouw'],
        omstandigheden.illegaalHoofdgebouw,
        false,
      );
    case 'gezicht':
      return jaNee(
        'het ligt niet in een beschermd stads- of dorpsgezicht',
        ['beschermdGezicht'],
        omstandigheden.beschermdGezicht,
        false,
      );
    case 'archeologie':
      return hoogstens(
        'de grond is niet archeologisch beschermd, of het bouwwerk is klein genoeg',
        ['archeologie', 'ring'],
        meting.planM2,
        regels.archeologie.grens,
        'm2',
      );
    case 'veiligheidszone':
      return jaNee(
        'het ligt niet in een veiligheidszone',
        ['uitgeslotenVeiligheidszone'],
        omstandigheden.uitgeslotenVeiligheidszone,
        false,
      );
    case 'grond':
    case 'technischGrond':
      return jaNee('het staat op de grond', ['opDeGrond'], plan.opDeGrond, true);
    case 'achtererfgebied':
      return hoogstens(
        'er ligt niets van buiten het achtererfgebied',
        ['achtererfgebied', 'ring'],
        Math.max(0, meting.buitenAchtererfM2 ?? meting.buitenErfM2),
        SLIVER_M2,
        'm2',
      );
    case 'afstand':
      return {
        ...hoogstens(
          'het staat verder dan dit van openbaar toegankelijk gebied, of het gebied is welstandsvrij',
          ['openbaarToegankelijkGebied', 'welstandsvrij', 'ring'],
          meting.openbaar?.afstandM ?? null,
          regels.afstand.grens,
        ),
        vergelijking: '>',
      };
    case 'hoogte':
    case 'technischHoogte':
      return hoogstens('het is niet te hoog', ['hoogte'], hoogte, regels[sleutel].grens);
    case 'verblijfsgebied':
    case 'technischVerblijfsgebied':
      return jaNee(
        'op een verdieping is geen kamer om in te wonen, werken of slapen',
        ['bouwlagen', 'verblijfsgebiedOpVerdieping'],
        plan.bouwlagen === 1 ? false : plan.verblijfsgebiedOpVerdieping,
        false,
      );
    case 'buitenruimte':
    case 'technischBuitenruimte':
      return jaNee('er is geen dakterras of balkon', ['buitenruimteBovenGrond'], plan.buitenruimteBovenGrond, false);
    case 'hoogteBijHuis':
      return hoogstens(
        `binnen ${regels.zone.grens} m van het huis niet te hoog`,
        ['hoogte', 'oorspronkelijkHoofdgebouw'],
        hoogte,
        regels.hoogteBijHuis.grens,
      );
    case 'hoogteBovenVloer':
      return hoogstens(
        `binnen ${regels.zone.grens} m van het huis niet hoger dan net boven de vloer van de verdieping`,
        ['hoogte', 'hoogteVloerTweedeBouwlaag', 'oorspronkelijkHoofdgebouw'],
        hoogte,
        hoogsteBovenVloerM(situatie, regels),
      );
    case 'hoogteHoofdgebouw':
      return hoogstens(
        `binnen ${regels.zone.grens} m van het huis niet hoger dan het huis`,
        ['hoogte', 'hoogteHoofdgebouw', 'oorspronkelijkHoofdgebouw'],
        hoogte,
        situatie.hoogteHoofdgebouw,
      );
    case 'hoogteVerder':
      return hoogstens(
        `verder dan ${regels.zone.grens} m van het huis niet hoger dan dit, of met een schuin dak dat aan de eisen voldoet`,
        ['hoogte', 'oorspronkelijkHoofdgebouw'],
        hoogte,
        regels.hoogteVerder.grens,
      );
    case 'dakvorm':
      return jaNee('het dak heeft een nok tussen twee schuine vlakken', ['dak.vorm'], plan.dak.vorm, 'zadel');
    case 'goothoogte':
      return hoogstens('de dakvoet is niet te hoog', ['dak.goothoogte'], plan.dak.goothoogte, regels.goothoogte.grens);
    case 'helling':
      return hoogstens('het dak is niet te steil', ['dak.helling'], plan.dak.helling, regels.helling.grens, 'graden');
    case 'nokhoogte':
      return hoogstens(
        'de nok is niet te hoog voor de afstand tot de perceelgrens',
        ['dak.nokhoogte', 'dak.nokAfstandTotPerceelgrens'],
        plan.dak.nokhoogte,
        grensNokM(plan, regels),
      );
    case 'ondergeschiktVerder':
      return jaNee(
        `verder dan ${regels.zone.grens} m van het huis hoort het gebruik bij het wonen maar is het geen woonruimte, of het is voor mantelzorg`,
        ['functioneelOndergeschikt', 'mantelzorg', 'oorspronkelijkHoofdgebouw'],
        plan.functioneelOndergeschikt,
        'geheel of voorbij4m',
      );
    case 'ondergeschiktBijHuis':
      return jaNee(
        'ook het deel bij het huis is geen woonruimte, of er staat een scheidingswand, of het is voor mantelzorg',
        ['functioneelOndergeschikt', 'scheidingswandOp4m', 'mantelzorg', 'oorspronkelijkHoofdgebouw'],
        plan.functioneelOndergeschikt,
        'geheel',
      );
    case 'oppervlakte': {
      const stand = krapsteStand(getoetst);
      return hoogstens(
        'alle bijbehorende bouwwerken samen zijn niet te groot',
        [
          'ring',
          'achtererfgebied',
          'oorspronkelijkHoofdgebouw',
          'bestaandeBijbehorendeBouwwerken',
          'mantelzorg',
          'verplaatsbaar',
          'binnenBebouwdeKom',
        ],
        stand?.gebruiktM2 ?? null,
        stand?.maximumM2 ?? null,
        'm2',
      );
    }
    case 'soortHoofdgebouw':
      return jaNee(
        'het hoofdgebouw is geen woonwagen, tijdelijk gebouw of recreatieverblijf',
        ['hoofdgebouwType'],
        situatie.hoofdgebouwType,
        'woning',
      );
    case 'lijn':
    case 'zone':
    case 'mantelzorg':
      return jaNee('', [], null, true);
  }
}

/** Whether a fact is missing. What is drawn and what is computed is there; a plan without a ring is never judged. */
function ontbreekt({ omstandigheden, plan, voorbereid, meting }: Getoetst, feit: string): boolean {
  const { situatie, lezingen, marge } = voorbereid;
  switch (feit) {
    case 'achtererfgebied':
      return lezingen.length !== 1;
    case 'oorspronkelijkHoofdgebouw':
      return situatie.oorspronkelijkHoofdgebouw === null;
    case 'openbaarToegankelijkGebied':
      return (
        situatie.openbaarToegankelijkGebied === null ||
        (meting.mogelijkOpenbaar?.afstandM ?? Number.POSITIVE_INFINITY) <=
          voorbereid.regels.afstand.grens + marge.afstandM
      );
    case 'hoogte':
      return plan.hoogte === 'onbekend';
  }
  if (feit.startsWith('dak.')) {
    const waarde = plan.dak[feit.slice('dak.'.length) as keyof typeof plan.dak];
    return waarde === null || waarde === 'onbekend';
  }
  return [omstandigheden, situatie, plan].some((deel) => Reflect.get(deel, feit) === 'onbekend');
}

/** The tests of the omgevingsplan that can matter to this plan, in the order of the law. */
function vanToepassing({ meting, kansen, plan, voorbereid }: Getoetst): RegelSleutel[] {
  const delen = new Set(meting.delen.flat());
  const vanDelen = new Set([...delen].flatMap((deel) => perDeel[deel]));
  const hoogte = hoogteVan(plan);
  const schuinNodig =
    vanDelen.has('hoogteVerder') && (hoogte === 'onbekend' || hoogte > voorbereid.regels.hoogteVerder.grens);
  const dak = !schuinNodig ? [] : kansen.dakvorm === niet ? (['dakvorm'] as const) : vanDak;
  const gemeten = perDeel.beide.filter((sleutel) => vanDelen.has(sleutel));
  return [
    ...uitsluitend,
    ...onzekerRecht,
    'grond',
    'achtererfgebied',
    'afstand',
    'hoogte',
    'verblijfsgebied',
    'buitenruimte',
    ...gemeten,
    ...dak,
    'oppervlakte',
    ...past,
  ];
}

/** How a test turned out. One that does not hold, in a part where the plan may not stand at all, is not known. */
function kansVan({ meting, kansen }: Getoetst, sleutel: RegelSleutel): Kans {
  const kans = kansen[sleutel];
  if (!perDeel.beide.includes(sleutel)) return kans;
  return meting.delen.flat().every((deel) => perDeel[deel].includes(sleutel)) ? kans : mogelijk([wel, kans]);
}

const samengevat = ({ uitkomsten, rechtOnzeker }: ReturnType<typeof bepaalUitkomsten>): Omgevingsplan | 'ONBEKEND' =>
  rechtOnzeker || uitkomsten.size !== 1 ? 'ONBEKEND' : [...uitkomsten][0]!;

function maakToets(getoetst: Getoetst, sleutel: RegelSleutel, nu: Omgevingsplan | 'ONBEKEND' | null): BouwwerkToets {
  const { regels } = getoetst.voorbereid;
  const kans = kansVan(getoetst, sleutel);
  const beschrijving = beschrijf(getoetst, sleutel);
  const anders = nu && samengevat(bepaalUitkomsten(getoetst, { sleutel, kans: kans === wel ? niet : wel }));
  return {
    id: sleutel,
    ...beschrijving,
    uitslag: kans === wel ? 'voldoet' : kans === niet ? 'voldoet-niet' : 'onbekend',
    artikel: regels[sleutel].artikel,
    regelVersie: regels.versie,
    ontbreekt: kans === wel || kans === niet ? [] : beschrijving.feiten.filter((feit) => ontbreekt(getoetst, feit)),
    gevolg: anders === nu ? null : anders,
    wijziging: bepaalWijziging(getoetst, sleutel, kans),
  };
}

export const maakOmgevingsplanToetsen = (getoetst: Getoetst): BouwwerkToets[] => {
  const nu = samengevat(bepaalUitkomsten(getoetst));
  return vanToepassing(getoetst).map((sleutel) => maakToets(getoetst, sleutel, nu));
};

export const maakTechnischeToetsen = (getoetst: Getoetst): BouwwerkToets[] =>
  technischeToetsen.map((sleutel) => maakToets(getoetst, sleutel, null));

/** Why the omgevingsplan gives no answer: the tests that can turn it, and what would settle them. */
export interface Twijfel {
  toets: RegelSleutel;
  /**
   * `feit` something is not known; `marge` it is nearer to the limit than the map is right; `lijn` the law leaves open
   * where the line runs; `niet-te-berekenen` there is no line; `recht` the gemeente has yet to settle its rule.
   */
  oorzaak: 'feit' | 'marge' | 'lijn' | 'niet-te-berekenen' | 'recht';
  feiten: string[];
}

export function bepaalTwijfel(getoetst: Getoetst, toetsen: readonly BouwwerkToets[]): Twijfel[] {
  const { reden, lezingen } = getoetst.voorbereid;
  return toetsen.flatMap((toets): Twijfel[] => {
    const { id, uitslag, ontbreekt: feiten } = toets;
    const recht = onzekerRecht.includes(id);
    if (uitslag === 'voldoet' || (uitslag === 'voldoet-niet' && !recht)) return [];
    const als = (kans: Kans) => {
      const { uitkomsten, rechtOnzeker } = bepaalUitkomsten(getoetst, { sleutel: id, kans });
      return [...uitkomsten, rechtOnzeker].join();
    };
    if (als(wel) === als(niet)) return [];
    if (recht && uitslag === 'voldoet-niet') return [{ toets: id, oorzaak: 'recht', feiten }];
    const overLijn = feiten.includes('achtererfgebied');
    const feitelijk = feiten.filter((feit) => feit !== 'achtererfgebied');
    if (overLijn && reden) return [{ toets: id, oorzaak: 'niet-te-berekenen', feiten: feitelijk }];
    if (overLijn && lezingen.length > 1 && verschilt(getoetst, id))
      return [{ toets: id, oorzaak: 'lijn', feiten: feitelijk }];
    return [{ toets: id, oorzaak: feitelijk.length > 0 ? 'feit' : 'marge', feiten: feitelijk }];
  });
}

/** Whether the readings of the line themselves give other answers, apart from any margin. */
function verschilt({ plekken }: Getoetst, sleutel: RegelSleutel): boolean {
  const eigen = (plek: (typeof plekken)[number][number]) =>
    sleutel === 'oppervlakte' ? plek.oppervlakte : plek.binnen;
  return plekken.some((bij) => bij.some((plek) => kanNiet(eigen(plek)) !== kanNiet(eigen(bij[0]!))));
}
