import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatUrl, leegUrl, naarPlaats, parseUrl, secties, stralen, type UrlState } from './url.ts';

const parse = (query: string) => parseUrl(new URLSearchParams(query));
const dag = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const woord = fc.string({ maxLength: 40 });

const anyState: fc.Arbitrary<UrlState> = fc.record({
  plaats: fc.option(
    fc.record({
      x: fc.integer({ min: -700_000, max: 30_000_000 }).map((cm) => cm / 100),
      y: fc.integer({ min: 28_900_000, max: 62_900_000 }).map((cm) => cm / 100),
    }),
  ),
  secties: fc.subarray([...secties]),
  lagen: fc.option(
    fc.array(
      fc.record({
        id: fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/),
        dekking: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      }),
      { maxLength: 10 },
    ),
  ),
  kanteling: fc.option(fc.integer({ min: 0, max: 60 })),
  datum: fc.option(dag),
  regels: fc.record({ zoek: woord, thema: woord, bestuurslaag: woord, kwalificatie: woord }),
  besluiten: fc.record({
    straal: fc.constantFrom(...stralen),
    soorten: fc.subarray(['verleend', 'aanvraag', 'plan-ontwerp'] as const).map((soorten) => [...soorten]),
    van: fc.option(dag),
    tot: fc.option(dag),
  }),
  combinatie: fc.record({ toon: woord, die: woord, en: woord }),
});

describe('the address bar', () => {
  test('holds every state and gives it back', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parse(formatUrl(state))).toEqual(state);
      }),
    );
  });

  test('is empty when nothing was chosen', () => {
    expect(formatUrl(leegUrl)).toBe('');
    expect(parse('')).toEqual(leegUrl);
  });

  test('reads well: no needless percent signs', () => {
    const state: UrlState = {
      ...leegUrl,
      plaats: { x: 181209, y: 456608.25 },
      secties: ['regels', 'besluiten'],
      lagen: [
        { id: 'geluid', dekking: 0.6 },
        { id: 'besluiten', dekking: 1 },
      ],
    };
    expect(formatUrl(state)).toBe('x=181209&y=456608.25&open=regels,besluiten&lagen=geluid:60,besluiten');
  });

  test('tells no layers from nobody chose', () => {
    expect(parse('lagen=').lagen).toEqual([]);
    expect(parse('').lagen).toBeNull();
    expect(parse(formatUrl({ ...leegUrl, lagen: [] })).lagen).toEqual([]);
  });

  test.each([
    ['x=NaN&y=455000', { plaats: null }],
    ['x=1e9&y=455000', { plaats: null }],
    ['x=174000', { plaats: null }],
    ['x=%20&y=455000', { plaats: null }],
    ['x=5.77&y=52.1', { plaats: null }],
    ['datum=2026-02-30', { datum: null }],
    ['kanteling=75', { kanteling: null }],
    ['kanteling=-5', { kanteling: null }],
    ["datum=1' OR 1=1", { datum: null }],
    ['open=regels,niets,regels2', { secties: ['regels'] }],
    ['straal=501', { besluiten: leegUrl.besluiten }],
    ['soort=verleend,onzin', { besluiten: { ...leegUrl.besluiten, soorten: ['verleend'] } }],
    ['lagen=geluid:900,<script>,water:30', { lagen: [{ id: 'water', dekking: 0.3 }] }],
  ])('leaves out what it does not understand: %s', (query, expected) => {
    expect(parse(query)).toEqual({ ...leegUrl, ...expected });
  });

  test('keeps the way of looking when the place changes', () => {
    const state = parse('x=1&y=300000&open=regels&datum=2026-01-01&straal=250');
    expect(formatUrl(naarPlaats(state, { x: 2.006, y: 300001 }))).toBe(
      'x=2.01&y=300001&open=regels&datum=2026-01-01&straal=250',
    );
  });
});
