import type { Knex } from 'knex';
import { collecties } from '../catalogus/index.ts';
import type { LaagDefinitie } from '../catalogus/laag.ts';
import type { LonLatBox, TegelPlaats } from '../domain.ts';
import { insertTegels, markeerLagenVerouderd } from '../queries.ts';

/** [minX, minY, maxX, maxY] in RD metres. */
export type RdBox = readonly [number, number, number, number];

/** More changes at once, and the whole set is made again: that is quicker. */
export const wijzigingenMaximum = 200;

/** What is drawn for a day can change without any change of the data: such a set is made as a whole. */
export const kanPerPlek = (lagen: readonly LaagDefinitie[]) => !lagen.some(({ tijdelijk }) => tijdelijk);

/**
 * Notes where rows of a table have changed, in the transaction that changed them: the tiles there are made again, within
 * a second where a server runs.
 *
 * @param vakken around each row as it was and as it is now
 */
export async function markeerVakkenVerouderd(trx: Knex, tabel: string, vakken: readonly RdBox[]): Promise<void> {
  if (vakken.length === 0) return;
  const sets = [...collecties].filter(([, lagen]) => lagen.some(({ tabellen }) => tabellen.includes(tabel)));
  if (vakken.length > wijzigingenMaximum || !sets.every(([, lagen]) => kanPerPlek(lagen))) {
    await markeerLagenVerouderd(trx, [tabel]);
    return;
  }
  for (const [laag] of sets) await insertWijzigingen(trx, laag, vakken);
}

/** Notes where a tile set has changed. */
export async function insertWijzigingen(trx: Knex, laag: string, vakken: readonly RdBox[]): Promise<void> {
  await trx.raw(
    `INSERT INTO tegel_wijziging (laag, vak)
     SELECT ?, ST_MakeEnvelope(v.x1, v.y1, v.x2, v.y2, 28992)
     FROM unnest(?::float8[], ?::float8[], ?::float8[], ?::float8[]) v (x1, y1, x2, y2)`,
    [laag, ...[0, 1, 2, 3].map((i) => vakken.map((vak) => vak[i] as number))] as Knex.RawBinding[],
  );
}

/** The tile sets with changes that their tiles do not show yet. */
export async function loadGewijzigdeCollecties(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { laag: string }[] }>(
    'SELECT DISTINCT laag FROM tegel_wijziging ORDER BY laag',
  );
  return rows.map(({ laag }) => laag);
}

export interface OpenWijzigingen {
  ids: string[];
  /** In degrees. */
  vakken: LonLatBox[];
  /** Of the tile set, as `beginTegels` gives it. */
  wijziging: string;
}

/** The changes of one tile set that its tiles do not show yet; null: there are none, or it was never made. */
export async function loadOpenWijzigingen(db: Knex, laag: string): Promise<OpenWijzigingen | null> {
  const { rows } = await db.raw<{ rows: (OpenWijzigingen & { vakken: LonLatBox[] | null })[] }>(
    `SELECT s.wijziging::text AS wijziging, json_agg(w.id::text) AS ids,
       json_agg(json_build_array(ST_XMin(g), ST_YMin(g), ST_XMax(g), ST_YMax(g))) AS vakken
     FROM tegel_stand s
     JOIN (SELECT * FROM tegel_wijziging WHERE laag = ? ORDER BY id LIMIT ?) w ON w.laag = s.laag,
       ST_Transform(w.vak, 4326) g
     WHERE s.gemaakt_op IS NOT NULL
     GROUP BY s.wijziging`,
    [laag, wijzigingenMaximum],
  );
  return rows[0] ?? null;
}

/**
 * Puts new tiles in the place of those that were touched, in one transaction, and crosses off the changes they show.
 *
 * @param geraakt every tile in which something can have changed; one that is not among `tegels` is now empty
 * @returns false: the set was made anew meanwhile, so nothing is replaced
 */
export async function swapGeraakt(
  db: Knex,
  laag: string,
  { ids, wijziging }: OpenWijzigingen,
  geraakt: readonly TegelPlaats[],
  tegels: readonly (TegelPlaats & { etag: string; inhoud: Uint8Array })[],
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { wijziging: string }[] }>(
      'SELECT wijziging::text AS wijziging FROM tegel_stand WHERE laag = ? FOR UPDATE',
      [laag],
    );
    if (rows[0]?.wijziging !== wijziging) return false;
    await trx.raw(
      `DELETE FROM tegel USING unnest(?::int[], ?::int[], ?::int[]) g (z, x, y)
       WHERE laag = ? AND tegel.z = g.z AND tegel.x = g.x AND tegel.y = g.y`,
      [geraakt.map(({ z }) => z), geraakt.map(({ x }) => x), geraakt.map(({ y }) => y), laag] as Knex.RawBinding[],
    );
    await insertTegels(trx, laag, tegels);
    await trx.raw('DELETE FROM tegel_wijziging WHERE id = ANY(?::bigint[])', [ids]);
    await trx.raw('UPDATE tegel_stand SET gemaakt_op = now(), wijziging = wijziging + 1 WHERE laag = ?', [laag]);
    return true;
  });
}
