import { describe, expect, test } from 'vitest';
import { laag as laagSchema } from '../contract.ts';
import { catalogus, collecties } from './index.ts';
import { vanafOppervlakte } from './laag.ts';

test('every layer has an id of its own that fits in an address and in SQL', () => {
  const ids = catalogus.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
});

test('the background is one tile set', () => {
  expect(new Set(catalogus.filter(({ ondergrond }) => ondergrond).map(({ collectie }) => collectie))).toEqual(
    new Set(['ondergrond']),
  );
  expect([...collecties.values()].flat()).toHaveLength(catalogus.length);
});

describe.each(catalogus.map((laag) => [laag.id, laag] as const))('%s', (_, laag) => {
  test('tells the browser what its contract asks', () => {
    const { stand, tegels } = { stand: 'gereed', tegels: '/' };
    expect(laagSchema.safeParse({ ...laag, stand, tegels }).success).toBe(true);
  });

  test('has a legend of at most seven classes with distinct values and colours', () => {
    expect(laag.legenda.length).toBeLessThanOrEqual(7);
    expect(new Set(laag.legenda.map(({ waarde }) => waarde)).size).toBe(laag.legenda.length);
    expect(new Set(laag.legenda.map(({ kleur }) => kleur)).size).toBe(laag.legenda.length);
    for (const { kleur, label } of laag.legenda) {
      expect(kleur).toMatch(/^#[0-9a-f]{6}$/);
      expect(label).not.toBe('');
    }
    if (!laag.ondergrond) {
      expect(laag.legenda.length).toBeGreaterThan(0);
      expect(laag.uitleg).not.toBe('');
    }
  });

  test('takes the field of its classes and its text along in the tile', () => {
    if (laag.veld) expect(laag.velden).toContain(laag.veld);
    if (laag.tekstVeld) expect(laag.velden).toContain(laag.tekstVeld);
  });

  test('has as many bindings as question marks', () => {
    expect(laag.objecten.sql.split('?').length - 1).toBe(laag.objecten.bindings.length);
  });
});

test('a surface is drawn from the zoom at which it covers four pixels', () => {
  const sql = vanafOppervlakte('m2', 12, 14);
  // at zoom 12 a pixel is 11.7 m: four pixels are 549 m²
  expect(sql).toBe('CASE WHEN m2 >= 549 THEN 12 WHEN m2 >= 137 THEN 13 ELSE 14 END');
});
