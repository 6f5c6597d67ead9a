import type { Gebied } from '../../geo/contract.ts';
import { type Dekking, dektGeheel } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { Begin, Locatie, Stand } from '../contract.ts';

/**
 * A pand counts on a perceel from this overlap (either one): walls of the neighbours that are drawn a few centimetres
 * over the border do not, a shed of 3 m² that stands half on it does.
 */
export const pandGrens = { m2: 1, deel: 0.05 } as const;

const landelijkLoket = 'https://omgevingswet.overheid.nl';

/** What the database found at a point. A list that is null is empty. */
export interface LocatieFeiten {
  gebied: Gebied;
  lonLat: Locatie['lonLat'];
  gemeenteCode: string | null;
  gemeenteNaam: string | null;
  /** A bron of this installation delivers for that gemeente. */
  eigen: boolean;
  wijk: Locatie['wijk'];
  buurt: Locatie['buurt'];
  perceel: Locatie['perceel'];
  adressen: Locatie['adressen'] | null;
  panden: Locatie['panden'] | null;
  /** Per kind of object, what the bronnen that deliver it say about this place; absent: no bron speaks here. */
  dekking: { perceel?: Dekking; adres?: Dekking; pand?: Dekking } | null;
  bronnen: Locatie['bronnen'] | null;
}

/** The identity of a place. */
export function toonLocatie(punt: RdPunt, feiten: LocatieFeiten): Locatie {
  const { gebied, gemeenteCode, dekking } = feiten;
  const stand = (gevonden: boolean, spreekt: Dekking | undefined): Stand =>
    gevonden ? 'gevonden' : spreekt && dektGeheel(gebied, spreekt) ? 'geen' : 'geen-gegevens';
  return {
    punt: { x: punt.x, y: punt.y },
    lonLat: feiten.lonLat,
    gemeente: {
      stand: gemeenteCode === null ? 'onbekend' : feiten.eigen ? 'eigen' : 'andere',
      code: gemeenteCode,
      naam: feiten.gemeenteNaam,
      landelijkLoket,
    },
    wijk: feiten.wijk,
    buurt: feiten.buurt,
    perceelStand: stand(feiten.perceel !== null, dekking?.perceel),
    perceel: feiten.perceel,
    adressenStand: stand(feiten.adressen !== null, dekking?.adres),
    adressen: feiten.adressen ?? [],
    pandenStand: stand(feiten.panden !== null, dekking?.pand),
    panden: feiten.panden ?? [],
    bronnen: feiten.bronnen ?? [],
  };
}

export interface BeginFeiten extends Pick<Begin, 'omhullende' | 'omhullendeLonLat'> {
  gemeenten: Begin['gemeenten'] | null;
  /** Adressen of different uses, and of different streets where the use is not known. */
  kandidaten: { naam: string; gebruiksdoel: string | null; punt: RdPunt }[] | null;
}

/** The uses that make good examples, most telling first, as a person calls them. */
export const gebruiken: Readonly<Record<string, string>> = {
  woonfunctie: 'Een woning',
  winkelfunctie: 'Een winkel',
  industriefunctie: 'Een bedrijf',
  bijeenkomstfunctie: 'Een café, zaal of kerk',
  onderwijsfunctie: 'Een school',
  logiesfunctie: 'Een plek om te overnachten',
  kantoorfunctie: 'Een kantoor',
  sportfunctie: 'Een sportgebouw',
  gezondheidszorgfunctie: 'Zorg',
};

export const aantalVoorbeelden = 3;

/** The start: places of different uses, filled up with other streets. */
export function toonBegin({ gemeenten, omhullende, omhullendeLonLat, kandidaten }: BeginFeiten): Begin {
  const perGebruik = Object.entries(gebruiken).flatMap(([gebruiksdoel, toelichting]) =>
    (kandidaten ?? [])
      .filter((kandidaat) => kandidaat.gebruiksdoel === gebruiksdoel)
      .map(({ naam, punt }) => ({ naam, punt, toelichting })),
  );
  const perStraat = (kandidaten ?? [])
    .filter(({ gebruiksdoel }) => gebruiksdoel === null)
    .map(({ naam, punt }) => ({ naam, punt, toelichting: 'Een adres' }));
  return {
    gemeenten: gemeenten ?? [],
    omhullende,
    omhullendeLonLat,
    voorbeelden: [...perGebruik, ...perStraat].slice(0, aantalVoorbeelden),
  };
}
