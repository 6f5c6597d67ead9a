import type { BouwwerkOordeel } from '../meetkunde/bijbehorend-bouwwerk.ts';
import { naarLokaal, type Punt, plus } from '../meetkunde/punt.ts';
import type { Plan, Ring } from '../meetkunde/situatie.ts';
import type { BouwwerkToets } from '../meetkunde/toetsen.ts';
import { type Wijziging as PlanWijziging, schaalNaarM2 } from '../meetkunde/wijziging.ts';
import { isVrijer, type Uitkomst, type Voorstel, type VraagSleutel, type Wijziging } from '../oordeel.ts';
import { deelverzamelingen } from '../wijziging.ts';
import { opStap, stapVan } from '../woorden.ts';

/** How many quantities of a drawn bouwwerk change together at most. */
const samenHoogstens = 3;

/** A change as the oordeel shows it, without what only the drawing needs. */
export const toonWijziging = ({
  feit,
  tekst,
  grootheid,
  van,
  naar,
  eenheid,
  verschuiving,
}: PlanWijziging): Wijziging => ({
  feit,
  tekst,
  grootheid,
  van,
  naar,
  eenheid,
  ...(verschuiving ? { verschuiving: [verschuiving[0], verschuiving[1]] } : {}),
});

const schuif = (ring: Ring, over: Punt): Ring => ring.map((punt) => plus(punt, over));

/** Of the same form around the same middle; computed near the origin, where numbers are exact. */
function schaal(ring: Ring, m2: number): Ring {
  const oorsprong = ring[0];
  return oorsprong ? schuif(schaalNaarM2(naarLokaal(ring, oorsprong), m2), oorsprong) : ring;
}

/** Where a change ends when it goes one step less far. */
const stapTekort = ({ van, naar, eenheid }: PlanWijziging): number =>
  opStap(naar + Math.sign(van - naar) * stapVan[eenheid], stapVan[eenheid]);

/** A plan after a change. A roof never stands out above what it belongs to. */
export function metWijziging(plan: Plan, { feit, naar, verschuiving }: PlanWijziging): Plan {
  if (feit === 'ring') {
    return { ...plan, ring: verschuiving ? schuif(plan.ring, verschuiving) : schaal(plan.ring, naar) };
  }
  if (feit === 'hoogte') {
    const lager = (waarde: number | null) => (waarde === null ? null : Math.min(waarde, naar));
    return {
      ...plan,
      hoogte: naar,
      dak: { ...plan.dak, goothoogte: lager(plan.dak.goothoogte), nokhoogte: lager(plan.dak.nokhoogte) },
    };
  }
  return { ...plan, dak: { ...plan.dak, [feit.slice('dak.'.length)]: naar } };
}

/**
 * The smallest changes of what is drawn after which an answer is freer, each found by judging the changed plan.
 *
 * @param oordeel judges a plan
 * @param uitkomst what a verdict means for the question at hand
 */
export function voorstellenVoorBouwwerk(
  vraag: VraagSleutel,
  plan: Plan,
  toetsen: readonly BouwwerkToets[],
  nu: Uitkomst,
  oordeel: (plan: Plan) => BouwwerkOordeel,
  uitkomst: (
    verdict: BouwwerkOordeel,
    plan: Plan,
  ) => { uitkomst: Uitkomst; ontbreekt: readonly string[]; mogelijk: readonly Uitkomst[] },
): Voorstel[] {
  const wijzigingen = toetsen.flatMap(({ wijziging }) => wijziging ?? []);
  const na = (gekozen: readonly PlanWijziging[]) => {
    const anders = gekozen.reduce((tot, een) => metWijziging(tot, een), plan);
    const straks = uitkomst(oordeel(anders), anders);
    return {
      ...straks,
      naar: straks.uitkomst === 'ONBEKEND' ? straks.mogelijk[straks.mogelijk.length - 1] : straks.uitkomst,
    };
  };
  /** A lower building takes its roof along, so that less can be enough: then the roof alone is the smaller change. */
  const metMinder = (gekozen: readonly PlanWijziging[], naar: Uitkomst): boolean =>
    gekozen.some((een, plek) => {
      if (een.feit === 'ring') return false;
      const minder = na(gekozen.with(plek, { ...een, naar: stapTekort(een) })).naar;
      return minder === naar || (minder !== undefined && isVrijer(minder, naar));
    });
  const gevonden: { plekken: readonly number[]; voorstel: Voorstel }[] = [];
  for (const plekken of deelverzamelingen(wijzigingen.length, samenHoogstens)) {
    if (gevonden.some((al) => al.plekken.every((plek) => plekken.includes(plek)))) continue;
    const gekozen = plekken.map((plek) => wijzigingen[plek]!);
    if (new Set(gekozen.map(({ feit, grootheid }) => `${feit}/${grootheid}`)).size < gekozen.length) continue;
    const { naar, ...straks } = na(gekozen);
    const bekendVrijer = straks.uitkomst !== 'ONBEKEND' && isVrijer(straks.uitkomst, nu);
    const kanVrijer = nu !== 'ONBEKEND' && naar !== undefined && isVrijer(naar, nu);
    if (!naar || !(bekendVrijer || kanVrijer) || metMinder(gekozen, naar)) continue;
    gevonden.push({
      plekken,
      voorstel: {
        vraag,
        van: nu,
        naar,
        wijzigingen: gekozen.map(toonWijziging),
        mits: straks.uitkomst === 'ONBEKEND' ? [...straks.ontbreekt] : [],
      },
    });
  }
  return gevonden.map(({ voorstel }) => voorstel);
}
