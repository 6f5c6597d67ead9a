import { contact, meldingVooraf, omschrijving, verloopMelding } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

const weken = 4;

export const meldingMilieu: Zaaktype = {
  id: 'melding-milieu',
  naam: 'Milieubelastende activiteit melden',
  ding: 'melding milieubelastende activiteit',
  uitleg: 'Voor een bedrijf of installatie waarvoor het Bal een melding vraagt, zoals een bodemenergiesysteem of tank.',
  artikel: 'Bal hoofdstuk 3 en 4',
  voorbehoud:
    'Vier weken vooraf is nagegaan voor een gesloten bodemenergiesysteem (Bal 4.1136). Voor andere activiteiten kan een andere termijn gelden.',
  verzoek: 'melding',
  gegeven: 'eigenDossier',
  onderwerp: 'milieu',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'De activiteit',
      velden: [
        {
          id: 'activiteit',
          soort: 'keuze',
          label: 'Wat meldt u?',
          artikel: 'Bal hoofdstuk 3',
          opties: [
            { id: 'gesloten-bodemenergie', naam: 'Gesloten bodemenergiesysteem' },
            { id: 'koelinstallatie', naam: 'Koelinstallatie' },
            { id: 'natte-koeltoren', naam: 'Natte koeltoren' },
            { id: 'gastank', naam: 'Tank met gas' },
            { id: 'vloeistoftank', naam: 'Tank met vloeistof' },
            { id: 'gevaarlijke-stoffen', naam: 'Gevaarlijke stoffen in verpakking' },
            { id: 'windturbine', naam: 'Windturbine' },
            { id: 'zendmast', naam: 'Zendmast' },
            { id: 'anders', naam: 'Iets anders' },
          ],
        },
        omschrijving('Beschrijf de activiteit', 'Bal hoofdstuk 4'),
        {
          id: 'diepte',
          soort: 'getal',
          eenheid: 'm',
          minimum: 0,
          maximum: 2_000,
          label: 'Hoe diep komt het systeem?',
          artikel: 'Bal 4.1136',
          als: { veld: 'activiteit', is: ['gesloten-bodemenergie'] },
        },
        {
          id: 'lus',
          soort: 'getal',
          eenheid: 'm',
          minimum: 0,
          maximum: 100_000,
          label: 'Hoe lang zijn de lussen samen?',
          artikel: 'Bal 4.1136',
          als: { veld: 'activiteit', is: ['gesloten-bodemenergie'] },
        },
        {
          id: 'begindatum',
          soort: 'datum',
          wekenVooraf: weken,
          label: 'Wanneer begint u?',
          artikel: 'Bal hoofdstuk 4',
        },
      ],
    },
    contact,
  ],
  vereisten: [
    { id: 'tekening', tekst: 'Een tekening van de plek met waar de activiteit is.', artikel: 'Bal hoofdstuk 4' },
    {
      id: 'bodemenergie',
      tekst: 'Tekeningen van het bodemenergiesysteem met de coördinaten.',
      artikel: 'Bal 4.1136',
      als: { veld: 'activiteit', is: ['gesloten-bodemenergie'] },
    },
  ],
  termijn: ({ activiteit }) =>
    meldingVooraf(activiteit === 'gesloten-bodemenergie' ? 'Bal 4.1136' : 'Bal hoofdstuk 4', weken),
  leges: () => [],
  verloop: verloopMelding,
};
