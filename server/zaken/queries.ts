import type { Knex } from 'knex';
import type { StandFeiten } from '../behandelen/domain/dossier.ts';
import { type Bezwaar, emailSql, lijstenSql, plaatsSql, standSql } from '../behandelen/queries.ts';
import { geojson } from '../geo/queries.ts';
import type { Zaak } from './contract.ts';

/** Of a zaak what the list shows. */
export interface KopFeiten extends Omit<StandFeiten, 'behandelaar' | 'bekendmakingen'> {
  id: string;
  kenmerk: string;
  omschrijving: string;
  plaats: string;
  resultaat: string | null;
  uitersteDatum: string | null;
  verzondenOp: string | null;
  /** What belongs to it and was not there when it was filed; nothing once somebody looked at it or sent more. */
  nogNodig: Zaak['nogNodig'];
  ongelezen: number;
}

const nogNodigSql = `CASE WHEN z.status IN ('ontvangen', 'in-behandeling') AND NOT EXISTS (
    SELECT FROM zaak_gebeurtenis n WHERE n.zaak_id = z.id AND n.soort IN ('volledigheid', 'aanvulling-gevraagd', 'aangevuld'))
  THEN z.formulier->'ontvangst'->'ontbreekt' END`;

/** The zaken of an eigenaar, the newest first. */
export async function loadZaken(db: Knex, eigenaar: string): Promise<KopFeiten[]> {
  const { rows } = await db.raw<{ rows: { zaken: KopFeiten[] }[] }>(
    `SELECT coalesce(json_agg(zaak), '[]') AS zaken FROM (
       SELECT json_build_object(
         'id', z.id, 'kenmerk', z.kenmerk, 'zaaktype', z.zaaktype, 'omschrijving', left(z.omschrijving, 200),
         'plaats', ${plaatsSql}, 'status', z.status, 'procedure', z.procedure, 'resultaat', z.resultaat,
         'ontvangenOp', z.ontvangen_op, 'termijnVanaf', z.termijn_vanaf, 'uitersteDatum', z.uiterste_datum, 'opgeschorteDagen', z.opgeschorte_dagen,
         'verlengdMetWeken', z.verlengd_met_weken, 'aanvullenTot', z.aanvullen_tot, 'terInzageOp', z.ter_inzage_op,
         'verzondenOp', z.verzonden_op, 'nogNodig', coalesce(${nogNodigSql}, '[]'),
         'ongelezen', (SELECT count(*) FROM zaak_bericht m
           WHERE m.zaak_id = z.id AND m.van = 'gemeente' AND m.gelezen_op IS NULL)) AS zaak
       FROM zaak z WHERE z.eigenaar = :eigenaar ORDER BY z.gemaakt_op DESC, z.id LIMIT 1000
     ) lijst`,
    { eigenaar },
  );
  return rows[0]?.zaken ?? [];
}

/** A zaak as who filed it sees it: only what is meant for him. */
export interface ZaakFeiten extends Omit<KopFeiten, 'ongelezen'> {
  versie: number;
  eigenaar: string | null;
  gemachtigde: string | null;
  opgeschortSinds: string | null;
  aanvullingGevraagd: string[];
  punt: Zaak['punt'];
  geometrie: Zaak['geometrie'];
  indiener: { naam: string; namens: string | null } | null;
  email: string | null;
  telefoon: string | null;
  oordeelId: string | null;
  stappen: { titel: string; regels: { vraag: string; antwoord: string }[] }[];
  bijlagen: Zaak['bijlagen'];
  documenten: Zaak['documenten'];
  berichten: Zaak['berichten'];
  bekendmakingen: Zaak['bekendmakingen'];
  bezwaren: Bezwaar[];
  bezwaarTegen: Zaak['bezwaarTegen'];
  tevredenheid: number | null;
  tijdlijn: Zaak['tijdlijn'];
}

async function load(db: Knex, waar: string, bindings: Record<string, string>): Promise<ZaakFeiten[]> {
  const { rows } = await db.raw<{ rows: { zaak: ZaakFeiten }[] }>(
    `SELECT json_build_object(
       ${standSql}, ${lijstenSql}, 'nogNodig', coalesce(${nogNodigSql}, '[]'),
       'eigenaar', z.eigenaar, 'gemachtigde', z.gemachtigde,
       'punt', json_build_object('x', round(ST_X(z.punt)::numeric, 2), 'y', round(ST_Y(z.punt)::numeric, 2)),
       'geometrie', ${geojson('coalesce(z.vlak, z.punt)')},
       'indiener', z.formulier->'ontvangst'->'indiener',
       'email', ${emailSql},
       'telefoon', CASE WHEN z.formulier->'contact' IS NULL THEN z.formulier->'antwoorden'->>'contactTelefoon'
         ELSE z.formulier->'contact'->>'telefoon' END,
       'stappen', coalesce(z.formulier->'ontvangst'->'stappen', '[]'),
       'documenten', coalesce((
         SELECT json_agg(json_build_object('id', d.id, 'soort', d.soort, 'titel', d.titel, 'gemaaktOp', d.gemaakt_op)
           ORDER BY d.gemaakt_op, d.id)
         FROM zaak_document d WHERE d.zaak_id = z.id AND d.zichtbaar_voor_aanvrager), '[]'),
       'tevredenheid', (SELECT t.cijfer FROM zaak_tevredenheid t WHERE t.zaak_id = z.id),
       'tijdlijn', coalesce((
         SELECT json_agg(json_build_object('id', e.id::text, 'soort', e.soort, 'wanneer', e.wanneer, 'tekst', e.tekst)
           ORDER BY e.id)
         FROM zaak_gebeurtenis e WHERE e.zaak_id = z.id AND e.zichtbaar_voor_aanvrager), '[]')
     ) AS zaak
     FROM zaak z WHERE ${waar}`,
    bindings,
  );
  return rows.map(({ zaak }) => zaak);
}

/** @param slot keeps it for this transaction */
export async function findZaak(db: Knex, id: string, slot = false): Promise<ZaakFeiten | null> {
  if (slot) await db.raw('SELECT FROM zaak WHERE id = CAST(:id AS uuid) FOR UPDATE', { id });
  const [zaak] = await load(db, 'z.id = CAST(:id AS uuid)', { id });
  return zaak ?? null;
}

/** Everything of everything, for who wants to keep it himself. */
export const loadUitvoer = (db: Knex, eigenaar: string): Promise<ZaakFeiten[]> =>
  load(db, 'z.eigenaar = :eigenaar ORDER BY z.gemaakt_op, z.id', { eigenaar });

export const markeerGelezen = async (db: Knex, zaakId: string): Promise<void> => {
  await db.raw(
    `UPDATE zaak_bericht SET gelezen_op = now()
     WHERE zaak_id = CAST(:zaakId AS uuid) AND van = 'gemeente' AND gelezen_op IS NULL`,
    { zaakId },
  );
};

/** Once; a second time it takes the place of the first. */
export const writeTevredenheid = async (
  trx: Knex,
  oordeel: { zaak_id: string; cijfer: number; toelichting: string },
): Promise<void> => {
  await trx('zaak_tevredenheid').insert(oordeel).onConflict('zaak_id').merge();
};

export const writeContact = async (
  trx: Knex,
  id: string,
  contact: { email: string | null; telefoon: string | null },
): Promise<void> => {
  await trx.raw(
    `UPDATE zaak SET formulier = jsonb_set(formulier, '{contact}', CAST(:contact AS jsonb)), gewijzigd_op = now()
     WHERE id = CAST(:id AS uuid)`,
    { id, contact: JSON.stringify(contact) },
  );
};

export const writeGemachtigde = async (trx: Knex, id: string, gemachtigde: string): Promise<void> => {
  await trx('zaak').where({ id }).update({ gemachtigde, gewijzigd_op: trx.fn.now() });
};

/** Zaken that were taken back longer ago. */
export async function loadLangIngetrokken(
  db: Knex,
  duur: string,
): Promise<{ id: string; eigenaar: string | null; bevoegdGezag: string }[]> {
  const { rows } = await db.raw(
    `SELECT id, eigenaar, bevoegd_gezag AS "bevoegdGezag" FROM zaak
     WHERE status = 'ingetrokken' AND gewijzigd_op <= now() - CAST(:duur AS interval) ORDER BY gewijzigd_op LIMIT 5000`,
    { duur },
  );
  return rows;
}

/**
 * Removes a zaak with all that belongs to it; only what was published stays.
 *
 * @returns the keys under which the bytes of its files were stored
 */
export async function deleteZaak(trx: Knex.Transaction, id: string): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { sleutel: string }[] }>(
    `SELECT sleutel FROM bijlage WHERE zaak_id = CAST(:id AS uuid)
     UNION ALL SELECT b.sleutel FROM bijlage b JOIN zienswijze w ON w.id = b.zienswijze_id WHERE w.zaak_id = CAST(:id AS uuid)
     UNION ALL SELECT sleutel FROM burenbrief WHERE zaak_id = CAST(:id AS uuid) AND sleutel IS NOT NULL
     UNION ALL SELECT sleutel FROM zaak_document WHERE zaak_id = CAST(:id AS uuid) AND sleutel IS NOT NULL`,
    { id },
  );
  await trx('bijlage')
    .whereIn('zienswijze_id', trx('zienswijze').where({ zaak_id: id }).select('id'))
    .delete();
  await trx('bekendmaking').where({ zaak_id: id }).update({ zaak_id: null });
  for (const deel of [
    'post',
    'zaak_document',
    'zaak_advies',
    'bijlage',
    'zaak_bericht',
    'zaak_bezwaar',
    'zaak_tevredenheid',
    'overdracht',
    'zienswijze',
    'initiatief',
    'burenbrief',
    'zaak_gebeurtenis',
  ]) {
    await trx(deel).where({ zaak_id: id }).delete();
  }
  await trx('zaak').where({ id }).delete();
  return rows.map(({ sleutel }) => sleutel);
}
