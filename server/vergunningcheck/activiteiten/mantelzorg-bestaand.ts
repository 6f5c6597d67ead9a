import { alle, een } from '../domain/regel.ts';
import { activiteit, grens, moet, slot, tak } from './bouwstenen.ts';
import { getal, jaNee } from './feit.ts';
import { erfgoeddeel, geenMonument, vooraf } from './gedeeld.ts';

const artikel = 'bruidsschat 22.36, onder c';

export const mantelzorgBestaand = activiteit({
  id: 'mantelzorg-bestaand',
  naam: 'Mantelzorg in een bestaand bijgebouw',
  uitleg:
    'Iemand die mantelzorg krijgt of geeft, gaat wonen in een gebouw dat er al staat, zoals een schuur of garage.',
  groep: 'Wonen',
  soort: 'gebruik',
  zoekwoorden: [
    'mantelzorg',
    'mantelzorgwoning',
    'ouders in huis',
    'wonen in de schuur',
    'wonen in de garage',
    'zorg aan huis',
    'kangoeroewoning',
  ],
  feiten: [
    jaNee(
      'mantelzorg',
      'Mantelzorg',
      'Heeft iemand mantelzorg nodig, en kunt u dat laten zien met een verklaring?',
      {
        ja: 'Er is mantelzorg nodig en daarvoor is een verklaring.',
        nee: 'Er is geen mantelzorg nodig, of daarvoor is geen verklaring.',
      },
      { hulp: 'Een verklaring krijgt u van een huisarts, wijkverpleegkundige of een andere deskundige.' },
    ),
    getal(
      'personen',
      'Aantal bewoners',
      'Hoeveel mensen gaan er in het bijgebouw wonen?',
      'stuks',
      'Er gaan {waarde} mensen wonen.',
      { minimum: 1, maximum: 50 },
    ),
    jaNee('bestaandBouwwerk', 'Bestaand gebouw', 'Staat het gebouw er al, en bouwt u niets nieuws?', {
      ja: 'Het gebouw staat er al.',
      nee: 'U bouwt iets nieuws.',
    }),
  ],
  delen: [
    {
      vraag: 'R',
      takken: [
        ...vooraf(null),
        tak(
          alle(
            geenMonument,
            moet(
              'mantelzorg',
              'mantelzorg',
              [true],
              'De mantelzorg is nodig en aan te tonen met een verklaring',
              artikel,
            ),
            grens({
              id: 'personen',
              omschrijving: 'Er wonen niet meer dan 2 mensen',
              feit: 'personen',
              vergelijking: '<=',
              waarde: 2,
              eenheid: 'stuks',
              artikel,
              wijzig: 'Laat {n} persoon minder in het bijgebouw wonen',
            }),
            moet('bestaand', 'bestaandBouwwerk', [true], 'Het is een gebouw dat er al staat', artikel),
            een(
              moet(
                'geen-veiligheidszone',
                'veiligheidszone',
                [false],
                'Het perceel ligt niet in een veiligheidszone',
                'bruidsschat 22.39',
              ),
              moet(
                'veiligheid-vastgesteld',
                'uitlegVeiligheid',
                [true],
                'De gemeente heeft vastgelegd dat het ook in de veiligheidszone mag',
                'bruidsschat 22.39',
              ),
            ),
          ),
          'VRIJ',
          artikel,
          'Een bestaand bijgebouw gebruiken voor mantelzorg past altijd in het omgevingsplan.',
        ),
      ],
      anders: slot(
        'VERGUNNING',
        'bruidsschat 22.26',
        'Voor dit gebruik geldt geen uitzondering. U vraagt een vergunning aan.',
      ),
      bevoegdGezag: 'gemeente',
    },
    erfgoeddeel,
  ],
  letOp: [
    { tekst: 'Stopt de mantelzorg, dan stopt ook het wonen in het bijgebouw.', artikel: artikel },
    { tekst: 'Verbouwt u ook? Kies dan ook "Verbouwen binnen".', artikel: 'Bbl 2.27' },
  ],
});
