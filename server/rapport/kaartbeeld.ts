import type { Knex } from 'knex';
import type { RdPunt } from '../geo/rd.ts';
import type { Kaartbeeld } from './contract.ts';
import { kiesVak, maakKaartbeeld, omvat } from './domain/kaartbeeld.ts';
import { findPerceelVak, loadKaartFeiten } from './queries.ts';

/**
 * The picture of the map around a place, with its perceel and everything that is drawn in view.
 *
 * @param punten of what is drawn, RD metres
 */
export async function loadKaartbeeld(
  db: Knex,
  punt: RdPunt,
  punten: readonly (readonly [number, number])[],
): Promise<Kaartbeeld> {
  const perceel = await findPerceelVak(db, punt);
  const uitsnede = kiesVak(punt, omvat(perceel?.vak ?? null, punten));
  return maakKaartbeeld(uitsnede, await loadKaartFeiten(db, uitsnede, perceel?.identificatie ?? null));
}
