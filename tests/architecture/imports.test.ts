import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Import {
  from: string;
  /** A file of the house, relative to its root, or the name of a package. */
  to: string;
}

/** Files that are code of the product itself, relative to the root. */
function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path) ? [path] : [];
  });
}

/** Every import, also of types only: a type is knowledge too. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"]([^'"]+)['"]/g);
  return [...found].map(([, target = '']) => ({
    from: file,
    to: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
  }));
}

const files = ['client', 'server', 'db', 'scripts'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);
const inHouse = (path: string) => /^(client|server|db|scripts|data)\//.test(path);
const subjectOf = (path: string) => /^(?:server|client)\/([^/]+)\//.exec(path)?.[1] ?? null;
const isPure = (path: string) =>
  /^server\/geo\//.test(path) ||
  /^server\/termijnen\//.test(path) ||
  /(^|\/)(contract|domain)(\.ts$|\/)/.test(path) ||
  /\/(activiteiten|catalogus|zaaktypes)\//.test(path) ||
  path === 'server/http/endpoint.ts';

/** Libraries that compute and nothing else. */
const pureLibraries =
  /^(zod\/mini|zod|proj4|geojson|saxes|@turf\/.+|@maplibre\/(geojson-vt|vt-pbf)|clipper2-ts|feelin|peggy)$/;

const broken = (rule: (link: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} -> ${to}`);

describe('Import rules of the house', () => {
  test('there is a house to hold to them', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('pure files import only each other, data and pure libraries', () => {
    expect(
      broken(({ from, to }) => isPure(from) && !isPure(to) && !pureLibraries.test(to) && !to.startsWith('data/')),
    ).toEqual([]);
  });

  test('queries know knex, pure files and queries, never Express', () => {
    const allowed = /^(knex|knex-postgis|db\/(statement|punt)\.ts)$/;
    expect(
      broken(
        ({ from, to }) =>
          /\/queries\.ts$/.test(from) &&
          !isPure(to) &&
          !allowed.test(to) &&
          !pureLibraries.test(to) &&
          !/\/queries\.ts$/.test(to) &&
          !to.startsWith('data/') &&
          !to.startsWith('node:'),
      ),
    ).toEqual([]);
  });

  test('SQL is written only in queries, the catalogue of layers, migrations and the database engines', () => {
    const sql = /\b(SELECT\s+[\s\S]{1,200}?\bFROM\b|INSERT INTO|DELETE FROM|UPDATE\s+\w+\s+SET)\b/;
    const mayHold = /(\/queries\.ts|^server\/lagen\/catalogus\/|^db\/|^scripts\/import\/|^scripts\/bench\/)/;
    expect(files.filter((file) => !mayHold.test(file) && sql.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  test('routes do not import the routes of another subject', () => {
    expect(
      broken(
        ({ from, to }) =>
          /^server\/.+\/routes\.ts$/.test(from) && /\/routes\.ts$/.test(to) && subjectOf(from) !== subjectOf(to),
      ),
    ).toEqual([]);
  });

  test('the client imports contracts and pure files of the server, nothing else of it', () => {
    expect(
      broken(
        ({ from, to }) => from.startsWith('client/') && inHouse(to) && !/^(client|data)\//.test(to) && !isPure(to),
      ),
    ).toEqual([]);
  });

  test('one client subject does not import another', () => {
    const shared = new Set(['ui', 'theme', null]);
    expect(
      broken(({ from, to }) => {
        const own = subjectOf(from);
        const other = to.startsWith('client/') ? subjectOf(to) : null;
        return from.startsWith('client/') && !shared.has(own) && !shared.has(other) && own !== other;
      }),
    ).toEqual([]);
  });

  test('the server imports nothing of the client or the scripts', () => {
    expect(broken(({ from, to }) => from.startsWith('server/') && /^(client|scripts)\//.test(to))).toEqual([]);
  });

  test('only config.ts reads the environment', () => {
    const reads = files.filter(
      (file) => !/^scripts\/test(\/|\.ts)/.test(file) && /process\.env/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(reads).toEqual(['server/config.ts']);
  });

  test('nothing is exported as default, and there are no barrels', () => {
    const defaults = files.filter((file) => /^export default/m.test(readFileSync(join(root, file), 'utf8')));
    const barrels = files.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(join(root, file), 'utf8')));
    expect({ defaults, barrels }).toEqual({ defaults: [], barrels: [] });
  });

  test('no file stands alone: each is imported by another or is a command', () => {
    const commands = /^(scripts\/[^/]+\.ts|client\/main\.tsx|client\/offline\/sw\.ts|.+\/worker\.ts)$/;
    const used = new Set(imports.map((link) => link.to));
    const byTests = ['tests'].flatMap(sourceFilesWithTests).flatMap(importsOf);
    for (const link of byTests) used.add(link.to);
    expect(files.filter((file) => !commands.test(file) && !used.has(file))).toEqual([]);
  });
});

function sourceFilesWithTests(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
