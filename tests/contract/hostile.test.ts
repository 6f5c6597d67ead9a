import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiBase, type Endpoint, inAdres } from '../../server/http/endpoint.ts';
import { operations } from '../../server/operations.ts';
import { beoordeel } from '../../server/toegang/domain.ts';
import { type Answer, startApi, type TestApi } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { alleRollen, alsMens, mens } from '../mensen.ts';

/** Values that have broken servers before. None may lead to a 500, and none may change a thing. */
const hostile = [
  "'; DROP TABLE bron; --",
  "' OR '1'='1",
  '$1',
  '?',
  '\\',
  '%',
  '_%_%_%',
  '\u0000',
  '\ud800',
  '\u202e\u0627\u0644',
  '🏠'.repeat(50),
  'NaN',
  'Infinity',
  '-Infinity',
  '1e308',
  '-1',
  '0x10',
  '1,5',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '__proto__',
  'constructor',
  '{"x":1}',
  '../../etc/passwd',
  ' ',
  'a'.repeat(5_000),
];

/** An input that every place-bound operation accepts; a field at a time is then replaced. */
const decent: Record<string, string> = {
  x: '181200',
  y: '456700',
  zoekterm: 'straat',
  id: '1',
  lagen: 'pand,besluiten',
  gemeente: 'gm9999',
  stroom: 'politie',
  thema: '1.3',
  themas: '1.3',
  jaar: '2024',
};

const fieldsOf = ({ input }: Endpoint) => Object.keys((input._zod.def as unknown as { shape: object }).shape);

function expectCalm(answer: Answer, what: string): void {
  expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(answer.type, what).toContain('application/problem+json');
    expect(answer.body, what).toMatchObject({
      type: expect.stringContaining('urn:omgevingsloket:'),
      title: expect.any(String),
      detail: expect.any(String),
      status: answer.status,
      instance: expect.stringMatching(/^urn:uuid:/),
    });
  }
}

onBothEngines('Hostile input', (database) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(database.db);
  });
  afterAll(() => api.close());

  const send = (operation: Endpoint, values: Record<string, unknown>): Promise<Answer> => {
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(toWellFormed(values[name])));
    const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, toWellFormed(value)]));
    return inAdres(operation)
      ? api.send(operation.method, `${apiBase}${path}?${query}`, { headers })
      : api.send(operation.method, `${apiBase}${path}`, { headers, body: values });
  };

  /** What a contract refuses never reaches the database: one engine is enough to see that refused calmly. */
  const reaches = ({ input }: Endpoint, values: Record<string, unknown>) =>
    database.engine.kind === 'server' || input.safeParse(values).success;

  /** The input must get past the guard to do harm: somebody asks who may. */
  let headers: Record<string, string> = {};
  const logIn = async ({ role }: Endpoint) => {
    const rol = role === 'iedereen' ? undefined : alleRollen.find((een) => beoordeel(role, mens(een)).mag);
    headers = rol ? await alsMens(database.db, mens(rol)) : {};
  };

  test('another method than those of a path is refused, with those that it has', async () => {
    for (const { path } of operations) {
      const methods = operations.filter((ander) => ander.path === path).map(({ method }) => method as string);
      const ander = ['PATCH', 'DELETE', 'PUT'].find((method) => !methods.includes(method)) as string;
      const answer = await fetch(`${api.url}${apiBase}${path.replace(/:\w+/g, '1')}`, { method: ander });
      expect(answer.status, `${ander} ${path}`).toBe(405);
      expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(methods));
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await fetch(`${api.url}/ogc/v1/collections/pand/items`, { method: 'POST' })).headers.get('allow')).toBe(
      'GET, HEAD',
    );
    expect((await fetch(`${api.url}/healthz`, { method: 'PUT' })).status).toBe(405);
  });

  describe.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s',
    (_, operation) => {
      const fields = fieldsOf(operation);
      const base = Object.fromEntries(fields.filter((name) => name in decent).map((name) => [name, decent[name]]));

      beforeAll(() => logIn(operation));

      test('answers every hostile value in every field calmly, and in one that it does not know', async () => {
        for (const field of [...fields, 'onbekend']) {
          const values = hostile.filter((value) => reaches(operation, { ...base, [field]: value }));
          const answers = await Promise.all(values.map((value) => send(operation, { ...base, [field]: value })));
          for (const [i, answer] of answers.entries()) expectCalm(answer, `${field}=${values[i]?.slice(0, 40)}`);
        }
      });

      test('answers missing and repeated fields calmly', async () => {
        expectCalm(await send(operation, {}), 'nothing');
        const path = `${apiBase}${operation.path.replace(/:\w+/g, '1')}`;
        if (inAdres(operation)) {
          const twice = fields.map((name) => `${name}=1&${name}=2`).join('&');
          expectCalm(await api.send(operation.method, `${path}?${twice}`, { headers }), 'twice');
        } else {
          const bodies = operation.input.safeParse({}).success ? [] : [''];
          for (const body of [...bodies, '{', '[]', 'null', '"x"', '{"a":', '12']) {
            const answer = await api.send(operation.method, path, { headers, body });
            expectCalm(answer, body);
            expect(answer.status).toBeGreaterThanOrEqual(400);
          }
        }
      });
    },
  );

  test('a place outside the Netherlands or that is no number is refused with the field', async () => {
    for (const query of ['x=0&y=0', 'x=NaN&y=456700', 'x=181200&y=99999999', 'x=&y=', 'x=181200']) {
      const answer = await api.get(`${apiBase}/locatie?${query}`);
      expect(answer.status, query).toBe(400);
      expect(answer.body.fouten.length, query).toBeGreaterThan(0);
    }
  });

  test('a body of 10 MB is refused as too large', async () => {
    const answer = await api.post(`${apiBase}/locaties/_zoek`, { zoekterm: 'x'.repeat(10_000_000) });
    expect(answer.status).toBe(413);
    expect(answer.type).toContain('application/problem+json');
  });

  test('an unknown path, method and id are 4xx', async () => {
    expect((await api.get(`${apiBase}/bestaat-niet`)).status).toBe(404);
    expect((await api.get(`${apiBase}/regelteksten/2147483647`)).status).toBe(404);
    expect((await api.post(`${apiBase}/locatie`, {})).status).toBe(405);
  });

  test('the tables still stand', async () => {
    expect(await database.db.schema.hasTable('bron')).toBe(true);
  });
});

function toWellFormed(value: unknown): string {
  return String(value ?? '').replace(/[\ud800-\udfff]/g, (c, at, text: string) =>
    /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 2)) ? c : '\ufffd',
  );
}
