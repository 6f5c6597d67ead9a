import { alle, een, hoogstens, is, type Kans, mogelijk, niet, omgekeerd, onzeker, RUIS_M, wel } from './kans.ts';
import { type Deel, type Meting, RUIS_M2, SLIVER_M2, type Stand } from './meting.ts';
import { hoogsteNokM, type RegelSleutel, type Regels } from './regels.ts';
import type { Omstandigheden, Onbekend, Plan, Situatie } from './situatie.ts';
import type { Voorbereid } from './voorbereid.ts';

/** The law of a bijbehorend bouwwerk as tests of one plan: each holds, does not hold, or may do either. */
export type Kansen = Record<RegelSleutel, Kans>;

export interface Zaak {
  voorbereid: Voorbereid;
  omstandigheden: Omstandigheden;
  plan: Plan;
  meting: Meting;
}

/** A zaak with its tests. */
export interface Getoetst extends Zaak {
  plekken: readonly (readonly Plek[])[];
  kansen: Kansen;
}

/** Highest point (m): a ridge is part of the structure. */
export const hoogteVan = ({ hoogte, dak }: Plan): number | Onbekend =>
  hoogte === 'onbekend' ? hoogte : Math.max(hoogte, dak.nokhoogte ?? 0);

/** The most that the floor of the second storey allows (m); null: there is no such floor. */
export function hoogsteBovenVloerM({ hoogteVloerTweedeBouwlaag: vloer }: Situatie, regels: Regels) {
  return typeof vloer === 'number' ? vloer + regels.hoogteBovenVloer.grens : vloer;
}

export const grensNokM = ({ dak }: Plan, regels: Regels): number | Onbekend =>
  dak.nokAfstandTotPerceelgrens === null ? 'onbekend' : hoogsteNokM(regels, dak.nokAfstandTotPerceelgrens);

/** The distance must be more than the limit, and a map may be off. `zeker` is nearer than any area that may be public. */
function kansAfstand({ voorbereid, omstandigheden, meting }: Zaak): Kans {
  const { marge, regels, situatie } = voorbereid;
  const verGenoeg = (afstandM: number | undefined): Kans => {
    if (afstandM === undefined) return wel;
    if (afstandM > regels.afstand.grens + marge.afstandM + RUIS_M) return wel;
    return marge.afstandM > 0 && afstandM > regels.afstand.grens - marge.afstandM + RUIS_M ? onzeker : niet;
  };
  const zeker = situatie.openbaarToegankelijkGebied === null ? onzeker : verGenoeg(meting.openbaar?.afstandM);
  const misschien = verGenoeg(meting.mogelijkOpenbaar?.afstandM) === wel ? wel : onzeker;
  return een(alle([zeker, misschien]), is(omstandigheden.welstandsvrij, Boolean));
}

/** A movable mantelzorg unit outside the bebouwde kom has no maximum area. */
const kansVrijgesteld = ({ omstandigheden, plan, meting, voorbereid }: Zaak): Kans =>
  alle([
    is(plan.mantelzorg, Boolean),
    is(plan.verplaatsbaar, Boolean),
    omgekeerd(is(omstandigheden.binnenBebouwdeKom, Boolean)),
    meting.planM2 <= voorbereid.regels.mantelzorg.grens + RUIS_M2 ? wel : niet,
  ]);

/** Whether the area of one stand fits, with the margin of a map. */
export function kansOppervlakte({ gebruiktM2, maximumM2 }: Stand, margeM2: number): Kans {
  if (gebruiktM2 <= maximumM2 - margeM2 + RUIS_M2) return wel;
  return gebruiktM2 > maximumM2 + margeM2 + RUIS_M2 ? niet : onzeker;
}

/** In and out of the achtererfgebied, and the area with it, for each stand. */
export interface Plek {
  binnen: Kans;
  oppervlakte: Kans;
}

/** Per scenario every place where the plan can turn out to stand. */
function bepaalPlekken(zaak: Zaak): Plek[][] {
  const { meting, voorbereid } = zaak;
  const vrijgesteld = kansVrijgesteld(zaak);
  const aantal = Math.max(1, voorbereid.scenarios.length);
  if (meting.standen.length === 0) {
    const binnen = meting.buitenErfM2 > SLIVER_M2 + RUIS_M2 ? niet : onzeker;
    return Array.from({ length: aantal }, () => [{ binnen, oppervlakte: een(onzeker, vrijgesteld) }]);
  }
  return meting.standen.map((standen) =>
    standen.map((stand) => ({
      binnen: stand.binnen ? wel : niet,
      oppervlakte: een(kansOppervlakte(stand, voorbereid.marge.oppervlakteM2), vrijgesteld),
    })),
  );
}

/** At most a height; when that is not known it holds for what is lower than any house is. */
const zekerLaag = (hoogte: number | Onbekend, grens: number | Onbekend, minste: number | undefined): Kans =>
  grens === 'onbekend' && minste !== undefined && hoogstens(hoogte, minste) === wel ? wel : hoogstens(hoogte, grens);

/** The tests that matter in each part; those of `beide` hold on top of the others. */
export const perDeel: Record<Deel, readonly RegelSleutel[]> = {
  bijHuis: ['hoogteBijHuis', 'hoogteBovenVloer', 'hoogteHoofdgebouw'],
  verder: ['hoogteVerder', 'ondergeschiktVerder'],
  beide: [
    'hoogteBijHuis',
    'hoogteBovenVloer',
    'hoogteHoofdgebouw',
    'hoogteVerder',
    'ondergeschiktVerder',
    'ondergeschiktBijHuis',
  ],
};

/** The tests of the roof, which matter only to a structure too high for a flat one. */
export const vanDak = ['dakvorm', 'goothoogte', 'helling', 'nokhoogte'] as const;

/** Beyond the zone: low enough, or under a roof as it should be. */
export const kansVerder = (
  hoogte: number | Onbekend,
  regels: Regels,
  dak: Pick<Kansen, (typeof vanDak)[number]>,
): Kans =>
  een(
    hoogstens(hoogte, regels.hoogteVerder.grens),
    dak.dakvorm === niet ? niet : alle(vanDak.map((sleutel) => dak[sleutel])),
  );

export function toets(zaak: Zaak): Getoetst {
  const plekken = bepaalPlekken(zaak);
  return { ...zaak, plekken, kansen: bepaalKansen(zaak, plekken.flat()) };
}

function bepaalKansen(zaak: Zaak, plekken: readonly Plek[]): Kansen {
  const { voorbereid, omstandigheden, plan, meting } = zaak;
  const { regels, situatie } = voorbereid;
  const hoogte = hoogteVan(plan);
  const minste = situatie.minsteHoogten;
  const boven = hoogsteBovenVloerM(situatie, regels);
  const opVerdieping = alle([is(plan.bouwlagen, (lagen) => lagen > 1), is(plan.verblijfsgebiedOpVerdieping, Boolean)]);
  const buiten = is(plan.buitenruimteBovenGrond, Boolean);
  const mantelzorg = is(plan.mantelzorg, Boolean);
  const dak = {
    dakvorm: is(plan.dak.vorm, (vorm) => vorm === 'zadel'),
    goothoogte: hoogstens(plan.dak.goothoogte, regels.goothoogte.grens),
    helling: hoogstens(plan.dak.helling, regels.helling.grens),
    nokhoogte: hoogstens(plan.dak.nokhoogte, grensNokM(plan, regels)),
  };
  const archeologie = omstandigheden.archeologie ?? false;
  return {
    lijn: wel,
    zone: wel,
    monument: is(omstandigheden.monument, (soort) => soort === 'geen'),
    illegaal: omgekeerd(is(omstandigheden.illegaalHoofdgebouw, Boolean)),
    gezicht: omgekeerd(is(omstandigheden.beschermdGezicht, Boolean)),
    archeologie: een(
      omgekeerd(is(archeologie, Boolean)),
      meting.planM2 <= regels.archeologie.grens + RUIS_M2 ? wel : niet,
    ),
    veiligheidszone: omgekeerd(is(omstandigheden.uitgeslotenVeiligheidszone, Boolean)),
    grond: is(plan.opDeGrond, Boolean),
    achtererfgebied: mogelijk(plekken.map(({ binnen }) => binnen)),
    afstand: kansAfstand(zaak),
    hoogte: hoogstens(hoogte, regels.hoogte.grens),
    verblijfsgebied: omgekeerd(opVerdieping),
    buitenruimte: omgekeerd(buiten),
    hoogteBijHuis: hoogstens(hoogte, regels.hoogteBijHuis.grens),
    hoogteBovenVloer:
      boven === null
        ? wel
        : zekerLaag(hoogte, boven, minste && minste.vloerTweedeBouwlaag + regels.hoogteBovenVloer.grens),
    hoogteHoofdgebouw: zekerLaag(hoogte, situatie.hoogteHoofdgebouw, minste?.hoofdgebouw),
    hoogteVerder: kansVerder(hoogte, regels, dak),
    ...dak,
    ondergeschiktVerder: een(
      is(plan.functioneelOndergeschikt, (deel) => deel !== 'nee'),
      mantelzorg,
    ),
    ondergeschiktBijHuis: een(
      is(plan.functioneelOndergeschikt, (deel) => deel === 'geheel'),
      mantelzorg,
      is(plan.scheidingswandOp4m, Boolean),
    ),
    oppervlakte: mogelijk(plekken.map(({ oppervlakte }) => oppervlakte)),
    mantelzorg: kansVrijgesteld(zaak),
    soortHoofdgebouw: is(situatie.hoofdgebouwType, (soort) => soort === 'woning'),
    technischGrond: is(plan.opDeGrond, Boolean),
    technischHoogte: hoogstens(hoogte, regels.technischHoogte.grens),
    technischVerblijfsgebied: omgekeerd(opVerdieping),
    technischBuitenruimte: omgekeerd(buiten),
  };
}
