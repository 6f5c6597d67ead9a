import { activiteit, grens } from './bouwstenen.ts';
import { getal } from './feit.ts';
import { bouwdeel, erfgoeddeel, technischVergunning, vergunningNodig, waterdeel } from './gedeeld.ts';

export const kelder = activiteit({
  id: 'kelder',
  naam: 'Kelder of souterrain',
  uitleg: 'Een kelder onder uw huis of bijgebouw maken of groter maken.',
  groep: 'Bouwen',
  soort: 'terrein',
  zoekwoorden: ['kelder', 'souterrain', 'kruipruimte uitdiepen', 'ondergronds', 'wijnkelder', 'onderhuis'],
  feiten: [
    getal('diepte', 'Diepte', 'Hoe diep wordt de kelder onder de grond?', 'm', 'De kelder wordt {waarde} diep.', {
      maximum: 50,
      hulp: 'Meet van de grond buiten tot de onderkant van de keldervloer.',
    }),
  ],
  delen: [
    technischVergunning(
      'Bbl 2.25, onder a',
      'Een kelder staat niet op de grond. U vraagt een vergunning aan voor de technische bouwactiviteit.',
    ),
    bouwdeel([], vergunningNodig('een kelder')),
    erfgoeddeel,
    waterdeel,
  ],
  plantoets: [
    grens({
      id: 'plan-diepte',
      omschrijving: 'De kelder is niet dieper dan het omgevingsplan toestaat',
      feit: 'diepte',
      vergelijking: '<=',
      waarde: { feit: 'norm.diepte-kelder', maal: 1, plus: 0 },
      eenheid: 'm',
      artikel: 'omgevingsplan, kelder',
      wijzig: 'Maak de kelder {n} minder diep',
    }),
  ],
  letOp: [
    { tekst: 'Laat zien dat het grondwater bij de buren niet hoger of lager wordt.', artikel: 'omgevingsplan, kelder' },
    {
      tekst: 'Pompt u grondwater weg om te bouwen? Meld dat 4 weken vooraf bij het waterschap.',
      artikel: 'waterschapsverordening 3.3',
    },
  ],
});
