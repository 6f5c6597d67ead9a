import type { Router } from 'express';
import type { Knex } from 'knex';
import { pendingMigrations } from '../db/migrations/index.ts';

/** What the loket still has to do before it can answer; `null` when it is ready. */
export interface Progress {
  stap: string | null;
}

/** /healthz tells whether this process runs; /readyz whether it can answer: database, migrations, data. */
export function mountHealth(router: Router, db: Knex, progress: Progress): void {
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const state = progress.stap
      ? { database: 'onbekend', migraties: 'onbekend', gegevens: 'onbekend', stap: progress.stap }
      : await look(db);
    const ready = Object.values(state).every((value) => value === 'ok');
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ok' : 'niet-gereed', ...state });
  });
}

async function look(db: Knex): Promise<Record<string, string>> {
  try {
    const pending = await pendingMigrations(db);
    if (pending.length > 0)
      return { database: 'ok', migraties: `nog uit te voeren: ${pending.join(', ')}`, gegevens: 'onbekend' };
    const bron = await db('bron').select('id').first();
    return { database: 'ok', migraties: 'ok', gegevens: bron ? 'ok' : 'nog niets geladen' };
  } catch {
    return { database: 'niet bereikbaar', migraties: 'onbekend', gegevens: 'onbekend' };
  }
}
