import { alle, een, niet } from '../domain/regel.ts';
import { activiteit, bij, grens, slot, tak } from './bouwstenen.ts';
import { getal, keuze } from './feit.ts';
import {
  bouwdeel,
  constructieVerandert,
  dakvlakNaarOpenbaarGebied,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  nietLegaal,
  planUitzondering,
  planVrij,
  uitHetZicht,
  verandering,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

const hoogsteVloer = grens({
  id: 'hoogste-vloer',
  omschrijving: 'Geen vloer waar mensen verblijven ligt hoger dan 13 m',
  feit: 'hoogsteVloer',
  vergelijking: '<=',
  waarde: 13,
  eenheid: 'm',
  artikel: 'Bbl 2.27 lid 2',
});

export const kozijnGevel = activiteit({
  id: 'kozijn-gevel',
  naam: 'Kozijn, raam, deur of gevel veranderen',
  uitleg: 'Een kozijn, raam of deur vervangen of maken, de gevel isoleren, bekleden, schilderen of stucen.',
  groep: 'Gevel',
  soort: 'gevel',
  zoekwoorden: [
    'kozijn',
    'raam',
    'deur',
    'pui',
    'openslaande deuren',
    'gevel',
    'gevel isoleren',
    'gevelisolatie',
    'stucwerk',
    'boeiboord',
    'kunststof kozijnen',
    'gevelbekleding',
    'triple glas',
    'schuifpui',
  ],
  feiten: [
    keuze('wat', 'Wat u verandert', 'Wat verandert u?', {
      kozijn: [
        'Een kozijn, raam, deur, boeiboord of stucwerk',
        'U verandert een kozijn, raam, deur, boeiboord of stucwerk.',
      ],
      paneel: ['De gevel zelf: bekleding of isolatie', 'U bekleedt of isoleert de gevel.'],
    }),
    keuze(
      'gevel',
      'Gevel',
      'Aan welke kant van het gebouw?',
      {
        achter: ['De achterkant', 'Het is de gevel aan de achterkant.'],
        zij: ['Een zijkant', 'Het is een gevel aan de zijkant.'],
        voor: ['De voorkant', 'Het is de gevel aan de voorkant.'],
        bijgebouw: [
          'Een schuur, garage of ander bijgebouw in de achtertuin',
          'Het is een gevel van een bijgebouw in het achtererfgebied.',
        ],
      },
      { beeld: 'gevels' },
    ),
    dakvlakNaarOpenbaarGebied,
    ...verandering.feiten,
    getal(
      'hoogsteVloer',
      'Hoogste vloer',
      'Hoe hoog boven de grond ligt de hoogste vloer waar mensen wonen of werken?',
      'm',
      'De hoogste vloer ligt {waarde} boven de grond.',
      {
        maximum: 300,
        hulp: 'Bij een gewoon huis met een zolder is dat ongeveer 6 meter.',
      },
    ),
    uitHetZicht.achtergevel,
  ],
  delen: [
    {
      vraag: 'T',
      takken: [
        nietLegaal,
        constructieVerandert,
        tak(
          alle(bij('wat', 'paneel'), niet(hoogsteVloer)),
          'VERGUNNING',
          'Bbl 2.25 en 2.27 lid 2',
          'De gevel van zo een hoog gebouw isoleren of bekleden mag niet zonder vergunning, om de brandveiligheid.',
        ),
      ],
      anders: slot('VRIJ', 'Bbl 2.27 lid 2', 'Deze verandering is vrij voor de technische bouwactiviteit.'),
      bevoegdGezag: 'gemeente',
    },
    bouwdeel(
      [
        ...vooraf('e'),
        landelijkVrij(
          'e',
          alle(
            een(bij('gevel', 'achter', 'bijgebouw'), alle(bij('gevel', 'zij'), bij('naarOpenbaarGebied', false))),
            inGezicht(alle(bij('gevel', 'achter', 'bijgebouw'), uitHetZicht.opAchterkant)),
          ),
          'Deze gevel veranderen',
        ),
        planVrij(
          'bruidsschat 22.27, onder j',
          planUitzondering(verandering.constructieGelijk, verandering.nietGroter),
          'deze verandering van de gevel',
        ),
      ],
      vergunningNodig('deze verandering van de gevel'),
    ),
    erfgoeddeel,
  ],
});
