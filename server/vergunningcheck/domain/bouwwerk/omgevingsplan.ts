import { bopa, metNormen, normtoetsenVan, pastInPlan, toonPlantoets } from '../deel.ts';
import type { Bekend } from '../evalueer.ts';
import type { BouwwerkOordeel } from '../meetkunde/bijbehorend-bouwwerk.ts';
import { redenZin } from '../meetkunde/redenen.ts';
import type { Plan } from '../meetkunde/situatie.ts';
import { onzekerRecht } from '../meetkunde/uitkomst.ts';
import type { DeelOordeel, Uitkomst, VolgendeStap } from '../oordeel.ts';
import { doelen, volgendeStapNa } from '../stap.ts';
import { schrijfGemist } from '../toon.ts';
import { vraagNaam } from '../woorden.ts';
import { isTekenfout, stapBijReden, teken } from './meldingen.ts';
import { isBetwist } from './plan.ts';
import { voorstellenVoorBouwwerk } from './voorstel.ts';
import { naam, toonToets, type Zaak } from './zaak.ts';

/** How R comes out of a verdict of the geometric rules. */
interface RStand {
  uitkomst: Uitkomst;
  mogelijk: readonly Uitkomst[];
  ontbreekt: string[];
  past: NonNullable<DeelOordeel['plantoets']>['uitslag'] | null;
}

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

/** The building part of the omgevingsplanactiviteit, as the geometric rules judge it. */
export function maakR(zaak: Zaak, verdict: BouwwerkOordeel, oordeel: (plan: Plan) => BouwwerkOordeel) {
  const { activiteit, kader, plan } = zaak;
  const stand = standVanR(zaak, verdict, plan);
  const { uitkomst, ontbreekt, past } = stand;
  const voorstellen = zaak.isGetekend
    ? voorstellenVoorBouwwerk('R', plan, verdict.omgevingsplanToetsen, uitkomst, oordeel, (straks, anders) =>
        standVanR(zaak, straks, anders),
      )
    : [];
  const slot = slotVanR(zaak, verdict, stand);
  const vraagbaar = activiteit.feiten.filter(
    ({ sleutel, van }) => van !== 'tekening' && !zaak.bekend.has(sleutel) && !kader.nietTeVragen.has(sleutel),
  );
  const teBeantwoorden = vraagbaar.some(({ sleutel }) => ontbreekt.includes(sleutel));
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
      (uitkomst === 'ONBEKEND' && stapBijOnbekend(zaak, verdict, teBeantwoorden)) ||
      volgendeStapNa(uitkomst, { wie, past, teBeantwoorden, teVeranderen: voorstellen.length > 0 }),
  };
  return { deel, voorstellen };
}

/** The way out of an answer that is not known, where that lies in the drawing; null: as with any other. */
function stapBijOnbekend({ isGetekend }: Zaak, verdict: BouwwerkOordeel, teBeantwoorden: boolean): VolgendeStap | null {
  if (!isGetekend) return teken;
  if (isTekenfout(verdict.reden) || verdict.reden === 'kaart-zonder-antwoord') return stapBijReden(verdict.reden);
  if (teBeantwoorden || !verdict.twijfel.some(({ oorzaak }) => oorzaak === 'marge')) return null;
  return {
    soort: 'meet-na',
    tekst:
      'Meet de afstand of de oppervlakte na op de plek zelf: de kaart is hier niet precies genoeg. Of verander de tekening een beetje.',
    wie: 'u',
    doel: doelen.tekening,
  };
}

function slotVanR(zaak: Zaak, verdict: BouwwerkOordeel, { uitkomst, past, ontbreekt }: RStand) {
  const gemist = verdict.omgevingsplanToetsen.filter(({ uitslag }) => uitslag === 'voldoet-niet');
  // what the gemeente has yet to settle decides only where it has settled it
  const mislukt =
    gemist.find(({ id }) => id === zaak.vervalt) ?? gemist.find(({ id }) => !onzekerRecht.some((een) => een === id));
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
          mislukt ? ` ${schrijfGemist(mislukt)}` : ''
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
