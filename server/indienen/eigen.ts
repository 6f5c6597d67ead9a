import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { notFound } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import type { Persoon } from '../toegang/domain.ts';
import { hashOf } from '../toegang/koekjes.ts';
import { sleutelHeader, sleutelVorm } from './contract.ts';
import { type ConceptRij, findConcept } from './queries.ts';

export const nietHier =
  'Dit concept is er niet (meer). Log in als u het met een login hebt bewaard, of gebruik de link die u hebt gekregen.';

interface MetEigenaar {
  eigenaar: string | null;
  geheimHash: Buffer | null;
}

/** Who has it: by login, or, of what nobody has logged in for, by the secret. */
export function isEigen({ eigenaar, geheimHash }: MetEigenaar, wie: Persoon | null, request: Request): boolean {
  if (eigenaar !== null) return wie?.eigenaar === eigenaar;
  const sleutel = request.get(sleutelHeader) ?? '';
  return geheimHash !== null && sleutelVorm.test(sleutel) && timingSafeEqual(hashOf(sleutel), geheimHash);
}

/**
 * A concept of who asks. Not inside a transaction: who tries is logged, also when that is undone.
 *
 * @param gezien when it was looked up already
 * @throws Problem 404, the same for what is not there and for what is somebody else's; the last is logged
 */
export async function findEigenConcept(
  db: Knex,
  id: string,
  toegang: Toegang<Persoon | null>,
  request: Request,
  gezien?: ConceptRij | null,
): Promise<ConceptRij> {
  const concept = gezien === undefined ? await findConcept(db, id) : gezien;
  if (!concept) throw notFound(nietHier);
  if (isEigen(concept, toegang.wie, request)) return concept;
  throw await toegang.nietVanU({ soort: 'concept', id }, nietHier);
}
