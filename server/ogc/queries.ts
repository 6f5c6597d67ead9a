import type { Knex } from 'knex';
import { telMaximum } from './contract.ts';
import type { Collectie } from './domain/collecties.ts';
import type { Box, Crs } from './domain/crs.ts';
import { alle, binding, sql, vast } from './domain/sql.ts';
import type { Vraag } from './domain/vraag.ts';

/** One page of features. */
export interface Pagina {
  /** GeoJSON features separated by commas: text of the database that nobody reads on the way. */
  features: string;
  aantal: number;
  /** How many match in all; null: more than we count, or not counted because this is not the first page. */
  gevonden: number | null;
  /** Key from which the next page goes on; null: this is the last page. */
  volgende: string | null;
}

/**
 * Reads a page in one statement, in the order of the keys.
 *
 * A page goes on after a key instead of skipping a number of objects, so it costs the same however far it is, and
 * nothing is given twice or left out when data changes between two pages. What matches is counted on the first page
 * only, and only when it does not fit there.
 */
export async function loadPagina(db: Knex, { collectie, voorwaarden, limiet, na, crs }: Vraag): Promise<Pagina> {
  const bron = sql`(${collectie.objecten}) o`;
  const waar = alle(voorwaarden);
  const vanaf = na === null ? vast('TRUE') : sql`o.sleutel > ${binding(na, 'text')}`;
  const gevonden =
    na === null
      ? sql`CASE WHEN bool_or(p.rij > ${vast(String(limiet))})
          THEN (SELECT count(*) FROM (SELECT FROM ${bron} WHERE ${waar} LIMIT ${vast(String(telMaximum + 1))}) alle)
          ELSE count(*) END`
      : vast('NULL');
  const statement = sql`
    SELECT coalesce(string_agg(${feature(collectie, crs)}, ',' ORDER BY p.rij) FILTER (WHERE p.rij <= ${vast(String(limiet))}), '') AS features,
      (count(*) FILTER (WHERE p.rij <= ${vast(String(limiet))}))::integer AS aantal,
      (${gevonden})::integer AS gevonden,
      CASE WHEN bool_or(p.rij > ${vast(String(limiet))}) THEN max(p.sleutel) FILTER (WHERE p.rij = ${vast(String(limiet))}) END AS volgende
    FROM (
      SELECT row_number() OVER (ORDER BY q.sleutel) AS rij, q.*
      FROM (
        SELECT ${kolommen(collectie)} FROM ${bron}
        WHERE ${waar} AND ${vanaf} ORDER BY o.sleutel LIMIT ${vast(String(limiet + 1))}
      ) q
    ) p`;
  const { rows } = await db.raw<{ rows: Pagina[] }>(statement.sql, [...statement.bindings]);
  const pagina = rows[0] as Pagina;
  return { ...pagina, gevonden: pagina.gevonden !== null && pagina.gevonden > telMaximum ? null : pagina.gevonden };
}

/** One object as text of a GeoJSON feature; null when there is none with this key. */
export async function loadFeature(db: Knex, collectie: Collectie, sleutel: string, crs: Crs): Promise<string | null> {
  const statement = sql`
    SELECT ${feature(collectie, crs)} AS feature
    FROM (SELECT ${kolommen(collectie)} FROM (${collectie.objecten}) o WHERE o.sleutel = ${binding(sleutel, 'text')}) p`;
  const { rows } = await db.raw<{ rows: { feature: string }[] }>(statement.sql, [...statement.bindings]);
  return rows[0]?.feature ?? null;
}

const kolommen = ({ geometrie, eigenschappen }: Collectie) =>
  vast(
    ['o.sleutel', `o.${geometrie} AS geom`, ...[...eigenschappen.values()].map(({ kolom }) => `o.${kolom}`)].join(', '),
  );

/** The text of a feature from the columns of `p`. */
function feature({ eigenschappen }: Collectie, { srid, noordEerst, decimalen }: Crs) {
  const inCrs = srid === 28992 ? 'p.geom' : `ST_Transform(p.geom, ${srid})`;
  const vorm = noordEerst ? `ST_FlipCoordinates(${inCrs})` : inCrs;
  const velden = [...eigenschappen].map(([naam, { kolom }]) => `'${naam}', p.${kolom}`).join(', ');
  return vast(
    `'{"type":"Feature","id":' || to_json(p.sleutel) || ',"geometry":' || ST_AsGeoJSON(${vorm}, ${decimalen}, 0)` +
      ` || ',"properties":' || json_build_object(${velden}) || '}'`,
  );
}

/** Where and when the objects of a collection are. */
export interface Omvang {
  aantal: number;
  /** West, south, east, north in degrees; null: there are no objects. */
  vak: Box | null;
  /** First and last day, YYYY-MM-DD; null: not known or without end. */
  dagen: readonly [string | null, string | null] | null;
}

/** The number of the last change of the data behind each tile set. */
export async function loadWijzigingen(db: Knex): Promise<Map<string, string>> {
  const { rows } = await db.raw<{ rows: { laag: string; wijziging: string }[] }>(
    'SELECT laag, wijziging::text AS wijziging FROM tegel_stand',
  );
  return new Map(rows.map(({ laag, wijziging }) => [laag, wijziging]));
}

/** Reads all objects of these collections, for what can be said of them together. */
export async function loadOmvangen(db: Knex, collecties: readonly Collectie[]): Promise<Map<string, Omvang>> {
  if (collecties.length === 0) return new Map();
  const delen = collecties.map(({ id, objecten, geometrie, tijd }) => {
    const [van, tot] = !tijd
      ? ['NULL::date', 'NULL::date']
      : 'dag' in tijd
        ? [`min(o.${tijd.dag})`, `max(o.${tijd.dag})`]
        : [`min(o.${tijd.vanaf})`, `CASE WHEN bool_and(o.${tijd.tot} IS NOT NULL) THEN max(o.${tijd.tot}) END`];
    return sql`SELECT ${binding(id, 'text')} AS id, count(*)::integer AS aantal,
        ST_SetSRID(ST_Extent(o.${vast(geometrie)})::geometry, 28992) AS vak, ${vast(van as string)} AS van, ${vast(tot as string)} AS tot
      FROM (${objecten}) o`;
  });
  const statement = {
    sql: delen.map((deel) => deel.sql).join(' UNION ALL '),
    bindings: delen.flatMap(({ bindings }) => [...bindings]),
  };
  const { rows } = await db.raw<{ rows: { id: string; aantal: number; vak: Box | null; van: string; tot: string }[] }>(
    `SELECT id, aantal, van, tot, CASE WHEN geom IS NOT NULL
         THEN json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) END AS vak
     FROM (
       SELECT id, aantal, van, tot, ST_Transform(ST_Segmentize(vak, greatest(ST_XMax(vak) - ST_XMin(vak), ST_YMax(vak) - ST_YMin(vak), 1) / 32), 4326) AS geom
       FROM (${statement.sql}) deel
     ) alles`,
    statement.bindings,
  );
  return new Map(
    rows.map(({ id, aantal, vak, van, tot }) => [id, { aantal, vak, dagen: van || tot ? [van, tot] : null }]),
  );
}
