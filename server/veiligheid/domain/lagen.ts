import type { Role } from '../../toegang/domain/rollen.ts';
import { type GegevenId, gegevens, kaderVan } from '../../toegang/domain.ts';
import type { Klasse } from './klassen.ts';

/** How fine a layer of safety is. */
interface Snede {
  naam: string;
  /** The row of the table of permissions that says who may see it, and with it on which ground and for which purpose. */
  gegeven: GegevenId;
  /** Smallest place and shortest time; they never meet in one layer. */
  plaats: string;
  tijd: string;
  toont: string;
}

/**
 * The layers of safety: what each shows, and under which right. Ground and purpose follow from that right, for the AVG
 * and the Wpg apart (server/toegang/domain.ts).
 */
export const lagen = {
  hotspots: {
    naam: 'Hotspots',
    gegeven: 'hotspotOpenbaar',
    plaats: 'hectare (100 bij 100 meter)',
    tijd: 'kwartaal, en minstens een maand geleden',
    toont: 'alleen of er duidelijk meer of minder gebeurt dan door toeval komt',
  },
  meldingen: {
    naam: 'Meldingen openbare ruimte',
    gegeven: 'meldingKaart',
    plaats: 'stuk straat met minstens 8 adressen, of de buurt',
    tijd: 'jaar',
    toont: 'aantallen afgerond op vijf; een tot en met vier als "< 5"',
  },
  politiecijfers: {
    naam: 'Politiecijfers van het CBS',
    gegeven: 'cbsCijfers',
    plaats: 'buurt',
    tijd: 'jaar',
    toont: 'aantallen afgerond op vijf; een tot en met vier als "< 5"',
  },
  tellingen: {
    naam: 'Tellingen per hectare',
    gegeven: 'hotspotIntern',
    plaats: 'hectare (100 bij 100 meter)',
    tijd: 'maand',
    toont: 'aantallen per klasse',
  },
  dagdelen: {
    naam: 'Tellingen per dagdeel',
    gegeven: 'hotspotIntern',
    plaats: 'hectare (100 bij 100 meter)',
    tijd: 'jaar, per deel van de dag',
    toont: 'aantallen per thema',
  },
  klok: {
    naam: 'Klok van de week',
    gegeven: 'hotspotIntern',
    plaats: 'buurt',
    tijd: 'uur van de week, in een of meer maanden',
    toont: 'aantallen per thema',
  },
} as const satisfies Record<string, Snede>;

export type LaagId = keyof typeof lagen;

/** A layer with the ground and purpose for who asks. */
export const laagVoor = (id: LaagId, rol: Role | 'anoniem') => ({
  id,
  ...lagen[id],
  mag: !['–', 'W'].includes(gegevens[lagen[id].gegeven].cellen[rol]),
  ...kaderVan(lagen[id].gegeven, rol),
});

/** What is done with a class (klassen.ts) at each cut. Totals are never added up with their parts. */
const nooit: readonly NonNullable<Klasse['bijzonder']>[] = ['totaal', 'nooit op de kaart', 'niet tonen'];

/**
 * Classes that stand in no layer finer than gemeente and year. Sensitive classes are only for who has them as a task:
 * totals for policy hold none of them.
 */
export const weggelaten = (bereik: 'openbaar' | 'R' | 'A' | 'O' | 'T'): string[] =>
  bereik === 'R' || bereik === 'T' ? [...nooit] : [...nooit, 'gevoelig'];
