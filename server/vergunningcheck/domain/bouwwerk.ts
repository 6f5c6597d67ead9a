import type { Onderdeel } from '../contract.ts';
import { buitenPerceelM2, feitNaam, isBetwist, leesOmstandigheden, leesPlan, vulSituatieAan } from './bouwwerk-plan.ts';
import { toonWijziging, voorstellenVoorBouwwerk } from './bouwwerk-voorstel.ts';
import { bopa, type Kader, metNormen, normtoetsenVan, oordeelDeel, pastInPlan, toonPlantoets } from './deel.ts';
import type { Bekend } from './evalueer.ts';
import { type BouwwerkOordeel, judgeBijbehorendBouwwerk } from './meetkunde/bijbehorend-bouwwerk.ts';
import { redenZin } from './meetkunde/redenen.ts';
import type { Regels } from './meetkunde/regels.ts';
import type { Plan, Ring, Situatie } from './meetkunde/situatie.ts';
import type { BouwwerkToets } from './meetkunde/toetsen.ts';
import { bekendVan, feitenBijDeel, leesOnderdeel, type OnderdeelUitslag, type Plaatsfeiten } from './onderdeel.ts';
import { type DeelOordeel, type Melding, strengste, type Toets, type Uitkomst } from './oordeel.ts';
import type { Activiteit, Deelregel } from './regel.ts';
import { doelen, volgendeStapNa } from './stap.ts';
import { metHoofdletter, vraagNaam } from './woorden.ts';

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

/** How R comes out of a verdict of the geometric rules. */
interface RStand {
  uitkomst: Uitkomst;
  mogelijk: readonly Uitkomst[];
  ontbreekt: string[];
  past: NonNullable<DeelOordeel['plantoets']>['uitslag'] | null;
}

/** A drawn bouwwerk at hand, with what stays the same while the drawing changes. */
interface Zaak {
  activiteit: Activiteit;
  kader: Kader;
  bekend: Bekend;
  plan: Plan;
  vervalt: ReturnType<typeof leesOmstandigheden>['vervalt'];
  isGetekend: boolean;
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

const naam = (feit: string): string => feitNaam[feit] ?? feit;

/** The facts with what the drawing measures among them, and the norms of the omgevingsplan. */
const metMaten = ({ bekend, kader }: Zaak, { maten }: BouwwerkOordeel, { hoogte }: Plan): Bekend =>
  metNormen(
    new Map([
      ...bekend,
      ...(maten.gebruiktM2 === null ? [] : [['gebruiktM2', maten.gebruiktM2] as const]),
      ...(hoogte === 'onbekend' ? [] : [['hoogte', hoogte] as const]),
    ]),
    kader,
  );

/** What only the map can miss: what already stands counts, also when no register holds it. */
const kaartOnvolledig = ({ bekend, isGetekend }: Zaak, { omgevingsplan }: BouwwerkOordeel): boolean =>
  isGetekend && omgevingsplan === 'VRIJ' && bekend.get('alleBouwwerkenOpKaart') !== true;

function standVanR(zaak: Zaak, verdict: BouwwerkOordeel, plan: Plan): RStand {
  const { activiteit, kader, vervalt } = zaak;
  if (verdict.twijfel.some(({ toets, oorzaak }) => oorzaak === 'recht' && toets === vervalt)) {
    return { uitkomst: 'VERGUNNING', mogelijk: ['VERGUNNING'], ontbreekt: [], past: null };
  }
  if (isBetwist(zaak.bekend, 'bestaandeBijbehorendeBouwwerken') && verdict.omgevingsplan.startsWith('VRIJ')) {
    const ontbreekt = ['bestaandeBijbehorendeBouwwerken'];
    return { uitkomst: 'ONBEKEND', mogelijk: ['VRIJ_PLANTOETS', 'VRIJ'], ontbreekt, past: null };
  }
  if (kaartOnvolledig(zaak, verdict)) {
    return {
      uitkomst: 'ONBEKEND',
      mogelijk: ['VRIJ_PLANTOETS', 'VRIJ'],
      ontbreekt: ['alleBouwwerkenOpKaart'],
      past: null,
    };
  }
  if (verdict.omgevingsplan === 'ONBEKEND') {
    const ontbreekt = verdict.twijfel.flatMap(({ toets, oorzaak, feiten }) => {
      if (oorzaak === 'recht') return [toets === 'gezicht' ? 'uitlegGezicht' : 'uitlegArcheologie'];
      return feiten.length > 0 ? feiten.map(naam) : [oorzaak === 'marge' ? 'ring' : 'achtererfgebied'];
    });
    const mogelijk = [...verdict.mogelijk].reverse();
    return {
      uitkomst: 'ONBEKEND',
      mogelijk,
      ontbreekt: [...new Set(ontbreekt.length > 0 ? ontbreekt : ['ring'])],
      past: null,
    };
  }
  const normtoetsen = normtoetsenVan({ vraag: 'R' }, activiteit, kader);
  const uitkomst = verdict.omgevingsplan;
  const past =
    uitkomst === 'VRIJ_PLANTOETS' || (uitkomst === 'VERGUNNING' && normtoetsen.length > 0)
      ? pastInPlan(normtoetsen, metMaten(zaak, verdict, plan), kader.normen !== null)
      : null;
  const slot: Uitkomst = uitkomst === 'VRIJ_PLANTOETS' && past === 'past-niet' ? 'VERGUNNING' : uitkomst;
  return { uitkomst: slot, mogelijk: [slot], ontbreekt: [], past };
}

function maakR(zaak: Zaak, verdict: BouwwerkOordeel, oordeel: (plan: Plan) => BouwwerkOordeel) {
  const { activiteit, kader, plan } = zaak;
  const stand = standVanR(zaak, verdict, plan);
  const { uitkomst, ontbreekt, past } = stand;
  const voorstellen = zaak.isGetekend
    ? voorstellenVoorBouwwerk('R', plan, verdict.omgevingsplanToetsen, uitkomst, oordeel, (straks, anders) =>
        standVanR(zaak, straks, anders),
      )
    : [];
  const slot = slotVanR(zaak, verdict, stand);
  const marge = verdict.twijfel.some(({ oorzaak }) => oorzaak === 'marge');
  const teBeantwoorden = ontbreekt.some((sleutel) => !alleenOpDeKaart.has(sleutel) && !kader.nietTeVragen.has(sleutel));
  const wie = kader.gezag.gemeente;
  const deel: DeelOordeel = {
    vraag: 'R',
    naam: vraagNaam.R,
    uitkomst,
    artikel: kader.noemArtikel(slot.artikel),
    regelVersie: kader.versieVan(slot.artikel),
    toetsen: verdict.omgevingsplanToetsen.map((toets) => toonToets(toets, uitkomst)),
    plantoets:
      past &&
      toonPlantoets(past, normtoetsenVan({ vraag: 'R' }, activiteit, kader), metMaten(zaak, verdict, plan), kader),
    ontbreekt,
    uitleg: slot.uitleg,
    bevoegdGezag: wie,
    volgendeStap:
      uitkomst === 'ONBEKEND' && !zaak.isGetekend
        ? { soort: 'beantwoord', tekst: 'Teken het bouwwerk, of vul de maten in.', wie: 'u', doel: doelen.tekening }
        : uitkomst === 'ONBEKEND' && !teBeantwoorden && marge
          ? {
              soort: 'meet-na',
              tekst:
                'Meet de afstand of de oppervlakte na op de plek zelf: de kaart is hier niet precies genoeg. Of verander de tekening een beetje.',
              wie: 'u',
              doel: doelen.tekening,
            }
          : volgendeStapNa(uitkomst, { wie, past, teBeantwoorden, teVeranderen: voorstellen.length > 0 }),
  };
  return { deel, voorstellen };
}

/** What no question can settle: it must be drawn, measured or asked of the gemeente. */
const alleenOpDeKaart = new Set([
  'ring',
  'achtererfgebied',
  'openbaarToegankelijkGebied',
  'bestaandeBijbehorendeBouwwerken',
]);

function slotVanR(zaak: Zaak, verdict: BouwwerkOordeel, { uitkomst, past, ontbreekt }: RStand) {
  const mislukt = verdict.omgevingsplanToetsen.find(({ uitslag }) => uitslag === 'voldoet-niet');
  switch (uitkomst) {
    case 'VRIJ':
      return {
        artikel: 'bruidsschat 22.36, onder a',
        uitleg: 'Dit bouwwerk past altijd in het omgevingsplan. U hebt er geen vergunning voor nodig.',
      };
    case 'VRIJ_PLANTOETS':
      return {
        artikel: 'bruidsschat 22.27, onder a',
        uitleg:
          'Voor dit bouwwerk hebt u geen vergunning voor het bouwen nodig. Wel moet het passen in de andere regels van het omgevingsplan.',
      };
    case 'ONBEKEND':
      return { artikel: 'bruidsschat 22.27, onder a', uitleg: uitlegOnbekend(zaak, verdict, ontbreekt) };
    default:
      if (past === 'past-niet' && verdict.omgevingsplan === 'VRIJ_PLANTOETS') return bopa;
      return {
        artikel: mislukt && /^Bbl/.test(mislukt.artikel) ? mislukt.artikel : 'bruidsschat 22.26',
        uitleg: `U vraagt een vergunning aan voor de omgevingsplanactiviteit.${
          mislukt ? ` Hier voldoet het niet aan: ${mislukt.omschrijving}.` : ''
        }`,
      };
  }
}

function uitlegOnbekend({ isGetekend, kader }: Zaak, verdict: BouwwerkOordeel, ontbreekt: readonly string[]): string {
  if (!isGetekend) return 'U hebt nog niets getekend. Zonder tekening weten wij niet wat er geldt.';
  if (verdict.reden) return redenZin(verdict.reden);
  const oorzaken = new Set(verdict.twijfel.map(({ oorzaak }) => oorzaak));
  if (oorzaken.has('feit') || ontbreekt.includes('alleBouwwerkenOpKaart')) {
    const namen = ontbreekt.map((sleutel) => kader.noemFeit(sleutel).toLowerCase());
    return `Wij weten nog niet genoeg. Het hangt af van: ${namen.join('; ')}.`;
  }
  if (oorzaken.has('recht')) {
    return 'De gemeente heeft nog niet vastgelegd wat hier geldt. Vraag het aan de gemeente.';
  }
  if (oorzaken.has('lijn')) {
    return 'De wet zegt hier niet precies waar het achtererfgebied begint. Op de kaart ziet u de lijnen die mogelijk zijn.';
  }
  return 'De kaart is hier niet precies genoeg: het scheelt te weinig om zeker te zijn.';
}

function maakT(
  zaak: Zaak,
  verdict: BouwwerkOordeel,
  regel: Deelregel | undefined,
  oordeel: (plan: Plan) => BouwwerkOordeel,
) {
  const { activiteit, kader, bekend, plan } = zaak;
  const gevolgklasse = regel && oordeelDeel(regel, activiteit, bekend, kader);
  const uitkomstVan = ({ technisch }: BouwwerkOordeel): Uitkomst =>
    technisch === 'BOUWMELDING_OF_VERGUNNING' ? (gevolgklasse?.deel.uitkomst ?? 'VERGUNNING') : technisch;
  const nu = uitkomstVan(verdict);
  const ontbreekt =
    verdict.technisch === 'BOUWMELDING_OF_VERGUNNING'
      ? (gevolgklasse?.deel.ontbreekt ?? [])
      : nu === 'ONBEKEND'
        ? ontbrekendTechnisch(verdict, plan)
        : [];
  const voorstellen = voorstellenVoorBouwwerk('T', plan, verdict.technischeToetsen, nu, oordeel, (straks, anders) => {
    const uitkomst = uitkomstVan(straks);
    return {
      uitkomst,
      mogelijk: [uitkomst],
      ontbreekt: uitkomst === 'ONBEKEND' ? ontbrekendTechnisch(straks, anders) : [],
    };
  });
  const toetsen = verdict.technischeToetsen.map((toets) => ({
    ...toonToets(toets, nu),
    gevolg: toets.uitslag === 'voldoet' ? ('VERGUNNING' as const) : null,
  }));
  const wie = kader.gezag.gemeente;
  const slot = slotVanT(verdict, nu, ontbreekt, kader);
  const deel: DeelOordeel = {
    vraag: 'T',
    naam: vraagNaam.T,
    uitkomst: nu,
    artikel: kader.noemArtikel(slot.artikel),
    regelVersie: kader.versieVan(slot.artikel),
    toetsen:
      verdict.technisch === 'BOUWMELDING_OF_VERGUNNING' ? [...toetsen, ...(gevolgklasse?.deel.toetsen ?? [])] : toetsen,
    plantoets: null,
    ontbreekt,
    uitleg: slot.uitleg,
    bevoegdGezag: wie,
    volgendeStap: volgendeStapNa(nu, {
      wie,
      past: null,
      teBeantwoorden: ontbreekt.some((sleutel) => !kader.nietTeVragen.has(sleutel)),
      teVeranderen: voorstellen.length > 0,
    }),
  };
  return { deel, voorstellen };
}

/** What the technical question waits for: with nothing else missing, whether it is new. */
function ontbrekendTechnisch({ technischeToetsen }: BouwwerkOordeel, { soortWerk }: Plan): string[] {
  const mist = technischeToetsen.flatMap((toets) => (toets.uitslag === 'onbekend' ? toets.ontbreekt.map(naam) : []));
  const nodig = technischeToetsen.some(({ uitslag }) => uitslag === 'voldoet-niet');
  return [...new Set(nodig && soortWerk === 'onbekend' ? ['soortWerk'] : mist)];
}

function slotVanT(
  { technisch, technischeToetsen }: BouwwerkOordeel,
  uitkomst: Uitkomst,
  ontbreekt: readonly string[],
  kader: Kader,
) {
  const mislukt = technischeToetsen.find(({ uitslag }) => uitslag === 'voldoet-niet');
  switch (uitkomst) {
    case 'VRIJ':
      return { artikel: 'Bbl 2.25', uitleg: 'Dit bouwwerk is vrij voor de technische bouwactiviteit.' };
    case 'MELDING':
      return {
        artikel: 'Bbl 2.17 en 2.27 lid 1, onder a',
        uitleg: 'Het bouwwerk valt in gevolgklasse 1. U doet een bouwmelding in plaats van een aanvraag.',
      };
    case 'ONBEKEND':
      return {
        artikel: technisch === 'BOUWMELDING_OF_VERGUNNING' ? 'Bbl 2.17' : 'Bbl 2.25',
        uitleg: `Wij weten nog niet genoeg. Het hangt af van: ${ontbreekt.map((sleutel) => kader.noemFeit(sleutel).toLowerCase()).join('; ')}.`,
      };
    default:
      return {
        artikel: mislukt?.artikel ?? 'Bbl 2.25',
        uitleg:
          technisch === 'VERGUNNING'
            ? 'U bouwt aan een bestaand gebouw: dan kan het geen bouwmelding zijn (Bbl 2.17 lid 4). U vraagt een vergunning aan.'
            : 'U vraagt een vergunning aan voor de technische bouwactiviteit.',
      };
  }
}

const toonToets = (toets: BouwwerkToets, nu: Uitkomst): Toets => ({
  id: toets.id,
  omschrijving: metHoofdletter(toets.omschrijving),
  uitslag: toets.uitslag,
  waarde: toets.waarde,
  grens: toets.grens,
  eenheid: toets.eenheid,
  vergelijking: toets.vergelijking,
  artikel: toets.artikel.startsWith('art.') ? `omgevingsplan ${toets.artikel}` : toets.artikel,
  regelVersie: toets.regelVersie,
  feiten: toets.feiten.map(naam),
  gevolg: toets.gevolg === nu ? null : toets.gevolg,
  wijziging: toets.wijziging && toonWijziging(toets.wijziging),
});

/** What lies over the border by less (m²) is drawn on it. */
const speling = 0.05;

/** What stands in the way of an answer about a drawing, with the way out. */
function meldingenVan({ sleutel, ring }: Onderdeel, { reden }: BouwwerkOordeel, situatie: Situatie | null): Melding[] {
  if (!situatie) {
    return [
      {
        code: 'bron-faalt',
        onderdeel: sleutel,
        tekst: 'De kaart geeft nu geen antwoord. Wij weten dus niet wat er op dit perceel staat.',
        volgendeStap: {
          soort: 'beantwoord',
          tekst: 'Probeer het over een minuut opnieuw.',
          wie: 'u',
          doel: doelen.check,
        },
      },
    ];
  }
  if (ring === null) return [];
  if (reden) {
    return [
      {
        code: reden,
        onderdeel: sleutel,
        tekst: redenZin(reden),
        volgendeStap: reden.startsWith('plan-')
          ? {
              soort: 'beantwoord',
              tekst: 'Teken het bouwwerk opnieuw, of vul de maten in.',
              wie: 'u',
              doel: doelen.tekening,
            }
          : {
              soort: 'vraag-gemeente',
              tekst: 'Stuur ons uw vraag met de tekening. Wij kijken mee.',
              wie: 'de gemeente',
              doel: doelen.vraag,
            },
      },
    ];
  }
  return buitenPerceelM2(ring, situatie) > speling
    ? [
        {
          code: 'buiten-perceel',
          onderdeel: sleutel,
          tekst: 'Een deel van uw tekening ligt buiten dit perceel. Dat deel telt niet als tuin bij uw huis.',
          volgendeStap: {
            soort: 'beantwoord',
            tekst: 'Schuif de tekening binnen de grens van het perceel.',
            wie: 'u',
            doel: doelen.tekening,
          },
        },
      ]
    : [];
}
