import type { Knex } from 'knex';
import type { RdPunt } from '../geo/rd.ts';
import { collecties } from './catalogus/index.ts';
import type { LaagDefinitie, Sql } from './catalogus/laag.ts';
import { type LonLatBox, type TegelPlaats, tegelMarge, type Zoomband } from './domain.ts';

/** The state of one tile set. */
export interface TegelStand {
  laag: string;
  /** Of its tiles, see {@link loadVersies}; 0: never made. */
  versie: number;
  verouderd: boolean;
  wijziging: string;
  definitie: string | null;
  gevuld: boolean;
}

/**
 * Notes that tables have changed, in the transaction that changed them: the tile sets that show them are made again.
 *
 * @param tabellen names of tables, of which any may be shown by no layer at all
 */
export async function markeerLagenVerouderd(trx: Knex, tabellen: readonly string[]): Promise<void> {
  const namen = [...collecties]
    .filter(([, lagen]) => lagen.some((laag) => laag.tabellen.some((tabel) => tabellen.includes(tabel))))
    .map(([collectie]) => collectie)
    .sort();
  await markeerVerouderd(trx, namen);
}

/** Notes that tile sets have to be made again as a whole. */
export async function markeerVerouderd(db: Knex, namen: readonly string[]): Promise<void> {
  if (namen.length === 0) return;
  await db.raw(
    `INSERT INTO tegel_stand AS stand (laag, wijziging) SELECT unnest(?::text[]), 1
     ON CONFLICT (laag) DO UPDATE SET verouderd = true, wijziging = stand.wijziging + 1`,
    [namen as string[]],
  );
}

/** When the tiles were made, in ms since 1970: tells one state of them from another. */
const versie = '(coalesce(floor(extract(epoch FROM gemaakt_op) * 1000), 0))::float8 AS versie';

/** The state of every tile set that was ever marked or made. */
export async function loadTegelStanden(db: Knex): Promise<TegelStand[]> {
  const { rows } = await db.raw<{ rows: TegelStand[] }>(`
    SELECT laag, ${versie}, verouderd, wijziging::text AS wijziging, definitie,
      EXISTS (SELECT FROM tegel WHERE tegel.laag = tegel_stand.laag) AS gevuld
    FROM tegel_stand`);
  return rows;
}

/**
 * The tile sets whose objects begin or stop to bind on a day since their tiles were made, up to and including `vandaag`.
 */
export async function loadVerlopenCollecties(db: Knex, vandaag: string): Promise<Set<string>> {
  const { rows } = await db.raw<{ rows: { laag: string }[] }>(
    `SELECT laag FROM tegel_stand WHERE EXISTS (
       SELECT FROM regeling
       WHERE (geldig_vanaf > (gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date AND geldig_vanaf <= ?::date)
          OR (geldig_tot > (gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date AND geldig_tot <= ?::date))`,
    [vandaag, vandaag],
  );
  const tijdelijk = [...collecties].filter(([, lagen]) => lagen.some((laag) => laag.tijdelijk));
  const verlopen = new Set(rows.map(({ laag }) => laag));
  return new Set(tijdelijk.map(([collectie]) => collectie).filter((collectie) => verlopen.has(collectie)));
}

/** The tile sets of which there is nothing to draw yet, because their objects have still to be made. */
export async function loadNogNietKlaar(db: Knex): Promise<Set<string>> {
  const voorwaarden = [...collecties].flatMap(([naam, lagen]) =>
    lagen.flatMap(({ klaar }) => (klaar ? [`('${naam}', (${klaar}))`] : [])),
  );
  if (voorwaarden.length === 0) return new Set();
  const { rows } = await db.raw<{ rows: { laag: string }[] }>(
    `SELECT laag FROM (VALUES ${voorwaarden.join(', ')}) AS stand (laag, klaar) WHERE NOT klaar`,
  );
  return new Set(rows.map(({ laag }) => laag));
}

/** The version of each tile set: when its tiles were made, in ms since 1970; of a later state it is larger. */
export async function loadVersies(db: Knex): Promise<Map<string, number>> {
  const { rows } = await db.raw<{ rows: { laag: string; versie: number }[] }>(
    `SELECT laag, ${versie} FROM tegel_stand`,
  );
  return new Map(rows.map((rij) => [rij.laag, rij.versie]));
}

/** One tile as it is sent (gzip; null where there is none), with the version of the tile set that it is of. */
export async function loadTegel(
  db: Knex,
  collectie: string,
  { z, x, y }: TegelPlaats,
): Promise<{ versie: number; tegel: { etag: string; inhoud: Buffer } | null }> {
  const { rows } = await db.raw<{ rows: { versie: number; etag: string | null; inhoud: Buffer }[] }>(
    `SELECT ${versie}, etag, inhoud FROM tegel_stand s
     LEFT JOIN tegel t ON t.laag = s.laag AND z = ? AND x = ? AND y = ?
     WHERE s.laag = ?`,
    [z, x, y, collectie],
  );
  const [rij] = rows;
  return rij
    ? { versie: rij.versie, tegel: rij.etag === null ? null : { etag: rij.etag, inhoud: rij.inhoud } }
    : { versie: 0, tegel: null };
}

/** The box around everything that a tile set shows; null when it shows nothing. */
export async function loadOmhullende(db: Knex, lagen: readonly LaagDefinitie[]): Promise<LonLatBox | null> {
  const delen = lagen.map(({ objecten }) => `SELECT ST_Extent(o.geom)::geometry AS geom FROM (${objecten.sql}) o`);
  const { rows } = await db.raw<{ rows: { box: [number, number, number, number] | null }[] }>(
    `SELECT CASE WHEN geom IS NOT NULL
         THEN json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) END AS box
     FROM (SELECT ST_Transform(ST_SetSRID(ST_Extent(deel.geom)::geometry, 28992), 4326) AS geom
           FROM (${delen.join(' UNION ALL ')}) deel) alles`,
    lagen.flatMap(({ objecten }) => [...objecten.bindings]),
  );
  return rows[0]?.box ?? null;
}

/** The tiles of these, all of one zoom, in or just around which anything of these layers lies. */
export async function findGevuldeTegels(
  db: Knex,
  lagen: readonly LaagDefinitie[],
  tegels: readonly TegelPlaats[],
): Promise<TegelPlaats[]> {
  const [eerste] = tegels;
  if (!eerste) return [];
  const delen = lagen.map(
    (laag) => `EXISTS (SELECT FROM (${laag.objecten.sql}) o
      WHERE o.${laag.heeftBereik ? 'bereik' : 'geom'} && vak.geom AND ST_Intersects(o.geom, vak.geom))`,
  );
  const { rows } = await db.raw<{ rows: TegelPlaats[] }>(
    `SELECT ${eerste.z} AS z, tegel.x, tegel.y
     FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS tegel (x, y, volgorde),
       LATERAL (SELECT ${vakSql(String(eerste.z), 'tegel.x', 'tegel.y')} AS geom) vak
     WHERE ${delen.join(' OR ')} ORDER BY tegel.volgorde`,
    [tegels.map(({ x }) => x), tegels.map(({ y }) => y), ...lagen.flatMap(({ objecten }) => [...objecten.bindings])],
  );
  return rows;
}

/** A tile with what belongs to it around it, in RD, as SQL. */
const vakVan = ({ z, x, y }: TegelPlaats) => vakSql(String(z), String(x), String(y));

const vakSql = (z: string, x: string, y: string) =>
  `ST_Transform(ST_TileEnvelope(${z}, ${x}, ${y}, margin => ${tegelMarge}), 28992)`;

/** Shapes with more vertices than this are cut to the block before they travel. */
const grootVanaf = 400;
/** Side of a cell in which points are counted together, as a share of the side of a tile. */
const cellenPerTegel = 8;
const wereld = 40_075_016.685_578_5;

/**
 * Reads what a block shows, per layer, as JSON text of TegelObject[]: the text goes to the encoder unread.
 *
 * @param vandaag YYYY-MM-DD: what does not bind on this day is left out
 */
export async function loadBlok(
  db: Knex,
  lagen: readonly LaagDefinitie[],
  blok: TegelPlaats,
  { van, tot }: Zoomband,
  vandaag: string,
): Promise<Record<string, string>> {
  const vak = vakVan(blok);
  const delen = lagen.flatMap((laag) => [
    objectenVan(laag, vak, tot, vandaag),
    ...(laag.geteldTot && van < laag.geteldTot
      ? [tellingVan(laag, vak, blok, van, Math.min(tot, laag.geteldTot - 1))]
      : []),
  ]);
  const { rows } = await db.raw<{ rows: { laag: string; objecten: string }[] }>(
    `SELECT laag, '[' || string_agg(object, ',') || ']' AS objecten
     FROM (${delen.map(({ sql }) => sql).join(' UNION ALL ')}) alles WHERE object IS NOT NULL GROUP BY laag`,
    delen.flatMap(({ bindings }) => [...bindings]),
  );
  return Object.fromEntries(rows.map(({ laag, objecten }) => [laag, objecten]));
}

function objectenVan(laag: LaagDefinitie, vak: string, tot: number, vandaag: string): Sql {
  const velden = laag.velden.map((veld) => `'${veld}', o.${veld}`).join(', ');
  const vorm = `CASE WHEN ST_NPoints(o.geom) > ${grootVanaf} THEN ST_ClipByBox2D(o.geom, ${vak}) ELSE o.geom END`;
  return {
    sql: `SELECT '${laag.id}' AS laag,
        '[' || o.van || ',24,' || json_build_object(${velden})::text || ','
          || ST_AsGeoJSON(ST_Transform(${vorm}, 4326), 7, 0) || ']' AS object
      FROM (${laag.objecten.sql}) o
      WHERE o.${laag.heeftBereik ? 'bereik' : 'geom'} && ${vak} AND o.van <= ${tot}${laag.tijdelijk ? geldig : ''}`,
    bindings: [...laag.objecten.bindings, ...(laag.tijdelijk ? [vandaag, vandaag] : [])],
  };
}

const geldig =
  ' AND (o.geldig_vanaf IS NULL OR o.geldig_vanaf <= ?::date) AND (o.geldig_tot IS NULL OR o.geldig_tot > ?::date)';

/**
 * Points counted per cell and per zoom. Cells follow the tiles, so that each count belongs to exactly one tile, and cells
 * of a wider zoom hold whole cells of a nearer one: the points are gone through once.
 */
function tellingVan(laag: LaagDefinitie, vak: string, blok: TegelPlaats, van: number, tot: number): Sql {
  const kolom = (as: string, breedte: number) => `floor((${as} + ${wereld / 2}::float8) / ${breedte}::float8)::integer`;
  const fijn = wereld / cellenPerTegel / 2 ** tot;
  return {
    sql: `SELECT '${laag.id}' AS laag,
        '[' || telling.z || ',' || telling.z || ',{"aantal":' || telling.aantal || '},'
          || ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_MakePoint(telling.mx, telling.my), 3857), 4326), 7, 0) || ']'
      FROM (
        SELECT z.z, sum(aantal) AS aantal, sum(sx) / sum(aantal) AS mx, sum(sy) / sum(aantal) AS my
        FROM (
          SELECT ${kolom('mx', fijn)} AS kx, ${kolom('-my', fijn)} AS ky, count(*) AS aantal, sum(mx) AS sx, sum(my) AS sy
          FROM (
            SELECT ST_X(o.mercator) AS mx, ST_Y(o.mercator) AS my
            FROM (${laag.objecten.sql}) o WHERE o.${laag.heeftBereik ? 'bereik' : 'geom'} && ${vak}
          ) punt
          WHERE ${kolom('mx', wereld / 2 ** blok.z)} = ${blok.x} AND ${kolom('-my', wereld / 2 ** blok.z)} = ${blok.y}
          GROUP BY 1, 2
        ) cel, generate_series(${van}, ${tot}) AS z(z)
        GROUP BY z.z, kx >> (${tot} - z.z), ky >> (${tot} - z.z)
      ) telling`,
    bindings: laag.objecten.bindings,
  };
}

/** Removes what builds that were cut off have left, after a day. */
export async function removeOnvoltooideTegels(db: Knex, now: number): Promise<void> {
  await db.raw(`DELETE FROM tegel WHERE laag LIKE '%~%' AND split_part(laag, '~', 2)::bigint < ?`, [now - 86_400_000]);
}

export async function removeTegels(db: Knex, laag: string): Promise<void> {
  await db.raw('DELETE FROM tegel WHERE laag = ?', [laag]);
}

export async function insertTegels(
  db: Knex,
  laag: string,
  tegels: readonly (TegelPlaats & { etag: string; inhoud: Uint8Array })[],
): Promise<void> {
  for (let i = 0; i < tegels.length; i += 50) {
    const deel = tegels.slice(i, i + 50);
    await db.raw(
      `INSERT INTO tegel (laag, z, x, y, etag, inhoud) VALUES ${deel.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      deel.flatMap(({ z, x, y, etag, inhoud }) => [laag, z, x, y, etag, Buffer.from(inhoud)]),
    );
  }
}

/**
 * Puts a finished build in the place of the old tiles, in one transaction.
 *
 * @param klaar name under which the new tiles stand
 * @param begin of the tile set when the build began
 * @returns whether the tiles are right: the data did not change while they were made. Otherwise nothing is replaced.
 */
export async function swapTegels(
  db: Knex,
  collectie: string,
  klaar: string,
  { wijziging, open }: TegelBegin,
  definitie: string,
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { wijziging: string }[] }>(
      'SELECT wijziging::text AS wijziging FROM tegel_stand WHERE laag = ? FOR UPDATE',
      [collectie],
    );
    if (rows[0]?.wijziging !== wijziging) {
      await removeTegels(trx, klaar);
      return false;
    }
    await removeTegels(trx, collectie);
    await trx.raw('UPDATE tegel SET laag = ? WHERE laag = ?', [collectie, klaar]);
    await trx.raw('DELETE FROM tegel_wijziging WHERE id = ANY(?::bigint[])', [open]);
    await trx.raw('UPDATE tegel_stand SET gemaakt_op = now(), verouderd = false, definitie = ? WHERE laag = ?', [
      definitie,
      collectie,
    ]);
    return true;
  });
}

/** How the data behind a tile set stands when its tiles are begun. */
export interface TegelBegin {
  /** The number of the last change of the whole set. */
  wijziging: string;
  /** Changes of a part that the new tiles will show as well. */
  open: string[];
}

/** Begins to make the tiles of a set; it is noted as changed when it was never seen before. */
export async function beginTegels(db: Knex, collectie: string): Promise<TegelBegin> {
  const { rows } = await db.raw<{ rows: TegelBegin[] }>(
    `INSERT INTO tegel_stand (laag) VALUES (?)
     ON CONFLICT (laag) DO UPDATE SET laag = excluded.laag
     RETURNING wijziging::text AS wijziging,
       (SELECT coalesce(json_agg(id::text), '[]') FROM tegel_wijziging w WHERE w.laag = tegel_stand.laag) AS open`,
    [collectie],
  );
  return rows[0]!;
}

/** How near a place an object must lie to be listed there, in metres: about the width of a finger on the map. */
export const hierMeters = 10;
/** Most objects that are listed per layer. */
export const hierMaximum = 20;

export interface HierRij {
  id: string;
  objecten: {
    titel: string;
    kenmerken: { naam: string; waarde: string }[];
    afstandM: number;
    punt: RdPunt;
  }[];
}

/**
 * What layers hold within `hierMeters` of a place, nearest first, in full precision and in one round trip.
 *
 * At most one object more than `hierMaximum` per layer, so that the caller can tell that there is more.
 */
export async function loadLagenHier(
  db: Knex,
  lagen: readonly LaagDefinitie[],
  { x, y }: RdPunt,
  vandaag: string,
): Promise<HierRij[]> {
  if (lagen.length === 0) return [];
  const punt = 'ST_SetSRID(ST_MakePoint(?, ?), 28992)';
  const delen = lagen.map((laag): Sql => {
    const kolom = `o.${laag.heeftBereik ? 'bereik' : 'geom'}`;
    return {
      sql: `SELECT '${laag.id}' AS id, (
          SELECT coalesce(json_agg(json_build_object(
            'titel', titel,
            'kenmerken', (SELECT coalesce(json_agg(k), '[]') FROM jsonb_array_elements(kenmerken) k WHERE k ->> 'waarde' IS NOT NULL),
            'afstandM', round(afstand::numeric, 2),
            'punt', json_build_object('x', round(ST_X(bij)::numeric, 2), 'y', round(ST_Y(bij)::numeric, 2))
          ) ORDER BY afstand, titel), '[]')
          FROM (
            SELECT o.titel, o.kenmerken, ST_Distance(${kolom}, ${punt}) AS afstand, ST_ClosestPoint(${kolom}, ${punt}) AS bij
            FROM (${laag.objecten.sql}) o
            WHERE ST_DWithin(${kolom}, ${punt}, ${hierMeters})${laag.tijdelijk ? geldig : ''}
            ORDER BY afstand, o.titel LIMIT ${hierMaximum + 1}
          ) hier) AS objecten`,
      bindings: [...[x, y, x, y], ...laag.objecten.bindings, ...[x, y], ...(laag.tijdelijk ? [vandaag, vandaag] : [])],
    };
  });
  const { rows } = await db.raw<{ rows: HierRij[] }>(
    delen.map(({ sql }) => sql).join(' UNION ALL '),
    delen.flatMap(({ bindings }) => [...bindings]),
  );
  return rows;
}
