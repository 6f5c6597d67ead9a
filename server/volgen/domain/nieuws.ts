import type { Besluit, BesluitSoort } from '../../besluiten/contract.ts';
import type { Onderwerp } from '../contract.ts';

/** Under what somebody hears of a besluit; rules are a subject of their own. */
export const onderwerpVan: Record<BesluitSoort, Exclude<Onderwerp, 'regels'>> = {
  aanvraag: 'aanvragen',
  verlengd: 'aanvragen',
  ingetrokken: 'aanvragen',
  melding: 'aanvragen',
  ontwerp: 'ontwerpen',
  'plan-voornemen': 'ontwerpen',
  'plan-ontwerp': 'ontwerpen',
  verleend: 'besluiten',
  geweigerd: 'besluiten',
  'buiten-behandeling': 'besluiten',
  vergunningvrij: 'besluiten',
  definitief: 'besluiten',
  intrekking: 'besluiten',
  wijziging: 'besluiten',
  'plan-vastgesteld': 'besluiten',
  handhaving: 'besluiten',
  verkeersbesluit: 'besluiten',
  'apv-vergunning': 'besluiten',
  alcohol: 'besluiten',
  overig: 'besluiten',
};

/** In the order in which they are told. */
export const onderwerpNamen: Record<Onderwerp, string> = {
  ontwerpen: 'Ontwerpen en plannen',
  aanvragen: 'Aanvragen en meldingen',
  besluiten: 'Besluiten',
  regels: 'Regels',
};

export const onderwerpenAlle = Object.keys(onderwerpNamen) as Onderwerp[];

/**
 * What was published longer than this before somebody began to follow is no news to him, also when it comes in only now:
 * a term to react is six weeks, and ends some days later at most when its last day is no working day (Awb 6:7, Atw 1).
 */
export const terugDagen = 49;

/** A besluit as a mail or feed tells it. */
export interface BesluitNieuws
  extends Pick<
    Besluit,
    'identificatie' | 'soort' | 'onderwerp' | 'titel' | 'bevoegdGezag' | 'gepubliceerd' | 'url' | 'punt'
  > {
  procedure: 'regulier' | 'uitgebreid' | null;
  verzonden: string | null;
  terInzage: string | null;
  /** From what is followed, in metres; 0: in it. */
  afstandM: number;
}

/** A version of a regeling. */
export interface RegelingNieuws {
  identificatie: string;
  opschrift: string;
  bevoegdGezag: string;
  ontwerp: boolean;
  geldigVanaf: string | null;
  url: string | null;
  /** The day on which it was first here. */
  bekendOp: string;
  /** False: where it applies was not delivered, so it may touch what is followed. */
  zeker: boolean;
}

export interface Nieuws {
  besluiten: BesluitNieuws[];
  regelingen: RegelingNieuws[];
}
