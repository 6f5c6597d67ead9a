import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readIndicatoren } from '../../../server/veiligheid/domain/indicatoren.ts';
import { Klassentabel } from '../../../server/veiligheid/domain/klassen.ts';
import { readVelden, themas, velden } from '../../../server/veiligheid/domain/velden.ts';
import { leesHeleCsv } from '../csv.ts';
import { ImportFault } from '../importer.ts';
import { leesKlassentabel } from './klassentabel.ts';

const folder = mkdtempSync(join(tmpdir(), 'klassen-'));
afterAll(() => rmSync(folder, { recursive: true }));
const gedeeld = fileURLToPath(new URL('../../../../shared/data/veiligheid/', import.meta.url));

const rij = (extra: Record<string, string> = {}): Record<string, string> => ({
  stelsel: 'misdrijf',
  code: '1.1.1',
  naam: 'Woninginbraak',
  thema: '1.3',
  ook: '',
  basis: 'S',
  reden: 'Proef',
  bijzonder: '',
  intern: 'A20',
  ...extra,
});

describe('the table of the product', () => {
  test('finds the police by public code, internal code and nuisance, and meldingen by sub or by main category', async () => {
    const tabel = await leesKlassentabel();
    expect(tabel.zoekPolitie('A20')?.code).toBe('1.1.1');
    expect(tabel.zoekPolitie('1.4.7')).toMatchObject({ thema: '2.2', ook: ['1.3', '2.1'], basis: 'S' });
    expect(tabel.zoekPolitie('E33')).toMatchObject({ stelsel: 'overlast', thema: '1.1', bijzonder: 'gevoelig' });
    expect(tabel.zoekPolitie('3.2.1')?.bijzonder).toBe('nooit op de kaart');
    expect(tabel.zoekPolitie('E16')).toBeNull();
    expect(tabel.zoek('melding', 'afval/veeg-zwerfvuil')).toMatchObject({ thema: '1.2', basis: 'S' });
    expect(tabel.zoek('melding', 'afval/nieuw-soort')?.code).toBe('afval/*');
    expect(tabel.zoek('melding', 'overig/overig')?.thema).toBeNull();
    expect(tabel.zoek('melding', 'riolering/riool')).toBeNull();
  });

  test.skipIf(!existsSync(gedeeld))(
    'knows every class of the police and every category of Signalen (skipped without ../shared)',
    async () => {
      const tabel = await leesKlassentabel();
      const sleutels = async (bestand: string) =>
        (await leesHeleCsv(join(gedeeld, bestand), { key: ['key'] })).map(({ key }) => key);
      const eigen = (stelsel: string) => tabel.klassen.filter((k) => k.stelsel === stelsel).map(({ code }) => code);
      expect(new Set(eigen('misdrijf'))).toEqual(new Set(await sleutels('SoortMisdrijf.csv')));
      expect(new Set(eigen('overlast'))).toEqual(new Set(await sleutels('Overlast.csv')));
      const rijen = JSON.parse(readFileSync(join(gedeeld, 'signalen-categories.json'), 'utf8')) as {
        model: string;
        pk: number;
        fields: { slug: string; parent: number | null };
      }[];
      const hoofd = new Map(rijen.filter(({ fields }) => !fields.parent).map(({ pk, fields }) => [pk, fields.slug]));
      const subs = rijen.filter(({ model, fields }) => model === 'signals.category' && fields.parent);
      expect(subs).toHaveLength(77);
      const codes = eigen('melding').filter((code) => !code.endsWith('/*'));
      expect(new Set(codes)).toEqual(new Set(subs.map(({ fields }) => `${hoofd.get(fields.parent!)}/${fields.slug}`)));
    },
  );
});

describe('a table of a gemeente', () => {
  test('takes the place of ours', async () => {
    const pad = join(folder, 'eigen.csv');
    writeFileSync(
      pad,
      'stelsel,code,naam,thema,ook,basis,reden,bijzonder,intern\nmisdrijf,1.1.1,Inbraak,2.2,,R,Eigen keuze,,A20\n',
    );
    const tabel = await leesKlassentabel(pad);
    expect([tabel.zoekPolitie('A20')?.thema, tabel.zoekPolitie('1.2.1')]).toEqual(['2.2', null]);
  });

  test.each([
    ['a class twice', [rij(), rij({ intern: '' })], '1.1.1 komt vaker voor'],
    ['an internal code in two classes', [rij(), rij({ code: '1.1.2' })], 'A20 komt vaker voor'],
    ['a thema that is not there', [rij({ thema: '1.9' })], 'thema 1.9 is er niet'],
    ['a further thema that is not there', [rij({ ook: '2.1 9.9' })], 'thema 9.9 is er niet'],
    ['its own thema again', [rij({ ook: '1.3' })], 'twee keer'],
    ['a further thema without a first', [rij({ thema: '', ook: '1.3' })], 'geen eerste'],
    ['no reason', [rij({ reden: '' })], 'reden'],
    ['another basis', [rij({ basis: 'X' })], 'basis'],
    ['an unknown stelsel', [rij({ stelsel: 'brand' })], 'stelsel'],
    ['nothing', [], 'geen enkele klasse'],
  ])('is refused with %s', (_, rijen, fout) => expect(() => new Klassentabel(rijen)).toThrow(fout));

  test('names every wrong row at once, with its line', () => {
    expect(() => new Klassentabel([rij(), rij(), rij({ code: '1.1.2', intern: '', basis: '' })])).toThrow(
      /regel 3: .*\n[\s\S]*regel 4: /,
    );
  });

  test('that cannot be read is a fault for the person', async () => {
    await expect(leesKlassentabel(join(folder, 'nergens.csv'))).rejects.toBeInstanceOf(ImportFault);
    const pad = join(folder, 'half.csv');
    writeFileSync(pad, 'stelsel,code\nmisdrijf,1.1.1\n');
    await expect(leesKlassentabel(pad)).rejects.toThrow(/ontbreekt een kolom: naam; thema/);
  });
});

describe('velden and indicatoren', () => {
  test('are five velden and 22 themas', () => {
    expect([velden.length, themas.size]).toEqual([5, 22]);
  });

  test.each([
    ['a thema under another veld', { velden: [{ nummer: '1', naam: 'a', themas: [{ nummer: '2.1', naam: 'b' }] }] }],
    ['a thema twice', { velden: [{ nummer: '1', naam: 'a', themas: Array(2).fill({ nummer: '1.1', naam: 'b' }) }] }],
    ['no themas', { velden: [{ nummer: '1', naam: 'a', themas: [] }] }],
  ])('are refused with %s', (_, inhoud) => expect(() => readVelden(inhoud)).toThrow('velden.json'));

  test('an indicator twice, or of a thema that is not there, is refused', () => {
    const i = { key: 'a', naam: 'b', thema: '1.1', eenheid: '%', goed: 'lager' };
    expect(() => readIndicatoren({ indicatoren: [i, i] })).toThrow('twee keer');
    expect(() => readIndicatoren({ indicatoren: [{ ...i, thema: '6.1' }] })).toThrow('dit thema is er niet');
  });
});
