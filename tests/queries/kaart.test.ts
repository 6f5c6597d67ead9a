import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isStoring } from '../../server/kaart/contract.ts';
import { loadKaart } from '../../server/kaart/kaart.ts';
import { onBothEngines, type TestDatabase } from '../database.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';

const root = resolve(import.meta.dirname, '../..');

interface Uitkomst {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command as a person runs it, on the database of this test. */
function kaart({ engine }: Pick<TestDatabase, 'engine'>, ...args: string[]): Promise<Uitkomst> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = engine.kind === 'server' ? { DATABASE_URL: engine.url } : { DATA_DIR: `${engine.folder}` };
  const child = spawn(`${root}/node_modules/.bin/tsx`, ['scripts/kaart.ts', ...args], {
    cwd: root,
    env: { ...rest, ...env },
  });
  const uitkomst: Uitkomst = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (uitkomst.stdout += chunk));
  child.stderr.on('data', (chunk) => (uitkomst.stderr += chunk));
  return new Promise((done) => child.on('close', (code) => done({ ...uitkomst, code })));
}

onBothEngines('The card of a place', (database) => {
  beforeAll(() => plantPlaats(database.db), 120_000);

  test('is whole from one statement: nothing had to be asked again', async () => {
    const fouten: unknown[] = [];
    await loadKaart(
      database.db,
      { punt: opPerceel, datum: '2026-11-22', vandaag: '2026-11-22', straalM: 500, maximum: 100 },
      (sectie, error) => fouten.push([sectie, error]),
    );
    expect(fouten).toEqual([]);
  });

  test('a section that fails leaves the others standing and says that it does not know', async () => {
    await database.db.raw('ALTER TABLE besluit RENAME TO besluit_weg');
    const fouten: string[] = [];
    try {
      const card = await loadKaart(
        database.db,
        { punt: opPerceel, datum: '2026-11-22', vandaag: '2026-11-22', straalM: 500, maximum: 100 },
        (sectie) => fouten.push(sectie),
      );
      expect(fouten).toEqual(['besluiten']);
      expect(card.besluiten).toMatchObject({ status: 503, detail: expect.stringContaining('Wij weten dus niet') });
      expect([card.regels, card.omstandigheden].some(isStoring)).toBe(false);
      expect(card.perceel?.kadastraleAanduiding).toBe('MGT01 A 1');
    } finally {
      await database.db.raw('ALTER TABLE besluit_weg RENAME TO besluit');
    }
  });

  describe('npm run kaart', () => {
    // The embedded folder is for one process at a time.
    beforeAll(() => (database.engine.kind === 'embedded' ? database.db.destroy() : undefined));

    test.each(['Dorpsstraat 2', '146030,505020'])(
      'prints the card of %s and nothing else',
      async (term) => {
        const { code, stdout, stderr } = await kaart(database, term, '--straal', '100', '--datum', '2026-11-22');
        expect([code, stderr]).toEqual([0, '']);
        const { perceel, adressen, panden, regels, omstandigheden, besluiten } = JSON.parse(stdout);
        expect(perceel.kadastraleAanduiding).toBe('MGT01 A 2');
        expect(adressen.map(({ weergave }: { weergave: string }) => weergave)).toEqual([
          'Dorpsstraat 2, 1234 AB Modelstad',
        ]);
        expect(panden.map(({ identificatie }: { identificatie: string }) => identificatie)).toContain('pand-2');
        expect(regels).toMatchObject({ datum: '2026-11-22', gebied: { kadastraleAanduiding: 'MGT01 A 2' } });
        expect(omstandigheden.themas.length).toBeGreaterThan(10);
        expect(besluiten.straalM).toBe(100);
      },
      60_000,
    );

    test.each([
      ['Dorpsstraat 1', /Modeldorp[\s\S]*Modelstad/],
      ['Dorpstraat 2', /lijkt erop[\s\S]*Dorpsstraat 2,/],
    ])(
      '%s is no single place: exit 1 and what else to type',
      async (term, uitleg) => {
        const { code, stdout, stderr } = await kaart(database, term);
        expect([code, stdout]).toEqual([1, '']);
        expect(stderr).toMatch(uitleg);
      },
      60_000,
    );
  });
});

describe('npm run kaart, wrong use', () => {
  const nergens = { engine: { kind: 'server', url: 'postgres://nobody@127.0.0.1:1/nothing' } } as const;
  test.each([[[]], [['x', '--datum', '2026-02-30']], [['x', '--straal', '6000']], [['x', '--foo', 'bar']], [['  ']]])(
    '%j: exit 2',
    async (args) => {
      const { code, stdout, stderr } = await kaart(nergens, ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).not.toBe('');
    },
    60_000,
  );

  test('a database that does not answer: exit 1 with a message, nothing on standard output', async () => {
    const { code, stdout, stderr } = await kaart(nergens, `${opPerceel.x},${opPerceel.y}`);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('database');
  }, 60_000);
});
