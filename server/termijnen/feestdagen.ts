/** The days on which a term cannot end: weekends and the public holidays of the Algemene termijnenwet. */

import { addDagen, type Datum, weekdag } from './datum.ts';

/** A day on which a term cannot end, with the name of the day. */
export interface VrijeDag {
  readonly datum: Datum;
  readonly naam: string;
}

const VAST = [
  { maandEnDag: '01-01', naam: 'nieuwjaarsdag' },
  { maandEnDag: '05-05', naam: 'Bevrijdingsdag' },
  { maandEnDag: '12-25', naam: 'eerste kerstdag' },
  { maandEnDag: '12-26', naam: 'tweede kerstdag' },
] as const;

/** In days from Easter Sunday. Good Friday is not a public holiday itself, but Atw 3 treats it as one. */
const ROND_PASEN = [
  { dagen: -2, naam: 'Goede Vrijdag' },
  { dagen: 1, naam: 'tweede paasdag' },
  { dagen: 39, naam: 'Hemelvaartsdag' },
  { dagen: 50, naam: 'tweede pinksterdag' },
] as const;

const datumVan = (jaar: number, maandEnDag: string): Datum => `${jaar}-${maandEnDag}` as Datum;

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function eerstePaasdag(jaar: number): Datum {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const maanstand = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const totZondag = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - maanstand - (c % 4)) % 7;
  const m = Math.floor((a + 11 * maanstand + 22 * totZondag) / 451);
  const dagen = maanstand + totZondag - 7 * m + 114;
  const maand = Math.floor(dagen / 31);
  const dag = (dagen % 31) + 1;
  return datumVan(jaar, `0${maand}-${String(dag).padStart(2, '0')}`);
}

/** 27 April, or the day before where that is a Sunday. */
function koningsdag(jaar: number): Datum {
  const dag = datumVan(jaar, '04-27');
  return weekdag(dag) === 'zondag' ? addDagen(dag, -1) : dag;
}

/**
 * The public holidays of a year from 2014 on, when King's Day replaced Queen's Day.
 *
 * @source Atw 3 leden 1 en 2
 */
export function feestdagen(jaar: number): VrijeDag[] {
  const pasen = eerstePaasdag(jaar);
  return [
    ...VAST.map(({ maandEnDag, naam }) => ({ datum: datumVan(jaar, maandEnDag), naam })),
    ...ROND_PASEN.map(({ dagen, naam }) => ({ datum: addDagen(pasen, dagen), naam })),
    { datum: koningsdag(jaar), naam: 'Koningsdag' },
  ].sort((een, ander) => (een.datum < ander.datum ? -1 : 1));
}

/**
 * Why a term cannot end on a day, or null when it can.
 *
 * @param extraFeestdagen days made equal to a public holiday by royal decree (Atw 3 lid 3); they differ per year
 */
export function findVrijeDag(datum: Datum, extraFeestdagen: readonly Datum[] = []): VrijeDag | null {
  const feestdag = feestdagen(Number(datum.slice(0, 4))).find((dag) => dag.datum === datum);
  if (feestdag) return feestdag;
  if (extraFeestdagen.includes(datum)) return { datum, naam: 'een dag die gelijkstaat aan een feestdag' };
  const naam = weekdag(datum);
  return naam === 'zaterdag' || naam === 'zondag' ? { datum, naam } : null;
}

/** The unbroken row of free days that begins with `eerste`. */
export function findVrijeDagen(eerste: VrijeDag, extraFeestdagen: readonly Datum[] = []): VrijeDag[] {
  const dagen: VrijeDag[] = [];
  for (let dag: VrijeDag | null = eerste; dag; dag = findVrijeDag(addDagen(dag.datum, 1), extraFeestdagen)) {
    dagen.push(dag);
  }
  return dagen;
}
