import { type Kader, oordeelDeel } from '../deel.ts';
import type { BouwwerkOordeel } from '../meetkunde/bijbehorend-bouwwerk.ts';
import type { Plan } from '../meetkunde/situatie.ts';
import type { DeelOordeel, Uitkomst } from '../oordeel.ts';
import type { Deelregel } from '../regel.ts';
import { volgendeStapNa } from '../stap.ts';
import { vraagNaam } from '../woorden.ts';
import { voorstellenVoorBouwwerk } from './voorstel.ts';
import { naam, toonToets, type Zaak } from './zaak.ts';

/** The technical building activity: free, bouwmelding or permit, as the geometric rules judge it. */
export function maakT(
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
