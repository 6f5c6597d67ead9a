import type { Gebied } from '../../geo/contract.ts';
import { type Dekking, dektGeheel } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { Begin, Locatie, Stand } from '../contract.ts';
import { type Kandidaat, kiesVoorbeelden } from './voorbeelden.ts';

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
  kandidaten: Kandidaat[] | null;
}

/** The start: whose it is, where to look, and places to try. */
export function toonBegin({ gemeenten, kandidaten, ...bereik }: BeginFeiten): Begin {
  return { gemeenten: gemeenten ?? [], ...bereik, voorbeelden: kiesVoorbeelden(kandidaten ?? []) };
}
