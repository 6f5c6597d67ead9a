import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogus } from '../../lagen/catalogus/index.ts';
import { aanbodVoor } from './collecties.ts';
import { diepteMaximum, parseCql2Text } from './cql2.ts';
import { crs84, findCrs, rdNew } from './crs.ts';
import { naarVoorwaarde } from './filter.ts';

const { collecties } = aanbodVoor(catalogus, ['iedereen']);
const besluiten = collecties.get('besluiten')!;
const pand = collecties.get('pand')!;

const parse = (tekst: string) => {
  const gelezen = parseCql2Text(tekst);
  if ('melding' in gelezen) throw new Error(gelezen.melding);
  return gelezen.cql2;
};
const sqlVan = (tekst: string, collectie = besluiten, crs = crs84) => {
  const uitkomst = naarVoorwaarde(parse(tekst), collectie, crs);
  if ('melding' in uitkomst) throw new Error(uitkomst.melding);
  return uitkomst.sql;
};
const meldingVan = (tekst: string, collectie = besluiten) => {
  const gelezen = parseCql2Text(tekst);
  if ('melding' in gelezen) return gelezen.melding;
  const uitkomst = naarVoorwaarde(gelezen.cql2, collectie, crs84);
  return 'melding' in uitkomst ? uitkomst.melding : null;
};

describe('reading CQL2 text', () => {
  test.each([
    ["titel = 'Bouw''s'", { op: '=', args: [{ property: 'titel' }, "Bouw's"] }],
    ["titel = 'O\\'Brien'", { op: '=', args: [{ property: 'titel' }, "O'Brien"] }],
    ['bouwjaar >= -3.5e1', { op: '>=', args: [{ property: 'bouwjaar' }, -35] }],
    ['"order" <> 1', { op: '<>', args: [{ property: 'order' }, 1] }],
    ['a NOT BETWEEN 1 AND 2', { op: 'not', args: [{ op: 'between', args: [{ property: 'a' }, 1, 2] }] }],
    ["a not in ('x', 'y')", { op: 'not', args: [{ op: 'in', args: [{ property: 'a' }, ['x', 'y']] }] }],
    ['a IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [{ property: 'a' }] }] }],
    [
      "CaseI(a) LIKE casei('x%')",
      {
        op: 'like',
        args: [
          { op: 'casei', args: [{ property: 'a' }] },
          { op: 'casei', args: ['x%'] },
        ],
      },
    ],
    [
      'S_INTERSECTS(geometry,POINT(5.1 -52))',
      {
        op: 's_intersects',
        args: [{ property: 'geometry' }, { type: 'Point', coordinates: [5.1, -52] }],
      },
    ],
    [
      "T_DURING(d, INTERVAL('2024-01-01', '..'))",
      {
        op: 't_during',
        args: [{ property: 'd' }, { interval: ['2024-01-01', '..'] }],
      },
    ],
  ])('%s', (tekst, json) => {
    expect(parse(tekst)).toEqual(json);
  });

  test('AND binds stronger than OR, NOT stronger than both, and names may begin with a keyword', () => {
    expect(parse('NOT android = 1 AND orde = 2 OR notaris = 3')).toEqual({
      op: 'or',
      args: [
        {
          op: 'and',
          args: [
            { op: 'not', args: [{ op: '=', args: [{ property: 'android' }, 1] }] },
            { op: '=', args: [{ property: 'orde' }, 2] },
          ],
        },
        { op: '=', args: [{ property: 'notaris' }, 3] },
      ],
    });
  });

  test.each(['', 'a =', "a = 'x", "a = 'x'; DROP TABLE pand", 'a = 1 b = 2', '(a = 1', 'a IN ()', 'a = 1)', 'a == 1'])(
    'refuses %j and never reads half of it',
    (tekst) => {
      expect(parseCql2Text(tekst)).toEqual({ melding: expect.stringContaining('Het filter') });
    },
  );

  test.each(['(', 'NOT ', 'casei(', '-', 'NOT(', 'a = ('])('refuses %j repeated without end, at once', (stuk) => {
    const begin = performance.now();
    expect(parseCql2Text(stuk.repeat(1_000))).toEqual({ melding: expect.any(String) });
    expect(performance.now() - begin).toBeLessThan(500);
  });

  const schemaPad = fileURLToPath(new URL('../../../../shared/data/ogc/cql2.schema.json', import.meta.url));
  test.skipIf(!existsSync(schemaPad))('gives CQL2 JSON as the standard defines it (skipped without ../shared)', () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    const valideer = ajv.compile(JSON.parse(readFileSync(schemaPad, 'utf8')));
    expect(valideer({ op: '=', args: [{ property: 'naam' }] })).toBe(false);
    for (const tekst of [
      "naam = 'x' AND (bouwjaar > 1900 OR NOT status LIKE 'in%')",
      'hoogte BETWEEN 1 AND 2',
      "soort IN ('a', 'b')",
      'bouwjaar IS NULL',
      "CASEI(naam) = CASEI('X')",
      "ACCENTI(naam) = ACCENTI('é')",
      'S_WITHIN(geometry, POLYGON((5 52, 6 52, 6 53, 5 52)))',
      'S_INTERSECTS(geometry, BBOX(5, 52, 6, 53))',
      'S_DISJOINT(geometry, MULTIPOINT(5 52, 6 53))',
      "T_AFTER(d, DATE('2024-01-01'))",
      "T_DURING(INTERVAL(a, b), INTERVAL('2024-01-01', '..'))",
      "d > TIMESTAMP('2024-01-01T00:00:00Z')",
    ]) {
      expect(valideer(parse(tekst)), `${tekst}: ${JSON.stringify(valideer.errors?.slice(0, 3))}`).toBe(true);
    }
  });
});

describe('from CQL2 to a condition', () => {
  test.each([
    ["onderwerp = 'kap'", '(o.onderwerp = ?::text)', ['kap']],
    ["'kap' = onderwerp", '(?::text = o.onderwerp)', ['kap']],
    ["gepubliceerd > DATE('2024-01-31')", '(o.gepubliceerd > ?::date)', ['2024-01-31']],
    ["gepubliceerd > TIMESTAMP('2024-01-31T23:30:00Z')", '(o.gepubliceerd > ?::date)', ['2024-02-01']],
    ["bevoegdGezag LIKE '%Ede'", '(o.bevoegd_gezag LIKE ?::text)', ['%Ede']],
    ["CASEI(titel) = CASEI('X')", '(lower(o.titel) = lower(?::text))', ['X']],
    [
      "soort IN ('a','b') AND NOT titel IS NULL",
      '((o.soort IN (?::text, ?::text)) AND (NOT (o.titel IS NULL)))',
      ['a', 'b'],
    ],
    ['soort = onderwerp', '(o.soort = o.onderwerp)', []],
    ["T_BEFORE(gepubliceerd, INTERVAL('2024-01-01','..'))", 'o.gepubliceerd < ?::date', ['2024-01-01']],
    ['TRUE', 'TRUE', []],
  ])('%s', (tekst, verwacht, bindings) => {
    expect(sqlVan(tekst)).toEqual({ sql: verwacht, bindings });
  });

  test('shapes are transformed, not features, and follow the order of axes of their system', () => {
    expect(sqlVan('S_INTERSECTS(geometry, POINT(180000 455000))', pand, rdNew)).toEqual({
      sql: 'ST_Intersects(o.geom, ST_SetSRID(ST_GeomFromGeoJSON(?::text), 28992))',
      bindings: ['{"type":"Point","coordinates":[180000,455000]}'],
    });
    const lengteEerst = sqlVan('S_WITHIN(geometry, POINT(5.7 52.1))', pand);
    const breedteEerst = sqlVan(
      'S_WITHIN(geometry, POINT(52.1 5.7))',
      pand,
      findCrs('http://www.opengis.net/def/crs/EPSG/0/4326'),
    );
    expect(breedteEerst).toEqual(lengteEerst);
    expect(lengteEerst.sql).toContain('ST_Within(o.geom, ST_Transform(');
  });

  test.each([
    ["bestaatniet = 'x'", 'geen eigenschap "bestaatniet"'],
    ['onderwerp = 1', 'niet te vergelijken'],
    ["gepubliceerd > '2024-01-01'", "DATE('2026-01-31')"],
    ["gepubliceerd > DATE('2024-02-30')", '"2024-02-30" is geen datum'],
    ["gepubliceerd > DATE('0000-01-01')", 'is geen datum'],
    ['titel = NULL', 'IS NULL'],
    ["soundex(titel) = 'x'", '"soundex"'],
    ["A_CONTAINS(titel, ('x','y'))", '"a_contains"'],
    ["T_MEETS(gepubliceerd, DATE('2024-01-01'))", '"t_meets"'],
    ['S_DWITHIN(geometry, POINT(5 52), 10)', '"s_dwithin"'],
    ['S_INTERSECTS(titel, POINT(5 52))', 'hier hoort een vorm'],
    ['S_INTERSECTS(geometry, POINT(-170 -52))', 'te ver van Nederland'],
    ['S_INTERSECTS(geometry, POLYGON((5 52, 6 52, 6 53, 5 53)))', 'niet gesloten'],
    ['S_INTERSECTS(geometry, POLYGON((5 52, 5 52)))', 'te weinig punten'],
    ['S_INTERSECTS(geometry, BBOX(6, 52, 5, 53))', 'ten oosten'],
    ['S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(5 52)))', '"GEOMETRYCOLLECTION"'],
    ["geometry = 'x'", 'past alleen in S_INTERSECTS'],
    ["titel LIKE 'x\\'", 'Het filter'],
    ['titel', 'true of false'],
    ['titel LIKE soort', 'rechts van LIKE'],
  ])('%s is refused and says why', (tekst, deel) => {
    expect(meldingVan(tekst)).toContain(deel);
  });

  test('lists and arithmetic are named when they are refused', () => {
    expect(meldingVan("gebruiksdoelen = 'woonfunctie'", pand)).toContain('"gebruiksdoelen"');
    expect(meldingVan('bouwjaar = 1990 + 1', pand)).toContain('"+"');
    expect(meldingVan('bouwjaar = 1e400', pand)).toContain('te groot');
  });

  test('CQL2 JSON of any shape is refused or understood, never trusted', () => {
    const diep = Array.from({ length: diepteMaximum + 5 }).reduce<unknown>((arg) => ({ op: 'not', args: [arg] }), true);
    for (const raar of [
      diep,
      null,
      1,
      'x',
      [],
      {},
      { op: 'and' },
      { op: '=', args: 'xx' },
      { op: '__proto__', args: [] },
      { op: 'constructor', args: [1, 2] },
      { op: '=', args: [{ property: '__proto__' }, 1] },
      { op: '=', args: [{ property: 'toString' }, 'x'] },
      { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'constructor', coordinates: [] }] },
      { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Polygon', coordinates: 'POINT' }] },
      { op: 't_after', args: [{ interval: 'xx' }, { interval: [{}, null] }] },
    ]) {
      expect(naarVoorwaarde(raar, besluiten, crs84), JSON.stringify(raar)).toEqual({ melding: expect.any(String) });
    }
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const uitkomst = naarVoorwaarde(json, besluiten, crs84);
        expect('melding' in uitkomst || typeof uitkomst.sql.sql === 'string').toBe(true);
      }),
    );
  });

  test('nothing that the asker writes ends up in the statement', () => {
    const geheim = "x'); DROP TABLE pand; --";
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.constantFrom('=', '<>', 'like'), (tekst, op) => {
        const waarde = `${geheim}${tekst}`;
        for (const cql2 of [
          { op, args: [{ property: 'titel' }, waarde] },
          { op: 'in', args: [{ property: 'titel' }, [waarde]] },
          { op: 'and', args: [true, { op, args: [{ op: 'casei', args: [{ property: 'titel' }] }, waarde] }] },
          { op, args: [{ property: waarde }, 'x'] },
          { op: waarde, args: [{ property: 'titel' }, 'x'] },
        ]) {
          const uitkomst = naarVoorwaarde(cql2, besluiten, crs84);
          if ('sql' in uitkomst) expect(uitkomst.sql.sql).not.toContain('DROP');
        }
      }),
    );
    expect(sqlVan("titel = 'x''); DROP TABLE pand; --'").bindings).toEqual(["x'); DROP TABLE pand; --"]);
  });

  test('text that is no filter is refused with a message, whatever it is', () => {
    const stukken = fc.constantFrom(
      "'",
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      'IN',
      'titel',
      '=',
      '1',
      ',',
      '--',
      '"',
      'POINT',
      ' ',
      '\\',
      '?',
      '$1',
      'DATE',
    );
    fc.assert(
      fc.property(fc.array(stukken, { maxLength: 30 }), (delen) => {
        const gelezen = parseCql2Text(delen.join(' '));
        if ('cql2' in gelezen) {
          const uitkomst = naarVoorwaarde(gelezen.cql2, besluiten, crs84);
          if ('sql' in uitkomst) expect(uitkomst.sql.sql.match(/\?/g)?.length ?? 0).toBe(uitkomst.sql.bindings.length);
        } else expect(gelezen.melding).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });
});
