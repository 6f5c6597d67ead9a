import { activiteit } from './bouwstenen.ts';
import {
  bouwdeel,
  erfgoeddeel,
  inGezicht,
  landelijkVrij,
  technischVrij,
  uitHetZicht,
  vergunningNodig,
  vooraf,
} from './gedeeld.ts';

export const balkonscheiding = activiteit({
  id: 'balkonscheiding',
  naam: 'Afscheiding tussen balkons of dakterrassen',
  uitleg: 'Een scherm of wand tussen uw balkon of dakterras en dat van de buren.',
  groep: 'Gevel',
  soort: 'gevel',
  zoekwoorden: ['balkonscherm', 'privacyscherm', 'balkonafscheiding', 'scheiding balkon', 'windscherm balkon'],
  feiten: [uitHetZicht.achtergevel],
  delen: [
    technischVrij('Een afscheiding tussen balkons'),
    bouwdeel(
      [
        ...vooraf('g'),
        landelijkVrij('g', inGezicht(uitHetZicht.opAchterkant), 'Een afscheiding tussen balkons of dakterrassen'),
      ],
      vergunningNodig('deze afscheiding'),
    ),
    erfgoeddeel,
  ],
});
