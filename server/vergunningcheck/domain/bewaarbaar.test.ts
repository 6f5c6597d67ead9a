import { expect, test } from 'vitest';
import { activiteitenOpId } from '../activiteiten/index.ts';
import { checkInvoer } from '../contract.ts';
import { beoordeel, type Omgeving } from './beoordeel.ts';
import { maakBewaarbaar } from './bewaarbaar.ts';
import type { Activiteit } from './regel.ts';

const mast = activiteitenOpId.vlaggenmast as Activiteit;
const tekst = { ...mast.feiten[0]!, sleutel: 'waarom', soort: 'tekst' as const, opties: [], vanPlaats: false };

/** The vlaggenmast with a question for free text, on which an outcome hangs or not. */
const omgevingMet = (beslist: boolean): Omgeving => {
  const activiteit: Activiteit = {
    ...mast,
    feiten: [...mast.feiten, tekst],
    delen: beslist
      ? [
          {
            vraag: 'O',
            bevoegdGezag: 'gemeente',
            takken: [
              {
                als: {
                  soort: 'lijst',
                  id: 'w',
                  omschrijving: '',
                  feit: 'waarom',
                  waarden: ['feest'],
                  artikel: '',
                  keuze: false,
                },
                uitkomst: 'VERBOD',
                artikel: 'x',
                uitleg: 'x',
              },
            ],
            anders: { uitkomst: 'VRIJ', artikel: 'x', uitleg: 'x' },
          },
        ]
      : mast.delen,
  };
  return {
    vandaag: '2026-11-27',
    kennis: {
      plaats: { punt: { x: 146_000, y: 505_000 }, gemeenteCode: 'gm9999', kadastraleAanduiding: null, adres: null },
      gemeenteNaam: 'Modelgemeente',
      feiten: [],
      normen: {},
      kaart: { themas: {}, gebieden: [], lagen: {} },
      regelVersies: {},
      bevoegdGezag: 'b en w',
      waterschap: 'het waterschap',
    },
    werkzaamheden: new Map([['vlaggenmast', { activiteit }]]),
    tarieven: null,
    meetkunde: null,
  };
};

const invoer = checkInvoer.parse({
  x: 146_000,
  y: 505_000,
  onderdelen: [
    {
      sleutel: 'a',
      werkzaamheid: 'vlaggenmast',
      antwoorden: {
        hoogteMast: 5,
        aantalMasten: 'Jan',
        waarom: 'feest',
        naam: 'Jan',
        aanMonument: null,
        telefoon: 6123456,
      },
    },
  ],
  plaatsAntwoorden: { gezicht: 'geen', monument: 'bij Jan thuis', opmerking: 'Jan' },
  betwist: { bebouwdeKom: 'Jan', welstandsvrij: true },
});

test('answers to what is asked are kept, also "weet ik niet"; words that decide nothing are not', () => {
  const bewaard = maakBewaarbaar(invoer, omgevingMet(false));
  expect(bewaard.onderdelen[0]?.antwoorden).toEqual({ hoogteMast: 5, aanMonument: null });
  expect(bewaard.plaatsAntwoorden).toEqual({ gezicht: 'geen' });
  expect(bewaard.betwist).toEqual({ welstandsvrij: true });
  expect(maakBewaarbaar(bewaard, omgevingMet(false))).toEqual(bewaard);
});

test('a free text is kept where an outcome hangs on it', () => {
  const omgeving = omgevingMet(true);
  const bewaard = maakBewaarbaar(invoer, omgeving);
  expect(bewaard.onderdelen[0]?.antwoorden.waarom).toBe('feest');
  expect(beoordeel(bewaard, omgeving).oordeel.uitkomst).toBe('VERBOD');
});
