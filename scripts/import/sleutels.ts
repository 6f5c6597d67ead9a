import type { Knex } from 'knex';

/** Hands out keys from blocks of 1000 of the sequence `object_id`. */
export class Sleutels {
  /** On a server another connection than the one that is busy with COPY; the embedded engine has only one. */
  db: Knex;
  block = 0;
  used = 1000;
  pending: Promise<void> | null = null;

  constructor(db: Knex) {
    this.db = db;
  }

  async next(): Promise<number> {
    while (this.used >= 1000) {
      this.pending ??= this.fetch().finally(() => {
        this.pending = null;
      });
      await this.pending;
    }
    return this.block + this.used++;
  }

  async fetch(): Promise<void> {
    const { rows } = await this.db.raw(`SELECT nextval('object_id') AS block`);
    this.block = Number(rows[0].block);
    this.used = 0;
  }
}
