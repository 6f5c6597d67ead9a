import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { leesBronnen } from './contract.ts';
import { loadBronnen } from './queries.ts';

export function mountBronnen(router: Router, { db, mountOptions }: AppContext): void {
  mount(router, leesBronnen, mountOptions, async () => ({ bronnen: await loadBronnen(db) }));
}
