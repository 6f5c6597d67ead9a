import type { Knex } from 'knex';
import type { BesluitSoort } from '../besluiten/contract.ts';
import type { Zienswijze } from './contract.ts';

/** A notice with what decides who may react to it. Days are YYYY-MM-DD. */
export interface BesluitRij {
  identificatie: string;
  soort: BesluitSoort;
  onderwerp: string;
  titel: string;
  procedure: 'regulier' | 'uitgebreid' | null;
  bevoegdGezag: string;
  gemeenteCode: string | null;
  eigen: boolean;
  gepubliceerd: string;
  verzonden: string | null;
  terInzage: string | null;
  url: string | null;
  punt: { x: number; y: number };
  zaakId: string | null;
  initiatief: { kenmerk: string; reagerenTot: string | null } | null;
  later: { identificatie: string; soort: BesluitSoort; titel: string } | null;
}

export async function findBesluit(db: Knex, identificatie: string): Promise<BesluitRij | null> {
  const { rows } = await db.raw<{ rows: BesluitRij[] }>(
    `SELECT b.identificatie, b.soort, b.onderwerp, b.titel, b.procedure, b.bevoegd_gezag AS "bevoegdGezag",
       b.gemeente_code AS "gemeenteCode", b.gepubliceerd::text, b.verzonden::text, b.ter_inzage::text AS "terInzage",
       b.url, k.zaak_id AS "zaakId",
       json_build_object('x', round(b.midden[0]::numeric, 2), 'y', round(b.midden[1]::numeric, 2)) AS punt,
       lower(b.bevoegd_gezag) = b.gemeente_code OR EXISTS (
         SELECT FROM gemeente g WHERE g.code = b.gemeente_code
           AND lower(b.bevoegd_gezag) IN (lower(g.naam), 'gemeente ' || lower(g.naam))) AS eigen,
       (SELECT json_build_object('kenmerk', z.kenmerk, 'reagerenTot', i.reageren_tot)
        FROM initiatief i JOIN zaak z ON z.id = i.zaak_id WHERE i.zaak_id = k.zaak_id AND i.zichtbaar) AS initiatief,
       (SELECT json_build_object('identificatie', l.identificatie, 'soort', l.soort, 'titel', l.titel)
        FROM besluit l
        WHERE l.zaaknummer = b.zaaknummer AND l.bevoegd_gezag = b.bevoegd_gezag AND l.bron_id = b.bron_id
          AND (l.gepubliceerd, l.identificatie) > (b.gepubliceerd, b.identificatie)
        ORDER BY l.gepubliceerd DESC, l.identificatie DESC LIMIT 1) AS later
     FROM besluit b LEFT JOIN bekendmaking k USING (identificatie)
     WHERE b.identificatie = :identificatie`,
    { identificatie },
  );
  return rows[0] ?? null;
}

export interface NieuweZienswijze extends Omit<Zienswijze, 'kenmerk' | 'zaak' | 'gemeente' | 'bijlagen'> {
  zaakId: string | null;
  bevoegdGezag: string;
  eigenaar: string;
  ingediendDoor: string;
  inhoudHash: string;
}

/** A page for everybody about the plan of a zaak, as far as reacting depends on it. */
export async function findPlan(
  db: Knex,
  kenmerk: string,
): Promise<{ zaakId: string; titel: string; bevoegdGezag: string; reagerenTot: string | null } | null> {
  const { rows } = await db.raw(
    `SELECT i.zaak_id AS "zaakId", i.titel, z.bevoegd_gezag AS "bevoegdGezag", i.reageren_tot::text AS "reagerenTot"
     FROM zaak z JOIN initiatief i ON i.zaak_id = z.id WHERE z.kenmerk = :kenmerk AND i.zichtbaar`,
    { kenmerk },
  );
  return rows[0] ?? null;
}

/** Keeps it once: with an id that is there already nothing changes. @returns false when it was there */
export async function insertZienswijze(trx: Knex, nieuw: NieuweZienswijze): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `INSERT INTO zienswijze (id, kenmerk, soort, besluit, zaak_id, titel, bevoegd_gezag, eigenaar, ingediend_door, naam,
       namens, adres, email, belang, tekst, ontvangen_op, uiterlijk, inhoud_hash)
     SELECT CAST(:id AS uuid), 'R-' || left(:ontvangenOp, 4) || '-' || lpad(nummer, greatest(6, length(nummer)), '0'),
       :soort, CAST(:besluit AS text), CAST(:zaakId AS uuid), :titel, :bevoegdGezag, :eigenaar, :ingediendDoor, :naam,
       CAST(:namens AS text), CAST(:adres AS text), CAST(:email AS text), CAST(:belang AS text), :tekst,
       CAST(:ontvangenOp AS date), CAST(:uiterlijk AS date), :inhoudHash
     FROM (SELECT nextval('zienswijze_nummer')::text AS nummer) volgnummer
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    { ...nieuw },
  );
  return rows.length > 0;
}

/** As the database has it: with whose it is, for the log. */
export interface ZienswijzeRij extends Zienswijze {
  eigenaar: string;
  bevoegdGezag: string;
  zaakId: string | null;
  /** Of all that was sent; null: of before this was kept. */
  inhoudHash: string | null;
}

const kolommen = `w.id, w.kenmerk, w.soort, w.besluit, z.kenmerk AS zaak, w.titel, w.naam, w.namens, w.adres, w.email,
  w.belang, w.tekst, w.ontvangen_op::text AS "ontvangenOp", w.uiterlijk::text, w.eigenaar,
  w.bevoegd_gezag AS "bevoegdGezag", w.zaak_id AS "zaakId", w.inhoud_hash AS "inhoudHash",
  'Gemeente ' || coalesce((SELECT g.naam FROM gemeente g WHERE g.code = w.bevoegd_gezag), w.bevoegd_gezag) AS gemeente,
  (SELECT coalesce(json_agg(json_build_object('id', b.id, 'naam', b.naam, 'bytes', b.bytes, 'sha256', b.sha256)
     ORDER BY b.gemaakt_op, b.id), '[]') FROM bijlage b WHERE b.zienswijze_id = w.id) AS bijlagen`;

export async function findZienswijze(db: Knex, id: string): Promise<ZienswijzeRij | null> {
  const { rows } = await db.raw<{ rows: ZienswijzeRij[] }>(
    `SELECT ${kolommen} FROM zienswijze w LEFT JOIN zaak z ON z.id = w.zaak_id WHERE w.id = CAST(:id AS uuid)`,
    { id },
  );
  return rows[0] ?? null;
}

/**
 * Those of an eigenaar, or those of these authorities, the newest first.
 *
 * @param zaak only those on this zaak
 */
export async function loadZienswijzen(
  db: Knex,
  van: { eigenaar: string } | { gezag: readonly string[] },
  zaak: string | null,
  maximum: number,
): Promise<{ totaal: number; zienswijzen: ZienswijzeRij[] }> {
  const { rows } = await db.raw<{ rows: (ZienswijzeRij & { totaal: number })[] }>(
    `SELECT ${kolommen}, count(*) OVER ()::integer AS totaal
     FROM zienswijze w LEFT JOIN zaak z ON z.id = w.zaak_id
     WHERE ${'eigenaar' in van ? 'w.eigenaar = :eigenaar' : 'w.bevoegd_gezag = ANY(CAST(:gezag AS text[]))'}
       ${zaak ? 'AND w.zaak_id = CAST(:zaak AS uuid)' : ''}
     ORDER BY w.gemaakt_op DESC, w.id LIMIT :maximum`,
    { ...('eigenaar' in van ? van : { gezag: [...van.gezag] }), ...(zaak && { zaak }), maximum },
  );
  return {
    totaal: rows[0]?.totaal ?? 0,
    zienswijzen: rows.map(({ totaal: _, ...rij }) => rij),
  };
}
