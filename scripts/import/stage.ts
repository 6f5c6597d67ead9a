import type { Knex } from 'knex';
import { copyRows, type Value } from '../../db/copy.ts';
import type { TabelLevering } from './importer.ts';

/** Rows that wait in a temporary table until the old ones are gone. */
export interface Staged {
  target: string;
  stage: string;
  columns: string[];
  /** Columns of the primary key, when the levering gives them all. */
  key: string[];
  geometryColumn: string | null;
  merges: boolean;
}

export interface Inserted {
  aantal: number;
  hersteld: number;
  afgekeurd: { reden: string; aantal: number; voorbeelden: string[] }[];
}

interface Column {
  name: string;
  required: boolean;
  default: string | null;
  key: boolean;
}

/**
 * Reads one geometry (EWKT, hex EWKB or GeoJSON) and makes it fit for use: in RD, two-dimensional, arcs as lines that
 * stay within 1 mm of the arc, valid, of the asked kind (`punt`, `vlak` or `alles`). The parts of a collection become
 * one, so that what overlaps counts once. It never raises: `reden` tells what is wrong.
 */
const readGeometrie = `
  CREATE OR REPLACE FUNCTION pg_temp.read_geometrie(
    tekst text, soort text, srid integer, OUT geom geometry, OUT reden text, OUT hersteld boolean
  ) LANGUAGE plpgsql AS $function$
  BEGIN
    hersteld := false;
    IF tekst IS NULL THEN
      reden := 'de geometrie ontbreekt';
      RETURN;
    END IF;
    BEGIN
      geom := CASE WHEN tekst LIKE '{%' THEN ST_SetSRID(ST_GeomFromGeoJSON(tekst), srid) ELSE tekst::geometry END;
      geom := ST_Force2D(geom);
    EXCEPTION WHEN OTHERS THEN
      geom := NULL;
      reden := 'de geometrie is niet te lezen';
      RETURN;
    END;
    IF ST_SRID(geom) = srid AND srid <> 28992 AND NOT ST_IsEmpty(geom) THEN
      BEGIN
        geom := ST_Transform(geom, 28992);
      EXCEPTION WHEN OTHERS THEN
        geom := NULL;
        reden := 'de geometrie is niet om te rekenen naar RD';
        RETURN;
      END;
    END IF;
    IF ST_IsEmpty(geom) THEN
      reden := 'de geometrie is leeg';
    ELSIF ST_SRID(geom) <> 28992 THEN
      reden := 'de geometrie staat in EPSG:' || ST_SRID(geom) || ' en niet in EPSG:' || srid;
    ELSIF NOT coalesce(ST_XMin(geom) >= -7000 AND ST_XMax(geom) <= 300000
        AND ST_YMin(geom) >= 289000 AND ST_YMax(geom) <= 629000, false) THEN
      reden := 'de geometrie ligt niet in Nederland (RD, EPSG:28992)';
    END IF;
    IF reden IS NOT NULL THEN
      geom := NULL;
      RETURN;
    END IF;
    IF ST_HasArc(geom) OR GeometryType(geom) ~ 'CURVE|SURFACE' THEN
      geom := ST_CurveToLine(geom, 0.001, 1, 1);
    END IF;
    IF NOT ST_IsValid(geom) THEN
      hersteld := true;
      geom := ST_CollectionExtract(ST_MakeValid(geom), ST_Dimension(geom) + 1);
    END IF;
    IF GeometryType(geom) = 'GEOMETRYCOLLECTION' THEN
      geom := ST_UnaryUnion(geom, 0.0001);
    END IF;
    IF soort = 'vlak' THEN
      geom := ST_Multi(ST_CollectionExtract(geom, 3));
    ELSIF soort = 'punt' AND GeometryType(geom) = 'MULTIPOINT' AND ST_NumGeometries(geom) = 1 THEN
      geom := ST_GeometryN(geom, 1);
    END IF;
    IF soort = 'punt' AND GeometryType(geom) <> 'POINT' THEN
      reden := 'de geometrie is geen punt';
    ELSIF ST_IsEmpty(geom) THEN
      reden := CASE soort WHEN 'vlak' THEN 'de geometrie heeft geen oppervlakte' ELSE 'de geometrie is leeg' END;
    END IF;
    IF reden IS NOT NULL THEN
      geom := NULL;
    END IF;
  END $function$`;

/** Makes the functions that live as long as this session. */
export async function prepareStage(trx: Knex.Transaction): Promise<void> {
  await trx.raw(readGeometrie);
}

let stages = 0;

/** Streams one table of a levering into a temporary table with the columns of its target, and judges each row. */
export async function stageTabel(
  trx: Knex.Transaction,
  bronId: string,
  tabel: TabelLevering,
  voortgang: (tekst: string) => void,
): Promise<Staged> {
  const { table, geometry } = tabel;
  const all = await columnsOf(trx, table);
  const given = tabel.columns.map((name) => {
    const column = all.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`${table} has no column ${name}`);
    return column;
  });
  stages += 1;
  const raw = `levering_${stages}_ruw`;
  const stage = `levering_${stages}`;
  const name = (column: string) => trx.raw('??', [column]).toQuery();

  const shape = given.map((column) =>
    column.name === geometry?.column ? `NULL::text AS ${name(column.name)}` : name(column.name),
  );
  await trx.raw(`
    CREATE TEMP TABLE ${raw} ON COMMIT DROP AS SELECT ${shape.join(', ')} FROM ${name(table)} WITH NO DATA;
    ALTER TABLE ${raw} ADD COLUMN rij_ bigint GENERATED ALWAYS AS IDENTITY`);
  const aantal = await copyRows(trx, raw, tabel.columns, counted(tabel, voortgang));

  voortgang(`${table}: ${aantal.toLocaleString('nl-NL')} rijen controleren`);
  const addsBron = all.some((column) => column.name === 'bron_id') && !tabel.columns.includes('bron_id');
  const geometryRequired = given.some((column) => column.name === geometry?.column && column.required);
  const value = (column: Column) => {
    if (column.name === geometry?.column) return `g.geom AS ${name(column.name)}`;
    return column.required && column.default
      ? `coalesce(r.${name(column.name)}, ${column.default}) AS ${name(column.name)}`
      : `r.${name(column.name)}`;
  };
  const missing = given
    .filter((column) => column.required && !column.default && column.name !== geometry?.column)
    .map((column) => `CASE WHEN r.${name(column.name)} IS NULL THEN 'het veld ${column.name} ontbreekt' END`);
  const remark =
    geometry && !geometryRequired ? `CASE WHEN r.${name(geometry.column)} IS NOT NULL THEN g.reden END` : 'NULL';
  await trx.raw(
    `CREATE TEMP TABLE ${stage} ON COMMIT DROP AS
     SELECT ${given.map(value).join(', ')}, r.rij_, ${geometry ? 'g.hersteld' : 'false'} AS hersteld_,
       (${remark})::text AS opmerking_,
       coalesce(${[...missing, geometryRequired ? 'g.reden' : 'NULL'].join(', ')})::text AS reden_
       ${addsBron ? `, ${trx.raw('?::text', [bronId]).toQuery()} AS bron_id` : ''}
     FROM ${raw} r
     ${geometry ? `CROSS JOIN LATERAL pg_temp.read_geometrie(r.${name(geometry.column)}, '${geometry.soort}', ${geometry.srid ?? 28992}) g` : ''}`,
  );
  await trx.raw(`DROP TABLE ${raw}`);

  const columns = [...tabel.columns, ...(addsBron ? ['bron_id'] : [])];
  const key = all.filter((column) => column.key).map((column) => column.name);
  return {
    target: table,
    stage,
    columns,
    key: key.every((column) => columns.includes(column)) ? key : [],
    geometryColumn: geometry?.column ?? null,
    merges: tabel.dubbel === 'samenvoegen',
  };
}

/**
 * Writes the staged rows into their table. Rejected are: a key that comes twice, a key that another bron has already
 * given, a reference to a row that is not there.
 */
export async function insertStaged(trx: Knex.Transaction, staged: Staged): Promise<Inserted> {
  const { target, stage, columns, key } = staged;
  const name = (column: string) => trx.raw('??', [column]).toQuery();
  const target_ = name(target);
  await trx.raw(`ANALYZE ${stage}`);
  if (key.length > 0) {
    const same = (a: string, b: string) =>
      key.map((column) => `${a}.${name(column)} = ${b}.${name(column)}`).join(' AND ');
    if (staged.merges && staged.geometryColumn) {
      const keys = key.map(name).join(', ');
      const geom = name(staged.geometryColumn);
      await trx.raw(`
        WITH groep AS (
          SELECT min(rij_) AS eerste, array_agg(rij_) AS rijen, ST_Multi(ST_Union(${geom})) AS geheel
          FROM ${stage} WHERE reden_ IS NULL GROUP BY ${keys} HAVING count(*) > 1
        ), weg AS (
          DELETE FROM ${stage} s USING groep WHERE s.rij_ = ANY(groep.rijen) AND s.rij_ <> groep.eerste
        )
        UPDATE ${stage} s SET ${geom} = groep.geheel FROM groep WHERE s.rij_ = groep.eerste`);
    }
    await trx.raw(`
      UPDATE ${stage} s SET reden_ = 'dezelfde sleutel komt vaker voor in de levering'
      FROM (SELECT rij_, row_number() OVER (PARTITION BY ${key.map(name).join(', ')} ORDER BY rij_) AS nummer
            FROM ${stage} WHERE reden_ IS NULL) dubbel
      WHERE dubbel.rij_ = s.rij_ AND dubbel.nummer > 1`);
    await trx.raw(
      columns.includes('bron_id')
        ? `UPDATE ${stage} s SET reden_ = 'dezelfde sleutel staat al in bron ' || t.bron_id
           FROM ${target_} t WHERE s.reden_ IS NULL AND ${same('t', 's')}`
        : `UPDATE ${stage} s SET reden_ = 'dezelfde sleutel staat er al'
           FROM ${target_} t WHERE s.reden_ IS NULL AND ${same('t', 's')}`,
    );
  }
  for (const { column, parent, parentColumn } of await referencesOf(trx, target)) {
    if (!columns.includes(column)) continue;
    await trx.raw(`
      UPDATE ${stage} s SET reden_ = 'verwijst naar een rij in ${parent} die er niet is'
      WHERE s.reden_ IS NULL AND s.${name(column)} IS NOT NULL
        AND NOT EXISTS (SELECT FROM ${name(parent)} p WHERE p.${name(parentColumn)} = s.${name(column)})`);
  }
  const list = columns.map(name).join(', ');
  // what lies together is stored together: who looks around a place reads few pages
  const order = staged.geometryColumn ? `${name(staged.geometryColumn)}, rij_` : 'rij_';
  const { rowCount } = await trx.raw(
    `INSERT INTO ${target_} (${list}) SELECT ${list} FROM ${stage} WHERE reden_ IS NULL ORDER BY ${order}`,
  );
  const label = name(key[0] ?? columns[0]!);
  const { rows: afgekeurd } = await trx.raw(`
    SELECT reden, count(*)::int AS aantal, (array_agg(label ORDER BY rij_))[1:5] AS voorbeelden
    FROM (
      SELECT rij_, coalesce(${label}::text, 'rij ' || rij_) AS label,
        '${target}: ' || coalesce(reden_, opmerking_ || '; de rij blijft, zonder geometrie') AS reden
      FROM ${stage}
    ) s WHERE reden IS NOT NULL GROUP BY reden`);
  const { rows: counts } = await trx.raw(
    `SELECT count(*)::int AS hersteld FROM ${stage} WHERE hersteld_ AND reden_ IS NULL`,
  );
  return { aantal: rowCount, hersteld: counts[0].hersteld, afgekeurd };
}

async function* counted(
  { table, rows, columns }: TabelLevering,
  voortgang: (tekst: string) => void,
): AsyncGenerator<readonly Value[]> {
  let aantal = 0;
  for await (const row of rows) {
    if (row.length !== columns.length) throw new Error(`${table}: ${row.length} values for ${columns.length} columns`);
    aantal += 1;
    if (aantal % 1000 === 0) voortgang(`${table}: ${aantal.toLocaleString('nl-NL')} rijen gelezen`);
    yield row;
  }
}

async function columnsOf(trx: Knex.Transaction, table: string): Promise<Column[]> {
  const { rows } = await trx.raw(
    `SELECT a.attname AS name, a.attnotnull AS required, pg_get_expr(d.adbin, d.adrelid) AS default,
       coalesce(a.attnum = ANY(i.indkey), false) AS key
     FROM pg_attribute a
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY a.attnum`,
    [table],
  );
  return rows;
}

/** References of one column to another table than bron. */
async function referencesOf(trx: Knex.Transaction, table: string) {
  const { rows } = await trx.raw(
    `SELECT a.attname AS column, c.confrelid::regclass::text AS parent, p.attname AS "parentColumn"
     FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = c.confkey[1]
     WHERE c.conrelid = ?::regclass AND c.contype = 'f' AND cardinality(c.conkey) = 1
       AND c.confrelid <> 'bron'::regclass`,
    [table],
  );
  return rows as { column: string; parent: string; parentColumn: string }[];
}
