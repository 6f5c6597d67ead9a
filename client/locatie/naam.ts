import { afstandM } from '../../server/geo/rd.ts';
import type { Locatie } from '../../server/locatie/contract.ts';

/** The adressen of a place, the one at or nearest to the chosen point first; the others as they were. */
export function vanafGekozen({ adressen, punt }: Pick<Locatie, 'adressen' | 'punt'>): Locatie['adressen'] {
  const [eerste, ...rest] = adressen;
  if (!eerste) return [];
  const gekozen = rest.reduce(
    (beste, adres) => (afstandM(adres.punt, punt) < afstandM(beste.punt, punt) ? adres : beste),
    eerste,
  );
  return [gekozen, ...adressen.filter((adres) => adres !== gekozen)];
}

/** How the place is called: the adres that was chosen, else its perceel, else its coordinates. */
export function naamVan(locatie: Locatie): string {
  const { adressen, perceel, punt } = locatie;
  const [gekozen] = vanafGekozen(locatie);
  if (gekozen && adressen.length === 1) return gekozen.weergave;
  if (gekozen) {
    const meer = adressen.length - 1;
    return `${gekozen.weergave.split(',')[0]} en ${meer} ${meer === 1 ? 'ander adres' : 'andere adressen'}`;
  }
  if (perceel) return `Perceel ${perceel.kadastraleAanduiding}`;
  return `Plek ${Math.round(punt.x)}, ${Math.round(punt.y)}`;
}
