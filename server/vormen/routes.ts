import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { leesVormen } from './contract.ts';
import { toonVormen } from './domain.ts';
import { loadVormen } from './queries.ts';

export function mountVormen(router: Router, { db, mountOptions }: AppContext): void {
  mount(router, leesVormen, mountOptions, async (vraag) => toonVormen(await loadVormen(db, vraag)));
}
