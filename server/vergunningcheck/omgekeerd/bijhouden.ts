import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { maakVergunningkaarten } from './maak.ts';

/**
 * Keeps the map of what the vergunningcheck says right in the background for as long as the server runs: after an import,
 * in this process or another, and on the day on which a rule begins or ends.
 *
 * @param elkeMs how long to wait between two looks at whether data or rules have changed
 * @returns stop: ends the work and waits until the database is no longer used
 */
export function houdVergunningkaartBij(
  db: Knex,
  { vandaag, log, elkeMs = 30_000 }: { vandaag: () => string; log: Logger; elkeMs?: number },
): { stop: () => Promise<void> } {
  const control = new AbortController();
  const { signal } = control;
  const bezig = (async () => {
    while (!signal.aborted) {
      try {
        const gemaakt = await maakVergunningkaarten({ db, log, vandaag: vandaag(), signal });
        for (const [gemeente, telling] of gemaakt) log.info({ gemeente, ...telling }, 'the map of the check was made');
      } catch (err) {
        if (!signal.aborted) log.error({ err }, 'making the map of the check failed');
      }
      await setTimeout(elkeMs, undefined, { signal, ref: false }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      control.abort();
      await bezig;
    },
  };
}
