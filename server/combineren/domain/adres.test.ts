import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogus } from '../../lagen/catalogus/index.ts';
import type { Combinatie } from '../contract.ts';
import { adresQuery, formatCombinatie, leegAdres, parseCombinatie } from './adres.ts';

const naam = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const veld = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,20}$/).filter((een) => een !== 'van' && een !== 'tot');
const dag = fc.option(fc.constantFrom('2024-02-29', '2026-01-01', '2026-12-31'));
const laag = {
  laag: naam,
  filters: fc.array(fc.record({ veld, waarden: fc.array(fc.string(), { minLength: 1, maxLength: 4 }) }), {
    maxLength: 3,
  }),
  van: dag,
  tot: dag,
};
const voorwaarde = fc.oneof(
  fc.record({
    ...laag,
    relatie: fc.constantFrom('binnen' as const, 'overlapt' as const),
    meter: fc.constant(null),
    niet: fc.boolean(),
  }),
  fc.record({
    ...laag,
    relatie: fc.constant('nabij' as const),
    meter: fc.integer({ min: 1, max: 5_000 }),
    niet: fc.boolean(),
  }),
);
const vraag: fc.Arbitrary<Combinatie> = fc.record({
  toon: fc.record(laag),
  voorwaarden: fc.array(voorwaarde, { maxLength: 2 }),
});

describe('a combinatie in an address', () => {
  test('comes back as it was, also after a browser read the address', () => {
    fc.assert(
      fc.property(vraag, (een) => {
        const query = new URLSearchParams(adresQuery(formatCombinatie(een)));
        const gelezen = { toon: query.get('toon') ?? '', die: query.get('die') ?? '', en: query.get('en') ?? '' };
        expect(parseCombinatie(gelezen)).toEqual(een);
      }),
    );
  });

  test('reads well', () => {
    const adres = {
      toon: 'besluiten;onderwerp=kap,bouwen;van=2026-01-01',
      die: '200m:omstandigheid-monument',
      en: 'niet-binnen:regels-functie;groep=wonen',
    };
    const gelezen = parseCombinatie(adres);
    expect(gelezen).toMatchObject({
      voorwaarden: [
        { relatie: 'nabij', meter: 200 },
        { relatie: 'binnen', niet: true },
      ],
    });
    expect(formatCombinatie(gelezen as Combinatie)).toEqual(adres);
    expect(adresQuery(adres)).toBe(
      'toon=besluiten;onderwerp=kap,bouwen;van=2026-01-01&die=200m:omstandigheid-monument&en=niet-binnen:regels-functie;groep=wonen',
    );
  });

  test.each(['200:pand', 'naast:pand', 'binnen:', 'binnen', '-5m:pand'])('does not guess at %j', (die) => {
    expect(parseCombinatie({ ...leegAdres, toon: 'pand', die })).toBeNull();
  });

  test('no field of the catalogue has a name that means a day', () => {
    const namen = catalogus.flatMap(({ gegevens }) => Object.keys(gegevens.eigenschappen));
    expect(namen.filter((een) => een === 'van' || een === 'tot')).toEqual([]);
  });
});
