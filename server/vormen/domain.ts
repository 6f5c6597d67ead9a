import { type Dekking, dektGeheel } from '../geo/gebied.ts';
import { type Vormen, vormenMaximum } from './contract.ts';

/** What the database knows about the shapes in a circle; at most one of a kind more than an answer holds. */
export interface VormenFeiten {
  percelen: Vormen['percelen'] | null;
  panden: Vormen['panden'] | null;
  /** Area of the circle. */
  oppervlakteM2: number;
  /** What the bronnen of a table say about the circle; a table that none of them fills is left out. */
  dekking: { perceel?: Dekking; pand?: Dekking } | null;
  bronnen: Vormen['bronnen'] | null;
}

/** The shapes around a place, and whether those are all. */
export function toonVormen({ percelen, panden, oppervlakteM2, dekking, bronnen }: VormenFeiten): Vormen {
  const cirkel = { soort: 'punt' as const, kadastraleAanduiding: null, oppervlakteM2 };
  const volledig = (gevonden: readonly unknown[] | null, gedekt: Dekking | undefined) =>
    (gevonden?.length ?? 0) <= vormenMaximum && gedekt !== undefined && dektGeheel(cirkel, gedekt);
  return {
    percelen: percelen?.slice(0, vormenMaximum) ?? [],
    panden: panden?.slice(0, vormenMaximum) ?? [],
    volledig: { percelen: volledig(percelen, dekking?.perceel), panden: volledig(panden, dekking?.pand) },
    bronnen: bronnen ?? [],
  };
}
