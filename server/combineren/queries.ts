import type { Knex } from 'knex';
import { bronJson, geojson } from '../geo/queries.ts';
import type { LaagDefinitie, Sql } from '../lagen/catalogus/laag.ts';
import { alle, binding, samen, sql, vast } from '../ogc/domain/sql.ts';
import { keuzenMaximum, type Waarden } from './contract.ts';
import type { Meting } from './domain/schatting.ts';
import type { RuweUitkomst } from './domain/uitkomst.ts';
import type { LaagKeuze, VoorwaardeKeuze, Vraag } from './domain/vraag.ts';

export interface Afbreekbaar {
  signal: AbortSignal;
  /** The server cuts the statement off after this; the embedded engine cannot. */
  limietMs: number;
  /** The engine can be told to stop: a server can, the embedded engine cannot. */
  isServer: boolean;
}

/** Tables whose rows name the bron that they came from. */
const metBron = [
  'besluit',
  'bgt_object',
  'pand',
  'perceel',
  'adres',
  'gemeente',
  'wijk',
  'buurt',
  'regeling',
  'omstandigheid',
];

/**
 * Runs one reading statement that may take long. When `signal` fires, or the limit is reached, the server stops it and
 * it throws with code 57014.
 */
async function runAfbreekbaar<T>(db: Knex, { sql: tekst, bindings }: Sql, keuze: Afbreekbaar): Promise<T[]> {
  keuze.signal.throwIfAborted();
  return db.transaction(
    async (trx) => {
      if (!keuze.isServer) return (await trx.raw<{ rows: T[] }>(tekst, [...bindings])).rows;
      const { rows } = await trx.raw<{ rows: [{ pid: number }] }>(
        `SELECT pg_backend_pid() AS pid, set_config('statement_timeout', ?, true)`,
        [String(keuze.limietMs)],
      );
      let stopt: Promise<unknown> | null = null;
      const stop = () => {
        stopt = Promise.resolve(db.raw('SELECT pg_cancel_backend(?::integer)', [rows[0].pid])).catch(() => null);
      };
      keuze.signal.addEventListener('abort', stop, { once: true });
      try {
        keuze.signal.throwIfAborted();
        return (await trx.raw<{ rows: T[] }>(tekst, [...bindings])).rows;
      } finally {
        keuze.signal.removeEventListener('abort', stop);
        // the connection is not handed on before the order to stop has come and gone
        await stopt;
      }
    },
    { readOnly: true },
  );
}

/** The values of one field of the objects of a layer, the most frequent first. */
export async function loadWaarden(
  db: Knex,
  keuze: LaagKeuze,
  { kolom, type }: { kolom: string; type: string },
  afbreekbaar: Afbreekbaar,
): Promise<Waarden> {
  const { bron, waar } = geheel(keuze);
  const waarde = vast(type === 'strings' ? 'w.waarde' : `o.${kolom}`);
  const lijst = vast(type === 'strings' ? `CROSS JOIN LATERAL unnest(o.${kolom}) AS w(waarde)` : '');
  const rows = await runAfbreekbaar<{ waarde: string; aantal: number }>(
    db,
    sql`
      SELECT ${waarde}::text AS waarde, count(*)::integer AS aantal FROM ${bron} ${lijst}
      WHERE ${waar} AND ${waarde} IS NOT NULL
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${vast(String(keuzenMaximum + 1))}`,
    afbreekbaar,
  );
  return { waarden: rows.slice(0, keuzenMaximum), meer: rows.length > keuzenMaximum };
}

/** Measures each layer of a question after its filters: enough to know how much work it is. */
export async function loadMetingen(db: Knex, { toon, voorwaarden }: Vraag, keuze: Afbreekbaar): Promise<Meting[]> {
  const delen = [meting(geheel(toon), 0), ...voorwaarden.map((een, i) => meting(gezocht(een), i + 1))];
  return runAfbreekbaar<Meting>(
    db,
    sql`SELECT aantal, delen, breedte, hoogte, punten, "bereikM2" FROM (${samen(delen, ' UNION ALL ')}) m ORDER BY rij`,
    keuze,
  );
}

const meting = ({ bron, waar, geom, object }: Gezocht, rij: number) => sql`
  SELECT ${vast(String(rij))} AS rij, count(DISTINCT o.${vast(object)})::integer AS aantal, count(*)::integer AS delen,
    coalesce(avg(ST_XMax(${geom}) - ST_XMin(${geom})), 0) AS breedte,
    coalesce(avg(ST_YMax(${geom}) - ST_YMin(${geom})), 0) AS hoogte,
    coalesce(avg(ST_NPoints(${geom})), 0)::float AS punten,
    coalesce(ST_Area(ST_Extent(${geom})), 0) AS "bereikM2"
  FROM ${bron} WHERE ${waar}`;

interface Gezocht {
  /** FROM item with the row `o`, and the conditions on it. */
  bron: Sql;
  waar: Sql;
  /** The column with the shape. */
  geom: Sql;
  /** The column that tells one object from another. */
  object: string;
}

const geheel = ({ collectie, waar }: LaagKeuze): Gezocht => ({
  bron: sql`(${collectie.objecten}) o`,
  waar: alle(waar),
  geom: vast(`o.${collectie.geometrie}`),
  object: 'sleutel',
});

/** The layer to search in: in pieces where it has them. Which objects these may be of is then looked up first, once. */
function gezocht(keuze: LaagKeuze): Gezocht {
  const { delen } = keuze.laag.combineren ?? {};
  if (!delen) return geheel(keuze);
  const { bron, waar } = geheel(keuze);
  return {
    bron: vast(`${delen.tabel} o`),
    waar: sql`o.${vast(delen.verwijzing)} = ANY(ARRAY(SELECT DISTINCT o.${vast(delen.verwijzing)} FROM ${bron} WHERE ${waar}))`,
    geom: vast('o.geom'),
    object: delen.verwijzing,
  };
}

/**
 * Answers a question in one statement.
 *
 * Each condition is true where the other layer holds an object that fits, false where it does not and speaks of all
 * that was looked at, and NULL where it does not: AND and NOT of SQL then give ja, nee and onbekend by themselves. An
 * object counts in the buurt where a point inside it lies. Areas are planar, in RD.
 *
 * @param maximum how many objects come along; the counts are of all of them
 */
export async function loadUitkomst(db: Knex, vraag: Vraag, maximum: number, keuze: Afbreekbaar): Promise<RuweUitkomst> {
  const { toon, voorwaarden } = vraag;
  const { bron, waar, geom } = geheel(toon);
  const { delen } = toon.laag.combineren ?? {};
  const velden = [...toon.collectie.eigenschappen];
  const kolommen = velden.map(([, { kolom }]) => `, o.${kolom} AS v_${kolom}`).join('');
  const eigenschappen = `json_build_object(${velden.map(([naam, { kolom }]) => `'${naam}', v_${kolom}`).join(', ')})`;
  const overlappen = voorwaarden.map((voorwaarde, i) => overlap(voorwaarde, i));
  const lagen = [toon, ...voorwaarden];
  const overlapSom = (filter: string) =>
    `json_build_array(${voorwaarden.map((_, i) => `round((sum(overlap_${i}) ${filter})::numeric, 2)`).join(', ')})`;
  const statement = sql`
    WITH ${samen(
      lagen.map(
        (laag, i) => sql`
        dekking_${vast(String(i))} AS MATERIALIZED (
          SELECT ST_Union(d.geom) AS geom, coalesce(array_agg(DISTINCT d.bron_id), '{}') AS bronnen
          FROM (${dekkingVan(laag.laag)}) d
        ),
        kern_${vast(String(i))} AS MATERIALIZED (
          SELECT ST_Buffer(geom, ${binding(1 - ('meter' in laag ? (laag as VoorwaardeKeuze).meter : 0), 'float8')}) AS geom
          FROM dekking_${vast(String(i))}
        )`,
      ),
      ', ',
    )},
    a AS MATERIALIZED (
      SELECT o.sleutel, ${vast(`o.${delen?.verwijzing ?? 'sleutel'}`)} AS object, ${geom} AS geom,
        ${vast(titelVan(toon))} AS titel ${vast(kolommen)}
      FROM ${bron} WHERE ${waar}
    ),
    bekeken AS MATERIALIZED (
      SELECT a.*, ${alle(voorwaarden.map((voorwaarde, i) => geldt(voorwaarde, i)))} AS uitkomst FROM a
    ),
    gevonden AS MATERIALIZED (
      SELECT g.*, CASE WHEN ST_Dimension(g.geom) = 2 THEN ST_Area(g.geom) END AS m2, buurt.code AS buurt_code
        ${vast(overlappen.map((_, i) => `, ov_${i}.m2 AS overlap_${i}`).join(''))}
      FROM (SELECT b.*, ST_PointOnSurface(b.geom) AS punt FROM bekeken b WHERE b.uitkomst IS NOT FALSE) g
      LEFT JOIN LATERAL (
        SELECT code FROM buurt WHERE ST_Covers(buurt.geom, g.punt) ORDER BY code LIMIT 1
      ) buurt ON true
      ${samen(overlappen, ' ')}
    )
    SELECT json_build_object(
      'objecten', (
        SELECT coalesce(json_agg(json_build_object(
          'sleutel', sleutel, 'titel', titel, 'uitkomst', CASE WHEN uitkomst THEN 'ja' ELSE 'onbekend' END,
          'punt', json_build_object('x', round(ST_X(punt)::numeric, 2), 'y', round(ST_Y(punt)::numeric, 2)),
          'geometrie', ${vast(geojson('geom'))}, 'buurtCode', buurt_code, 'oppervlakteM2', round(m2::numeric, 2),
          'overlapM2', json_build_array(${vast(overlappen.map((_, i) => `round(overlap_${i}::numeric, 2)`).join(', '))}),
          'eigenschappen', ${vast(eigenschappen)}
        ) ORDER BY rij), '[]')
        FROM (
          SELECT row_number() OVER (ORDER BY uitkomst DESC NULLS LAST, titel COLLATE "und-x-icu", sleutel) AS rij, g.*
          FROM gevonden g ORDER BY rij LIMIT ${vast(String(maximum))}
        ) g
      ),
      'tellingen', (
        SELECT coalesce(json_agg(t), '[]') FROM (
          SELECT buurt_code AS "buurtCode", count(*) FILTER (WHERE uitkomst) AS aantal,
            count(*) FILTER (WHERE uitkomst IS NULL) AS onbekend,
            round((sum(m2) FILTER (WHERE uitkomst))::numeric, 2) AS "oppervlakteM2",
            ${vast(overlapSom('FILTER (WHERE uitkomst)'))} AS "overlapM2"
          FROM gevonden GROUP BY buurt_code
        ) t
      ),
      'buurten', (
        SELECT coalesce(json_agg(json_build_object('code', code, 'naam', naam, 'wijkCode', wijk_code)
          ORDER BY naam COLLATE "und-x-icu", code), '[]') FROM buurt
      ),
      'wijken', (
        SELECT coalesce(json_agg(json_build_object('code', code, 'naam', naam)
          ORDER BY naam COLLATE "und-x-icu", code), '[]') FROM wijk
      ),
      'lagen', json_build_array(${samen(
        lagen.map((_, i) => overLaag(`dekking_${i}`)),
        ', ',
      )})
    ) AS uitkomst`;
  const [row] = await runAfbreekbaar<{ uitkomst: RuweUitkomst }>(db, statement, keuze);
  return row?.uitkomst as RuweUitkomst;
}

/** The sources of a layer, and the buurten where it does not speak in more than a hundredth of the buurt. */
const overLaag = (dekking: string) =>
  vast(`(
    SELECT json_build_object(
      'bronnen', (
        SELECT coalesce(json_agg(${bronJson} ORDER BY b.naam, b.id), '[]') FROM bron b WHERE b.id = ANY(d.bronnen)
      ),
      'zonderGegevens', (
        SELECT coalesce(json_agg(bu.code), '[]') FROM buurt bu
        WHERE coalesce(ST_Area(ST_Intersection(bu.geom, d.geom)), 0) < 0.99 * ST_Area(bu.geom)
      )
    ) FROM ${dekking} d
  )`);

/** Where a layer speaks, per bron. A bron of which that is not known speaks for its gemeente. */
function dekkingVan({ combineren, tabellen }: LaagDefinitie): Sql {
  if (combineren?.dekking) return combineren.dekking;
  const tabel = tabellen.find((naam) => metBron.includes(naam));
  if (!tabel) throw new Error(`No table of ${tabellen.join(', ')} names its bron`);
  return vast(`
    SELECT coalesce(b.dekking, g.geom) AS geom, b.id AS bron_id
    FROM bron b LEFT JOIN gemeente g ON g.code = b.gemeente_code
    WHERE EXISTS (SELECT FROM ${tabel} t WHERE t.bron_id = b.id)`);
}

/** The name of an object on screen. */
function titelVan({ laag, collectie }: LaagKeuze): string {
  if (!laag.gegevens.objecten) return 'o.titel';
  const veld = ['titel', 'naam'].find((naam) => collectie.eigenschappen.has(naam));
  return veld ? `coalesce(o.${veld}, o.sleutel)` : 'o.sleutel';
}

/** The condition on the object `a`: true, false, or NULL where the layer does not speak. */
function geldt(voorwaarde: VoorwaardeKeuze, i: number): Sql {
  const waarde = sql`CASE WHEN ${raakt(voorwaarde)} THEN true
    WHEN (SELECT ST_Covers(k.geom, a.geom) FROM ${vast(`kern_${i + 1}`)} k) THEN false END`;
  return voorwaarde.niet ? sql`(NOT (${waarde}))` : sql`(${waarde})`;
}

/** Whether the layer holds an object that lies as asked to the object `a`. */
function raakt(voorwaarde: VoorwaardeKeuze): Sql {
  const { bron, waar: alleen, geom, object } = gezocht(voorwaarde);
  const waar = voorwaarde.zelfde ? sql`${alleen} AND o.${vast(object)} <> a.object` : alleen;
  const gemeen = gemeenschappelijk(geom, vast('a.geom'));
  switch (voorwaarde.relatie) {
    case 'nabij':
      return sql`EXISTS (SELECT FROM ${bron} WHERE ${waar} AND ST_DWithin(${geom}, a.geom, ${binding(voorwaarde.meter, 'float8')}))`;
    case 'overlapt':
      return sql`EXISTS (
        SELECT FROM ${bron} WHERE ${waar} AND ST_Intersects(${geom}, a.geom)
          AND NOT (ST_Dimension(${geom}) = 2 AND ST_Dimension(a.geom) = 2 AND ST_Touches(${geom}, a.geom))
      )`;
    case 'binnen':
      return sql`EXISTS (
        SELECT FROM ${bron} WHERE ${waar} AND ST_Intersects(${geom}, a.geom) GROUP BY o.${vast(object)}
        HAVING CASE ST_Dimension(a.geom) WHEN 0 THEN true
          WHEN 1 THEN sum(ST_Length(${gemeen})) >= ST_Length(a.geom) - 0.01
          ELSE sum(ST_Area(${gemeen})) >= ST_Area(a.geom) - 0.01 END
      )`;
  }
}

/** What the shape `o` shares with the object `a`. Most objects lie within it as a whole: then there is nothing to cut. */
const gemeenschappelijk = (o: Sql, a: Sql) =>
  sql`CASE WHEN ST_CoveredBy(${a}, ${o}) THEN ${a} ELSE ST_Intersection(${o}, ${a}) END`;

/** The area of the object `g` that lies in the other layer, counted once where its objects lie over each other. */
function overlap(voorwaarde: VoorwaardeKeuze, i: number): Sql {
  const naam = vast(`ov_${i}`);
  if (voorwaarde.niet || voorwaarde.relatie === 'nabij') {
    return sql`LEFT JOIN LATERAL (SELECT NULL::float8 AS m2) ${naam} ON true`;
  }
  const { bron, waar: alleen, geom, object } = gezocht(voorwaarde);
  const waar = voorwaarde.zelfde ? sql`${alleen} AND o.${vast(object)} <> g.object` : alleen;
  return sql`
    LEFT JOIN LATERAL (
      SELECT coalesce(ST_Area(ST_Union(${gemeenschappelijk(geom, vast('g.geom'))})), 0) AS m2
      FROM ${bron}
      WHERE ST_Dimension(${geom}) = 2 AND ${waar} AND ST_Intersects(${geom}, g.geom)
      HAVING count(*) > 0
    ) ${naam} ON g.uitkomst AND ST_Dimension(g.geom) = 2`;
}
