import { nergens } from './achtererf.ts';
import { meet, nietGemeten } from './meting.ts';
import type { Reden } from './redenen.ts';
import type { Regels } from './regels.ts';
import { leesRing } from './ring.ts';
import type { Omstandigheden, Plan, Situatie } from './situatie.ts';
import { bepaalOorsprong } from './terrein.ts';
import {
  type BouwwerkToets,
  bepaalTwijfel,
  maakOmgevingsplanToetsen,
  maakTechnischeToetsen,
  type Twijfel,
} from './toetsen.ts';
import { bepaalTechnisch, bepaalUitkomsten, type Omgevingsplan, type Technisch } from './uitkomst.ts';
import { oppervlakte } from './vlak.ts';
import { bereidVoor } from './voorbereid.ts';
import { type Getoetst, toets } from './voorwaarden.ts';

/** Areas in m², without margin, also on a map. Null: not to be computed, or the oorspronkelijk hoofdgebouw is unknown. */
export interface Maten {
  planM2: number | null;
  achtererfgebiedM2: number | null;
  bebouwingsgebiedM2: number | null;
  maximumM2: number | null;
  /** All that counts within the bebouwingsgebied, the plan with it. */
  gebruiktM2: number | null;
  /** m from the plan to openbaar toegankelijk gebied. */
  afstandM: number | null;
}

/** The verdict on one plan at one place. */
export interface BouwwerkOordeel {
  omgevingsplan: Omgevingsplan | 'ONBEKEND';
  /** Before the questions of Bbl 2.17. */
  technisch: Technisch | 'ONBEKEND';
  /** What the omgevingsplan can still say, from free to strict. */
  mogelijk: Omgevingsplan[];
  /** Why something could not be computed; null: all was. */
  reden: Reden | null;
  /** What would settle an `ONBEKEND`. */
  twijfel: Twijfel[];
  omgevingsplanToetsen: BouwwerkToets[];
  technischeToetsen: BouwwerkToets[];
  maten: Maten;
}

const vanVrijNaarStreng: readonly Omgevingsplan[] = ['VRIJ', 'VRIJ_PLANTOETS', 'VERGUNNING'];

/**
 * Judges a bijbehorend bouwwerk: the building part of the omgevingsplanactiviteit and the technical building activity.
 *
 * Never throws and never says `VRIJ` while something that decides is missing. All rings in RD metres.
 *
 * @source bruidsschat omgevingsplan art. 22.27 a, 22.36 a, 22.37; Bbl art. 2.22, 2.25, 2.27, 2.30
 */
export function judgeBijbehorendBouwwerk(
  situatie: Situatie,
  omstandigheden: Omstandigheden,
  plan: Plan,
  regels: Regels,
): BouwwerkOordeel {
  const oordeel = judgeOpErf(situatie, omstandigheden, plan, regels);
  const anders = situatie.andersGelezen && judgeOpErf(situatie.andersGelezen, omstandigheden, plan, regels);
  if (!anders || anders.omgevingsplan === oordeel.omgevingsplan) return oordeel;
  return {
    ...oordeel,
    omgevingsplan: 'ONBEKEND',
    mogelijk: vanVrijNaarStreng.filter((een) => oordeel.mogelijk.includes(een) || anders.mogelijk.includes(een)),
    twijfel: [{ toets: 'achtererfgebied', oorzaak: 'feit', feiten: ['perceel'] }, ...oordeel.twijfel],
  };
}

function judgeOpErf(situatie: Situatie, omstandigheden: Omstandigheden, plan: Plan, regels: Regels): BouwwerkOordeel {
  const voorbereid = bereidVoor(situatie, regels);
  const ring = leesRing(plan.ring, voorbereid.grond?.oorsprong ?? bepaalOorsprong(plan.ring));
  const zaak = { voorbereid, omstandigheden, plan };
  return typeof ring === 'string'
    ? zonderTekening(toets({ ...zaak, meting: nietGemeten }), `plan-${ring}`)
    : vat(toets({ ...zaak, meting: meet(voorbereid, ring) }));
}

const geenMaten: Maten = {
  planM2: null,
  achtererfgebiedM2: null,
  bebouwingsgebiedM2: null,
  maximumM2: null,
  gebruiktM2: null,
  afstandM: null,
};

/** What can be said of a plan that cannot be drawn: only what does not depend on its place. */
const zonderTekening = (getoetst: Getoetst, reden: Reden): BouwwerkOordeel => ({
  omgevingsplan: 'ONBEKEND',
  technisch: bepaalTechnisch(getoetst.kansen, getoetst.plan),
  mogelijk: [...vanVrijNaarStreng],
  reden,
  twijfel: [{ toets: 'achtererfgebied', oorzaak: 'niet-te-berekenen', feiten: ['ring'] }],
  omgevingsplanToetsen: [],
  technischeToetsen: maakTechnischeToetsen(getoetst),
  maten: geenMaten,
});

function vat(getoetst: Getoetst): BouwwerkOordeel {
  const { uitkomsten, rechtOnzeker } = bepaalUitkomsten(getoetst);
  const mogelijk = vanVrijNaarStreng.filter((uitkomst) => uitkomsten.has(uitkomst));
  const omgevingsplanToetsen = maakOmgevingsplanToetsen(getoetst);
  const zeker = mogelijk.length === 1 && !rechtOnzeker;
  return {
    omgevingsplan: zeker ? mogelijk[0]! : 'ONBEKEND',
    technisch: bepaalTechnisch(getoetst.kansen, getoetst.plan),
    mogelijk: rechtOnzeker ? [...vanVrijNaarStreng] : mogelijk,
    reden: getoetst.voorbereid.reden,
    twijfel: zeker ? [] : bepaalTwijfel(getoetst, omgevingsplanToetsen),
    omgevingsplanToetsen,
    technischeToetsen: maakTechnischeToetsen(getoetst),
    maten: bepaalMaten(getoetst),
  };
}

function bepaalMaten({ voorbereid, meting }: Getoetst): Maten {
  const { lezingen, scenarios } = voorbereid;
  const eerste = lezingen[0];
  const enige = scenarios.length === 1 ? scenarios[0] : undefined;
  const bebouwing = eerste && enige && eerste.bebouwing(nergens, enige);
  return {
    planM2: meting.planM2,
    achtererfgebiedM2: eerste ? oppervlakte(eerste.achtererf(nergens)) : null,
    bebouwingsgebiedM2: bebouwing?.gebiedM2 ?? null,
    maximumM2: bebouwing?.maximumM2 ?? null,
    gebruiktM2: (bebouwing && meting.standen[0]?.[0]?.gebruiktM2) ?? null,
    afstandM: meting.openbaar?.afstandM ?? null,
  };
}
