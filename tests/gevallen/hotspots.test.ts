import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hotspots } from '../../scripts/geval/hotspots.ts';
import { komtOvereen } from '../../scripts/geval/vergelijk.ts';

const root = resolve(import.meta.dirname, '../..');
const bestanden = [join(import.meta.dirname, 'hotspots.json'), resolve(root, '../shared/gevallen/hotspots.json')];
const read = (pad: string) => JSON.parse(readFileSync(pad, 'utf8')) as { versie: number; gevallen: object[] };
const bestand = (...gevallen: unknown[]) => ({ versie: 1, gevallen });

describe.each(bestanden.filter(existsSync))('cases of %s', (pad) => {
  test.each(hotspots(read(pad)).map((geval) => [geval.id, geval] as const))('%s', (_, { verwacht, compute }) => {
    expect(komtOvereen(verwacht!, compute())).toBe(true);
  });
});

describe('the format', () => {
  const mk = { id: 'a', methode: 'mann-kendall', invoer: { reeks: [1] } };
  const gi = (extra: object) => ({
    id: 'a',
    methode: 'gi-ster',
    invoer: { rijen: 1, kolommen: 2, waarden: [[1, 2]], buren: 'queen', zelf: true, ...extra },
  });
  const bh = (...pWaarden: unknown[]) => ({ id: 'a', methode: 'benjamini-hochberg', invoer: { pWaarden, alfa: 0.05 } });
  const patroon = (bins: unknown[], z: unknown[]) => ({ id: 'a', methode: 'patroon', invoer: { bins, z } });
  const tien = Array(10).fill(0);

  test.each([
    ['no cases', bestand()],
    ['toelichting', bestand({ ...mk, toelichting: '' })],
    ['no p at all', bestand(bh())],
    ['rows that do not fit, for that shows when it is computed', bestand(gi({ rijen: 3 }))],
    ['bins and z of different length, likewise', bestand(patroon(tien, [...tien, 1]))],
  ])('takes %s', (_, inhoud) => expect(() => hotspots(inhoud)).not.toThrow());

  test.each([
    ['another versie', { versie: 2, gevallen: [] }],
    ['an unknown methode', bestand({ ...mk, methode: 'moran' })],
    ['an unknown key in invoer', bestand(gi({ band: 250 }))],
    ['other neighbours', bestand(gi({ buren: 'rook' }))],
    ['without itself', bestand(gi({ zelf: false }))],
    ['half a row', bestand(gi({ rijen: 1.5 }))],
    ['an empty row', bestand(gi({ waarden: [[]] }))],
    ['a value as text', bestand(gi({ waarden: [['1', 2]] }))],
    ['p above 1', bestand(bh(1.1))],
    ['p null', bestand(bh(null))],
    ['an empty series', bestand({ ...mk, invoer: { reeks: [] } })],
    ['nine steps', bestand(patroon(tien.slice(1), tien.slice(1)))],
    ['a bin beyond 3', bestand(patroon([...tien.slice(1), 4], tien))],
    ['half of verwacht', bestand({ ...mk, verwacht: { S: 0 } })],
    ['an unknown categorie', bestand({ ...patroon(tien, tien), verwacht: { categorie: 'heet', teken: 'warm' } })],
  ])('refuses %s', (_, inhoud) => expect(() => hotspots(inhoud)).toThrow());

  test('what is not defined is null, and what does not fit is not computed', () => {
    const leeg = { rij: 0, z: null, p: null };
    expect(hotspots(bestand(gi({ waarden: [[3, 3]] })))[0]!.compute()).toMatchObject({
      gemiddelde: 3,
      s: 0,
      cellen: [leeg, leeg],
    });
    expect(() => hotspots(bestand(gi({ rijen: 3 })))[0]!.compute()).toThrow(RangeError);
    expect(() => hotspots(bestand(patroon(tien, [...tien, 1])))[0]!.compute()).toThrow(RangeError);
  });
});

test('the command knows the kind', { timeout: 30_000 }, () => {
  const eigen = bestanden[0]!;
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'geval', '--', 'hotspots', eigen], {
    cwd: root,
    encoding: 'utf8',
  });
  const regels = stdout
    .trimEnd()
    .split('\n')
    .map((regel) => JSON.parse(regel));
  expect(status).toBe(0);
  expect(regels.map(({ id }) => id)).toEqual(read(eigen).gevallen.map((geval) => Reflect.get(geval, 'id')));
  expect(regels.every(({ gelijk }) => gelijk === true)).toBe(true);
});
