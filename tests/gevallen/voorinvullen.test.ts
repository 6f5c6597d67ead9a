import { expect, test } from 'vitest';
import { getekendVlak, voorzettenVan } from '../../server/indienen/domain/voorinvullen.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Oordeel, Uitkomst, VraagSleutel } from '../../server/vergunningcheck/domain/oordeel.ts';

type Delen = readonly (readonly [vraag: VraagSleutel, uitkomst: Uitkomst, bevoegdGezag?: string])[];

/** As much of an oordeel as is looked at. */
const oordeel = (
  onderdelen: readonly { werkzaamheid: string; naam: string; delen: Delen }[],
  monument = 'geen',
): Pick<Oordeel, 'onderdelen' | 'feiten'> =>
  ({
    onderdelen: onderdelen.map(({ delen, ...rest }) => ({
      ...rest,
      delen: delen.map(([vraag, uitkomst, bevoegdGezag = 'de gemeente']) => ({ vraag, uitkomst, bevoegdGezag })),
    })),
    feiten: [{ sleutel: 'monument', waarde: monument }],
  }) as unknown as Pick<Oordeel, 'onderdelen' | 'feiten'>;

/** Nothing was asked about the place. */
const niets = { plaatsAntwoorden: {} };

test('one aanvraag carries all permits, and each melding has a form of its own', () => {
  const voorzetten = voorzettenVan(
    oordeel([
      {
        werkzaamheid: 'bijbehorend-bouwwerk',
        naam: 'Schuur',
        delen: [
          ['T', 'VRIJ'],
          ['R', 'VERGUNNING'],
        ],
      },
      { werkzaamheid: 'kap', naam: 'Boom kappen', delen: [['O', 'VERGUNNING']] },
      { werkzaamheid: 'slopen', naam: 'Slopen', delen: [['N', 'MELDING']] },
      { werkzaamheid: 'evenement', naam: 'Feest', delen: [['O', 'VERGUNNING']] },
      { werkzaamheid: 'koelinstallatie', naam: 'Koeling', delen: [['M', 'INFORMATIEPLICHT']] },
    ]),
    niets,
  );
  expect(voorzetten).toEqual([
    {
      zaaktype: 'aanvraag-omgevingsvergunning',
      antwoorden: { omschrijving: 'Schuur, Boom kappen', activiteiten: ['bouwen-omgevingsplan', 'kappen'] },
    },
    { zaaktype: 'sloopmelding', antwoorden: { omschrijving: 'Slopen' } },
    { zaaktype: 'evenement', antwoorden: { omschrijving: 'Feest' } },
    { zaaktype: 'informatieplicht', antwoorden: { omschrijving: 'Koeling' } },
  ]);
  for (const { zaaktype } of voorzetten) expect(zaaktypeVan(zaaktype)).toBeDefined();
});

test('what belongs to the waterschap, or to a verordening without a form here, is not filed here', () => {
  const water: Delen = [
    ['M', 'MELDING', 'het waterschap'],
    ['O', 'VERGUNNING', 'het waterschap'],
  ];
  const weg: Delen = [['O', 'MELDING']];
  expect(
    voorzettenVan(
      oordeel([
        { werkzaamheid: 'grondwater-onttrekken', naam: 'Bron', delen: water },
        { werkzaamheid: 'voorwerp-op-de-weg', naam: 'Container', delen: weg },
      ]),
      niets,
    ),
  ).toEqual([]);
});

test('what is free, forbidden or not known asks for nothing to be filed', () => {
  const delen: Delen = [
    ['T', 'VRIJ'],
    ['R', 'VRIJ_PLANTOETS'],
    ['O', 'VERBOD'],
    ['M', 'ONBEKEND'],
  ];
  expect(voorzettenVan(oordeel([{ werkzaamheid: 'kap', naam: 'Kap', delen }]), niets)).toEqual([]);
});

test('a rijksmonument is applied for as such, so that the extensive procedure follows', () => {
  const [voorzet] = voorzettenVan(
    oordeel([{ werkzaamheid: 'monument', naam: 'Dak', delen: [['O', 'VERGUNNING']] }], 'rijks'),
    niets,
  );
  expect(voorzet?.antwoorden.activiteiten).toEqual(['rijksmonument']);
  expect(zaaktypeVan('aanvraag-omgevingsvergunning')?.termijn(voorzet?.antwoorden ?? {}).procedure).toBe('uitgebreid');
});

test('what the building costs is asked once', () => {
  const check = oordeel([{ werkzaamheid: 'dakopbouw', naam: 'Dakopbouw', delen: [['T', 'VERGUNNING']] }]);
  const gevraagd = { plaatsAntwoorden: { bouwkosten: 25_000 } };
  expect(voorzettenVan(check, gevraagd)[0]?.antwoorden.bouwkosten).toBe(25_000);
  expect(voorzettenVan(check, niets)[0]?.antwoorden).not.toHaveProperty('bouwkosten');
});

test('the drawing goes along', () => {
  const ring: [number, number][] = [
    [1, 1],
    [2, 1],
    [2, 2],
  ];
  const een = { sleutel: 'o1', werkzaamheid: 'kap', antwoorden: {} };
  expect(
    getekendVlak({
      onderdelen: [
        { ...een, ring: null },
        { ...een, sleutel: 'o2', ring },
      ],
    }),
  ).toEqual(ring);
  expect(getekendVlak({ onderdelen: [{ ...een, ring: null }] })).toBeNull();
});
