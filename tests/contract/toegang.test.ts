import type { Express } from 'express';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { createApp } from '../../server/app.ts';
import { apiBase, type Endpoint } from '../../server/http/endpoint.ts';
import { operations } from '../../server/operations.ts';
import { gegevens, type Recht } from '../../server/toegang/domain.ts';
import { startApi, type TestApi, testVandaag } from '../api.ts';
import { freshOnServer } from '../database.ts';
import { proefDiensten } from '../diensten.ts';
import { alleRollen, alsMens, mens } from '../mensen.ts';

const beveiligd = operations.filter((een): een is Endpoint & { role: Recht } => een.role !== 'iedereen');
const adres = ({ path }: Endpoint) => `${apiBase}${path.replace(/:\w+/g, '1')}`;

/** One engine: who may does not depend on where the data lives, and sessions are tested on both. */
describe('Every endpoint and every role', () => {
  let db: Knex;
  let api: TestApi;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const fresh = await freshOnServer();
    db = connect(fresh.engine);
    remove = fresh.remove;
    api = await startApi(db);
  });
  afterAll(async () => {
    await api.close();
    await db.destroy();
    await remove();
  });

  /** Straight from the letters of the table, without the code that decides. */
  const mag = ({ gegeven, doe }: Recht, rol: keyof (typeof gegevens)['sessie']['cellen']) =>
    (doe === 'lezen' ? /[RAOT]/ : /W/).test(gegevens[gegeven].cellen[rol]);

  test.each(beveiligd.map((een) => [`${een.method} ${een.path}`, een] as const))(
    '%s lets in whom the table names, and nobody else',
    async (_, operation) => {
      const body = ['GET', 'DELETE'].includes(operation.method) ? undefined : {};
      const vraag = (headers: Record<string, string>) =>
        api.send(operation.method, adres(operation), { headers, body });
      const zonder = await vraag({});
      if (operation.role.anoniem && mag(operation.role, 'anoniem')) expect(zonder.status).not.toBe(401);
      else expect(zonder).toMatchObject({ status: 401, body: { type: 'urn:omgevingsloket:inloggen-nodig' } });
      for (const rol of alleRollen) {
        const antwoord = await vraag(await alsMens(db, mens(rol)));
        if (mag(operation.role, rol)) {
          expect([401, 403], `${rol}: ${JSON.stringify(antwoord.body)}`).not.toContain(antwoord.status);
          expect(antwoord.status, `${rol}: ${JSON.stringify(antwoord.body)}`).toBeLessThan(500);
        } else {
          expect(antwoord, rol).toMatchObject({ status: 403, body: { type: 'urn:omgevingsloket:geen-recht' } });
        }
        expect(antwoord.headers.get('access-control-allow-origin'), rol).toBeNull();
        expect(antwoord.headers.get('cache-control'), rol).toBe('no-store');
      }
    },
  );

  test('a refusal is logged, with who and why and without content', async () => {
    const wie = mens('beheerder', { persoon: 'nieuwsgierig' });
    const headers = await alsMens(db, wie);
    await api.send('GET', `${apiBase}/logboeken/avg?persoon=iemand`, { headers });
    await api.send('GET', `${apiBase}/logboeken/wpg`, { headers });
    for (const [log, gegeven] of [
      ['audit_avg', 'logboekAvg'],
      ['audit_wpg', 'logboekWpg'],
    ] as const) {
      const regels = await db(log).where({ persoon: 'nieuwsgierig' });
      expect(regels).toHaveLength(1);
      expect(regels[0]).toMatchObject({ uitkomst: 'geweigerd', rol: 'beheerder', gegeven });
      expect(JSON.stringify(regels)).not.toContain('iemand');
    }
  });
});

interface Laag {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Laag[] };
}

/** Routes of the API that are no operation of their own: all of them are for everybody. */
const zonderContract = [
  '/openapi.json',
  '/uittreksels/:id/pdf',
  '/oordelen/:id/pdf',
  '/schemas/uittreksel',
  '/combinaties/objecten',
  '/abonnementen/_afmelden',
];

test('no route of the API goes round the guard: each is an operation, or named here as public', async () => {
  const db = connect({ kind: 'server', url: 'postgres://nobody@127.0.0.1:1/none' });
  const app: Express = createApp({
    db,
    vandaag: () => testVandaag,
    mountOptions: { validateOutput: true },
    log: pino({ level: 'silent' }),
    diensten: proefDiensten(),
    publicUrl: 'http://localhost',
  });
  const routes = (stack: readonly Laag[]): string[] =>
    stack.flatMap(({ route, handle }) => [
      ...(route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []),
      ...(handle?.stack ? routes(handle.stack) : []),
    ]);
  const gevonden = routes((app.router as unknown as { stack: Laag[] }).stack).filter((een) =>
    een.includes(` ${apiBase}/`),
  );
  const verwacht = [
    ...operations.map(({ method, path }) => `${method} ${apiBase}${path}`),
    ...zonderContract.map((path) => `GET ${apiBase}${path}`),
  ];
  expect(gevonden.length).toBeGreaterThan(10);
  expect([...gevonden].sort()).toEqual([...verwacht].sort());
  await db.destroy();
});
