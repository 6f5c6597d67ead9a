import type { Knex } from 'knex';
import { wijzigZaak } from '../behandelen/queries.ts';
import { invalidInput } from '../http/problem.ts';
import { wegVan } from '../inspraak/domain/weg.ts';
import { findBesluit } from '../inspraak/queries.ts';
import { besluitStandVan } from '../inspraak/stand.ts';
import { type Datum, formatDatum } from '../termijnen/datum.ts';
import { reactietermijn } from '../termijnen/reactietermijn.ts';
import { insertBezwaar } from './queries.ts';

/** The besluit that a bezwaar is against. */
export interface BezwaarDoel {
  besluit: string;
  titel: string;
  /** The zaak in which it was taken; null: not one of this loket. */
  zaakId: string | null;
  /** Last day to object; null: not known. */
  uiterlijk: Datum | null;
  /**
   * Day from which the term to decide runs: the last day to object (Awb 7:10 lid 1). When that is over or not known it is
   * the day of receipt.
   */
  vanaf: Datum;
}

/** @throws Problem 400 when there is no such besluit, or no bezwaar against it: with what can be done instead */
export async function findBezwaarDoel(db: Knex, identificatie: string, vandaag: Datum): Promise<BezwaarDoel> {
  const rij = await findBesluit(db, identificatie);
  if (!rij) throw invalidInput([{ veld: 'besluit', melding: 'Dit besluit is er niet (meer). Zoek het op de kaart' }]);
  const stand = besluitStandVan(rij);
  const weg = wegVan(stand, vandaag);
  if (weg.soort !== 'bezwaar' || !weg.kan) {
    throw invalidInput([{ veld: 'besluit', melding: [weg.uitleg, ...weg.watNog].join(' ') }]);
  }
  const uiterlijk = reactietermijn(stand, vandaag).totEnMet as Datum | null;
  return {
    besluit: identificatie,
    titel: rij.titel,
    zaakId: rij.zaakId,
    uiterlijk,
    vanaf: uiterlijk && uiterlijk > vandaag ? uiterlijk : vandaag,
  };
}

/** Ties the bezwaar to its besluit; the zaak of that besluit tells that there is one, and not of whom. */
export async function legBezwaarVast(
  trx: Knex,
  { besluit, titel, zaakId: tegen, uiterlijk }: BezwaarDoel,
  { zaakId, gronden, dag, rol }: { zaakId: string; gronden: string; dag: Datum; rol: string },
): Promise<void> {
  await insertBezwaar(trx, {
    zaak_id: tegen,
    bezwaar_zaak_id: zaakId,
    besluit,
    besluit_titel: titel,
    gronden,
    ontvangen_op: dag,
    uiterlijk,
  });
  if (uiterlijk && dag > uiterlijk) {
    await wijzigZaak(
      trx,
      zaakId,
      rol,
      {},
      {
        soort: 'te-laat',
        tekst: `Dit bezwaar kwam na de laatste dag: ${formatDatum(uiterlijk)}. De gemeente kijkt eerst of daar een goede reden voor is (Awb 6:11).`,
      },
    );
  }
  if (tegen) {
    await wijzigZaak(
      trx,
      tegen,
      rol,
      {},
      {
        soort: 'bezwaar',
        tekst: `De gemeente ontving op ${formatDatum(dag)} een bezwaar tegen het besluit (Awb 6:14).`,
        gegevens: { bezwaar: zaakId },
      },
    );
  }
}
