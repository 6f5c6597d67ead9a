import { describe, expect, test } from 'vitest';
import type { Regels } from '../../server/regels/contract.ts';
import { plek, regels } from '../../tests/client/regels.ts';
import { leegUrl } from '../url.ts';
import {
  filterRegels,
  keuzesVan,
  kwalificatiesVan,
  nietNuVan,
  perGroep,
  telActiviteiten,
  telKwalificaties,
  waardenVan,
  waardeVan,
} from './filter.ts';
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

describe('what counts', () => {
  const { regelingen, activiteiten } = regels;
  const later = { ...regelingen[0]!, id: 3, status: 'toekomstig' as const, geldigVanaf: '2027-03-01' };
  const terras = {
    naam: 'terras houden',
    groep: 'horeca',
    aanduidingen: [
      { kwalificatie: 'vergunningplicht', ...plek() },
      { kwalificatie: 'verbod', ...plek({ regelingId: 3 }) },
      { kwalificatie: 'gebod', ...plek({ werking: 'onbekend' }) },
    ],
  };

  test('the kwalificaties in force are counted once per activiteit, the strictest first; a draft and the unknown are not', () => {
    expect(kwalificatiesVan(activiteiten[0]!, regelingen)).toEqual(['vergunningplicht']);
    expect(nietNuVan(activiteiten[0]!, regelingen)).toEqual([
      { wanneer: 'In een ontwerp', kwalificatie: 'meldingsplicht' },
    ]);
    expect(telKwalificaties(regels)).toEqual([
      { kwalificatie: 'verbod', aantal: 1 },
      { kwalificatie: 'vergunningplicht', aantal: 1 },
    ]);
  });

  test('a verbod of a later version does not hold today, and a rule without a border may hold', () => {
    expect(kwalificatiesVan(terras, [...regelingen, later])).toEqual(['vergunningplicht']);
    expect(nietNuVan(terras, [...regelingen, later])).toEqual([
      { wanneer: 'Vanaf 1 maart 2027', kwalificatie: 'verbod' },
      { wanneer: 'Misschien', kwalificatie: 'gebod' },
    ]);
    expect(telActiviteiten({ activiteiten: [terras], regelingen: [...regelingen, later] })).toEqual({
      nu: 1,
      later: 1,
      ontwerp: 0,
      misschien: 1,
    });
  });

  test('the value of a norm that comes later stands apart', () => {
    const waarde = (kwantitatief: string, regelingId: number) => ({
      kwantitatief,
      kwalitatief: null,
      inRegeltekst: false,
      ...plek({ regelingId }),
    });
    const norm = { ...regels.normen[0]!, eenheid: 'meter', waarden: [waarde('9', 3), waarde('8', 1), waarde('8', 1)] };
    expect(waardenVan(norm, [...regelingen, later])).toEqual(['8 meter', 'Vanaf 1 maart 2027: 9 meter']);
  });
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
