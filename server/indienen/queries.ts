import type { Knex } from 'knex';
import { gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { Persoon } from '../toegang/domain.ts';
import { type Ontvangst, type Plaats, zienswijzeConcept } from './contract.ts';
import type { Antwoorden } from './zaaktypes/zaaktype.ts';

export interface ConceptRij {
  id: string;
  zaaktype: string;
  eigenaar: string | null;
  geheimHash: Buffer | null;
  antwoorden: Antwoorden;
  plaats: Plaats | null;
  oordeelId: string | null;
  stap: string;
  versie: number;
  gewijzigdOp: string;
  verlooptOp: string;
}

const conceptKolommen = `id, zaaktype, eigenaar, geheim_hash AS "geheimHash", antwoorden, plaats,
  oordeel_id AS "oordeelId", stap, versie, to_json(gewijzigd_op)#>>'{}' AS "gewijzigdOp",
  to_json(verloopt_op)#>>'{}' AS "verlooptOp"`;

const dagenErbij = `now() + :dagen * interval '1 day'`;

/**
 * Makes a concept; with an id that is there already nothing changes.
 *
 * @returns false when too many were begun without login in the last hour
 */
export async function insertConcept(
  db: Knex,
  nieuw: {
    id: string;
    zaaktype: string;
    eigenaar: string | null;
    geheimHash: Buffer | null;
    antwoorden: Antwoorden;
    plaats: Plaats | null;
    oordeelId: string | null;
  },
  { dagen, anoniemPerUur }: { dagen: number; anoniemPerUur: number },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { ruimte: boolean }[] }>(
    `WITH ruimte AS (
       SELECT CAST(:eigenaar AS text) IS NOT NULL OR :anoniemPerUur > (
         SELECT count(*) FROM concept WHERE eigenaar IS NULL AND gemaakt_op > now() - interval '1 hour') AS er
     ), erbij AS (
       INSERT INTO concept (id, zaaktype, eigenaar, geheim_hash, antwoorden, plaats, oordeel_id, verloopt_op)
       SELECT :id, :zaaktype, CAST(:eigenaar AS text), CAST(:geheimHash AS bytea), CAST(:antwoorden AS jsonb),
         CAST(:plaats AS jsonb), (SELECT o.id FROM oordeel o WHERE o.id = CAST(:oordeelId AS uuid)), ${dagenErbij}
       FROM ruimte WHERE er
       ON CONFLICT (id) DO NOTHING
     )
     SELECT er AS ruimte FROM ruimte`,
    { ...nieuw, antwoorden: JSON.stringify(nieuw.antwoorden), plaats: json(nieuw.plaats), dagen, anoniemPerUur },
  );
  return rows[0]?.ruimte === true;
}

const json = (waarde: unknown) => (waarde === null ? null : JSON.stringify(waarde));

/** @param slot nobody else changes or sends it until this transaction ends */
export async function findConcept(db: Knex, id: string, slot = false): Promise<ConceptRij | null> {
  const { rows } = await db.raw<{ rows: ConceptRij[] }>(
    `SELECT ${conceptKolommen} FROM concept WHERE id = CAST(:id AS uuid) AND verloopt_op > now() ${slot ? 'FOR UPDATE' : ''}`,
    { id },
  );
  return rows[0] ?? null;
}

/** The concepts of somebody that can become a zaak, the last changed first. */
export async function loadConcepten(
  db: Knex,
  eigenaar: string,
): Promise<{ id: string; zaaktype: string; plaatsNaam: string | null; gewijzigdOp: string; verlooptOp: string }[]> {
  const { rows } = await db.raw(
    `SELECT id, zaaktype, plaats->>'naam' AS "plaatsNaam", to_json(gewijzigd_op)#>>'{}' AS "gewijzigdOp",
       to_json(verloopt_op)#>>'{}' AS "verlooptOp"
     FROM concept WHERE eigenaar = :eigenaar AND zaaktype <> :zonder AND verloopt_op > now()
     ORDER BY gewijzigd_op DESC LIMIT 100`,
    { eigenaar, zonder: zienswijzeConcept },
  );
  return rows;
}

/** @returns null when it was changed after `versie` was seen */
export async function updateConcept(
  db: Knex,
  nieuw: {
    id: string;
    versie: number;
    eigenaar: string | null;
    antwoorden: Antwoorden;
    plaats: Plaats | null;
    oordeelId: string | null;
    stap: string;
  },
  dagen: number,
): Promise<ConceptRij | null> {
  const { rows } = await db.raw<{ rows: ConceptRij[] }>(
    `UPDATE concept SET eigenaar = CAST(:eigenaar AS text), antwoorden = CAST(:antwoorden AS jsonb),
       plaats = CAST(:plaats AS jsonb),
       oordeel_id = (SELECT o.id FROM oordeel o WHERE o.id = CAST(:oordeelId AS uuid)), stap = :stap,
       versie = versie + 1, gewijzigd_op = now(), verloopt_op = ${dagenErbij}
     WHERE id = CAST(:id AS uuid) AND versie = :versie
     RETURNING ${conceptKolommen}`,
    { ...nieuw, antwoorden: JSON.stringify(nieuw.antwoorden), plaats: json(nieuw.plaats), dagen },
  );
  return rows[0] ?? null;
}

/** Its bijlagen stay behind without concept, to be cleared away with their bytes. */
export const deleteConcept = async (db: Knex, id: string): Promise<void> => {
  await db('concept').where({ id }).delete();
};

export async function deleteVerlopenConcepten(db: Knex): Promise<void> {
  await db.raw('DELETE FROM concept WHERE verloopt_op <= now()');
}

/** What lies at the place of a zaak. */
export interface Plek {
  gemeenteCode: string | null;
  gemeenteNaam: string | null;
  /** We speak for this gemeente. */
  eigen: boolean;
  percelen: string[];
  adres: string | null;
}

/** In one statement: the gemeente, the percelen under the point and the outline, and the nearest adres on them. */
export async function loadPlek(db: Knex, { x, y, vlak }: Plaats): Promise<Plek> {
  const { rows } = await db.raw<{ rows: Plek[] }>(
    `WITH ${gebiedSql},
     vorm AS (SELECT CASE WHEN CAST(:wkt AS text) IS NULL THEN g.punt
       ELSE ST_MakeValid(ST_GeomFromText(:wkt, 28992)) END AS geom FROM gebied g),
     onder AS MATERIALIZED (
       SELECT p.kadastrale_aanduiding, p.geom FROM vorm
       JOIN perceel p ON ST_Intersects(p.geom, vorm.geom)
       ORDER BY ST_Area(ST_Intersection(p.geom, vorm.geom)) DESC, p.kadastrale_aanduiding LIMIT 20
     )
     SELECT g.gemeente_code AS "gemeenteCode",
       (SELECT naam FROM gemeente WHERE code = g.gemeente_code) AS "gemeenteNaam",
       EXISTS (SELECT FROM bron b WHERE b.gemeente_code = g.gemeente_code) AS eigen,
       coalesce((SELECT json_agg(kadastrale_aanduiding) FROM onder), '[]') AS percelen,
       (SELECT a.weergave FROM adres a WHERE ST_DWithin(a.geom, g.punt, 60)
        ORDER BY NOT EXISTS (SELECT FROM onder o WHERE ST_Covers(o.geom, a.geom)), a.geom <-> g.punt, a.identificatie
        LIMIT 1) AS adres
     FROM gebied g`,
    { x, y, wkt: wktVan(vlak) },
  );
  return rows[0] as Plek;
}

/** A ring as a polygon in WKT, closed. */
function wktVan(vlak: Plaats['vlak']): string | null {
  if (!vlak) return null;
  const [eerste] = vlak;
  const hoeken = [...vlak, ...(eerste ? [eerste] : [])].map(([x, y]) => `${x} ${y}`);
  return `POLYGON((${hoeken.join(',')}))`;
}

/** A zaak as far as who filed it needs to see the receipt. */
export interface ZaakKop {
  id: string;
  conceptId: string;
  idempotentie: string;
  eigenaar: string | null;
  geheimHash: Buffer | null;
  ontvangst: Ontvangst;
}

const zaakKop = `SELECT id, concept_id AS "conceptId", idempotentie, eigenaar, geheim_hash AS "geheimHash",
  formulier->'ontvangst' AS ontvangst FROM zaak`;

export async function findZaakKop(
  db: Knex,
  van: { id: string } | { conceptId: string; idempotentie: string },
): Promise<ZaakKop | null> {
  const { rows } = await db.raw<{ rows: ZaakKop[] }>(
    `${zaakKop} WHERE ${'id' in van ? 'id = CAST(:id AS uuid)' : 'concept_id = CAST(:conceptId AS uuid) OR idempotentie = CAST(:idempotentie AS uuid)'}`,
    { ...van },
  );
  return rows[0] ?? null;
}

/** The next kenmerk: each is given once, and one may be left out. */
export async function nextKenmerk(db: Knex, jaar: string): Promise<string> {
  const { rows } = await db.raw<{ rows: { nummer: string }[] }>(`SELECT nextval('zaak_nummer')::text AS nummer`);
  return `Z-${jaar}-${(rows[0]?.nummer ?? '').padStart(6, '0')}`;
}

export interface NieuweZaak {
  id: string;
  kenmerk: string;
  zaaktype: string;
  bevoegdGezag: string;
  eigenaar: string | null;
  ingediendDoor: string | null;
  gemachtigde: string | null;
  geheimHash: Buffer | null;
  omschrijving: string;
  plaats: Plaats;
  percelen: readonly string[];
  adres: string | null;
  formulier: {
    antwoorden: Antwoorden;
    plaats: Plaats;
    ontvangst: Ontvangst;
    /** With which company somebody had logged in. */
    organisatie: Persoon['organisatie'];
  };
  oordeelId: string | null;
  idempotentie: string;
  conceptId: string;
  procedure: string;
  ontvangenOp: string;
  uitersteDatum: string | null;
  termijnVanaf: string | null;
  gebeurtenis: { doorRol: string; tekst: string };
  document: { titel: string; inhoud: unknown };
}

/**
 * Turns a concept into a zaak: the zaak, its bijlagen, its first event and its receipt, in one statement.
 *
 * @returns the id of the receipt
 */
export async function insertZaak(trx: Knex.Transaction, zaak: NieuweZaak): Promise<string> {
  const { plaats, formulier, gebeurtenis, document, percelen, ...velden } = zaak;
  const { rows } = await trx.raw<{ rows: { documentId: string }[] }>(
    `WITH nieuw AS (
       INSERT INTO zaak (id, kenmerk, zaaktype, bevoegd_gezag, eigenaar, ingediend_door, gemachtigde, geheim_hash,
         omschrijving, punt, vlak, perceel, adres, formulier, oordeel_id, idempotentie, concept_id, procedure,
         ontvangen_op, uiterste_datum, termijn_vanaf)
       VALUES (:id, :kenmerk, :zaaktype, :bevoegdGezag, CAST(:eigenaar AS text), CAST(:ingediendDoor AS text),
         CAST(:gemachtigde AS text), CAST(:geheimHash AS bytea), :omschrijving,
         ST_SetSRID(ST_MakePoint(:x, :y), 28992),
         ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_GeomFromText(CAST(:wkt AS text), 28992)), 3)),
         CAST(:percelen AS text[]), CAST(:adres AS text), CAST(:formulier AS jsonb), CAST(:oordeelId AS uuid),
         :idempotentie, :conceptId, :procedure, CAST(:ontvangenOp AS date), CAST(:uitersteDatum AS date),
         CAST(:termijnVanaf AS date))
       RETURNING id
     ), mee AS (
       UPDATE bijlage SET zaak_id = nieuw.id, concept_id = NULL FROM nieuw
       WHERE concept_id = CAST(:conceptId AS uuid) AND status = 'gekeurd'
     ), gebeurd AS (
       INSERT INTO zaak_gebeurtenis (zaak_id, soort, door_rol, tekst) SELECT id, 'ontvangen', :doorRol, :tekst FROM nieuw
     )
     INSERT INTO zaak_document (zaak_id, soort, titel, inhoud)
     SELECT id, 'ontvangstbevestiging', :titel, CAST(:inhoud AS jsonb) FROM nieuw
     RETURNING id AS "documentId"`,
    {
      ...velden,
      x: plaats.x,
      y: plaats.y,
      wkt: wktVan(plaats.vlak),
      percelen: [...percelen],
      formulier: JSON.stringify(formulier),
      ...gebeurtenis,
      titel: document.titel,
      inhoud: JSON.stringify(document.inhoud),
    },
  );
  return rows[0]?.documentId as string;
}

/** Ties a bezwaar that became a zaak to the besluit that it is against. */
export const insertBezwaar = async (
  trx: Knex,
  bezwaar: {
    zaak_id: string | null;
    bezwaar_zaak_id: string;
    besluit: string;
    besluit_titel: string;
    gronden: string;
    ontvangen_op: string;
    uiterlijk: string | null;
  },
): Promise<void> => {
  await trx('zaak_bezwaar').insert(bezwaar);
};

export interface Meldplek {
  plek: { x: number; y: number; naam: string; soort: 'voorwerp' | 'straat' | 'punt'; afstandM: number };
  inDeBuurt: { categorie: string; ontvangenOp: string; afstandM: number }[];
}

/** Surfaces of the BGT that are no thing by themselves, in the order of the street first. */
const straatSoorten = ['wegdeel', 'ondersteunendwegdeel'];
const voorwerpSoorten = [
  'paal',
  'straatmeubilair',
  'bord',
  'put',
  'kast',
  'bak',
  'mast',
  'vegetatieobject',
  'installatie',
];

/**
 * Puts a melding where it belongs: on a thing within 5 m, else on the street within 25 m, else where it was asked; named
 * after the nearest adres. With the open meldingen of the same kind around that place.
 */
export async function loadMeldplek(
  db: Knex,
  { x, y, categorie, straalM }: RdPunt & { categorie: string; straalM: number },
): Promise<Meldplek> {
  const { rows } = await db.raw<{ rows: { antwoord: Meldplek }[] }>(
    `WITH q AS (SELECT ST_SetSRID(ST_MakePoint(:x, :y), 28992) AS punt),
     kandidaat AS (
       (SELECT 'voorwerp' AS soort, b.soort AS ding, ST_ClosestPoint(b.geom, q.punt) AS geom, 1 AS rang
        FROM q JOIN bgt_object b ON b.soort = ANY(CAST(:voorwerpen AS text[])) AND ST_DWithin(b.geom, q.punt, 5)
        ORDER BY ST_Distance(b.geom, q.punt), b.identificatie LIMIT 1)
       UNION ALL
       (SELECT 'straat', b.soort, ST_ClosestPoint(b.geom, q.punt), 2
        FROM q JOIN bgt_object b ON b.soort = ANY(CAST(:straten AS text[])) AND ST_DWithin(b.geom, q.punt, 25)
        ORDER BY ST_Distance(b.geom, q.punt), b.identificatie LIMIT 1)
       UNION ALL SELECT 'punt', NULL, q.punt, 3 FROM q
     ),
     plek AS MATERIALIZED (SELECT * FROM kandidaat ORDER BY rang LIMIT 1),
     buur AS (
       SELECT a.straat, a.weergave FROM plek JOIN adres a ON ST_DWithin(a.geom, plek.geom, 150)
       ORDER BY a.geom <-> (SELECT geom FROM plek), a.identificatie LIMIT 1
     )
     SELECT json_build_object(
       'plek', json_build_object(
         'x', round(ST_X(plek.geom)::numeric, 2), 'y', round(ST_Y(plek.geom)::numeric, 2),
         'naam', concat_ws(' ', CASE plek.soort WHEN 'voorwerp' THEN initcap(plek.ding) WHEN 'straat' THEN 'Op straat'
             ELSE 'Op deze plek' END, coalesce('bij ' || (SELECT weergave FROM buur), '')),
         'soort', plek.soort,
         'afstandM', round(ST_Distance(plek.geom, q.punt)::numeric, 1)),
       'inDeBuurt', coalesce((
         SELECT json_agg(json_build_object('categorie', categorie, 'ontvangenOp', ontvangen_op, 'afstandM', afstand)
           ORDER BY afstand, ontvangen_op DESC)
         FROM (
           SELECT z.formulier->'antwoorden'->>'categorie' AS categorie, z.ontvangen_op,
             round(ST_Distance(z.punt, plek.geom)) AS afstand
           FROM zaak z
           WHERE z.zaaktype = 'melding-openbare-ruimte' AND z.status IN ('ontvangen', 'in-behandeling')
             AND ST_DWithin(z.punt, plek.geom, :straalM)
             AND (:categorie = '' OR z.formulier->'antwoorden'->>'categorie' = :categorie)
           ORDER BY ST_Distance(z.punt, plek.geom) LIMIT 10
         ) open
       ), '[]')) AS antwoord
     FROM plek, q`,
    { x, y, categorie, straalM, voorwerpen: voorwerpSoorten, straten: straatSoorten },
  );
  return rows[0]?.antwoord as Meldplek;
}
