import { describe, expect, test } from 'vitest';
import { apiBase } from '../../server/http/endpoint.ts';
import { operations } from '../../server/operations.ts';
import { bewaringen, bewaringVan, isAnderePlek } from './bewaren.ts';

const op = (pad: string) => new URL(pad, 'https://loket.example');
const naam = (pad: string) => bewaringVan(op(pad))?.naam ?? null;

describe('what the device may keep', () => {
  test('of the API only what anybody may read, and nothing that is sent', () => {
    const bewaard = operations.filter(({ path }) =>
      bewaringen.some(({ paden }) => paden.some((pad) => pad.test(`${apiBase}${path.replace(/:\w+/g, '1')}`))),
    );
    expect(bewaard.map(({ path }) => path).sort()).toEqual([
      '/begin',
      '/besluiten',
      '/bronnen',
      '/lagen',
      '/lagen/hier',
      '/locatie',
      '/omstandigheden',
      '/regels',
      '/regelteksten/:id',
    ]);
    expect(bewaard.every(({ method, role }) => method === 'GET' && role === 'iedereen')).toBe(true);
  });

  test.each([
    ['/api/v1/locatie?x=1&y=2', 'plek'],
    ['/api/v1/lagen/hier?x=1&y=2&lagen=a', 'plek'],
    ['/api/v1/locatie', null],
    ['/api/v1/begin', 'algemeen'],
    ['/ogc/v1/collections/ondergrond/tiles/WebMercatorQuad/14/1/2?v=a', 'tegels'],
    ['/ogc/v1/collections/ondergrond/tiles/WebMercatorQuad/14/1/2', null],
    ['/ogc/v1/collections/perceel/items?v=a', null],
    ['/api/v1/zaken', null],
    ['/api/v1/uittreksels/1', null],
    ['/api/v1/locatie/mijn?x=1&y=2', null],
    ['/', null],
  ])('%s: %s', (pad, verwacht) => expect(naam(pad)).toBe(verwacht));

  test('a kept answer about another place gives way', () => {
    expect(isAnderePlek(op('/api/v1/regels?x=1&y=2'), op('/api/v1/locatie?x=1&y=2'))).toBe(false);
    expect(isAnderePlek(op('/api/v1/regels?x=1&y=3'), op('/api/v1/locatie?x=1&y=2'))).toBe(true);
  });
});
