import type { Knex } from 'knex';
import { geojson } from '../geo/queries.ts';
import type { Status } from '../indienen/domain/status.ts';
import type { Dossier } from './contract.ts';
import type { Procedure } from './domain/termijn.ts';

/** A zaak with all that belongs to it, as the database has it. */
export interface DossierFeiten {
  id: string;
  kenmerk: string;
  versie: number;
  zaaktype: string;
  bevoegdGezag: string;
  gemeente: string;
  eigenaar: string | null;
  omschrijving: string;
  plaats: string;
  punt: { x: number; y: number };
  geometrie: Dossier['geometrie'];
  status: Status;
  procedure: Procedure;
  resultaat: string | null;
  ontvangenOp: string;
  termijnVanaf: string | null;
  uitersteDatum: string | null;
  opgeschortSinds: string | null;
  opgeschorteDagen: number;
  verlengdMetWeken: number | null;
  aanvullenTot: string | null;
  aanvullingGevraagd: string[];
  volledigheid: Record<string, 'aanwezig' | 'ontbreekt' | 'nvt'>;
  terInzageOp: string | null;
  verzondenOp: string | null;
  behandelaar: string | null;
  behandelaarNaam: string | null;
  publiekeOmschrijving: string | null;
  besluitConcept: Dossier['besluitConcept'];
  antwoorden: Record<string, string | number | boolean | string[]>;
  indiener: { naam: string; namens: string | null } | null;
  email: string | null;
  oordeelId: string | null;
  stappen: { titel: string; regels: { vraag: string; antwoord: string }[] }[];
  bijlagen: Dossier['bijlagen'];
  documenten: Dossier['documenten'];
  adviezen: Dossier['adviezen'];
  berichten: Dossier['berichten'];
  bekendmakingen: Dossier['bekendmakingen'];
  bezwaren: Bezwaar[];
  bezwaarTegen: Dossier['bezwaarTegen'];
  gebeurtenissen: (Dossier['verloop'][number] & { gegevens: Record<string, unknown> })[];
}

/** A bezwaar against the besluit of a zaak. */
export interface Bezwaar {
  /** The zaak that it became; null: of before a bezwaar was a zaak. */
  zaakId: string | null;
  kenmerk: string | null;
  gronden: string;
  ontvangenOp: string;
  uiterlijk: string | null;
  /** Of who filed the zaak that it is against. */
  eigen: boolean;
}

/** Where a zaak is, in words. */
export const plaatsSql = `coalesce(z.adres, 'perceel ' || z.perceel[1], z.formulier->'plaats'->>'naam', 'een plek op de kaart')`;

/** Mail of who filed a zaak `z`, as it was put right last: also when it was taken away. */
export const emailSql = `CASE WHEN z.formulier->'contact' IS NULL THEN z.formulier->'ontvangst'->>'email'
  ELSE z.formulier->'contact'->>'email' END`;

/** Lists of a zaak `z`, that both who filed it and who handles it see. */
export const lijstenSql = `
  'bijlagen', coalesce((
    SELECT json_agg(json_build_object('id', b.id, 'naam', b.naam, 'soort', b.soort, 'mediatype', b.mediatype,
      'bytes', b.bytes, 'gemaaktOp', b.gemaakt_op) ORDER BY b.gemaakt_op, b.id)
    FROM bijlage b WHERE b.zaak_id = z.id), '[]'),
  'berichten', coalesce((
    SELECT json_agg(json_build_object('id', m.id, 'van', m.van, 'tekst', m.tekst, 'wanneer', m.wanneer)
      ORDER BY m.wanneer, m.id)
    FROM zaak_bericht m WHERE m.zaak_id = z.id), '[]'),
  'bekendmakingen', coalesce((
    SELECT json_agg(json_build_object('identificatie', k.identificatie, 'soort', k.soort, 'titel', k.titel,
      'tekst', k.tekst, 'gepubliceerd', k.gepubliceerd) ORDER BY k.gepubliceerd, k.identificatie)
    FROM bekendmaking k WHERE k.zaak_id = z.id), '[]'),
  'bezwaren', coalesce((
    SELECT json_agg(json_build_object('zaakId', bz.id, 'kenmerk', bz.kenmerk, 'gronden', w.gronden,
      'ontvangenOp', w.ontvangen_op, 'uiterlijk', w.uiterlijk,
      'eigen', bz.id IS NULL OR bz.eigenaar = z.eigenaar) ORDER BY w.gemaakt_op, w.id)
    FROM zaak_bezwaar w LEFT JOIN zaak bz ON bz.id = w.bezwaar_zaak_id WHERE w.zaak_id = z.id), '[]'),
  'bezwaarTegen', (
    SELECT json_build_object('besluit', w.besluit, 'titel', w.besluit_titel, 'ontvangenOp', w.ontvangen_op,
      'uiterlijk', w.uiterlijk, 'zaakId', w.zaak_id)
    FROM zaak_bezwaar w WHERE w.bezwaar_zaak_id = z.id)`;

/** Columns of a zaak `z` on which term and next step depend. */
export const standSql = `
  'id', z.id, 'kenmerk', z.kenmerk, 'versie', z.versie, 'zaaktype', z.zaaktype, 'omschrijving', z.omschrijving,
  'plaats', ${plaatsSql}, 'status', z.status, 'procedure', z.procedure, 'resultaat', z.resultaat,
  'ontvangenOp', z.ontvangen_op, 'termijnVanaf', z.termijn_vanaf, 'uitersteDatum', z.uiterste_datum, 'opgeschortSinds', z.opgeschort_sinds,
  'opgeschorteDagen', z.opgeschorte_dagen, 'verlengdMetWeken', z.verlengd_met_weken,
  'aanvullenTot', z.aanvullen_tot, 'aanvullingGevraagd', to_json(z.aanvulling_gevraagd),
  'terInzageOp', z.ter_inzage_op, 'verzondenOp', z.verzonden_op, 'oordeelId', z.oordeel_id`;

/** @param slot keeps it for this transaction. Null: there is no such zaak. */
export async function loadDossier(db: Knex, id: string, slot = false): Promise<DossierFeiten | null> {
  if (slot) await db.raw('SELECT FROM zaak WHERE id = CAST(:id AS uuid) FOR UPDATE', { id });
  const { rows } = await db.raw<{ rows: { dossier: DossierFeiten }[] }>(
    `SELECT json_build_object(
       ${standSql}, ${lijstenSql},
       'bevoegdGezag', z.bevoegd_gezag,
       'gemeente', 'Gemeente ' || coalesce((SELECT g.naam FROM gemeente g WHERE g.code = z.bevoegd_gezag), z.bevoegd_gezag),
       'eigenaar', z.eigenaar, 'behandelaar', z.behandelaar, 'behandelaarNaam', z.behandelaar_naam,
       'punt', json_build_object('x', round(ST_X(z.punt)::numeric, 2), 'y', round(ST_Y(z.punt)::numeric, 2)),
       'geometrie', ${geojson('coalesce(z.vlak, z.punt)')},
       'volledigheid', z.volledigheid, 'publiekeOmschrijving', z.publieke_omschrijving,
       'besluitConcept', z.besluit_concept, 'antwoorden', z.formulier->'antwoorden',
       'indiener', z.formulier->'ontvangst'->'indiener', 'email', ${emailSql},
       'stappen', coalesce(z.formulier->'ontvangst'->'stappen', '[]'),
       'documenten', coalesce((
         SELECT json_agg(json_build_object('id', d.id, 'soort', d.soort, 'titel', d.titel, 'gemaaktOp', d.gemaakt_op)
           ORDER BY d.gemaakt_op, d.id)
         FROM zaak_document d WHERE d.zaak_id = z.id), '[]'),
       'adviezen', coalesce((
         SELECT json_agg(json_build_object('id', a.id, 'aanRol', a.aan_rol, 'vraag', a.vraag,
           'gevraagdOp', a.gevraagd_op, 'uiterlijk', a.uiterlijk, 'uitkomst', a.uitkomst, 'advies', a.advies,
           'gegevenOp', a.gegeven_op) ORDER BY a.gevraagd_op, a.id)
         FROM zaak_advies a WHERE a.zaak_id = z.id), '[]'),
       'gebeurtenissen', (
         SELECT coalesce(json_agg(json_build_object('id', e.id::text, 'soort', e.soort, 'wanneer', e.wanneer,
           'doorRol', e.door_rol, 'tekst', e.tekst, 'gegevens', e.gegevens,
           'zichtbaarVoorAanvrager', e.zichtbaar_voor_aanvrager) ORDER BY e.id), '[]')
         FROM zaak_gebeurtenis e WHERE e.zaak_id = z.id)
     ) AS dossier
     FROM zaak z WHERE z.id = CAST(:id AS uuid)`,
    { id },
  );
  return rows[0]?.dossier ?? null;
}

/** Whose the zaak is and who may handle it; null: there is no such zaak. */
export async function findZaak(
  db: Knex,
  id: string,
): Promise<{ bevoegdGezag: string; eigenaar: string | null } | null> {
  const { rows } = await db.raw(
    'SELECT bevoegd_gezag AS "bevoegdGezag", eigenaar FROM zaak WHERE id = CAST(:id AS uuid)',
    { id },
  );
  return rows[0] ?? null;
}

/** Columns that an act changes. What is left out stays as it is. */
export interface ZaakWijziging {
  status?: Status;
  resultaat?: string | null;
  procedure?: Procedure;
  uiterste_datum?: string | null;
  opgeschort_sinds?: string | null;
  opgeschorte_dagen?: number;
  verlengd_met_weken?: number;
  aanvullen_tot?: string | null;
  aanvulling_gevraagd?: string[];
  volledigheid?: string;
  ter_inzage_op?: string;
  verzonden_op?: string;
  behandelaar?: string | null;
  behandelaar_naam?: string | null;
  publieke_omschrijving?: string;
  besluit_concept?: string | null;
}

export interface Gebeurtenis {
  soort: string;
  tekst: string;
  gegevens?: Record<string, unknown>;
  /** As usual the aanvrager sees it, and gets a mail that there is news. */
  intern?: boolean;
  /** Goes along with the mail. */
  documentId?: string;
}

/** Changes a zaak and writes down what happened, in the transaction of the act. Without a change its versie stays. */
export async function wijzigZaak(
  trx: Knex,
  id: string,
  doorRol: string,
  wijziging: ZaakWijziging,
  { soort, tekst, gegevens = {}, intern = false }: Gebeurtenis,
): Promise<void> {
  if (Object.keys(wijziging).length > 0) {
    await trx('zaak')
      .where({ id })
      .update({ ...wijziging, versie: trx.raw('versie + 1'), gewijzigd_op: trx.fn.now() });
  }
  await trx('zaak_gebeurtenis').insert({
    zaak_id: id,
    soort,
    door_rol: doorRol,
    tekst,
    gegevens: JSON.stringify(gegevens),
    zichtbaar_voor_aanvrager: !intern,
  });
}

export const insertBericht = async (
  trx: Knex,
  bericht: { zaak_id: string; van: 'aanvrager' | 'gemeente'; door: string; tekst: string },
): Promise<void> => {
  await trx('zaak_bericht').insert(bericht);
};

/** @returns its id */
export async function insertDocument(
  trx: Knex,
  document: { zaak_id: string; soort: string; titel: string; inhoud: string; sha256: string },
): Promise<string> {
  const [rij] = await trx('zaak_document').insert(document).returning('id');
  return rij.id;
}

export async function findDocument(
  db: Knex,
  zaakId: string,
  id: string,
): Promise<{ soort: string; titel: string; inhoud: unknown; zichtbaar: boolean } | null> {
  const { rows } = await db.raw(
    `SELECT soort, titel, inhoud, zichtbaar_voor_aanvrager AS zichtbaar FROM zaak_document
     WHERE id = CAST(:id AS uuid) AND zaak_id = CAST(:zaakId AS uuid)`,
    { id, zaakId },
  );
  return rows[0] ?? null;
}

export async function insertAdvies(
  trx: Knex,
  advies: { zaak_id: string; aan_rol: string; vraag: string; gevraagd_op: string; uiterlijk: string },
  bijlagen: readonly string[],
): Promise<void> {
  await trx.raw(
    `WITH nieuw AS (
       INSERT INTO zaak_advies (zaak_id, aan_rol, vraag, gevraagd_op, uiterlijk)
       VALUES (:zaak_id, :aan_rol, :vraag, :gevraagd_op, :uiterlijk) RETURNING id, zaak_id
     )
     INSERT INTO zaak_advies_bijlage (advies_id, bijlage_id)
     SELECT nieuw.id, b.id FROM nieuw JOIN bijlage b ON b.zaak_id = nieuw.zaak_id AND b.id = ANY(CAST(:bijlagen AS uuid[]))`,
    { ...advies, bijlagen: [...bijlagen] },
  );
}
