import { TERMIJNEN, type TermijnRegel } from '../../termijnen/domain.ts';
import type { Verloop } from '../domain/status.ts';
import type { FormulierStap, Veld, ZaakTermijn } from './zaaktype.ts';

/** What several zaaktypes have in common. */

export const omschrijving = (label: string, artikel: string, uitleg?: string): Veld => ({
  id: 'omschrijving',
  soort: 'lange-tekst',
  maximum: 4_000,
  label,
  artikel,
  ...(uitleg && { uitleg }),
});

/** Nee is an answer as well. @source Or 7.4, Ow 16.55 lid 6 */
export const participatie: FormulierStap = {
  id: 'participatie',
  titel: 'Anderen bij uw plan betrekken',
  uitleg: 'Hebt u met buren of anderen over uw plan gepraat? Nee is ook een goed antwoord.',
  velden: [
    {
      id: 'participatie',
      soort: 'ja-nee',
      label: 'Hebt u anderen bij uw plan betrokken?',
      uitleg: 'Bijvoorbeeld buren, bedrijven, verenigingen of een andere overheid.',
      artikel: 'Or 7.4',
    },
    {
      id: 'participatieHoe',
      soort: 'lange-tekst',
      maximum: 4_000,
      label: 'Wie hebt u betrokken, en hoe?',
      artikel: 'Or 7.4',
      als: { veld: 'participatie', is: [true] },
    },
    {
      id: 'participatieResultaat',
      soort: 'lange-tekst',
      maximum: 4_000,
      label: 'Wat is daaruit gekomen?',
      artikel: 'Or 7.4',
      als: { veld: 'participatie', is: [true] },
    },
  ],
};

const geenStilzwijgen = 'Beslissen wij te laat, dan hebt u niet vanzelf een vergunning (Ow 16.64 lid 4).';

export const regulier: ZaakTermijn = {
  procedure: 'regulier',
  naam: 'Gewone procedure',
  artikel: TERMIJNEN.beslistermijnRegulier.artikel,
  regel: TERMIJNEN.beslistermijnRegulier,
  wekenVooraf: null,
  uitleg: `Wij beslissen binnen 8 weken. Die termijn kan één keer ten hoogste 6 weken langer worden. Ontbreekt er iets, dan staat de termijn stil tot u het stuurt. ${geenStilzwijgen}`,
};

export const uitgebreid: ZaakTermijn = {
  procedure: 'uitgebreid',
  naam: 'Uitgebreide procedure',
  artikel: TERMIJNEN.beslistermijnUitgebreid.artikel,
  regel: TERMIJNEN.beslistermijnUitgebreid,
  wekenVooraf: null,
  uitleg: `Wij beslissen binnen 6 maanden. Eerst ligt een ontwerp 6 weken ter inzage; iedereen kan erop reageren. ${geenStilzwijgen}`,
};

/** A permit for public order stands outside the Omgevingswet. @source Awb 4:13 */
const beslistermijnApv: TermijnRegel = {
  naam: 'beslistermijn',
  artikel: 'Awb 4:13',
  duur: { weken: 8 },
  telling: 'dag-erna',
  gebeurtenis: 'ontvangst van de aanvraag',
};

export const apv: ZaakTermijn = {
  procedure: 'regulier',
  naam: 'Procedure van de APV',
  artikel: beslistermijnApv.artikel,
  regel: beslistermijnApv,
  wekenVooraf: null,
  uitleg: 'Wij beslissen binnen 8 weken. Hebben wij meer tijd nodig, dan laten wij dat weten.',
};

export const meldingVooraf = (artikel: string, weken: number): ZaakTermijn => ({
  procedure: 'melding',
  naam: 'Melding',
  artikel,
  regel: null,
  wekenVooraf: weken,
  uitleg:
    weken === 0
      ? 'U meldt voordat u begint. Er volgt geen besluit.'
      : `U meldt ten minste ${weken === 1 ? '1 week' : `${weken} weken`} voordat u begint. Er volgt geen besluit. Klopt er iets niet, dan nemen wij contact met u op.`,
});

export const verloopVergunning: Verloop = {
  statussen: [
    'ontvangen',
    'in-behandeling',
    'aanvulling-gevraagd',
    'verlengd',
    'ontwerp-ter-inzage',
    'besloten',
    'ingetrokken',
    'afgehandeld',
  ],
  resultaten: ['verleend', 'geweigerd', 'buiten-behandeling', 'ingetrokken', 'vergunningvrij'],
};

export const verloopMelding: Verloop = {
  statussen: ['ontvangen', 'in-behandeling', 'aanvulling-gevraagd', 'ingetrokken', 'afgehandeld'],
  resultaten: ['geaccepteerd', 'niet-volledig', 'vergunningplichtig', 'ingetrokken'],
};

export const apvNietNagegaan = 'De artikelen van de APV en de termijn daarin zijn niet nagegaan.';

const naam: Veld = { id: 'contactNaam', soort: 'tekst', maximum: 200, label: 'Naam', artikel: 'Awb 4:2' };
const telefoon: Veld = { id: 'contactTelefoon', soort: 'telefoon', label: 'Telefoonnummer', artikel: 'Or 7.3' };
const email: Veld = {
  id: 'contactEmail',
  soort: 'email',
  label: 'E-mailadres',
  uitleg: 'Hier sturen wij de ontvangstbevestiging en berichten naartoe.',
  artikel: 'Or 7.3',
};

/** Who sends it, and how we reach him. @source Awb 4:2, Or 7.3 */
export const contact: FormulierStap = {
  id: 'contact',
  titel: 'Uw gegevens',
  velden: [
    naam,
    { id: 'contactStraat', soort: 'tekst', maximum: 200, label: 'Straat en huisnummer', artikel: 'Awb 4:2' },
    { id: 'contactPostcode', soort: 'postcode', label: 'Postcode', artikel: 'Awb 4:2' },
    { id: 'contactPlaats', soort: 'tekst', maximum: 100, label: 'Woonplaats', artikel: 'Awb 4:2' },
    telefoon,
    email,
  ],
};

/** Nobody has to say who he is. */
export const contactMagOok: FormulierStap = {
  id: 'contact',
  titel: 'Wilt u horen wat wij doen?',
  uitleg: 'U hoeft niets in te vullen. Zonder e-mailadres kunnen wij u niets laten weten.',
  velden: [
    { ...email, uitleg: 'Alleen om u te laten weten wat wij met uw melding doen.', optioneel: true },
    { ...telefoon, uitleg: 'Alleen voor een vraag over uw melding.', optioneel: true },
  ],
};
