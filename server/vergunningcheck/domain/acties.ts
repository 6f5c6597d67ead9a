import { addDagen, type Datum } from '../../termijnen/datum.ts';
import { computeTermijn, TERMIJNEN } from '../../termijnen/domain.ts';
import type { Bekend } from './evalueer.ts';
import type { Actie, OnderdeelOordeel, Uitkomst, VraagSleutel, Werkzaamheid } from './oordeel.ts';
import { doelen } from './stap.ts';
import { metKleineLetter, somOp } from './woorden.ts';

/** An onderdeel with what the list of actions depends on. */
export interface TeDoen {
  oordeel: OnderdeelOordeel;
  soort: Werkzaamheid['soort'];
  /** Per part how many weeks before the start a melding must be in; empty: not said. */
  wekenVooraf: readonly (number | null)[];
  letOp: readonly { tekst: string; artikel: string | null }[];
  bekend: Bekend;
}

/** Buildings from after this year need no inventory of asbestos (Bbl 7.9). */
const asbestTotEnMet = 1993;

const actie = (soort: Actie['soort'], tekst: string, artikel: string | null, extra: Partial<Actie> = {}): Actie => ({
  soort,
  tekst,
  wie: 'u',
  uiterlijk: null,
  artikel,
  ...extra,
});

/**
 * Everything that a person does, in the order in which it is done.
 *
 * @param begin the day on which the work begins, from which meldingen are counted back; null: not known
 */
export function bepaalActies(onderdelen: readonly TeDoen[], begin: Datum | null): Actie[] {
  const met = (uitkomst: Uitkomst, ...vragen: VraagSleutel[]) =>
    onderdelen.filter(({ oordeel }) =>
      oordeel.delen.some((deel) => deel.uitkomst === uitkomst && (vragen.length === 0 || vragen.includes(deel.vraag))),
    );
  const noem = (gekozen: readonly TeDoen[]) =>
    somOp([...new Set(gekozen.map(({ oordeel }) => metKleineLetter(oordeel.naam)))]);
  const acties: Actie[] = [];

  const onbekend = met('ONBEKEND');
  if (onbekend.length > 0) {
    const [stap] = onbekend.flatMap(({ oordeel }) =>
      oordeel.delen.filter((deel) => deel.uitkomst === 'ONBEKEND').map((deel) => deel.volgendeStap),
    );
    if (stap)
      acties.push({
        ...stap,
        tekst: `${stap.tekst} Dan weten wij wat geldt voor: ${noem(onbekend)}.`,
        uiterlijk: null,
        artikel: null,
      });
  }
  const verboden = met('VERBOD');
  if (verboden.length > 0) {
    acties.push(
      actie('vraag-gemeente', `Bespreek met ons wat wel kan: ${noem(verboden)}.`, null, { doel: doelen.vraag }),
    );
  }
  const plan = onderdelen.filter(({ oordeel }) =>
    oordeel.delen.some((deel) => deel.uitkomst === 'VRIJ_PLANTOETS' && deel.plantoets?.uitslag !== 'past'),
  );
  if (plan.length > 0) {
    acties.push(
      actie('vraag-gemeente', `Vraag of dit past in de regels van uw wijk: ${noem(plan)}.`, null, {
        doel: doelen.vraag,
      }),
    );
  }
  const vergunning = met('VERGUNNING');
  if (vergunning.length > 0) {
    acties.push(
      actie(
        'indienen',
        `Vraag een vergunning aan voor: ${noem(vergunning)}. Begin pas als u de vergunning hebt.`,
        'Ow 5.1',
        {
          doel: doelen.indienen,
        },
      ),
    );
  }
  const bouwmelding = met('MELDING', 'T');
  if (bouwmelding.length > 0) {
    acties.push(
      actie('melden', 'Doe de bouwmelding ten minste 4 weken voordat u begint. Begin binnen een jaar.', 'Bbl 2.18', {
        doel: doelen.indienen,
        uiterlijk: begin && computeTermijn(TERMIJNEN.bouwmelding, begin).laatsteDag,
      }),
    );
  }
  for (const [uitkomst, soort, doe] of [
    ['MELDING', 'melden', 'Doe de melding'],
    ['INFORMATIEPLICHT', 'informeren', 'Stuur de informatie'],
  ] as const) {
    for (const { oordeel, wekenVooraf } of onderdelen) {
      for (const [i, deel] of oordeel.delen.entries()) {
        if (deel.uitkomst !== uitkomst || (deel.vraag === 'T' && uitkomst === 'MELDING')) continue;
        const weken = wekenVooraf[i] ?? null;
        const wanneer = weken === null ? 'voordat u begint' : `ten minste ${weken} weken voordat u begint`;
        acties.push(
          actie(soort, `${doe} ${wanneer}: ${metKleineLetter(oordeel.naam)}.`, deel.artikel, {
            doel: doelen.indienen,
            uiterlijk: begin && weken !== null ? addDagen(begin, -7 * weken) : null,
          }),
        );
      }
    }
  }
  if (onderdelen.some(({ soort, bekend }) => mogelijkAsbest(soort, bekend))) {
    acties.push(
      actie(
        'melden',
        'Haalt u materiaal weg? Laat eerst onderzoeken of er asbest in zit. Asbest weghalen meldt u ten minste 4 weken van tevoren.',
        'Bbl 7.9 en 7.10',
        { doel: doelen.indienen },
      ),
    );
  }
  if (bouwmelding.length > 0 || met('VERGUNNING', 'T').length > 0) {
    acties.push(
      actie('melden', 'Meld ten minste 2 werkdagen van tevoren dat u begint met bouwen.', 'Bbl 7.7', {
        doel: doelen.indienen,
      }),
      actie('melden', 'Meld uiterlijk de eerste werkdag daarna dat u klaar bent.', 'Bbl 7.7', {
        doel: doelen.indienen,
      }),
    );
  }
  if (bouwmelding.length > 0) {
    acties.push(
      actie('melden', 'Doe de gereedmelding ten minste 2 weken voordat u het bouwwerk gebruikt.', 'Bbl 2.21', {
        doel: doelen.indienen,
      }),
    );
  }
  const letOp = new Map(onderdelen.flatMap((een) => een.letOp.map((zin) => [zin.tekst, zin.artikel] as const)));
  for (const [tekst, artikel] of letOp) acties.push(actie('niets', tekst, artikel));
  if (onderdelen.some(({ soort }) => soort !== 'gebruik')) {
    acties.push(actie('niets', 'Maak alleen lawaai op werkdagen en zaterdag van 7 tot 19 uur.', 'Bbl 7.17'));
  }
  acties.push(
    actie('niets', 'Bewaar dit oordeel. Het geldt voor deze antwoorden en voor de regels van vandaag.', null),
  );
  return acties;
}

function mogelijkAsbest(soort: TeDoen['soort'], bekend: Bekend): boolean {
  const bouwjaar = bekend.get('bouwjaar');
  return (soort === 'dak' || soort === 'gevel') && (typeof bouwjaar !== 'number' || bouwjaar <= asbestTotEnMet);
}
