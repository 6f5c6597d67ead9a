import { TERMIJNEN } from '../../termijnen/domain.ts';
import { contact, meldingVooraf, omschrijving, verloopMelding } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

const { artikel, duur } = TERMIJNEN.gebruiksmelding;

export const gebruiksmelding: Zaaktype = {
  id: 'gebruiksmelding',
  naam: 'Gebruiksmelding doen',
  ding: 'gebruiksmelding',
  uitleg: 'Voor brandveilig gebruik: als er veel mensen tegelijk in een gebouw zijn, of als er mensen slapen.',
  artikel: 'Bbl 6.6, 6.7 en 6.9',
  verzoek: 'melding',
  gegeven: 'eigenDossier',
  onderwerp: 'gebruik',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Het gebruik',
      velden: [
        {
          id: 'functie',
          soort: 'keuze',
          label: 'Waarvoor gebruikt u het gebouw?',
          uitleg: 'Achter elke keuze staat vanaf hoeveel mensen u moet melden.',
          artikel: 'Bbl tabel 6.6',
          opties: [
            { id: 'kamerverhuur', naam: 'Kamers verhuren of wonen met zorg: altijd' },
            { id: 'kinderopvang', naam: 'Kinderopvang tot 12 jaar: meer dan 10' },
            { id: 'beperking', naam: 'Bijeenkomst van mensen met een beperking: meer dan 10' },
            { id: 'bijeenkomst', naam: 'Andere bijeenkomst, zoals horeca: meer dan 50' },
            { id: 'cel', naam: 'Cel: meer dan 10' },
            { id: 'zorg-bed', naam: 'Zorg met bed: meer dan 10' },
            { id: 'zorg', naam: 'Andere zorg: meer dan 50' },
            { id: 'bedrijf', naam: 'Industrie of kantoor: meer dan 150' },
            { id: 'logies', naam: 'Logies in een logiesgebouw: meer dan 10' },
            { id: 'logies-ander', naam: 'Ander logies: meer dan 50' },
            { id: 'basisonderwijs', naam: 'Basisonderwijs: meer dan 10' },
            { id: 'onderwijs', naam: 'Ander onderwijs: meer dan 50' },
            { id: 'overig', naam: 'Sport, winkel, stalling van auto’s, vervoer of iets anders: meer dan 50' },
          ],
        },
        {
          id: 'personen',
          soort: 'getal',
          eenheid: 'mensen',
          minimum: 1,
          maximum: 1_000_000,
          label: 'Hoeveel mensen zijn er ten hoogste tegelijk?',
          artikel: 'Bbl tabel 6.6',
        },
        omschrijving('Hoe gebruikt u het gebouw?', 'Bbl 6.9'),
        { id: 'begindatum', soort: 'datum', wekenVooraf: duur.weken, label: 'Wanneer begint het gebruik?', artikel },
      ],
    },
    contact,
  ],
  vereisten: [
    {
      id: 'plattegronden',
      tekst: 'Een plattegrond per verdieping, met de vluchtroutes, de brandscheidingen en de blusmiddelen.',
      artikel: 'Bbl 6.9',
    },
  ],
  termijn: () => meldingVooraf(artikel, duur.weken),
  leges: () => [],
  verloop: verloopMelding,
};
