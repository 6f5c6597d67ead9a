import { describe, expect, test } from 'vitest';
import { maakProefbestand } from '../../../../scripts/sttr/proefbestand.ts';
import { leesRegelbestand } from './lees.ts';

const goed = maakProefbestand(
  [
    { id: 'ja', type: 'boolean' },
    { id: 'hoogte', type: 'number' },
  ],
  [
    {
      naam: 'Conclusie',
      hitPolicy: 'FIRST',
      kolommen: ['ja', 'hoogte'],
      regels: [
        ['true', '<= 5', '"Toestemmingsvrij"'],
        ['-', '-', '"Vergunningplicht"'],
      ],
    },
  ],
);

const fouten = (xml: string): string[] => {
  const gelezen = leesRegelbestand(xml);
  return 'fouten' in gelezen ? gelezen.fouten.map(({ plaats, melding }) => `${plaats}: ${melding}`) : [];
};

describe('a file of toepasbare regels', () => {
  test('is read whole', () => {
    const gelezen = leesRegelbestand(goed);
    expect(gelezen).toMatchObject({
      bestand: { naam: 'Proef', soort: 'conclusie', functioneleStructuur: 'Conclusie' },
    });
  });

  test('that is broken is not read at all, and every fault is told', () => {
    expect(fouten('')).toEqual(['het bestand: Dit is geen goede XML: het is leeg.']);
    expect(fouten(goed.slice(0, -40))[0]).toMatch(/geen goede XML/);
    expect(fouten('<a/>')[0]).toMatch(/begint met <a>/);
    expect(fouten(goed.replace('20191111', '20991111'))[0]).toMatch(/Geen DMN-versie 1\.1 tot en met 1\.5/);
    const stuk = goed
      .replace('href="#in-hoogte"', 'href="#weg"')
      .replace('&lt;= 5', '&lt;= (5')
      .replace('hitPolicy="FIRST"', 'hitPolicy="MAYBE"');
    expect(fouten(stuk)).toEqual([expect.stringMatching(/hit policy "MAYBE" bestaat niet/)]);
    const verderStuk = fouten(stuk.replace('MAYBE', 'FIRST'));
    expect(verderStuk).toHaveLength(3);
    expect(verderStuk.join()).toMatch(/#weg leidt nergens heen.*gebruikt "hoogte".*kan niet gelezen worden/s);
    expect(fouten(goed.replace('<inputEntry><text>true</text></inputEntry>', ''))[0]).toMatch(/1 × inputEntry bij 2/);
    expect(fouten(goed.replace('href="#ja"', 'href="#nee"'))[0]).toMatch(/uitvoeringsregel #nee bestaat niet/);
    expect(fouten(goed.replace('>number<', '>bedrag<'))[0]).toMatch(/gegevensType "bedrag" bestaat niet/);
  });

  test('with decisions that go round tells the round', () => {
    const rond = maakProefbestand(
      [{ id: 'ja', type: 'boolean' }],
      [
        { naam: 'A', hitPolicy: 'ANY', kolommen: ['B'], regels: [['"x"', '"x"']] },
        { naam: 'B', hitPolicy: 'ANY', kolommen: ['A', 'ja'], regels: [['"x"', 'true', '"x"']] },
      ],
    );
    expect(fouten(rond)).toEqual([expect.stringMatching(/in een kring: "A" → "B" → "A"/)]);
  });

  test('that is made to exhaust the reader is refused in time', () => {
    const bom = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${goed}`;
    expect(fouten(bom.replace('<?xml version="1.0"?>', ''))).toEqual([expect.stringMatching(/DOCTYPE/)]);
    expect(fouten(`<definitions>${'<a>'.repeat(5000)}`)).toEqual([expect.stringMatching(/lagen diep/)]);
    expect(fouten(`<definitions>${' '.repeat(50 * 1024 ** 2)}</definitions>`)).toEqual([
      'het bestand: Het is 51 MB; wij lezen tot 20 MB. Splits het bestand.',
    ]);
    expect(fouten(`<definitions>${'<a/>'.repeat(600_000)}</definitions>`)).toEqual([
      expect.stringMatching(/500\.000 elementen/),
    ]);
    const keten = Array.from({ length: 400 }, (_, n) => ({
      naam: `K${n}`,
      hitPolicy: 'ANY',
      kolommen: [n === 399 ? 'ja' : `K${n + 1}`],
      regels: [['-', '"x"']],
    }));
    expect(fouten(maakProefbestand([{ id: 'ja', type: 'boolean' }], keten))).toEqual([
      expect.stringMatching(/Meer dan 300 beslissingen/),
    ]);
  });
});
