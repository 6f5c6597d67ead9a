import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { activiteiten } from './activiteiten/index.ts';
import { leesWerkzaamheden } from './contract.ts';
import { toonWerkzaamheden, toonWerkzaamheid } from './domain/werkzaamheden.ts';

export function mountVergunningcheck(router: Router, { mountOptions }: AppContext): void {
  const werkzaamheden = activiteiten.map(toonWerkzaamheid);

  mount(router, leesWerkzaamheden, mountOptions, async ({ zoekterm }) => toonWerkzaamheden(werkzaamheden, zoekterm));
}
