import type { Knex } from 'knex';
import { gebiedSql, omhullendeJson } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import { catalogus } from '../lagen/catalogus/index.ts';
import type { Kaartbeeld } from './contract.ts';
import type { RegeltekstKenmerk } from './domain/inhoud.ts';
import { type KaartFeiten, kaartLabels, kaartLagen, zichtbaarM2 } from './domain/kaartbeeld.ts';

/** How each of these regelteksten is known, without its text. One that is gone is left out. */
export async function loadRegeltekstKenmerken(db: Knex, ids: readonly number[]): Promise<RegeltekstKenmerk[]> {
  const { rows } = await db.raw<{ rows: RegeltekstKenmerk[] }>(
    `SELECT id, identificatie, volgorde, encode(sha256(convert_to(tekst, 'UTF8')), 'hex') AS sha256
     FROM regeltekst WHERE id = ANY(CAST(:ids AS int[]))`,
    { ids },
  );
  return rows;
}

/** The smallest perceel at a point with the box around it, RD metres; null: none is known there. */
export async function findPerceelVak(
  db: Knex,
  { x, y }: RdPunt,
): Promise<{ identificatie: string; vak: Kaartbeeld['vak'] } | null> {
  const { rows } = await db.raw<{ rows: { identificatie: string; vak: Kaartbeeld['vak'] }[] }>(
    `WITH ${gebiedSql}
     SELECT identificatie, ${omhullendeJson('geom')} AS vak FROM gebied WHERE is_perceel`,
    { x, y },
  );
  return rows[0] ?? null;
}

/** As many objects as a picture may hold. */
const maximumObjecten = 6_000;

const bronnenVan = (ids: readonly string[]) =>
  ids.flatMap((id) => {
    const laag = catalogus.find((kandidaat) => kandidaat.id === id);
    if (!laag || laag.objecten.bindings.length > 0) throw new Error(`The catalogue has no plain layer ${id}`);
    return [{ id, sql: laag.objecten.sql, velden: laag.velden }];
  });

/** What lies in a part of the map, as the layers of the catalogue show it, in one statement. */
export async function loadKaartFeiten(
  db: Knex,
  { schaal, vak }: Pick<Kaartbeeld, 'schaal' | 'vak'>,
  perceel: string | null,
): Promise<KaartFeiten> {
  const veld = (velden: readonly string[], naam: string, type: string) =>
    velden.includes(naam) ? `${naam}::${type}` : `NULL::${type}`;
  const objecten = bronnenVan(kaartLagen).map(
    ({ id, sql, velden }) => `
      SELECT '${id}' AS laag, sleutel, ${veld(velden, 'klasse', 'text')} AS klasse,
        ${veld(velden, 'hoogte', 'int')} AS hoogte, geom
      FROM (${sql}) o, vak
      WHERE geom && vak.box AND (ST_Dimension(geom) < 2 OR ST_Area(geom) >= :zichtbaar)`,
  );
  const labels = bronnenVan(kaartLabels).map(
    ({ id, sql, velden }) => `
      SELECT '${id}' AS laag, sleutel, naam AS tekst, ${veld(velden, 'hoek', 'float8')} AS hoek, geom
      FROM (${sql}) o, vak
      WHERE geom && vak.box`,
  );
  const { rows } = await db.raw(
    `WITH vak AS (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, 28992) AS box),
     object AS MATERIALIZED (
       SELECT * FROM (${objecten.join(' UNION ALL ')}) o ORDER BY sleutel, laag LIMIT :maximum + 1
     ),
     label AS (SELECT * FROM (${labels.join(' UNION ALL ')}) l ORDER BY laag, sleutel LIMIT :maximum)
     SELECT json_build_object(
       'objecten', (
         SELECT json_agg(json_build_object('laag', laag, 'sleutel', sleutel, 'klasse', klasse, 'hoogte', hoogte,
           'geometrie', ST_AsGeoJSON(geom, 2)::json))
         FROM object
       ),
       'labels', (
         SELECT json_agg(json_build_object('laag', laag, 'sleutel', sleutel, 'tekst', tekst, 'hoek', hoek,
           'punt', json_build_object('x', round(ST_X(geom)::numeric, 2), 'y', round(ST_Y(geom)::numeric, 2))))
         FROM label
       ),
       'perceel', (SELECT ST_AsGeoJSON(geom, 2)::json FROM perceel WHERE identificatie = :perceel),
       'onvolledig', (SELECT count(*) > :maximum FROM object)
     ) AS feiten`,
    {
      minX: vak[0],
      minY: vak[1],
      maxX: vak[2],
      maxY: vak[3],
      zichtbaar: zichtbaarM2(schaal),
      maximum: maximumObjecten,
      perceel,
    },
  );
  return rows[0].feiten;
}

/** An extract as it is kept. */
export interface UittrekselRij {
  id: string;
  hash: string;
  /** Canonical JSON. */
  inhoud: string;
  gemaaktOp: Date;
  /** YYYY-MM-DD. */
  bewaardTot: string;
}

const kolommen = 'id, hash, inhoud, gemaakt_op AS "gemaaktOp", bewaard_tot::text AS "bewaardTot"';

/**
 * Keeps an extract. What is kept already is not kept twice: it stays as it was first made, and is kept longer. Clears
 * away what nobody has to keep any more.
 *
 * @param maximumPerUur of new extracts in an hour, of everybody together
 * @returns null: that maximum is reached
 */
export async function keepUittreksel(
  db: Knex,
  rij: Pick<UittrekselRij, 'hash' | 'inhoud' | 'bewaardTot'> & { peildata: Record<string, string>; vandaag: string },
  maximumPerUur: number,
): Promise<UittrekselRij | null> {
  const { rows } = await db.raw<{ rows: UittrekselRij[] }>(
    `WITH verlopen AS (DELETE FROM uittreksel WHERE bewaard_tot < CAST(:vandaag AS date) AND hash <> :hash)
     INSERT INTO uittreksel (hash, inhoud, peildata, bewaard_tot)
     SELECT :hash, :inhoud, CAST(:peildata AS jsonb), CAST(:bewaardTot AS date)
     WHERE EXISTS (SELECT FROM uittreksel WHERE hash = :hash)
       OR (SELECT count(*) FROM uittreksel WHERE gemaakt_op > now() - interval '1 hour') < :maximum
     ON CONFLICT (hash) DO UPDATE SET bewaard_tot = greatest(uittreksel.bewaard_tot, excluded.bewaard_tot)
     RETURNING ${kolommen}`,
    { ...rij, peildata: JSON.stringify(rij.peildata), maximum: maximumPerUur },
  );
  return rows[0] ?? null;
}

/** An extract by its id; null: never made, or no longer kept. */
export async function loadUittreksel(db: Knex, id: string): Promise<UittrekselRij | null> {
  const { rows } = await db.raw<{ rows: UittrekselRij[] }>(`SELECT ${kolommen} FROM uittreksel WHERE id = ?`, [id]);
  return rows[0] ?? null;
}
