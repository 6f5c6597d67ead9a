import { schrijfMaat, schrijfVerschil } from '../woorden.ts';
import { nergens, type Verschuiving } from './achtererf.ts';
import { tussenruimte } from './afstand.ts';
import { type Kans, RUIS_M, wel } from './kans.ts';
import { isBinnen, meet } from './meting.ts';
import { getekendM2, haaks, maal, min, type Punt, plus } from './punt.ts';
import type { RegelSleutel } from './regels.ts';
import { doorsnede, naarVlak, oppervlakte } from './vlak.ts';
import type { Gelezen, Voorbereid } from './voorbereid.ts';
import { type Getoetst, grensNokM, hoogsteBovenVloerM, hoogteVan, toets } from './voorwaarden.ts';

/** The smallest change of one quantity after which one test holds. */
export interface Wijziging {
  /** Key of the fact that changes. */
  feit: string;
  /** "Maak het bouwwerk 0,20 m lager." */
  tekst: string;
  grootheid: string;
  van: number;
  naar: number;
  eenheid: 'm' | 'm2' | 'graden';
  /** Of a change of place: where the ring goes, in m. */
  verschuiving?: Punt;
}

/** Smaller than this (m²) nobody builds. */
const KLEINSTE_BOUWWERK_M2 = 1;
/** Further than this (m) is another plan. */
const VERSTE_M = 16;

const omlaag = (waarde: number, stap: number) => Math.round(Math.floor(waarde / stap + 1e-6) * stap * 1e6) / 1e6;

const verlaag = (feit: string, grootheid: string, wat: string, van: number, grens: number): Wijziging | null => {
  const naar = omlaag(grens, 0.01);
  if (naar <= 0 || van <= naar) return null;
  return { feit, grootheid, van, naar, eenheid: 'm', tekst: `Maak ${wat} ${schrijfVerschil(van - naar, 'm')} lager.` };
};

/** The smallest change that makes a test hold that does not, or not surely. Null: no change of one number does. */
export function bepaalWijziging(getoetst: Getoetst, sleutel: RegelSleutel, kans: Kans): Wijziging | null {
  if (kans === wel) return null;
  const { plan, voorbereid } = getoetst;
  const { regels, situatie } = voorbereid;
  const hoogte = hoogteVan(plan);
  const lager = (grens: number | null | 'onbekend') =>
    typeof hoogte === 'number' && typeof grens === 'number'
      ? verlaag('hoogte', 'hoogte', 'het bouwwerk', hoogte, grens)
      : null;
  switch (sleutel) {
    case 'hoogte':
    case 'hoogteBijHuis':
    case 'hoogteVerder':
    case 'technischHoogte':
      return lager(regels[sleutel].grens);
    case 'hoogteBovenVloer':
      return lager(hoogsteBovenVloerM(situatie, regels));
    case 'hoogteHoofdgebouw':
      return lager(situatie.hoogteHoofdgebouw);
    case 'goothoogte':
      return plan.dak.goothoogte === null
        ? null
        : verlaag('dak.goothoogte', 'goothoogte', 'de dakvoet', plan.dak.goothoogte, regels.goothoogte.grens);
    case 'nokhoogte': {
      const grens = grensNokM(plan, regels);
      if (plan.dak.nokhoogte === null || grens === 'onbekend') return null;
      return verlaag('dak.nokhoogte', 'nokhoogte', 'de nok', plan.dak.nokhoogte, grens);
    }
    case 'helling': {
      const { helling } = plan.dak;
      const { grens } = regels.helling;
      if (helling === null || helling <= grens) return null;
      const tekst = `Maak de helling van het dak ${schrijfMaat(Math.round((helling - grens) * 10) / 10, 'graden')} kleiner.`;
      return { feit: 'dak.helling', grootheid: 'helling', van: helling, naar: grens, eenheid: 'graden', tekst };
    }
    case 'afstand':
      return verschuifVanStraat(getoetst);
    case 'achtererfgebied':
      return verschuifNaarAchter(getoetst);
    case 'oppervlakte':
      return verklein(getoetst);
    default:
      return null;
  }
}

interface Richting {
  eenheid: Punt;
  waarheen: string;
}

/** Behind, left and right as one stands before the house. */
function richtingenVan({ lezingen }: Voorbereid): Richting[] {
  const normaal = lezingen[0]?.lezing.voorkant.normaal;
  if (!normaal) return [];
  const rechts = haaks(normaal);
  return [
    { eenheid: maal(normaal, -1), waarheen: 'naar achteren' },
    { eenheid: maal(rechts, -1), waarheen: 'naar links, gezien vanaf de straat' },
    { eenheid: rechts, waarheen: 'naar rechts, gezien vanaf de straat' },
  ];
}

const verschuif = (ring: readonly Punt[], over: Punt): Punt[] => ring.map((punt) => plus(punt, over));

/** The shortest way, in whole centimetres, along one of some directions, after which it fits. */
function zoekVerschuiving(
  ring: readonly Punt[],
  richtingen: readonly Richting[],
  past: (ring: Punt[]) => boolean,
): Wijziging | null {
  let beste: { cm: number; richting: Richting } | null = null;
  for (const richting of richtingen) {
    const pastNa = (cm: number) => past(verschuif(ring, maal(richting.eenheid, cm / 100)));
    let ver = 8;
    const meest = beste ? beste.cm - 1 : VERSTE_M * 100;
    while (ver < meest && !pastNa(ver)) ver *= 2;
    ver = Math.min(ver, meest);
    if (ver < 1 || !pastNa(ver)) continue;
    let tekort = 0;
    while (ver - tekort > 1) {
      const half = Math.floor((ver + tekort) / 2);
      if (pastNa(half)) ver = half;
      else tekort = half;
    }
    beste = { cm: ver, richting };
  }
  if (!beste) return null;
  const naar = beste.cm / 100;
  return {
    feit: 'ring',
    grootheid: 'plaats',
    van: 0,
    naar,
    eenheid: 'm',
    tekst: `Schuif het bouwwerk ${schrijfVerschil(naar, 'm')} ${beste.richting.waarheen}.`,
    verschuiving: maal(beste.richting.eenheid, naar),
  };
}

function verschuifVanStraat({ voorbereid, meting }: Getoetst): Wijziging | null {
  const { grond, regels, marge } = voorbereid;
  const straten = [...(grond?.openbaar ?? []), ...(grond?.mogelijkOpenbaar ?? [])];
  const genoeg = regels.afstand.grens + marge.afstandM;
  const weg: Richting[] = [meting.openbaar, meting.mogelijkOpenbaar].flatMap((ruimte) => {
    if (!ruimte || ruimte.afstandM === 0) return [];
    return [
      { eenheid: maal(min(ruimte.van, ruimte.naar), 1 / ruimte.afstandM), waarheen: 'van het openbare gebied af' },
    ];
  });
  return zoekVerschuiving(
    meting.ring,
    [...weg, ...richtingenVan(voorbereid)],
    (ring) => (tussenruimte(ring, straten)?.afstandM ?? genoeg + 1) > genoeg + RUIS_M,
  );
}

/** The lines as near to the house as they may be. */
const krapste = ({ verschuivingen }: Gelezen): Verschuiving =>
  verschuivingen.reduce(
    (een, ander) => ({
      lijn: Math.min(een.lijn, ander.lijn),
      links: Math.min(een.links, ander.links),
      rechts: Math.min(een.rechts, ander.rechts),
    }),
    nergens,
  );

function verschuifNaarAchter({ voorbereid, meting }: Getoetst): Wijziging | null {
  const gebieden = voorbereid.lezingen.map((gelezen) => gelezen.achtererf(krapste(gelezen)));
  if (gebieden.length === 0) return null;
  return zoekVerschuiving(meting.ring, richtingenVan(voorbereid), (ring) => {
    const plan = naarVlak(ring);
    return gebieden.every((gebied) => isBinnen(meting.planM2 - oppervlakte(doorsnede(plan, gebied))));
  });
}

function zwaartepunt(ring: readonly Punt[]): Punt {
  let som: Punt = [0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[j]!, ring[i]!];
    som = plus(som, maal(plus(a, b), a[0] * b[1] - a[1] * b[0]));
  }
  return maal(som, 1 / (6 * getekendM2(ring)));
}

/** A ring of the same form and another area around the same middle. */
export function schaalNaarM2(ring: readonly Punt[], m2: number): Punt[] {
  const hart = zwaartepunt(ring);
  const factor = Math.sqrt(m2 / Math.abs(getekendM2(ring)));
  return ring.map((punt) => plus(hart, maal(min(punt, hart), factor)));
}

/** Less area, of the same form, in whole tenths of a m². */
function verklein(getoetst: Getoetst): Wijziging | null {
  const { voorbereid, meting } = getoetst;
  if (meting.standen.length === 0) return null;
  const past = (m2: number) => {
    const kleiner = toets({ ...getoetst, meting: meet(voorbereid, schaalNaarM2(meting.ring, m2)) });
    return kleiner.kansen.oppervlakte === wel;
  };
  const teveel = Math.max(...meting.standen.flat().map((stand) => stand.gebruiktM2 - stand.maximumM2));
  let naar = omlaag(meting.planM2 - teveel - voorbereid.marge.oppervlakteM2, 0.1);
  for (let stap = 0.1; naar >= KLEINSTE_BOUWWERK_M2 && !past(naar); stap *= 2) naar = omlaag(naar - stap, 0.1);
  if (naar < KLEINSTE_BOUWWERK_M2) return null;
  const van = Math.round(meting.planM2 * 100) / 100;
  const minder = schrijfMaat(Math.ceil((van - naar) * 10 - 1e-6) / 10, 'm2');
  return {
    feit: 'ring',
    grootheid: 'oppervlakte',
    van,
    naar,
    eenheid: 'm2',
    tekst: `Maak het bouwwerk ${minder} kleiner.`,
  };
}
