import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beoordeelBestand } from './deeloordeel.ts';
import { type Koppeling, koppeling as koppelingSchema } from './koppeling.ts';
import { leesRegelbestand } from './lees.ts';
import type { Antwoorden, Regelbestand } from './model.ts';
import { findGrens } from './vrijer.ts';

const map = new URL('../../../../data/toepasbare-regels/', import.meta.url);

function lees(naam: string): [Regelbestand, Koppeling] {
  const gelezen = leesRegelbestand(readFileSync(new URL(`${naam}.dmn`, map), 'utf8'));
  if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
  return [
    gelezen.bestand,
    koppelingSchema.parse(JSON.parse(readFileSync(new URL(`${naam}.koppeling.json`, map), 'utf8'))),
  ];
}

const oordeel = (naam: string, antwoorden: Antwoorden) =>
  beoordeelBestand(...lees(naam), antwoorden, 'burgemeester en wethouders van Ergens');

describe('the oordeel by a file of toepasbare regels', () => {
  const dikkeBoom = { bebouwdeKom: true, beschermdeBoom: false, hoofdgroen: true, dikte: 24 };

  test('shows value, limit, article and version of what decided, and the smallest change', () => {
    const { delen, vrijer, indieningsvereisten } = oordeel('kap', dikkeBoom);
    const [deel] = delen;
    expect(deel).toMatchObject({
      vraag: 'O',
      uitkomst: 'VERGUNNING',
      artikel: 'omgevingsplan artikel 7.1 lid 1',
      regelVersie: '2026-1',
      ontbreekt: [],
      bevoegdGezag: 'burgemeester en wethouders van Ergens',
      volgendeStap: { soort: 'indienen' },
    });
    expect(deel?.uitleg).toMatch(/dikker dan 20 centimeter.*regels van het Rijk.*hoofdstuk 11/s);
    const dikte = deel?.toetsen.find(({ feiten }) => feiten.includes('dikte'));
    expect(dikte).toMatchObject({ waarde: 24, eenheid: 'cm', artikel: 'omgevingsplan artikel 7.1 lid 1' });
    const groen = deel?.toetsen.find(({ feiten }) => feiten.includes('hoofdgroen'));
    expect(groen).toMatchObject({
      uitslag: 'voldoet-niet',
      gevolg: 'VRIJ',
      omschrijving: expect.stringMatching(/hoofdgroenstructuur/),
    });
    expect(vrijer).toEqual([{ vraag: 'dikte', van: 24, naar: 20, was: 'VERGUNNING', wordt: 'VRIJ' }]);
    expect(indieningsvereisten.map(({ id }) => id)).toEqual(['plek-boom', 'reden-kap', 'herplantplan']);
  });

  test('names what is missing and asks for it; what nobody knows goes to the gemeente', () => {
    expect(oordeel('kap', { bebouwdeKom: true }).delen[0]).toMatchObject({
      uitkomst: 'ONBEKEND',
      ontbreekt: ['beschermdeBoom', 'hoofdgroen', 'dikte'],
      volgendeStap: { soort: 'beantwoord', doel: 'beschermdeBoom' },
    });
    expect(oordeel('kap', { ...dikkeBoom, dikte: null }).delen[0]).toMatchObject({
      uitkomst: 'ONBEKEND',
      ontbreekt: ['dikte'],
      volgendeStap: { soort: 'vraag-gemeente' },
    });
    expect(oordeel('kap', { ...dikkeBoom, hoofdgroen: null, dikte: 10 }).delen[0]?.uitkomst).toBe('VRIJ');
  });

  test('keeps the parts of one werkzaamheid apart', () => {
    const { delen } = oordeel('slopen', { opMonument: true, asbest: false, afval: 3 });
    expect(delen.map(({ vraag, uitkomst }) => [vraag, uitkomst])).toEqual([
      ['N', 'VRIJ'],
      ['O', 'VERGUNNING'],
    ]);
  });

  test('reads a limit as a demand', () => {
    expect(findGrens({ test: '> 20', waarde: 24 }, true)).toEqual({ waarde: 20, vergelijking: '<=' });
    expect(findGrens({ test: '<= 45', waarde: 40 }, false)).toEqual({ waarde: 45, vergelijking: '<=' });
    expect(findGrens({ test: '(10..1500]', waarde: 1400 }, false)).toEqual({ waarde: 1500, vergelijking: '<=' });
    expect(findGrens({ test: '(10..1500]', waarde: 11 }, true)).toEqual({ waarde: 10, vergelijking: '<=' });
    expect(findGrens({ test: '"Centrum"', waarde: 'Centrum' }, false)).toBeNull();
  });
});
