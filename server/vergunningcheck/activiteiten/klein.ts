import { alle, type FeitDefinitie, type Voorwaarde } from '../domain/regel.ts';
import { grens, moet } from './bouwstenen.ts';
import { getal, jaNee } from './feit.ts';
import { inGezicht, uitHetZicht } from './gedeeld.ts';

/** Another structure in the front or rear yard, low and small. */
const artikel = 'Bbl 2.29, onder r';

export const klein: Voorwaarde = alle(
  moet('op-erf', 'opErf', [true], 'Het staat op het erf bij een gebouw', artikel),
  grens({
    id: 'klein-hoogte',
    omschrijving: 'Het is niet hoger dan 1 m',
    feit: 'hoogte',
    vergelijking: '<=',
    waarde: 1,
    eenheid: 'm',
    artikel,
    wijzig: 'Maak het {n} lager',
  }),
  grens({
    id: 'klein-oppervlakte',
    omschrijving: 'Het is niet groter dan 2 m²',
    feit: 'oppervlakte',
    vergelijking: '<=',
    waarde: 2,
    eenheid: 'm2',
    artikel,
    wijzig: 'Maak het oppervlak {n} kleiner',
  }),
  inGezicht(uitHetZicht.opAchtererf),
);

/** The facts of {@link klein}. @param wat with a capital, and without */
export const kleinFeiten = (Wat: string, wat: string): FeitDefinitie[] => [
  jaNee('opErf', 'Op het erf', `Komt het op het erf bij uw gebouw: in de voortuin, de achtertuin of ernaast?`, {
    ja: `${Wat}: op het erf bij het gebouw.`,
    nee: `${Wat}: niet op het erf bij een gebouw.`,
  }),
  getal('hoogte', 'Hoogte', `Hoe hoog: ${wat}?`, 'm', `${Wat}: {waarde} hoog.`, {
    maximum: 50,
    hulp: 'Meet vanaf de grond ernaast, zoals die klaar is.',
  }),
  getal('oppervlakte', 'Oppervlakte', `Hoeveel grond neemt het in: ${wat}?`, 'm2', `${Wat}: {waarde} groot.`, {
    maximum: 10_000,
    hulp: 'Lengte maal breedte, aan de buitenkant gemeten.',
  }),
];
