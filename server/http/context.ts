import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { MountOptions } from './mount.ts';

/** What routes may use of the world outside their request. */
export interface AppContext {
  db: Knex;
  /** Today in the Netherlands, YYYY-MM-DD. */
  vandaag: () => string;
  mountOptions: MountOptions;
  log: Logger;
}

/** Today in the Netherlands, whatever the clock of the machine is set to. */
export function vandaagInNederland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
