import type { TermijnRegel } from '../../termijnen/domain.ts';
import type { VraagSleutel } from '../../vergunningcheck/domain/oordeel.ts';
import type { Verloop } from '../domain/status.ts';

/** What somebody filled in: by the id of the field. A field that is left out is not answered. */
export type Waarde = string | number | boolean | readonly string[];
export type Antwoorden = Readonly<Record<string, Waarde>>;

/** Holds when the answer to `veld` is one of these (of a choice of several: holds one of these), or is none of these. */
export type Voorwaarde = { veld: string } & (
  | { is: readonly (string | boolean)[] }
  | { niet: readonly (string | boolean)[] }
);

export interface Optie {
  id: string;
  naam: string;
  uitleg?: string;
}

interface VeldBasis {
  id: string;
  /** The question, as the person reads it. */
  label: string;
  uitleg?: string;
  /** Why it is asked. */
  artikel?: string;
  /** Left out: it must be answered. */
  optioneel?: true;
  als?: Voorwaarde;
}

/** One question of a form. */
export type Veld = VeldBasis &
  (
    | { soort: 'tekst'; maximum: number }
    | { soort: 'lange-tekst'; maximum: number }
    | { soort: 'email' | 'telefoon' | 'postcode' | 'tijd' }
    /** Identificatie of a published besluit. */
    | { soort: 'besluit' }
    | { soort: 'getal'; eenheid: string; minimum: number; maximum: number }
    /** `wekenVooraf`: not sooner than this many weeks after it is sent. */
    | { soort: 'datum'; wekenVooraf?: number }
    | { soort: 'keuze'; opties: readonly Optie[]; groepen?: readonly { naam: string; opties: readonly Optie[] }[] }
    | { soort: 'keuzes'; opties: readonly Optie[] }
    /** `moet`: any other answer means that this is the wrong form; the text says what is. */
    | { soort: 'ja-nee'; moet?: { antwoord: boolean; anders: string } }
  );

export interface FormulierStap {
  id: string;
  titel: string;
  uitleg?: string;
  velden: readonly Veld[];
}

/** A document that belongs to the aanvraag or melding. Without it we may ask for it later, and the term can stand still (Awb 4:5). */
export interface Vereiste {
  id: string;
  tekst: string;
  artikel: string;
  als?: Voorwaarde;
}

/** What runs from the day of receipt. */
export interface ZaakTermijn {
  procedure: 'regulier' | 'uitgebreid' | 'melding' | 'geen';
  /** The name as the person reads it: "Gewone procedure". */
  naam: string;
  artikel: string;
  /** The term in which we decide; null: there is no besluit. */
  regel: TermijnRegel | null;
  /** Of a melding: weeks between receipt and the first day on which the work may begin; null: no such term. */
  wekenVooraf: number | null;
  /** What happens, and what may move the term. */
  uitleg: string;
}

/** One kind of zaak: what is asked, what must come with it, what runs, what it costs and what it goes through. */
export interface Zaaktype {
  /** Kebab-case, and never changed: zaken of before an upgrade still carry it. */
  id: string;
  /** As an act: "Omgevingsvergunning aanvragen". */
  naam: string;
  /** As a thing: "aanvraag omgevingsvergunning". */
  ding: string;
  uitleg: string;
  /** Where it stands in the law. */
  artikel: string;
  /** What of the law was not looked up. */
  voorbehoud?: string;
  /** A bezwaar is against a besluit: its field `besluit` names it, and its term runs from the last day to object. */
  verzoek: 'aanvraag' | 'melding' | 'informatie' | 'openbare-ruimte' | 'bezwaar';
  /** The row of the table of permissions that says who may file it. */
  gegeven: 'eigenDossier' | 'meldingInhoud';
  /** Key of server/besluiten/contract.ts for what is published of it. */
  onderwerp: 'bouwen' | 'sloop' | 'gebruik' | 'milieu' | 'evenement' | 'horeca' | 'overig';
  stappen: readonly FormulierStap[];
  vereisten: readonly Vereiste[];
  /** Photos of a telephone are taken as well. */
  fotos: boolean;
  /** The procedure and its term, for these answers. */
  termijn(antwoorden: Antwoorden): ZaakTermijn;
  /** What can be done, where that does not follow from the procedure. */
  rechtsmiddelen?: readonly string[];
  /** Which products of the table of tariffs are charged, for these answers; none: it costs nothing. */
  leges(antwoorden: Antwoorden): readonly VraagSleutel[];
  verloop: Verloop;
}
