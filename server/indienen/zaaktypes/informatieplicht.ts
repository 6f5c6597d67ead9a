import { contact, meldingVooraf, omschrijving, verloopMelding } from './bouwstenen.ts';
import type { Antwoorden, Zaaktype } from './zaaktype.ts';

/** Only of a closed ground-energy system the term was looked up. */
const weken = ({ waarover }: Antwoorden) => (waarover === 'gesloten-bodemenergie' ? 4 : 0);

export const informatieplicht: Zaaktype = {
  id: 'informatieplicht',
  naam: 'Informatie geven',
  ding: 'informatie',
  uitleg: 'Als u geen melding hoeft te doen, maar ons wel iets moet laten weten.',
  artikel: 'Bal hoofdstuk 4',
  voorbehoud:
    'Vier weken vooraf is nagegaan voor een gesloten bodemenergiesysteem (Bal 4.1137). Voor andere activiteiten kan een andere termijn gelden.',
  verzoek: 'informatie',
  gegeven: 'eigenDossier',
  onderwerp: 'milieu',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'De informatie',
      velden: [
        {
          id: 'waarover',
          soort: 'keuze',
          label: 'Waarover geeft u informatie?',
          opties: [
            { id: 'gesloten-bodemenergie', naam: 'Gesloten bodemenergiesysteem' },
            { id: 'milieu', naam: 'Een andere milieubelastende activiteit' },
            { id: 'bouw-begin', naam: 'Het begin of einde van bouwen' },
            { id: 'anders', naam: 'Iets anders' },
          ],
        },
        omschrijving('Wat wilt u ons laten weten?', 'Bal hoofdstuk 4'),
        {
          id: 'begindatum',
          soort: 'datum',
          wekenVooraf: 4,
          label: 'Wanneer begint u?',
          artikel: 'Bal 4.1137',
          als: { veld: 'waarover', is: ['gesloten-bodemenergie'] },
        },
        {
          id: 'datum',
          soort: 'datum',
          label: 'Op welke dag is het?',
          optioneel: true,
          als: { veld: 'waarover', is: ['milieu', 'bouw-begin', 'anders'] },
        },
      ],
    },
    contact,
  ],
  vereisten: [
    {
      id: 'bodemenergie',
      tekst: 'De gegevens van het systeem: data, bedrijven, vloeistof, rendement en vermogen.',
      artikel: 'Bal 4.1137',
      als: { veld: 'waarover', is: ['gesloten-bodemenergie'] },
    },
  ],
  termijn: (antwoorden) => ({
    ...meldingVooraf(
      antwoorden.waarover === 'gesloten-bodemenergie' ? 'Bal 4.1137' : 'Bal hoofdstuk 4',
      weken(antwoorden),
    ),
    naam: 'Informatie geven',
    ...(weken(antwoorden) === 0 && { uitleg: 'U laat het ons weten voordat u begint. Er volgt geen besluit.' }),
  }),
  leges: () => [],
  verloop: verloopMelding,
};
