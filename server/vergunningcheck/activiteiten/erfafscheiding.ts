import { alle, een } from '../domain/regel.ts';
import { activiteit, grens, moet, tak } from './bouwstenen.ts';
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

const artikel = 'bruidsschat 22.27, onder f';

const hoogte = (id: string, waarde: number, artikelVan: string) =>
  grens({
    id,
    omschrijving: `De erfafscheiding is niet hoger dan ${waarde} m`,
    feit: 'hoogteAfscheiding',
    vergelijking: '<=',
    waarde,
    eenheid: 'm',
    artikel: artikelVan,
    wijzig: 'Maak de erfafscheiding {n} lager',
  });

const achterDeVoorkant = planUitzondering(
  hoogte('hoogte-achter', 2, artikel),
  moet(
    'bij-gebouw',
    'opPerceelMetGebouw',
    [true],
    'De erfafscheiding staat op een perceel met een gebouw waar zij bij hoort',
    artikel,
  ),
  moet(
    'achter-voorgevel',
    'achterVoorgevel',
    [true],
    'De erfafscheiding staat achter de lijn van de voorgevel',
    artikel,
  ),
  een(
    grens({
      id: 'afstand-openbaar',
      omschrijving: 'De erfafscheiding staat meer dan 1 m van openbaar toegankelijk gebied',
      feit: 'afstandTotOpenbaar',
      vergelijking: '>',
      waarde: 1,
      eenheid: 'm',
      artikel,
      wijzig: 'Plaats de erfafscheiding {n} verder van de straat',
    }),
    moet('welstandsvrij', 'welstandsvrij', [true], 'Er gelden geen regels voor het uiterlijk', artikel),
  ),
);

export const erfafscheiding = activiteit({
  id: 'erfafscheiding',
  naam: 'Schutting, hek, muur of poort',
  uitleg: 'Een erfafscheiding: een schutting, hek, tuinmuur, poort of pilaar op of langs de grens van uw tuin.',
  groep: 'Tuin en erf',
  soort: 'terrein',
  zoekwoorden: [
    'schutting',
    'hek',
    'hekwerk',
    'erfafscheiding',
    'tuinmuur',
    'muur',
    'muurtje',
    'poort',
    'tuinpoort',
    'tuinscherm',
    'omheining',
    'draadhek',
  ],
  feiten: [
    getal(
      'hoogteAfscheiding',
      'Hoogte van de erfafscheiding',
      'Hoe hoog wordt de erfafscheiding?',
      'm',
      'De erfafscheiding wordt {waarde} hoog.',
      {
        maximum: 30,
        hulp: 'Meet vanaf de grond ernaast. Is de grond aan beide kanten niet even hoog, meet dan vanaf de hoogste kant.',
      },
    ),
    jaNee(
      'achterVoorgevel',
      'Achter de voorgevel',
      'Staat de hele erfafscheiding achter de lijn van uw voorgevel?',
      {
        ja: 'De erfafscheiding staat achter de lijn van de voorgevel.',
        nee: 'De erfafscheiding staat voor de lijn van de voorgevel.',
      },
      { beeld: 'voorgevellijn', hulp: 'Trek de voorkant van uw huis in gedachten door naar links en rechts.' },
    ),
    jaNee(
      'opPerceelMetGebouw',
      'Perceel met een gebouw',
      'Staat er op het perceel een gebouw waar de erfafscheiding bij hoort?',
      {
        ja: 'Op het perceel staat een gebouw waar de erfafscheiding bij hoort.',
        nee: 'Op het perceel staat geen gebouw waar de erfafscheiding bij hoort.',
      },
    ),
    getal(
      'afstandTotOpenbaar',
      'Afstand tot openbaar gebied',
      'Hoe ver staat de erfafscheiding van de straat, de stoep, een park of openbaar water?',
      'm',
      'De erfafscheiding staat {waarde} van openbaar toegankelijk gebied.',
      {
        maximum: 1_000,
        hulp: 'Neem de kleinste afstand. Een achterpad dat alleen naar tuinen leidt, telt niet mee.',
      },
    ),
    bijzondereEisen,
    uitHetZicht.achtererf,
  ],
  delen: [
    technisch(
      'Deze erfafscheiding',
      'Bbl 2.26',
      hoogte('hoogte-technisch', 2, 'Bbl 2.26'),
      bouwwerkGeenGebouw('hoogteAfscheiding'),
    ),
    bouwdeel(
      [
        ...vooraf('j'),
        landelijkVrij(
          'j',
          alle(hoogte('hoogte-overal', 1, 'Bbl 2.29, onder j'), inGezicht(uitHetZicht.opAchtererf)),
          'Een lage erfafscheiding',
        ),
        tak(
          alle(
            achterDeVoorkant,
            moet(
              'geen-veiligheidszone',
              'veiligheidszone',
              [false],
              'Het perceel ligt niet in een veiligheidszone',
              'bruidsschat 22.39',
            ),
          ),
          'VRIJ',
          'bruidsschat 22.36, onder b',
          'Deze erfafscheiding past altijd in het omgevingsplan.',
        ),
        planVrij(artikel, achterDeVoorkant, 'deze erfafscheiding'),
      ],
      vergunningNodig('deze erfafscheiding'),
    ),
    erfgoeddeel,
    waterdeel,
  ],
  plantoets: [
    grens({
      id: 'plan-hoogte-achter',
      omschrijving: 'De erfafscheiding is niet hoger dan het omgevingsplan achter de voorgevel toestaat',
      feit: 'hoogteAfscheiding',
      vergelijking: '<=',
      waarde: { feit: 'norm.hoogte-erfafscheiding-achter', maal: 1, plus: 0 },
      eenheid: 'm',
      artikel: 'bruidsschat 22.36, onder b',
      wijzig: 'Maak de erfafscheiding {n} lager',
    }),
  ],
});
