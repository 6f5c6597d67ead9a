import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { leesOmstandigheden } from './contract.ts';
import { toonOmstandigheden } from './domain/omstandigheden.ts';
import { themas } from './domain/themas.ts';
import { loadOmstandigheden } from './queries.ts';

const themaKeys = themas.map(({ key }) => key);

export function mountOmstandigheden(router: Router, { db, mountOptions, log }: AppContext): void {
  mount(router, leesOmstandigheden, mountOptions, async ({ x, y }) => {
    const { gebied, perThema } = await loadOmstandigheden(db, { x, y }, themaKeys, (thema, error) => {
      log.error({ err: error, thema }, 'thema does not answer');
    });
    return toonOmstandigheden(themas, gebied, perThema);
  });
}
