import { TERMIJNEN } from '../../termijnen/domain.ts';
import { contact, meldingVooraf, omschrijving, verloopMelding } from './bouwstenen.ts';
import type { Antwoorden, Zaaktype } from './zaaktype.ts';

const { artikel, duur } = TERMIJNEN.sloopmelding;

/** One week suffices in the cases of asbestos that the article lists. */
const weken = ({ kort }: Antwoorden) => (kort === true ? 1 : duur.weken);

export const sloopmelding: Zaaktype = {
  id: 'sloopmelding',
  naam: 'Sloopmelding doen',
  ding: 'sloopmelding',
  uitleg: 'Als u asbest verwijdert, of als er meer dan 10 m³ sloopafval ontstaat.',
  artikel,
  verzoek: 'melding',
  gegeven: 'eigenDossier',
  onderwerp: 'sloop',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Wat gaat u slopen?',
      velden: [
        omschrijving('Wat sloopt of verwijdert u?', artikel),
        { id: 'asbest', soort: 'ja-nee', label: 'Verwijdert u asbest?', artikel },
        {
          id: 'kort',
          soort: 'ja-nee',
          label: 'Hoort dit bij een van de korte gevallen?',
          uitleg:
            'Bijvoorbeeld een spoedreparatie, een woning die leeg komt om te verhuren, of zelf ten hoogste 35 m² geschroefde platen of tegels weghalen. Dan is een week vooraf genoeg.',
          artikel,
          als: { veld: 'asbest', is: [true] },
        },
        {
          id: 'afval',
          soort: 'getal',
          eenheid: 'm³',
          minimum: 0,
          maximum: 1_000_000,
          label: 'Hoeveel sloopafval verwacht u?',
          artikel,
        },
        {
          id: 'begindatum',
          soort: 'datum',
          wekenVooraf: duur.weken,
          label: 'Wanneer begint u met slopen?',
          artikel,
          als: { veld: 'kort', niet: [true] },
        },
        {
          id: 'begindatumKort',
          soort: 'datum',
          wekenVooraf: 1,
          label: 'Wanneer begint u met verwijderen?',
          artikel,
          als: { veld: 'kort', is: [true] },
        },
      ],
    },
    contact,
  ],
  vereisten: [
    {
      id: 'asbestinventarisatie',
      tekst: 'Het rapport van de asbestinventarisatie, als dat nodig is.',
      artikel: 'Bbl 7.9',
      als: { veld: 'asbest', is: [true] },
    },
  ],
  termijn: (antwoorden) => meldingVooraf(artikel, weken(antwoorden)),
  leges: () => [],
  verloop: verloopMelding,
};
