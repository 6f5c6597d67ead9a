import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { describeApi } from '../../server/http/openapi.ts';
import { apiVersion, operations, schemas } from '../../server/operations.ts';

test('openapi.json is what the contracts say (npm run openapi writes it)', () => {
  const committed = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../openapi.json'), 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(describeApi(operations, apiVersion, schemas))));
});

test('what an answer refers to is there', () => {
  const { components, ...rest } = describeApi(operations, apiVersion, schemas);
  const named = (components as { schemas: object }).schemas;
  const references = JSON.stringify({ components, rest }).matchAll(/"#\/(\$defs|components\/schemas)\/([^"]+)"/g);
  const missing = [...references].filter(([, place, name = '']) => place === '$defs' || !(name in named));
  expect(missing.map(([reference]) => reference)).toEqual([]);
  expect(JSON.stringify(rest)).toContain('"#/components/schemas/zaken.zaak"');
});

test('the API follows the naming rules of the NL GOV API Design Rules', () => {
  for (const { path, input } of operations) {
    expect(path, 'kebab-case path without a slash at the end').toMatch(
      /^(\/(:?[a-z][a-zA-Z]*|_[a-z]+(-[a-z]+)*|[a-z]+(-[a-z]+)*))+$/,
    );
    const names = Object.keys((input._zod.def as unknown as { shape: object }).shape);
    for (const name of names) expect(name, 'query keys in camelCase').toMatch(/^[a-z][a-zA-Z0-9]*$/);
  }
});
