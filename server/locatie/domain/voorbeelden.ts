import { afstandM, type RdPunt } from '../../geo/rd.ts';
import type { Begin } from '../contract.ts';

/** The kinds of place that make good examples, most telling first, as a person calls them. */
export const voorbeeldSoorten = {
  woonfunctie: 'Een woning',
  winkelfunctie: 'Een winkel',
  monument: 'Een monument',
  industriefunctie: 'Een bedrijf',
  bijeenkomstfunctie: 'Een café, zaal of kerk',
  onderwijsfunctie: 'Een school',
  logiesfunctie: 'Een plek om te overnachten',
  kantoorfunctie: 'Een kantoor',
  sportfunctie: 'Een sportgebouw',
  gezondheidszorgfunctie: 'Zorg',
  adres: 'Een adres',
} as const;
type VoorbeeldSoort = keyof typeof voorbeeldSoorten;

export const aantalVoorbeelden = 3;

/** Shops this near to each other, in metres, make a centre. */
const winkelgebiedM = 200;

export interface Kandidaat {
  naam: string;
  straat: string;
  /** A gebruiksdoel, `monument`, or `adres` where neither is known. */
  soort: VoorbeeldSoort;
  punt: RdPunt;
  /** It stands in a row of panden, as most homes do. */
  inRij: boolean;
}

/**
 * Places to try that differ in kind and lie apart: a home in a row of homes, a shop among shops, a monument. Where
 * those are not known, other kinds; then other streets; then whatever there is.
 */
export function kiesVoorbeelden(kandidaten: readonly Kandidaat[]): Begin['voorbeelden'] {
  const gekozen: Kandidaat[] = [];
  const neem = (keus: readonly Kandidaat[], anders: readonly ((een: Kandidaat, ander: Kandidaat) => boolean)[]) => {
    const over = keus.filter(
      (een) => !gekozen.includes(een) && gekozen.every((ander) => anders.every((verschilt) => verschilt(een, ander))),
    );
    const beste = hoogste(over, (een) => geschikt(een, keus, gekozen));
    if (beste) gekozen.push(beste);
    return beste !== undefined;
  };
  const andereStraat = (een: Kandidaat, ander: Kandidaat) => een.straat !== ander.straat;
  for (const soort of Object.keys(voorbeeldSoorten)) {
    if (gekozen.length === aantalVoorbeelden) break;
    neem(
      kandidaten.filter((een) => een.soort === soort),
      [andereStraat],
    );
  }
  for (const anders of [[andereStraat], []]) {
    while (gekozen.length < aantalVoorbeelden && neem(kandidaten, anders));
  }
  return gekozen.map(({ naam, soort, punt }) => ({ naam, punt, toelichting: voorbeeldSoorten[soort] }));
}

/** Higher is better, within one kind: homes in a row, shops among shops, and for the rest far from what was chosen. */
function geschikt(een: Kandidaat, soortgenoten: readonly Kandidaat[], gekozen: readonly Kandidaat[]): number {
  if (een.soort === 'winkelfunctie') {
    return soortgenoten.filter(({ punt }) => afstandM(punt, een.punt) <= winkelgebiedM).length;
  }
  if (gekozen.length === 0) return een.inRij ? 1 : 0;
  return Math.min(...gekozen.map(({ punt }) => afstandM(punt, een.punt)));
}

/** The first of those with the highest value. */
function hoogste<T>(items: readonly T[], waarde: (item: T) => number): T | undefined {
  let beste: { item: T; waarde: number } | undefined;
  for (const item of items) {
    const hier = waarde(item);
    if (!beste || hier > beste.waarde) beste = { item, waarde: hier };
  }
  return beste?.item;
}
