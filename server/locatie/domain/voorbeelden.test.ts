import { expect, test } from 'vitest';
import { type Kandidaat, kiesVoorbeelden } from './voorbeelden.ts';

function kandidaat(soort: Kandidaat['soort'], straat: string, x: number, inRij = false): Kandidaat {
  return { naam: `${straat} 1`, straat, soort, punt: { x, y: 505_000 }, inRij };
}
const namen = (kandidaten: Kandidaat[]) => kiesVoorbeelden(kandidaten).map(({ naam }) => naam);

test('three kinds: a home in a row, a shop among shops, and the monument that lies farthest from both', () => {
  const gekozen = kiesVoorbeelden([
    kandidaat('woonfunctie', 'Boerenweg', 145_000),
    kandidaat('woonfunctie', 'Rijstraat', 146_000, true),
    kandidaat('winkelfunctie', 'Losse Winkel', 148_000),
    kandidaat('winkelfunctie', 'Markt', 146_500),
    kandidaat('winkelfunctie', 'Kerkstraat', 146_600),
    kandidaat('monument', 'Markthoek', 146_510),
    kandidaat('monument', 'Dorpskerk', 149_000),
  ]);
  expect(gekozen.map(({ naam, toelichting }) => [naam, toelichting])).toEqual([
    ['Rijstraat 1', 'Een woning'],
    ['Markt 1', 'Een winkel'],
    ['Dorpskerk 1', 'Een monument'],
  ]);
});

test('a kind that is only in a street that was chosen gives way to another kind', () => {
  expect(
    namen([
      kandidaat('woonfunctie', 'Ringweg', 146_000),
      kandidaat('winkelfunctie', 'Ringweg', 146_100),
      kandidaat('industriefunctie', 'Ringweg', 146_200),
      kandidaat('onderwijsfunctie', 'Schoolstraat', 146_300),
      kandidaat('woonfunctie', 'Hofstraat', 146_400),
    ]),
  ).toEqual(['Ringweg 1', 'Schoolstraat 1', 'Hofstraat 1']);
});

test('one street is better than nothing, and nothing is nothing', () => {
  expect(
    namen([kandidaat('adres', 'Ringweg', 1), kandidaat('adres', 'Ringweg', 2), kandidaat('adres', 'Ringweg', 9)]),
  ).toHaveLength(3);
  expect(kiesVoorbeelden([])).toEqual([]);
});
