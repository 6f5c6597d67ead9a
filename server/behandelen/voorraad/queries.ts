import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { geojson } from '../../geo/queries.ts';
import type { leesWerkvoorraad, VoorraadZaak } from '../contract.ts';
import { plaatsSql } from '../queries.ts';

export type VoorraadRij = Omit<VoorraadZaak, 'termijnOp'> & { voorraadOp: string; eigenaar: string | null };

export interface Voorraad {
  zaken: VoorraadRij[];
  tellingen: { open: number; teLaat: number; week: number; niemand: number; mij: number };
}

const klaar = `('besloten', 'ingetrokken', 'afgehandeld')`;

/**
 * A page of the zaken that wait, what runs out first on top, with how many there are; in one statement.
 *
 * @param wie who asks: pseudonym, and for which authorities
 */
export async function loadVoorraad(
  db: Knex,
  { status, zaaktype, van, termijn, zoek, na, aantal }: z.infer<typeof leesWerkvoorraad.input>,
  wie: { persoon: string; bevoegdGezag: readonly string[] },
  vandaag: string,
): Promise<Voorraad> {
  const [naDag = null, naId = null] = na?.split('_') ?? [];
  const isKlaar = status !== undefined && klaar.includes(`'${status}'`);
  const { rows } = await db.raw<{ rows: { antwoord: Voorraad }[] }>(
    `WITH bladzijde AS MATERIALIZED (
       SELECT z.* FROM unnest(CAST(:gezag AS text[])) gezag CROSS JOIN LATERAL (
         SELECT * FROM zaak z WHERE z.bevoegd_gezag = gezag
           ${isKlaar ? '' : `AND z.status NOT IN ${klaar}`}
           ${status === undefined ? '' : 'AND z.status = :status'}
           ${zaaktype === undefined ? '' : 'AND z.zaaktype = :zaaktype'}
           ${van === 'mij' ? 'AND z.behandelaar = :persoon' : van === 'niemand' ? 'AND z.behandelaar IS NULL' : ''}
           ${termijn === 'alle' ? '' : `AND z.voorraad_op ${termijn === 'te-laat' ? '<' : '<='} CAST(:grens AS date)`}
           ${zoek === '' ? '' : `AND (z.kenmerk = upper(:zoek) OR z.adres ILIKE :deel OR z.omschrijving ILIKE :deel)`}
           ${naDag === null ? '' : 'AND (z.voorraad_op, z.id) > (CAST(:naDag AS date), CAST(:naId AS uuid))'}
         ORDER BY z.voorraad_op, z.id LIMIT :aantal
       ) z
       ORDER BY z.voorraad_op, z.id LIMIT :aantal
     )
     SELECT json_build_object(
       'zaken', coalesce((
         SELECT json_agg(json_build_object('id', z.id, 'kenmerk', z.kenmerk, 'zaaktype', z.zaaktype,
           'omschrijving', left(z.omschrijving, 200), 'plaats', ${plaatsSql}, 'status', z.status,
           'procedure', z.procedure, 'ontvangenOp', z.ontvangen_op, 'voorraadOp', z.voorraad_op::text,
           'opgeschort', z.opgeschort_sinds IS NOT NULL, 'behandelaar', z.behandelaar_naam,
           'vanMij', z.behandelaar IS NOT DISTINCT FROM :persoon, 'eigenaar', z.eigenaar,
           'x', round(ST_X(z.punt)::numeric, 2), 'y', round(ST_Y(z.punt)::numeric, 2),
           'geometrie', ${geojson('z.punt')}) ORDER BY z.voorraad_op, z.id)
         FROM bladzijde z), '[]'),
       'tellingen', (
         SELECT json_build_object('open', count(*),
           'teLaat', count(*) FILTER (WHERE t.voorraad_op < CAST(:vandaag AS date)),
           'week', count(*) FILTER (WHERE t.voorraad_op BETWEEN CAST(:vandaag AS date) AND CAST(:vandaag AS date) + 7),
           'niemand', count(*) FILTER (WHERE t.behandelaar IS NULL),
           'mij', count(*) FILTER (WHERE t.behandelaar = :persoon))
         FROM zaak t
         WHERE t.bevoegd_gezag = ANY(CAST(:gezag AS text[])) AND t.status NOT IN ${klaar})
     ) AS antwoord`,
    {
      gezag: [...wie.bevoegdGezag],
      persoon: wie.persoon,
      vandaag,
      aantal,
      ...(status !== undefined && { status }),
      ...(zaaktype !== undefined && { zaaktype }),
      ...(termijn !== 'alle' && { grens: grensVan(termijn, vandaag) }),
      ...(zoek !== '' && { zoek, deel: `%${zoek.replace(/[\\%_]/g, '\\$&')}%` }),
      ...(naDag !== null && naId !== null && { naDag, naId }),
    },
  );
  return rows[0]?.antwoord as Voorraad;
}

/** Up to this day; of what is late: before it. */
function grensVan(termijn: 'te-laat' | 'week' | 'twee-weken', vandaag: string): string {
  const dagen = { 'te-laat': 0, week: 7, 'twee-weken': 14 }[termijn];
  return new Date(Date.parse(`${vandaag}T00:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
}
