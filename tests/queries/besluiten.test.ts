import { beforeAll, expect, test } from 'vitest';
import { statement } from '../../db/statement.ts';
import { toonBesluiten } from '../../server/besluiten/domain.ts';
import { besluitenSql, besluitenVraag, loadBesluiten } from '../../server/besluiten/queries.ts';
import { gebiedSql } from '../../server/geo/queries.ts';
import { onBothEngines } from '../database.ts';
import { inBuurgemeente, opPerceel, plantPlaats } from '../plaats.ts';

onBothEngines('Besluiten', (database) => {
  beforeAll(() => plantPlaats(database.db), 60_000);
  type Vraag = Parameters<typeof loadBesluiten>[1];
  const besluiten = async (vraag: Partial<Vraag> = {}) => {
    const volledig: Vraag = { ...opPerceel, straal: 500, maximum: 100, ...vraag };
    return toonBesluiten(await loadBesluiten(database.db, volledig), volledig.straal, '2026-11-22');
  };
  const ids = async (vraag: Partial<Vraag>) =>
    (await besluiten(vraag)).besluiten.map(({ identificatie }) => identificatie);

  test('distance runs from the border of the perceel, newest first', async () => {
    const { besluiten: lijst, stand, totaal } = await besluiten();
    expect(lijst.map(({ identificatie, afstandM }) => [identificatie, afstandM])).toEqual([
      ['op 100 m', 100],
      ['hier', 0],
      ['op 480 m', 480],
      ['plan', 0],
      ['oud', 0],
    ]);
    expect([stand, totaal]).toEqual(['bekend', 5]);
    expect(await ids({ straal: 99 })).not.toContain('op 100 m');
    expect(await ids({ straal: 100 })).toContain('op 100 m');
  });

  test('kinds, subjects and period are chosen; both days of a period count', async () => {
    expect(await ids({ soort: ['ontwerp', 'aanvraag'] })).toEqual(['op 100 m', 'op 480 m']);
    expect(await ids({ onderwerp: ['kap'] })).toEqual(['op 480 m']);
    expect(await ids({ van: '2026-10-01', tot: '2026-11-05' })).toEqual(['hier', 'op 480 m']);
  });

  test('a list that is cut off says how many there are, and keeps the newest', async () => {
    const { besluiten: lijst, totaal } = await besluiten({ maximum: 2 });
    expect(lijst.map(({ identificatie }) => identificatie)).toEqual(['op 100 m', 'hier']);
    expect(totaal).toBe(5);
  });

  test('intended ones are marked, and each says how long one can react', async () => {
    const per = Object.fromEntries((await besluiten()).besluiten.map((besluit) => [besluit.identificatie, besluit]));
    expect(per['op 100 m']).toMatchObject({ voornemen: true, reactie: { stand: 'nog-niet' } });
    expect(per['op 480 m']).toMatchObject({
      voornemen: true,
      reactie: { soort: 'zienswijze', stand: 'loopt', totEnMet: '2026-12-23' },
    });
    expect(per.hier).toMatchObject({
      voornemen: false,
      reactie: { soort: 'bezwaar', stand: 'loopt', totEnMet: '2026-12-15', dagen: 23 },
    });
    expect(per.oud).toMatchObject({ voornemen: false, reactie: { stand: 'onbekend' } });
    expect(per.plan?.geometrie.type).toBe('MultiPolygon');
  });

  test('an empty list where no bron speaks means that we do not know', async () => {
    const buiten = await besluiten({ ...inBuurgemeente, straal: 100 });
    expect(buiten).toMatchObject({ stand: 'geen-gegevens', totaal: 0, besluiten: [] });
    const binnen = await besluiten({ x: 145_100, y: 505_900, straal: 10, soort: ['alcohol'] });
    expect(binnen).toMatchObject({ stand: 'bekend', totaal: 0, besluiten: [] });
  });

  test('the radius is looked up in the index', async () => {
    await database.db.raw(`
      INSERT INTO besluit (identificatie, soort, onderwerp, titel, bevoegd_gezag, gepubliceerd, plaats_soort, geom, bron_id)
      SELECT 'vulling ' || i, 'overig', 'overig', 'Vulling', 'Gemeente', '2020-01-01', 'punt',
        ST_SetSRID(ST_MakePoint(20000 + (i % 100) * 50, 400000 + i / 100 * 50), 28992), 'besluiten'
      FROM generate_series(1, 5000) i`);
    await database.db.raw('ANALYZE besluit');
    const explain = statement(`EXPLAIN WITH ${gebiedSql} SELECT ${besluitenSql} AS feiten`);
    const plan = JSON.stringify(
      await explain(database.db, { ...opPerceel, ...besluitenVraag({ straal: 500, maximum: 100 }) }),
    );
    expect(plan).toContain('besluit_midden');
    expect(plan).toContain('besluit_met_vorm');
    expect((await besluiten()).totaal).toBe(5);
  });
});
