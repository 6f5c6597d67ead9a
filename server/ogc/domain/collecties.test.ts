import { describe, expect, test } from 'vitest';
import { catalogus } from '../../lagen/catalogus/index.ts';
import type { LaagDefinitie } from '../../lagen/catalogus/laag.ts';
import { aanbodVoor, naarKolom } from './collecties.ts';
import { collecties } from './documenten.ts';
import { ogcOpenapi } from './openapi.ts';

describe('what somebody may see', () => {
  const [eerste, ...rest] = catalogus as [LaagDefinitie, ...LaagDefinitie[]];
  const geheim = { ...eerste, id: 'geheim', collectie: 'geheim', role: 'handhaver' as never };
  const gedeeld = { ...eerste, id: 'geheim-in-ondergrond', role: 'handhaver' as never };

  test('a layer of another role is nowhere: not in the list, the description, the features or the tiles', () => {
    const aanbod = aanbodVoor([eerste, ...rest, geheim], ['iedereen']);
    expect(aanbod.collecties.has('geheim')).toBe(false);
    expect(aanbod.tegelsets.has('geheim')).toBe(false);
    expect(JSON.stringify(collecties('http://x', aanbod, new Map()))).not.toContain('geheim');
    expect(JSON.stringify(ogcOpenapi('http://x', aanbod, '1.0.0'))).not.toContain('geheim');
    const eigen = aanbodVoor([eerste, ...rest, geheim], ['iedereen', 'handhaver' as never]);
    expect(eigen.collecties.has('geheim')).toBe(true);
  });

  test('a set of tiles that holds one layer of another role is not offered', () => {
    const aanbod = aanbodVoor([...catalogus, gedeeld], ['iedereen']);
    expect(aanbod.tegelsets.has(eerste.collectie)).toBe(false);
    expect(aanbod.tegelgroepen.has(eerste.collectie)).toBe(false);
    expect(aanbod.collecties.has(eerste.id)).toBe(true);
  });

  test('without a role there is nothing', () => {
    expect(aanbodVoor(catalogus, []).collecties.size).toBe(0);
  });
});

test('the layers of the catalogue have unique ids that fit in an address, and fields with a column', () => {
  const ids = catalogus.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, gegevens, objecten } of catalogus) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const { sql } = gegevens.objecten ?? objecten;
    for (const naam of Object.keys(gegevens.eigenschappen)) {
      expect(naam).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      expect(sql, `${id}: ${naam}`).toContain(naarKolom(naam));
    }
    for (const dag of [gegevens.tijd ?? []].flat()) expect(gegevens.eigenschappen[dag]?.type, id).toBe('date');
  }
});
