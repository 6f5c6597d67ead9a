import type { Onderdeel } from '../../contract.ts';
import { type Kader, oordeelDeel } from '../deel.ts';
import type { Bekend } from '../evalueer.ts';
import { judgeBijbehorendBouwwerk } from '../meetkunde/bijbehorend-bouwwerk.ts';
import type { Regels } from '../meetkunde/regels.ts';
import type { Plan, Ring, Situatie } from '../meetkunde/situatie.ts';
import { bekendVan, feitenBijDeel, leesOnderdeel, type OnderdeelUitslag, type Plaatsfeiten } from '../onderdeel.ts';
import { strengste } from '../oordeel.ts';
import type { Activiteit } from '../regel.ts';
import { meldingenVan } from './meldingen.ts';
import { maakR } from './omgevingsplan.ts';
import { leesOmstandigheden, leesPlan, vulSituatieAan } from './plan.ts';
import { maakT } from './technisch.ts';
import { naam, type Zaak } from './zaak.ts';

/** What the geometric rules need beside what the person says and draws. */
export interface Meetkunde {
  /** What stands at the place; null: the map gave no answer. */
  situatie: Situatie | null;
  regels: Regels;
}

/** Nothing is known of the place: only what does not depend on it can be judged. */
const zonderSituatie: Situatie = {
  nauwkeurigheid: 'kaart',
  perceel: [],
  hoofdgebouw: null,
  oorspronkelijkHoofdgebouw: null,
  bestaandeBijbehorendeBouwwerken: [],
  openbaarToegankelijkGebied: null,
  achterpaden: [],
  adresStraat: null,
  hoogteHoofdgebouw: 'onbekend',
  hoogteVloerTweedeBouwlaag: 'onbekend',
  hoofdgebouwType: 'onbekend',
};

/**
 * Judges a bouwwerk that was drawn: R and T by geometry, the other questions by the rules of the activiteit.
 *
 * @param erbij the other bouwwerken that are there or will be: they count for the area
 */
export function beoordeelBouwwerk(
  onderdeel: Onderdeel,
  activiteit: Activiteit,
  plaatsfeiten: Plaatsfeiten,
  kader: Kader,
  { situatie, regels }: Meetkunde,
  erbij: readonly Ring[],
): OnderdeelUitslag {
  const { feiten, meldingen } = leesOnderdeel(onderdeel, activiteit);
  const bekend: Bekend = new Map([
    ...bekendVan([...plaatsfeiten.values(), ...feiten]),
    ...Object.entries(activiteit.meetkunde?.vast ?? {}),
  ]);
  const { omstandigheden, vervalt } = leesOmstandigheden(bekend);
  const hier = vulSituatieAan(situatie ?? zonderSituatie, bekend, erbij);
  const oordeel = (plan: Plan) => judgeBijbehorendBouwwerk(hier, omstandigheden, plan, regels);
  const plan = leesPlan(onderdeel.ring ?? [], bekend);
  const verdict = oordeel(plan);
  const zaak: Zaak = { activiteit, kader, bekend, plan, vervalt, isGetekend: onderdeel.ring !== null };

  const [regelT, ...andere] = [
    ...activiteit.delen.filter(({ vraag }) => vraag === 'T'),
    ...activiteit.delen.filter(({ vraag }) => vraag !== 'T'),
  ];
  const R = maakR(zaak, verdict, oordeel);
  const T = maakT(zaak, verdict, regelT, oordeel);
  const overige = andere.map((regel) => oordeelDeel(regel, activiteit, bekend, kader));
  const delen = [T, R, ...overige];
  const open = new Set(delen.flatMap(({ deel }) => deel.ontbreekt));
  return {
    feiten,
    vereisten: [],
    letOp: activiteit.letOp,
    meldingen: [...meldingen, ...meldingenVan(onderdeel, verdict, situatie)],
    open,
    bijZaak: new Set([
      ...open,
      ...[...verdict.omgevingsplanToetsen, ...verdict.technischeToetsen].flatMap((toets) => toets.feiten.map(naam)),
      ...activiteit.delen.flatMap((regel) => feitenBijDeel(regel, bekend)),
      'perceel',
      'hoofdgebouw',
      'adresStraat',
      'soortWerk',
      'alleBouwwerkenOpKaart',
    ]),
    oordeel: {
      onderdeel: onderdeel.sleutel,
      werkzaamheid: activiteit.id,
      naam: activiteit.naam,
      uitkomst: strengste(delen.map(({ deel }) => deel.uitkomst)),
      delen: delen.map(({ deel }) => deel),
      kleinsteWijzigingen: delen.flatMap(({ voorstellen }) => voorstellen),
      meting: {
        oppervlakteM2: verdict.maten.planM2,
        achtererfgebiedM2: verdict.maten.achtererfgebiedM2,
        bebouwingsgebiedM2: verdict.maten.bebouwingsgebiedM2,
        maximumM2: verdict.maten.maximumM2,
        gebruiktM2: verdict.maten.gebruiktM2,
      },
    },
  };
}
