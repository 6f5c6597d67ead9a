/**
 * The states of a zaak and the steps between them: the one table, for every zaaktype.
 *
 * A zaak that is ingetrokken or afgehandeld has ended; only a melding openbare ruimte can be opened again.
 */
export const statussen = {
  ontvangen: {
    naam: 'Ontvangen',
    uitleg: 'Wij hebben het ontvangen. Wij kijken eerst of alles compleet is.',
    naar: [
      'in-behandeling',
      'aanvulling-gevraagd',
      'verlengd',
      'ontwerp-ter-inzage',
      'besloten',
      'ingetrokken',
      'afgehandeld',
    ],
  },
  'in-behandeling': {
    naam: 'In behandeling',
    uitleg: 'Wij beoordelen het.',
    naar: ['aanvulling-gevraagd', 'verlengd', 'ontwerp-ter-inzage', 'besloten', 'ingetrokken', 'afgehandeld'],
  },
  'aanvulling-gevraagd': {
    naam: 'Aanvulling gevraagd',
    uitleg: 'Er ontbreekt nog iets. Zolang u dat niet hebt gestuurd, staat de termijn stil.',
    naar: ['in-behandeling', 'besloten', 'ingetrokken', 'afgehandeld'],
  },
  verlengd: {
    naam: 'Termijn verlengd',
    uitleg: 'Wij hebben meer tijd nodig om te beslissen.',
    naar: ['aanvulling-gevraagd', 'ontwerp-ter-inzage', 'besloten', 'ingetrokken'],
  },
  'ontwerp-ter-inzage': {
    naam: 'Ontwerp ter inzage',
    uitleg: 'Iedereen kan het ontwerp van het besluit bekijken en erop reageren.',
    naar: ['besloten', 'ingetrokken'],
  },
  besloten: { naam: 'Besloten', uitleg: 'Er is een besluit. Lees daarin wat u nog kunt doen.', naar: ['afgehandeld'] },
  ingetrokken: { naam: 'Ingetrokken', uitleg: 'Het is ingetrokken. Wij doen er niets meer mee.', naar: [] },
  afgehandeld: { naam: 'Afgehandeld', uitleg: 'Het is klaar.', naar: [] },
} as const satisfies Record<string, { naam: string; uitleg: string; naar: readonly string[] }>;

export type Status = keyof typeof statussen;

/** What a zaak of this zaaktype goes through, and how it can end. */
export interface Verloop {
  statussen: readonly Status[];
  resultaten: readonly string[];
  /** It can be opened again after it was afgehandeld. */
  heropenbaar?: true;
}

/** Ended: no term runs any more. */
export const isEinde = (status: Status): boolean => statussen[status].naar.length === 0;

/** Whether a zaak may go from one state to another. To stay where it is, is no step. */
export function magNaar({ statussen: eigen, heropenbaar }: Verloop, van: Status, naar: Status): boolean {
  if (heropenbaar && van === 'afgehandeld' && naar === 'in-behandeling') return true;
  return eigen.includes(naar) && (statussen[van].naar as readonly Status[]).includes(naar);
}
