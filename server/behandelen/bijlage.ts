import { findBijlage } from '../bijlagen/queries.ts';
import { stuurBestand } from '../bijlagen/stuur.ts';
import type { AppContext } from '../http/context.ts';
import type { Stroom } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';

/**
 * Sends a file that belongs to a zaak. Who may have it, the caller has made sure of.
 *
 * @throws Problem 404 when it is of no zaak, or of another
 */
export async function stuurZaakBijlage(
  { db, diensten }: Pick<AppContext, 'db' | 'diensten'>,
  { zaakId, bijlage }: { zaakId: string; bijlage: string },
  stroom: Stroom,
): Promise<void> {
  const rij = await findBijlage(db, bijlage);
  if (!rij?.mediatype || rij.zaakId !== zaakId) throw notFound('Dit bestand hoort niet bij deze zaak.');
  await stuurBestand(diensten.opslag, { ...rij, mediatype: rij.mediatype }, stroom);
}
