import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activiteiten } from '../activiteiten/index.ts';
import type { Werkzaamheid } from './oordeel.ts';
import { koppeling } from './sttr/koppeling.ts';
import { toonBestandWerkzaamheid, toonWerkzaamheden, toonWerkzaamheid } from './werkzaamheden.ts';
import { tikfouten, zoekWerkzaamheden } from './zoek.ts';

const map = resolve(import.meta.dirname, '../../../data/toepasbare-regels');
const alle: Werkzaamheid[] = [
  ...activiteiten.map(toonWerkzaamheid),
  ...readdirSync(map)
    .filter((naam) => naam.endsWith('.koppeling.json'))
    .map((naam) => {
      const { werkzaamheid, delen } = koppeling.parse(JSON.parse(readFileSync(resolve(map, naam), 'utf8')));
      return toonBestandWerkzaamheid({ ...werkzaamheid, delen: delen.map(({ vraag }) => vraag) });
    }),
];
const zoek = (zoekterm: string) => zoekWerkzaamheden(alle, zoekterm).map(({ werkzaamheid }) => werkzaamheid.id);

describe('what a person types', () => {
  test.each([
    ['ik wil een schuurtje in mijn achtertuin zetten', 'bijbehorend-bouwwerk'],
    ['Mag ik een dakkapel aan de voorkant?', 'dakkapel-voor'],
    ['ik wil graag weten of ik een terras voor mijn café mag uitbreiden', 'terras'],
    ['zonnepanelen op mijn monument', 'zonnepanelen-dak'],
    ['hoe hoog mag mijn schutting zijn', 'erfafscheiding'],
    ['hekken om mijn tuin', 'erfafscheiding'],
    ['ramen vervangen', 'kozijn-gevel'],
    ['mijn huis verhuren aan toeristen', 'vakantieverhuur'],
    ['huis bouwen', 'hoofdgebouw-nieuw'],
    ['asbest weghalen', 'slopen'],
    ['kozijnen vervangen', 'kozijn-gevel'],
  ])('as a sentence: "%s"', (zin, id) => {
    expect(zoek(zin)[0]).toBe(id);
  });

  test.each([
    ['schurtje', 'bijbehorend-bouwwerk'],
    ['dakapel', 'dakkapel-achter'],
    ['zonnepanlen', 'zonnepanelen-dak'],
    ['shcutting', 'erfafscheiding'],
    ['warmtepopm', 'airco-warmtepomp'],
  ])('with a typing error: "%s"', (zin, id) => {
    expect(zoek(zin)[0]).toBe(id);
  });

  test.each(['qwerty', 'blauwe', 'xyzzy 12'])('with a word that is like nothing: "%s schuur"', (woord) => {
    expect(zoek(`${woord} schuur`)).toEqual(zoek('schuur'));
  });

  test('holds several things at once, and each is found', () => {
    expect(zoek('een schuurtje en een schutting en een boom kappen').slice(0, 3).sort()).toEqual([
      'bijbehorend-bouwwerk',
      'erfafscheiding',
      'kap',
    ]);
  });

  test('is found while it is typed, from three letters', () => {
    for (const deel of ['schu', 'schuu', 'schuur', 'schuurt'])
      expect(zoek(deel), deel).toContain('bijbehorend-bouwwerk');
  });

  test('in every word that a werkzaamheid is known by finds it', () => {
    const zonder = alle.flatMap(({ id, naam, zoekwoorden }) =>
      [naam, ...zoekwoorden].filter((woord) => !zoek(woord).slice(0, 8).includes(id)).map((woord) => `${id}: ${woord}`),
    );
    expect(zonder).toEqual([]);
  });

  test('that nothing is like gives the whole list, and says so', () => {
    const { werkzaamheden, uitleg } = toonWerkzaamheden(alle, 'qqqqqq');
    expect(werkzaamheden).toHaveLength(alle.length);
    expect(uitleg).toContain('"qqqqqq"');
    expect(toonWerkzaamheden(alle, '').uitleg).toBeNull();
  });
});

test.each([
  ['schuur', 'schuur', 0],
  ['schurtje', 'schuurtje', 1],
  ['shcuur', 'schuur', 1],
  ['hek', 'boom', 3],
])('%s and %s are %i typing errors apart', (een, ander, aantal) => {
  expect(tikfouten(een, ander, 2)).toBe(aantal);
});
