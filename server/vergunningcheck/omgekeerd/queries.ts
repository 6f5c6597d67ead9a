import type { Knex } from 'knex';
import { randGrens } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import { markeerLagenVerouderd } from '../../lagen/queries.ts';
import type { Kaartuitkomst, Vergunningkaart } from './contract.ts';
import type { Kaartwoorden } from './domain.ts';

/** Tables whose content the check looks at. */
const bronTabellen = [
  'gemeente',
  'buurt',
  'perceel',
  'pand',
  'adres',
  'omstandigheid',
  'omstandigheid_dekking',
  'regeling',
  'toepasbare_regel',
];

const geldt = (rij: string) =>
  `(${rij}.geldig_vanaf IS NULL OR ${rij}.geldig_vanaf <= CAST(:dag AS date))
   AND (${rij}.geldig_tot IS NULL OR ${rij}.geldig_tot > CAST(:dag AS date))`;

/** Per gemeente of this installation: what its map follows from, as one text. Another text: the map is old. */
export async function loadVingerafdrukken(db: Knex, dag: string): Promise<Map<string, string>> {
  const { rows } = await db.raw<{ rows: { code: string; afdruk: string }[] }>(
    `SELECT g.code, md5(concat_ws('|',
       (SELECT string_agg(b.id || b.geladen_op::text, ',' ORDER BY b.id) FROM bron b
        WHERE jsonb_exists_any(b.aantallen, CAST(:bronTabellen AS text[]))),
       (SELECT string_agg(r.id::text, ',' ORDER BY r.id) FROM regeling r WHERE NOT r.ontwerp AND ${geldt('r')}),
       (SELECT string_agg(t.inhoud_hash, ',' ORDER BY t.inhoud_hash) FROM toepasbare_regel t
        WHERE t.gemeente_code = g.code AND ${geldt('t')})
     )) AS afdruk
     FROM (SELECT DISTINCT gemeente_code AS code FROM bron WHERE gemeente_code IS NOT NULL) g
     WHERE EXISTS (
       SELECT FROM perceel p WHERE p.bron_id IN (SELECT id FROM bron b WHERE b.gemeente_code = g.code)
     )`,
    { dag, bronTabellen },
  );
  return new Map(rows.map(({ code, afdruk }) => [code, afdruk]));
}

/** A server that gives no sign of life for this long has died. */
const DOOD_NA = `interval '5 minutes'`;

/** Takes it upon this server to make the map of a gemeente, when it is old and nobody else does. */
export async function claimVergunningkaart(db: Knex, gemeenteCode: string, vingerafdruk: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `INSERT INTO vergunningkaart AS v (gemeente_code, bezig_sinds) VALUES (:gemeenteCode, now())
     ON CONFLICT (gemeente_code) DO UPDATE SET bezig_sinds = now()
     WHERE v.vingerafdruk IS DISTINCT FROM :vingerafdruk AND (v.bezig_sinds IS NULL OR v.bezig_sinds < now() - ${DOOD_NA})
     RETURNING 1`,
    { gemeenteCode, vingerafdruk },
  );
  return rows.length > 0;
}

export async function toonVergunningkaartBezig(db: Knex, gemeenteCode: string, bezig: boolean): Promise<void> {
  await db.raw(
    'UPDATE vergunningkaart SET bezig_sinds = CASE WHEN :bezig THEN now() END WHERE gemeente_code = :gemeenteCode',
    {
      gemeenteCode,
      bezig,
    },
  );
}

/**
 * Percelen of a gemeente after `na`, in the order of their identificatie, each as the JSON text of a PerceelRij: what of
 * the words lies on it, by the same rules as the check of a single place.
 */
export async function loadPerceelRijen(
  db: Knex,
  vraag: { gemeenteCode: string; dag: string; woorden: Kaartwoorden; na: string; aantal: number },
): Promise<{ identificatie: string; rij: string }[]> {
  const { woorden, ...rest } = vraag;
  const { rows } = await db.raw(
    `WITH blok AS MATERIALIZED (
       SELECT p.identificatie, p.geom, ST_Area(p.geom) AS m2, ST_PointOnSurface(p.geom) AS punt, b.gemeente_code
       FROM perceel p JOIN bron b ON b.id = p.bron_id
       WHERE b.gemeente_code = :gemeenteCode AND p.identificatie > :na ORDER BY p.identificatie LIMIT :aantal
     ),
     regeling_nu AS MATERIALIZED (
       SELECT r.id, r.geom, r.bestuurslaag, b.gemeente_code FROM regeling r JOIN bron b ON b.id = r.bron_id
       WHERE NOT r.ontwerp AND ${geldt('r')}
     ),
     omstandigheid_nu AS MATERIALIZED (
       SELECT id, thema, omschrijving FROM omstandigheid WHERE thema = ANY(CAST(:themas AS text[]))
     ),
     naam AS MATERIALIZED (
       SELECT l.id, l.regeling_id, l.noemer AS naam FROM locatie l
       JOIN regeling_nu r ON r.id = l.regeling_id
       WHERE lower(l.noemer) LIKE ANY(CAST(:begin AS text[]))
       UNION
       SELECT l.id, l.regeling_id, a.naam FROM gebiedsaanwijzing a
       JOIN gebiedsaanwijzing_locatie t ON t.gebiedsaanwijzing_id = a.id
       JOIN locatie l ON l.id = t.locatie_id
       JOIN regeling_nu r ON r.id = l.regeling_id
       WHERE lower(a.naam) LIKE ANY(CAST(:begin AS text[]))
     )
     SELECT g.identificatie, json_build_object(
       'identificatie', g.identificatie,
       'gemeenteCode', coalesce(
         (SELECT code FROM gemeente WHERE ST_Covers(gemeente.geom, g.punt) ORDER BY code LIMIT 1), g.gemeente_code
       ),
       'buurt', (SELECT code FROM buurt WHERE ST_Covers(buurt.geom, g.punt) ORDER BY code LIMIT 1),
       'm2', g.m2,
       'punt', json_build_object('x', ST_X(g.punt), 'y', ST_Y(g.punt)),
       'regelingen', (
         SELECT json_agg(r.id) FROM regeling_nu r
         WHERE (r.geom IS NULL OR ST_Intersects(r.geom, g.geom))
           AND (r.bestuurslaag <> 'gemeente' OR r.gemeente_code IS NULL OR r.gemeente_code = g.gemeente_code)
       ),
       'gebieden', (
         SELECT json_agg(json_build_array(naam.naam, naam.regeling_id))
         FROM (
           SELECT d.locatie_id, CASE WHEN max(ST_Dimension(d.geom)) = 2 THEN
             sum(CASE WHEN ST_Covers(d.geom, g.geom) THEN g.m2 ELSE ST_Area(ST_Intersection(d.geom, g.geom, 0.001)) END) END AS m2
           FROM (
             SELECT deel.locatie_id, deel.geom FROM locatie_deel deel
             WHERE deel.geom && g.geom AND deel.locatie_id IN (SELECT id FROM naam) OFFSET 0
           ) d
           WHERE ST_Intersects(d.geom, g.geom)
           GROUP BY d.locatie_id
         ) raakt JOIN naam ON naam.id = raakt.locatie_id
         WHERE raakt.m2 IS NULL OR raakt.m2 >= :raaktM2
       ),
       'vlakken', (
         SELECT json_agg(json_build_array(thema, omschrijving, m2))
         FROM (
           SELECT o.thema, o.omschrijving, CASE WHEN max(ST_Dimension(d.geom)) = 2 THEN
             sum(CASE WHEN ST_Covers(d.geom, g.geom) THEN g.m2 ELSE ST_Area(ST_Intersection(d.geom, g.geom, 0.001)) END) END AS m2
           FROM (
             SELECT deel.omstandigheid_id, deel.geom FROM omstandigheid_deel deel
             WHERE deel.geom && g.geom AND deel.omstandigheid_id IN (SELECT id FROM omstandigheid_nu) OFFSET 0
           ) d
           JOIN omstandigheid_nu o ON o.id = d.omstandigheid_id
           WHERE ST_Intersects(d.geom, g.geom)
           GROUP BY o.id, o.thema, o.omschrijving
         ) vlak WHERE m2 IS NULL OR m2 >= :raaktM2
       ),
       'dekkingen', (
         SELECT json_agg(json_build_array(thema, m2))
         FROM (
           SELECT thema, CASE WHEN bool_or(heel) THEN g.m2
             ELSE ST_Area(ST_Union(ST_Intersection(d.geom, g.geom, 0.001), 0.001) FILTER (WHERE NOT heel)) END AS m2
           FROM (
             SELECT thema, geom, ST_Covers(geom, g.geom) AS heel
             FROM omstandigheid_dekking WHERE thema = ANY(CAST(:themas AS text[])) AND ST_Intersects(geom, g.geom)
             OFFSET 0
           ) d
           GROUP BY thema
         ) dekking WHERE m2 >= :raaktM2
       ),
       'adressen', (
         SELECT json_build_array(count(*), count(*) FILTER (WHERE cardinality(gebruiksdoelen) > 0),
           count(*) FILTER (WHERE 'woonfunctie' = ANY(gebruiksdoelen)))
         FROM adres WHERE ST_Covers(g.geom, adres.geom)
       ),
       'vorm', ST_AsGeoJSON(g.geom, 3)::json
     )::text AS rij
     FROM blok g ORDER BY g.identificatie`,
    {
      ...rest,
      themas: woorden.themas,
      begin: woorden.gebieden.map((begin) => `${begin.replaceAll(/[\\%_]/g, '\\$&')}%`),
      raaktM2: randGrens.raaktM2,
    },
  );
  return rows;
}

/** One area of the map: a MultiPolygon in RD as GeoJSON text. */
export interface VergunningVlak {
  werkzaamheid: string;
  uitkomst: Kaartuitkomst;
  percelen: number;
  vorm: string;
}

/** How many percelen of a buurt have one outcome. */
export interface BuurtTelling {
  werkzaamheid: string;
  uitkomst: Kaartuitkomst;
  /** Code; '': percelen that lie in no buurt. */
  buurt: string;
  percelen: number;
}

/** Puts a new map in the place of the old one; its tiles are made again. */
export async function replaceVergunningkaart(
  db: Knex,
  gemeenteCode: string,
  vingerafdruk: string,
  { vlakken, tellingen }: { vlakken: readonly VergunningVlak[]; tellingen: readonly BuurtTelling[] },
): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw('DELETE FROM vergunningkaart_vlak WHERE gemeente_code = ?', [gemeenteCode]);
    await trx.raw('DELETE FROM vergunningkaart_buurt WHERE gemeente_code = ?', [gemeenteCode]);
    for (const { werkzaamheid, uitkomst, percelen, vorm } of vlakken) {
      await trx.raw(
        `INSERT INTO vergunningkaart_vlak (gemeente_code, werkzaamheid, uitkomst, percelen, oppervlakte_m2, geom)
         SELECT :gemeenteCode, :werkzaamheid, :uitkomst, :percelen, ST_Area(geom), geom
         FROM (
           SELECT ST_Multi(CASE WHEN ST_IsValid(geom) THEN geom
             ELSE ST_CollectionExtract(ST_MakeValid(geom), 3) END) AS geom
           FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON(:vorm), 28992) AS geom OFFSET 0) gegeven
           OFFSET 0
         ) v WHERE NOT ST_IsEmpty(geom)`,
        { gemeenteCode, werkzaamheid, uitkomst, percelen, vorm },
      );
    }
    await trx.raw(
      `INSERT INTO vergunningkaart_buurt (gemeente_code, werkzaamheid, uitkomst, buurt_code, percelen)
       SELECT :gemeenteCode, werkzaamheid, uitkomst, buurt, percelen
       FROM json_to_recordset(CAST(:tellingen AS json)) AS t (werkzaamheid text, uitkomst text, buurt text, percelen integer)`,
      { gemeenteCode, tellingen: JSON.stringify(tellingen) },
    );
    await trx.raw(
      'UPDATE vergunningkaart SET vingerafdruk = :vingerafdruk, gemaakt_op = now(), bezig_sinds = NULL WHERE gemeente_code = :gemeenteCode',
      { gemeenteCode, vingerafdruk },
    );
    await markeerLagenVerouderd(trx, ['vergunningkaart_vlak']);
  });
}

/** How much of the map has which outcome, and in which buurten; of all gemeenten together. */
export async function loadVergunningkaart(
  db: Knex,
  werkzaamheid: string,
): Promise<Pick<Vergunningkaart, 'gemaaktOp' | 'uitkomsten'>> {
  const { rows } = await db.raw<{ rows: [Pick<Vergunningkaart, 'gemaaktOp' | 'uitkomsten'>] }>(
    `WITH per_buurt AS (
       SELECT t.uitkomst, b.naam, sum(t.percelen)::integer AS percelen
       FROM vergunningkaart_buurt t LEFT JOIN buurt b ON b.code = t.buurt_code
       WHERE t.werkzaamheid = :werkzaamheid GROUP BY t.uitkomst, t.buurt_code, b.naam
     )
     SELECT
       (SELECT to_char(min(gemaakt_op) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') FROM vergunningkaart
        WHERE gemaakt_op IS NOT NULL) AS "gemaaktOp",
       (SELECT coalesce(json_agg(json_build_object('uitkomst', uitkomst, 'percelen', percelen, 'oppervlakteM2', m2,
          'buurten', (
            SELECT coalesce(json_agg(json_build_object('naam', naam, 'percelen', percelen)
              ORDER BY percelen DESC, naam COLLATE "und-x-icu"), '[]')
            FROM per_buurt b WHERE b.uitkomst = v.uitkomst
          ))), '[]')
        FROM (
          SELECT uitkomst, sum(percelen)::integer AS percelen, round(sum(oppervlakte_m2))::float8 AS m2
          FROM vergunningkaart_vlak WHERE werkzaamheid = :werkzaamheid GROUP BY uitkomst
        ) v) AS uitkomsten`,
    { werkzaamheid },
  );
  return rows[0];
}

/** What the map says at places, per werkzaamheid; at a place without perceel nothing. */
export async function loadUitkomstenOp(db: Knex, punten: readonly RdPunt[]): Promise<Record<string, string[]>[]> {
  const { rows } = await db.raw<{ rows: { uitkomsten: Record<string, string[]> | null }[] }>(
    `SELECT (
       SELECT json_object_agg(werkzaamheid, uitkomsten) FROM (
         SELECT v.werkzaamheid, json_agg(v.uitkomst ORDER BY v.uitkomst) AS uitkomsten
         FROM vergunningkaart_vlak v WHERE ST_Covers(v.geom, ST_SetSRID(ST_MakePoint(punt.x, punt.y), 28992))
         GROUP BY v.werkzaamheid
       ) hier
     ) AS uitkomsten
     FROM unnest(CAST(:x AS float8[]), CAST(:y AS float8[])) WITH ORDINALITY AS punt (x, y, volgorde)
     ORDER BY punt.volgorde`,
    { x: punten.map(({ x }) => x), y: punten.map(({ y }) => y) },
  );
  return rows.map(({ uitkomsten }) => uitkomsten ?? {});
}
