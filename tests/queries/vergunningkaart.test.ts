import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { runImport } from '../../scripts/import/runner.ts';
import { toepasbareRegels } from '../../scripts/import/toepasbare-regels.ts';
import { vergelijkVergunningkaart } from '../../scripts/vergunningkaart/vergelijk.ts';
import { findVerouderd } from '../../server/lagen/tegels.ts';
import { omgekeerdeLagen } from '../../server/vergunningcheck/omgekeerd/domain.ts';
import { maakVergunningkaarten } from '../../server/vergunningcheck/omgekeerd/maak.ts';
import { loadVingerafdrukken } from '../../server/vergunningcheck/omgekeerd/queries.ts';
import { testVandaag as vandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { plantPlaats } from '../plaats.ts';

const regels = fileURLToPath(new URL('../../data/toepasbare-regels/', import.meta.url));

onBothEngines('the map of what the check says', (database) => {
  const wereld = () => ({ db: database.db, log: pino({ level: 'silent' }), vandaag });
  const maak = (signal?: AbortSignal) => maakVergunningkaarten({ ...wereld(), ...(signal && { signal }) });
  const lagenOpKaart = async () =>
    (await findVerouderd(database.db, vandaag)).filter((naam) => naam.startsWith('vergunningkaart-'));

  beforeAll(async () => {
    await plantPlaats(database.db);
    await runImport(database.db, toepasbareRegels, regels, { opties: { gemeente: 'gm9999' } });
    expect(await lagenOpKaart()).toEqual([]);
    expect(await maak()).toEqual(new Map([['gm9999', { percelen: 3, plaatsen: expect.any(Number) }]]));
  }, 60_000);

  test('says at every place what the check says there, in each layer', async () => {
    const { punten, vragen, verschillen } = await vergelijkVergunningkaart(wereld(), 200);
    expect(punten).toBe(200);
    expect(vragen).toBe(3);
    expect(verschillen).toEqual([]);
  });

  test('counts every perceel once in each layer, and per buurt', async () => {
    const geteld = async (tabel: string) => {
      const { rows } = await database.db.raw<{ rows: { werkzaamheid: string; percelen: number }[] }>(
        `SELECT werkzaamheid, sum(percelen)::integer AS percelen FROM ${tabel} GROUP BY werkzaamheid`,
      );
      return new Map(rows.map(({ werkzaamheid, percelen }) => [werkzaamheid, percelen]));
    };
    const elk = new Map(omgekeerdeLagen.map(({ werkzaamheid }) => [werkzaamheid, 3]));
    expect(await geteld('vergunningkaart_vlak')).toEqual(elk);
    expect(await geteld('vergunningkaart_buurt')).toEqual(elk);
  });

  test('is drawn once it is made, and old only when data or rules have changed', async () => {
    expect(await lagenOpKaart()).toHaveLength(omgekeerdeLagen.length);
    const afdruk = async () => (await loadVingerafdrukken(database.db, vandaag)).get('gm9999');
    const eerst = await afdruk();
    await database.db('bron').where({ id: 'besluiten' }).update({ geladen_op: '2026-11-01' });
    expect(await afdruk()).toBe(eerst);
    expect((await maak()).size).toBe(0);
    await database.db('bron').where({ id: 'panden' }).update({ geladen_op: '2026-11-01' });
    expect(await afdruk()).not.toBe(eerst);
  });

  test('stays when making it is cut off, is made by one server at a time, and by another when that has died', async () => {
    await database.db('regeling').where({ id: 1 }).update({ geldig_tot: vandaag });
    const voor = await database.db('vergunningkaart_vlak').orderBy('id').pluck('id');
    await expect(maak(AbortSignal.abort())).rejects.toThrow();
    expect(await database.db('vergunningkaart_vlak').orderBy('id').pluck('id')).toEqual(voor);
    await database.db('vergunningkaart').update({ bezig_sinds: database.db.fn.now() });
    expect((await maak()).size).toBe(0);
    await database.db.raw(`UPDATE vergunningkaart SET bezig_sinds = now() - interval '6 minutes'`);
    expect((await maak()).size).toBe(1);
    expect((await vergelijkVergunningkaart(wereld(), 50)).verschillen).toEqual([]);
  });
});
