import { expect, it } from 'vitest';
import { berekenPerceel } from '../../scripts/achtererf/bereken.ts';
import { modelgemeente } from '../../scripts/import/modelgemeente.ts';
import { runImport } from '../../scripts/import/runner.ts';
import type { Beeld } from '../../server/veiligheid/beeld/contract.ts';
import { themas as alleThemas } from '../../server/veiligheid/domain/velden.ts';
import { regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { loadKaartRijen } from '../../server/vergunningcheck/situatie/queries.ts';
import { onBothEngines } from '../database.ts';

onBothEngines('the Modelgemeente in the database', (database) => {
  it('arrives whole, and covers its gemeente without gap or overlap', { timeout: 240_000 }, async () => {
    const { db } = database;
    const verslag = await runImport(db, modelgemeente, 'modelgemeente', { opties: { inwoners: '5000' } });
    for (const bron of verslag.bronnen.filter(({ id }) => /^(brk|bag|bgt|cbs)-/.test(id))) {
      expect({ id: bron.id, afgekeurd: bron.afgekeurd, hersteld: bron.hersteld }).toEqual({
        id: bron.id,
        afgekeurd: [],
        hersteld: 0,
      });
    }
    const { rows } = await db.raw(`
      WITH maaiveld AS (
        SELECT geom FROM bgt_object WHERE ST_Dimension(geom) = 2 AND relatieve_hoogte = 0
        UNION ALL SELECT geom FROM pand
      )
      SELECT
        (SELECT ST_Area(geom) FROM gemeente) AS gemeente,
        (SELECT sum(ST_Area(geom)) FROM perceel) AS percelen,
        (SELECT sum(ST_Area(geom)) FROM maaiveld) AS maaiveld,
        (SELECT sum(ST_Area(geom)) FROM buurt) AS buurten,
        (SELECT count(*)::int FROM perceel a JOIN perceel b ON a.geom && b.geom AND a.identificatie < b.identificatie
          WHERE ST_Relate(a.geom, b.geom, '2********')) AS overlap,
        (SELECT count(*)::int FROM adres a JOIN pand p ON p.identificatie = a.pand_identificatie
          WHERE NOT ST_Covers(p.geom, a.geom)) AS buiten_pand,
        (SELECT count(*)::int FROM adres a LEFT JOIN pand p ON p.identificatie = a.pand_identificatie
          WHERE p.identificatie IS NULL) AS zonder_pand`);
    const [row] = rows;
    expect(row).toMatchObject({ overlap: 0, buiten_pand: 0, zonder_pand: 0 });
    for (const soort of ['percelen', 'maaiveld', 'buurten'])
      expect(Math.abs(row[soort] - row.gemeente)).toBeLessThan(1);
  });

  it('knows of nearly every woning whether a plain shed may stand in its back garden', async () => {
    const regels = regelsVoor('gm9999', '2026-11-27')!;
    const ids: string[] = await database.db('perceel').orderBy('identificatie').pluck('identificatie');
    const rijen = [];
    for (let deel = 0; deel < 8; deel += 1) {
      rijen.push(...(await loadKaartRijen(database.db, ids[Math.floor((ids.length * deel) / 8)]!, 60)));
    }
    const uitkomsten = rijen.map(({ rij }) => berekenPerceel(JSON.parse(rij), regels));
    const schuurtjes = uitkomsten.filter(({ woningen }) => woningen === 1).map(({ schuurtje }) => schuurtje);
    expect(schuurtjes.length).toBeGreaterThan(100);
    expect(schuurtjes.filter((een) => een === 'ONBEKEND').length / schuurtjes.length).toBeLessThan(0.15);
    expect(schuurtjes.filter((een) => een === 'VRIJ').length / schuurtjes.length).toBeGreaterThan(0.5);
  });

  it('comes with an adopted veiligheidsbeeld', async () => {
    const { inhoud } = await database.db('veiligheidsbeeld_vastgesteld').first('inhoud');
    const { themas, interventies } = JSON.parse(inhoud) as Beeld;
    expect(themas.filter(({ prioriteit }) => prioriteit !== null)).toHaveLength(4);
    expect(themas.filter(({ problematiek, aanpak, extra }) => problematiek && aanpak && extra)).toHaveLength(
      alleThemas.size,
    );
    expect(themas.flatMap(({ indicatoren }) => indicatoren).filter(({ streef }) => streef).length).toBeGreaterThan(4);
    // so small a town has too little to set it against, and that is what the product says
    expect(interventies).toMatchObject([{ thema: '1.3', meting: { stand: 'onbekend', reden: 'te weinig' } }]);
    expect(inhoud).not.toMatch(/\{\w+\}/);
  });

  it('tells what is wrong with a wish', async () => {
    const wish = runImport(database.db, modelgemeente, 'modelgemeente', { opties: { inwoners: 'veel' } });
    await expect(wish).rejects.toThrow('--inwoners "veel" kan niet');
  });
});
