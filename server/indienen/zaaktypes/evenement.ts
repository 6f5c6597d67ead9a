import { apv, apvNietNagegaan, contact, omschrijving, verloopVergunning } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

export const evenement: Zaaktype = {
  id: 'evenement',
  naam: 'Evenement aanvragen',
  ding: 'aanvraag evenement',
  uitleg: 'Voor een feest, markt, optocht, wedstrijd of concert waar publiek komt.',
  artikel: 'APV 2:24 en 2:25',
  voorbehoud: apvNietNagegaan,
  verzoek: 'aanvraag',
  gegeven: 'eigenDossier',
  onderwerp: 'evenement',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Het evenement',
      velden: [
        { id: 'naam', soort: 'tekst', maximum: 120, label: 'Hoe heet het evenement?' },
        omschrijving('Wat gaat er gebeuren?', 'APV 2:25'),
        {
          id: 'bezoekers',
          soort: 'getal',
          eenheid: 'mensen',
          minimum: 1,
          maximum: 1_000_000,
          label: 'Hoeveel mensen verwacht u op het drukste moment?',
          artikel: 'APV 2:25',
        },
        { id: 'begindatum', soort: 'datum', label: 'Op welke dag begint het?' },
        { id: 'einddatum', soort: 'datum', label: 'Op welke dag eindigt het?' },
        { id: 'begintijd', soort: 'tijd', label: 'Hoe laat begint het?' },
        { id: 'eindtijd', soort: 'tijd', label: 'Hoe laat eindigt het?' },
      ],
    },
    {
      id: 'veilig',
      titel: 'Veiligheid en overlast',
      velden: [
        { id: 'muziek', soort: 'ja-nee', label: 'Is er versterkte muziek?' },
        { id: 'podium', soort: 'ja-nee', label: 'Komt er een podium, tent of tribune?' },
        { id: 'straatAf', soort: 'ja-nee', label: 'Moet er een straat dicht?' },
        {
          id: 'alcohol',
          soort: 'ja-nee',
          label: 'Schenkt u alcohol?',
          uitleg:
            'Dat kan alleen met een ontheffing: bier en wijn, ten hoogste 12 dagen, onder leiding van iemand van 21 jaar of ouder.',
          artikel: 'Alcoholwet 35',
        },
        {
          id: 'leiding',
          soort: 'tekst',
          maximum: 200,
          label: 'Wie heeft de leiding over het schenken?',
          artikel: 'Alcoholwet 35',
          als: { veld: 'alcohol', is: [true] },
        },
        {
          id: 'hulp',
          soort: 'lange-tekst',
          maximum: 2_000,
          label: 'Hoe regelt u veiligheid, eerste hulp en verkeer?',
          artikel: 'APV 2:25',
        },
      ],
    },
    contact,
  ],
  vereisten: [
    { id: 'plattegrond-evenement', tekst: 'Een plattegrond van het terrein.', artikel: 'APV 2:25' },
    { id: 'programma-evenement', tekst: 'Het programma met de tijden.', artikel: 'APV 2:25' },
    {
      id: 'constructie-podium',
      tekst: 'Een berekening dat het podium, de tent of de tribune sterk genoeg is.',
      artikel: 'APV 2:25',
      als: { veld: 'podium', is: [true] },
    },
  ],
  termijn: () => apv,
  leges: () => ['N'],
  verloop: verloopVergunning,
};
