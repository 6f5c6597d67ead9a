import { expect, test } from 'vitest';
import gevallen from '../../server/vergunningcheck/activiteiten/bijbehorend-bouwwerk.gevallen.json' with {
  type: 'json',
};
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { checkInvoer, type Plaatskennis } from '../../server/vergunningcheck/contract.ts';
import { beoordeel, bestaandBouwwerk } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';

const activiteit = activiteitenOpId['bijbehorend-bouwwerk']!;
const gewoon = gevallen.situaties.gewoon as never as Situatie;
const [x, y] = [146_000, 505_000];
const vak = (x1: number, y1: number, x2: number, y2: number): [number, number][] => [
  [x + x1, y + y1],
  [x + x2, y + y1],
  [x + x2, y + y2],
  [x + x1, y + y2],
];
const kennis: Plaatskennis = {
  plaats: { punt: { x, y }, gemeenteCode: 'gm9999', kadastraleAanduiding: null, adres: null },
  gemeenteNaam: 'Modelgemeente',
  feiten: [],
  normen: {},
  kaart: { themas: {}, gebieden: [], lagen: {} },
  regelVersies: {},
  bevoegdGezag: 'burgemeester en wethouders van Modelgemeente',
  waterschap: 'het waterschap',
};
/** Too high to be free of a bouwmelding, and sure of everything but whether it stands loose. */
const { soortWerk: _, alleBouwwerkenOpKaart: __, ...basis } = gevallen.basis;
const antwoorden = Object.fromEntries(
  activiteit.feiten.flatMap(({ sleutel, vanPlaats }) =>
    vanPlaats ? [] : Object.entries({ ...basis, hoogte: 5.01 }).filter(([naam]) => naam === sleutel),
  ),
);

interface Zaak {
  ring?: [number, number][];
  situatie?: Partial<Situatie> | null;
  eigen?: Record<string, unknown>;
  plaats?: Record<string, unknown>;
  betwist?: Record<string, unknown>;
  staatEr?: [number, number][];
}

/** A shed of 3 by 4 metres, 3 m behind the house unless it is said otherwise. */
function check({ ring = vak(1, 17, 4, 21), situatie = {}, eigen = {}, plaats = {}, betwist = {}, staatEr }: Zaak) {
  const { oordeel, volgendeVragen } = beoordeel(
    checkInvoer.parse({
      x,
      y,
      onderdelen: [
        { sleutel: 'a', werkzaamheid: activiteit.id, ring, antwoorden: { ...antwoorden, ...eigen } },
        ...(staatEr ? [{ sleutel: 'b', werkzaamheid: bestaandBouwwerk, ring: staatEr, antwoorden: {} }] : []),
      ],
      plaatsAntwoorden: { ...basis, ...plaats },
      betwist,
    }),
    {
      vandaag: '2026-11-27',
      kennis: {
        ...kennis,
        feiten: Object.keys(betwist).map((sleutel) => ({
          sleutel,
          naam: sleutel,
          stand: 'bekend',
          waarde: 'kaart',
          tekst: sleutel,
          herkomst: 'kaart',
          reden: null,
          bron: null,
          onderdeel: null,
          betwistbaar: true,
        })),
      },
      werkzaamheden: new Map([[activiteit.id, { activiteit }]]),
      tarieven: null,
      meetkunde: {
        situatie: situatie && { ...gewoon, nauwkeurigheid: 'kaart', ...situatie },
        regels: regelsVoor('gm9999', '2026-11-27')!,
      },
    },
  );
  return {
    technisch: oordeel.onderdelen[0]!.delen.find(({ vraag }) => vraag === 'T')!.uitkomst,
    vraag: volgendeVragen.find(({ sleutel }) => sleutel === 'soortWerk'),
    feit: oordeel.feiten.find(({ sleutel }) => sleutel === 'soortWerk'),
    meldingen: oordeel.meldingen,
  };
}

test('a shed that is drawn clear of every building is something new: the drawing says so, and it is not asked', () => {
  const { technisch, vraag, feit, meldingen } = check({});
  expect(technisch).toBe('MELDING');
  expect(vraag).toBeUndefined();
  expect(feit).toMatchObject({ waarde: 'nieuwbouw', herkomst: 'tekening' });
  expect(meldingen).toEqual([]);
});

test.each<[string, Zaak]>([
  ['against the house', { ring: vak(1, 14, 4, 18) }],
  ['as near to it as a map can be off', { ring: vak(1, 14.25, 4, 18) }],
  ['in the house', { ring: vak(1, 6, 4, 10) }],
  ['around another shed', { situatie: { bestaandeBijbehorendeBouwwerken: [vak(2, 18, 3, 19)] } }],
  ['against a shed that the person drew', { staatEr: vak(4, 17, 6, 20) }],
  [
    'against a shed on the land beside, when that may be the same plot',
    { situatie: { andersGelezen: { ...gewoon, bestaandeBijbehorendeBouwwerken: [vak(4, 17, 6, 20)] } } },
  ],
])('drawn %s it is asked, with what the drawing shows', (_naam, zaak) => {
  const { technisch, vraag } = check(zaak);
  expect(technisch).toBe('ONBEKEND');
  expect(vraag?.hulp).toContain('In uw tekening staat het bouwwerk tegen een gebouw aan.');
});

test.each<[string, Zaak]>([
  ['the map gives no answer', { situatie: null }],
  ['no house is on the map', { situatie: { hoofdgebouw: null } }],
  ['something of the map cannot be read', { situatie: { beletselen: ['meer-hoofdgebouwen'] } }],
  ['it lies over the border, where we did not look', { ring: vak(10, 20, 14, 24) }],
  ['the person says that not all stands on the map', { plaats: { alleBouwwerkenOpKaart: false } }],
  ['the person says that the house is wrong', { betwist: { hoofdgebouw: 'klopt-niet' } }],
  ['the person says that the sheds are wrong', { betwist: { bestaandeBijbehorendeBouwwerken: 'klopt-niet' } }],
])('when %s the drawing proves nothing, and it is asked', (_naam, zaak) => {
  const { technisch, vraag } = check(zaak);
  expect(technisch).toBe('ONBEKEND');
  expect(vraag?.hulp).toBeNull();
});

test('who says that it is an extension, and draws it loose, is told so and keeps the strict answer', () => {
  const { technisch, meldingen } = check({ eigen: { soortWerk: 'uitbreiding' } });
  expect(technisch).toBe('VERGUNNING');
  expect(meldingen).toMatchObject([
    { code: 'antwoord-past-niet-bij-tekening', tekst: expect.stringContaining('3,00 m') },
  ]);
  expect(check({ eigen: { soortWerk: 'uitbreiding' }, ring: vak(1, 14, 4, 18) }).meldingen).toEqual([]);
});

test('who was asked and does not know, does not know', () => {
  expect(check({ eigen: { soortWerk: null } }).technisch).toBe('ONBEKEND');
});
