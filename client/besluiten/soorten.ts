import type { Besluit, BesluitSoort } from '../../server/besluiten/contract.ts';
import type { IconName } from '../ui/Icon.tsx';

/** The kinds of publication in plain words, grouped as a person looks for them. */
export const soortGroepen: readonly { naam: string; soorten: readonly BesluitSoort[] }[] = [
  { naam: 'Aanvragen', soorten: ['aanvraag', 'verlengd', 'ingetrokken', 'buiten-behandeling'] },
  {
    naam: 'Vergunningen',
    soorten: ['verleend', 'geweigerd', 'definitief', 'wijziging', 'intrekking', 'vergunningvrij'],
  },
  { naam: 'Ontwerpen', soorten: ['ontwerp'] },
  { naam: 'Meldingen', soorten: ['melding'] },
  { naam: 'Plannen', soorten: ['plan-voornemen', 'plan-ontwerp', 'plan-vastgesteld'] },
  { naam: 'Verkeer', soorten: ['verkeersbesluit'] },
  { naam: 'Evenementen, horeca en markt', soorten: ['apv-vergunning', 'alcohol'] },
  { naam: 'Handhaving en overig', soorten: ['handhaving', 'overig'] },
];

export const soorten: Record<BesluitSoort, { woord: string; icon: IconName }> = {
  aanvraag: { woord: 'Aanvraag', icon: 'brief' },
  verlengd: { woord: 'Beslistermijn verlengd', icon: 'klok' },
  verleend: { woord: 'Vergunning verleend', icon: 'vink' },
  geweigerd: { woord: 'Vergunning geweigerd', icon: 'stop' },
  'buiten-behandeling': { woord: 'Niet behandeld', icon: 'kruis' },
  ingetrokken: { woord: 'Aanvraag ingetrokken', icon: 'kruis' },
  vergunningvrij: { woord: 'Geen vergunning nodig', icon: 'vink' },
  ontwerp: { woord: 'Ontwerpbesluit', icon: 'document' },
  definitief: { woord: 'Definitief besluit', icon: 'vink' },
  melding: { woord: 'Melding', icon: 'bel' },
  intrekking: { woord: 'Vergunning ingetrokken', icon: 'kruis' },
  wijziging: { woord: 'Vergunning gewijzigd', icon: 'document' },
  'plan-voornemen': { woord: 'Voornemen voor een plan', icon: 'document' },
  'plan-ontwerp': { woord: 'Ontwerp van een plan', icon: 'document' },
  'plan-vastgesteld': { woord: 'Plan vastgesteld', icon: 'vink' },
  handhaving: { woord: 'Handhaving', icon: 'waarschuwing' },
  verkeersbesluit: { woord: 'Verkeersbesluit', icon: 'straat' },
  'apv-vergunning': { woord: 'Vergunning van de gemeente', icon: 'document' },
  alcohol: { woord: 'Alcoholvergunning', icon: 'document' },
  overig: { woord: 'Ander bericht', icon: 'informatie' },
};

/** Those that lie on the place itself, and those around it; both as given, newest first. */
export function hierEnRondom(besluiten: readonly Besluit[]): { hier: Besluit[]; rondom: Besluit[] } {
  return {
    hier: besluiten.filter(({ afstandM }) => afstandM === 0),
    rondom: besluiten.filter(({ afstandM }) => afstandM > 0),
  };
}

/** How many of them a person can still respond to. */
export const telReacties = (besluiten: readonly Besluit[]): number =>
  besluiten.filter(({ reactie }) => reactie.stand === 'loopt').length;
