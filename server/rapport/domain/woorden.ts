import type { BesluitSoort, Reactie } from '../../besluiten/contract.ts';
import type { Omstandigheid } from '../../omstandigheden/contract.ts';
import type { Ontbrekend } from '../contract.ts';

const langeDatum = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
const tijdstip = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});
const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });

/** YYYY-MM-DD as "26 mei 2026". */
export const schrijfDatum = (datum: string): string => langeDatum.format(new Date(`${datum}T00:00:00Z`));

/** A moment as "26 mei 2026 om 14:05", in the Netherlands. */
export const schrijfTijdstip = (moment: string): string => tijdstip.format(new Date(moment));

/** "1.234,5": at most two decimals. */
export const schrijfGetal = (value: number): string => getal.format(value);

export const schrijfM2 = (m2: number): string => `${schrijfGetal(m2)} m²`;

export const metHoofdletter = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const soortWoord: Record<BesluitSoort, string> = {
  aanvraag: 'Aanvraag',
  verlengd: 'Beslistermijn verlengd',
  verleend: 'Vergunning verleend',
  geweigerd: 'Vergunning geweigerd',
  'buiten-behandeling': 'Niet behandeld',
  ingetrokken: 'Aanvraag ingetrokken',
  vergunningvrij: 'Geen vergunning nodig',
  ontwerp: 'Ontwerpbesluit',
  definitief: 'Definitief besluit',
  melding: 'Melding',
  intrekking: 'Vergunning ingetrokken',
  wijziging: 'Vergunning gewijzigd',
  'plan-voornemen': 'Voornemen voor een plan',
  'plan-ontwerp': 'Ontwerp van een plan',
  'plan-vastgesteld': 'Plan vastgesteld',
  handhaving: 'Handhaving',
  verkeersbesluit: 'Verkeersbesluit',
  'apv-vergunning': 'Vergunning van de gemeente',
  alcohol: 'Alcoholvergunning',
  overig: 'Ander bericht',
};

export const uitkomstWoord: Record<Omstandigheid['uitkomst'], string> = {
  geldt: 'Geldt hier',
  'geldt-niet': 'Geldt hier niet',
  onbekend: 'Weten we niet',
};

export const onderdeelWoord: Record<Ontbrekend['onderdeel'], string> = {
  plaats: 'Plaats',
  regels: 'Regels',
  omstandigheden: 'Omstandigheden',
  besluiten: 'Besluiten',
  kaart: 'Kaart',
};

/** What a person can still do, in one line. */
export function schrijfReactie({ soort, stand, totEnMet, dagen, artikel, uitleg }: Reactie): string {
  const hoe = { bezwaar: 'Bezwaar', beroep: 'Beroep', zienswijze: 'Zienswijze', geen: 'Niets', onbekend: 'Reactie' }[
    soort
  ];
  const termijn =
    totEnMet === null
      ? ''
      : stand === 'loopt' && dagen !== null
        ? ` t/m ${schrijfDatum(totEnMet)}, nog ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}`
        : ` t/m ${schrijfDatum(totEnMet)}`;
  const kop = {
    loopt: `${hoe} kan${termijn}.`,
    voorbij: `${hoe} kon${termijn || ' eerder'}.`,
    onbekend: 'Weten we niet.',
    'nog-niet': `${hoe} kan nog niet${termijn}.`,
    geen: '',
  }[stand];
  return [kop, uitleg, artikel && `(${artikel})`].filter(Boolean).join(' ');
}
