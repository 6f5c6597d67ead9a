import { expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { copyRows } from '../../db/copy.ts';
import { pendingMigrations } from '../../db/migrations/index.ts';
import { onBothEngines } from '../database.ts';

onBothEngines('The two engines', (database) => {
  test('are migrated and speak the same types', async () => {
    expect(await pendingMigrations(database.db)).toEqual([]);
    const { rows } = await database.db.raw(
      `SELECT DATE '2026-11-22' AS datum, 9007199254740993::int8 AS groot, '\\x01ff'::bytea AS bytes, 1.50::numeric AS getal,
        zoekvorm('Allebéstraat') AS zoek`,
    );
    expect(rows).toEqual([
      {
        datum: '2026-11-22',
        groot: '9007199254740993',
        bytes: Buffer.from([1, 255]),
        getal: '1.50',
        zoek: 'allebestraat',
      },
    ]);
  });

  test('say so when geometry cannot be computed', async () => {
    await expect(
      database.db.raw(`SELECT ST_Intersection(ST_GeomFromText('POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))'),
        ST_GeomFromText('POLYGON((0 0, 5 0, 5 9, 0 3, 0 0))'))`),
    ).rejects.toThrow(/GEOS|TopologyException/);
  });

  test('copy rows with every awkward character, and undo them with the transaction', async () => {
    const naam = 'tab\t, regel\n, schuine \\ streep, "aanhaling" en Ünïcode';
    await database.db.transaction(async (trx) => {
      await trx('bron').insert({ id: 'b', soort: 't', naam: 'b', licentie: 'CC0', peildatum: '2026-01-01' });
      const rows = [['gm9999', naam, 'SRID=28992;MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))', 'b']];
      expect(await copyRows(trx, 'gemeente', ['code', 'naam', 'geom', 'bron_id'], rows)).toBe(1);
    });
    expect(await database.db('gemeente').pluck('naam')).toEqual([naam]);
    await expect(
      database.db.transaction(async (trx) => {
        await trx('gemeente').del();
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await database.db('gemeente').pluck('naam')).toEqual([naam]);
  });

  test('refuse a second opener of an embedded folder', async () => {
    if (database.engine.kind !== 'embedded') return;
    const second = connect(database.engine);
    await expect(second.raw('SELECT 1')).rejects.toThrow('al in gebruik');
    await second.destroy();
  });
});
