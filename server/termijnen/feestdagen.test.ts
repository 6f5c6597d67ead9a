import { describe, expect, test } from 'vitest';
import { addDagen, type Datum, parseDatum, weekdag } from './datum.ts';
import { eerstePaasdag, feestdagen, findVrijeDag, findVrijeDagen } from './feestdagen.ts';

const dag = (tekst: string): Datum => parseDatum(tekst)!;

/** From the almanac, not computed. */
const PASEN = {
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
  2031: '04-13',
  2032: '03-28',
  2033: '04-17',
  2034: '04-09',
  2035: '03-25',
} as const;
const KONINGSDAG_OP_26 = ['2025', '2031'];

describe('public holidays', () => {
  test.each(Object.entries(PASEN))('Easter %s is %s', (jaar, maandEnDag) => {
    expect(eerstePaasdag(Number(jaar))).toBe(`${jaar}-${maandEnDag}`);
  });

  test('the earliest and the latest Easter there can be', () => {
    expect([eerstePaasdag(2285), eerstePaasdag(2038), eerstePaasdag(1954), eerstePaasdag(1981)]).toEqual([
      '2285-03-22',
      '2038-04-25',
      '1954-04-18',
      '1981-04-19',
    ]);
  });

  // In the order Good Friday, Easter Monday, King's Day, Liberation Day, Ascension Day, Whit Monday.
  test.each([
    [2025, '18-4', '21-4', '26-4', '5-5', '29-5', '9-6'],
    [2026, '3-4', '6-4', '27-4', '5-5', '14-5', '25-5'],
    [2027, '26-3', '29-3', '27-4', '5-5', '6-5', '17-5'],
    [2028, '14-4', '17-4', '27-4', '5-5', '25-5', '5-6'],
  ])('%i', (jaar, ...dagen) => {
    const volledig = ['1-1', ...dagen, '25-12', '26-12'].map((tekst) => {
      const [dagnummer = '', maand = ''] = tekst.split('-');
      return `${jaar}-${maand.padStart(2, '0')}-${dagnummer.padStart(2, '0')}`;
    });
    expect(feestdagen(jaar).map(({ datum }) => datum as string)).toEqual(volledig.sort());
  });

  test.each(Object.keys(PASEN))('%s has nine, each on the right weekday', (jaar) => {
    const dagen = feestdagen(Number(jaar));
    expect(dagen).toHaveLength(9);
    const van = (naam: string) => dagen.find((kandidaat) => kandidaat.naam === naam)!.datum;
    expect(weekdag(van('Goede Vrijdag'))).toBe('vrijdag');
    expect(weekdag(van('tweede paasdag'))).toBe('maandag');
    expect(weekdag(van('Hemelvaartsdag'))).toBe('donderdag');
    expect(weekdag(van('tweede pinksterdag'))).toBe('maandag');
    expect(van('Koningsdag')).toBe(`${jaar}-04-${KONINGSDAG_OP_26.includes(jaar) ? '26' : '27'}`);
  });
});

describe('free days', () => {
  test('an ordinary weekday is not free', () => expect(findVrijeDag(dag('2026-05-15'))).toBeNull());
  test('the holiday is named rather than the weekend it falls in', () => {
    expect(findVrijeDag(dag('2026-12-26'))?.naam).toBe('tweede kerstdag');
    expect(findVrijeDag(dag('2026-12-27'))?.naam).toBe('zondag');
  });
  test('a day by royal decree is free only when given', () => {
    expect(findVrijeDag(dag('2026-05-15'), [dag('2026-05-15')])?.naam).toContain('gelijkstaat');
  });
  test('31 December and 4 May are ordinary days', () => {
    expect([findVrijeDag(dag('2026-12-31')), findVrijeDag(dag('2026-05-04'))]).toEqual([null, null]);
  });
  test('a row of free days runs until a working day', () => {
    const goedeVrijdag = findVrijeDag(dag('2026-04-03'))!;
    const rij = findVrijeDagen(goedeVrijdag);
    expect(rij.map(({ naam }) => naam)).toEqual(['Goede Vrijdag', 'zaterdag', 'zondag', 'tweede paasdag']);
    expect(findVrijeDag(addDagen(rij.at(-1)!.datum, 1))).toBeNull();
  });
});
