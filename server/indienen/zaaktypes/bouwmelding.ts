import { TERMIJNEN } from '../../termijnen/domain.ts';
import { contact, meldingVooraf, omschrijving, verloopMelding } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

const { artikel, duur } = TERMIJNEN.bouwmelding;

export const bouwmelding: Zaaktype = {
  id: 'bouwmelding',
  naam: 'Bouwmelding doen',
  ding: 'bouwmelding',
  uitleg: 'Voor een nieuw bouwwerk met weinig risico, zoals een woning. Een kwaliteitsborger kijkt mee.',
  artikel: 'Bbl 2.18 en 2.19',
  verzoek: 'melding',
  gegeven: 'eigenDossier',
  onderwerp: 'bouwen',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Wat gaat u bouwen?',
      velden: [
        {
          id: 'nieuw',
          soort: 'ja-nee',
          label: 'Is het een nieuw bouwwerk?',
          artikel: 'Bbl 2.17 lid 4',
          moet: {
            antwoord: true,
            anders:
              'Een bouwmelding is alleen voor een nieuw bouwwerk. Doe de vergunningcheck: verbouwen kan een vergunning vragen.',
          },
        },
        omschrijving('Wat bouwt u, en waarvoor gebruikt u het?', 'Bbl 2.19'),
        { id: 'begindatum', soort: 'datum', wekenVooraf: duur.weken, label: 'Wanneer begint u met bouwen?', artikel },
      ],
    },
    {
      id: 'kwaliteit',
      titel: 'Kwaliteitsborging',
      velden: [
        {
          id: 'kwaliteitsborger',
          soort: 'tekst',
          maximum: 200,
          label: 'Wie bewaakt de kwaliteit?',
          artikel: 'Bbl 2.19',
        },
        { id: 'instrument', soort: 'tekst', maximum: 200, label: 'Met welk instrument?', artikel: 'Bbl 2.19' },
      ],
    },
    contact,
  ],
  vereisten: [
    { id: 'risicobeoordeling', tekst: 'De beoordeling van de risico’s van het bouwen.', artikel: 'Bbl 2.19' },
    { id: 'borgingsplan', tekst: 'Het borgingsplan.', artikel: 'Bbl 2.19' },
  ],
  termijn: () => meldingVooraf(artikel, duur.weken),
  leges: () => [],
  verloop: verloopMelding,
};
