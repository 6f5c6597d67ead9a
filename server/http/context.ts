import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Diensten } from '../diensten.ts';
import type { AchtergrondKeuze } from '../lagen/catalogus/achtergrond.ts';
import type { MountOptions } from './mount.ts';

/** What routes may use of the world outside their request. */
export interface AppContext {
  db: Knex;
  /** Today in the Netherlands, YYYY-MM-DD. */
  vandaag: () => string;
  mountOptions: MountOptions;
  log: Logger;
  diensten: Diensten;
  /** Where people reach the loket, without a path: for addresses in mail. */
  publicUrl: string;
  /** The background of the map; left out: our own. */
  achtergrond?: AchtergrondKeuze;
}

/** Today in the Netherlands, whatever the clock of the machine is set to. */
export function vandaagInNederland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
