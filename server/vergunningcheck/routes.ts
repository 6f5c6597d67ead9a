import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { activiteiten } from './activiteiten/index.ts';
import { beoordeelCheck, leesPlaatskennis, leesWerkzaamheden } from './contract.ts';
import { beoordeel } from './domain/beoordeel.ts';
import { toonBestandWerkzaamheid, toonWerkzaamheden, toonWerkzaamheid } from './domain/werkzaamheden.ts';
import { loadKennis, loadOmgeving } from './omgeving.ts';
import { loadBestandWerkzaamheden } from './queries.ts';

export function mountVergunningcheck(router: Router, { db, vandaag, mountOptions, log }: AppContext): void {
  const eigenWerkzaamheden = activiteiten.map(toonWerkzaamheid);
  const wereld = () => ({ db, log, vandaag: vandaag() });

  mount(router, leesWerkzaamheden, mountOptions, async ({ zoekterm }) => {
    const bestanden = await loadBestandWerkzaamheden(db, vandaag());
    return toonWerkzaamheden([...eigenWerkzaamheden, ...bestanden.map(toonBestandWerkzaamheid)], zoekterm);
  });

  mount(router, leesPlaatskennis, mountOptions, async (punt) => (await loadKennis(wereld(), punt, [])).kennis);

  mount(router, beoordeelCheck, mountOptions, async (invoer) =>
    beoordeel(invoer, await loadOmgeving(wereld(), invoer)),
  );
}
