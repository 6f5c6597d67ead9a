import { alle, een } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  technisch,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const artikel = 'Bbl 2.29, onder m';
const hoogte = (id: string, omschrijving: string, waarde: number, bron: string) =>
  grens({
    id,
    omschrijving,
    feit: 'hoogteZender',
    vergelijking: '<=',
    waarde,
    eenheid: 'm',
    artikel: bron,
    wijzig: 'Maak de antenne {n} lager',
  });

export const zendmast = activiteit({
  id: 'zendmast',
  naam: 'Antenne voor mobiele telefoons',
  uitleg: 'Een antenne of mast voor een netwerk van mobiele telefoons.',
  groep: 'Bedrijf',
  soort: 'terrein',
  zoekwoorden: ['zendmast', 'gsm mast', '5g', '4g', 'antennemast', 'mobiele telefonie', 'telefoonmast', 'small cell'],
  feiten: [
    keuze('plekZender', 'Plek', 'Waar komt de antenne?', {
      mast: ['Op een bestaande mast', 'De antenne komt op een bestaande mast.'],
      gebouw: ['Op een dak of aan een gevel', 'De antenne komt op een dak of aan een gevel.'],
      vrij: ['Op een nieuwe mast op de grond', 'De antenne komt op een nieuwe mast op de grond.'],
    }),
    getal(
      'hoogteZender',
      'Hoogte van de antenne',
      'Hoe hoog is de antenne met drager, gemeten vanaf de voet?',
      'm',
      'De antenne is {waarde} hoog.',
      { maximum: 300 },
    ),
    getal(
      'hoogteVoet',
      'Hoogte van de voet',
      'Op welke hoogte boven de grond komt de voet van de antenne?',
      'm',
      'De voet van de antenne komt {waarde} boven de grond.',
      { maximum: 300 },
    ),
    jaNee(
      'kabelsBinnen',
      'Kabels en rand van het dak',
      'Lopen de kabels uit het zicht, en staat de antenne ver genoeg van de rand van het dak?',
      {
        ja: 'De kabels en de afstand tot de rand van het dak voldoen aan de regels.',
        nee: 'De kabels of de afstand tot de rand van het dak voldoen niet aan de regels.',
      },
    ),
    bijzondereEisen,
  ],
  delen: [
    technisch(
      'Deze antenne',
      'Bbl 2.26',
      hoogte('hoogte-technisch', 'De antenne is niet hoger dan 5 m', 5, 'Bbl 2.26'),
      bouwwerkGeenGebouw('hoogteZender'),
    ),
    bouwdeel(
      [
        ...vooraf('m'),
        landelijkVrij(
          'm',
          alle(
            een(
              alle(
                bij('plekZender', 'mast'),
                hoogte('hoogte-mast', 'De antenne op de mast is niet hoger dan 5 m', 5, artikel),
              ),
              alle(
                bij('plekZender', 'gebouw'),
                een(
                  hoogte('hoogte-klein', 'De antenne is niet hoger dan 0,5 m', 0.5, artikel),
                  alle(
                    hoogte('hoogte-dak', 'De antenne op het dak is niet hoger dan 5 m', 5, artikel),
                    grens({
                      id: 'voet',
                      omschrijving: 'De voet van de antenne komt hoger dan 9 m boven de grond',
                      feit: 'hoogteVoet',
                      vergelijking: '>',
                      waarde: 9,
                      eenheid: 'm',
                      artikel,
                      wijzig: 'Plaats de antenne {n} hoger',
                    }),
                    moet(
                      'kabels',
                      'kabelsBinnen',
                      [true],
                      'De kabels en de afstand tot de rand van het dak voldoen',
                      artikel,
                    ),
                  ),
                ),
              ),
            ),
            inGezicht(null),
          ),
          'Deze antenne',
        ),
      ],
      vergunningNodig('deze antenne'),
    ),
    erfgoeddeel,
  ],
  letOp: [
    {
      tekst: 'Heeft de zender een vermogen van meer dan 4 kilowatt? Kies dan ook "Een krachtige zender gebruiken".',
      artikel: 'Bal 3.9',
    },
  ],
});
