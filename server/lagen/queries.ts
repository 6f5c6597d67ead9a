import type { Knex } from 'knex';

/**
 * Marks map layers as out of date after their tables changed, so that their tiles are made again.
 *
 * @param tabellen names of the tables whose rows changed
 */
export async function markeerLagenVerouderd(trx: Knex.Transaction, _tabellen: readonly string[]): Promise<void> {
  await trx('tegel_stand').update({ verouderd: true });
}
