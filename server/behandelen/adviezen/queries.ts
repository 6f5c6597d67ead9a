import type { Knex } from 'knex';
import { geojson } from '../../geo/queries.ts';
import { plaatsSql } from '../queries.ts';
import type { AdviesDossier, Adviesvraag } from './contract.ts';

/** A question for advice, with whose zaak it is about. Without the form, the messages and the name of the aanvrager. */
export type AdviesFeiten = Omit<AdviesDossier, 'ding'> & {
  zaakId: string;
  zaaktype: string;
  aanRol: string;
  bevoegdGezag: string;
  eigenaar: string | null;
};

const kolommen = `'id', a.id, 'zaakId', z.id, 'kenmerk', z.kenmerk, 'zaaktype', z.zaaktype, 'plaats', ${plaatsSql},
  'omschrijving', z.omschrijving, 'vraag', a.vraag, 'gevraagdOp', a.gevraagd_op, 'uiterlijk', a.uiterlijk,
  'gegevenOp', a.gegeven_op, 'geometrie', ${geojson('coalesce(z.vlak, z.punt)')}, 'aanRol', a.aan_rol,
  'bevoegdGezag', z.bevoegd_gezag, 'eigenaar', z.eigenaar`;

/** What a role was asked by these authorities: what is open first, and what was answered in the last half year. */
export async function loadAdviezen(
  db: Knex,
  { rol, bevoegdGezag }: { rol: string; bevoegdGezag: readonly string[] },
): Promise<(Omit<Adviesvraag, 'ding'> & Pick<AdviesFeiten, 'zaaktype' | 'eigenaar'>)[]> {
  const { rows } = await db.raw(
    `SELECT coalesce(json_agg(vraag), '[]') AS adviezen FROM (
       SELECT json_build_object(${kolommen}) AS vraag
       FROM zaak_advies a JOIN zaak z ON z.id = a.zaak_id
       WHERE a.aan_rol = :rol AND z.bevoegd_gezag = ANY(CAST(:gezag AS text[]))
         AND (a.gegeven_op IS NULL OR a.gegeven_op > now() - interval '6 months')
       ORDER BY a.gegeven_op IS NOT NULL, a.uiterlijk, a.id LIMIT 500
     ) lijst`,
    { rol, gezag: [...bevoegdGezag] },
  );
  return rows[0].adviezen;
}

/** @param slot keeps it for this transaction */
export async function findAdvies(db: Knex, id: string, slot = false): Promise<AdviesFeiten | null> {
  if (slot) await db.raw('SELECT FROM zaak_advies WHERE id = CAST(:id AS uuid) FOR UPDATE', { id });
  const { rows } = await db.raw<{ rows: { advies: AdviesFeiten }[] }>(
    `SELECT json_build_object(${kolommen}, 'uitkomst', a.uitkomst, 'advies', a.advies,
       'gesloten', z.status IN ('besloten', 'ingetrokken', 'afgehandeld'),
       'punt', json_build_object('x', round(ST_X(z.punt)::numeric, 2), 'y', round(ST_Y(z.punt)::numeric, 2)),
       'bijlagen', coalesce((
         SELECT json_agg(json_build_object('id', b.id, 'naam', b.naam, 'soort', b.soort, 'mediatype', b.mediatype,
           'bytes', b.bytes, 'gemaaktOp', b.gemaakt_op) ORDER BY b.gemaakt_op, b.id)
         FROM zaak_advies_bijlage d JOIN bijlage b ON b.id = d.bijlage_id WHERE d.advies_id = a.id), '[]')
     ) AS advies
     FROM zaak_advies a JOIN zaak z ON z.id = a.zaak_id WHERE a.id = CAST(:id AS uuid)`,
    { id },
  );
  return rows[0]?.advies ?? null;
}

export async function updateAdvies(
  trx: Knex,
  id: string,
  advies: { uitkomst: string; advies: string; door: string },
): Promise<void> {
  await trx('zaak_advies')
    .where({ id })
    .update({ ...advies, gegeven_op: trx.fn.now() });
}
