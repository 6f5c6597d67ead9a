import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maakProefbestand } from '../scripts/sttr/proefbestand.ts';

const goed = maakProefbestand(
  [{ id: 'ja', type: 'boolean' }],
  [{ naam: 'Conclusie', hitPolicy: 'ANY', kolommen: ['ja'], regels: [['-', '"Vergunningplicht"']] }],
);

const lachen = (diepte: number) =>
  Array.from({ length: diepte }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** Files of toepasbare regels that must be refused, each with what must be said about it. */
const inhoud: readonly (readonly [naam: string, xml: string, melding: RegExp])[] = [
  ['half', goed.slice(0, -40), /geen goede XML/],
  [
    'entiteiten',
    `<!DOCTYPE d [<!ENTITY l0 "ha">${lachen(9)}]>${goed.replace(/<\?xml.*?\?>/, '').replace('Vraag ja?', '&l9;')}`,
    /DOCTYPE, en die nemen wij om veiligheid niet aan/,
  ],
  [
    'extern',
    `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>${goed.replace(/<\?xml.*?\?>/, '').replace('Vraag ja?', '&x;')}`,
    /DOCTYPE/,
  ],
  [
    'kring',
    maakProefbestand(
      [{ id: 'ja', type: 'boolean' }],
      [
        { naam: 'A', hitPolicy: 'ANY', kolommen: ['B'], regels: [['"x"', '"x"']] },
        { naam: 'B', hitPolicy: 'ANY', kolommen: ['A', 'ja'], regels: [['"x"', 'true', '"x"']] },
      ],
    ),
    /in een kring: "A" → "B" → "A"/,
  ],
  ['kapot', goed.replace('href="#in-ja"', 'href="#weg"'), /#weg leidt nergens heen/],
  ['versie', goed.replace('20191111', '20991111'), /Geen DMN-versie 1\.1 tot en met 1\.5/],
];

/** The same as files in a new folder, and one of 50 MB; `map` is to be cleared away. */
export function maakKapot(): { map: string; bestanden: { naam: string; pad: string; melding: RegExp }[] } {
  const map = mkdtempSync(join(tmpdir(), 'kapot-'));
  const bestanden = inhoud.map(([naam, xml, melding]) => {
    const pad = join(map, `${naam}.dmn`);
    writeFileSync(pad, xml);
    return { naam, pad, melding };
  });
  const groot = join(map, 'groot.dmn');
  writeFileSync(groot, goed);
  truncateSync(groot, 50 * 1024 ** 2);
  return {
    map,
    bestanden: [
      ...bestanden,
      { naam: 'groot', pad: groot, melding: /Het is 50 MB; wij lezen tot 20 MB\. Splits het bestand\./ },
    ],
  };
}
