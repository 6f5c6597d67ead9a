import type { Knex } from 'knex';
import { emailSql } from '../behandelen/queries.ts';
import { geojson } from '../geo/queries.ts';
import type { OverTeDragen } from './domain/zaak.ts';

/** The outbox row of a zaak, in the transaction of what was filed or done. */
export const noteerOverdracht = async (trx: Knex, zaakId: string): Promise<void> => {
  await trx.raw('INSERT INTO overdracht (zaak_id) VALUES (CAST(:zaakId AS uuid)) ON CONFLICT DO NOTHING', { zaakId });
};

/** What decides where a zaak goes; null: there is no such zaak. */
export async function findBestemming(
  db: Knex,
  zaakId: string,
): Promise<{ bevoegdGezag: string; zaaktype: string } | null> {
  const { rows } = await db.raw(
    'SELECT bevoegd_gezag AS "bevoegdGezag", zaaktype FROM zaak WHERE id = CAST(:zaakId AS uuid)',
    { zaakId },
  );
  return rows[0] ?? null;
}

/**
 * Takes the handover of a zaak for this worker.
 *
 * @returns false when another has it
 */
export async function neemOverdracht(db: Knex, zaakId: string, seconden: number): Promise<boolean> {
  const { rows } = await db.raw(
    `UPDATE overdracht SET bezig_tot = now() + :seconden * interval '1 second'
     WHERE zaak_id = CAST(:zaakId AS uuid) AND (bezig_tot IS NULL OR bezig_tot <= now()) RETURNING true`,
    { zaakId, seconden },
  );
  return rows.length > 0;
}

export const laatOverdracht = async (db: Knex, zaakId: string): Promise<void> => {
  await db.raw('UPDATE overdracht SET bezig_tot = NULL WHERE zaak_id = CAST(:zaakId AS uuid)', { zaakId });
};

/** Where the zaak stands in the zaaksysteem, from the moment that it is there: a notificatie can follow at once. */
export const noteerUrl = async (db: Knex, zaakId: string, url: string): Promise<void> => {
  await db.raw('UPDATE overdracht SET url = :url WHERE zaak_id = CAST(:zaakId AS uuid)', { zaakId, url });
};

/** The zaak stands there as it was at this versie. */
export const rondOverdrachtAf = async (
  trx: Knex,
  zaakId: string,
  { versie, status, statusUrl }: { versie: number; status: string; statusUrl: string | null },
): Promise<void> => {
  await trx.raw(
    `UPDATE overdracht SET versie = :versie, status = :status, status_url = CAST(:statusUrl AS text),
       overgedragen_op = now()
     WHERE zaak_id = CAST(:zaakId AS uuid)`,
    { zaakId, versie, status, statusUrl },
  );
};

export interface OverdrachtRij {
  zaakId: string;
  url: string;
  versie: number;
  statusUrl: string | null;
}

const overdrachtKolommen = `o.zaak_id AS "zaakId", o.url, o.versie, o.status_url AS "statusUrl"`;

/** The zaak that stands at this address in the zaaksysteem; null: none of ours. */
export async function findOpUrl(db: Knex, url: string): Promise<(OverdrachtRij & { eigenaar: string | null }) | null> {
  const { rows } = await db.raw(
    `SELECT ${overdrachtKolommen}, z.eigenaar FROM overdracht o JOIN zaak z ON z.id = o.zaak_id WHERE o.url = :url`,
    { url },
  );
  return rows[0] ?? null;
}

/** @param slot keeps it for this transaction. Null: it does not stand in the zaaksysteem */
export async function findOverdracht(db: Knex, zaakId: string, slot = false): Promise<OverdrachtRij | null> {
  const { rows } = await db.raw(
    `SELECT ${overdrachtKolommen} FROM overdracht o WHERE o.zaak_id = CAST(:zaakId AS uuid) AND o.url IS NOT NULL ${slot ? 'FOR UPDATE' : ''}`,
    { zaakId },
  );
  return rows[0] ?? null;
}

/** A zaak with all that goes to the zaaksysteem, in one statement; null: there is no such zaak. */
export async function loadOverTeDragen(db: Knex, zaakId: string): Promise<OverTeDragen | null> {
  const { rows } = await db.raw<{ rows: { zaak: OverTeDragen }[] }>(
    `SELECT json_build_object(
       'id', z.id, 'kenmerk', z.kenmerk, 'versie', z.versie, 'zaaktype', z.zaaktype, 'bevoegdGezag', z.bevoegd_gezag,
       'eigenaar', z.eigenaar, 'statusDaar', (SELECT o.status FROM overdracht o WHERE o.zaak_id = z.id), 'isGemachtigd', z.gemachtigde IS NOT NULL,
       'omschrijving', z.omschrijving, 'status', z.status, 'resultaat', z.resultaat, 'procedure', z.procedure,
       'ontvangenOp', z.ontvangen_op, 'uitersteDatum', z.uiterste_datum, 'opgeschortSinds', z.opgeschort_sinds,
       'verlengdMetWeken', z.verlengd_met_weken, 'verzondenOp', z.verzonden_op, 'terInzageOp', z.ter_inzage_op,
       'gemaaktOp', z.gemaakt_op, 'gewijzigdOp', z.gewijzigd_op,
       'geometrie', ${geojson('coalesce(z.vlak, z.punt)')},
       'indiener', z.formulier->'ontvangst'->'indiener', 'organisatie', z.formulier->'organisatie',
       'email', ${emailSql},
       'telefoon', CASE WHEN z.formulier->'contact' IS NULL THEN z.formulier->'antwoorden'->>'contactTelefoon'
         ELSE z.formulier->'contact'->>'telefoon' END,
       'antwoorden', z.formulier->'antwoorden',
       'oordeel', (SELECT json_build_object('uitkomst', o.inhoud::jsonb->>'uitkomst', 'regelVersies', o.inhoud::jsonb->'regelVersies')
         FROM oordeel o WHERE o.id = z.oordeel_id),
       'percelen', coalesce((
         SELECT json_agg(json_build_object('aanduiding', naam, 'identificatie', (
           SELECT p.identificatie FROM perceel p WHERE p.kadastrale_aanduiding = naam ORDER BY p.identificatie LIMIT 1))
           ORDER BY plek)
         FROM unnest(z.perceel) WITH ORDINALITY AS een (naam, plek)), '[]'),
       'adres', (
         SELECT json_build_object('identificatie', a.identificatie, 'straat', a.straat, 'huisnummer', a.huisnummer,
           'huisletter', a.huisletter, 'toevoeging', a.toevoeging, 'postcode', a.postcode, 'woonplaats', a.woonplaats)
         FROM adres a WHERE a.weergave = z.adres AND ST_DWithin(a.geom, z.punt, 100)
         ORDER BY a.geom <-> z.punt, a.identificatie LIMIT 1),
       'bestanden', (
         SELECT coalesce(json_agg(bestand ORDER BY bestand."gemaaktOp", bestand.id), '[]') FROM (
           SELECT b.id, 'bijlage' AS soort, b.naam AS titel, b.naam, b.mediatype, b.sleutel, NULL::jsonb AS inhoud,
             b.gemaakt_op AS "gemaaktOp"
           FROM bijlage b WHERE b.zaak_id = z.id AND b.mediatype IS NOT NULL
           UNION ALL
           SELECT d.id, d.soort, d.titel, d.titel || '.pdf', d.mediatype, d.sleutel, d.inhoud, d.gemaakt_op
           FROM zaak_document d WHERE d.zaak_id = z.id
         ) bestand),
       'redenen', coalesce((
         SELECT json_object_agg(soort, tekst) FROM (
           SELECT DISTINCT ON (e.soort) e.soort, e.tekst FROM zaak_gebeurtenis e
           WHERE e.zaak_id = z.id AND e.zichtbaar_voor_aanvrager ORDER BY e.soort, e.id DESC
         ) laatste), '{}'),
       'besluit', (
         SELECT json_build_object('gepubliceerd', b.gepubliceerd, 'inWerking', b.in_werking)
         FROM bekendmaking k JOIN besluit b USING (identificatie)
         WHERE k.zaak_id = z.id AND k.soort NOT IN ('aanvraag', 'verlengd', 'ontwerp', 'ingetrokken')
         ORDER BY b.gepubliceerd DESC, b.identificatie DESC LIMIT 1)
     ) AS zaak
     FROM zaak z WHERE z.id = CAST(:zaakId AS uuid)`,
    { zaakId },
  );
  return rows[0]?.zaak ?? null;
}
