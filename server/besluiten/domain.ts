import type { Gebied } from '../geo/contract.ts';
import { type Dekking, dektGeheel } from '../geo/gebied.ts';
import { parseDatum } from '../termijnen/datum.ts';
import { type BesluitMoment, reactietermijn } from '../termijnen/reactietermijn.ts';
import type { Besluit, Besluiten, BesluitSoort } from './contract.ts';

/** What the database found. A list that is null is empty. */
export interface BesluitFeiten {
  gebied: Gebied;
  totaal: number;
  besluiten:
    | (Omit<Besluit, 'voornemen' | 'reactie'> & {
        procedure: BesluitMoment['procedure'];
        ontvangen: string | null;
        verzonden: string | null;
        terInzage: string | null;
        inWerking: string | null;
      })[]
    | null;
  /** Of the bronnen that say where they speak; null: none of those speaks here. */
  dekking: Dekking | null;
  /** A bron that does not say where it speaks, but for which gemeente, speaks for the gemeente of this place. */
  gemeenteDekking: boolean;
  bronnen: Besluiten['bronnen'] | null;
}

/** Notices before a besluit is taken. */
const voornemens: ReadonlySet<BesluitSoort> = new Set([
  'aanvraag',
  'verlengd',
  'ontwerp',
  'plan-voornemen',
  'plan-ontwerp',
]);

export const isVoornemen = (soort: BesluitSoort): boolean => voornemens.has(soort);

/**
 * The besluiten at and around a place.
 *
 * @param vandaag YYYY-MM-DD, the day from which the days left are counted
 */
export function toonBesluiten(feiten: BesluitFeiten, straalM: number, vandaag: string): Besluiten {
  const dag = parseDatum(vandaag);
  if (!dag) throw new Error(`Today is not a day: ${vandaag}`);
  const { gebied, totaal, dekking, gemeenteDekking } = feiten;
  const isBekend = gemeenteDekking || (dekking !== null && dektGeheel(gebied, dekking));
  return {
    gebied,
    straalM,
    stand: isBekend ? 'bekend' : 'geen-gegevens',
    totaal,
    besluiten: (feiten.besluiten ?? []).map(
      ({ procedure, ontvangen: _, verzonden, terInzage, inWerking: __, ...besluit }) => ({
        ...besluit,
        voornemen: isVoornemen(besluit.soort),
        reactie: reactietermijn(
          {
            soort: besluit.soort,
            onderwerp: besluit.onderwerp,
            procedure,
            verzonden: parseDatum(verzonden),
            terInzage: parseDatum(terInzage),
            gepubliceerd: parseDatum(besluit.gepubliceerd),
          },
          dag,
        ),
      }),
    ),
    bronnen: feiten.bronnen ?? [],
  };
}
