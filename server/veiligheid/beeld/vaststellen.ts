import type { Knex } from 'knex';
import { canonicalJson, sha256 } from '../../rapport/hash.ts';
import { weggelaten } from '../domain/lagen.ts';
import { maakBeeld } from './domain/beeld.ts';
import { insertVastgesteld, loadBeeld, type VastgesteldKop } from './queries.ts';

/**
 * Keeps the beeld as it is now for everybody: the texts, and figures that are public.
 *
 * @returns null: there is no such gemeente
 */
export async function stelBeeldVast(
  trx: Knex,
  { gemeente, ...besluit }: { gemeente: string; besluit: string; vastgesteldOp: string },
): Promise<VastgesteldKop | null> {
  const feiten = await loadBeeld(trx, { gemeente, zonder: weggelaten('openbaar'), perBuurt: true });
  if (!feiten) return null;
  const inhoud = canonicalJson(maakBeeld(feiten, 'openbaar'));
  return insertVastgesteld(trx, { ...besluit, gemeente, inhoud, hash: sha256(inhoud) });
}
