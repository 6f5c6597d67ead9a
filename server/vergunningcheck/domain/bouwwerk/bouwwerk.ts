import type { Onderdeel } from '../../contract.ts';
import { type Kader, oordeelDeel } from '../deel.ts';
import type { Bekend } from '../evalueer.ts';
import { bekendFeit } from '../feiten.ts';
import { judgeBijbehorendBouwwerk } from '../meetkunde/bijbehorend-bouwwerk.ts';
import type { Regels } from '../meetkunde/regels.ts';
import { legeSituatie, type Plan, type Ring, type Situatie } from '../meetkunde/situatie.ts';
import { bekendVan, feitenBijDeel, leesOnderdeel, type OnderdeelUitslag, type Plaatsfeiten } from '../onderdeel.ts';
import { type Feit, strengste } from '../oordeel.ts';
import type { Activiteit } from '../regel.ts';
import { type Aansluiting, bepaalAansluiting } from './aansluiting.ts';
import { meldingenVan, meldTegenspraak, waaromNietBerekend } from './meldingen.ts';
import { maakR } from './omgevingsplan.ts';
import { buitenPerceelM2, leesOmstandigheden, leesPlan, vulSituatieAan } from './plan.ts';
import { maakT } from './technisch.ts';
import { naam, type Zaak } from './zaak.ts';

/** What the geometric rules need beside what the person says and draws. */
export interface Meetkunde {
  /** What stands at the place; null: the map gave no answer. */
  situatie: Situatie | null;
  regels: Regels;
}

/** Nothing is known of the place: only what does not depend on it can be judged. */
const zonderSituatie: Situatie = { ...legeSituatie, beletselen: ['kaart-zonder-antwoord'] };

/** That it is something new is plain from a drawing that stands loose; whoever was asked and does not know, does not know. */
function metTekening(
  feiten: Feit[],
  { antwoorden, sleutel }: Onderdeel,
  activiteit: Activiteit,
  { stand }: Aansluiting,
) {
  const definitie = activiteit.feiten.find((een) => een.sleutel === 'soortWerk');
  if (stand !== 'los' || !definitie || antwoorden[definitie.sleutel] !== undefined) return feiten;
  const nieuw = bekendFeit(definitie, 'nieuwbouw', 'tekening', sleutel, null);
  return feiten.map((feit) => (feit.sleutel === nieuw.sleutel ? nieuw : feit));
}

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
  const { feiten: gezegd, meldingen } = leesOnderdeel(onderdeel, activiteit);
  const eerst = bekendVan([...plaatsfeiten.values(), ...gezegd]);
  const hier = vulSituatieAan(situatie ?? zonderSituatie, eerst, erbij);
  const ring = onderdeel.ring ?? [];
  const buitenM2 = situatie ? buitenPerceelM2(ring, situatie) : 0;
  const aansluiting = bepaalAansluiting(ring, situatie && hier, buitenM2, eerst);
  const feiten = metTekening(gezegd, onderdeel, activiteit, aansluiting);
  const bekend: Bekend = new Map([
    ...bekendVan([...plaatsfeiten.values(), ...feiten]),
    ...Object.entries(activiteit.meetkunde?.vast ?? {}),
  ]);
  const { omstandigheden, vervalt } = leesOmstandigheden(bekend);
  const oordeel = (plan: Plan) => judgeBijbehorendBouwwerk(hier, omstandigheden, plan, regels);
  const plan = leesPlan(ring, bekend);
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
    meldingen: [
      ...meldingen,
      ...meldTegenspraak(onderdeel.sleutel, bekend.get('soortWerk'), aansluiting),
      ...meldingenVan(onderdeel, verdict, situatie, buitenM2),
    ],
    ...(aansluiting.stand === 'tegen-gebouw' && {
      hulp: { soortWerk: 'In uw tekening staat het bouwwerk tegen een gebouw aan.' },
    }),
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
        ...waaromNietBerekend(zaak, verdict, open),
      },
    },
  };
}
