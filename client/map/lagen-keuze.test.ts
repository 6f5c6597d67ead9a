import { describe, expect, test } from 'vitest';
import type { Laag } from '../../server/lagen/contract.ts';
import { groepen, moveLaag, setDekking, standaardLagen, toggleLaag } from './lagen-keuze.ts';

const pile = [
  { id: 'a', dekking: 1 },
  { id: 'b', dekking: 0.5 },
  { id: 'c', dekking: 1 },
];
const ids = (lagen: { id: string }[]) => lagen.map(({ id }) => id).join('');

describe('the pile of layers', () => {
  test('a new layer comes on top, an old one goes', () => {
    expect(ids(toggleLaag(pile, 'd'))).toBe('dabc');
    expect(ids(toggleLaag(pile, 'b'))).toBe('ac');
  });

  test('a layer moves one place and stops at the ends', () => {
    expect(ids(moveLaag(pile, 'b', -1))).toBe('bac');
    expect(ids(moveLaag(pile, 'b', 1))).toBe('acb');
    expect(ids(moveLaag(pile, 'a', -1))).toBe('abc');
    expect(ids(moveLaag(pile, 'c', 1))).toBe('abc');
    expect(ids(moveLaag(pile, 'unknown', 1))).toBe('abc');
  });

  test('moving takes the visibility along', () => {
    expect(moveLaag(pile, 'b', -1)[0]).toEqual({ id: 'b', dekking: 0.5 });
  });

  test('visibility stays between nothing and full', () => {
    expect(setDekking(pile, 'a', 0.3)[0]?.dekking).toBe(0.3);
    expect(setDekking(pile, 'a', 7)[0]?.dekking).toBe(1);
    expect(setDekking(pile, 'a', -1)[0]?.dekking).toBe(0);
  });
});

describe('the catalogue', () => {
  const laag = (id: string, extra: Partial<Laag>): Laag => ({
    id,
    naam: id,
    groep: 'Regels',
    uitleg: '',
    geometrie: 'vlak',
    ondergrond: false,
    standaardAan: false,
    minZoom: 0,
    maxZoom: 24,
    veld: null,
    legenda: [],
    tekstVeld: null,
    tegelZoom: 16,
    stand: 'gereed',
    tegels: '/',
    ...extra,
  });
  const catalogus = [
    laag('pand', { ondergrond: true, standaardAan: true }),
    laag('aan', { standaardAan: true }),
    laag('aan-zonder-gegevens', { standaardAan: true, stand: 'leeg' }),
    laag('bezig', { stand: 'wordt-gemaakt', groep: 'Besluiten' }),
  ];

  test('on by default is what has data and is not the background', () => {
    expect(standaardLagen(catalogus)).toEqual([{ id: 'aan', dekking: 1 }]);
  });

  test('groups keep the order, without the background, and what has no data apart', () => {
    expect(groepen(catalogus).map(({ groep, lagen, leeg }) => [groep, ids(lagen), ids(leeg)])).toEqual([
      ['Regels', 'aan', 'aan-zonder-gegevens'],
      ['Besluiten', 'bezig', ''],
    ]);
  });
});
