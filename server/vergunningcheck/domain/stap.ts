import type { DeelOordeel, Uitkomst, VolgendeStap } from './oordeel.ts';

/** Where the loket goes on: names that the client knows. */
export const doelen = {
  vraag: 'vraag-gemeente',
  indienen: 'indienen',
  check: 'vergunningcheck',
  tekening: 'tekening',
} as const;

interface Nadere {
  /** Who decides. */
  wie: string;
  past: NonNullable<DeelOordeel['plantoets']>['uitslag'] | null;
  /** The person can still answer something. */
  teBeantwoorden: boolean;
  /** A smaller plan is freer. */
  teVeranderen: boolean;
}

/** What to do with an outcome: never a dead end. */
export function volgendeStapNa(uitkomst: Uitkomst, { wie, past, teBeantwoorden, teVeranderen }: Nadere): VolgendeStap {
  switch (uitkomst) {
    case 'VRIJ':
      return { soort: 'niets', tekst: 'U hoeft hiervoor niets aan te vragen of te melden.', wie: 'u' };
    case 'VRIJ_PLANTOETS':
      return past === 'past'
        ? {
            soort: 'niets',
            tekst: 'U hoeft voor het bouwen niets aan te vragen. Houd u aan de regels voor het gebruik.',
            wie: 'u',
          }
        : {
            soort: 'vraag-gemeente',
            tekst: 'Vraag ons of uw plan past in de regels van uw wijk.',
            wie,
            doel: doelen.vraag,
          };
    case 'INFORMATIEPLICHT':
      return { soort: 'informeren', tekst: 'Stuur de informatie voordat u begint.', wie: 'u', doel: doelen.indienen };
    case 'MELDING':
      return { soort: 'melden', tekst: 'Doe de melding voordat u begint.', wie: 'u', doel: doelen.indienen };
    case 'VERGUNNING':
      return teVeranderen
        ? {
            soort: 'pas-aan',
            tekst: 'Verander uw plan zoals staat bij “De kleinste verandering die helpt”. Of vraag een vergunning aan.',
            wie: 'u',
            doel: doelen.indienen,
          }
        : { soort: 'indienen', tekst: 'Vraag een vergunning aan.', wie: 'u', doel: doelen.indienen };
    case 'VERBOD':
      return {
        soort: 'vraag-gemeente',
        tekst: 'Dit mag hier niet. Bespreek met ons wat wel kan.',
        wie,
        doel: doelen.vraag,
      };
    case 'ONBEKEND':
      return teBeantwoorden
        ? { soort: 'beantwoord', tekst: 'Beantwoord de volgende vraag.', wie: 'u', doel: doelen.check }
        : {
            soort: 'vraag-gemeente',
            tekst: 'Stuur ons uw vraag. Wij hebben hem al voor u ingevuld.',
            wie,
            doel: doelen.vraag,
          };
  }
}
