import { beforeAll, describe, expect, test } from 'vitest';
import { toonRegels } from '../../server/regels/domain/regels.ts';
import { completeRegels, loadRegels, loadRegeltekst } from '../../server/regels/queries.ts';
import { onBothEngines } from '../database.ts';
import { inBuurgemeente, opPerceel, plantPlaats, zonderGegevens, zonderGrens } from '../plaats.ts';

const vandaag = '2026-11-22';

onBothEngines('Regels', (database) => {
  beforeAll(() => plantPlaats(database.db), 60_000);
  const regels = async (punt: { x: number; y: number }, datum = vandaag) =>
    toonRegels(await loadRegels(database.db, punt, datum), datum);
  /** Per activiteit its only aanduiding here. */
  const activiteiten = async (punt: { x: number; y: number }, datum = vandaag) =>
    Object.fromEntries(
      (await regels(punt, datum)).activiteiten.map(({ naam, aanduidingen }) => [naam, aanduidingen[0]] as const),
    );

  test('locaties that an import took away meanwhile are asked for again', async () => {
    const vraag = { punt: opPerceel, datum: vandaag };
    const weg: [number, boolean, number, boolean, boolean] = [999_999_999, true, 600, true, true];
    const feiten = await loadRegels(database.db, opPerceel, vandaag);
    const { verdeling: _verdeling, ...rest } = feiten;
    expect(await completeRegels(database.db, vraag, { ...rest, hier: [weg] })).toEqual(feiten);
  });

  describe('on a perceel of 600 m²', () => {
    test('inside, partly inside and outside a locatie answer differently', async () => {
      const hier = await activiteiten(opPerceel);
      expect(hier.heel).toMatchObject({ kwalificatie: 'vergunningplicht', artikel: 'Artikel 11', werking: 'geldt' });
      expect(hier.heel?.aandeel).toEqual({ m2: 600, procent: 100, rand: false });
      expect(hier.oosthelft?.aandeel).toEqual({ m2: 300, procent: 50, rand: false });
      expect(hier.oosthelft?.idealisatie).toBe('indicatief');
      expect(hier).not.toHaveProperty('elders');
    });

    test('a sliver is marked as rand, a border that touches is nothing', async () => {
      const hier = await activiteiten(opPerceel);
      expect(hier.rand?.aandeel).toEqual({ m2: 0.6, procent: 0.1, rand: true });
      expect(hier).not.toHaveProperty('raakt');
    });

    test('a line applies without a share', async () => {
      expect((await activiteiten(opPerceel)).lijn).toMatchObject({
        werking: 'geldt',
        aandeel: { m2: null, procent: null, rand: false },
      });
    });

    test('a rule without geometry is unknown and not dropped', async () => {
      const hier = await activiteiten(opPerceel);
      expect(hier.onbekend).toMatchObject({ werking: 'onbekend', aandeel: null });
      expect(hier.misschien).toMatchObject({ werking: 'onbekend', aandeel: null });
      expect(hier['plan zonder grens']).toMatchObject({ werking: 'onbekend' });
    });

    test('a kwalificatie holds where both the rule and the aanduiding lie', async () => {
      const hier = await activiteiten(opPerceel);
      expect(hier['deel van heel']?.aandeel?.m2).toBe(300);
      expect(hier.kwart?.aandeel?.m2).toBe(150);
    });

    test('locaties that overlap count once', async () => {
      expect((await activiteiten(opPerceel)).driekwart?.aandeel).toEqual({ m2: 450, procent: 75, rand: false });
    });

    test('a rule whose kwalificatie lies elsewhere stays, under overig', async () => {
      const hier = await regels(opPerceel);
      expect(hier.overig.map(({ artikel }) => artikel)).toEqual(['Artikel 102']);
      expect(hier.activiteiten.map(({ naam }) => naam)).not.toContain('elders in heel');
    });

    test('normen and gebiedsaanwijzingen with what lies here of them', async () => {
      const hier = await regels(opPerceel);
      expect(hier.normen).toHaveLength(1);
      expect(hier.normen[0]).toMatchObject({ naam: 'maximum bouwhoogte', eenheid: 'meter' });
      expect(
        hier.normen[0]?.waarden.map(({ kwantitatief, kwalitatief, aandeel }) => [
          kwantitatief,
          kwalitatief,
          aandeel?.m2,
        ]),
      ).toEqual([
        ['10.50', null, 300],
        [null, 'een bouwlaag', 300],
      ]);
      expect(hier.gebiedsaanwijzingen).toMatchObject([{ naam: 'Centrum', type: 'functie', aandeel: { procent: 50 } }]);
    });

    test('shares from the pieces equal shares from the whole geometry', async () => {
      await database.db.transaction(async (trx) => {
        // A ragged area of some 400 vertices, so that it is cut into many pieces.
        await trx.raw(`
          INSERT INTO locatie (id, regeling_id, identificatie, soort, geom)
          SELECT 99, 1, 'rafel', 'Gebied', ST_MakeValid(ST_MakePolygon(ST_AddPoint(lijn, ST_StartPoint(lijn))))
          FROM (
            SELECT ST_MakeLine(ST_SetSRID(ST_MakePoint(
              146010 + (8 + 6 * sin(i * 0.9)) * cos(pi() * i / 200),
              505015 + (8 + 6 * sin(i * 0.9)) * sin(pi() * i / 200)), 28992) ORDER BY i) AS lijn
            FROM generate_series(0, 399) i
          ) q`);
        await trx.raw('INSERT INTO locatie_deel SELECT id, ST_Subdivide(geom, 32) FROM locatie WHERE id = 99');
        await trx.raw('INSERT INTO juridische_regel_locatie (regel_id, locatie_id) VALUES (16, 99)');
        await trx.raw('INSERT INTO activiteit_locatieaanduiding_locatie (aanduiding_id, locatie_id) VALUES (16, 99)');
      });
      const { rows } = await database.db.raw(`
        SELECT ST_Area(ST_Intersection(l.geom, p.geom)) AS m2, ST_NPoints(l.geom) AS punten
        FROM locatie l, perceel p WHERE l.id = 99 AND p.identificatie = 'perceel-1'`);
      expect(rows[0].punten).toBeGreaterThan(300);
      expect((await activiteiten(opPerceel)).elders?.aandeel?.m2).toBeCloseTo(rows[0].m2, 1);
    });
  });

  describe('which regelingen answer', () => {
    test('geldend, ontwerp and toekomstig are told apart; what has ended is gone', async () => {
      const status = async (datum: string) =>
        Object.fromEntries((await regels(opPerceel, datum)).regelingen.map(({ id, status }) => [id, status]));
      expect(await status(vandaag)).toMatchObject({ 1: 'geldend', 2: 'ontwerp', 3: 'toekomstig', 7: 'geldend' });
      expect(await status(vandaag)).not.toHaveProperty('4');
      expect(await status('2023-06-01')).toMatchObject({ 1: 'toekomstig', 4: 'geldend' });
      expect(await status('2024-01-01')).not.toHaveProperty('4');
      expect(await status('2027-01-01')).toMatchObject({ 3: 'geldend' });
    });

    test('two gemeenten in one database: each place gets only its own rules', async () => {
      const eigen = await activiteiten(opPerceel);
      expect(eigen).not.toHaveProperty('buurplan');
      expect(eigen).not.toHaveProperty('buurplan zonder grens');
      const buur = await activiteiten(inBuurgemeente);
      expect(Object.keys(buur).sort()).toEqual(['buurplan', 'buurplan zonder grens']);
      expect(buur.buurplan?.aandeel).toEqual({ m2: null, procent: null, rand: false });
    });

    test('each bestuurslaag says whether we know', async () => {
      const stand = async (punt: { x: number; y: number }) =>
        Object.fromEntries((await regels(punt)).bestuurslagen.map(({ bestuurslaag, stand }) => [bestuurslaag, stand]));
      const onbekend = { provincie: 'geen-gegevens', rijk: 'geen-gegevens' };
      expect(await stand(opPerceel)).toEqual({ gemeente: 'bekend', waterschap: 'bekend', ...onbekend });
      expect(await stand(zonderGegevens)).toEqual({ gemeente: 'bekend', waterschap: 'geen-gegevens', ...onbekend });
      expect(await stand(zonderGrens)).toEqual({ gemeente: 'geen-gegevens', waterschap: 'geen-gegevens', ...onbekend });
    });
  });

  test('a regeltekst with its regeling, and null for one that does not exist', async () => {
    expect(await loadRegeltekst(database.db, 11)).toMatchObject({
      nummer: 'Artikel 11',
      tekst: 'Over heel.',
      regeling: { id: 1, opschrift: 'Regeling 1' },
    });
    expect(await loadRegeltekst(database.db, 999_999)).toBeNull();
  });
});
