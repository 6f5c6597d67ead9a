import type { Eenheid, Toets, Uitkomst, VraagSleutel, Waarde } from './oordeel.ts';

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const centimeters = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

const teken: Record<Eenheid, string> = {
  m: ' m',
  m2: ' m²',
  m3: ' m³',
  cm: ' cm',
  graden: '°',
  stuks: '',
  jaar: '',
  dB: ' dB',
  procent: '%',
  euro: ' euro',
};

/** "1,75 m". */
export function schrijfMaat(waarde: number, eenheid: Eenheid | null): string {
  if (eenheid === 'euro') return euro.format(waarde);
  if (eenheid === 'jaar') return String(waarde);
  return `${getal.format(waarde)}${eenheid ? teken[eenheid] : ''}`;
}

/** A value that has no sentence of its own. */
export const schrijfWaarde = (waarde: Waarde | undefined): string =>
  typeof waarde === 'boolean' ? (waarde ? 'ja' : 'nee') : String(waarde ?? 'niet bekend');

/** A change, in full steps: "0,20 m". */
export const schrijfVerschil = (waarde: number, eenheid: Eenheid): string =>
  eenheid === 'm' ? `${centimeters.format(waarde)} m` : schrijfMaat(waarde, eenheid);

/** In which steps a quantity is drawn and changed. */
export const stapVan: Record<Eenheid, number> = {
  m: 0.01,
  m2: 0.1,
  m3: 0.1,
  cm: 1,
  graden: 1,
  stuks: 1,
  jaar: 1,
  dB: 1,
  procent: 1,
  euro: 1,
};

/** To whole steps, without the noise of floating point. */
export const opStap = (waarde: number, stap: number, rond: (getal: number) => number = Math.round): number =>
  Number((rond(Number((waarde / stap).toFixed(6))) * stap).toFixed(6));

export const vraagNaam: Record<VraagSleutel, string> = {
  T: 'Technische eisen aan het bouwen',
  R: 'Bouwen volgens het omgevingsplan',
  O: 'Andere vergunningen van de gemeente',
  M: 'Milieu en water',
  N: 'Andere meldingen',
};

/** What an outcome means to a person. */
export const uitkomstWoord: Record<Uitkomst, string> = {
  VRIJ: 'U hebt geen vergunning nodig',
  VRIJ_PLANTOETS: 'Geen vergunning voor het bouwen, wel regels van uw wijk',
  INFORMATIEPLICHT: 'Laat het ons weten',
  MELDING: 'Meld het vooraf',
  VERGUNNING: 'U hebt een vergunning nodig',
  VERBOD: 'Dit mag hier niet',
  ONBEKEND: 'Wij weten het nog niet',
};

/** How one toets came out. */
export const uitslagWoord: Record<Toets['uitslag'], string> = {
  voldoet: 'Voldoet',
  'voldoet-niet': 'Voldoet niet',
  onbekend: 'Weten we niet',
};

/** "a, b en c". */
export const somOp = (delen: readonly string[]): string =>
  delen.length < 2 ? (delen[0] ?? '') : `${delen.slice(0, -1).join(', ')} en ${delen[delen.length - 1]}`;

export const metHoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);

export const metKleineLetter = (tekst: string): string => tekst.charAt(0).toLowerCase() + tekst.slice(1);
