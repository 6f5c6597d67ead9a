import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BesluitSoort, besluitSoort, reactie } from '../besluiten/contract.ts';
import { addDagen, type Datum, parseDatum } from './datum.ts';
import { type BesluitMoment, reactietermijn } from './reactietermijn.ts';

const dag = (tekst: string): Datum => parseDatum(tekst)!;
const vandaag = dag('2026-05-14');

const besluit = (soort: BesluitSoort, velden: Partial<BesluitMoment> = {}): BesluitMoment => ({
  soort,
  procedure: null,
  verzonden: null,
  terInzage: null,
  gepubliceerd: null,
  ...velden,
});

describe('regular procedure', () => {
  test('bezwaar, from the day after sending', () => {
    expect(
      reactietermijn(besluit('verleend', { procedure: 'regulier', verzonden: dag('2026-04-13') }), vandaag),
    ).toEqual({
      soort: 'bezwaar',
      stand: 'loopt',
      totEnMet: '2026-05-26',
      dagen: 12,
      artikel: 'Awb 6:7, 6:8 lid 1',
      uitleg: expect.stringContaining('U kunt bezwaar maken t/m dinsdag 26 mei 2026, nog 12 dagen.'),
    });
  });

  test.each<BesluitSoort>([
    'verleend',
    'geweigerd',
    'buiten-behandeling',
    'ingetrokken',
    'vergunningvrij',
    'handhaving',
    'apv-vergunning',
    'alcohol',
  ])('%s without a named procedure is taken as regular', (soort) => {
    const { soort: soortReactie, totEnMet } = reactietermijn(besluit(soort, { verzonden: dag('2026-05-11') }), vandaag);
    expect([soortReactie, totEnMet]).toEqual(['bezwaar', '2026-06-22']);
  });

  test('the last day itself still counts, the day after does not', () => {
    const verleend = besluit('verleend', { verzonden: dag('2026-03-02') });
    expect(reactietermijn(verleend, dag('2026-04-13'))).toMatchObject({ stand: 'loopt', dagen: 0 });
    expect(reactietermijn(verleend, dag('2026-04-14'))).toMatchObject({
      stand: 'voorbij',
      dagen: null,
      totEnMet: '2026-04-13',
      uitleg: expect.stringContaining('Awb 6:11'),
    });
  });

  test('the publication does not start the term: without the day of sending the end is unknown', () => {
    const verleend = besluit('verleend', {
      procedure: 'regulier',
      gepubliceerd: dag('2026-05-12'),
      terInzage: vandaag,
    });
    expect(reactietermijn(verleend, vandaag)).toMatchObject({
      soort: 'bezwaar',
      stand: 'onbekend',
      totEnMet: null,
      dagen: null,
      uitleg: expect.stringContaining('Tel niet vanaf de publicatie'),
    });
  });

  test('a day by royal decree moves the end', () => {
    const verleend = besluit('verleend', { verzonden: dag('2026-05-11') });
    expect(reactietermijn(verleend, vandaag, [dag('2026-06-22')]).totEnMet).toBe('2026-06-23');
  });
});

describe('extensive procedure', () => {
  test('zienswijzen on a draft, from the day of terinzagelegging itself', () => {
    expect(reactietermijn(besluit('ontwerp', { terInzage: dag('2026-05-13') }), vandaag)).toMatchObject({
      soort: 'zienswijze',
      stand: 'loopt',
      totEnMet: '2026-06-23',
      artikel: 'Awb 3:16',
    });
  });

  test('zienswijzen outside the Omgevingswet: only who is touched by it', () => {
    const ontwerp = besluit('ontwerp', { terInzage: dag('2026-05-13') });
    expect(reactietermijn({ ...ontwerp, onderwerp: 'bouwen' }, vandaag).uitleg).toMatch(/^Iedereen kan/);
    expect(reactietermijn({ ...ontwerp, onderwerp: 'evenement' }, vandaag).uitleg).toMatch(/belanghebbende/);
    expect(reactietermijn({ ...ontwerp, onderwerp: 'verkeer', terInzage: null }, vandaag).uitleg).not.toMatch(
      /Iedereen/,
    );
  });

  test('a draft that will lie open later: not begun, but the end is known', () => {
    expect(reactietermijn(besluit('plan-ontwerp', { terInzage: dag('2026-05-20') }), vandaag)).toMatchObject({
      soort: 'zienswijze',
      stand: 'nog-niet',
      totEnMet: '2026-06-30',
    });
  });

  test('beroep on the decision, from the day after terinzagelegging', () => {
    const definitief = besluit('definitief', { terInzage: dag('2026-05-13'), verzonden: dag('2026-05-01') });
    expect(reactietermijn(definitief, vandaag)).toMatchObject({ soort: 'beroep', totEnMet: '2026-06-24' });
  });

  test('never bezwaar, whatever the soort', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...besluitSoort.options.filter((soort) => soort !== 'verkeersbesluit')),
        fc.boolean(),
        (soort, bekend) => {
          const datum = bekend ? dag('2026-05-01') : null;
          const moment = { procedure: 'uitgebreid', verzonden: datum, terInzage: datum, gepubliceerd: datum } as const;
          expect(reactietermijn(besluit(soort, moment), vandaag).soort).not.toBe('bezwaar');
        },
      ),
    );
  });

  test('without the day of terinzagelegging the end is unknown', () => {
    for (const soort of ['ontwerp', 'definitief', 'plan-ontwerp', 'plan-vastgesteld'] as const) {
      const moment = { verzonden: dag('2026-05-01'), gepubliceerd: dag('2026-05-12') };
      expect(reactietermijn(besluit(soort, moment), vandaag)).toMatchObject({ stand: 'onbekend', totEnMet: null });
    }
  });

  test('an adopted plan goes to the Afdeling bestuursrechtspraak', () => {
    const plan = reactietermijn(besluit('plan-vastgesteld', { terInzage: dag('2026-05-13') }), vandaag);
    expect(plan).toMatchObject({ soort: 'beroep', stand: 'loopt', totEnMet: '2026-06-24' });
    expect(plan.uitleg).toContain('Afdeling bestuursrechtspraak');
  });
});

describe('withdrawal or change of a permit', () => {
  const moment = { verzonden: dag('2026-05-11'), terInzage: dag('2026-05-13') };
  test.each(['intrekking', 'wijziging'] as const)('%s follows its procedure, and is unknown without', (soort) => {
    expect(reactietermijn(besluit(soort, { ...moment, procedure: 'regulier' }), vandaag).soort).toBe('bezwaar');
    expect(reactietermijn(besluit(soort, { ...moment, procedure: 'uitgebreid' }), vandaag).soort).toBe('beroep');
    expect(reactietermijn(besluit(soort, moment), vandaag)).toMatchObject({ soort: 'onbekend', stand: 'onbekend' });
  });
});

describe('nothing to react to', () => {
  const alles = { verzonden: dag('2026-05-11'), terInzage: dag('2026-05-11'), gepubliceerd: dag('2026-05-11') };
  test.each(['aanvraag', 'verlengd', 'plan-voornemen'] as const)('%s: not yet', (soort) => {
    expect(reactietermijn(besluit(soort, alles), vandaag)).toMatchObject({ stand: 'nog-niet', totEnMet: null });
  });
  test('a melding is no besluit', () => {
    expect(reactietermijn(besluit('melding', alles), vandaag)).toMatchObject({ soort: 'geen', stand: 'geen' });
  });
  test('overig is unknown, not nothing', () => {
    expect(reactietermijn(besluit('overig', alles), vandaag)).toMatchObject({ soort: 'onbekend', stand: 'onbekend' });
  });
});

test('a verkeersbesluit is announced by publication, so that starts the term', () => {
  const verkeer = besluit('verkeersbesluit', { gepubliceerd: dag('2026-05-11') });
  expect(reactietermijn(verkeer, vandaag)).toMatchObject({ soort: 'bezwaar', stand: 'loopt', totEnMet: '2026-06-22' });
});

test('every answer fits the contract, has days left only with an end, and says something', () => {
  const datum = fc.option(fc.integer({ min: -400, max: 60 }).map((dagen) => addDagen(vandaag, dagen)));
  fc.assert(
    fc.property(
      fc.constantFrom(...besluitSoort.options),
      fc.constantFrom('regulier' as const, 'uitgebreid' as const, null),
      datum,
      datum,
      datum,
      (soort, procedure, verzonden, terInzage, gepubliceerd) => {
        const antwoord = reactietermijn({ soort, procedure, verzonden, terInzage, gepubliceerd }, vandaag);
        expect(reactie.parse(antwoord)).toEqual(antwoord);
        expect(antwoord.stand === 'loopt').toBe(
          antwoord.totEnMet !== null && antwoord.totEnMet >= vandaag && !antwoord.uitleg.includes('nog niet begonnen'),
        );
        if (antwoord.dagen !== null) expect(addDagen(vandaag, antwoord.dagen)).toBe(antwoord.totEnMet);
        expect(antwoord.uitleg).toMatch(/\.$/);
        expect(antwoord.uitleg).not.toMatch(/!|undefined|null/);
      },
    ),
    { numRuns: 500 },
  );
});
