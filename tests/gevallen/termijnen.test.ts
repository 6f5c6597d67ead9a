import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { Geval } from '../../scripts/geval/geval.ts';
import { termijnen } from '../../scripts/geval/termijnen.ts';

const root = resolve(import.meta.dirname, '../..');
const eigen = join(import.meta.dirname, 'termijnen.json');
const gedeeld = resolve(root, '../shared/gevallen/termijnen.json');

const read = (pad: string): unknown => JSON.parse(readFileSync(pad, 'utf8'));
const bestand = (...gevallen: unknown[]) => ({ versie: 1, gevallen });
const tabel = (gevallen: readonly Geval[]) => gevallen.map((geval) => [geval.id, geval] as const);

describe('own cases', () => {
  test.each(tabel(termijnen(read(eigen))))('%s', (_, { verwacht, compute }) => {
    expect(verwacht).not.toBeNull();
    expect(compute()).toMatchObject(verwacht!);
  });
});

describe.skipIf(!existsSync(gedeeld))('cases of ../shared/gevallen (skipped where that folder is absent)', () => {
  test.each(existsSync(gedeeld) ? tabel(termijnen(read(gedeeld))) : [])('%s', (_, { verwacht, compute }) => {
    expect(compute()).toMatchObject(verwacht!);
  });
});

describe('the format', () => {
  const bezwaar = { id: 'a', soort: 'bezwaar', gebeurtenis: { verzonden: '2026-03-02' } };
  const regulier = (extra: object) => ({
    id: 'a',
    soort: 'beslistermijn-regulier',
    gebeurtenis: { ontvangst: '2026-03-02', ...extra },
  });

  test.each([
    ['no cases', bestand()],
    [
      'a day that does not exist, for that shows when it is computed',
      bestand({ ...bezwaar, gebeurtenis: { verzonden: '2026-02-30' } }),
    ],
    [
      'verwacht without verlengenUiterlijk',
      bestand({ ...regulier({ verlengingWeken: 2 }), verwacht: { laatsteDag: '2026-05-11' } }),
    ],
    ['toelichting', bestand({ ...bezwaar, toelichting: '' })],
    ['extraFeestdagen', bestand(regulier({ extraFeestdagen: [] }))],
  ])('takes %s', (_, inhoud) => expect(() => termijnen(inhoud)).not.toThrow());

  test.each([
    ['a list', []],
    ['null', null],
    ['no versie', { gevallen: [] }],
    ['another versie', { versie: 2, gevallen: [] }],
    ['an unknown key in the file', { ...bestand(), bron: 'x' }],
    ['an unknown key in a case', bestand({ ...bezwaar, extra: 1 })],
    ['an unknown key in gebeurtenis', bestand(regulier({ opgeschort: true }))],
    ['an unknown key in verwacht', bestand({ ...bezwaar, verwacht: { laatsteDag: '2026-04-13', tijdig: true } })],
    ['a key called __proto__', JSON.parse('{"versie":1,"gevallen":[],"__proto__":{}}')],
    ['a case without id', bestand({ soort: bezwaar.soort, gebeurtenis: bezwaar.gebeurtenis })],
    ['an empty id', bestand({ ...bezwaar, id: '' })],
    ['an unknown soort', bestand({ ...bezwaar, soort: 'hoger-beroep' })],
    ['the gebeurtenis of another soort', bestand({ ...bezwaar, gebeurtenis: { ontvangst: '2026-03-02' } })],
    ['a day with a time', bestand({ ...bezwaar, gebeurtenis: { verzonden: '2026-03-02T00:00' } })],
    ['a day with a line end', bestand({ ...bezwaar, gebeurtenis: { verzonden: '2026-03-02\n' } })],
    ['an extension of seven weeks', bestand(regulier({ verlengingWeken: 7 }))],
    ['an extension of no weeks', bestand(regulier({ verlengingWeken: 0 }))],
    ['half a week', bestand(regulier({ verlengingWeken: 1.5 }))],
    ['weeks as text', bestand(regulier({ verlengingWeken: '2' }))],
    ['instemming null', bestand(regulier({ instemming: null }))],
    ['half a suspension', bestand(regulier({ opschorting: { uitnodiging: '2026-03-09' } }))],
    ['extraFeestdagen that are no days', bestand(regulier({ extraFeestdagen: ['Koningsdag'] }))],
    ['verwacht null', bestand({ ...bezwaar, verwacht: null })],
    ['verwacht without laatsteDag', bestand({ ...regulier({}), verwacht: { verlengenUiterlijk: '2026-04-27' } })],
    [
      'gepost left out',
      bestand({ id: 'a', soort: 'bezwaar-tijdig', gebeurtenis: { verzonden: '2026-03-02', ontvangen: '2026-03-03' } }),
    ],
  ])('refuses %s', (_, inhoud) => expect(() => termijnen(inhoud)).toThrow());

  test('every soort gives all its keys, null where a value is not defined', () => {
    const keys = Object.fromEntries(
      (read(eigen) as { gevallen: { soort: string }[] }).gevallen.map(({ soort }, index) => [
        soort,
        Object.keys(termijnen(read(eigen))[index]!.compute()),
      ]),
    );
    const laatsteDag = ['laatsteDag'];
    expect(keys).toEqual({
      'beslistermijn-regulier': ['laatsteDag', 'verlengenUiterlijk'],
      bezwaar: laatsteDag,
      'bezwaar-tijdig': ['laatsteDag', 'tijdig'],
      zienswijzen: laatsteDag,
      'beroep-uitgebreid': laatsteDag,
      'beslistermijn-uitgebreid': laatsteDag,
      'uitgebreid-zonder-zienswijzen': ['eindeZienswijzen', 'laatsteDag'],
      'beslissing-op-bezwaar': laatsteDag,
      'inwerkingtreding-vergunning': ['inWerking'],
      'inwerkingtreding-omgevingsplan': ['inWerking'],
      bouwmelding: laatsteDag,
      sloopmelding: laatsteDag,
      gebruiksmelding: laatsteDag,
      gereedmelding: laatsteDag,
    });
    expect(termijnen(bestand(regulier({})))[0]!.compute()).toEqual({
      laatsteDag: '2026-04-28',
      verlengenUiterlijk: null,
    });
  });
});

describe('the command', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'geval-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (naam: string, inhoud: unknown): string => {
    const pad = join(folder, naam);
    writeFileSync(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
    return pad;
  };

  async function run(...argumenten: string[]): Promise<{ status: number; regels: unknown[]; fout: string }> {
    const result = await promisify(execFile)('npm', ['run', '--silent', 'geval', '--', ...argumenten], {
      cwd: root,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    const regels = result.stdout.split('\n').slice(0, -1);
    return { status: result.code, regels: regels.map((regel) => JSON.parse(regel)), fout: result.stderr };
  }

  test('one line per case in the order of the file; only what differs makes the status 1', async () => {
    const bezwaar = (id: string, verzonden: string, rest: object = {}) => ({
      id,
      soort: 'bezwaar',
      gebeurtenis: { verzonden },
      ...rest,
    });
    const pad = write(
      'gemengd.json',
      bestand(
        bezwaar('z', '2026-03-02', { verwacht: { laatsteDag: '2026-04-13' }, toelichting: 'x' }),
        bezwaar('a', '2026-02-30', { verwacht: { laatsteDag: '2026-04-13' } }),
        bezwaar('m', '2026-02-30'),
        bezwaar('b', '2026-03-02', { verwacht: { laatsteDag: '2026-04-14' } }),
        bezwaar('c', '2026-03-02'),
      ),
    );
    const { status, regels, fout } = await run('termijnen', pad);
    expect(regels).toEqual([
      { id: 'z', uitkomst: { laatsteDag: '2026-04-13' }, gelijk: true },
      { id: 'a', uitkomst: {}, gelijk: false },
      { id: 'm', uitkomst: {}, gelijk: null },
      { id: 'b', uitkomst: { laatsteDag: '2026-04-13' }, gelijk: false },
      { id: 'c', uitkomst: { laatsteDag: '2026-04-13' }, gelijk: null },
    ]);
    expect(status).toBe(1);
    expect(fout).toContain('2026-02-30');
  });

  test('the same uitkomst without verwacht and toelichting, and status 0', async () => {
    const gevallen = (read(eigen) as { gevallen: { id: string; soort: string; gebeurtenis: unknown }[] }).gevallen;
    const kaal = write(
      'kaal.json',
      bestand(...gevallen.map(({ id, soort, gebeurtenis }) => ({ id, soort, gebeurtenis }))),
    );
    const [met, zonder] = await Promise.all([run('termijnen', eigen), run('termijnen', kaal)]);
    expect([met.status, zonder.status, met.fout, zonder.fout]).toEqual([0, 0, '', '']);
    expect(met.regels).toHaveLength(gevallen.length);
    expect(zonder.regels).toEqual(met.regels.map((regel) => ({ ...(regel as object), gelijk: null })));
  });

  test.each([
    ['an unknown kind', () => ['onweer', eigen]],
    ['a kind that is a word of the language', () => ['constructor', eigen]],
    ['no file', () => ['termijnen']],
    ['a file that is not there', () => ['termijnen', join(folder, 'nergens.json')]],
    ['a file that is no JSON', () => ['termijnen', write('geen.json', '{')]],
    ['a file that does not fit', () => ['termijnen', write('fout.json', { versie: 1, gevallen: [{ id: 'a' }] })]],
  ])('status 2, a message and no output for %s', async (_, argumenten) => {
    const { status, regels, fout } = await run(...argumenten());
    expect(status).toBe(2);
    expect(regels).toEqual([]);
    expect(fout).not.toBe('');
    expect(fout).not.toContain('    at ');
  });
});
