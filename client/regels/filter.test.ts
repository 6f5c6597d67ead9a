import { describe, expect, test } from 'vitest';
import type { Regels } from '../../server/regels/contract.ts';
import { plek, regels } from '../../tests/client/regels.ts';
import { leegUrl } from '../url.ts';
import { filterRegels, keuzesVan, kwalificatiesVan, perGroep, telKwalificaties, waardeVan } from './filter.ts';
import { lookVan } from './kwalificatie.ts';

const filter = leegUrl.regels;
const namen = ({ activiteiten }: Regels) => activiteiten.map(({ naam }) => naam);

describe('the filter', () => {
  test('leaves everything when nothing is chosen', () => {
    expect(filterRegels(regels, filter)).toEqual(regels);
  });

  test('finds by name and groep, without accents and capitals', () => {
    expect(namen(filterRegels(regels, { ...filter, zoek: 'BOOM' }))).toEqual(['boom kappen']);
    expect(namen(filterRegels(regels, { ...filter, zoek: 'cafe' }))).toEqual(['café beginnen']);
    expect(namen(filterRegels(regels, { ...filter, zoek: 'kapactiviteit' }))).toEqual(['boom kappen']);
  });

  test('a bestuurslaag keeps only the rules of its documents', () => {
    const gevonden = filterRegels(regels, { ...filter, bestuurslaag: 'waterschap' });
    expect(namen(gevonden)).toEqual(['bouwen']);
    expect(gevonden.activiteiten[0]?.aanduidingen.map(({ regelingId }) => regelingId)).toEqual([2]);
    expect(gevonden.normen).toEqual([]);
  });

  test('a kwalificatie asks for activiteiten alone', () => {
    const gevonden = filterRegels(regels, { ...filter, kwalificatie: 'verbod' });
    expect(namen(gevonden)).toEqual(['boom kappen']);
    expect([...gevonden.normen, ...gevonden.gebiedsaanwijzingen, ...gevonden.overig]).toEqual([]);
  });
});

test('the strictest kwalificatie comes first, and each is counted once per activiteit', () => {
  expect(kwalificatiesVan(regels.activiteiten[0]!)).toEqual(['vergunningplicht', 'meldingsplicht']);
  expect(telKwalificaties(regels.activiteiten)).toEqual([
    { kwalificatie: 'verbod', aantal: 1 },
    { kwalificatie: 'vergunningplicht', aantal: 1 },
    { kwalificatie: 'meldingsplicht', aantal: 1 },
    { kwalificatie: 'iets nieuws', aantal: 1 },
  ]);
});

test('a kwalificatie that we do not know reads as not known', () => {
  expect(lookVan('iets nieuws')).toMatchObject({ kleur: 'onbekend' });
});

test('groups and choices stand in the order of the alphabet', () => {
  expect(perGroep(regels.activiteiten).map(({ groep }) => groep)).toEqual([
    'bouwactiviteit',
    'horeca',
    'kapactiviteit',
  ]);
  expect(keuzesVan(regels).themas).toEqual(['bouwen', 'natuur']);
});

test('a norm shows its number with a comma and its unit, its words, or nothing', () => {
  const norm = { ...regels.normen[0]!, eenheid: 'meter' };
  const waarde = { kwantitatief: '8.50', kwalitatief: null, inRegeltekst: false, ...plek() };
  expect(waardeVan(norm, waarde)).toBe('8,50 meter');
  expect(waardeVan(norm, { ...waarde, kwantitatief: null, kwalitatief: 'plat dak' })).toBe('plat dak');
  expect(waardeVan(norm, { ...waarde, kwantitatief: null, inRegeltekst: true })).toBeNull();
});
