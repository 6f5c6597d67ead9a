import { alle } from '../domain/regel.ts';
import { activiteit, bij, grens, moet } from './bouwstenen.ts';
import { getal, jaNee } from './feit.ts';
import {
  bijzondereEisen,
  bouwdeel,
  bouwwerkGeenGebouw,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  planUitzondering,
  planVrij,
  technisch,
  uitHetZicht,
  vergunningNodig,
  vooraf,
  waterdeel,
} from './gedeeld.ts';

const hoogte = (id: string, waarde: number, artikel: string) =>
  grens({
    id,
    omschrijving: `Het toestel is niet hoger dan ${String(waarde).replace('.', ',')} m`,
    feit: 'hoogteToestel',
    vergelijking: '<=',
    waarde,
    eenheid: 'm',
    artikel,
    wijzig: 'Neem een toestel dat {n} lager is',
  });
const zonderMotor = (id: string, artikel: string) =>
  moet(id, 'zonderMotor', [true], 'Het toestel werkt alleen op zwaartekracht of spierkracht', artikel);

export const speeltoestel = activiteit({
  id: 'speeltoestel',
  naam: 'Speeltoestel of sporttoestel',
  uitleg: 'Een schommel, glijbaan, trampoline, speelhuisje of een toestel om te sporten.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: [
    'speeltoestel',
    'schommel',
    'glijbaan',
    'trampoline',
    'speelhuisje',
    'klimrek',
    'boomhut',
    'sporttoestel',
    'basketbalpaal',
    'zandbak',
  ],
  feiten: [
    jaNee(
      'eigenGebruik',
      'Eigen gebruik',
      'Is het toestel alleen voor eigen gebruik?',
      {
        ja: 'Het toestel is alleen voor eigen gebruik.',
        nee: 'Ook anderen gebruiken het toestel.',
      },
      { hulp: 'Ook vriendjes die komen spelen zijn eigen gebruik. Een speelplek van een school of vereniging niet.' },
    ),
    getal('hoogteToestel', 'Hoogte van het toestel', 'Hoe hoog is het toestel?', 'm', 'Het toestel is {waarde} hoog.', {
      maximum: 30,
    }),
    jaNee('zonderMotor', 'Zonder motor', 'Werkt het toestel alleen op zwaartekracht of spierkracht?', {
      ja: 'Het toestel werkt alleen op zwaartekracht of spierkracht.',
      nee: 'Het toestel heeft een motor of andere aandrijving.',
    }),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch(
      'Dit toestel',
      'Bbl 2.26',
      alle(hoogte('hoogte-technisch', 4, 'Bbl 2.26'), zonderMotor('zonder-motor-technisch', 'Bbl 2.26')),
      bouwwerkGeenGebouw('hoogteToestel'),
    ),
    bouwdeel(
      [
        ...vooraf('i'),
        landelijkVrij(
          'i',
          alle(
            bij('eigenGebruik', true),
            hoogte('hoogte-eigen', 2.5, 'Bbl 2.29, onder i'),
            zonderMotor('zonder-motor', 'Bbl 2.29, onder i'),
            inGezicht(uitHetZicht.opAchtererf),
          ),
          'Dit speeltoestel',
        ),
        planVrij(
          'bruidsschat 22.27, onder d',
          alle(
            bij('eigenGebruik', false),
            planUitzondering(
              hoogte('hoogte-iedereen', 4, 'bruidsschat 22.27, onder d'),
              zonderMotor('zonder-motor-iedereen', 'bruidsschat 22.27, onder d'),
            ),
          ),
          'dit toestel',
        ),
      ],
      vergunningNodig('dit toestel'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
});
