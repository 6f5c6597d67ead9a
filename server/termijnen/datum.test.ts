import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDagen,
  addMaanden,
  type Datum,
  dagenTot,
  datumInNederland,
  formatDatum,
  formatTotEnMet,
  parseDatum,
  weekdag,
} from './datum.ts';

const dag = (tekst: string): Datum => parseDatum(tekst)!;
const dagen = fc.integer({ min: 0, max: 100_000 }).map((aantal) => addDagen(dag('1900-01-01'), aantal));

describe('parseDatum', () => {
  test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31', '2100-02-29'])(
    '%s does not exist',
    (tekst) => expect(parseDatum(tekst)).toBeNull(),
  );
  test.each(['', ' 2026-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '20260101', '٢٠٢٦-٠١-٠١', 'morgen'])(
    '"%s" is not written as a day',
    (tekst) => expect(parseDatum(tekst)).toBeNull(),
  );
  test('a day that stands for "never" is not a day to compute with', () => {
    expect([parseDatum('9999-12-31'), parseDatum('0001-01-01'), parseDatum('1899-12-31')]).toEqual([null, null, null]);
  });
  test('nothing stays nothing', () => expect([parseDatum(null), parseDatum(undefined)]).toEqual([null, null]));
  test('leap days', () => expect([parseDatum('2028-02-29'), parseDatum('2000-02-29')]).not.toContain(null));
  test('every day of the calendar comes back as it is', () => {
    fc.assert(fc.property(dagen, (datum) => parseDatum(datum) === datum));
  });
});

describe('arithmetic', () => {
  test('adding and counting are each other’s inverse, and text sorts as days do', () => {
    fc.assert(
      fc.property(dagen, fc.integer({ min: -5_000, max: 5_000 }), (datum, aantal) => {
        const ander = addDagen(datum, aantal);
        expect(dagenTot(ander, datum)).toBe(aantal);
        expect(ander < datum).toBe(aantal < 0);
      }),
    );
  });

  test('the day after is the next weekday, also where the clock changes', () => {
    expect(['2026-03-28', '2026-03-29', '2026-03-30'].map((tekst) => weekdag(dag(tekst)))).toEqual([
      'zaterdag',
      'zondag',
      'maandag',
    ]);
    expect(addDagen(dag('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDagen(dag('2026-10-24'), 2)).toBe('2026-10-26');
  });

  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2027-08-30', 6, '2028-02-29'],
    ['2026-12-31', -1, '2026-11-30'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2027-02-28', 6, '2027-08-28'],
    ['2026-07-15', 6, '2027-01-15'],
  ])('%s and %i months is %s', (begin, maanden, einde) => expect(addMaanden(dag(begin), maanden)).toBe(einde));

  test('months keep the day number, or take the last day of a shorter month', () => {
    fc.assert(
      fc.property(dagen, fc.integer({ min: 1, max: 48 }), (datum, maanden) => {
        const einde = addMaanden(datum, maanden);
        const verschil = (Number(einde.slice(0, 4)) - Number(datum.slice(0, 4))) * 12;
        expect(verschil + Number(einde.slice(5, 7)) - Number(datum.slice(5, 7))).toBe(maanden);
        const isLaatste = addDagen(einde, 1).slice(8) === '01';
        expect(einde.slice(8) === datum.slice(8) || (isLaatste && einde.slice(8) < datum.slice(8))).toBe(true);
      }),
    );
  });
});

describe('the day in the Netherlands', () => {
  test.each([
    ['2026-05-13T22:30:00Z', '2026-05-14'],
    ['2026-05-13T21:30:00Z', '2026-05-13'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-12-31T22:30:00Z', '2026-12-31'],
  ])('%s is %s', (moment, datum) => expect(datumInNederland(new Date(moment))).toBe(datum));
});

describe('in words', () => {
  test('a day in full', () => {
    expect(formatDatum(dag('2026-05-26'))).toBe('dinsdag 26 mei 2026');
    expect(formatDatum(dag('2028-02-29'))).toBe('dinsdag 29 februari 2028');
  });
  test('agrees with the names of the platform', () => {
    const platform = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });
    fc.assert(fc.property(dagen, (datum) => formatDatum(datum) === platform.format(new Date(`${datum}T00:00:00Z`))));
  });
  test.each([
    ['2026-05-14', 't/m dinsdag 26 mei 2026, nog 12 dagen'],
    ['2026-05-25', 't/m dinsdag 26 mei 2026, nog 1 dag'],
    ['2026-05-26', 't/m dinsdag 26 mei 2026, vandaag is de laatste dag'],
    ['2026-05-27', 't/m dinsdag 26 mei 2026, 1 dag geleden'],
    ['2026-06-05', 't/m dinsdag 26 mei 2026, 10 dagen geleden'],
  ])('on %s', (vandaag, tekst) => expect(formatTotEnMet(dag('2026-05-26'), dag(vandaag))).toBe(tekst));
});
