import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { leesKaart } from './contract.ts';
import { loadKaart } from './kaart.ts';

export function mountKaart(router: Router, { db, vandaag, mountOptions, log }: AppContext): void {
  mount(router, leesKaart, mountOptions, ({ x, y, datum = vandaag(), straal, maximum }) =>
    loadKaart(db, { punt: { x, y }, datum, vandaag: vandaag(), straalM: straal, maximum }, (sectie, err) =>
      log.error({ err, sectie }, 'section of a card failed'),
    ),
  );
}
