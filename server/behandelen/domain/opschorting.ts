import type { Datum } from '../../termijnen/datum.ts';
import { telOpgeschorteDagen } from '../../termijnen/domain.ts';
import { beslistermijn, type TermijnFeiten } from './termijn.ts';

/** How a zaak goes on after its term stood still. */
export interface Hervatting {
  opgeschorteDagen: number;
  /** The new last day to decide; null: the term does not run from the day of receipt, so it stays as it was. */
  uiterlijk: Datum | null;
}

/**
 * The term runs on from the day the data arrived, or, when they came later or not at all, from the day the time to send
 * them was over.
 *
 * @param sinds day of the invitation; null: the term did not stand still
 * @source Awb 4:15
 */
export function hervat(
  feiten: TermijnFeiten,
  { sinds, tot }: { sinds: Datum | null; tot: Datum | null },
  ontvangen: Datum,
): Hervatting {
  const gegevensOntvangen = tot !== null && tot < ontvangen ? tot : ontvangen;
  const erbij = sinds === null ? 0 : telOpgeschorteDagen({ uitnodiging: sinds, gegevensOntvangen });
  const opgeschorteDagen = feiten.opgeschorteDagen + erbij;
  return { opgeschorteDagen, uiterlijk: beslistermijn({ ...feiten, opgeschorteDagen })?.laatsteDag ?? null };
}
