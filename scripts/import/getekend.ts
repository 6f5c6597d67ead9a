import type { Knex } from 'knex';
import { insertWijzigingen, kanPerPlek, type RdBox, wijzigingenMaximum } from '../../server/lagen/bijwerken/queries.ts';
import { collecties } from '../../server/lagen/catalogus/index.ts';
import type { LaagDefinitie } from '../../server/lagen/catalogus/laag.ts';
import { markeerVerouderd } from '../../server/lagen/queries.ts';

/** More objects than this are not compared: to draw them anew is about as much work. */
const teVeel = 500_000;

/** What the map draws of these tables, before an import changes them. */
export interface Getekend {
  /** Compares with what it draws afterwards, and notes what has to be drawn again: some places, or whole tile sets. */
  markeer(): Promise<void>;
}

/** Call before the first change and, in the same transaction, after the last. */
export async function noteGetekend(trx: Knex.Transaction, tabellen: readonly string[]): Promise<Getekend> {
  const sets = [...collecties].filter(([, lagen]) =>
    lagen.some((laag) => laag.tabellen.some((tabel) => tabellen.includes(tabel))),
  );
  const perPlek = sets.filter(([, lagen]) => kanPerPlek(lagen));
  const before = await note(trx, 'getekend_voor', perPlek, tabellen);
  const vergelijkbaar = before > 0 && before <= teVeel;
  return {
    markeer: async () => {
      if (!vergelijkbaar) {
        await markeerVerouderd(trx, sets.map(([naam]) => naam).sort());
        return;
      }
      await note(trx, 'getekend_na', perPlek, tabellen);
      const veranderd = await compare(trx);
      const geheel = sets.filter(
        ([naam, lagen]) => !kanPerPlek(lagen) || (veranderd.get(naam)?.length ?? 0) > wijzigingenMaximum,
      );
      await markeerVerouderd(trx, geheel.map(([naam]) => naam).sort());
      for (const [naam, vakken] of veranderd) {
        if (vakken.length <= wijzigingenMaximum) await insertWijzigingen(trx, naam, vakken);
      }
    },
  };
}

/** Writes what is drawn to a temporary table. Returns the number of objects. */
async function note(
  trx: Knex.Transaction,
  naam: string,
  sets: readonly (readonly [string, readonly LaagDefinitie[]])[],
  tabellen: readonly string[],
): Promise<number> {
  const delen = sets.flatMap(([collectie, lagen]) =>
    lagen
      .filter((laag) => laag.tabellen.some((tabel) => tabellen.includes(tabel)))
      .map((laag) => ({
        sql: `SELECT '${collectie}' AS collectie, '${laag.id}' AS laag, o.sleutel,
            md5(row(o.van${laag.velden.map((veld) => `, o.${veld}`).join('')}, o.geom)::text) AS merk,
            ST_Envelope(${laag.heeftBereik ? 'ST_Collect(o.geom, o.bereik)' : 'o.geom'}) AS vak
          FROM (${laag.objecten.sql}) o`,
        bindings: laag.objecten.bindings,
      })),
  );
  if (delen.length === 0) return 0;
  await trx.raw(
    `CREATE TEMPORARY TABLE ${naam} ON COMMIT DROP AS ${delen.map(({ sql }) => sql).join(' UNION ALL ')}`,
    delen.flatMap(({ bindings }) => [...bindings]),
  );
  const { rows } = await trx.raw(`SELECT count(*)::integer AS aantal FROM ${naam}`);
  return rows[0].aantal;
}

/** Per tile set a box in RD around each object that came, went or changed; one more than can be made place by place. */
async function compare(trx: Knex.Transaction): Promise<Map<string, RdBox[]>> {
  const zonder = (een: string, ander: string) => `
    SELECT a.collectie, a.vak FROM ${een} a
    WHERE NOT EXISTS (SELECT FROM ${ander} b
      WHERE b.collectie = a.collectie AND b.laag = a.laag AND b.sleutel = a.sleutel AND b.merk = a.merk)`;
  const { rows } = await trx.raw<{ rows: { collectie: string; vakken: RdBox[] }[] }>(
    `SELECT collectie, json_agg(json_build_array(ST_XMin(vak), ST_YMin(vak), ST_XMax(vak), ST_YMax(vak))) AS vakken
     FROM (
       SELECT *, row_number() OVER (PARTITION BY collectie) AS n
       FROM (${zonder('getekend_voor', 'getekend_na')} UNION ALL ${zonder('getekend_na', 'getekend_voor')}) v
       WHERE vak IS NOT NULL
     ) w
     WHERE n <= ? GROUP BY collectie`,
    [wijzigingenMaximum + 1],
  );
  return new Map(rows.map(({ collectie, vakken }) => [collectie, vakken]));
}
