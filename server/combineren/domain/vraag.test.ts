import { describe, expect, test } from 'vitest';
import { catalogus } from '../../lagen/catalogus/index.ts';
import { aanbodVoor } from '../../ogc/domain/collecties.ts';
import { combinatie } from '../contract.ts';
import { type Meting, schat, werkVan } from './schatting.ts';
import { readVraag, toCombineerLaag, type Vraag } from './vraag.ts';

const { collecties } = aanbodVoor(catalogus, ['iedereen']);
const lagen = new Map(catalogus.map((laag) => [laag.id, { laag, collectie: collecties.get(laag.id)! }]));
const lees = (vraag: object, alle = lagen) => readVraag(combinatie.parse(vraag), alle, '2026-11-22');
const vraagVan = (vraag: object): Vraag => {
  const gelezen = lees(vraag);
  if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
  return gelezen.vraag;
};
const meldingen = (vraag: object, alle = lagen) => {
  const gelezen = lees(vraag, alle);
  return 'fouten' in gelezen ? gelezen.fouten.map(({ veld }) => veld) : [];
};

describe('a question is held against the catalogue', () => {
  test('values of the asker are bindings, never text of the statement', () => {
    const kwaad = `x'; DROP TABLE pand; --`;
    const { toon } = vraagVan({
      toon: { laag: 'besluiten', filters: [{ veld: 'onderwerp', waarden: [kwaad, 'kap'] }] },
    });
    expect(toon.waar.map(({ sql }) => sql).join(' ')).not.toContain('DROP');
    expect(toon.waar.flatMap(({ bindings }) => [...bindings])).toEqual([kwaad, 'kap']);
  });

  test('rules are those in force today, unless a period is asked for', () => {
    const bindings = (vraag: object) => vraagVan(vraag).toon.waar.flatMap(({ bindings }) => [...bindings]);
    expect(bindings({ toon: { laag: 'regels-functie' } })).toEqual(['2026-11-22', '2026-11-22']);
    expect(bindings({ toon: { laag: 'regels-functie', van: '2020-01-01' } })).toEqual(['2020-01-01']);
  });

  test('what is not there, or of another kind, is refused all at once', () => {
    const filter = (veld: string, waarde: string) => ({
      toon: { laag: 'pand', filters: [{ veld, waarden: [waarde] }] },
    });
    expect(meldingen(filter('geom', 'x'))).toEqual(['toon.filters']);
    expect(meldingen(filter('bouwjaar', '19.5'))).toEqual(['toon.filters']);
    expect(meldingen(filter('hoogteM', '1e3'))).toEqual(['toon.filters']);
    expect(meldingen(filter('status', 'a\0b'))).toEqual(['toon.filters']);
    expect(meldingen(filter('bouwjaar', '1950'))).toEqual([]);
    expect(
      meldingen({
        toon: { laag: 'geheim' },
        voorwaarden: [
          { laag: 'pand', relatie: 'nabij' },
          { laag: 'pand', relatie: 'binnen', van: '2026-01-01' },
        ],
      }),
    ).toEqual(['toon.laag', 'voorwaarden.0.meter', 'voorwaarden.1.van']);
    expect(meldingen({ toon: { laag: 'besluiten', van: '2026-02-01', tot: '2026-01-01' } })).toEqual(['toon.tot']);
  });

  test('a layer that somebody may not see is a layer that is not there', () => {
    const minder = new Map([...lagen].filter(([id]) => id !== 'pand'));
    expect(
      meldingen({ toon: { laag: 'perceel' }, voorwaarden: [{ laag: 'pand', relatie: 'binnen' }] }, minder),
    ).toEqual(['voorwaarden.0.laag']);
  });

  test('every layer of the catalogue can be chosen, and offers neither days nor whether it is known as a value', () => {
    for (const een of lagen.values()) {
      const { velden } = toCombineerLaag(een);
      expect(velden.some(({ naam }) => naam === 'bekend')).toBe(false);
      expect(meldingen({ toon: { laag: een.laag.id } })).toEqual([]);
    }
  });
});

describe('the estimate', () => {
  const meting = (aantal: number, anders: Partial<Meting> = {}): Meting => ({
    aantal,
    delen: aantal,
    breedte: 20,
    hoogte: 20,
    punten: 8,
    bereikM2: 5e7,
    ...anders,
  });
  const nabij = (meter: number) =>
    vraagVan({ toon: { laag: 'perceel' }, voorwaarden: [{ laag: 'pand', relatie: 'nabij', meter }] });
  const over = vraagVan({ toon: { laag: 'perceel' }, voorwaarden: [{ laag: 'pand', relatie: 'overlapt' }] });

  test('grows with the number of objects, their corners, and how thick they lie', () => {
    const basis = werkVan(over, [meting(1_000), meting(1_000)]);
    expect(werkVan(over, [meting(2_000), meting(1_000)])).toBeCloseTo(2 * basis);
    expect(werkVan(over, [meting(1_000), meting(1_000, { punten: 800 })])).toBeGreaterThan(basis);
    expect(werkVan(over, [meting(1_000), meting(1_000, { bereikM2: 1e6 })])).toBeGreaterThan(basis);
    expect(werkVan(over, [meting(0), meting(1_000)])).toBe(0);
  });

  test('looking near stops at the first, so a longer distance is no longer search', () => {
    const bij = (meter: number) => werkVan(nabij(meter), [meting(1_000), meting(45_000)]);
    expect(bij(5_000)).toBeLessThan(2 * bij(200));
  });

  test('what is too much is refused with the layer to make smaller', () => {
    const metingen = [meting(40_000), meting(60_000)];
    expect(schat(over, metingen, { microseconden: 1e9 })).toEqual({ aantallen: [40_000, 60_000], teGroot: null });
    const { teGroot } = schat(over, metingen, { microseconden: 1e6 });
    expect(teGroot).toContain('40.000 in Percelen, 60.000 in Panden');
    expect(teGroot).toContain('Kies bij Panden');
    expect(teGroot).not.toContain('afstand');
    expect(schat(nabij(200), metingen, { microseconden: 1 }).teGroot).toContain('kleinere afstand');
  });
});
