import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import { bossOn } from './boss.ts';
import { herhaalOpdracht, leesOpdrachten } from './contract.ts';
import { findMislukt, loadStand } from './queries.ts';

/** What could not be done, for who keeps the loket going. */
export function mountOpdrachten(router: Router, { db, mountOptions }: AppContext): void {
  mount(router, leesOpdrachten, mountOptions, () => loadStand(db));

  mount(router, herhaalOpdracht, mountOptions, ({ id }, _signal, { verantwoord }) =>
    db.transaction(async (trx) => {
      const soort = await findMislukt(trx, id);
      if (!soort) throw notFound('Deze opdracht is er niet, of is intussen gelukt.');
      await bossOn(trx).retry(soort, id);
      await verantwoord(trx, { betrokkenen: [], object: { soort: 'opdracht', id } });
      return { id };
    }),
  );
}
