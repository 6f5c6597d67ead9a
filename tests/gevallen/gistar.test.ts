import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leesInvoer, Onbruikbaar } from '../../scripts/gistar/invoer.ts';
import { Prng } from '../../scripts/modelgemeente/prng.ts';
import { tVoor95, tweezijdigeP } from '../../server/veiligheid/domain/normaal.ts';

const root = resolve(import.meta.dirname, '../..');
const gedeeld = resolve(root, '../shared/gevallen/gistar');
const folder = mkdtempSync(join(tmpdir(), 'gistar-'));
afterAll(() => rmSync(folder, { recursive: true }));

function gistar(...argumenten: string[]) {
  const script = join(root, 'scripts/gistar.ts');
  return spawnSync(process.execPath, ['--import', 'tsx/esm', script, ...argumenten], { cwd: root, encoding: 'utf8' });
}

function readCsv(tekst: string): Record<string, string>[] {
  const [kop = '', ...regels] = tekst.trimEnd().split('\n');
  const namen = kop.split(',');
  return regels.map((regel) => {
    const waarden = regel.split(',');
    return Object.fromEntries(namen.map((naam, i) => [naam, waarden[i] ?? '']));
  });
}
const getallen = (rijen: Record<string, string>[], kolom: string) => rijen.map((rij) => Number(rij[kolom]));

/** How far two columns lie apart at most; where one has a number and the other none, infinitely. */
function verschil(a: Record<string, string>[], b: Record<string, string>[], kolom: string): number {
  const [links, rechts] = [getallen(a, kolom), getallen(b, kolom)];
  expect(links).toHaveLength(rechts.length);
  return Math.max(
    ...links
      .map((waarde, i) => Math.abs(waarde - (rechts[i] as number)))
      .map((d) => (Number.isNaN(d) ? Number.POSITIVE_INFINITY : d)),
  );
}

const hexagon = { breedte: 107.456432, hoogte: 93.06 };

/** Grids of several shapes: how they are made, the weights for the command, and how far R looks for the same neighbours. */
const rasters = {
  'queen-gaten': { zijde: 30, gewichten: 'queen', reikwijdte: 145, gaten: 0.3, breuk: false, hex: false },
  'queen-verhoudingen': { zijde: 25, gewichten: 'queen', reikwijdte: 145, gaten: 0, breuk: true, hex: false },
  'zes-gaten': { zijde: 28, gewichten: 'six', reikwijdte: 110, gaten: 0.15, breuk: false, hex: true },
  'band-300': { zijde: 30, gewichten: 'band:300', reikwijdte: 300, gaten: 0.2, breuk: false, hex: false },
  'band-hex': { zijde: 20, gewichten: 'band:512.5', reikwijdte: 512.5, gaten: 0.1, breuk: true, hex: true },
} as const;
const namen = Object.keys(rasters) as (keyof typeof rasters)[];

function maakRaster(naam: keyof typeof rasters): string {
  const { zijde, gaten, breuk, hex } = rasters[naam];
  const rng = new Prng(`gistar ${naam}`);
  const regels: string[] = [];
  for (let rij = 7; rij < 7 + zijde; rij += 1) {
    for (let kolom = 3; kolom < 3 + zijde; kolom += 1) {
      if (rng.chance(gaten)) continue;
      const x = hex ? 153_000 + (kolom + (rij % 2) / 2) * hexagon.breedte : 152_750 + kolom * 100;
      const y = hex ? 460_000 + rij * hexagon.hoogte : 458_050 + rij * 100;
      const druk = rng.next() < 0.05 ? 40 : 4;
      const n = breuk ? 1e4 + rng.range(0, druk) : Math.floor(rng.range(0, druk));
      regels.push(`c${rij}-${kolom},${kolom},${rij},${x},${y},${n}`);
    }
  }
  return ['cell,col,row,x,y,n', ...rng.shuffle(regels), ''].join('\n');
}

describe('equal to R and spdep within 1e-9', { timeout: 120_000 }, () => {
  beforeAll(() => {
    for (const naam of namen) {
      writeFileSync(join(folder, `${naam}.csv`), maakRaster(naam));
      writeFileSync(join(folder, `${naam}.txt`), `${rasters[naam].reikwijdte}\n`);
    }
    const r = spawnSync('Rscript', ['--vanilla', join(import.meta.dirname, 'spdep.R'), folder], { encoding: 'utf8' });
    expect(r.error, 'R with spdep: apt-get install r-cran-spdep').toBeUndefined();
    expect({ status: r.status, fout: r.status === 0 ? '' : r.stderr }).toEqual({ status: 0, fout: '' });
  }, 120_000);

  test.each(namen)('%s', (naam) => {
    const pad = join(folder, `${naam}.csv`);
    const { status, stdout, stderr } = gistar(pad, '--weights', rasters[naam].gewichten);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [ons, r] = [readCsv(stdout), readCsv(readFileSync(join(folder, `${naam}.r.csv`), 'utf8'))];
    expect(ons.map(({ cell }) => cell)).toEqual(readCsv(readFileSync(pad, 'utf8')).map(({ cell }) => cell));
    expect(getallen(ons, 'k')).toEqual(getallen(r, 'k'));
    for (const kolom of ['z', 'p', 'p_bh']) expect(verschil(ons, r, kolom), kolom).toBeLessThan(1e-9);
  });

  test('p keeps fifteen digits, as far into the tail as R goes', () => {
    const rijen = readCsv(readFileSync(join(folder, 'pnorm.csv'), 'utf8'));
    expect(rijen).toHaveLength(3000);
    const fouten = rijen.map(({ z, p }) => Math.abs(tweezijdigeP(Number(z)) / Number(p) - 1));
    expect(Math.max(...fouten)).toBeLessThan(1e-15);
    expect([tweezijdigeP(-1.5), tweezijdigeP(0), tweezijdigeP(Number.NaN)]).toEqual([tweezijdigeP(1.5), 1, Number.NaN]);
    expect(tweezijdigeP(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test('the interval uses the t of R', () => {
    for (const { df, t } of readCsv(readFileSync(join(folder, 'qt.csv'), 'utf8'))) {
      expect(Math.abs(tVoor95(Number(df)) - Number(t))).toBeLessThan(1e-4);
    }
  });
});

describe.skipIf(!existsSync(gedeeld))('the references of ../shared (skipped where that folder is absent)', () => {
  test.each([
    ['sq100_mask', 'queen', 'queen'],
    ['sq100_mask', 'band:250', 'band250'],
    ['hex62_part', 'six', 'six'],
  ])('%s %s', { timeout: 30_000 }, (invoer, gewichten, naam) => {
    const { stdout } = gistar(join(gedeeld, `${invoer}_input.csv`), '--weights', gewichten);
    const [ons, r] = [readCsv(stdout), readCsv(readFileSync(join(gedeeld, `${invoer}_${naam}_spdep.csv`), 'utf8'))];
    expect(ons.map(({ cell, k }) => [cell, k])).toEqual(r.map(({ cell, k }) => [cell, k]));
    for (const kolom of ['z', 'p', 'p_bh']) expect(verschil(ons, r, kolom), kolom).toBeLessThan(1e-9);
  });
});

describe('the command', { timeout: 30_000 }, () => {
  const write = (naam: string, inhoud: string): string => {
    const pad = join(folder, naam);
    writeFileSync(pad, inhoud);
    return pad;
  };
  const klein = 'cell,col,row,n\n';

  test('takes columns in any order, quotes, a mark at the start and Windows lines', () => {
    const pad = write(
      'vreemd.csv',
      '\uFEFFn,row,extra,col,cell\r\n1,0,x,1,"b, ""1"""\r\n5,0,x,0,a\r\n\r\n2,0,x,3,c\r\n',
    );
    const { status, stdout } = gistar(pad, '--weights', 'queen');
    expect(status).toBe(0);
    expect(stdout.split('\n').map((regel) => regel.replace(/,-?\d\.\d+.*/, ''))).toEqual([
      'cell,k,z,p,p_bh',
      '"b, ""1""",2',
      'a,2',
      'c,1',
      '',
    ]);
  });

  test('leaves empty what is not defined', () => {
    const gelijk = gistar(write('gelijk.csv', `${klein}a,0,0,0.1\nb,1,0,0.1\nc,5,0,0.1\n`), '--weights', 'queen');
    expect(gelijk.stdout).toBe('cell,k,z,p,p_bh\na,2,,,\nb,2,,,\nc,1,,,\n');
    const alles = gistar(write('alles.csv', `${klein}a,0,0,1\nb,1,0,2\nc,2,0,3\n`), '--weights', 'queen');
    expect(alles.stdout).toMatch(/^cell,k,z,p,p_bh\na,2,-1\.22.+\nb,3,,,\nc,2,1\.22.+\n$/);
  });

  test.each([
    ['no cells', klein, 'geen cellen'],
    ['a missing column', 'cell,x,row,n\na,0,0,1\n', 'kolom col ontbreekt'],
    ['a count that is no number', `${klein}a,0,0,1\nb,1,0,veel\n`, 'regel 3: n is "veel"'],
    ['an empty count', `${klein}a,0,0,\n`, 'n is ""'],
    ['a count without end', `${klein}a,0,0,Infinity\n`, 'Infinity'],
    ['half a column', `${klein}a,0.5,0,1\n`, '0.5'],
    ['a row that is too short', `${klein}a,0\n`, 'geen goed CSV-bestand'],
    ['a quote that does not close', `${klein}"a,0,0,1\n`, 'geen goed CSV-bestand'],
  ])('refuses %s', async (_, inhoud, bericht) => {
    const lezen = leesInvoer(write('fout.csv', inhoud), ['col', 'row']);
    await expect(lezen).rejects.toThrow(bericht);
    await expect(lezen).rejects.toBeInstanceOf(Onbruikbaar);
  });

  test.each([
    ['no file', () => ['--weights', 'queen'], 'Gebruik'],
    ['weights that are not there', () => [write('a.csv', klein), '--weights', 'band:0'], 'band:0'],
    ['a file that is not there', () => [join(folder, 'nergens.csv'), '--weights', 'queen'], 'nergens.csv'],
    [
      'two cells at one place',
      () => [write('b.csv', `${klein}a,0,0,1\nb,0,0,2\n`), '--weights', 'six'],
      'kolom en rij',
    ],
  ])('status 2, a message and no output for %s', (_, argumenten, bericht) => {
    const { status, stdout, stderr } = gistar(...argumenten());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(bericht);
    expect(stderr).not.toContain('    at ');
  });
});
