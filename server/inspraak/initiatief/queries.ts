import type { Knex } from 'knex';
import { plaatsSql } from '../../behandelen/queries.ts';
import type { BesluitSoort } from '../../besluiten/contract.ts';
import type { Status } from '../../indienen/domain/status.ts';

/** A page for everybody, as the database has it. Days are YYYY-MM-DD. */
export interface InitiatiefFeiten {
  kenmerk: string;
  titel: string;
  plan: string;
  plaats: string;
  punt: { x: number; y: number };
  gemeente: string;
  zaaktype: string;
  status: Status;
  reageren: string;
  reagerenTot: string | null;
  reacties: number;
  uitkomst: string;
  gewijzigdOp: string;
  bekendmakingen: {
    identificatie: string;
    soort: BesluitSoort;
    titel: string;
    gepubliceerd: string;
    procedure: 'regulier' | 'uitgebreid' | null;
    verzonden: string | null;
    terInzage: string | null;
  }[];
}

const reactiesSql = '(SELECT count(*) FROM zienswijze w WHERE w.zaak_id = z.id)';

/** Null: there is no such page, or it is not for everybody (any more). */
export async function findInitiatief(db: Knex, kenmerk: string): Promise<InitiatiefFeiten | null> {
  const { rows } = await db.raw<{ rows: { initiatief: InitiatiefFeiten }[] }>(
    `SELECT json_build_object(
       'kenmerk', z.kenmerk, 'titel', i.titel, 'plan', i.plan, 'plaats', ${plaatsSql},
       'punt', json_build_object('x', round(ST_X(z.punt)::numeric, 2), 'y', round(ST_Y(z.punt)::numeric, 2)),
       'gemeente', 'Gemeente ' || coalesce((SELECT g.naam FROM gemeente g WHERE g.code = z.bevoegd_gezag), z.bevoegd_gezag),
       'zaaktype', z.zaaktype, 'status', z.status, 'reageren', i.reageren, 'reagerenTot', i.reageren_tot,
       'reacties', ${reactiesSql}, 'uitkomst', i.uitkomst, 'gewijzigdOp', i.gewijzigd_op,
       'bekendmakingen', coalesce((
         SELECT json_agg(json_build_object('identificatie', b.identificatie, 'soort', b.soort, 'titel', b.titel,
           'gepubliceerd', b.gepubliceerd, 'procedure', b.procedure, 'verzonden', b.verzonden,
           'terInzage', b.ter_inzage) ORDER BY b.gepubliceerd DESC, b.identificatie DESC)
         FROM bekendmaking k JOIN besluit b USING (identificatie) WHERE k.zaak_id = z.id), '[]')
     ) AS initiatief
     FROM zaak z JOIN initiatief i ON i.zaak_id = z.id WHERE z.kenmerk = :kenmerk AND i.zichtbaar`,
    { kenmerk },
  );
  return rows[0]?.initiatief ?? null;
}

/** A zaak with its page, if it has one, for who writes it. */
export interface BeheerFeiten {
  kenmerk: string;
  zaaktype: string;
  status: Status;
  eigenaar: string | null;
  behandelaar: string | null;
  publiekeOmschrijving: string | null;
  participatieHoe: string | null;
  participatieResultaat: string | null;
  reacties: number;
  pagina: {
    versie: number;
    titel: string;
    plan: string;
    reageren: string;
    reagerenTot: string | null;
    uitkomst: string;
    zichtbaar: boolean;
  } | null;
}

/** @param slot keeps the zaak for this transaction */
export async function loadBeheer(db: Knex, zaakId: string, slot = false): Promise<BeheerFeiten | null> {
  if (slot) await db.raw('SELECT FROM zaak WHERE id = CAST(:zaakId AS uuid) FOR UPDATE', { zaakId });
  const { rows } = await db.raw<{ rows: { beheer: BeheerFeiten }[] }>(
    `SELECT json_build_object(
       'kenmerk', z.kenmerk, 'zaaktype', z.zaaktype, 'status', z.status, 'eigenaar', z.eigenaar,
       'behandelaar', z.behandelaar, 'publiekeOmschrijving', z.publieke_omschrijving,
       'participatieHoe', z.formulier->'antwoorden'->>'participatieHoe',
       'participatieResultaat', z.formulier->'antwoorden'->>'participatieResultaat',
       'reacties', ${reactiesSql},
       'pagina', (
         SELECT json_build_object('versie', i.versie, 'titel', i.titel, 'plan', i.plan, 'reageren', i.reageren,
           'reagerenTot', i.reageren_tot, 'uitkomst', i.uitkomst, 'zichtbaar', i.zichtbaar)
         FROM initiatief i WHERE i.zaak_id = z.id)
     ) AS beheer
     FROM zaak z WHERE z.id = CAST(:zaakId AS uuid)`,
    { zaakId },
  );
  return rows[0]?.beheer ?? null;
}

/** Makes the page, or changes it: one version more. The zaak is locked. */
export async function writeInitiatief(
  trx: Knex,
  pagina: {
    zaakId: string;
    titel: string;
    plan: string;
    reageren: string;
    reagerenTot: string | null;
    uitkomst: string;
    zichtbaar: boolean;
    dag: string;
  },
): Promise<void> {
  await trx.raw(
    `INSERT INTO initiatief AS i (zaak_id, titel, plan, reageren, reageren_tot, uitkomst, zichtbaar, gepubliceerd_op, gewijzigd_op)
     VALUES (CAST(:zaakId AS uuid), :titel, :plan, :reageren, CAST(:reagerenTot AS date), :uitkomst, :zichtbaar,
       CAST(:dag AS date), CAST(:dag AS date))
     ON CONFLICT (zaak_id) DO UPDATE SET titel = excluded.titel, plan = excluded.plan, reageren = excluded.reageren,
       reageren_tot = excluded.reageren_tot, uitkomst = excluded.uitkomst, zichtbaar = excluded.zichtbaar,
       gewijzigd_op = excluded.gewijzigd_op, versie = i.versie + 1`,
    pagina,
  );
}

/** Mail of who reacted to a zaak and left it. */
export async function loadReageerders(trx: Knex, zaakId: string): Promise<{ email: string; kenmerk: string }[]> {
  const { rows } = await trx.raw(
    `SELECT email, min(kenmerk) AS kenmerk FROM zienswijze
     WHERE zaak_id = CAST(:zaakId AS uuid) AND email IS NOT NULL GROUP BY email`,
    { zaakId },
  );
  return rows;
}
