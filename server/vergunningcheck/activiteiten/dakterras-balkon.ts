import { activiteit } from './bouwstenen.ts';
import { bouwdeel, erfgoeddeel, technischVergunning, vergunningNodig } from './gedeeld.ts';

export const dakterrasBalkon = activiteit({
  id: 'dakterras-balkon',
  naam: 'Dakterras of balkon',
  uitleg: 'Een dakterras, balkon, loggia of andere buitenruimte die niet op de grond ligt.',
  groep: 'Dak',
  soort: 'dak',
  zoekwoorden: ['dakterras', 'balkon', 'terras op het dak', 'loggia', 'frans balkon', 'dakbalkon'],
  feiten: [],
  delen: [
    technischVergunning(
      'Bbl 2.25, onder d',
      'Een buitenruimte die niet op de grond ligt, mag niet zonder vergunning voor de technische bouwactiviteit.',
    ),
    bouwdeel([], vergunningNodig('een dakterras of balkon')),
    erfgoeddeel,
  ],
});
