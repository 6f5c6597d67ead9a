import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput } from '../http/problem.ts';
import { leesBesluiten } from './contract.ts';
import { toonBesluiten } from './domain.ts';
import { loadBesluiten } from './queries.ts';

export function mountBesluiten(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesBesluiten, mountOptions, async (vraag) => {
    if (vraag.van && vraag.tot && vraag.van > vraag.tot) {
      throw invalidInput([{ veld: 'tot', melding: 'De einddatum ligt voor de begindatum' }]);
    }
    return toonBesluiten(await loadBesluiten(db, vraag), vraag.straal, vandaag());
  });
}
