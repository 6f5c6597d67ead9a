import inhoud from '../../../data/indienen/meldingcategorieen.json';
import { contactMagOok } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

const groepen = inhoud.categorieen.map(({ id, naam, soorten }) => ({
  naam,
  opties: soorten.map((soort) => ({ id: `${id}/${soort.id}`, naam: soort.naam })),
}));

/** Within how many weeks we want to have looked at it: an aim, no legal term. */
const wekenStreven = 1;

export const meldingOpenbareRuimte: Zaaktype = {
  id: 'melding-openbare-ruimte',
  naam: 'Iets melden in de openbare ruimte',
  ding: 'melding openbare ruimte',
  uitleg: 'Afval op straat, een kapotte lamp, overlast. U hoeft niet in te loggen en geen naam te geven.',
  artikel: 'geen wettelijke termijn',
  verzoek: 'openbare-ruimte',
  gegeven: 'meldingInhoud',
  onderwerp: 'overig',
  fotos: true,
  stappen: [
    {
      id: 'wat',
      titel: 'Wat is er aan de hand?',
      uitleg: 'Is er direct gevaar? Bel 112. Geen spoed, wel politie? Bel 0900-8844.',
      velden: [
        {
          id: 'categorie',
          soort: 'keuze',
          label: 'Waar gaat het over?',
          opties: groepen.flatMap(({ opties }) => opties),
          groepen,
        },
        {
          id: 'omschrijving',
          soort: 'lange-tekst',
          maximum: 2_000,
          label: 'Wat ziet u?',
          uitleg: 'Schrijf geen namen of kentekens op.',
        },
        {
          id: 'sinds',
          soort: 'keuze',
          label: 'Sinds wanneer is het zo?',
          optioneel: true,
          opties: [
            { id: 'nu', naam: 'Nu' },
            { id: 'vandaag', naam: 'Vandaag' },
            { id: 'langer', naam: 'Al langer' },
            { id: 'vaker', naam: 'Het gebeurt vaker' },
          ],
        },
      ],
    },
    contactMagOok,
  ],
  vereisten: [],
  termijn: () => ({
    procedure: 'geen',
    naam: 'Melding openbare ruimte',
    artikel: 'een streven van de gemeente, geen wettelijke termijn',
    regel: {
      naam: 'streeftermijn',
      artikel: 'geen wettelijke termijn',
      duur: { weken: wekenStreven },
      telling: 'dag-erna',
      gebeurtenis: 'ontvangst van de melding',
    },
    wekenVooraf: null,
    uitleg: 'Wij willen uw melding binnen een week bekijken.',
  }),
  leges: () => [],
  verloop: {
    statussen: ['ontvangen', 'in-behandeling', 'afgehandeld'],
    resultaten: ['opgelost', 'niet-opgelost', 'doorgezet'],
    heropenbaar: true,
  },
};
