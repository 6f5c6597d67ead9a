import { expect, test } from 'vitest';
import { combinatie } from '../contract.ts';
import { zinVan } from './zin.ts';

const lagen = [
  { id: 'besluiten', titel: 'Besluiten', velden: [{ naam: 'onderwerp', titel: 'Onderwerp', type: 'string' as const }] },
  { id: 'monument', titel: 'Monumenten', velden: [] },
  { id: 'bag', titel: 'BAG-panden', velden: [] },
];
const zin = (vraag: object) => zinVan(combinatie.parse(vraag), lagen);

test('the question is read back as a sentence', () => {
  expect(
    zin({
      toon: { laag: 'besluiten', filters: [{ veld: 'onderwerp', waarden: ['kap', 'sloop'] }], van: '2026-01-01' },
      voorwaarden: [
        { laag: 'monument', relatie: 'nabij', meter: 1_200 },
        { laag: 'bag', relatie: 'binnen', niet: true },
      ],
    }),
  ).toBe(
    'Toon besluiten (onderwerp: kap of sloop; vanaf 1 januari 2026) die op hoogstens 1.200 meter van monumenten liggen en die niet helemaal binnen BAG-panden liggen.',
  );
});

test.each([
  [{ relatie: 'nabij', meter: 50, niet: true }, 'die verder dan 50 meter van monumenten liggen'],
  [{ relatie: 'overlapt' }, 'die monumenten overlappen'],
  [{ relatie: 'overlapt', niet: true }, 'die monumenten niet overlappen'],
  [{ relatie: 'binnen', tot: '2026-02-28' }, 'die helemaal binnen monumenten (tot en met 28 februari 2026) liggen'],
])('%j', (hoe, verwacht) => {
  expect(zin({ toon: { laag: 'bag' }, voorwaarden: [{ laag: 'monument', ...hoe }] })).toBe(
    `Toon BAG-panden ${verwacht}.`,
  );
});
