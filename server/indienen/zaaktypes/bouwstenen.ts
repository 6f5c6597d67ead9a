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
