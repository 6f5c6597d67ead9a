import { expect, test } from 'vitest';
import { labelOf } from './label.ts';

const concept = (list: string, name: string) =>
  `http://standaarden.omgevingswet.overheid.nl/${list}/id/concept/${name}`;

test.each([
  ['thema', 'Natuur', 'natuur'],
  ['thema', 'ExterneVeiligheid', 'externe veiligheid'],
  ['thema', 'WaterEnWatersystemen', 'water en watersystemen'],
  ['activiteitregelkwalificatie', 'AndersGeduid', 'anders geduid'],
  ['activiteit', 'BeperkingengebiedactiviteitMBTEenWeg', 'beperkingengebiedactiviteit m.b.t. een weg'],
  ['activiteit', 'CultureelErfgoedactiviteit', 'cultureel-erfgoedactiviteit'],
  ['natuur', 'Natura2000Gebied', 'natura 2000-gebied'],
  ['leiding', 'TraceHoogspanning', 'tracé hoogspanning'],
  ['eenheid', 'MicrogramPerKubiekeMeter', 'microgram per kubieke meter'],
])('the label of %s %s is "%s"', (list, name, label) => {
  expect(labelOf(concept(list, name))).toBe(label);
});

test('no value has no label', () => {
  expect(labelOf('')).toBe('');
});
